//! Elements: a thin builder over the browser's own, alive with Leptos' signals.
//!
//! Why not `view!`: it makes a type of its own for every piece of every page, and the program then weighs ten times as
//! much as the page may. Here an element is one type, a part that follows a signal is one boxed closure, and the code
//! that keeps both up to date stands here once.

use super::slices;
use leptos::prelude::*;
use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, UnwrapThrowExt};
use web_sys::{Document, Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

pub use web_sys::Event;

/// A text that ships with the program or was made just now.
pub type Words = Cow<'static, str>;

/// What is done with an element and a value.
type Put<V> = Box<dyn Fn(&Element, V)>;

/// What keeps an element alive: its effects and listeners end with it.
enum Keep {
    Effect { _effect: RenderEffect<()> },
    Region { _effect: RenderEffect<Vec<El>> },
    Keyed { _effect: RenderEffect<Vec<Held>> },
    Listener { _closure: Closure<dyn FnMut(Event)> },
    Child { _element: El },
    Later { _drawn: Drawn },
    Drawn { _effect: RenderEffect<Drawn> },
}

type Draw = Rc<dyn Fn() -> Vec<El>>;

/// What is drawn in its turn; empty until it is.
type Drawn = Rc<RefCell<Vec<El>>>;

/// An element with what keeps it up to date. One pointer wide, so that a chain of calls passes it in a register.
#[must_use = "an element shows only where it is put"]
pub struct El(Box<Parts>);

struct Parts {
    node: Element,
    keep: Vec<Keep>,
}

/// The last made goes first: a signal takes the follower that came last off its list at once, and any other by moving all behind it.
impl Drop for Parts {
    fn drop(&mut self) {
        while self.keep.pop().is_some() {}
    }
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
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    // A name from our own pages is always a valid one; were it not, the panic hook shows the page's words.
    let node = document().create_element(tag).unwrap_throw();
    El(Box::new(Parts { node, keep: Vec::new() }))
}

/// A new element of a drawing.
pub fn svg(tag: &'static str) -> El {
    // As above: the name is always a valid one.
    let node = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag).unwrap_throw();
    El(Box::new(Parts { node, keep: Vec::new() }))
}

/// A button that submits nothing.
pub fn button(class: &str, words: impl AsRef<str>) -> El {
    el("button").attr("type", "button").with(class, words.as_ref())
}

/// A paragraph.
pub fn p(class: &str, words: impl AsRef<str>) -> El {
    el("p").with(class, words.as_ref())
}

/// A heading that takes focus when its step opens.
pub fn h1(words: impl AsRef<str>) -> El {
    el("h1").attr("tabindex", "-1").with("", words.as_ref())
}

/// A list of texts.
pub fn list(tag: &'static str, class: &str, lines: impl IntoIterator<Item = impl AsRef<str>>) -> El {
    lines.into_iter().fold(el(tag).class(class), |list, line| list.child(el("li").with("", line.as_ref())))
}

/// A row of a `summary`: what it is called, and what it is.
pub fn fact(label: impl AsRef<str>, value: impl AsRef<str>) -> El {
    el("div").child(el("dt").with("", label.as_ref())).child(el("dd").with("", value.as_ref()))
}

/// A folded part.
pub fn details(class: &str, summary: impl AsRef<str>) -> El {
    el("details").class(class).child(el("summary").with("", summary.as_ref()))
}

/// True when the control that sent the event is ticked.
pub fn is_ticked(event: &Event) -> bool {
    event_target_checked(event)
}

/// The key that was pressed; empty for an event of another kind.
pub fn key(event: &Event) -> String {
    event.dyn_ref::<web_sys::KeyboardEvent>().map(web_sys::KeyboardEvent::key).unwrap_or_default()
}

/// Listens for keys anywhere on the page, for as long as the owner that asks for it lives.
pub fn on_key(act: impl Fn(&Event) + 'static) {
    let listening = window_event_listener_untyped("keydown", move |event| act(&event));
    on_cleanup(move || listening.remove());
}

