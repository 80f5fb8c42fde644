//! The gallery: every component and every builder of the view layer in each of its states, beside the code that makes it.
//! Compiled with the feature `gallery` only, so no release page holds it; `cargo xtask serve` shows it as `gallery.html`, and
//! `gallery.test.mjs` and `view.test.mjs` walk it.
//!
//! Lives here: the frame around the examples, and one file for each shelf of them. Not here: any component.

#[macro_use]
mod shelf;

mod boxes;
mod buttons;
mod covers;
mod documents;
mod facts;
mod fields;
mod guided;
mod questions;
mod stage;
mod steps;
mod stops;
mod view_ends;
mod view_events;
mod view_parts;
mod view_values;
mod words;

use crate::platform::page::{app_root, focus_heading};
use crate::platform::{parts, passing};
use js_sys::futures::spawn_local;
use leptos::ev;
use leptos::prelude::*;
use shelf::{Example, Shelf};
use stage::Stage;
use waymark_content::Part;
use waymark_view::{El, RwSignal, button, details, h1, html, p, unmarked};

const SHELVES: [Shelf; 14] = [
    buttons::SHELF,
    words::SHELF,
    questions::SHELF,
    guided::SHELF,
    fields::SHELF,
    boxes::SHELF,
    facts::SHELF,
    stops::SHELF,
    covers::SHELF,
    steps::SHELF,
    documents::SHELF,
    view_values::SHELF,
    view_events::SHELF,
    view_parts::SHELF,
];

/// True on the page of the gallery: its root says so.
pub fn is_wanted() -> bool {
    app_root().is_some_and(|root| root.has_attribute("data-gallery"))
}

/// Starts the gallery in the element that waits for the page.
pub fn start() {
    spawn_local(async {
        if parts::come(Part::Steps).await && parts::come(Part::Later).await {
            crate::start::mount(|| {
                passing::listen();
                vec![gallery()]
            });
        }
    });
}

/// A list of the shelves, and the one that is open.
fn gallery() -> El {
    let open = RwSignal::new(0_usize);
    let page = Owner::current().unwrap_or_default();
    let entry = move |(place, shelf): (usize, &Shelf)| {
        let go = button("link", shelf.title)
            .attr("data-shelf", shelf.name)
            .attr("aria-current", move || (open.get() == place).then_some("page"))
            .on_press(move || open.set(place));
        html::li().child(go)
    };
    let shelves = unmarked(html::ul(), "links").children(SHELVES.iter().enumerate().map(entry));
    let shown =
        move || SHELVES.get(open.get()).map(|shelf| untrack(|| shelf_shown(&page, shelf))).into_iter().collect();
    html::div()
        .class("gallery")
        .child(html::nav().attr("aria-label", "Shelves").child(shelves))
        .child(html::div().class("gallery-open").live(shown))
}

fn shelf_shown(page: &Owner, shelf: &'static Shelf) -> El {
    request_animation_frame(focus_heading);
    html::section()
        .attr("data-shelf-open", shelf.name)
        .child(h1(shelf.title))
        .child(p("lead", shelf.about()))
        .children(shelf.examples.iter().map(|example| example_shown(page, shelf, example)))
}

/// One example: its name, what it is, the thing itself with a state of its own, and the code.
fn example_shown(page: &Owner, shelf: &Shelf, example: &'static Example) -> El {
    let code = shelf.code_of(example.name);
    let draw = example.draw;
    let page = page.clone();
    // A form of its own: radios of the same name in two examples are two groups.
    let stage = html::form()
        .class("stage")
        .attr("autocomplete", "off")
        .attr("data-example", example.name)
        .on(ev::submit, |event| event.prevent_default())
        .live(move || untrack(|| vec![draw(Stage::new(&page))]));
    html::section()
        .class("example")
        .child(html::h2().child(example.name.replace('_', " ")))
        .child(p("small", code.about))
        .child(stage)
        .child(details("help", "Code").child(html::code().child(code.text)))
}
