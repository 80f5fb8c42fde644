//! What the guided screens of this step share: from one to the next and back, and a statement to tick.

use crate::app::{CaseState, Language, Step, View};
use crate::components::{back_button, control, screen_actions};
use waymark_case::Input;
use waymark_case::vocabulary::Person;
use waymark_content::words::capital;
use waymark_flow::IdentifyScreen;
use waymark_view::{El, html};

/// Goes to a screen.
pub fn go(view: View, to: IdentifyScreen) {
    view.go(view.places.identify, to);
}

/// To the screen before; from the first, to the case.
fn go_back(view: View, at: IdentifyScreen) {
    match at.back() {
        Some(before) => go(view, before),
        None => view.open(Step::Case),
    }
}

/// The end of a screen: on, and back.
pub fn actions(language: Language, view: View, at: IdentifyScreen, skips: impl Fn() -> bool + Copy + 'static) -> El {
    screen_actions(language, skips, move || go(view, at.next()), move || go_back(view, at))
}

/// The way back from a screen that goes on in its own way.
pub fn back(language: Language, view: View, at: IdentifyScreen) -> El {
    back_button(language, move || go_back(view, at))
}

/// A statement that can be ticked, with what to look for. `about` is the person using power, where it names them or the other.
pub fn tick(language: Language, case: CaseState, input: Input, about: fn(CaseState) -> Option<Person>) -> El {
    let words = language.question(input);
    let say = move |text: &'static str| move || capital(&case.about_people(language, text, about(case)));
    let statement = html::span()
        .child(say(words.option("true")))
        .child((!words.hint.is_empty()).then(|| html::small().child(words.hint)));
    html::fieldset()
        .class("choices")
        .attr("data-question", input.question())
        .child(html::legend().class("visually-hidden").child(say(words.ask)))
        .child(html::label().class("choice").child(control(case, input, true, "true")).child(statement))
}
