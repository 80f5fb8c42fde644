//! The guided step: the check, the two people, one prompt a screen, how it is known, the read-back, and the result.
//!
//! Lives here: the frame of a screen, and the screens around the prompts. Not here: their order (`flow`), a prompt (`prompt`),
//! the result (`result`).

mod moves;
mod prompt;
mod result;

use super::beside::{before_you_start, group_fold, groups, is_needed, traps};
use super::card;
use super::flags::{discard, something_else};
use super::people::people_picker;
use super::read_back::{FIRST, answers, is_confirmed, lines};
use super::result::{danger, is_danger, result_root, said_first, say_danger};
use super::sentence::stated;
use crate::app::{CaseState, Language, Step, View};
use crate::components::{layout_toggle, question, row, screen_progress, screen_root, step_end};
use crate::platform::voice;
use leptos::prelude::*;
use moves::{actions, back, go, tick};
use waymark_case::vocabulary::{Flag, IndicatorId, Person, Vocabulary};
use waymark_case::{ContextField, Input};
use waymark_engine::assessment::Needed;
use waymark_flow::IdentifyScreen;
use waymark_view::{El, button, details, h1, html, memo, p};

/// What the check asks, and what each of these screens can take back.
const CHECK: [Input; 2] = [Input::Context(ContextField::CounterAllegation), Input::Unsure];
const WHOSE_CASE: [Input; 1] = [Input::SurvivorIs];
const CONTACT: [Input; 1] = [Input::NoContactWith];
const VIEWS: [Input; 2] = [Input::JudgementPerson, Input::Specialist];

/// The screen at the worker's place.
pub fn screens(language: Language, case: CaseState, view: View) -> El {
    let place = view.places.identify;
    // What was read back may have changed since: then it is read back again.
    let at = memo(move || match place.get() {
        IdentifyScreen::Result if !is_confirmed(language, case, view) => IdentifyScreen::ReadBack,
        at => at,
    });
    say_danger(language, case);
    html::div().class("guided").live(move || {
        let at = at.get();
        untrack(|| {
            let progress = move || (at.place(), IdentifyScreen::COUNT);
            let root = screen_root(&at.name()).child(screen_progress(
                language,
                Step::Identify,
                language.steps().pages.identify.screens,
                progress,
            ));
            let screen = match at {
                IdentifyScreen::Check => check(language, case, view, root),
                IdentifyScreen::People => people(language, case, view, root),
                IdentifyScreen::Prompt(id) => prompt::prompt(language, case, view, root, id),
                IdentifyScreen::Others(last) => others(language, case, view, root, last),
                IdentifyScreen::How => how(language, case, view, root),
                IdentifyScreen::ReadBack => read_back(language, case, view, root),
                IdentifyScreen::Result => result::result(language, case, view, root),
                IdentifyScreen::OwnView => own_view(language, case, view, root),
            };
            // On every screen of the step its result can be told, and only on its own it is shown.
            let told = (at != IdentifyScreen::Result).then(|| result_root(case));
            vec![screen.child(told), layout_toggle(language, view)]
        })
    })
}

/// Takes back what was answered to some questions of a screen.
fn clear(language: Language, case: CaseState, inputs: &'static [Input]) -> El {
    let answered = move || inputs.iter().any(|input| case.answered(*input));
    let clear = move || {
        button("clear", language.pages.shell.clear_answer)
            .on_press(move || inputs.iter().for_each(|input| case.answer(*input, None)))
    };
    html::span().when(answered, clear)
}

/// Of a statement that names nobody.
fn nobody(_: CaseState) -> Option<Person> {
    None
}

