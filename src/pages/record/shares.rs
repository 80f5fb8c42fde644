//! What was passed on: one entry for each share, with the rule on agreement beside it and what is still to be written down.

use crate::app::{AreaState, CaseState, Language};
use crate::components::{one_of, part_id, quiet, rule_line, typed};
use crate::platform::page::focus_new;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::Text;
use waymark_case::listed::Listed;
use waymark_case::record::Share;
use waymark_case::value::{Field, LIST_LIMIT};
use waymark_case::vocabulary::*;
use waymark_content::words::fill;
use waymark_record::shares::{lacks, policy_consent, share_rule};
use waymark_view::{El, button, html, list, memo, p};

/// The part of a share that a control is about: its place in the list of labels, its name, and how it is read and written.
#[derive(Clone, Copy)]
struct ShareField {
    place: usize,
    name: &'static str,
    read: fn(&Share) -> String,
    write: fn(&mut Share, &str),
}

/// A part with a closed set of values.
macro_rules! choice {
    ($place:literal, $field:ident) => {
        ShareField {
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
        ShareField {
            place: $place,
            name: stringify!($field),
            read: |share| share.$field.as_ref().map_or("", Text::as_str).to_owned(),
            write: |share, value| share.$field = (!value.is_empty()).then(|| Text::cut(value)),
        }
    };
}

const WITH: ShareField = choice!(0, with);
const PURPOSE: ShareField = choice!(1, purpose);
const ASKED: ShareField = choice!(2, asked);
const ANSWER: ShareField = choice!(3, answer);
const TOLD: ShareField = choice!(4, told);
const BASIS: ShareField = words!(5, basis);
const REASON: ShareField = words!(6, reason);
const WHEN: ShareField = words!(7, when);

/// The heading, the entries, and the button for one more.
pub fn shares(language: Language, case: CaseState, area: AreaState) -> [El; 5] {
    let words = &language.later().pages.shares;
    let count = memo(move || case.answers.with(|case| case.record.shares.len()));
    let add = move || {
        case.change(|case| {
            if case.record.shares.len() < LIST_LIMIT {
                case.record.shares.push(Share::default());
            }
        });
        let row = count.get_untracked().saturating_sub(1);
        focus_new(format!("[data-question=\"record.shares.{row}\"]"));
    };
    let entries = move || (0..count.get()).listed();
    [
        html::h2().child(words.title),
        p("", words.lead),
        html::div().each(entries, move |row| entry(language, case, area, row)),
        html::p().child(button("button second", words.add).attr("data-action", "add-share").on_press(add)),
        p("small muted", words.minimum),
    ]
}

fn entry(language: Language, case: CaseState, area: AreaState, row: usize) -> El {
    let words = &language.later().pages.shares;
    let say = &language.steps().pages.record;
    let take = move || {
        case.change(|case| {
            if row < case.record.shares.len() {
                case.record.shares.remove(row);
            }
        });
    };
    let grounds: Vec<_> = words.grounds.iter().map(|ground| (*ground, *ground)).listed();
    let parts = html::div()
        .class("parts")
        .child(pick(language, case, row, WITH, options(ShareWith::TEXTS, say.share_with)))
        .child(pick(language, case, row, PURPOSE, options(SharePurpose::TEXTS, say.share_for)))
        .child(pick(language, case, row, ASKED, options(AskedOrTold::TEXTS, say.share_asked)))
        .child(pick(language, case, row, ANSWER, options(ShareAnswer::TEXTS, say.share_answer)))
        .child(pick(language, case, row, TOLD, options(AskedOrTold::TEXTS, say.share_told)))
        .child(write(language, case, row, WHEN));
    html::fieldset()
        .class("question")
        .attr("data-question", format!("record.shares.{row}"))
        .child(html::legend().child(fill(words.entry, &[("n", &(row + 1).to_string())])))
        .child(parts)
        .child(agreement(language, case, area, row))
        .child(pick(language, case, row, BASIS, grounds))
        .child(p("hint", words.grounds_hint))
        .child(write(language, case, row, REASON))
        .child(still(language, case, row))
        .child(button("clear", words.take).on_press(take))
}

fn options(values: &[&'static str], words: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    values.iter().copied().zip(words.iter().copied()).listed()
}

/// The value of a field; empty once the entry is removed.
fn read(case: CaseState, row: usize, part: ShareField) -> String {
    case.answers.with(|case| case.record.shares.get(row).map(part.read).unwrap_or_default())
}

fn put(case: CaseState, row: usize, part: ShareField, value: &str) {
    case.change(|case| {
        if let Some(share) = case.record.shares.get_mut(row) {
            (part.write)(share, value);
        }
    });
}

/// What the controls of a part go by, and its label.
fn named(language: Language, row: usize, part: ShareField) -> (String, &'static str) {
    let label = language.later().pages.shares.labels.get(part.place).copied().unwrap_or_default();
    (format!("record.shares.{row}.{}", part.name), label)
}

fn pick(
    language: Language,
    case: CaseState,
    row: usize,
    part: ShareField,
    options: Vec<(&'static str, &'static str)>,
) -> El {
    let held = untrack(|| read(case, row, part));
    let mut all = vec![(String::new(), language.later().pages.shares.not_said.to_owned())];
    // Keep unknown values from an opened copy.
    if !held.is_empty() && !options.iter().any(|(value, _)| *value == held) {
        all.push((held.clone(), held));
    }
    all.extend(options.into_iter().map(|(value, words)| (value.to_owned(), words.to_owned())));
    let (name, label) = named(language, row, part);
    one_of(&name, label, all, move || read(case, row, part), move |value| put(case, row, part, value))
}

fn write(language: Language, case: CaseState, row: usize, part: ShareField) -> El {
    let (name, label) = named(language, row, part);
    let id = part_id(&name, "field");
    let field = html::input()
        .attr("type", "text")
        .attr("id", &id)
        .attr("name", &name)
        .value(move || read(case, row, part))
        .on(ev::input, move |event| put(case, row, part, &typed(&event)));
    html::div().class("field").child(html::label().attr("for", &id).child(label)).child(quiet(field))
}

/// The rule on agreement for this share, and what the policy says of it.
fn agreement(language: Language, case: CaseState, area: AreaState, row: usize) -> El {
    let words = &language.later().pages.shares;
    // Written elsewhere in the entry, nothing here is said again.
    let found = memo(move || {
        let rule = case.answers.with(|case| case.record.shares.get(row).and_then(share_rule))?;
        let chosen = case.answers.with(|case| case.profile.clone());
        let policy = area.profiles.with(|profiles| policy_consent(rule, profiles.get_or_default(chosen.as_deref())));
        let whose = if chosen.is_some() { words.policy } else { words.usual };
        Some((rule, whose, policy))
    });
    let draw = move || {
        let Some((rule, whose, policy)) = found.get() else { return Vec::new() };
        let policy = policy.map(|(consent, rules)| {
            let consent = language.text(&["consent.", consent.text()].concat());
            let line = p("", fill(whose, &[("consent", consent)]));
            html::div().child(line).child((!rules.is_empty()).then(|| rule_line(language, &rules)))
        });
        let says = words.rules.get(rule.index()).copied().unwrap_or_default();
        let shown = html::div().class("notice").attr("data-share-rule", rule.text());
        vec![shown.child(html::strong().child(words.rule_title)).child(p("", says)).child(policy)]
    };
    html::div().attr("role", "status").live(draw)
}

/// What the entry still lacks.
fn still(language: Language, case: CaseState, row: usize) -> El {
    let words = &language.later().pages.shares;
    let missing = memo(move || case.answers.with(|case| case.record.shares.get(row).map(lacks).unwrap_or_default()));
    let draw = move || {
        let missing = missing.get();
        if missing.is_empty() {
            return Vec::new();
        }
        let lines = missing.iter().map(|lack| words.lacks.get(lack.index()).copied().unwrap_or_default());
        vec![p("small", "").child(html::strong().child(words.still)), list(html::ul(), "small", lines)]
    };
    html::div().attr("role", "status").live(draw)
}