/// True when the event comes from a text of several lines, where every key writes or moves.
pub fn is_in_long_text(event: &Event) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlTextAreaElement>())
}

/// What is typed in the control that sent the event.
pub fn typed(event: &Event) -> String {
    event_target_value(event)
}

// What is generic only boxes what it is given; the work stands once, in what is never inlined.
impl El {
    /// Adds classes; an empty text adds none.
    #[inline(never)]
    pub fn class(self, class: &str) -> Self {
        for class in class.split_ascii_whitespace() {
            let _ = self.0.node.class_list().add_1(class);
        }
        self
    }
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.node.set_attribute(name, value);
        self
    }
    /// Sets an attribute where there is a value.
    #[inline(never)]
    pub fn attr_if(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }
    /// Puts a text at the end.
    pub fn text(self, words: impl AsRef<str>) -> Self {
        self.with("", words.as_ref())
    }
    /// Puts an element at the end.
    #[inline(never)]
    pub fn child(mut self, child: El) -> Self {
        let _ = self.0.node.append_child(&child.0.node);
        // An element that nothing follows needs nothing kept.
        if !child.0.keep.is_empty() {
            self.0.keep.push(Keep::Child { _element: child });
        }
        self
    }
    /// Puts elements at the end.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
    /// Puts an element at the end, if there is one.
    #[inline(never)]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// A text that follows its signals.
    pub fn live_text<W: Into<Words>>(self, words: impl Fn() -> W + 'static) -> Self {
        self.follow_text(Box::new(move || words().into()))
    }
    /// An attribute that follows its signals; `None` takes it off.
    pub fn live_attr<W: Into<Words>>(self, name: &'static str, value: impl Fn() -> Option<W> + 'static) -> Self {
        self.follow_attr(name, Box::new(move || value().map(Into::into)))
    }
    /// An attribute that is there or not.
    pub fn live_flag(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.follow_flag(Box::new(on), Box::new(move |node, on| set(node, name, on.then_some(Words::Borrowed("")))))
    }
    /// A class that is there or not.
    pub fn live_class(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let toggle = move |node: &Element, on| {
            let _ = node.class_list().toggle_with_force(class, on);
        };
        self.follow_flag(Box::new(on), Box::new(toggle))
    }
    /// A custom property of the style, such as `--lowest`; the policy allows it where an attribute would be dropped.
    pub fn live_property(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let put = move |node: &Element, value: String| {
            if let Some(node) = node.dyn_ref::<web_sys::HtmlElement>() {
                let _ = node.style().set_property(name, &value);
            }
        };
        self.follow_value(Box::new(value), Box::new(put))
    }
    /// Whether a radio or checkbox is chosen.
    pub fn live_checked(self, on: impl Fn() -> bool + 'static) -> Self {
        let check = |node: &Element, on| {
            if let Some(input) = node.dyn_ref::<HtmlInputElement>() {
                input.set_checked(on);
            }
        };
        self.follow_flag(Box::new(on), Box::new(check))
    }
    /// What stands in a field; of a list, after its options.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.follow_value(Box::new(value), Box::new(|node, value| set_value(node, &value)))
    }
    /// Listens; the listener ends with the element.
    pub fn on(self, event: &'static str, act: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }
    /// Listens for a press.
    pub fn on_press(self, act: impl Fn() + 'static) -> Self {
        self.listen_press(Box::new(act))
    }

    /// A part that is made again whenever a signal it reads changes. Nothing that is typed into belongs in one.
    pub fn live(self, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.region(Box::new(make))
    }
    /// A part that is there while a condition holds; it is kept as it is while the condition stays the same.
    pub fn when(self, holds: impl Fn() -> bool + 'static, make: impl Fn() -> El + 'static) -> Self {
        self.when_all(holds, move || vec![make()])
    }
    /// Several parts that are there while a condition holds; they are kept while it stays the same.
    pub fn when_all(self, holds: impl Fn() -> bool + 'static, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.switch(Box::new(holds), Box::new(make), Box::new(Vec::new))
    }
    /// One part while a condition holds and another while it does not.
    pub fn either(
        self,
        holds: impl Fn() -> bool + 'static,
        yes: impl Fn() -> El + 'static,
        no: impl Fn() -> El + 'static,
    ) -> Self {
        self.switch(Box::new(holds), Box::new(move || vec![yes()]), Box::new(move || vec![no()]))
    }
    /// A part for each key, in the order of the keys; a part stays as it is while its key does.
    pub fn each(self, keys: impl Fn() -> Vec<u32> + 'static, make: impl Fn(u32) -> El + 'static) -> Self {
        self.keyed(Box::new(keys), Box::new(make))
    }

    /// Elements that are put here now when there is time, and otherwise in a later task (`slices`).
    pub fn later(self, draw: impl FnOnce() -> Vec<El> + 'static) -> Self {
        self.draw_later(Box::new(draw), Alone::Around)
    }
    /// An element for each, one by one, now when there is time and otherwise later.
    pub fn later_each<T: 'static>(
        self,
        all: impl IntoIterator<Item = T>,
        draw: impl Fn(T) -> El + Clone + 'static,
    ) -> Self {
        all.into_iter().fold(self, |into, one| {
            let draw = draw.clone();
            into.draw_later(Box::new(move || vec![draw(one)]), Alone::Each)
        })
    }

    /// The browser's own element.
    pub(super) fn node(&self) -> &Element {
        &self.0.node
    }

    /// Puts the element into one of the page's own, for as long as the page lives.
    pub fn mount(self, parent: &Element) {
        let _ = parent.append_child(&self.0.node);
        std::mem::forget(self);
    }

    #[inline(never)]
    fn with(self, class: &str, words: &str) -> Self {
        let _ = self.0.node.append_child(&document().create_text_node(words));
        self.class(class)
    }

    #[inline(never)]
    fn follow(mut self, run: Box<dyn Fn(&Element)>) -> Self {
        let node = self.0.node.clone();
        self.0.keep.push(Keep::Effect { _effect: RenderEffect::new(move |_| run(&node)) });
        self
    }

    #[inline(never)]
    fn follow_text(self, words: Box<dyn Fn() -> Words>) -> Self {
        let text = document().create_text_node("");
        let _ = self.0.node.append_child(&text);
        // The same text set again would be read out again where changes are spoken.
        self.follow(Box::new(move |_| {
            let now = words();
            if text.data() != now {
                text.set_data(&now);
            }
        }))
    }

    #[inline(never)]
    fn follow_attr(self, name: &'static str, value: Box<dyn Fn() -> Option<Words>>) -> Self {
        self.follow(Box::new(move |node| set(node, name, value())))
    }

    #[inline(never)]
    fn follow_flag(self, on: Box<dyn Fn() -> bool>, put: Put<bool>) -> Self {
        self.follow(Box::new(move |node| put(node, on())))
    }

    #[inline(never)]
    fn follow_value(self, value: Box<dyn Fn() -> String>, put: Put<String>) -> Self {
        self.follow(Box::new(move |node| put(node, value())))
    }

    #[inline(never)]
    fn listen(mut self, event: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let closure = Closure::wrap(act);
        let _ = self.0.node.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        self.0.keep.push(Keep::Listener { _closure: closure });
        self
    }

    #[inline(never)]
    fn listen_press(self, act: Box<dyn Fn()>) -> Self {
        self.listen("click", Box::new(move |_| act()))
    }

    /// Two sets of parts, one while a condition holds. A change of anything else leaves them as they are.
    #[inline(never)]
    fn switch(self, holds: Box<dyn Fn() -> bool>, yes: Box<dyn Fn() -> Vec<El>>, no: Box<dyn Fn() -> Vec<El>>) -> Self {
        let flag = ArcRwSignal::new(untrack(&holds));
        let told = flag.clone();
        let mut following = self.follow(Box::new(move |_| {
            let now = holds();
            if told.get_untracked() != now {
                told.set(now);
            }
        }));
        let anchor = following.anchor();
        let (yes, no): (Draw, Draw) = (yes.into(), no.into());
        let effect = RenderEffect::new(move |before: Option<Drawn>| {
            for old in before.into_iter().flat_map(|drawn| drawn.take()) {
                old.0.node.remove();
            }
            let draw = if flag.get() { yes.clone() } else { no.clone() };
            let drawn = Drawn::default();
            draw_soon(&drawn, &anchor, Box::new(move || draw()), Alone::Around);
            drawn
        });
        following.0.keep.push(Keep::Drawn { _effect: effect });
        following
    }

    #[inline(never)]
    fn draw_later(mut self, draw: Box<dyn FnOnce() -> Vec<El>>, alone: Alone) -> Self {
        let drawn = Drawn::default();
        draw_soon(&drawn, &self.anchor(), draw, alone);
        self.0.keep.push(Keep::Later { _drawn: drawn });
        self
    }

    fn anchor(&self) -> Node {
        let anchor: Node = document().create_comment("").into();
        let _ = self.0.node.append_child(&anchor);
        anchor
    }

    #[inline(never)]
    fn region(mut self, make: Box<dyn Fn() -> Vec<El>>) -> Self {
        let anchor = self.anchor();
        let effect = RenderEffect::new(move |before: Option<Vec<El>>| {
            slices::begin();
            for old in before.into_iter().flatten() {
                old.0.node.remove();
            }
            let now = make();
            for new in &now {
                put_before(&anchor, &new.0.node);
            }
            now
        });
        self.0.keep.push(Keep::Region { _effect: effect });
        self
    }

    #[inline(never)]
    fn keyed(mut self, keys: Box<dyn Fn() -> Vec<u32>>, make: Box<dyn Fn(u32) -> El>) -> Self {
        let anchor = self.anchor();
        // What a part makes belongs to the page it stands on, not to this run of the effect.
        let page = Owner::current().unwrap_or_default();
        let effect = RenderEffect::new(move |before: Option<Vec<Held>>| {
            let mut before = before.unwrap_or_default();
            let mut now = Vec::new();
            for key in keys() {
                now.push(match before.iter().position(|held| held.key == key) {
                    Some(place) => before.swap_remove(place),
                    None => {
                        let owner = page.with(Owner::new);
                        let element = owner.with(|| untrack(|| make(key)));
                        Held { key, owner, element }
                    }
                });
            }
            for gone in before {
                gone.element.0.node.remove();
                gone.owner.cleanup();
            }
            in_order(&anchor, &now);
            now
        });
        self.0.keep.push(Keep::Keyed { _effect: effect });
        self
    }
}

