//! Parts of an element that come and go: while a condition holds, for each key, when a signal changes, or when there is time.

use crate::closure::{Give, Turn};
use crate::element::{El, Keep};
use crate::focus::{self, Leaving};
use crate::schedule;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement, Node};

type Render = Rc<dyn Give<Vec<El>>>;

/// What is rendered in its turn; empty until it is.
type Rendered = Rc<RefCell<Vec<El>>>;

/// A keyed element with the owner of what it made.
struct Held {
    key: usize,
    owner: Owner,
    element: El,
    opener: Option<HtmlElement>,
}

/// The parts that an effect rendered, which end with it. Leptos keeps the value of an effect until its task is next polled: until
/// then an effect of a part could run that reads a signal which has ended.
struct Parts<T: 'static>(RenderEffect<T>);

impl<T> Drop for Parts<T> {
    fn drop(&mut self) {
        self.0.take_value();
    }
}

/// The places of keys.
pub(crate) type Places = Box<dyn Give<Vec<usize>>>;
/// What makes the part of a place; `None` for a place that no key had.
pub(crate) type MakeAt = Box<dyn Turn<usize, Option<El>>>;

/// The places of keys in a list of all that were seen, and what makes the part of a place, so that the work on a keyed part is
/// compiled once for all kinds of keys.
pub(crate) fn by_place<K: Clone + PartialEq + 'static>(
    keys: impl Fn() -> Vec<K> + 'static,
    make: impl Fn(K) -> El + 'static,
) -> (Places, MakeAt) {
    boxed_by_place(Box::new(keys), Box::new(make))
}

#[inline(never)]
fn boxed_by_place<K: Clone + PartialEq + 'static>(
    keys: Box<dyn Give<Vec<K>>>,
    make: Box<dyn Turn<K, El>>,
) -> (Places, MakeAt) {
    let seen: Rc<RefCell<Vec<K>>> = Rc::default();
    let known = seen.clone();
    let place = move |key: K| {
        let mut known = known.borrow_mut();
        known.iter().position(|one| *one == key).unwrap_or_else(|| {
            known.push(key);
            known.len() - 1
        })
    };
    let make = move |place: usize| {
        let key = seen.borrow().get(place).cloned();
        key.map(|key| make.turn(key))
    };
    (Box::new(move || keys.give().into_iter().map(&place).collect()), Box::new(make))
}

/// Which elements the browser may leave out of the layout by themselves once they are rendered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Skip {
    /// The element around what was rendered.
    Around,
    /// Each element that was rendered.
    Each,
}

