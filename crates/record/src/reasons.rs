//! Why something is shown, in words: one fact of the case or of the assessment finishes the sentence "because …".
//!
//! Lives here: facts to words. Not here: which facts fired a rule (`engine`). A code never reaches a page: what has no
//! words of its own reads as "another answer in this case".

use super::phrases::lower_first;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input, ItemNumber};
use waymark_content::words::{Words, fill};
use waymark_engine::assessment::Because;

/// Facts that say all that is needed by being there, with their key in the words.
const PLAIN: [(&str, &str); 5] = [
    ("format", "fact.always"),
    ("profile", "fact.profile"),
    ("dash.reach", "fact.reach_possible"),
    ("identify.judgement.person", "fact.judgement_differs"),
    ("settings.hba_auto_marac", "fact.hba_auto"),
];
/// Facts whose value chooses the words.
const BY_VALUE: [(&str, &str); 3] =
    [("identify.clear", "fact.clear_"), ("identify.outcome", "fact.outcome_"), ("dash.prompt", "fact.prompt_")];
/// Items whose words as a danger sign differ from their label, and the two grave indicators.
const SIGN: &str = "fact.sign_";

/// One fact as words that finish the sentence "because …", without a full stop.
///
/// Takes the fact as the engine gave it and the case it was worked out for: a count of the Dash says "incomplete" while
/// an item is not asked.
pub fn because(because: &Because, case: &Case, words: &Words) -> String {
    let text = worded(because, case, words);
    if text.is_empty() { words.text("fact.other").to_owned() } else { text }
}

/// Several facts as words, each once, in the order given. That no grave item is answered is not said beside a grave sign
/// known from elsewhere.
pub fn reasons(facts: &[Because], case: &Case, words: &Words) -> Vec<String> {
    let grave = |fact: &Because| {
        fact.fact == "identify.danger"
            || (fact.value == "yes"
                && ["context.strangulation_within_4_weeks", "context.red_flags"].contains(&fact.fact))
    };
    let grave = facts.iter().any(grave);
    let mut texts: Vec<String> = Vec::new();
    for fact in facts.iter().filter(|fact| !(grave && fact.fact == "dash.prompt" && fact.value == "none")) {
        let text = because(fact, case, words);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

fn worded(because: &Because, case: &Case, words: &Words) -> String {
    let (fact, value) = (because.fact, because.value.as_ref());
    let with_value = |key: &str, value: &str| fill(words.text(key), &[("value", value)]);
    if let Some((_, key)) = PLAIN.iter().find(|(known, _)| *known == fact) {
        return words.text(key).to_owned();
    }
    if let Some((_, key)) = BY_VALUE.iter().find(|(known, _)| *known == fact) {
        return words.text(&format!("{key}{value}")).to_owned();
    }
    match fact {
        "dash.routes" if value.is_empty() => words.text("fact.no_route").to_owned(),
        "dash.routes" => with_value("fact.route", words.text(&format!("route.{value}"))),
        "dash.routes_open" => with_value("fact.routes_open", words.text(&format!("route.{value}"))),
        "dash.yes" => {
            let complete = ItemNumber::all().all(|item| case.dash.answers.get(item).is_some());
            with_value(if complete { "fact.yes" } else { "fact.yes_incomplete" }, value)
        }
        "identify.danger" => IndicatorId::from_text(value).map_or_else(String::new, |id| indicator_sign(id, words)),
        _ => match fact.strip_prefix("dash.answers.").and_then(ItemNumber::from_text) {
            Some(item) => item_answer(item, value, words),
            None => Input::parse(fact).map_or_else(String::new, |input| answer(input, value, words)),
        },
    }
}

/// A Dash item with its answer, which is `yes`, `no` or `dk`.
pub fn item_answer(item: ItemNumber, value: &str, words: &Words) -> String {
    let answer = lower_first(words.question(Input::DashItem(item)).option(value));
    let label = lower_first(words.item(item).label);
    fill(words.text("fact.item"), &[("number", &item.get().to_string()), ("label", &label), ("answer", &answer)])
}

/// An answer of the case: its own words where it has them, else label and value.
fn answer(input: Input, value: &str, words: &Words) -> String {
    let question = words.question(input);
    if let Some(own) = question.because(value) {
        return own.to_owned();
    }
    let label = lower_first(question.short);
    match question.option(value) {
        // A number has no label; a label with a place in it cannot stand alone.
        "" if value.parse::<u16>().is_ok() => format!("{label}: {value}"),
        option if option.is_empty() || option.contains('{') => label,
        option => format!("{label}: {}", lower_first(option)),
    }
}

/// A Dash item as a danger sign, in words that can be said on a telephone.
pub(super) fn item_sign(item: ItemNumber, words: &Words) -> String {
    match words.text(&format!("{SIGN}{}", item.get())) {
        "" => lower_first(words.item(item).label),
        sign => sign.to_owned(),
    }
}

/// A grave indicator as a danger sign.
pub(super) fn indicator_sign(id: IndicatorId, words: &Words) -> String {
    match words.text(&format!("{SIGN}{}", id.text())) {
        "" => fill(words.text("fact.indicator"), &[("value", &lower_first(words.indicator(id).name))]),
        sign => sign.to_owned(),
    }
}
