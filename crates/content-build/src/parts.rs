//! The three texts that the words of a language become: each is read by itself, as late as can be, so that the first
//! questions wait for the first alone. `waymark_content::english::Part` names the same three.

use crate::lines::{Lines, Span};

/// One of the texts, in the order in which they are needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the shell, the first screen, Tonight's screens, the stops and the covers say.
    First,
    /// What the steps of a case and Tonight's result say, and what they share with what comes later.
    Steps,
    /// Everything else.
    Later,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::First, Self::Steps, Self::Later];

    /// The part in which a page's words stand.
    pub fn of_page(page: &str) -> Self {
        match page {
            "area" | "cover" | "open_copy" | "own_life" | "shell" | "situation" | "start" | "tonight" | "ways_out" => {
                Self::First
            }
            "case_page" | "dash" | "facts" | "identify" | "next_steps" | "record" | "tonight_result" => Self::Steps,
            _ => Self::Later,
        }
    }

    /// Its name in the names of files.
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Steps => "steps",
            Self::Later => "later",
        }
    }

    /// The type of its pages.
    pub fn pages(self) -> &'static str {
        match self {
            Self::First => "Pages",
            Self::Steps => "StepsPages",
            Self::Later => "LaterPages",
        }
    }
}

/// The three texts of a language in the making.
#[derive(Clone, Default)]
pub struct Texts {
    pub first: Lines,
    pub steps: Lines,
    pub later: Lines,
}

impl Texts {
    /// One of them.
    pub fn of(&self, part: Part) -> &Lines {
        match part {
            Part::First => &self.first,
            Part::Steps => &self.steps,
            Part::Later => &self.later,
        }
    }
    /// One of them, to put something into it.
    pub fn put_into(&mut self, part: Part) -> &mut Lines {
        match part {
            Part::First => &mut self.first,
            Part::Steps => &mut self.steps,
            Part::Later => &mut self.later,
        }
    }
    /// Where the words of a place stand: in which text, and where in it.
    pub fn span(&self, place: &str) -> Option<(Part, Span)> {
        Part::ALL.into_iter().find_map(|part| Some((part, self.of(part).span(place)?)))
    }
    /// Puts other texts behind these.
    pub fn append(&mut self, other: &Self) {
        Part::ALL.into_iter().for_each(|part| self.put_into(part).append(other.of(part)));
    }
}
