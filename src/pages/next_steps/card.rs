//! One step: what to do, who, by when, with whose agreement, why it is here, how to do it with care, and what was decided.
//!
//! A card stays while its step does: what the engine says of the step is drawn again, what is decided about it is not.

use crate::app::{Desk, Layout, Step};
use crate::case::input::ChoicePart;
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input};
use crate::components::{Label, chosen_policy, clear_answer, policy_lines, role_names, rules_at, seg, short_field};
use crate::content::words::{PathwayWords, capital};
use crate::content::{CautionId, Profiles, Rule, Stance};
use crate::engine::assessment::{Mode, ShownPathway};
use crate::platform::dom::{El, button, el, list, p};
use crate::record;
use leptos::prelude::*;

/// How many reasons stand on the card; the others are under "How to do it with care".
const REASONS: usize = 3;
/// How many lines of the policy stand on the card; the others are there too.
const POLICY: usize = 2;

/// What a card shows that can change while its step stays.
#[derive(Clone, PartialEq, Eq)]
struct Seen {
    shown: ShownPathway,
    reasons: Vec<String>,
    who: String,
    notes: Vec<&'static str>,
    policy: Option<&'static str>,
    nation: Option<Nation>,
}

impl Seen {
    /// The step as it stands; `None` when it stands no more, just before its card goes.
    fn now(desk: Desk, id: PathwayId) -> Option<Self> {
        let shown = desk.assessment.with(|assessment| assessment.pathway(id).cloned())?;
        let (reasons, nation) =
            desk.case.with(|case| (record::reasons(&shown.because, case, desk.words), case.context.nation));
        Some(Self { reasons, who: who(desk, &shown), notes: notes(desk, id), policy: policy(desk), nation, shown })
    }
}

/// A code in words, such as `due.now`.
fn code(desk: Desk, table: &str, code: &str) -> String {
    capital(desk.words.text(&[table, ".", code].concat()))
}

/// The name, the line and what it is, in the mode the step is offered in.
fn wording(words: &PathwayWords, mode: Option<Mode>) -> (&'static str, &'static str, &'static str) {
    match mode {
        Some(Mode::PractitionerLine) => (words.line_title, words.line_action, words.line_what),
        _ => (words.title, words.action, words.what),
    }
}

/// The name of a pathway in the mode it is shown in. Follows the assessment.
pub fn title(desk: Desk, id: PathwayId) -> &'static str {
    let mode = desk.assessment.with(|assessment| assessment.pathway(id).and_then(|shown| shown.mode));
    wording(desk.words.pathway(id), mode).0
}

/// Reasons as lines that start with "because".
pub fn because(desk: Desk, reasons: &[String]) -> El {
    let row =
        |reason: &String| el("li").text(desk.words.pages.next_steps.because).text(" ").text(reason.clone()).text(".");
    el("ul").class("because").children(reasons.iter().map(row))
}

/// One pathway as a card.
pub fn card(desk: Desk, id: PathwayId) -> El {
    let page = &desk.words.pages.next_steps;
    let seen = Memo::new(move |_| Seen::now(desk, id));
    let attribute = move |of: fn(&ShownPathway) -> Option<&'static str>| {
        move || seen.with(|seen| seen.as_ref().and_then(|seen| of(&seen.shown)))
    };
    let part = move |of: fn(Desk, &Seen) -> Vec<El>| {
        move || seen.with(|seen| seen.as_ref().map_or_else(Vec::new, |seen| of(desk, seen)))
    };
    let help = move || {
        el("details")
            .class("help")
            .child(el("summary").text(page.more).child(hidden_title(desk, id)))
            .live(part(with_care))
    };
    el("article")
        .class("card path")
        .attr("data-pathway", id.text())
        .live_attr(
            "data-priority",
            attribute(|shown| ["0", "1", "2", "3", "4"].get(usize::from(shown.priority)).copied()),
        )
        .live_attr("data-stance", attribute(|shown| Some(shown.stance.text())))
        .live_attr("data-mode", attribute(|shown| shown.mode.map(Vocabulary::text)))
        .later(move || vec![el("div").live(part(what_to_do))])
        .later(move || vec![help()])
        .later(move || vec![decision(desk, id)])
}

