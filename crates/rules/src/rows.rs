//! The rows of the trigger table: what each shows, holds back, warns of and asks first.

use crate::clause::Clause;
use crate::line::{Line, cited};
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::words::{Words, fill};
use waymark_content::{
    BESIDE, CAUTION_RULES, Condition, Gate, INSTEAD, PROFILES, Profile, RECIPE_RESTS, RECIPES, ROWS, Row, Show,
    WhyWithheld, pathway,
};
use waymark_record::{lower_first, within_in_words};

/// A line for each time that a row shows a pathway or holds it back, and for what the engine decides of it besides.
pub(crate) fn of_pathway(id: PathwayId, words: &Words, lines: &mut Vec<Line>) {
    for row in ROWS {
        for show in row.show.iter().filter(|show| show.pathway == id) {
            lines.push(line(row, &show.only_if, stance(show, words), &[], words));
        }
        for withhold in row.withhold.iter().filter(|withhold| withhold.pathway == id) {
            let mut line = line(row, &withhold.only_if, String::new(), &[], words);
            hold_back(&mut line, &[withhold.why], words);
            lines.push(line);
        }
    }
    if Line::is_told("logic_pathway", id.text(), words) {
        let mut line = Line::told("logic_pathway", id.text(), words);
        hold_back(&mut line, by_the_engine(id), words);
        lines.push(line);
    }
}

/// Why the engine itself holds a pathway back, the first that holds first.
fn by_the_engine(id: PathwayId) -> &'static [WhyWithheld] {
    match id {
        PathwayId::ClaresLaw => &[WhyWithheld::Age],
        PathwayId::PerpetratorHousing | PathwayId::IntensiveWork => &[
            WhyWithheld::HonourOrForce,
            WhyWithheld::Age,
            WhyWithheld::NotSettled,
            WhyWithheld::NotStarted,
            WhyWithheld::Profile,
            WhyWithheld::Floor,
        ],
        _ => &[],
    }
}

/// A line for each caution that a row raises, and for each that the engine raises.
pub(crate) fn cautions(words: &Words, lines: &mut Vec<Line>) {
    for (id, rules) in CAUTION_RULES {
        let title = words.caution(*id).title;
        for row in ROWS {
            for (_, only_if) in row.cautions.iter().filter(|(raised, _)| raised == id) {
                lines.push(line(row, only_if, title.to_owned(), rules, words));
            }
        }
        put_told("logic_caution", id.text(), title, rules, words, lines);
    }
}

/// A line for each recipe, by rank: what it is for, and the steps that it puts first.
pub(crate) fn recipes(words: &Words, lines: &mut Vec<Line>) {
    for ((recipe, rests), own) in RECIPES.iter().zip(RECIPE_RESTS).zip(words.steps().recipes) {
        let first: Vec<&str> = recipe.first.iter().map(|id| line_title(*id, words)).listed();
        let first =
            (!first.is_empty()).then(|| fill(words.later().pages.rules.recipe_first, &[("steps", &first.join("; "))]));
        lines.push(Line {
            code: recipe.id.into(),
            when: Clause::of(&recipe.when, words),
            follows: [fill(words.later().pages.rules.recipe_words, &[("what", own.title)])]
                .into_iter()
                .chain(first)
                .listed(),
            sources: cited(rests.sources),
        });
    }
}

/// A line for each list beside the Dash: where it is shown, what it is about and what is not agreed of it.
pub(crate) fn beside(words: &Words, lines: &mut Vec<Line>) {
    let say = &words.later().pages.rules;
    lines.extend(BESIDE.iter().zip(words.steps().beside).map(|(list, own)| Line {
        code: list.id.into(),
        when: Clause::of(&list.when, words),
        follows: vec![
            fill(say.beside_shows, &[("what", own.title)]),
            fill(say.beside_disputed, &[("what", own.disputed)]),
        ],
        sources: cited(own.sources),
    }));
}

/// A line for each question that a row asks for first, and for each that the engine does.
pub(crate) fn gates(words: &Words, lines: &mut Vec<Line>) {
    for gate in Gate::ALL {
        let question = words.question(gate.input()).ask;
        let asked = fill(words.later().pages.rules.asked_first, &[("question", question)]);
        for row in ROWS {
            for (_, only_if) in row.gates.iter().filter(|(raised, _)| raised == gate) {
                lines.push(line(row, only_if, asked.clone(), &[], words));
            }
        }
        put_told("logic_gate", gate.text(), &asked, &[], words, lines);
    }
}