impl El {
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
    pub fn each<K: Clone + PartialEq + 'static>(
        self,
        keys: impl Fn() -> Vec<K> + 'static,
        make: impl Fn(K) -> El + 'static,
    ) -> Self {
        let (keys, make) = by_place(keys, make);
        self.keyed(keys, make)
    }

    /// Elements that are put here now when there is time, and otherwise in a later task ([`schedule`]).
    pub fn later(self, render: impl FnOnce() -> Vec<El> + 'static) -> Self {
        self.render_later(Box::new(render), Skip::Around)
    }
    /// An element for each, one by one, now when there is time and otherwise later.
    pub fn later_each<T: 'static>(
        self,
        all: impl IntoIterator<Item = T>,
        render: impl Fn(T) -> El + Clone + 'static,
    ) -> Self {
        all.into_iter().fold(self, |into, one| {
            let render = render.clone();
            into.render_later(Box::new(move || vec![render(one)]), Skip::Each)
        })
    }

    fn anchor(&self) -> Node {
        let anchor: Node = document().create_comment("").into();
        let _ = self.node().append_child(&anchor);
        anchor
    }

    fn kept_by<T: 'static>(mut self, effect: RenderEffect<T>) -> Self {
        self.keep(Keep::Region { _effect: Box::new(Parts(effect)) });
        self
    }

    /// Two sets of parts, one while a condition holds. A change of anything else leaves them as they are.
    #[inline(never)]
    pub(crate) fn switch(
        self,
        holds: Box<dyn Give<bool>>,
        yes: Box<dyn Give<Vec<El>>>,
        no: Box<dyn Give<Vec<El>>>,
    ) -> Self {
        let flag = ArcRwSignal::new(untrack(|| holds.give()));
        let told = flag.clone();
        let following = self.follow(Box::new(move |_| {
            let now = holds.give();
            if told.get_untracked() != now {
                told.set(now);
            }
        }));
        let anchor = following.anchor();
        let (yes, no): (Render, Render) = (yes.into(), no.into());
        let effect = RenderEffect::new(move |before: Option<(Rendered, Option<HtmlElement>)>| {
            let held = focus::held();
            let (old, opener) = before.unwrap_or_default();
            let leaving = remove(old.take(), opener.as_ref());
            let render = if flag.get() { yes.clone() } else { no.clone() };
            let rendered = Rendered::default();
            render_soon(&rendered, &anchor, Box::new(move || render.give()), Skip::Around);
            if let Some(leaving) = leaving {
                let came = rendered.clone();
                leaving.find(&anchor, move || nodes(&came.borrow()));
            }
            (rendered, held)
        });
        following.kept_by(effect)
    }

    #[inline(never)]
    pub(crate) fn render_later(self, render: Box<dyn FnOnce() -> Vec<El>>, skip: Skip) -> Self {
        let rendered = Rendered::default();
        render_soon(&rendered, &self.anchor(), render, skip);
        let mut this = self;
        this.keep(Keep::Region { _effect: Box::new(rendered) });
        this
    }

    #[inline(never)]
    pub(crate) fn region(self, make: Box<dyn Give<Vec<El>>>) -> Self {
        let anchor = self.anchor();
        let effect = RenderEffect::new(move |before: Option<Vec<El>>| {
            schedule::begin();
            let leaving = remove(before.unwrap_or_default(), None);
            let now = make.give();
            for new in &now {
                put_before(&anchor, new.node());
            }
            if let Some(leaving) = leaving {
                let came = nodes(&now);
                leaving.find(&anchor, move || came);
            }
            now
        });
        self.kept_by(effect)
    }

    #[inline(never)]
    pub(crate) fn keyed(self, keys: Places, make: MakeAt) -> Self {
        let anchor = self.anchor();
        // What a part makes belongs to the page it stands on, not to this run of the effect.
        let page = Owner::current().unwrap_or_default();
        let effect = RenderEffect::new(move |before: Option<Vec<Held>>| {
            let mut before = before.unwrap_or_default();
            let mut now = Vec::new();
            for key in keys.give() {
                match before.iter().position(|held| held.key == key) {
                    Some(place) => now.push(before.swap_remove(place)),
                    None => {
                        let owner = page.with(Owner::new);
                        let opener = focus::held();
                        if let Some(element) = owner.with(|| untrack(|| make.turn(key))) {
                            now.push(Held { key, owner, element, opener });
                        }
                    }
                }
            }
            for gone in before {
                // A list closes up: its next part, or the one before.
                let node = gone.element.node();
                let beside = node.next_element_sibling().or_else(|| node.previous_element_sibling());
                if let Some(leaving) = remove(vec![gone.element], gone.opener.as_ref()) {
                    leaving.find(&anchor, || beside.into_iter().filter(|part| part.is_connected()).collect());
                }
                gone.owner.cleanup();
            }
            put_in_order(&anchor, &now);
            now
        });
        self.kept_by(effect)
    }
}

/// Renders before an anchor when there is time; not at all when what holds it went meanwhile.
fn render_soon(rendered: &Rendered, anchor: &Node, render: Box<dyn FnOnce() -> Vec<El>>, skip: Skip) {
    let (place, anchor, owner) = (Rc::downgrade(rendered), anchor.clone(), Owner::current().unwrap_or_default());
    schedule::soon(
        Some(anchor.clone()),
        Box::new(move || {
            let Some(place) = place.upgrade() else { return };
            let now = owner.with(|| untrack(render));
            for new in &now {
                put_before(&anchor, new.node());
                if skip == Skip::Each {
                    schedule::rendered(new.node().clone());
                }
            }
            if skip == Skip::Around
                && !now.is_empty()
                && let Some(element) = anchor.parent_element()
            {
                schedule::rendered(element);
            }
            *place.borrow_mut() = now;
        }),
    );
}

/// Removes parts from the page; gives back what is to be remembered where focus goes with them.
fn remove(parts: Vec<El>, opener: Option<&HtmlElement>) -> Option<Leaving> {
    let leaving = parts.iter().find_map(|part| Leaving::with(part.node(), opener));
    parts.into_iter().for_each(|part| part.node().remove());
    leaving
}

fn nodes(parts: &[El]) -> Vec<Element> {
    parts.iter().map(|part| part.node().clone()).collect()
}

fn put_before(anchor: &Node, node: &Node) {
    if let Some(parent) = anchor.parent_node() {
        let _ = parent.insert_before(node, Some(anchor));
    }
}

/// Moves only what stands in another place, and never what has focus, as moving an element takes its focus away: the others
/// are moved around it.
fn put_in_order(anchor: &Node, held: &[Held]) {
    let focused = focus::held();
    let has_focus = |node: &Node| focused.as_ref().is_some_and(|focused| node.contains(Some(focused)));
    let mut next = anchor.clone();
    for held in held.iter().rev() {
        let node: &Node = held.element.node().as_ref();
        if node.next_sibling().as_ref() != Some(&next)
            && !has_focus(node)
            && let Some(parent) = anchor.parent_node()
        {
            let _ = parent.insert_before(node, Some(&next));
        }
        next = node.clone();
    }
}
