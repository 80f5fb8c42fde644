//! The frame around a step: the list of steps, the layout, a stop, and the words at the foot.

use super::{Desk, Layout, Step};
use crate::case::vocabulary::Vocabulary;
use crate::components::StopPanel;
use crate::engine::assessment::{Needed, Stop};
use crate::{pages, platform};
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn Frame() -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    focus_heading_on_change(desk);
    let stopped = Memo::new(move |_| desk.assessment.with(|assessment| assessment.stop == Some(Stop::NotPrivate)));
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        desk.step.track();
        open.set(false);
    });
    let quick = move || matches!(desk.step.get(), Step::Tonight | Step::OwnLife);
    view! {
        <NotPrivate shown=stopped/>
        <div class="shell" class:quick=quick hidden=move || stopped.get()>
            <button type="button" class="skip" on:click=move |_| platform::page::focus_heading()>{shell.skip}</button>
            <div class="main">
                <form autocomplete="off" on:submit=|event| event.prevent_default()>
                    <StopPanel/>
                    {move || step_view(desk.step.get())}
                </form>
            </div>
            <nav class="steps" class:open=move || open.get() aria-label=shell.steps id="steps">
                <ol>{Step::TASKS.into_iter().map(|step| view! { <li><StepButton step/></li> }).collect_view()}</ol>
            </nav>
            <Foot/>
            <MenuButton open/>
        </div>
    }
}

fn step_view(step: Step) -> AnyView {
    match step {
        Step::Start => view! { <pages::start::Start/> }.into_any(),
        Step::Tonight => view! { <pages::tonight::Tonight/> }.into_any(),
        Step::Situation => view! { <pages::situation::Situation/> }.into_any(),
        Step::Identify => view! { <pages::identify::Identify/> }.into_any(),
        Step::Dash => view! { <pages::dash::Dash/> }.into_any(),
        Step::NextSteps => view! { <pages::next_steps::NextSteps/> }.into_any(),
        Step::Record => view! { <pages::record::Record/> }.into_any(),
        Step::OwnLife => view! { <pages::own_life::OwnLife/> }.into_any(),
        Step::Settings => view! { <pages::settings::Settings/> }.into_any(),
        Step::About => view! { <pages::about::About/> }.into_any(),
    }
}

/// Focus goes to the step's heading when the step changes, not when the page first opens.
fn focus_heading_on_change(desk: Desk) {
    Effect::new(move |before: Option<Step>| {
        let step = desk.step.get();
        if before.is_some_and(|before| before != step) {
            request_animation_frame(platform::page::focus_heading);
        }
        step
    });
}

/// The name of a step.
pub fn step_name(desk: Desk, step: Step) -> &'static str {
    let shell = &desk.words.pages.shell;
    match step {
        Step::Start => shell.step_start,
        Step::Tonight => shell.step_tonight,
        Step::Situation => shell.step_situation,
        Step::Identify => shell.step_identify,
        Step::Dash => shell.step_dash,
        Step::NextSteps => shell.step_next_steps,
        Step::Record => shell.step_record,
        Step::OwnLife => shell.step_own_life,
        Step::Settings => shell.step_settings,
        Step::About => shell.step_about,
    }
}

#[component]
fn StepButton(step: Step) -> impl IntoView {
    let desk = Desk::here();
    let current = move || (desk.step.get() == step).then_some("step");
    view! {
        <button type="button" class="step" data-step=step.text() aria-current=current on:click=move |_| desk.go(step)>
            {step_name(desk, step)}" "
            <span class="state">{move || step_state(desk, step)}</span>
        </button>
    }
}

/// Where a step stands, in words.
fn step_state(desk: Desk, step: Step) -> &'static str {
    let shell = &desk.words.pages.shell;
    let started = |started: bool| if started { shell.state_some } else { shell.state_none };
    match step {
        Step::Situation => started(desk.case.with(|case| case.context != Default::default())),
        Step::Identify => {
            let needed = desk.assessment.with(|assessment| assessment.identify.needed);
            match desk.case.with(|case| case.identify.answers.is_some()) {
                false if needed == Needed::NotNeeded => shell.state_not_needed,
                begun => started(begun),
            }
        }
        Step::Dash => started(desk.case.with(|case| !case.dash.answers.is_empty())),
        Step::NextSteps => started(desk.case.with(|case| !case.choices.is_empty())),
        _ => "",
    }
}

/// The two layouts over the same answers.
#[component]
pub fn LayoutToggle() -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let button = move |layout: Layout, name: &'static str| {
        view! {
            <button type="button" data-layout=layout.text()
                aria-pressed=move || (desk.layout.get() == layout).to_string()
                on:click=move |_| desk.layout.set(layout)>{name}</button>
        }
    };
    view! {
        <div class="toggle" role="group" aria-label=shell.layout>
            {button(Layout::Guided, shell.layout_guided)}
            {button(Layout::Whole, shell.layout_whole)}
        </div>
    }
}

/// The end of a step: on to the next one. Any step can be opened at any time; this is only the usual way.
#[component]
pub fn StepEnd(
    /// The step that usually follows.
    next: Step,
) -> impl IntoView {
    let desk = Desk::here();
    view! {
        <div class="actions">
            <button type="button" class="button" data-next=next.text() on:click=move |_| desk.go(next)>
                {desk.words.pages.shell.next}" "{step_name(desk, next)}
            </button>
        </div>
    }
}

#[component]
fn MenuButton(open: RwSignal<bool>) -> impl IntoView {
    let desk = Desk::here();
    view! {
        <button type="button" class="link menu" aria-controls="steps"
            aria-expanded=move || open.get().to_string()
            on:click=move |_| open.update(|open| *open = !*open)>{desk.words.pages.shell.menu}</button>
    }
}

/// The neutral screen of a moment that is not private. No word of it says what the page is for.
#[component]
fn NotPrivate(shown: Memo<bool>) -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let carry_on = move |_| {
        desk.change(|case| case.context.private_now = None);
        request_animation_frame(platform::page::focus_heading);
    };
    view! {
        <Show when=move || shown.get()>
            <section class="narrow" data-stop="not-private">
                <h1 tabindex="-1">{shell.not_private_title}</h1>
                <p>{shell.not_private_words}</p>
                <div class="actions">
                    <button type="button" class="button second" data-action="uncover" on:click=carry_on>{shell.not_private_carry_on}</button>
                </div>
            </section>
        </Show>
    }
}

#[component]
fn Foot() -> impl IntoView {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let asking = RwSignal::new(false);
    let beside = Step::BESIDE.into_iter().map(|step| {
        view! {
            <li><button type="button" class="link" data-step=step.text() on:click=move |_| desk.go(step)>{step_name(desk, step)}</button></li>
        }
    });
    view! {
        <footer class="foot">
            <ul class="links">
                {beside.collect_view()}
                <li><button type="button" class="link" data-action="clear" on:click=move |_| asking.set(true)>{shell.clear_all}</button></li>
            </ul>
            <Show when=move || asking.get()>
                <div class="panel" role="group" aria-label=shell.clear_title>
                    <h2>{shell.clear_title}</h2>
                    <p>{shell.clear_words}</p>
                    <div class="actions">
                        <button type="button" class="button" data-action="clear-yes" on:click=move |_| { asking.set(false); desk.clear(); }>{shell.clear_yes}</button>
                        <button type="button" class="button second" on:click=move |_| asking.set(false)>{shell.clear_no}</button>
                    </div>
                </div>
            </Show>
            <p class="small muted">{shell.footer_words}</p>
        </footer>
    }
}
