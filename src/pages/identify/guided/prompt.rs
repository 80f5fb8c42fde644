//! The screen of one prompt: who, then what each of the two says and what others saw, in rows of their own, so that a complaint
//! about the other is never filed as an admission; and the answer read back.

use super::moves::actions;
use crate::app::{CaseState, Language, Step, View};
use crate::components::{Label, seg};
use crate::pages::identify::card::{clear, echo, is_answered, look_for, more, when_and_note, whos};
use crate::pages::identify::contested::own_ticks;
use crate::pages::identify::echo::{Asking, echo_checks, source_tick};
use crate::pages::identify::finding::found;
use crate::pages::identify::pointed::{can_be_disputed, of, pointed_at};
use leptos::ev;
use leptos::prelude::*;
use waymark_case::input::IndicatorPart;
use waymark_case::vocabulary::{IndicatorId, Person, Source, Vocabulary};
use waymark_case::{IndicatorAnswer, Input};
use waymark_content::indicator;
use waymark_content::words::{capital, fill};
use waymark_flow::IdentifyScreen;
use waymark_view::{El, button, details, h1, html, p};

/// The screen.
pub fn prompt(language: Language, case: CaseState, view: View, root: El, id: IndicatorId) -> El {
    let page = &language.steps().pages.identify;
    let words = language.indicator(id);
    let asking = Asking::new(id);
    let answered = move || is_answered(case, id);
    let said = move || case.answers.with(|case| case.identify.answer(id).is_some_and(IndicatorAnswer::says_something));
    let tainted = move || case.holds(Input::Indicator(id, IndicatorPart::Tainted), "true");
    let more = move || {
        details("help", page.more_answer).children(more(language, case, id)).child(when_and_note(language, case, id))
    };
    let danger = move || {
        let open = button("link", page.danger_open).on_press(move || view.open(Step::NextSteps));
        p("at-once", "").child(html::strong().child(page.danger_title)).child(" ").child(open)
    };
    let who = Input::Indicator(id, IndicatorPart::Who);
    let changed = move |_| take_accounts_back(case, id, asking);
    let question = html::fieldset()
        .attr("data-question", IdentifyScreen::Prompt(id).name())
        .child(html::legend().class("visually-hidden").child(words.ask))
        .child(seg(case, who, whos(language, case, id)).class("whos").on(ev::change, changed))
        .when_all(said, move || accounts(language, case, view, id, asking))
        .child(echo(language, case, id))
        // What takes an answer out of the count is not folded away.
        .when(tainted, || p("small", page.tainted_note))
        .when(move || found(case, |it| it.danger.contains(&id)), danger);
    let folds = html::div()
        .class("helps")
        .child(details("help", page.look_for).child(p("", words.explore)).children(look_for(language, id)))
        .when(answered, more);
    root.child(h1(words.ask)).child(question).child(folds).child(
        actions(language, view, IdentifyScreen::Prompt(id), move || !answered())
            .when(answered, move || clear(language, case, id, asking)),
    )
}

/// Forgets what each of the two says, once the answer is another one: they said it of the answer before.
fn take_accounts_back(case: CaseState, id: IndicatorId, asking: Asking) {
    let told = |answer: &IndicatorAnswer| answer.contested || answer.sources.iter().any(Source::is_account);
    if !case.answers.with_untracked(|case| case.identify.answer(id).is_some_and(told)) {
        return;
    }
    asking.forget();
    case.change(|case| {
        for source in [Source::One, Source::Two] {
            case.take_out(Input::Indicator(id, IndicatorPart::Sources), source.text());
        }
        case.take_out(Input::Indicator(id, IndicatorPart::Contested), "true");
    });
}

/// What each of the two says, and what others saw or know.
fn accounts(language: Language, case: CaseState, view: View, id: IndicatorId, asking: Asking) -> Vec<El> {
    let words = &language.steps().pages.identify;
    let does = if indicator(id).flipped { words.says_so } else { words.says_does };
    let tick = move |source: Source, label: &'static str| {
        source_tick(case, view, asking, source, Label::Fixed(label)).class("tick")
    };
    let row = |legend: El| html::fieldset().class("row").child(legend.child(of(language, id)));
    let says = |person: Person| {
        // Only who is pointed at can say that they do it, or that it is the other way round.
        let own = move || can_be_disputed(id) && pointed_at(case, id) == Some(person);
        let legend = move || fill(words.says, &[("who", &capital(case.called(language).name(person)))]);
        let ticks = html::div()
            .class("ticks")
            .when_all(own, move || {
                own_ticks(case, id, asking, [does, words.says_other]).map(|tick| tick.class("tick")).into()
            })
            .when(move || !own(), move || tick(person.account(), words.says_so));
        row(html::legend().child(legend))
            .child(ticks)
            .when(move || asking.waits_for(person), move || p("small", words.echo_waiting))
    };
    let seen = [
        tick(Source::Observed, words.by_staff),
        tick(Source::Agency, words.by_agency),
        tick(Source::ThirdParty, words.by_witness),
    ];
    let others = row(html::legend().child(words.others_know)).child(html::div().class("ticks").children(seen));
    vec![says(Person::One), says(Person::Two), others, echo_checks(language, case, view, asking)]
}
