//! The echo questions. A record that only repeats what one person said is that person's account, and so is what their
//! relative or friend says: then it is stored as theirs. Until that is answered, nothing is stored in the guided layout.

use crate::app::{Desk, Layout};
use crate::case::Input;
use crate::case::input::IndicatorPart;
use crate::case::vocabulary::{IndicatorId, Person, Source, Vocabulary};
use crate::components::quiet;
use crate::content::words::{capital, fill};
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
#[component]
pub fn SourceTick(
    /// The echo questions of the indicator.
    asking: Asking,
    /// Which source.
    source: Source,
    /// Its words.
    label: Signal<String>,
) -> impl IntoView {
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
    view! {
        <label class="tick">
            <input type="checkbox" name=input.name() value=source.text()
                prop:checked=move || desk.holds(input, source.text()) || waiting()
                on:change=move |event| change(event_target_checked(&event))
                {..quiet()}/>
            <span>{label}</span>
        </label>
    }
}

/// The echo questions about one source, in place. Their buttons stay, so that the answer can be changed.
#[component]
pub fn EchoCheck(
    /// The echo questions of the indicator.
    asking: Asking,
    /// Which source.
    source: Source,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.identify;
    let signal = asking.about(source).unwrap_or(asking.agency);
    let echo = move || signal.get().unwrap_or_default();
    let open = Memo::new(move |_| signal.get().is_some());
    let witness = source == Source::ThirdParty;
    let more = move |yes: bool| {
        let echo = Echo { more: Some(yes), ..echo() };
        // The whole layout keeps what was ticked until an answer speaks against it.
        let kept = echo.close.is_none() && desk.layout.get_untracked() == Layout::Whole;
        let stands = yes && (!witness || echo.close == Some(false) || kept);
        asking.come_to(desk, source, echo, stands.then_some(source));
    };
    let close = move |yes: bool| {
        let echo = Echo { close: Some(yes), ..echo() };
        asking.come_to(desk, source, echo, (!yes).then_some(source));
    };
    let second = Memo::new(move |_| witness && echo().more == Some(true));
    let whose = Memo::new(move |_| {
        let echo = echo();
        open.get() && (echo.more == Some(false) || (second.get() && echo.close == Some(true)))
    });
    let whose_title = move || if second.get() { words.echo_side } else { words.echo_whose };
    let outcome = move || match echo().came_to {
        None => words.echo_waiting.to_owned(),
        Some(Source::One) => fill(words.echo_counts, &[("who", desk.called().one)]),
        Some(Source::Two) => fill(words.echo_counts, &[("who", desk.called().two)]),
        Some(_) => words.echo_stands.to_owned(),
    };
    let person = move |source_of: Source, person: Person| {
        choice(
            Signal::derive(move || capital(desk.called().call(person))),
            Signal::derive(move || echo().came_to == Some(source_of)),
            move || asking.come_to(desk, source, echo(), Some(source_of)),
        )
    };
    let pick = move |label: &'static str, chosen: Signal<bool>, press: Callback<()>| {
        choice(label.to_owned().into(), chosen, move || press.run(()))
    };
    view! {
        <Show when=move || open.get()>
            <div class="panel ask" role="group" aria-label=desk.words.text("echo_rule.first")>
                <p>{desk.words.text("echo_rule.first")}</p>
                <div class="actions">
                    {pick(words.echo_more, Signal::derive(move || echo().more == Some(true)), Callback::new(move |()| more(true)))}
                    {pick(words.echo_no, Signal::derive(move || echo().more == Some(false)), Callback::new(move |()| more(false)))}
                </div>
                <Show when=move || second.get()>
                    <p>{desk.words.text("echo_rule.second")}</p>
                    <div class="actions">
                        {pick(words.echo_yes, Signal::derive(move || echo().close == Some(true)), Callback::new(move |()| close(true)))}
                        {pick(words.echo_not, Signal::derive(move || echo().close == Some(false)), Callback::new(move |()| close(false)))}
                    </div>
                </Show>
                <Show when=move || whose.get()>
                    <p>{whose_title}</p>
                    <div class="actions">{person(Source::One, Person::One)}{person(Source::Two, Person::Two)}</div>
                </Show>
                <p class="small" aria-live="polite">{outcome}</p>
            </div>
        </Show>
    }
}

/// A button that stays pressed.
fn choice(label: Signal<String>, chosen: Signal<bool>, press: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="button second small" aria-pressed=move || chosen.get().to_string() on:click=move |_| press()>
            {label}
        </button>
    }
}
