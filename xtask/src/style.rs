//! The style files, without comments and needless space.

mod first;

pub use first::first;

use std::path::Path;

use crate::error::{self, Error};

/// In this order: a later file may overrule an earlier one.
const FILES: [&str; 7] = ["tokens", "base", "shell", "components", "pages", "paper", "print"];

/// All style of the page.
pub fn collect(root: &Path) -> Result<String, Error> {
    FILES.iter().map(|name| of(root, name)).collect()
}

/// The style of one page alone: `style/<name>.css`.
pub fn of(root: &Path, name: &str) -> Result<String, Error> {
    Ok(strip(&error::read(&root.join(format!("style/{name}.css")))?))
}

/// Takes out comments, and white space where it cannot matter: at either end and beside `{`, `}`, `;` and `,`.
/// Strings stay as they are. Space beside `:`, `+` or `(` stays: there it can carry meaning.
fn strip(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut letters = css.chars().peekable();
    let mut space = false;
    while let Some(letter) = letters.next() {
        if letter == '/' && letters.peek() == Some(&'*') {
            letters.next();
            let mut last = ' ';
            for inner in letters.by_ref() {
                if last == '*' && inner == '/' {
                    break;
                }
                last = inner;
            }
            space = true;
        } else if letter.is_ascii_whitespace() {
            space = true;
        } else {
            let before = out.chars().next_back();
            if space && before.is_some_and(|before| !tight(before)) && !tight(letter) {
                out.push(' ');
            }
            space = false;
            if letter == '}' && before == Some(';') {
                out.pop();
            }
            out.push(letter);
            if letter == '"' || letter == '\'' {
                string(&mut letters, letter, &mut out);
            }
        }
    }
    out
}

fn tight(letter: char) -> bool {
    matches!(letter, '{' | '}' | ';' | ',')
}

/// Copies a string to its closing quote.
fn string(letters: &mut impl Iterator<Item = char>, quote: char, out: &mut String) {
    let mut escaped = false;
    for letter in letters {
        out.push(letter);
        if letter == quote && !escaped {
            return;
        }
        escaped = letter == '\\' && !escaped;
    }
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn comments_and_indents_go() {
        assert_eq!(strip("/* a */\na , b {\n  color : red ;\n  /* b */\n}\n"), "a,b{color : red}");
    }

    #[test]
    fn space_that_means_something_stays() {
        assert_eq!(strip(".a :hover + b{width:calc(1px + 2px)}"), ".a :hover + b{width:calc(1px + 2px)}");
        assert_eq!(strip("a/* x */b{}"), "a b{}");
        assert_eq!(strip("@media (a) and (b) { c { d: e } }"), "@media (a) and (b){c{d: e}}");
    }

    #[test]
    fn strings_are_left_alone() {
        let css = r#"a::before{content:"  /* no */ ; } \" '  "}"#;
        assert_eq!(strip(css), css);
    }

    #[test]
    fn an_open_comment_or_string_ends_with_the_file() {
        assert_eq!(strip("a{}/* b"), "a{}");
        assert_eq!(strip("a{b:'c"), "a{b:'c");
    }
}
