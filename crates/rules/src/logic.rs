//! What the engine decides in Rust, by its words: the identification, the Dash, the stops, the safety floor, and what holds for
//! every step. `tests/sign_off.rs` holds the entries against the closed sets, so that none is forgotten.

use crate::clause::{Clause, term_name};
use crate::line::{Line, cited};
use waymark_case::ItemNumber;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::words::{Words, fill};
use waymark_content::{INDICATORS, MARKS, Mark, TERMS};
use waymark_engine::assessment::{Cap, Outcome, Reason, Route, Stop};
use waymark_engine::{NEED_CONSENT, WAIT_FOR_WISH};
use waymark_record::item_answer;

/// The clauses of the safety floor.
const FLOOR: [&str; 16] = [
    "C1.3.1", "C1.3.2", "C1.3.3", "C1.3.4", "C1.3.5", "C1.3.6", "C1.3.7", "C1.3.8", "C1.3.9", "1.3.1", "1.3.2",
    "1.3.3", "1.3.4", "1.3.5", "1.3.6", "1.3.7",
];

/// The clauses of the safety floor that hold for every policy and setting, in words.
pub fn floor(words: &Words) -> impl Iterator<Item = &'static str> + use<'_> {
    FLOOR.iter().filter(|id| id.starts_with('C')).map(|id| words.text(&["floor.", id].concat()))
}

/// When each route to MARAC is met, in words.
pub fn routes(words: &Words) -> impl Iterator<Item = &'static str> + use<'_> {
    Route::ALL.iter().filter_map(|route| words.list(&["logic_dash.", route.text()].concat()).first().copied())
}

/// Adds the entries of a table of `logic.toml`; `then` is the table of the words that name what follows, or nothing.
fn put(table: &str, codes: &[&'static str], then: &str, words: &Words, lines: &mut Vec<Line>) {
    let people = [("user", words.pages.shell.person_using_power), ("harmed", words.pages.shell.person_harmed)];
    for code in codes {
        let mut line = Line::told(table, code, words);
        if !then.is_empty() {
            line.follows.push(fill(words.text(&[then, code].concat()), &people));
        }
        lines.push(line);
    }
}

pub(crate) fn floor_lines(words: &Words, lines: &mut Vec<Line>) {
    for id in FLOOR {
        lines.push(Line {
            code: id.into(),
            when: Clause::Says(words.later().pages.rules.always.to_owned()),
            follows: vec![words.text(&["floor.", id].concat()).to_owned()],
            sources: vec![id.into()],
        });
    }
}

/// What holds for every step.
pub(crate) fn steps(words: &Words, lines: &mut Vec<Line>) {
    put("logic_step", &["T10", "wish", "consent", "police", "several", "held", "time"], "", words, lines);
    for line in lines {
        match line.code.as_ref() {
            "wish" => line.list(&titles(&WAIT_FOR_WISH, words)),
            "consent" => line.list(&titles(&NEED_CONSENT, words)),
            _ => {}
        }
    }
}

fn titles(ids: &[PathwayId], words: &Words) -> String {
    ids.iter().map(|id| words.pathway(*id).title).listed().join("; ")
}

pub(crate) fn stops(words: &Words, lines: &mut Vec<Line>) {
    put("logic_stop", Stop::TEXTS, "stop.", words, lines);
}

/// The routes to MARAC, and how the sheet is counted.
pub(crate) fn dash(words: &Words, lines: &mut Vec<Line>) {
    put("logic_dash", Route::TEXTS, "route.", words, lines);
    let counted = ["markers", "prompt", "prompt-plus", "earlier", "open", "range", "no-total"];
    put("logic_dash", &counted, "", words, lines);
    put("logic_dash", &["not-needed", "reuse", "ask"], "", words, lines);
    for line in lines.iter_mut().filter(|line| line.code == "markers") {
        line.list(&markers(words));
    }
}

/// The items that are serious signs in every case.
fn markers(words: &Words) -> String {
    let marked = ItemNumber::all().zip(MARKS).filter(|(_, mark)| *mark == Mark::A);
    marked.map(|(item, _)| item_answer(item, ItemAnswer::Yes.text(), words)).listed().join("; ")
}

/// What makes it needed, what counts, and which way an area points.
const EVIDENCE: [&str; 16] = [
    "needed",
    "useful",
    "not-needed",
    "tainted",
    "support",
    "relayed",
    "disputed",
    "one-no",
    "own",
    "seen-one-side",
    "points",
    "part",
    "mixed",
    "contested",
    "none",
    "unknown",
];

/// The identification: when it is needed, what counts, which way an area points, the results, the reasons, the limits.
pub(crate) fn identify(words: &Words, lines: &mut Vec<Line>) {
    const TABLE: &str = "logic_identify";
    put(TABLE, &EVIDENCE, "", words, lines);
    put(TABLE, Outcome::TEXTS, "outcome.", words, lines);
    put(TABLE, Reason::TEXTS, "reason.", words, lines);
    for cap in Cap::TEXTS {
        let mut line = Line::told(TABLE, "cap", words);
        line.code = (*cap).into();
        line.when = Clause::Says(words.text(&["cap.", cap].concat()).to_owned());
        lines.push(line);
    }
    put(TABLE, &["unlock"], "", words, lines);
}

/// The 26 indicators, each with its area and what it may do.
pub(crate) fn indicators(words: &Words, lines: &mut Vec<Line>) {
    let strengths = words.later().pages.rules.strengths;
    for indicator in INDICATORS {
        let own = words.indicator(indicator.id);
        let area = words.text(&["domain.", indicator.domain.text()].concat());
        let strength = strengths.get(indicator.strength.index()).copied().unwrap_or_default();
        lines.push(Line {
            code: indicator.id.text().into(),
            when: Clause::Says([own.name, ". ", own.ask].concat()),
            follows: vec![fill(words.later().pages.rules.is, &[("what", area), ("value", strength)])],
            sources: cited(own.sources),
        });
    }
}

/// The named conditions, each with its meaning.
pub(crate) fn terms(words: &Words, lines: &mut Vec<Line>) {
    for (name, term) in TERMS {
        lines.push(Line {
            code: (*name).into(),
            when: Clause::meaning(term, words),
            follows: vec![fill(words.later().pages.rules.named, &[("term", term_name(name, words))])],
            sources: vec!["own:rows".into()],
        });
    }
}
