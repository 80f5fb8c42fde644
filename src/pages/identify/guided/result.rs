//! The screen of the result: danger first, one sentence, and what is asked because of it; the rest is folded by name.

use super::moves::{back, go, tick};
use crate::app::{CaseState, Language, Step, View};
use crate::components::step_end;
use crate::pages::identify::explain::explanation;
use crate::pages::identify::finding::{ResultHead, found};
use crate::pages::identify::read_back::FIRST;
use crate::pages::identify::result::{
    CAUTIONS, band, caps, cautions, readers, reasons, result_head, say_result, sentence, shown_in, what_to_say,
};
use crate::pages::identify::to_do::{can_be_settled, settling, to_do};
use waymark_case::Input;
use waymark_case::vocabulary::{Flag, Person};
use waymark_flow::IdentifyScreen;
use waymark_view::{El, button, details, h1, html, unmarked};

/// The screen.
pub fn result(language: Language, case: CaseState, view: View, root: El) -> El {
    let words = &language.steps().pages.identify;
    let head = result_head(case);
    say_result(language, case, head);
    let own = button("link", words.own_title).on_press(move || go(view, IdentifyScreen::OwnView));
    let again = button("link", words.again)
        .attr("data-action", "again")
        .on_press(move || go(view, IdentifyScreen::Prompt(FIRST)));
    root.child(h1(words.result_title))
        .child(shown_in(language, case, view, head, "", parts))
        .child(unmarked(html::ul(), "ways").child(html::li().child(own)).child(html::li().child(again)))
        .child(step_end(language, view, Step::Dash).child(back(language, view, IdentifyScreen::Result)))
}

fn parts(language: Language, case: CaseState, view: View, head: ResultHead) -> El {
    let words = &language.steps().pages.identify;
    let to_do = to_do(language, case, head);
    // Where nobody is named, what to do is the answer.
    let to_do = match head {
        ResultHead::NoName => html::div().class("to-do").child(html::h2().child(words.result_do_title)).children(to_do),
        _ => details("fold", words.result_do_title).children(to_do),
    };
    let settles = move || details("fold", words.settle_title).child(settling(language, case, view));
    let why = details("fold", words.why_title)
        .child(caps(language, case))
        .child(reasons(language, case, head))
        .child(cautions(language, case, &CAUTIONS[1..]))
        .child(explanation(language, case, view, head));
    let heard = Input::Flag(Flag::HarmedVoice);
    html::div()
        .child(sentence(language, case))
        .when(move || named(case).is_some(), move || tick(language, case, heard, named))
        .child(band(language, case))
        .child(cautions(language, case, &CAUTIONS[..1]))
        .child(to_do)
        .when(move || head == ResultHead::NoName && can_be_settled(case), settles)
        .child(why)
        .child(details("fold", words.say_title).children(what_to_say(language, case, head)))
        .child(details("fold", words.reader_title).child(readers(language, case)))
}

/// Whom the result names.
fn named(case: CaseState) -> Option<Person> {
    found(case, |it| it.person)
}