/// Names the step to a screen reader, beside a label that all cards share.
fn hidden_title(desk: Desk, id: PathwayId) -> El {
    el("span").class("visually-hidden").text(": ").live_text(move || title(desk, id))
}

/// What a card shows first: how pressing, what to do, who and when, and why.
fn what_to_do(desk: Desk, seen: &Seen) -> Vec<El> {
    let page = &desk.words.pages.next_steps;
    let shown = &seen.shown;
    let (title, action, _) = wording(desk.words.pathway(shown.id), shown.mode);
    let weight = match shown.priority {
        0 | 1 => "tag strong",
        2 => "tag",
        _ => "tag soft",
    };
    let open = desk.words.text(&["open.", shown.open.text()].concat()).to_ascii_lowercase();
    let meta = [
        (page.who, seen.who.clone()),
        (page.due, [&code(desk, "due", shown.due.text()), " (", &open, ")"].concat()),
        (page.agreement, code(desk, "consent", shown.consent.text())),
    ];
    let row = |(term, text): (&'static str, String)| el("div").child(el("dt").text(term)).child(el("dd").text(text));
    let priority = desk.words.text(&["priority.", &shown.priority.to_string()].concat());
    let top = p("top", "")
        .child(el("span").class(weight).text(priority))
        .child(el("span").class("tag soft").text(code(desk, "stance", shown.stance.text())));
    let mut parts = vec![top, el("h3").text(title), p("do", action).text(".")];
    parts.extend((shown.stance == Stance::NotNow).then(|| waits(desk)));
    parts.extend(seen.notes.iter().map(|note| p("note", *note)));
    parts.push(el("dl").class("meta").children(meta.map(row)));
    parts.push(because(desk, &seen.reasons[..seen.reasons.len().min(REASONS)]));
    let own = own_rules(desk, seen);
    parts.extend(policy_lines(desk, &own[..own.len().min(POLICY)]));
    parts
}

/// The chosen policy, when it has a document. Follows the case.
fn policy(desk: Desk) -> Option<&'static str> {
    chosen_policy(desk).map(|policy| policy.profile)
}

/// What the policy says of the step. Its words on work with the other person stand beside the whole offer only, never beside
/// the line that a worker can ring for advice.
fn own_rules(desk: Desk, seen: &Seen) -> Vec<&'static Rule> {
    let policy = seen.policy.and_then(|id| desk.words.document(id));
    let whole = seen.shown.mode != Some(Mode::PractitionerLine);
    let place = ["pathway:", seen.shown.id.text()].concat();
    policy.filter(|_| whole).map(|policy| rules_at(policy, &place)).unwrap_or_default()
}

/// How to do it with care: what it is, what to have ready, what could go wrong, and what it rests on.
fn with_care(desk: Desk, seen: &Seen) -> Vec<El> {
    let page = &desk.words.pages.next_steps;
    let words = desk.words.pathway(seen.shown.id);
    let mut parts = vec![p("", wording(words, seen.shown.mode).2)];
    for (title, lines) in [(page.ready, words.ready), (page.care, words.care)] {
        if !lines.is_empty() {
            parts.extend([el("h4").text(title), list("ul", "", lines.iter().copied())]);
        }
    }
    parts.extend([el("h4").text(page.on_agreement), p("", words.consent)]);
    in_nation(desk, words, seen.nation, &mut parts);
    if !words.status.is_empty() {
        parts.extend([el("h4").text(page.status), p("", words.status)]);
    }
    if let Some(far @ [_, ..]) = seen.reasons.get(REASONS..) {
        parts.push(because(desk, far));
    }
    if let Some(far @ [_, ..]) = own_rules(desk, seen).get(POLICY..) {
        parts.extend(policy_lines(desk, far));
    }
    parts.push(p("ids", page.rules).text(" ").text(seen.shown.rules.join(", ")));
    parts
}

