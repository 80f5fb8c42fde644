//! The result: danger first, one sentence, how sure, what to do for each person, and then everything it rests on.
//! Nothing here is worded to be told to either person.

use super::explain::explanation;
use super::finding::{ResultHead, found};
use super::sentence::stated;
use super::to_do::{can_be_settled, settling, to_do};
use crate::app::{CaseState, Language, Step, View};
use crate::components::{caution_card, question, say_box};
use crate::platform::voice;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{IndicatorId, Person, SpecialistView, Vocabulary};
use waymark_content::CautionId;
use waymark_content::words::{capital, fill};
use waymark_engine::assessment::{Band, Outcome};
use waymark_record::{heading, key, review};
use waymark_view::{El, Fragment, Memo, button, html, list, memo, p};

/// Cautions that belong beside this result. The first is never folded away.
pub const CAUTIONS: [CautionId; 4] =
    [CautionId::Reversed, CautionId::OneReader, CautionId::SecondOpinion, CautionId::KeepDashesApart];

/// The place of the result, with what it comes to as attributes.
pub fn result_root(case: CaseState) -> El {
    html::section()
        .class("result")
        .attr("data-result", "identify")
        .attr("data-outcome", move || Some(found(case, |it| it.outcome.map_or("", Outcome::text))))
        .attr("data-person", move || Some(found(case, |it| it.person.map_or("", Person::text))))
        .attr("data-band", move || Some(found(case, |it| it.band.text())))
        .attr("data-head", move || Some(found(case, |it| it.head.text())))
}

/// How the result is laid out. Follows the case.
pub fn result_head(case: CaseState) -> Memo<ResultHead> {
    memo(move || found(case, ResultHead::of))
}

/// Says aloud that there is danger, once there is.
pub fn say_danger(language: Language, case: CaseState) {
    voice::follow(move || match found(case, |it| it.danger.is_empty()) {
        true => "",
        false => language.steps().pages.identify.danger_title,
    });
}

/// Says aloud what the answers come to, as it changes: the whole of it is long, and most of it stays as it was.
pub fn say_result(language: Language, case: CaseState, head: Memo<ResultHead>) {
    voice::follow(
        move || {
            if head.get() == ResultHead::NotStarted { String::new() } else { said_first(language, case) }
        },
    );
}

/// The result on the page of the whole step.
pub fn whole_result(language: Language, case: CaseState, view: View) -> El {
    let head = result_head(case);
    say_result(language, case, head);
    say_danger(language, case);
    shown_in(language, case, view, head, language.steps().pages.identify.danger_lead, result)
}

/// The result in its place: danger first, with what to know about it (`lead`), and then what `parts` makes of it.
pub fn shown_in(
    language: Language,
    case: CaseState,
    view: View,
    head: Memo<ResultHead>,
    lead: &'static str,
    parts: fn(Language, CaseState, View, ResultHead) -> El,
) -> El {
    let danger = move || danger(language, case, view, lead);
    result_root(case).when(move || is_danger(case), danger).live(move || match head.get() {
        ResultHead::NotStarted => vec![p("", language.text("outcome.not_started"))],
        head => vec![untrack(|| parts(language, case, view, head))],
    })
}

/// True when an answer is a danger sign. Follows the case.
pub fn is_danger(case: CaseState) -> bool {
    found(case, |it| !it.danger.is_empty())
}

/// Danger signs, whatever the outcome, tainted or not. `lead` is what to know about them; it may be empty.
pub fn danger(language: Language, case: CaseState, view: View, lead: &'static str) -> El {
    let words = &language.steps().pages.identify;
    let line = move |id: IndicatorId| {
        let tainted = move || {
            let tainted = case.answers.with(|case| case.identify.answer(id).is_some_and(|answer| answer.tainted));
            if tainted { language.steps().pages.identify.danger_tainted } else { "" }
        };
        html::li().child(move || stated(language, case, id)).child(". ").child(tainted)
    };
    let open = button("button", words.danger_open).on_press(move || view.open(Step::NextSteps));
    html::div()
        .class("notice urgent")
        .child(html::h2().child(words.danger_title))
        .child((!lead.is_empty()).then(|| p("", lead)))
        .child(html::ul().each(move || found(case, |it| it.danger.clone()), line))
        .child(html::div().class("actions").child(open))
}

/// What the answers come to.
fn result(language: Language, case: CaseState, view: View, head: ResultHead) -> El {
    let words = &language.steps().pages.identify;
    let to_do = html::div().attr("aria-live", "off").children(to_do(language, case, head));
    let settling = move || vec![html::h3().child(words.settle_title), settling(language, case, view)];
    let title = |words: &'static str| html::div().child(html::h2().child(words));
    let (sentence, certainty) = (sentence(language, case), band(language, case).child(caps(language, case)));
    let first = match head {
        ResultHead::Named(_) => title(words.result_title).child(sentence).child(certainty).child(to_do),
        ResultHead::OneAccount => title(words.result_title).child(sentence).child(to_do),
        _ => title(words.result_do_title)
            .child(to_do.when_all(move || can_be_settled(case), settling))
            .child(sentence)
            .child(certainty),
    };
    first.child(rest(language, case, view, head))
}

/// The one sentence that the answers come to. Follows the case.
pub fn said_first(language: Language, case: CaseState) -> String {
    let (sentence, person) = found(case, |it| (heading(it, language), it.person));
    capital(&case.about_people(language, sentence, person))
}

