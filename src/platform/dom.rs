//! Elements: a thin builder over the browser's own, alive with Leptos' signals.
//!
//! Why not `view!`: it makes a type of its own for every piece of every page, and the program then weighs ten times as
//! much as the page may. Here an element is one type, a part that follows a signal is one boxed closure, and the code
//! that keeps both up to date stands here once.

use leptos::prelude::*;
use std::borrow::Cow;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element, HtmlInputElement, HtmlTextAreaElement, Node};

pub use web_sys::Event;

/// A text that ships with the program or was made just now.
pub type Words = Cow<'static, str>;

/// What keeps an element alive: its effects and listeners end with it.
enum Keep {
    Effect { _effect: RenderEffect<()> },
    Region { _effect: RenderEffect<Vec<El>> },
    Keyed { _effect: RenderEffect<Vec<Held>> },
    Listener { _closure: Closure<dyn FnMut(Event)> },
    Child { _element: El },
}

/// An element with what keeps it up to date.
#[must_use = "an element shows only where it is put"]
pub struct El {
    node: Element,
    keep: Vec<Keep>,
}

/// A keyed element with the owner of what it made.
struct Held {
    key: u32,
    owner: Owner,
    element: El,
}

fn document() -> Document {
    leptos::prelude::document()
}

/// A new element.
pub fn el(tag: &'static str) -> El {
    // A name from our own pages is always a valid one; were it not, the panic hook shows the page's words.
    let node = document().create_element(tag).unwrap_or_else(|_| document().create_element("div").unwrap_throw());
    El { node, keep: Vec::new() }
}

/// A button that submits nothing.
pub fn button(class: &str, words: impl Into<Words>) -> El {
    el("button").attr("type", "button").class(class).text(words)
}

/// A paragraph.
pub fn p(class: &str, words: impl Into<Words>) -> El {
    el("p").class(class).text(words)
}

/// A heading that takes focus when its step opens.
pub fn h1(words: impl Into<Words>) -> El {
    el("h1").attr("tabindex", "-1").text(words)
}

/// A list of texts.
pub fn list(tag: &'static str, class: &str, lines: impl IntoIterator<Item = impl Into<Words>>) -> El {
    el(tag).class(class).children(lines.into_iter().map(|line| el("li").text(line)))
}

/// A row of a `summary`: what it is called, and what it is.
pub fn fact(label: impl Into<Words>, value: impl Into<Words>) -> El {
    el("div").child(el("dt").text(label)).child(el("dd").text(value))
}

/// A folded part.
pub fn details(class: &str, summary: impl Into<Words>) -> El {
    el("details").class(class).child(el("summary").text(summary))
}

/// True when the control that sent the event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event_target_checked(event)
}

/// What is typed in the control that sent the event.
pub fn typed(event: &Event) -> String {
    event_target_value(event)
}

