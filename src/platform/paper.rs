//! Paper: what is put into the page only while it is printed, and how high it is there.

use super::dom::El;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A place in the page that is empty but while it is printed.
#[derive(Clone)]
pub struct Place(Element);

/// What was put there; it goes when this does.
pub struct Put {
    place: Place,
    part: El,
}

impl Place {
    /// A place for what is printed, and the element that it stands in.
    pub fn new(element: El) -> (Self, El) {
        (Self(element.node().clone()), element)
    }

    /// Puts a part there, in the same moment.
    pub fn put(&self, part: El) -> Put {
        let _ = self.0.append_child(part.node());
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
        let _ = self.place.0.remove_child(self.part.node());
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
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok().map(Measured)).collect()
}

/// Calls one before the page is printed, however that was begun, and the other after it; until what asked is gone.
pub fn around_print(before: impl Fn() + 'static, after: impl Fn() + 'static) {
    let before = window_event_listener_untyped("beforeprint", move |_| before());
    let after = window_event_listener_untyped("afterprint", move |_| after());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}