/// What the browser may leave out of the layout by itself once it was drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alone {
    /// The element that holds what was drawn.
    Around,
    /// Each element that was drawn.
    Each,
}

/// Draws before an anchor when there is time; not at all when what holds it went meanwhile.
fn draw_soon(drawn: &Drawn, anchor: &Node, draw: Box<dyn FnOnce() -> Vec<El>>, alone: Alone) {
    let (place, anchor, owner) = (Rc::downgrade(drawn), anchor.clone(), Owner::current().unwrap_or_default());
    slices::soon(
        Some(anchor.clone()),
        Box::new(move || {
            let Some(place) = place.upgrade() else { return };
            let now = owner.with(|| untrack(draw));
            for new in &now {
                put_before(&anchor, &new.0.node);
                if alone == Alone::Each {
                    slices::drawn(new.0.node.clone());
                }
            }
            if alone == Alone::Around
                && !now.is_empty()
                && let Some(element) = anchor.parent_element()
            {
                slices::drawn(element);
            }
            *place.borrow_mut() = now;
        }),
    );
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
    } else if let Some(select) = node.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
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
        let node: &Node = held.element.0.node.as_ref();
        if node.next_sibling().as_ref() != Some(&next)
            && let Some(parent) = anchor.parent_node()
        {
            let _ = parent.insert_before(node, Some(&next));
        }
        next = node.clone();
    }
}
