//! The echo questions. A record that only repeats what one person said is that person's account, and so is what their
//! relative or friend says: then it is stored as theirs. Until that is answered, nothing is stored in the guided layout.

use crate::app::{Desk, Layout};
use crate::case::Input;
use crate::case::input::IndicatorPart;
use crate::case::vocabulary::{IndicatorId, Person, Source, Vocabulary};
use crate::components::{Label, is_ticked, quiet};
use crate::content::words::{capital, fill};
use crate::platform::dom::{El, button, el, p};
use leptos::prelude::*;

/// What was said to the echo questions about one source. On the page only.
#[derive(Clone, Copy, Default, PartialEq)]
struct Echo {
    /// It rests on more than what one of them said.
    more: Option<bool>,
    /// The witness is close to one of them.
    close: Option<bool>,
    /// What it came to.
    came_to: Option<Source>,
    /// The source that this put into the answer.
    put: Option<Source>,
}

/// The echo questions of one indicator.
#[derive(Clone, Copy)]
pub struct Asking {
    id: IndicatorId,
    agency: RwSignal<Option<Echo>>,
    witness: RwSignal<Option<Echo>>,
}

impl Asking {
    /// Nothing is being asked.
    pub fn new(id: IndicatorId) -> Self {
        Self { id, agency: RwSignal::new(None), witness: RwSignal::new(None) }
    }
    /// Asks nothing any more.
    pub fn forget(self) {
        self.agency.set(None);
        self.witness.set(None);
    }
    /// True while a source is being asked about. Follows what was said.
    pub fn asks(self, source: Source) -> bool {
        self.about(source).is_some_and(|echo| echo.with(Option::is_some))
    }
    fn input(self) -> Input {
        Input::Indicator(self.id, IndicatorPart::Sources)
    }
    /// The questions about a source; only these two have any.
    fn about(self, source: Source) -> Option<RwSignal<Option<Echo>>> {
        match source {
            Source::Agency => Some(self.agency),
            Source::ThirdParty => Some(self.witness),
            _ => None,
        }
    }
    /// Stores what a source came to in place of what it came to before; `None` while that is open.
    fn come_to(self, desk: Desk, source: Source, mut echo: Echo, came_to: Option<Source>) {
        let Some(signal) = self.about(source) else { return };
        desk.change(|case| {
            for gone in [Some(source), echo.put].into_iter().flatten() {
                case.take_out(self.input(), gone.text());
            }
            echo.put = came_to.filter(|now| !case.holds(self.input(), now.text()));
            if let Some(now) = echo.put {
                let _ = case.put(self.input(), Some(now.text()));
            }
        });
        echo.came_to = came_to;
        signal.set(Some(echo));
    }
}

/// A source's checkbox. One that could be an echo asks first.
pub fn source_tick(asking: Asking, source: Source, label: Label) -> El {
    let desk = Desk::here();
    let input = asking.input();
    let waiting =
        move || asking.about(source).is_some_and(|echo| echo.get().is_some_and(|echo| echo.came_to.is_none()));
    let change = move |on: bool| {
        let Some(echo) = asking.about(source) else { return desk.toggle(input, source.text(), on) };
        if !on {
            desk.toggle(input, source.text(), false);
            return echo.set(None);
        }
        let store = desk.layout.get_untracked() == Layout::Whole;
        asking.come_to(desk, source, Echo::default(), store.then_some(source));
    };
    let control = el("input")
        .attr("type", "checkbox")
        .attr("name", &input.name())
        .attr("value", source.text())
        .live_checked(move || desk.holds(input, source.text()) || waiting())
        .on("change", move |event| change(is_ticked(&event)));
    el("label").class("tick").child(quiet(control)).child(label.into(el("span")))
}

/// The echo questions about one source, in place. Their buttons stay, so that the answer can be changed.
pub fn echo_check(asking: Asking, source: Source) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let signal = asking.about(source).unwrap_or(asking.agency);
    let echo = move || signal.get().unwrap_or_default();
    let witness = source == Source::ThirdParty;
    let more = move |yes: bool| {
        let echo = Echo { more: Some(yes), ..untrack(echo) };
        // The whole layout keeps what was ticked until an answer speaks against it.
        let kept = echo.close.is_none() && desk.layout.get_untracked() == Layout::Whole;
        let stands = yes && (!witness || echo.close == Some(false) || kept);
        asking.come_to(desk, source, echo, stands.then_some(source));
    };
    let close = move |yes: bool| {
        let echo = Echo { close: Some(yes), ..untrack(echo) };
        asking.come_to(desk, source, echo, (!yes).then_some(source));
    };
    let second = move || witness && echo().more == Some(true);
    let whose = move || echo().more == Some(false) || (second() && echo().close == Some(true));
    let outcome = move || match echo().came_to {
        None => words.echo_waiting.to_owned(),
        Some(Source::One) => fill(words.echo_counts, &[("who", desk.called().one)]),
        Some(Source::Two) => fill(words.echo_counts, &[("who", desk.called().two)]),
        Some(_) => words.echo_stands.to_owned(),
    };
    let person = move |source_of: Source, person: Person| {
        choice(
            Label::live(move || capital(desk.called().call(person))),
            move || echo().came_to == Some(source_of),
            move || asking.come_to(desk, source, untrack(echo), Some(source_of)),
        )
    };
    let says_more = |label: &'static str, yes: bool| {
        choice(Label::Fixed(label), move || echo().more == Some(yes), move || more(yes))
    };
    let says_close = move |label: &'static str, yes: bool| {
        choice(Label::Fixed(label), move || echo().close == Some(yes), move || close(yes))
    };
    let ask_second = move || {
        let buttons = [says_close(words.echo_yes, true), says_close(words.echo_not, false)];
        vec![p("", desk.words.text("echo_rule.second")), el("div").class("actions").children(buttons)]
    };
    let ask_whose = move || {
        let title = el("p").live_text(move || if second() { words.echo_side } else { words.echo_whose });
        let buttons = [person(Source::One, Person::One), person(Source::Two, Person::Two)];
        vec![title, el("div").class("actions").children(buttons)]
    };
    let first = desk.words.text("echo_rule.first");
    let buttons = [says_more(words.echo_more, true), says_more(words.echo_no, false)];
    el("div")
        .class("panel ask")
        .attr("role", "group")
        .attr("aria-label", first)
        .child(p("", first))
        .child(el("div").class("actions").children(buttons))
        .when_all(second, ask_second)
        .when_all(whose, ask_whose)
        .child(el("p").class("small").attr("aria-live", "polite").live_text(outcome))
}

/// A button that stays pressed.
fn choice(label: Label, chosen: impl Fn() -> bool + 'static, press: impl Fn() + 'static) -> El {
    label
        .into(button("button second small", ""))
        .live_attr("aria-pressed", move || Some(if chosen() { "true" } else { "false" }))
        .on_press(press)
}
