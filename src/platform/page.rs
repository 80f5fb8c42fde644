//! The document: where the program is rendered, focus, the cover, printing.

use js_sys::JsString;
use leptos::prelude::request_animation_frame;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use waymark_case::listed::Listed;
use waymark_content::Part;
use waymark_view::El;
use waymark_view::schedule;
use web_sys::{Document, FocusOptions, HtmlElement, Location, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The element the program is rendered in.
pub fn app_root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// A text of the words that stand in the page beside the program; empty while it is not there.
pub fn words(part: Part) -> String {
    text_of(match part {
        Part::First => "words",
        Part::Steps => "words-steps",
        Part::Later => "words-later",
    })
}

/// The texts that the parts of the program stand in, in their order. They stay the browser's.
pub fn program_texts() -> Vec<JsString> {
    let parts =
        document().and_then(|document| document.query_selector_all("script[type='application/octet-stream']").ok());
    parts.map_or_else(Vec::new, |parts| {
        (0..parts.length()).filter_map(|place| text_in(parts.get(place)?.as_ref())).listed()
    })
}

/// The settings that stand in a personal copy of the page; empty in any other.
pub fn settings_block() -> String {
    text_of("settings")
}

/// How many letters come into the program's memory at once: while they come, they take three times their room.
const LETTERS: u32 = 1 << 14;

fn text_of(id: &str) -> String {
    let element = document().and_then(|document| document.get_element_by_id(id));
    let Some(letters) = element.and_then(|element| text_in(&element)) else { return String::new() };
    let length = letters.length();
    // A little more than the letters: some are of two or three bytes.
    let mut text = String::with_capacity((length + length / 16) as usize);
    for from in (0..length).step_by(LETTERS as usize) {
        text.push_str(&String::from(letters.slice(from, length.min(from + LETTERS))));
    }
    text
}

/// The text in an element, which stays the browser's.
fn text_in(element: &JsValue) -> Option<JsString> {
    js_sys::Reflect::get(element, &"textContent".into()).ok()?.dyn_into().ok()
}

/// The address of this page as a link to it can say it; empty where nobody else could open it, as on a disk.
pub fn web_address() -> String {
    let location = window().map(|window| window.location());
    let part = |read: fn(&Location) -> Result<String, JsValue>| {
        location.as_ref().and_then(|location| read(location).ok()).unwrap_or_default()
    };
    match part(Location::protocol).as_str() {
        "https:" | "http:" => {
            [part(Location::protocol), "//".into(), part(Location::host), part(Location::pathname)].concat()
        }
        _ => String::new(),
    }
}

/// Moves focus to the step's heading and shows its top. Exit keeps focus: on a slow device somebody may have reached it before
/// the frame in which this runs, and Enter has to leave.
pub fn focus_heading() {
    if let Some(heading) = first("#app h1").filter(|_| first("#exit:focus").is_none()) {
        let _ = heading.focus();
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Moves focus to a question by its `data-question`, and shows its legend. What is folded around it opens.
pub fn focus_question(name: &str) {
    focus_within(&format!("[data-question=\"{name}\"]"));
}

/// Moves focus to the button of a row of the check by the name of its input. Where the row is gone, the heading keeps it.
pub fn focus_row(name: &str) {
    focus_within(&format!("[data-row=\"{name}\"]"));
}

/// Shows what a selector finds and moves focus to its first control. What is folded around it opens.
fn focus_within(selector: &str) {
    if let Some(place) = first(selector) {
        while let Some(fold) = place.closest("details:not([open])").ok().flatten() {
            let _ = fold.set_attribute("open", "");
        }
        place.scroll_into_view();
        let control = place.query_selector("input, textarea, button").ok().flatten();
        if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
            let _ = control.focus();
        }
    }
}

/// Moves focus to the first control of what a selector finds, once it is rendered.
pub fn focus_new(selector: String) {
    request_animation_frame(move || schedule::last(Box::new(move || focus_within(&selector))));
}

/// Moves focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        let _ = element.focus();
    }
}

/// Folds up what a selector finds.
pub fn fold_up(selector: &str) {
    if let Some(fold) = first(selector) {
        let _ = fold.remove_attribute("open");
    }
}

/// True on a phone, where things stand one below the other: the same width as in the style.
pub fn is_narrow() -> bool {
    let asked = window().and_then(|window| window.match_media("(max-width: 39.99em)").ok().flatten());
    asked.is_some_and(|asked| asked.matches())
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
    super::voice::hush();
}

/// Where somebody was on the page: what had focus and how high on the screen it stood, and how far the page was scrolled.
pub struct Place {
    focused: Option<HtmlElement>,
    height: f64,
    top: f64,
}

impl Place {
    /// True while what had focus is still there.
    pub fn is_there(&self) -> bool {
        self.focused.as_ref().is_some_and(|element| element.is_connected() && element.tag_name() != "BODY")
    }
}

/// Where somebody is now.
pub fn place() -> Place {
    let focused = document().and_then(|document| document.active_element()?.dyn_into::<HtmlElement>().ok());
    let height = focused.as_ref().map_or(0.0, height_on_screen);
    Place { focused, height, top: window().and_then(|window| window.scroll_y().ok()).unwrap_or_default() }
}

/// Gives focus back to what had it, at the height on the screen where it stood: the page above it may have changed.
pub fn go_back_to(place: &Place) {
    let Some(window) = window() else { return };
    window.scroll_to_with_x_and_y(0.0, place.top);
    if let Some(element) = &place.focused {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
        window.scroll_by_with_x_and_y(0.0, height_on_screen(element) - place.height);
    }
}

fn height_on_screen(element: &HtmlElement) -> f64 {
    element.get_bounding_client_rect().top()
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

/// Listens to the selection, for as long as the page lives. The document alone is told of it.
pub fn on_selection(act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act).into_js_value();
    if let Some(document) = document() {
        let _ = document.add_event_listener_with_callback("selectionchange", act.unchecked_ref());
    }
}

/// True while the tab is hidden.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}
