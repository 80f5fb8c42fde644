//! The frame around a step: the list of steps, the layout, a stop, and the words at the foot.

use super::{Desk, Layout, Step};
use crate::case::vocabulary::Vocabulary;
use crate::components::{area_notice, ask_panel, hold_line, policy_here, stop_panel, way_back};
use crate::engine::assessment::{Needed, Stop};
use crate::pages;
use crate::platform::dom::{El, button, el, h1, p};
use crate::platform::page::focus_heading;
use leptos::prelude::*;

/// The whole page: the work, and the neutral screen of a moment that is not private.
pub fn frame() -> [El; 2] {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let stopped = Memo::new(move |_| desk.assessment.with(|assessment| assessment.stop == Some(Stop::NotPrivate)));
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        desk.step.track();
        open.set(false);
    });
    let form = el("form")
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .child(p("said", "").attr("role", "status").live_text(move || desk.told.get()))
        .child(area_notice())
        .child(pages::workshop::practice::band())
        .child(stop_panel())
        .child(open_step(desk))
        .child(way_back());
    let steps = el("nav")
        .class("steps")
        .live_class("open", move || open.get())
        .attr("aria-label", shell.steps)
        .attr("id", "steps")
        .child(el("ol").children(Step::TASKS.into_iter().map(task)));
    let work = el("div")
        .class("shell")
        .live_class("practice", move || desk.in_practice())
        .live_class("quick", move || matches!(desk.step.get(), Step::Tonight | Step::OwnLife))
        .live_flag("hidden", move || stopped.get())
        .child(button("skip", shell.skip).on_press(focus_heading))
        .child(el("div").class("main").child(form))
        .child(steps)
        .child(foot())
        .child(menu_button(open));
    let neutral = el("div").when(move || stopped.get(), not_private);
    [neutral, work]
}

fn draw(step: Step) -> El {
    match step {
        step if !Desk::here().offers(step) => pages::workshop::practice::not_here(step),
        Step::Start => pages::start::start(),
        Step::Tonight => pages::tonight::tonight(),
        Step::Situation => pages::situation::situation(),
        Step::Identify => pages::identify::identify(),
        Step::Dash => pages::dash::dash(),
        Step::NextSteps => pages::next_steps::next_steps(),
        Step::Record => pages::record::record(),
        Step::OwnLife => pages::own_life::own_life(),
        Step::ServiceCheck => pages::service_check::service_check(),
        Step::Workshop => pages::workshop::workshop(),
        Step::Settings => pages::settings::settings(),
        Step::Policy => pages::policy::policy(),
        Step::About => pages::about::about(),
    }
}

/// A step of the task list, where it can be opened now.
fn task(step: Step) -> El {
    let desk = Desk::here();
    el("li").live_flag("hidden", move || !desk.offers(step)).child(step_button(step))
}

/// The root of a step: its `data-step`, and the stop that the engine reports.
pub fn step_root(step: Step, class: &str) -> El {
    let desk = Desk::here();
    el("section").class(class).attr("data-step", step.text()).live_attr("data-stop", move || desk.stop_text())
}

/// The open step. It is drawn in a go of its own, after the one that takes the last step away; then focus goes to its heading,
/// but not when the page first opens.
fn open_step(desk: Desk) -> El {
    let first = StoredValue::new(true);
    el("div").class("open-step").live(move || {
        let step = desk.step.get();
        let opens = first.try_update_value(std::mem::take).unwrap_or_default();
        let page = move || {
            if !opens {
                request_animation_frame(focus_heading);
            }
            vec![draw(step), policy_here(step)]
        };
        vec![untrack(|| el("div").later(page))]
    })
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
        Step::ServiceCheck => shell.step_service_check,
        Step::Workshop => shell.step_workshop,
        Step::Settings => shell.step_settings,
        Step::Policy => shell.step_policy,
        Step::About => shell.step_about,
    }
}

fn step_button(step: Step) -> El {
    let desk = Desk::here();
    button("step", step_name(desk, step))
        .text(" ")
        .attr("data-step", step.text())
        .live_attr("aria-current", move || (desk.step.get() == step).then_some("step"))
        .child(el("span").class("state").live_text(move || step_state(desk, step)))
        .on_press(move || desk.go(step))
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
pub fn layout_toggle() -> El {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let choice = move |layout: Layout, name: &'static str| {
        button("", name)
            .attr("data-layout", layout.text())
            .live_attr("aria-pressed", move || Some(if desk.layout.get() == layout { "true" } else { "false" }))
            .on_press(move || desk.layout.set(layout))
    };
    el("div")
        .class("toggle")
        .attr("role", "group")
        .attr("aria-label", shell.layout)
        .child(choice(Layout::Guided, shell.layout_guided))
        .child(choice(Layout::Whole, shell.layout_whole))
}

/// The end of a step: on to the next one. Any step can be opened at any time; this is only the usual way.
pub fn step_end(next: Step) -> El {
    let desk = Desk::here();
    let go = button("button", desk.words.pages.shell.next)
        .text(" ")
        .text(step_name(desk, next))
        .attr("data-next", next.text())
        .on_press(move || desk.go(next));
    el("div").class("actions").child(go)
}

fn menu_button(open: RwSignal<bool>) -> El {
    let desk = Desk::here();
    button("link menu", desk.words.pages.shell.menu)
        .attr("aria-controls", "steps")
        .live_attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .on_press(move || open.update(|open| *open = !*open))
}

/// The neutral screen of a moment that is not private. No word of it says what the page is for.
fn not_private() -> El {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let carry_on = move || {
        desk.change(|case| case.context.private_now = None);
        request_animation_frame(focus_heading);
    };
    el("section")
        .class("narrow")
        .attr("data-stop", Stop::NotPrivate.text())
        .child(h1(shell.not_private_title))
        .child(p("", shell.not_private_words))
        .child(el("div").class("actions").child(
            button("button second", shell.not_private_carry_on).attr("data-action", "uncover").on_press(carry_on),
        ))
}

fn foot() -> El {
    let desk = Desk::here();
    let shell = &desk.words.pages.shell;
    let asking = RwSignal::new(false);
    let beside = Step::BESIDE.into_iter().map(move |step| {
        let go = button("link", step_name(desk, step)).attr("data-step", step.text()).on_press(move || desk.go(step));
        el("li").live_flag("hidden", move || !desk.offers(step)).child(go)
    });
    let clear = button("link", shell.clear_all).attr("data-action", "clear").on_press(move || asking.set(true));
    let ask = move || {
        let yes = move || {
            asking.set(false);
            desk.clear();
            desk.told.set(shell.cleared);
            request_animation_frame(focus_heading);
        };
        let yes = button("button", shell.clear_yes).attr("data-action", "clear-yes").on_press(yes);
        let no = button("button second", shell.clear_no).on_press(move || asking.set(false));
        ask_panel("h2", shell.clear_title, shell.clear_words, yes, no)
    };
    el("footer")
        .class("foot")
        .child(hold_line())
        .child(el("ul").class("links").children(beside).child(el("li").child(clear)))
        .when(move || asking.get(), ask)
        .child(p("small muted", shell.footer_words))
}
