//! What was passed on: one entry for each share, with the rule on agreement beside it and what is still to be written down.

use crate::app::Desk;
use crate::case::Text;
use crate::case::record::Share;
use crate::case::value::{Field, LIST_LIMIT};
use crate::case::vocabulary::*;
use crate::components::{part_id, quiet, rule_line, typed};
use crate::content::words::fill;
use crate::platform::dom::{El, button, el, list, p};
use crate::record::shares::{lacks, policy_consent, share_rule};
use leptos::prelude::*;

/// The part of a share that a control is about: its place in the list of labels, its name, and how it is read and written.
#[derive(Clone, Copy)]
struct Part {
    place: usize,
    name: &'static str,
    read: fn(&Share) -> String,
    write: fn(&mut Share, &str),
}

/// A part with a closed set of values.
macro_rules! choice {
    ($place:literal, $field:ident) => {
        Part {
            place: $place,
            name: stringify!($field),
            read: |share| share.$field.shown(),
            // A list only offers what its field can hold.
            write: |share, value| {
                let _ = share.$field.choose((!value.is_empty()).then_some(value));
            },
        }
    };
}
/// A part that is written.
macro_rules! words {
    ($place:literal, $field:ident) => {
        Part {
            place: $place,
            name: stringify!($field),
            read: |share| share.$field.as_ref().map_or("", Text::as_str).to_owned(),
            write: |share, value| share.$field = (!value.is_empty()).then(|| Text::cut(value)),
        }
    };
}

const WITH: Part = choice!(0, with);
const PURPOSE: Part = choice!(1, purpose);
const ASKED: Part = choice!(2, asked);
const ANSWER: Part = choice!(3, answer);
const TOLD: Part = choice!(4, told);
const BASIS: Part = words!(5, basis);
const REASON: Part = words!(6, reason);
const WHEN: Part = words!(7, when);

/// The entries, and the button for one more.
pub fn shares(into: El) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.shares;
    let count = Memo::new(move |_| desk.case.with(|case| case.record.shares.len()));
    let add = move || {
        desk.change(|case| {
            if case.record.shares.len() < LIST_LIMIT {
                case.record.shares.push(Share::default());
            }
        });
    };
    let entries = move || (0..).take(count.get()).collect();
    into.child(el("h2").text(words.title))
        .child(p("", words.lead))
        .child(el("div").each(entries, move |row| entry(desk, row as usize)))
        .child(el("p").child(button("button second", words.add).attr("data-action", "add-share").on_press(add)))
        .child(p("small muted", words.minimum))
}

fn entry(desk: Desk, row: usize) -> El {
    let words = &desk.words.pages.shares;
    let say = &desk.words.pages.record;
    let take = move || {
        desk.change(|case| {
            if row < case.record.shares.len() {
                case.record.shares.remove(row);
            }
        });
    };
    let grounds: Vec<_> = words.grounds.iter().map(|ground| (*ground, *ground)).collect();
    let parts = el("div")
        .class("parts")
        .child(pick(desk, row, WITH, options(ShareWith::TEXTS, say.share_with)))
        .child(pick(desk, row, PURPOSE, options(SharePurpose::TEXTS, say.share_for)))
        .child(pick(desk, row, ASKED, options(AskedOrTold::TEXTS, say.share_asked)))
        .child(pick(desk, row, ANSWER, options(ShareAnswer::TEXTS, say.share_answer)))
        .child(pick(desk, row, TOLD, options(AskedOrTold::TEXTS, say.share_told)))
        .child(write(desk, row, WHEN));
    el("fieldset")
        .class("question")
        .attr("data-question", &format!("record.shares.{row}"))
        .child(el("legend").text(fill(words.entry, &[("n", &(row + 1).to_string())])))
        .child(parts)
        .child(agreement(desk, row))
        .child(pick(desk, row, BASIS, grounds))
        .child(p("hint", words.grounds_hint))
        .child(write(desk, row, REASON))
        .child(still(desk, row))
        .child(button("clear", words.take).on_press(take))
}

