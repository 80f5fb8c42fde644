//! A shelf of examples. What is said of an example, and its code, is read from the source of the shelf itself, so that neither
//! can differ from what is shown.

use super::stage::Stage;
use waymark_view::El;

/// Examples of one kind of thing.
pub struct Shelf {
    /// Its file, without the ending.
    pub name: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// The text of its file.
    pub source: &'static str,
    /// The examples, in their order.
    pub examples: &'static [Example],
}

/// A function that gives a component in one of its states.
pub struct Example {
    /// The name of the function.
    pub name: &'static str,
    /// The function, given a state.
    pub draw: fn(Stage) -> El,
}

/// An example may take a state or need none: `Takes` tells the two kinds of function apart.
pub trait Draw<Takes> {
    /// Makes the component.
    fn draw(self, stage: Stage) -> El;
}

impl<F: FnOnce() -> El> Draw<()> for F {
    fn draw(self, _: Stage) -> El {
        self()
    }
}

impl<F: FnOnce(Stage) -> El> Draw<Stage> for F {
    fn draw(self, stage: Stage) -> El {
        self(stage)
    }
}

/// The code of an example.
pub struct Code {
    /// Its doc comment.
    pub about: String,
    /// The function as it stands in the source.
    pub text: String,
}

impl Shelf {
    /// The doc comment at the head of the file.
    pub fn about(&self) -> String {
        lines_with(self.source.lines(), "//!").join(" ")
    }

    /// The code of one of the examples; empty for a name that is none.
    pub fn code_of(&self, name: &str) -> Code {
        let heads = ["", "stage: Stage"].map(|takes| format!("fn {name}({takes}) -> El {{"));
        let lines: Vec<&str> = self.source.lines().collect();
        let Some(from) = lines.iter().position(|line| heads.iter().any(|head| line == head)) else {
            return Code { about: String::new(), text: String::new() };
        };
        let doc_from = lines[..from].iter().rposition(|line| !line.starts_with("///")).map_or(0, |place| place + 1);
        let to = lines[from..].iter().position(|line| *line == "}").map_or(lines.len(), |place| from + place + 1);
        Code {
            about: lines_with(lines[doc_from..from].iter().copied(), "///").join(" "),
            text: lines[from..to].join("\n"),
        }
    }
}

/// The first lines that begin with a mark, without it.
fn lines_with<'a>(lines: impl Iterator<Item = &'a str>, mark: &str) -> Vec<&'a str> {
    lines.map_while(|line| line.strip_prefix(mark)).map(str::trim).collect()
}

/// Names the examples of the file it stands in: `shelf!("buttons", "Buttons", main second)`.
macro_rules! shelf {
    ($file:literal, $title:literal, $($example:ident)+) => {
        /// What stands on this shelf.
        pub const SHELF: $crate::gallery::shelf::Shelf = $crate::gallery::shelf::Shelf {
            name: $file,
            title: $title,
            source: include_str!(concat!($file, ".rs")),
            examples: &[$($crate::gallery::shelf::Example {
                name: stringify!($example),
                draw: |stage| $crate::gallery::shelf::Draw::draw($example, stage),
            }),+],
        };
    };
}
