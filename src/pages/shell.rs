//! The shell around the open step: the list of steps, a stop, and the words at the foot.

use crate::app::parts::Page;
use crate::app::{
    BESIDE, CASE_TASKS, CaseState, Desk, Display, Language, Layout, Parts, Step, Stops, TASKS, View, Watch, words_on,
};
use crate::components::{
    ask_panel, awaited, back_to_case, hold_line, soon_line, state_in_words, step_name, stop_bar, stop_screen, way_back,
};
use crate::pages;
use crate::platform::page::focus_heading;
use crate::platform::voice;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_view::{El, RwSignal, button, effect, html, memo, p, unmarked};

/// The whole page: the work, and before it the screen of a stop.
pub fn shell(desk: Desk, display: Display, stops: Stops, watch: Watch, parts: Parts) -> [El; 2] {
    let Desk { language, case, area, view, workshop } = desk;
    let shell = &language.pages.shell;
    let open = RwSignal::new(false);
    // Somebody who reads about their own life sees nothing of a worker's tool.
    let own_life = move || view.step.get() == Step::OwnLife;
    let shows_now = memo(move || case.has_now(view.step.get()));
    voice::follow(move || view.announcement.get());
    effect(move |_| {
        view.step.track();
        open.set(false);
    });
    let form = html::form()
        .attr("autocomplete", "off")
        .on(ev::submit, |event| event.prevent_default())
        .child(stop_bar(language, stops).attr("hidden", own_life))
        .child(p("said", "").child(move || view.announcement.get()))
        .live(move || match parts.later() {
            Some(later) => untrack(|| {
                vec![
                    (later.ask)(language, case, area, workshop),
                    (later.area_notice)(language, area, view).attr("hidden", own_life),
                    (later.band)(language, case, view, workshop),
                ]
            }),
            None => Vec::new(),
        })
        .child(menu_button(language, open).attr("hidden", own_life))
        .child(back_to_case(language, view).attr("hidden", move || !CASE_TASKS.contains(&view.step.get())))
        .child(open_step(desk, display, stops, parts))
        .child(way_back(language, view));
    let steps = html::nav()
        .class("steps")
        .class(("open", move || open.get()))
        .attr("aria-label", shell.steps)
        .attr("id", "steps")
        .attr("hidden", own_life)
        .child(unmarked(html::ol(), "").children(TASKS.into_iter().map(|step| task(language, case, view, step))));
    let work = html::div()
        .class("shell")
        .class(("practice", move || case.in_practice()))
        .class(("quick", move || matches!(view.step.get(), Step::Tonight | Step::OwnLife)))
        .class(("screens", move || {
            let guided = view.layout.get() == Layout::Guided;
            guided && matches!(view.step.get(), Step::Situation | Step::Identify | Step::Dash)
        }))
        .attr("hidden", move || stops.hides.get() && stops.shown.with(Option::is_some))
        .child(button("skip", shell.skip).on_press(focus_heading))
        .child(html::div().class("main").child(form))
        .child(html::div().class("side").child(steps).live(move || {
            let now_bar = parts.steps().map(|steps| steps.now_bar).filter(|_| shows_now.get());
            now_bar.map(|now_bar| untrack(|| now_bar(language, case, view, stops))).into_iter().listed()
        }))
        .child(foot(desk, watch))
        .child(soon_line(language, watch));
    [stop_screen(language, case, stops), work]
}

fn draw(desk: Desk, display: Display, stops: Stops, parts: Parts, step: Step, page: Option<Page>) -> El {
    let Desk { language, case, view, .. } = desk;
    let shown = match step {
        step if !case.offers(step) => parts.later().map(|later| (later.not_here)(language, case, view, step)),
        Step::Start => Some(pages::start::start(desk, stops, parts)),
        Step::Tonight => Some(pages::tonight::tonight(language, case, view, stops, parts)),
        _ => page.map(|page| page(desk, display)),
    };
    shown.unwrap_or_else(|| awaited(language, parts, step_name(language, step)))
}

/// A step of the task list, where it can be opened now.
fn task(language: Language, case: CaseState, view: View, step: Step) -> El {
    html::li().attr("hidden", move || !case.offers(step)).child(step_button(language, case, view, step))
}

/// The open step. Rendered in a separate batch, after the previous step has been removed; then focus moves to its heading,
/// but not when the page opens with its first screen. Another policy's words render it anew, but not the two steps where they
/// are chosen.
fn open_step(desk: Desk, display: Display, stops: Stops, parts: Parts) -> El {
    let Desk { language, case, view, .. } = desk;
    let first = StoredValue::new(true);
    html::div().class("open-step").live(move || {
        let step = view.step.get();
        // Followed: the step is rendered when the part of the program comes that it is in.
        let rendered_by = parts.page(step);
        let language = words_on(step, || case.in_own_words(language));
        let desk = Desk { language, ..desk };
        let opens = first.try_update_value(std::mem::take).unwrap_or_default() && step == Step::Start;
        let page = move || {
            if !opens {
                request_animation_frame(focus_heading);
            }
            let policy = html::div().live(move || {
                parts.later().map(|later| untrack(|| (later.policy_here)(language, case, step))).into_iter().listed()
            });
            vec![draw(desk, display, stops, parts, step, rendered_by), policy]
        };
        vec![untrack(|| html::div().later(page))]
    })
}

fn step_button(language: Language, case: CaseState, view: View, step: Step) -> El {
    button("step", step_name(language, step))
        .child(" ")
        .attr("data-step", step.text())
        .attr("aria-current", move || (view.step.get() == step).then_some("step"))
        .child(html::span().class("state").child(move || state_in_words(language, case, step, false)))
        .on_press(move || view.open(step))
}

fn menu_button(language: Language, open: RwSignal<bool>) -> El {
    button("link menu", language.pages.shell.menu)
        .attr("aria-controls", "steps")
        .attr("aria-expanded", move || Some(if open.get() { "true" } else { "false" }))
        .on_press(move || open.update(|open| *open = !*open))
}

fn foot(desk: Desk, watch: Watch) -> El {
    let Desk { language, case, view, .. } = desk;
    let shell = &language.pages.shell;
    let asking = RwSignal::new(false);
    let beside = BESIDE.into_iter().map(move |step| {
        let go =
            button("link", step_name(language, step)).attr("data-step", step.text()).on_press(move || view.open(step));
        html::li().attr("hidden", move || !case.offers(step)).child(go)
    });
    let clear = button("link", shell.clear_all).attr("data-action", "clear").on_press(move || asking.set(true));
    let ask = move || {
        let yes = move || {
            asking.set(false);
            desk.clear();
            view.announcement.set(shell.cleared);
            request_animation_frame(focus_heading);
        };
        let yes = button("button", shell.clear_yes).attr("data-action", "clear-yes").on_press(yes);
        let no = button("button second", shell.clear_no).on_press(move || asking.set(false));
        ask_panel(html::h2(), shell.clear_title, p("", shell.clear_words), yes, no)
    };
    html::footer()
        .class("foot")
        .attr("hidden", move || view.step.get() == Step::OwnLife)
        .child(hold_line(language, watch))
        .child(unmarked(html::ul(), "links").children(beside).child(html::li().child(clear)))
        .when(move || asking.get(), ask)
        .child(p("small muted", shell.footer_words))
}