impl El {
    /// Adds classes; an empty text adds none.
    pub fn class(self, class: &str) -> Self {
        if !class.is_empty() {
            let all = format!("{} {class}", self.node.class_name());
            self.node.set_class_name(all.trim_start());
        }
        self
    }
    /// Sets an attribute.
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.node.set_attribute(name, value);
        self
    }
    /// Sets an attribute where there is a value.
    pub fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }
    /// Puts a text at the end.
    pub fn text(self, words: impl Into<Words>) -> Self {
        self.put_text(&words.into());
        self
    }
    /// Puts an element at the end.
    pub fn child(mut self, child: El) -> Self {
        let _ = self.node.append_child(&child.node);
        self.keep.push(Keep::Child { _element: child });
        self
    }
    /// Puts elements at the end.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
    /// Puts an element at the end, if there is one.
    pub fn maybe(self, child: Option<El>) -> Self {
        self.children(child)
    }

    /// A text that follows its signals.
    pub fn live_text<W: Into<Words>>(mut self, words: impl Fn() -> W + 'static) -> Self {
        let text = document().create_text_node("");
        let _ = self.node.append_child(&text);
        // The same text set again would be read out again where changes are spoken.
        self.follow(Box::new(move || {
            let now = words().into();
            if text.data() != now {
                text.set_data(&now);
            }
        }));
        self
    }
    /// An attribute that follows its signals; `None` takes it off.
    pub fn live_attr<W: Into<Words>>(mut self, name: &'static str, value: impl Fn() -> Option<W> + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || set(&node, name, value().map(Into::into))));
        self
    }
    /// An attribute that is there or not.
    pub fn live_flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.live_attr(name, move || on().then_some(""))
    }
    /// A class that is there or not.
    pub fn live_class(mut self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || {
            let _ = node.class_list().toggle_with_force(class, on());
        }));
        self
    }
    /// A custom property of the style, such as `--lowest`; the policy allows it where an attribute would be dropped.
    pub fn live_property(mut self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || {
            if let Some(node) = node.dyn_ref::<web_sys::HtmlElement>() {
                let _ = node.style().set_property(name, &value());
            }
        }));
        self
    }
    /// Whether a radio or checkbox is chosen.
    pub fn live_checked(mut self, on: impl Fn() -> bool + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || {
            if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
                input.set_checked(on());
            }
        }));
        self
    }
    /// What stands in a field.
    pub fn live_value(mut self, value: impl Fn() -> String + 'static) -> Self {
        let node = self.node.clone();
        self.follow(Box::new(move || set_value(&node, &value())));
        self
    }
    /// Listens; the listener ends with the element.
    pub fn on(mut self, event: &'static str, act: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(act));
        self
    }
    /// Listens for a press.
    pub fn on_press(self, act: impl Fn() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// A part that is made again whenever a signal it reads changes. Nothing that is typed into belongs in one.
    pub fn live(mut self, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.region(Box::new(make));
        self
    }
    /// A part that is there while a condition holds; it is kept as it is while the condition stays the same.
    pub fn when(mut self, holds: impl Fn() -> bool + 'static, make: impl Fn() -> El + 'static) -> Self {
        let shown = self.flag(Box::new(holds));
        self.region(Box::new(move || if shown.get() { vec![make()] } else { Vec::new() }));
        self
    }
    /// Several parts that are there while a condition holds; they are kept while it stays the same.
    pub fn when_all(mut self, holds: impl Fn() -> bool + 'static, make: impl Fn() -> Vec<El> + 'static) -> Self {
        let shown = self.flag(Box::new(holds));
        self.region(Box::new(move || if shown.get() { untrack(&make) } else { Vec::new() }));
        self
    }
    /// One part while a condition holds and another while it does not.
    pub fn either(
        mut self,
        holds: impl Fn() -> bool + 'static,
        yes: impl Fn() -> El + 'static,
        no: impl Fn() -> El + 'static,
    ) -> Self {
        let shown = self.flag(Box::new(holds));
        self.region(Box::new(move || vec![if shown.get() { yes() } else { no() }]));
        self
    }
    /// A part for each key, in the order of the keys; a part stays as it is while its key does.
    pub fn each(mut self, keys: impl Fn() -> Vec<u32> + 'static, make: impl Fn(u32) -> El + 'static) -> Self {
        self.keyed(Box::new(keys), Box::new(make));
        self
    }

    /// Puts the element into one of the page's own, for as long as the page lives.
    pub fn mount(self, parent: &Element) {
        let _ = parent.append_child(&self.node);
        std::mem::forget(self);
    }

    fn put_text(&self, words: &str) {
        let _ = self.node.append_child(&document().create_text_node(words));
    }

    fn follow(&mut self, run: Box<dyn Fn()>) {
        self.keep.push(Keep::Effect { _effect: RenderEffect::new(move |_| run()) });
    }

    fn listen(&mut self, event: &str, act: Box<dyn FnMut(Event)>) {
        let closure = Closure::wrap(act);
        let _ = self.node.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        self.keep.push(Keep::Listener { _closure: closure });
    }

    /// A condition as a signal that tells only of a change.
    fn flag(&mut self, holds: Box<dyn Fn() -> bool>) -> ArcRwSignal<bool> {
        let flag = ArcRwSignal::new(untrack(&holds));
        let told = flag.clone();
        self.follow(Box::new(move || {
            let now = holds();
            if told.get_untracked() != now {
                told.set(now);
            }
        }));
        flag
    }

    fn anchor(&self) -> Node {
        let anchor: Node = document().create_comment("").into();
        let _ = self.node.append_child(&anchor);
        anchor
    }

    fn region(&mut self, make: Box<dyn Fn() -> Vec<El>>) {
        let anchor = self.anchor();
        let effect = RenderEffect::new(move |before: Option<Vec<El>>| {
            for old in before.into_iter().flatten() {
                old.node.remove();
            }
            let now = make();
            for new in &now {
                put_before(&anchor, &new.node);
            }
            now
        });
        self.keep.push(Keep::Region { _effect: effect });
    }

    fn keyed(&mut self, keys: Box<dyn Fn() -> Vec<u32>>, make: Box<dyn Fn(u32) -> El>) {
        let anchor = self.anchor();
        // What a part makes belongs to the page it stands on, not to this run of the effect.
        let page = Owner::current().unwrap_or_default();
        let make: Rc<dyn Fn(u32) -> El> = Rc::from(make);
        let effect = RenderEffect::new(move |before: Option<Vec<Held>>| {
            let mut before = before.unwrap_or_default();
            let now: Vec<Held> = keys()
                .into_iter()
                .map(|key| match before.iter().position(|held| held.key == key) {
                    Some(place) => before.swap_remove(place),
                    None => {
                        let owner = page.with(Owner::new);
                        let element = owner.with(|| untrack(|| make(key)));
                        Held { key, owner, element }
                    }
                })
                .collect();
            for gone in before {
                gone.element.node.remove();
                gone.owner.cleanup();
            }
            in_order(&anchor, &now);
            now
        });
        self.keep.push(Keep::Keyed { _effect: effect });
    }
}

fn set(node: &Element, name: &str, value: Option<Words>) {
    let _ = match value {
        Some(value) => node.set_attribute(name, &value),
        None => node.remove_attribute(name),
    };
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

fn put_before(anchor: &Node, node: &Node) {
    if let Some(parent) = anchor.parent_node() {
        let _ = parent.insert_before(node, Some(anchor));
    }
}

/// Moves only what stands in another place: moving an element takes its focus away.
fn in_order(anchor: &Node, held: &[Held]) {
    let mut next = anchor.clone();
    for held in held.iter().rev() {
        let node: &Node = held.element.node.as_ref();
        if node.next_sibling().as_ref() != Some(&next) {
            if let Some(parent) = anchor.parent_node() {
                let _ = parent.insert_before(node, Some(&next));
            }
        }
        next = node.clone();
    }
}
