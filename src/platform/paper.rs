//! Paper: what is put into the page only while it is printed, and how high it is there.

use super::page;
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use waymark_case::listed::Listed;
use waymark_view::El;
use web_sys::Element;

thread_local! {
    /// How many places there have been.
    static PLACES: Cell<u32> = const { Cell::new(0) };
    /// The only place that is printed just now; `None` when all of them are.
    static ONLY: Cell<Option<u32>> = const { Cell::new(None) };
}

/// A place in the page that is empty but while it is printed.
#[derive(Clone)]
pub struct Place {
    element: Element,
    number: u32,
}

/// What was put there; it goes when this does.
pub struct Put {
    place: Place,
    part: El,
}

impl Place {
    /// A place for what is printed, and the element that it stands in.
    pub fn new(element: El) -> (Self, El) {
        let number = PLACES.get().wrapping_add(1);
        PLACES.set(number);
        (Self { element: element.node().clone(), number }, element)
    }

    /// Prints what belongs here and nothing else. The page cannot be left until the print window is closed: say so before.
    pub fn print(&self) {
        ONLY.set(Some(self.number));
        page::print();
    }

    /// Calls one before this place is printed, however that was begun, and the other after it; until what asked is gone.
    pub fn around_print(&self, before: impl Fn() + 'static, after: impl Fn() + 'static) {
        let number = self.number;
        let before = window_event_listener_untyped("beforeprint", move |_| {
            if ONLY.get().is_none_or(|only| only == number) {
                before();
            }
        });
        let after = window_event_listener_untyped("afterprint", move |_| {
            ONLY.set(None);
            after();
        });
        on_cleanup(move || {
            before.remove();
            after.remove();
        });
    }

    /// Puts a part there, in the same moment.
    pub fn put(&self, part: El) -> Put {
        let _ = self.element.append_child(part.node());
        Put { place: self.clone(), part }
    }
}

impl Put {
    /// The elements that a selector finds in it, in their order.
    pub fn all(&self, selector: &str) -> Vec<Measured> {
        all(self.part.node(), selector)
    }
}

impl Drop for Put {
    fn drop(&mut self) {
        let _ = self.place.element.remove_child(self.part.node());
    }
}

/// An element that was laid out.
pub struct Measured(Element);

impl Measured {
    /// Its height in pixels of the style sheet, without its margins.
    pub fn height(&self) -> f64 {
        self.0.get_bounding_client_rect().height()
    }
    /// From its upper edge to that of another one.
    pub fn to(&self, other: &Self) -> f64 {
        other.0.get_bounding_client_rect().top() - self.0.get_bounding_client_rect().top()
    }
    /// The elements that a selector finds in it, in their order.
    pub fn all(&self, selector: &str) -> Vec<Self> {
        all(&self.0, selector)
    }
}

fn all(element: &Element, selector: &str) -> Vec<Measured> {
    let Ok(found) = element.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok().map(Measured)).listed()
}
