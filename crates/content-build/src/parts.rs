//! The three texts that the words of a language become: each is read by itself, as late as can be, so that the first
//! questions wait for the first alone.

use crate::lines::{Lines, Span};
pub use waymark_catalogue::Part;

/// The part in which a page's words stand.
pub fn of_page(page: &str) -> Part {
    match page {
        "area" | "cover" | "open_copy" | "own_life" | "shell" | "situation" | "start" | "tonight" | "ways_out" => {
            Part::First
        }
        "case_page" | "dash" | "facts" | "identify" | "next_steps" | "record" | "tonight_result" => Part::Steps,
        _ => Part::Later,
    }
}

/// The name of the type of a part's pages.
pub fn pages(part: Part) -> &'static str {
    match part {
        Part::First => "Pages",
        Part::Steps => "StepsPages",
        Part::Later => "LaterPages",
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
