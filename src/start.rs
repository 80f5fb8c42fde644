//! Starts the page: gives the words, makes the state, listens to the browser, and renders the shell.

use crate::app::parts::Loaders;
use crate::app::{Desk, Display, Parts, Stops, Watch, lifecycle};
use crate::components::cover;
use crate::pages::shell::shell;
use crate::platform::{early, page, panics, parts};
use js_sys::futures::spawn_local;
use leptos::mount::mount_to;
use leptos::prelude::*;
use waymark_content::{EN, Part, english};
use waymark_view::{El, RwSignal, effect, schedule};

/// Starts the page in the element that waits for it. Settings that come with the page are read by a later part: the page waits for
/// it, so that no answer is given before they were asked about.
pub fn start(loaders: Loaders) {
    if !early::has_fragment() && page::settings_block().trim().is_empty() {
        return start_now(loaders);
    }
    spawn_local(async move {
        if parts::come(Part::Later).await {
            start_now(loaders);
        } else {
            panics::show_the_problem();
        }
    });
}

fn start_now(loaders: Loaders) {
    mount(move || {
        let desk = Desk::new(&EN, RwSignal::new(None));
        let display = Display::new(desk.area, desk.view);
        let watch = Watch::new(desk);
        let stops = Stops::new(desk.language, desk.case);
        let parts = Parts::new();
        effect(move |_| {
            if let Some(later) = parts.later() {
                untrack(|| (later.listen_for_settings)(desk.area));
            }
        });
        page::fill_cover(cover(desk.language, watch));
        lifecycle::listen(desk, watch);
        parts.load(loaders, desk.case);
        shell(desk, display, stops, watch, parts).into()
    });
}

/// Renders what `render` gives in the element that waits for it, once the words are there.
pub(crate) fn mount(render: impl FnOnce() -> Vec<El> + 'static) {
    panics::reveal_the_problem();
    let Some(root) = page::app_root() else { return };
    if !english::give(Part::First, page::words(Part::First)) {
        return panics::show_the_problem();
    }
    let place = root.clone();
    schedule::set_root(root.clone().into());
    // Leptos keeps the signals alive; what is rendered from them is put beside its own, empty, view.
    mount_to(root, move || render().into_iter().for_each(|part| part.mount(&place))).forget();
    early::ready();
}
