//! An element with what keeps it up to date.

use crate::closure::{Give, Turn};
use crate::event::Event;
use leptos::ev::{self, EventDescriptor};
use leptos::prelude::{RenderEffect, document};
use std::any::Any;
use std::borrow::Cow;
use std::cell::Cell;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, MouseEvent};

/// The second half of a double click or tap comes so soon after the first, in milliseconds, and so near to it, in CSS pixels.
const SECOND_HALF: (f64, i32) = (300.0, 40);

thread_local! {
    /// When and where something that opens another screen was last pressed by a pointer, in the time of events.
    static LAST_PRESS: Cell<(f64, [i32; 2])> = const { Cell::new((f64::NEG_INFINITY, [0; 2])) };
}

/// True for a press of a pointer that is the second half of a double click or tap. Not every browser counts them.
fn is_second_half(event: &MouseEvent) -> bool {
    let press = (event.time_stamp(), [event.client_x(), event.client_y()]);
    let (at, [x, y]) = LAST_PRESS.replace(press);
    let near = (press.1[0] - x).abs() <= SECOND_HALF.1 && (press.1[1] - y).abs() <= SECOND_HALF.1;
    event.detail() > 1 || (near && press.0 - at < SECOND_HALF.0)
}

/// A text that ships with the program or was made just now.
pub(crate) type Text = Cow<'static, str>;

/// What is done with an element and a value.
type Put<V> = Box<dyn Fn(&Element, V)>;

/// What keeps an element alive: its effects and listeners end with it.
pub(crate) enum Keep {
    Effect {
        _effect: RenderEffect<()>,
    },
    Listener {
        _closure: Closure<dyn FnMut(Event)>,
    },
    Child {
        _element: El,
    },
    /// What keeps a part up to date that comes and goes.
    Region {
        _effect: Box<dyn Any>,
    },
}

/// An element with what keeps it up to date. One pointer wide, so that a chain of calls passes it in a register.
#[must_use = "an element shows only where it is put"]
pub struct El(Box<ElParts>);

struct ElParts {
    node: Element,
    keep: Vec<Keep>,
}

/// Drops the newest first: a signal takes its newest subscriber off its list at once, and any other by moving all after it.
impl Drop for ElParts {
    fn drop(&mut self) {
        while self.keep.pop().is_some() {}
    }
}

/// A new element of HTML.
#[inline(never)]
pub(crate) fn element(tag: &'static str) -> El {
    // A name from our own code is always a valid one; were it not, the panic hook shows the page's words.
    let node = document().create_element(tag).unwrap_throw();
    El(Box::new(ElParts { node, keep: Vec::new() }))
}

/// A new element of a drawing.
pub fn svg(tag: &'static str) -> El {
    // As above: the name is always a valid one.
    let node = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).unwrap_throw();
    El(Box::new(ElParts { node, keep: Vec::new() }))
}