/// Whether the step is needed, and what is known of danger already.
fn check(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.identify;
    let at = IdentifyScreen::Check;
    let goes_on =
        move || case.assessment.with(|it| it.identify.needed != Needed::NotNeeded || it.identify.outcome.is_some());
    let on = move || actions(language, view, at, || false).child(clear(language, case, &CHECK));
    let anyway = move || {
        let work_through = button("button second", words.work_through)
            .attr("data-action", "work-through")
            .on_press(move || go(view, at.next()));
        step_end(language, view, Step::Dash)
            .child(work_through)
            .child(back(language, view, at))
            .child(clear(language, case, &CHECK))
    };
    let [disputed, unsure] = CHECK;
    root.child(h1(words.check_title))
        .when(move || is_danger(case), move || danger(language, case, view, ""))
        .child(is_needed(language, case))
        .child(row(language, case, disputed, &[], true))
        .child(tick(language, case, unsure, nobody))
        .either(goes_on, on, anyway)
}

fn people(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.identify;
    root.child(h1(words.people_title))
        .child(p("", words.people_lead))
        .child(people_picker(language, case))
        .child(row(language, case, WHOSE_CASE[0], &[], true))
        .child(
            html::div()
                .class("helps")
                .child(details("help", words.before_title).child(before_you_start(language)))
                .child(traps(language)),
        )
        .child(actions(language, view, IdentifyScreen::People, || false).child(clear(language, case, &WHOSE_CASE)))
}

/// The prompts beside the ten, by what they are about. The group of the `last` one looked at is open.
fn others(language: Language, case: CaseState, view: View, root: El, last: Option<IndicatorId>) -> El {
    let words = &language.steps().pages.identify;
    let line = move |id: IndicatorId| {
        let said = move || if card::is_answered(case, id) { stated(language, case, id) } else { String::new() };
        let open = button("link", language.indicator(id).ask)
            .attr("data-prompt", id.text())
            .on_press(move || go(view, IdentifyScreen::Prompt(id)));
        html::li().child(open).child(html::small().child(said))
    };
    let fold = |group: super::beside::Group| {
        let open = last.filter(|last| group.prompts.contains(last)).map(|_| "");
        let lines = html::ul().class("told").children(group.prompts.iter().copied().map(line));
        group_fold(language, case, &group).attr("open", open).child(lines)
    };
    root.child(h1(words.others_title))
        .child(p("", words.others_lead))
        .children(groups(language).into_iter().map(fold))
        .child(actions(language, view, IdentifyScreen::Others(last), || false))
}

/// How the answers were obtained, and what else could explain it.
fn how(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.identify;
    let flags = [Flag::BothSeenAlone, Flag::OneIncident, Flag::FormalConflict];
    root.child(h1(words.how_title))
        .child(row(language, case, CONTACT[0], &[], true))
        .children(flags.map(|flag| tick(language, case, Input::Flag(flag), nobody)))
        .child(details("fold", words.discard_title).child(discard(language, case)))
        .child(details("fold", words.other_title).child(something_else(language, case)))
        .child(actions(language, view, IdentifyScreen::How, || false).child(clear(language, case, &CONTACT)))
}

/// Three lines read back before any result.
fn read_back(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.identify;
    let yes = move || {
        go(view, IdentifyScreen::Result);
        voice::say(untrack(|| said_first(language, case)));
    };
    let no = move || go(view, IdentifyScreen::Prompt(FIRST));
    root.child(h1(words.read_title))
        .child(p("", words.read_lead))
        .child(lines(language, case))
        .child(answers(language, case, view, yes, no).child(back(language, view, IdentifyScreen::ReadBack)))
}

/// The worker's own view, and that of others. Who was heard alone is asked beside the result, where it is shown.
fn own_view(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.identify;
    let heard = move || tick(language, case, Input::Flag(Flag::HarmedVoice), nobody);
    root.child(h1(words.own_title))
        .child(p("", words.own_lead))
        .children(VIEWS.map(|input| row(language, case, input, &[], true)))
        .child(tick(language, case, Input::SecondReader, nobody))
        .when(move || !is_confirmed(language, case, view), heard)
        .child(details("fold", language.question(Input::JudgementReason).short).child(question(
            language,
            case,
            Input::JudgementReason,
        )))
        .child(actions(language, view, IdentifyScreen::OwnView, || false).child(clear(language, case, &VIEWS)))
}