fn options(values: &[&'static str], words: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    values.iter().copied().zip(words.iter().copied()).collect()
}

/// What stands at a part; empty when the entry went.
fn read(desk: Desk, row: usize, part: Part) -> String {
    desk.case.with(|case| case.record.shares.get(row).map(part.read).unwrap_or_default())
}

fn put(desk: Desk, row: usize, part: Part, value: &str) {
    desk.change(|case| {
        if let Some(share) = case.record.shares.get_mut(row) {
            (part.write)(share, value);
        }
    });
}

fn labelled(desk: Desk, row: usize, part: Part, control: El) -> El {
    let name = format!("record.shares.{row}.{}", part.name);
    let id = part_id(&name, "field");
    let label = desk.words.pages.shares.labels.get(part.place).copied().unwrap_or_default();
    el("div")
        .class("field")
        .child(el("label").attr("for", &id).text(label))
        .child(quiet(control.attr("id", &id).attr("name", &name)))
}

fn pick(desk: Desk, row: usize, part: Part, options: Vec<(&'static str, &'static str)>) -> El {
    let held = untrack(|| read(desk, row, part));
    let option = |value: &str, words: &str| el("option").attr("value", value).text(words);
    let mut select = el("select").child(option("", desk.words.pages.shares.not_said));
    // What came with an opened copy and is none of ours stays what it is.
    if !held.is_empty() && !options.iter().any(|(value, _)| *value == held) {
        select = select.child(option(&held, &held));
    }
    let select = options
        .into_iter()
        .fold(select, |select, (value, words)| select.child(option(value, words)))
        .live_value(move || read(desk, row, part))
        .on("change", move |event| put(desk, row, part, &typed(&event)));
    labelled(desk, row, part, select)
}

fn write(desk: Desk, row: usize, part: Part) -> El {
    let field = el("input")
        .attr("type", "text")
        .live_value(move || read(desk, row, part))
        .on("input", move |event| put(desk, row, part, &typed(&event)));
    labelled(desk, row, part, field)
}

/// The rule on agreement for this share, and what the policy says of it.
fn agreement(desk: Desk, row: usize) -> El {
    let words = &desk.words.pages.shares;
    // Written elsewhere in the entry, nothing here is said again.
    let found = Memo::new(move |_| {
        let rule = desk.case.with(|case| case.record.shares.get(row).and_then(share_rule))?;
        let chosen = desk.case.with(|case| case.profile.clone());
        let policy = desk.profiles.with(|profiles| policy_consent(rule, profiles.get_or_default(chosen.as_deref())));
        let whose = if chosen.is_some() { words.policy } else { words.usual };
        Some((rule, whose, policy))
    });
    let draw = move || {
        let Some((rule, whose, policy)) = found.get() else { return Vec::new() };
        let policy = policy.map(|(consent, rules)| {
            let consent = desk.words.text(&["consent.", consent.text()].concat());
            let line = p("", fill(whose, &[("consent", consent)]));
            el("div").child(line).maybe((!rules.is_empty()).then(|| rule_line(desk, &rules)))
        });
        let says = words.rules.get(rule.index()).copied().unwrap_or_default();
        let shown = el("div").class("notice").attr("data-share-rule", rule.text());
        vec![shown.child(el("strong").text(words.rule_title)).child(p("", says)).maybe(policy)]
    };
    el("div").attr("role", "status").live(draw)
}

/// What the entry still lacks.
fn still(desk: Desk, row: usize) -> El {
    let words = &desk.words.pages.shares;
    let missing = Memo::new(move |_| desk.case.with(|case| case.record.shares.get(row).map(lacks).unwrap_or_default()));
    let draw = move || {
        let missing = missing.get();
        if missing.is_empty() {
            return Vec::new();
        }
        let lines = missing.iter().map(|lack| words.lacks.get(lack.index()).copied().unwrap_or_default());
        vec![p("small", "").child(el("strong").text(words.still)), list("ul", "small", lines)]
    };
    el("div").attr("role", "status").live(draw)
}
