//! The echo questions. A record that only repeats what one person said is that person's account, and so is what their
//! relative or friend says: then it is stored as theirs. Until that is answered, nothing is stored in the guided layout.

use super::pointed::{can_be_disputed, pointed_at};
use crate::app::{CaseState, Language, Layout, View};
use crate::components::{Label, is_ticked, quiet};
use leptos::ev;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::input::IndicatorPart;
use waymark_case::vocabulary::{IndicatorId, Person, Source, Vocabulary};
use waymark_content::words::{capital, fill};
use waymark_view::{El, RwSignal, button, html, p};

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
    /// Whose own account a source came to, and is not stored: it is being asked what they say.
    own: RwSignal<Option<Person>>,
}

impl Asking {
    /// Nothing is being asked.
    pub fn new(id: IndicatorId) -> Self {
        Self { id, agency: RwSignal::new(None), witness: RwSignal::new(None), own: RwSignal::new(None) }
    }
    /// Asks nothing any more.
    pub fn forget(self) {
        self.agency.set(None);
        self.witness.set(None);
        self.forget_own();
    }
    /// Asks no more what the person pointed at says themselves.
    pub fn forget_own(self) {
        self.own.set(None);
    }
    /// True while a record or a witness came to this person's own account, and it is not said yet what they say. Follows.
    pub fn waits_for(self, person: Person) -> bool {
        self.own.get() == Some(person)
    }
    /// The person whose account a source is, where the answer points at them and it is not said yet what they say: then
    /// it is asked first, and nothing is stored. The whole layout stores at once.
    fn asks_first(self, case: CaseState, view: View, source: Source) -> Option<Person> {
        let person = untrack(|| pointed_at(case, self.id)).filter(|person| person.account() == source)?;
        let contested = Input::Indicator(self.id, IndicatorPart::Contested);
        let open = can_be_disputed(self.id)
            && untrack(|| !case.holds(contested, "true") && !case.holds(self.input(), source.text()));
        (open && view.layout.get_untracked() == Layout::Guided).then_some(person)
    }
    /// True while a source is being asked about. Follows what was said.
    fn asks(self, source: Source) -> bool {
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
    fn come_to(self, case: CaseState, view: View, source: Source, mut echo: Echo, came_to: Option<Source>) {
        let Some(signal) = self.about(source) else { return };
        let asked = came_to.and_then(|now| self.asks_first(case, view, now));
        if asked.is_some() {
            self.own.set(asked);
        }
        case.change(|case| {
            for gone in [Some(source), echo.put].into_iter().flatten() {
                case.take_out(self.input(), gone.text());
            }
            echo.put = came_to.filter(|now| asked.is_none() && !case.holds(self.input(), now.text()));
            if let Some(now) = echo.put {
                let _ = case.put(self.input(), Some(now.text()));
            }
        });
        echo.came_to = came_to;
        signal.set(Some(echo));
    }
}

/// A source's checkbox. One that could be an echo asks first.
pub fn source_tick(case: CaseState, view: View, asking: Asking, source: Source, label: Label) -> El {
    let input = asking.input();
    let waiting = move || {
        let echo = asking.about(source).and_then(|echo| echo.get());
        echo.is_some_and(|echo| echo.came_to.is_none())
    };
    let change = move |on: bool| match asking.about(source) {
        None => case.toggle(input, source.text(), on),
        Some(echo) if !on => {
            case.toggle(input, source.text(), false);
            echo.set(None);
        }
        Some(_) => {
            let store = view.layout.get_untracked() == Layout::Whole;
            asking.come_to(case, view, source, Echo::default(), store.then_some(source));
        }
    };
    let control = html::input()
        .attr("type", "checkbox")
        .attr("name", input.name())
        .attr("value", source.text())
        .checked(move || case.holds(input, source.text()) || waiting())
        .on(ev::change, move |event| change(is_ticked(&event)));
    html::label().child(quiet(control)).child(html::span().child(label))
}

/// The echo questions about the sources that have any, while they are asked.
pub fn echo_checks(language: Language, case: CaseState, view: View, asking: Asking) -> El {
    [Source::Agency, Source::ThirdParty].into_iter().fold(html::div(), |parts, source| {
        parts.when(move || asking.asks(source), move || echo_check(language, case, view, asking, source))
    })
}

/// The echo questions about one source, in place. Their buttons stay, so that the answer can be changed.
fn echo_check(language: Language, case: CaseState, view: View, asking: Asking, source: Source) -> El {
    let words = &language.steps().pages.identify;
    let signal = asking.about(source).unwrap_or(asking.agency);
    let echo = move || signal.get().unwrap_or_default();
    let witness = source == Source::ThirdParty;
    let more = move |yes: bool| {
        let echo = Echo { more: Some(yes), ..untrack(echo) };
        // The whole layout keeps what was ticked until an answer speaks against it.
        let kept = echo.close.is_none() && view.layout.get_untracked() == Layout::Whole;
        let stands = yes && (!witness || echo.close == Some(false) || kept);
        asking.come_to(case, view, source, echo, stands.then_some(source));
    };
    let close = move |yes: bool| {
        let echo = Echo { close: Some(yes), ..untrack(echo) };
        asking.come_to(case, view, source, echo, (!yes).then_some(source));
    };
    let second = move || witness && echo().more == Some(true);
    let whose = move || echo().more == Some(false) || (second() && echo().close == Some(true));
    let outcome = move || match echo().came_to {
        None => words.echo_waiting.to_owned(),
        Some(Source::One) => fill(words.echo_counts, &[("who", case.called(language).one)]),
        Some(Source::Two) => fill(words.echo_counts, &[("who", case.called(language).two)]),
        Some(_) => words.echo_stands.to_owned(),
    };
    let person = move |source_of: Source, person: Person| {
        choice(
            Label::live(move || capital(case.called(language).name(person))),
            move || echo().came_to == Some(source_of),
            move || asking.come_to(case, view, source, untrack(echo), Some(source_of)),
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
        vec![p("", language.text("echo_rule.second")), html::div().class("actions").children(buttons)]
    };
    let ask_whose = move || {
        let title = html::p().child(move || if second() { words.echo_side } else { words.echo_whose });
        let buttons = [person(Source::One, Person::One), person(Source::Two, Person::Two)];
        vec![title, html::div().class("actions").children(buttons)]
    };
    let first = language.text("echo_rule.first");
    let buttons = [says_more(words.echo_more, true), says_more(words.echo_no, false)];
    html::div()
        .class("panel ask")
        .attr("role", "group")
        .attr("aria-label", first)
        .child(p("", first))
        .child(html::div().class("actions").children(buttons))
        .when_all(second, ask_second)
        .when_all(whose, ask_whose)
        .child(html::p().class("small").attr("aria-live", "polite").child(outcome))
}

/// A button that stays pressed.
fn choice(label: Label, chosen: impl Fn() -> bool + 'static, press: impl Fn() + 'static) -> El {
    button("button second small", "")
        .child(label)
        .attr("aria-pressed", move || Some(if chosen() { "true" } else { "false" }))
        .on_press(press)
}