// What is generic only boxes what it is given; the work is done in what is never inlined, once for all pages.
impl El {
    /// Puts elements at the end.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::append)
    }
    /// Sets a custom property of the style, such as `--lowest`; the content security policy drops a `style` attribute.
    pub fn style(self, (name, value): (&'static str, impl Fn() -> String + 'static)) -> Self {
        let put = move |node: &Element, value: String| {
            if let Some(node) = node.dyn_ref::<HtmlElement>() {
                let _ = node.style().set_property(name, &value);
            }
        };
        self.follow_value(Box::new(value), Box::new(put))
    }
    /// Whether a radio or checkbox is chosen.
    pub fn checked(self, on: impl Fn() -> bool + 'static) -> Self {
        let check = |node: &Element, on| {
            if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
                input.set_checked(on);
            }
        };
        self.follow_flag(Box::new(on), Box::new(check))
    }
    /// What stands in a field.
    pub fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.follow_value(Box::new(value), Box::new(|node, value| set_value(node, &value)))
    }
    /// Listens; the listener ends with the element.
    pub fn on<E>(self, event: E, act: impl Fn(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.listen(event.name().as_ref(), Box::new(move |event: Event| act(event.unchecked_into())))
    }
    /// Listens for a press, with the mouse, a finger or the keyboard.
    pub fn on_press(self, act: impl Fn() + 'static) -> Self {
        self.listen_press(Box::new(act))
    }
    /// Listens for a press that opens another screen. A double click or tap counts once: its second half would land on that
    /// screen. A press by the keyboard has a count of 0 and always counts.
    pub fn on_first_press(self, act: impl Fn() + 'static) -> Self {
        self.on(ev::click, move |event| {
            if event.detail() == 0 || !is_second_half(&event) {
                act();
            }
        })
    }

    /// The browser's own element.
    pub fn node(&self) -> &Element {
        &self.0.node
    }

    /// Puts the element into one of the page's own, for as long as the page lives.
    pub fn mount(self, parent: &Element) {
        let _ = parent.append_child(&self.0.node);
        std::mem::forget(self);
    }

    pub(crate) fn keep(&mut self, keep: Keep) {
        self.0.keep.push(keep);
    }

    #[inline(never)]
    pub(crate) fn append(mut self, child: Self) -> Self {
        let _ = self.0.node.append_child(&child.0.node);
        // An element that nothing follows needs nothing kept.
        if !child.0.keep.is_empty() {
            self.keep(Keep::Child { _element: child });
        }
        self
    }

    #[inline(never)]
    pub(crate) fn words(self, words: &str) -> Self {
        let _ = self.0.node.append_child(&document().create_text_node(words));
        self
    }

    #[inline(never)]
    pub(crate) fn set(self, name: &str, value: &str) -> Self {
        let _ = self.0.node.set_attribute(name, value);
        self
    }

    #[inline(never)]
    pub(crate) fn add_classes(self, classes: &str) -> Self {
        for class in classes.split_ascii_whitespace() {
            let _ = self.0.node.class_list().add_1(class);
        }
        self
    }

    #[inline(never)]
    pub(crate) fn follow(mut self, run: Box<dyn Fn(&Element)>) -> Self {
        let node = self.0.node.clone();
        self.keep(Keep::Effect { _effect: RenderEffect::new(move |_| run(&node)) });
        self
    }

    #[inline(never)]
    pub(crate) fn follow_text(self, words: Box<dyn Give<Text>>) -> Self {
        let text = document().create_text_node("");
        let _ = self.0.node.append_child(&text);
        // The same text set again would be announced again in a live region.
        self.follow(Box::new(move |_| {
            let now = words.give();
            if text.data() != now {
                text.set_data(&now);
            }
        }))
    }

    #[inline(never)]
    pub(crate) fn follow_attribute(self, name: &'static str, value: Box<dyn Give<Option<Text>>>) -> Self {
        self.follow(Box::new(move |node| {
            let _ = match value.give() {
                Some(value) => node.set_attribute(name, &value),
                None => node.remove_attribute(name),
            };
        }))
    }

    #[inline(never)]
    pub(crate) fn follow_class(self, class: &'static str, on: Box<dyn Give<bool>>) -> Self {
        let toggle = move |node: &Element, on| {
            let _ = node.class_list().toggle_with_force(class, on);
        };
        self.follow_flag(on, Box::new(toggle))
    }

    #[inline(never)]
    fn follow_flag(self, on: Box<dyn Give<bool>>, put: Put<bool>) -> Self {
        self.follow(Box::new(move |node| put(node, on.give())))
    }

    #[inline(never)]
    fn follow_value(self, value: Box<dyn Give<String>>, put: Put<String>) -> Self {
        self.follow(Box::new(move |node| put(node, value.give())))
    }

    #[inline(never)]
    fn listen(mut self, event: &str, act: Box<dyn Turn<Event>>) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| act.turn(event));
        let _ = self.0.node.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        self.keep(Keep::Listener { _closure: closure });
        self
    }

    #[inline(never)]
    fn listen_press(self, act: Box<dyn Give<()>>) -> Self {
        self.listen("click", Box::new(move |_: Event| act.give()))
    }
}

fn set_value(node: &Element, value: &str) {
    if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
        if input.value() != value {
            input.set_value(value);
        }
    } else if let Some(area) = node.dyn_ref::<HtmlTextAreaElement>()
        && area.value() != value
    {
        area.set_value(value);
    }
}
