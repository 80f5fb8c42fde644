//! Starts the page: gives the words, makes the state, listens to the browser, and renders the shell.

use crate::app::{Desk, Display, Stops, Watch, lifecycle, settings_source};
use crate::components::cover;
use crate::pages::shell::shell;
use crate::platform::{page, panics};
use leptos::mount::mount_to;
use waymark_content::{EN, english};
use waymark_view::{El, schedule};

/// Starts the page in the element that waits for it.
pub fn start() {
    mount(|| {
        let desk = Desk::new(&EN);
        let display = Display::new(desk.area, desk.view);
        let watch = Watch::new(desk);
        let stops = Stops::new(desk.language, desk.case);
        settings_source::listen(desk.area);
        page::fill_cover(cover(desk.language, watch));
        lifecycle::listen(desk, watch);
        shell(desk, display, stops, watch).into()
    });
}

/// Renders what `render` gives in the element that waits for it, once the words are there.
pub(crate) fn mount(render: impl FnOnce() -> Vec<El> + 'static) {
    panics::reveal_the_problem();
    let Some(root) = page::app_root() else { return };
    if !english::give(page::words()) {
        return panics::show_the_problem();
    }
    let place = root.clone();
    schedule::set_root(root.clone().into());
    // Leptos keeps the signals alive; what is rendered from them is put beside its own, empty, view.
    mount_to(root, move || render().into_iter().for_each(|part| part.mount(&place))).forget();
}
