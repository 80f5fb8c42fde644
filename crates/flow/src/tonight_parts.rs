//! What a screen of the fast path is made of: buttons that answer and go on, rows, ticks.
//!
//! Lives here: the shapes, their words and whether the case holds them. Not here: which there are (`tonight_screens`).

use waymark_case::listed::Listed;
use waymark_case::{Case, Input};
use waymark_content::words::Words;

/// Looks up one text of a language.
pub type Word = fn(&Words) -> &'static str;

waymark_case::closed_set! {
    /// The screens, in their order.
    ScreenId {
        Danger = "danger", Private = "private", ToldBy = "told-by", Limits = "limits", Wish = "wish", Where = "where",
        Hurt = "hurt", Children = "children", Signs = "signs", Worried = "worried",
    }
}

/// One screen.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Which.
    pub id: ScreenId,
    /// What it holds.
    pub kind: ScreenKind,
    pub(super) title: Word,
}

/// What a screen holds.
#[derive(Clone, Copy, Debug)]
pub enum ScreenKind {
    /// One question: its answers are buttons that answer and go on.
    One(&'static [Answer]),
    /// A few questions in rows, and one "continue".
    Rows(&'static [RowQuestion]),
    /// Things to tick and one "continue"; the answers beside it answer and go on.
    Ticks(&'static [Tick], &'static [Answer]),
}

/// One value for one input, by the input's name. An empty value empties the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InputValue {
    /// The input's name.
    pub name: &'static str,
    /// The value.
    pub value: &'static str,
}

/// A button that answers and goes on.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// What it puts into the case.
    pub puts: &'static [InputValue],
    pub(super) label: Option<Word>,
}

/// One question of a screen with several.
#[derive(Clone, Copy, Debug)]
pub struct RowQuestion {
    /// The input's name.
    pub name: &'static str,
    /// The values it offers.
    pub values: &'static [&'static str],
    pub(super) ask: Word,
    pub(super) labels: fn(&Words) -> &'static [&'static str],
    pub(super) only_if: fn(&Case) -> bool,
}

/// One thing to tick.
#[derive(Clone, Copy, Debug)]
pub struct Tick {
    /// What it puts into the case.
    pub puts: &'static [InputValue],
    pub(super) label: Word,
    pub(super) help: Option<Word>,
    pub(super) only_if: fn(&Case) -> bool,
}

impl InputValue {
    /// True when the case holds this.
    pub fn holds(&self, case: &Case) -> bool {
        Input::parse(self.name).is_some_and(|input| match self.value {
            "" => case.is_unanswered(input),
            value => case.holds(input, value),
        })
    }
}

impl Answer {
    /// The words on the button.
    pub fn label(&self, words: &Words) -> &'static str {
        let own = || {
            let put = self.puts.first()?;
            Some(words.question(Input::parse(put.name)?).option(put.value))
        };
        self.label.map_or_else(|| own().unwrap_or_default(), |label| label(words))
    }
    /// True when the case holds this answer.
    pub fn is_chosen(&self, case: &Case) -> bool {
        self.puts.iter().all(|put| put.holds(case))
    }
}

impl RowQuestion {
    /// The question.
    pub fn ask(&self, words: &Words) -> &'static str {
        (self.ask)(words)
    }
    /// Its values with short labels.
    pub fn options(&self, words: &Words) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.values.iter().copied().zip((self.labels)(words).iter().copied())
    }
    /// True when the case holds this value.
    pub fn is_chosen(&self, case: &Case, value: &'static str) -> bool {
        InputValue { name: self.name, value }.holds(case)
    }
}

impl Tick {
    /// The words beside the box.
    pub fn label(&self, words: &Words) -> &'static str {
        (self.label)(words)
    }
    /// A line of help, where there is one.
    pub fn help(&self, words: &Words) -> Option<&'static str> {
        self.help.map(|help| help(words))
    }
    /// True when what it stands for is in the case.
    pub fn is_on(&self, case: &Case) -> bool {
        self.puts.first().is_some_and(|put| put.holds(case))
    }
}

/// The most rows on one screen of a phone.
const ROWS: usize = 5;

impl Screen {
    /// The question over the screen.
    pub fn title(&self, words: &Words) -> &'static str {
        (self.title)(words)
    }
    /// The name of the question, where the screen has but one.
    pub fn name(&self) -> Option<&'static str> {
        match self.kind {
            ScreenKind::One(answers) => answers.first()?.puts.first().map(|put| put.name),
            ScreenKind::Rows(_) | ScreenKind::Ticks(..) => None,
        }
    }
    /// The name of its first question, which is what the screen is called in `data-screen`.
    pub fn first_name(&self) -> &'static str {
        let put = match self.kind {
            ScreenKind::One(answers) => answers.first().and_then(|answer| answer.puts.first()),
            ScreenKind::Ticks(ticks, _) => ticks.first().and_then(|tick| tick.puts.first()),
            ScreenKind::Rows(rows) => return rows.first().map_or("", |row| row.name),
        };
        put.map_or("", |put| put.name)
    }
    /// The buttons that answer and go on.
    pub fn answers(&self) -> &'static [Answer] {
        match self.kind {
            ScreenKind::One(answers) | ScreenKind::Ticks(_, answers) => answers,
            ScreenKind::Rows(_) => &[],
        }
    }
    /// The rows that apply now.
    pub fn rows(&self, case: &Case) -> Vec<&'static RowQuestion> {
        match self.kind {
            ScreenKind::Rows(rows) => rows.iter().filter(|row| (row.only_if)(case)).take(ROWS).listed(),
            ScreenKind::One(_) | ScreenKind::Ticks(..) => Vec::new(),
        }
    }
    /// The ticks that apply now.
    pub fn ticks(&self, case: &Case) -> Vec<&'static Tick> {
        match self.kind {
            ScreenKind::Ticks(ticks, _) => ticks.iter().filter(|tick| (tick.only_if)(case)).listed(),
            ScreenKind::One(_) | ScreenKind::Rows(_) => Vec::new(),
        }
    }
}