/// Who acts: for a referral to MARAC the roles that the policy names, or the worker where any of them may.
fn who(desk: Desk, shown: &ShownPathway) -> String {
    if shown.id == PathwayId::Pw06 {
        let role = desk.case.with(|case| case.context.worker_role);
        let profile = desk.assessment.with(|assessment| assessment.profile.clone());
        let profiles = Profiles::shipped();
        let referrers = &profiles.get_or_default(Some(&profile)).referrers;
        let anyone = referrers.contains(&WorkerRole::AnyStaff);
        if anyone || role.is_some_and(|role| referrers.contains(&role)) {
            return desk.words.text("who.worker").to_owned();
        }
        return capital(&role_names(desk, referrers));
    }
    code(desk, "who", shown.who.text())
}

/// Lines that an answer or the policy adds to a step.
fn notes(desk: Desk, id: PathwayId) -> Vec<&'static str> {
    let page = &desk.words.pages.next_steps;
    let holds = |field: ContextField, value: &str| desk.holds(Input::Context(field), value);
    let staff = || desk.assessment.with(|assessment| assessment.warns(CautionId::RestrictFile));
    let police_always = || {
        let profile = desk.assessment.with(|assessment| assessment.profile.clone());
        Profiles::shipped().get_or_default(Some(&profile)).police_always
    };
    let in_area = || desk.case.with(|case| case.settings.dapo_area == Some(DapoArea::Yes));
    let notes: &[(bool, &'static str)] = match id {
        PathwayId::Pw03 => &[
            (holds(ContextField::Wishes, Wish::NoPolice.text()), page.no_police),
            (police_always(), page.police_always),
        ],
        PathwayId::Pw06 => &[(staff(), page.staff_first)],
        PathwayId::Pw12 => &[(true, if in_area() { page.dapo_yes } else { page.dapo_unknown })],
        PathwayId::Pw23 => &[(holds(ContextField::Arrears, Known::Yes.text()), page.arrears)],
        _ => &[],
    };
    notes.iter().filter_map(|(holds, note)| holds.then_some(*note)).collect()
}

/// A link to a question of the situation.
fn to_question(desk: Desk, words: &'static str, field: ContextField) -> El {
    button("link", words).on_press(move || desk.open_at(Step::Situation, Input::Context(field)))
}

/// A step that waits for the survivor's wish names the question and leads to it.
fn waits(desk: Desk) -> El {
    let ask = desk.words.question(Input::Context(ContextField::WishAsked)).ask;
    p("note", desk.words.pages.next_steps.waits).text(" ").child(to_question(desk, ask, ContextField::WishAsked))
}

/// What differs where the home is; without a nation, the question.
fn in_nation(desk: Desk, words: &'static PathwayWords, nation: Option<Nation>, parts: &mut Vec<El>) {
    let page = &desk.words.pages.next_steps;
    if words.nations.is_empty() {
        return;
    }
    match nation.map(|nation| words.in_nation(nation)) {
        Some("") => {}
        Some(text) => parts.extend([el("h4").text(page.nation_law), p("", text)]),
        None => {
            let choose = to_question(desk, page.nation_choose, ContextField::Nation);
            parts.push(p("", page.nation_unknown).text(" ").child(choose));
        }
    }
}

/// What was decided, and once it is: who, when, why.
fn decision(desk: Desk, id: PathwayId) -> El {
    let decision = Input::Choice(id, ChoicePart::Decision);
    let options = desk.words.question(decision).options;
    let options = options.iter().map(|(value, label)| (*value, Label::Fixed(label))).collect();
    let parts = [ChoicePart::By, ChoicePart::When, ChoicePart::Reason].map(|part| Input::Choice(id, part));
    let decided = move || {
        desk.layout.get() == Layout::Whole || desk.answered(decision) || parts.iter().any(|part| desk.answered(*part))
    };
    let field = move |input: Input| {
        el("label").child(el("span").text(desk.words.question(input).ask)).child(short_field(input))
    };
    el("fieldset")
        .class("decide")
        .attr("data-question", &decision.name())
        .child(el("legend").text(desk.words.pages.next_steps.decision).child(hidden_title(desk, id)))
        .child(seg(decision, options))
        .when(decided, move || el("div").class("decided").children(parts.map(field)))
        .when(move || desk.answered(decision), move || clear_answer(decision))
}
