//! The document: where the program is drawn, focus, the cover, printing.

use super::dom::El;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The element the program is drawn in.
pub fn app_root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// The words that stand in the page beside the program; empty when they do not.
pub fn words() -> String {
    document().and_then(|document| document.get_element_by_id("words")?.text_content()).unwrap_or_default()
}

/// Moves focus to the step's heading and shows its top.
pub fn focus_heading() {
    if let Some(heading) = first("#app h1") {
        let _ = heading.focus();
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves focus to a question by its `data-question`, and shows its legend. What is folded around it opens.
pub fn focus_question(name: &str) {
    if let Some(question) = first(&format!("[data-question=\"{name}\"]")) {
        // A question may stand in a fold that is closed.
        while let Some(fold) = question.closest("details:not([open])").ok().flatten() {
            let _ = fold.set_attribute("open", "");
        }
        question.scroll_into_view();
        let control = question.query_selector("input, textarea, button").ok().flatten();
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let _ = control.focus();
        }
    }
}

/// Moves focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        let _ = element.focus();
    }
}

fn first(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// Covers or uncovers the page: what is under the cover cannot be read, reached or printed.
pub fn cover(covered: bool) {
    let Some(document) = document() else { return };
    if let Some(body) = document.body() {
        let _ = body.class_list().toggle_with_force("covered", covered);
    }
    if let Some(app) = app_root() {
        let _ = app.toggle_attribute_with_force("inert", covered);
    }
    if let Some(cover) = document.get_element_by_id("cover") {
        let _ = cover.toggle_attribute_with_force("hidden", !covered);
    }
}

/// Gives the whole page the look of practice, or takes it off.
pub fn practice(on: bool) {
    if let Some(body) = document().and_then(|document| document.body()) {
        let _ = body.class_list().toggle_with_force("practice", on);
    }
}

/// Puts into the cover what stands on it.
pub fn fill_cover(parts: impl IntoIterator<Item = El>) {
    let cover = document().and_then(|document| document.get_element_by_id("cover"));
    if let Some(cover) = cover {
        parts.into_iter().for_each(|part| part.mount(&cover));
    }
}

/// Moves focus to the way back from a cover that stays.
pub fn focus_cover() {
    focus("#cover [data-action=uncover]");
}

/// Says to whoever listens that the page is still being drawn, or that it is whole.
pub fn set_busy(busy: bool) {
    if let Some(app) = app_root() {
        let _ = if busy { app.set_attribute("aria-busy", "true") } else { app.remove_attribute("aria-busy") };
    }
}

/// Shows the parts of the bar that need the program.
pub fn show_bar_controls() {
    if let Some(button) = first("#bar [data-action=cover]") {
        let _ = button.remove_attribute("hidden");
    }
}

/// Opens the browser's print window. The page cannot be left until it is closed: say so before.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// True while the tab is hidden.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}