/// What the engine does besides, where it has words.
fn put_told(
    table: &str,
    code: &'static str,
    follows: &str,
    rules: &[&'static str],
    words: &Words,
    lines: &mut Vec<Line>,
) {
    if Line::is_told(table, code, words) {
        let mut line = Line::told(table, code, words);
        line.follows.push(follows.to_owned());
        line.rest_on(&cited(rules));
        lines.push(line);
    }
}

/// Who acts, with what agreement, at which hours, what it always rests on, and what policies say of it.
pub(crate) fn facts(id: PathwayId, words: &Words) -> Vec<(String, String)> {
    let say = &words.later().pages.rules;
    let row = pathway(id);
    let mut facts = vec![
        (say.who.to_owned(), words.text(&["who.", row.who.text()].concat()).to_owned()),
        (say.agreement.to_owned(), words.text(&["consent.", row.consent.text()].concat()).to_owned()),
        (say.hours.to_owned(), words.text(&["open.", row.open.text()].concat()).to_owned()),
        (say.rests.to_owned(), row.rules.join(", ")),
    ];
    let policies: Vec<String> = PROFILES.iter().flat_map(|profile| by_policy(id, profile, words)).listed();
    if !policies.is_empty() {
        facts.push((say.policies.to_owned(), policies.join(". ")));
    }
    facts
}

/// The policy's own agreement, time limits and rules for a pathway.
fn by_policy(id: PathwayId, profile: &Profile, words: &Words) -> Option<String> {
    let consent = profile.consent.iter().filter(|(about, _)| *about == id);
    let mut what: Vec<String> =
        consent.map(|(_, consent)| words.text(&["consent.", consent.text()].concat()).to_owned()).listed();
    for deadline in profile.deadlines.iter().filter(|deadline| deadline.pathways.contains(&id)) {
        what.push([&within_in_words(deadline.within, words), " (", &deadline.rule, ")"].concat());
    }
    what.extend(profile.rules.iter().filter(|(about, _)| *about == id).map(|(_, rule)| rule.to_string()));
    let policy = words.question(Input::Profile).option(&profile.id);
    let said = || fill(words.later().pages.rules.by_policy, &[("policy", policy), ("what", &what.join(", "))]);
    (!what.is_empty()).then(said)
}

/// A line of a row; what follows is added later where it is empty here.
fn line(row: &Row, only_if: &Condition, follows: String, rules: &[&'static str], words: &Words) -> Line {
    let mut line = Line {
        code: row.id.into(),
        when: Clause::both(&row.when, only_if, words),
        follows: if follows.is_empty() { Vec::new() } else { vec![follows] },
        sources: cited(row.rules),
    };
    line.rest_on(&cited(rules));
    line
}

fn stance(show: &Show, words: &Words) -> String {
    let time = words.text(&["priority.", &show.priority.to_string()].concat());
    let stance = words.text(&["stance.", show.stance.text()].concat());
    fill(words.later().pages.rules.shows, &[("stance", stance), ("time", &lower_first(time))])
}

/// Adds why something is held back, for the first reason that holds, and what to turn to instead; nothing where there is no
/// reason.
fn hold_back(line: &mut Line, why: &[WhyWithheld], words: &Words) {
    let say = &words.later().pages.rules;
    let reasons: Vec<&str> = why.iter().map(|why| words.text(&["why.", why.text()].concat())).listed();
    let held = match reasons.as_slice() {
        [] => return,
        [reason] => fill(say.held, &[("why", reason)]),
        several => fill(say.held_first, &[("why", &several.join("; "))]),
    };
    let mut steps: Vec<&str> = Vec::new();
    for (_, listed) in INSTEAD.iter().filter(|(known, _)| why.contains(known)) {
        for step in listed.iter().map(|id| line_title(*id, words)) {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
    line.follows.push(held);
    line.follows.push(fill(say.instead, &[("steps", &steps.join("; "))]));
}

/// What a pathway is called while steps towards the other person are closed.
fn line_title(id: PathwayId, words: &Words) -> &'static str {
    match words.pathway(id) {
        own if own.line_title.is_empty() => own.title,
        own => own.line_title,
    }
}
