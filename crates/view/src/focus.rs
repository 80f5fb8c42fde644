//! Focus that is not lost: who pressed a button that goes with its part of the page finds themselves at what comes in its
//! place, or at what stands around it.

use crate::schedule;
use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

/// What can have focus by itself.
const CONTROLS: &str = "input, textarea, select, button, summary, a[href], [tabindex='0']";
const HEADINGS: &str = "h1, h2, h3, h4, legend:not(.visually-hidden)";

/// What has focus now; `None` when nothing has.
pub fn held() -> Option<HtmlElement> {
    let document = document();
    let held = document.active_element()?;
    let body: Option<Element> = document.body().map(Into::into);
    (Some(&held) != body.as_ref()).then(|| held.dyn_into().ok()).flatten()
}

/// Focus that is about to go with what holds it.
pub struct Leaving {
    /// The words of the control, by which it is known again.
    words: String,
    /// What had focus when the part that goes came.
    opener: Option<HtmlElement>,
}

impl Leaving {
    /// What is to be remembered when a part goes that holds focus; `None` for a part that does not.
    pub fn with(part: &Element, opener: Option<&HtmlElement>) -> Option<Self> {
        let held = held().filter(|held| part.contains(Some(held)))?;
        let words = held.text_content().unwrap_or_default();
        Some(Self { words, opener: opener.cloned() })
    }

    /// Gives focus to the best there is, once all is rendered and unless somebody else took it meanwhile: the same control rendered
    /// again, the first of what came in its place, that itself, the first answer of the question, what led to the part, a heading.
    pub fn find(self, anchor: &Node, came: impl FnOnce() -> Vec<Element> + 'static) {
        let anchor = anchor.clone();
        let look = move || {
            if held().is_none()
                && anchor.is_connected()
                && let Some(place) = self.choose(&anchor, &came())
            {
                let _ = place.focus();
            }
        };
        // Whoever moves focus themselves does so in the next frame.
        request_animation_frame(move || request_animation_frame(move || schedule::last(Box::new(look))));
    }

    fn choose(&self, anchor: &Node, came: &[Element]) -> Option<HtmlElement> {
        let controls_there = || came.iter().flat_map(controls);
        let around = anchor.parent_element()?;
        // Whether one can be seen is asked last: the browser lays out for it what it had left out.
        controls_there()
            .find(|one| self.is_again(one) && can_be_seen(one))
            .or_else(|| controls_there().find(can_be_seen))
            .or_else(|| came.iter().find_map(|part| part.clone().dyn_into().ok()).filter(can_be_seen).map(made_fit))
            .or_else(|| {
                let input = |one: &HtmlElement| one.has_type::<HtmlInputElement>() && can_be_seen(one);
                controls(&around.closest("fieldset").ok()??).into_iter().find(input)
            })
            .or_else(|| self.opener.clone().filter(can_be_seen))
            .or_else(|| heading(anchor, around))
    }

    fn is_again(&self, control: &HtmlElement) -> bool {
        !self.words.is_empty() && control.text_content().as_deref() == Some(&self.words)
    }
}

/// The controls of a part, itself among them.
fn controls(part: &Element) -> Vec<HtmlElement> {
    let own = part.matches(CONTROLS).unwrap_or_default().then(|| part.clone().dyn_into().ok()).flatten();
    own.into_iter().chain(all(part, CONTROLS)).collect()
}

/// True for what is on the page and takes up room; a control that is drawn over by its label does.
fn can_be_seen(element: &HtmlElement) -> bool {
    element.is_connected() && element.get_bounding_client_rect().height() > 0.0 && !element.has_attribute("disabled")
}

/// What cannot be reached by Tab, made fit to be given focus.
fn made_fit(element: HtmlElement) -> HtmlElement {
    let _ = element.set_attribute("tabindex", "-1");
    element
}

/// The heading or legend that a place stands under.
fn heading(anchor: &Node, from: Element) -> Option<HtmlElement> {
    let mut around = Some(from);
    while let Some(part) = around {
        let above = |one: &HtmlElement| anchor.compare_document_position(one) & Node::DOCUMENT_POSITION_PRECEDING != 0;
        if let Some(found) = all(&part, HEADINGS).into_iter().rfind(|one| above(one) && can_be_seen(one)) {
            return Some(made_fit(found));
        }
        around = part.parent_element();
    }
    None
}

fn all(part: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = part.query_selector_all(selector).ok();
    let found = found.iter().flat_map(|found| (0..found.length()).filter_map(|place| found.item(place)));
    found.filter_map(|one| one.dyn_into().ok()).collect()
}