/// One plain sentence, what is provisional in it, and what is known of force.
pub fn sentence(language: Language, case: CaseState) -> Fragment {
    let words = &language.steps().pages.identify;
    let sentence = move || said_first(language, case);
    let not_asked = move || found(case, |it| it.unasked_core.len());
    let provisional = move || match not_asked() {
        0 => String::new(),
        1 => words.provisional_one.to_owned(),
        n => fill(words.provisional, &[("n", &n.to_string())]),
    };
    let force = move || match found(case, |it| (it.force_line, it.person)) {
        (Some(force), person) => {
            capital(&case.about_people(language, language.text(&key("force_line", force)), person))
        }
        _ => String::new(),
    };
    Fragment::new()
        .child(html::p().class("found").child(html::strong().child(sentence)))
        .when(move || not_asked() > 0, move || html::p().child(provisional))
        .when(move || found(case, |it| it.force_line.is_some()), move || html::p().child(force))
}

/// How sure. Nothing where nobody is named.
pub fn band(language: Language, case: CaseState) -> Fragment {
    let band = move || {
        let band = move || language.text(&key("band", found(case, |it| it.band)));
        p("", language.steps().pages.identify.band).child(" ").child(html::strong().child(band))
    };
    Fragment::new().when(move || found(case, |it| it.band != Band::None), band)
}

/// What holds it there.
pub fn caps(language: Language, case: CaseState) -> El {
    let caps = move || {
        let caps = found(case, |it| it.caps.iter().map(|cap| language.text(&key("cap", *cap))).listed());
        told(language.steps().pages.identify.held, caps)
    };
    html::div().attr("aria-live", "off").live(caps)
}

/// A heading and its lines; nothing when there are none.
fn told(title: &'static str, lines: Vec<&'static str>) -> Vec<El> {
    if lines.is_empty() { Vec::new() } else { vec![html::h3().child(title), list(html::ul(), "", lines)] }
}

/// Reasons, what the outcome does not mean, cautions, what to say, everything it rests on, and who must read it.
fn rest(language: Language, case: CaseState, view: View, head: ResultHead) -> El {
    html::div()
        .attr("aria-live", "off")
        .child(reasons(language, case, head))
        .child(cautions(language, case, &CAUTIONS))
        .children(what_to_say(language, case, head))
        .child(explanation(language, case, view, head))
        .child(html::h3().child(language.steps().pages.identify.reader_title))
        .child(readers(language, case))
}

/// Why, and what the outcome does not mean.
pub fn reasons(language: Language, case: CaseState, head: ResultHead) -> Fragment {
    let words = &language.steps().pages.identify;
    let reasons = move || {
        let reasons = found(case, |it| it.reasons.iter().map(|it| language.text(&key("reason", *it))).listed());
        told(words.reasons, reasons)
    };
    let note = move || found(case, |it| it.outcome.map_or("", |outcome| language.text(&key("outcome_note", outcome))));
    Fragment::new().live(reasons).children((head != ResultHead::OneAccount).then(|| html::p().child(note)))
}

/// Cautions, of those `wanted`.
pub fn cautions(language: Language, case: CaseState, wanted: &'static [CautionId]) -> Fragment {
    Fragment::new().live(move || {
        case.assessment.with(|it| {
            let ours = it.cautions.iter().filter(|caution| wanted.contains(&caution.id));
            ours.map(|caution| caution_card(language, case, caution.id, &caution.rules)).listed()
        })
    })
}

/// What to say to either of them, and when.
pub fn what_to_say(language: Language, case: CaseState, head: ResultHead) -> [El; 2] {
    let moment = match head {
        ResultHead::Named(_) => "other-asks",
        ResultHead::OneAccount => "disclosure",
        _ => "not-clear",
    };
    let when = p("small muted", language.say(moment).map_or("", |say| say.when));
    [when, say_box(language, case, move || moment)]
}

/// Who must read it, when to look again, which version, and what it can never do.
pub fn readers(language: Language, case: CaseState) -> [El; 3] {
    let words = &language.steps().pages.identify;
    let reader = move || {
        if !found(case, |it| matches!(it.outcome, Some(Outcome::Clear | Outcome::Probable | Outcome::NoControlFound))) {
            return words.reader_none;
        }
        case.answers.with(|case| match &case.identify {
            it if it.second_reader => words.reader_two,
            it if it.flags.specialist == Some(SpecialistView::Agrees) => words.reader_specialist,
            _ => words.reader_one,
        })
    };
    let review = move || found(case, |it| review(it, language));
    let version =
        move || case.assessment.with(|it| fill(words.version, &[("engine", it.engine), ("content", it.content)]));
    [
        html::p().child(reader).child(" ").child(review),
        html::p().class("small").child(version),
        p("", language.text("standing")),
    ]
}

/// The worker's own judgement, a second reader and a specialist: beside the result, never overwritten by it.
pub fn beside_result(language: Language, case: CaseState) -> Vec<El> {
    let words = &language.steps().pages.identify;
    let mut parts = vec![html::h2().child(words.own_title), p("", words.own_lead)];
    parts.extend(
        [Input::JudgementPerson, Input::JudgementReason, Input::SecondReader, Input::Specialist]
            .map(|input| question(language, case, input)),
    );
    parts
}
