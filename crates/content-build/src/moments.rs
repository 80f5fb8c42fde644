//! The moments of a story: what was just said or seen, and what a worker could say next, each with whether it helps, and why.

use crate::lines::Lines;
use crate::reading::{Outcome, Problem, Text};
use serde::Deserialize;

/// One moment of a story.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    when: Text,
    answers: Vec<Answer>,
}

/// Something to say at a moment.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    helps: bool,
    say: Text,
    why: Text,
}

/// Puts the moments of a story, which has at least one: what was just said, then the answers; an empty line ends them all.
pub fn put(place: &str, moments: &[Moment], lines: &mut Lines) -> Outcome<()> {
    if moments.is_empty() {
        return Err(Problem::at(place, "moment is missing: what does a worker say next?"));
    }
    for (number, Moment { when, answers }) in (1..).zip(moments) {
        let place = format!("{place} moment {number}");
        if !(2..=4).contains(&answers.len()) {
            return Err(Problem::at(place, "a moment has two to four answers"));
        }
        if answers.iter().all(|answer| answer.helps) || !answers.iter().any(|answer| answer.helps) {
            return Err(Problem::at(place, "one answer at least helps, and one does not"));
        }
        lines.line(&place, when.as_ref())?;
        let told = answers.iter().flat_map(|Answer { helps, say, why }| {
            [if *helps { "helps" } else { "harms" }, say.as_ref(), why.as_ref()]
        });
        lines.list(&format!("{place} answers"), &told.collect::<Vec<_>>())?;
    }
    lines.line(&format!("{place} moments"), "")
}
