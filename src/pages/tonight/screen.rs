//! One screen of the fast path: a question with big buttons, a few rows, or a few ticks.

use super::{Place, go};
use crate::app::{Desk, Step};
use crate::case::Input;
use crate::components::quiet;
use crate::content::words::fill;
use crate::flow::tonight::{self, Answer, Row, ScreenId, Tap, Tick};
use leptos::prelude::*;

/// One screen. Going on with a blank leaves it "not asked".
#[component]
pub fn Screen(
    /// Which.
    id: ScreenId,
    /// Where the worker stands.
    place: RwSignal<Place>,
) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.tonight;
    let screen = tonight::screen(id);
    let title = screen.title(desk.words);
    let one = screen.name().is_some();
    let progress = move || {
        let (place, of) = desk.case.with(|case| tonight::place(id, case));
        fill(words.progress, &[("place", &place.to_string()), ("of", &of.to_string())])
    };
    let before = move || desk.case.with(|case| tonight::back(id, case));
    let last = move || desk.case.with(|case| tonight::next(id, case)).is_none();
    let waits = move || id == ScreenId::Danger && desk.case.with(|case| tonight::waits(id, case));
    let rows = move || desk.case.with(|case| screen.rows(case));
    view! {
        <p class="progress">
            {progress}
            <button type="button" class="link" on:click=move |_| go(place, Place::Result(id))>{words.to_result}</button>
        </p>
        <h1 tabindex="-1">{title}</h1>
        <For each=rows key=|row| row.name let:row><RowQuestion row/></For>
        <Ticks screen=id/>
        {(!screen.answers().is_empty()).then(|| view! {
            <fieldset class="bigs" class:two=!one data-question=screen.name()>
                <legend class="visually-hidden">{title}</legend>
                {screen.answers().iter().map(|answer| view! { <BigButton answer id place/> }).collect_view()}
            </fieldset>
        })}
        <div role="status">
            {move || waits().then(|| view! { <p class="small">{words.danger_somebody_else}" "{words.danger_landline}</p> })}
            {move || desk.case.with(|case| tonight::at_once(id, case, desk.words)).map(|now| view! { <p class="at-once"><strong>{now}</strong></p> })}
        </div>
        <div class="actions">
            <button type="button" class="button" class:second=one data-action="next" on:click=move |_| go(place, Place::After(id))>
                {move || if last() { words.to_result } else if one { words.skip } else { words.go_on }}
            </button>
            <button type="button" class="button quiet" on:click=move |_| match before() {
                Some(before) => go(place, Place::At(before)),
                None => desk.go(Step::Start),
            }>{words.back}</button>
            <ClearScreen screen=id/>
        </div>
    }
}

/// A button that answers and goes on.
#[component]
fn BigButton(answer: &'static Answer, id: ScreenId, place: RwSignal<Place>) -> impl IntoView {
    let desk = Desk::here();
    let put = answer.puts.iter().find(|put| !put.value.is_empty());
    let press = move |_| {
        desk.change(|case| tonight::apply(case, Tap::Answer(answer), desk.words));
        // Where it is not private, the question is asked again when it may be.
        let again = id == ScreenId::Private && desk.case.with(|case| tonight::waits(id, case));
        go(place, if again { Place::At(id) } else { Place::After(id) });
    };
    view! {
        <button type="button" name=put.map(|put| put.name) value=put.map(|put| put.value) on:click=press
            aria-pressed=move || desk.case.with(|case| answer.is_chosen(case)).to_string() {..quiet()}>
            {answer.label(desk.words)}
        </button>
    }
}

/// One question of several: its values side by side. Pressing the chosen one again takes it back.
#[component]
fn RowQuestion(row: &'static Row) -> impl IntoView {
    let desk = Desk::here();
    let chosen = move |value: &'static str| desk.case.with(|case| row.is_chosen(case, value));
    let tap =
        move |value: Option<&'static str>| desk.change(|case| tonight::apply(case, Tap::Row(row, value), desk.words));
    let three = row.values.len() == 3;
    let option = move |(place, (value, label)): (usize, (&'static str, &'static str))| {
        view! {
            <label class:wide=three && place == 2>
                <input type="radio" name=row.name value=value prop:checked=move || chosen(value)
                    on:click=move |_| if desk.case.with_untracked(|case| row.is_chosen(case, value)) { tap(None) }
                    on:change=move |_| tap(Some(value)) {..quiet()}/>
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="row" data-question=row.name>
            <legend>{row.ask(desk.words)}</legend>
            <div class="seg">{row.options(desk.words).enumerate().map(option).collect_view()}</div>
        </fieldset>
    }
}

/// Things to tick: those of one input stand in one fieldset.
#[component]
fn Ticks(screen: ScreenId) -> impl IntoView {
    let desk = Desk::here();
    let screen = tonight::screen(screen);
    let title = screen.title(desk.words);
    let ticks = desk.case.with_untracked(|case| screen.ticks(case));
    let input = |tick: &Tick| tick.puts.first().map(|put| put.name);
    let groups = ticks.chunk_by(|one, other| input(one) == input(other)).map(|group| {
        let boxes = group.iter().map(|tick| view! { <TickBox tick=*tick/> }).collect_view();
        view! {
            <fieldset class="choices" data-question=group.first().and_then(|tick| input(tick))>
                <legend class="visually-hidden">{title}</legend>
                {boxes}
            </fieldset>
        }
    });
    view! { <div class="ticked">{groups.collect_view()}</div> }
}

#[component]
fn TickBox(tick: &'static Tick) -> impl IntoView {
    let desk = Desk::here();
    let put = tick.puts.first();
    let change = move |event| {
        let on = event_target_checked(&event);
        desk.change(|case| tonight::apply(case, Tap::Tick(tick, on), desk.words));
    };
    view! {
        <label class="choice">
            <input type="checkbox" name=put.map(|put| put.name) value=put.map(|put| put.value)
                on:change=change prop:checked=move || desk.case.with(|case| tick.is_on(case)) {..quiet()}/>
            <span>{tick.label(desk.words)}{tick.help(desk.words).map(|help| view! { <small>{help}</small> })}</span>
        </label>
    }
}

/// Takes back what was answered on a screen.
#[component]
fn ClearScreen(screen: ScreenId) -> impl IntoView {
    let desk = Desk::here();
    let screen = tonight::screen(screen);
    let names = move || screen.answers().iter().flat_map(|answer| answer.puts).map(|put| put.name);
    let answered = move || {
        desk.case.with(|case| {
            let rows =
                screen.rows(case).into_iter().any(|row| row.values.iter().any(|value| row.is_chosen(case, value)));
            let ticks = screen.ticks(case).into_iter().any(|tick| tick.is_on(case));
            rows || ticks || names().filter_map(Input::parse).any(|input| !case.is_unanswered(input))
        })
    };
    let clear = move |_| {
        desk.change(|case| {
            screen.rows(case).into_iter().for_each(|row| tonight::apply(case, Tap::Row(row, None), desk.words));
            screen.ticks(case).into_iter().for_each(|tick| tonight::apply(case, Tap::Tick(tick, false), desk.words));
            for input in names().filter_map(Input::parse) {
                // Emptying is allowed for every input.
                let _ = case.put(input, None);
            }
        });
    };
    view! {
        <Show when=answered>
            <button type="button" class="clear" on:click=clear>{desk.words.pages.tonight.clear}</button>
        </Show>
    }
}
