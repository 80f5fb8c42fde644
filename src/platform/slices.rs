//! Long work in short pieces, so that the page is always free to leave: a press of Exit waits for one piece at the most.

use super::clock;
use crate::idle::Moment;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;
use web_sys::{Element, Node};

/// How long pieces are done in one go, in milliseconds.
const SLICE: Moment = 3;
/// How long a frame is waited for.
const NO_FRAME: Duration = Duration::from_millis(100);

/// A piece of work, small enough that nobody notices one.
pub type Piece = Box<dyn FnOnce()>;

/// A piece that waits, and where it will draw.
struct Waiting {
    at: Option<Node>,
    piece: Piece,
}

thread_local! {
    static WAITING: RefCell<VecDeque<Waiting>> = const { RefCell::new(VecDeque::new()) };
    /// When this go began; `None` between two.
    static BEGUN: Cell<Option<Moment>> = const { Cell::new(None) };
    /// The number of the go that is to come.
    static GO: Cell<u32> = const { Cell::new(0) };
    /// What was drawn since the last picture, or is not whole yet.
    static DRAWN: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// What is in the last picture and does not have its class yet.
    static IN_PICTURE: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// Where the next piece goes: what a piece brings stands before what was waiting already.
    static NEXT: Cell<Option<usize>> = const { Cell::new(None) };
}

/// Counts from here what this task does: for work that nothing asks about before it is done, such as taking a page away.
pub fn begin() {
    has_time();
}

/// Does a piece now when there is time left, and otherwise in its turn; `at` is where it draws, if it does.
pub fn soon(at: Option<Node>, piece: Piece) {
    let idle = NEXT.get().is_some() || WAITING.with_borrow(VecDeque::is_empty);
    if has_time() && idle {
        piece();
    } else {
        wait(Waiting { at, piece });
    }
}

/// Remembers what was drawn. Once all of it has been laid out it gets the class `drawn`: from then on the browser may leave it
/// out while it is off the screen. Before that, what is left out would be laid out in one long go later: by whatever asks
/// where it is, as the browser itself does of every field.
pub fn drawn(element: Element) {
    if DRAWN.with_borrow(Vec::is_empty) {
        request_animation_frame(|| {
            let now = DRAWN.take();
            IN_PICTURE.with_borrow_mut(|all| all.extend(now));
            set_timeout(mark, Duration::ZERO);
        });
    }
    DRAWN.with_borrow_mut(|all| all.push(element));
}

/// Gives their class to the elements that are in the picture and whole. What stands in one comes before what stands after it,
/// so only the next piece can still belong to one.
fn mark() {
    let next = WAITING.with_borrow(|waiting| waiting.front().and_then(|next| next.at.clone()));
    for element in IN_PICTURE.take() {
        if element.contains(next.as_ref()) {
            drawn(element);
        } else {
            let _ = element.class_list().add_1("drawn");
        }
    }
}

/// Does a piece when all that waits is done.
pub fn last(piece: Piece) {
    if WAITING.with_borrow(VecDeque::is_empty) {
        piece();
    } else {
        WAITING.with_borrow_mut(|waiting| waiting.push_back(Waiting { at: None, piece }));
    }
}

fn wait(piece: Waiting) {
    WAITING.with_borrow_mut(|waiting| match NEXT.get() {
        Some(place) if place <= waiting.len() => {
            waiting.insert(place, piece);
            NEXT.set(Some(place + 1));
        }
        _ => waiting.push_back(piece),
    });
    super::page::set_busy(true);
}

/// True while this go may take on more. The first to ask in a task begins one.
fn has_time() -> bool {
    let now = clock::now();
    let begun = BEGUN.get().unwrap_or_else(|| {
        BEGUN.set(Some(now));
        next_turn();
        now
    });
    now.saturating_sub(begun) < SLICE
}

/// After a frame, so that the browser lays out and paints each go by itself; and without one where none comes, as in a
/// window that lies behind another.
fn next_turn() {
    let this = GO.get();
    let once = move || {
        if GO.get() == this {
            GO.set(this.wrapping_add(1));
            turn();
        }
    };
    request_animation_frame(move || set_timeout(once, Duration::ZERO));
    set_timeout(once, NO_FRAME);
}

/// One go at what waits.
fn turn() {
    BEGUN.set(None);
    // Before more is drawn: that is in no picture yet.
    mark();
    while !WAITING.with_borrow(VecDeque::is_empty) {
        if !has_time() {
            return;
        }
        NEXT.set(Some(0));
        if let Some(Waiting { piece, .. }) = WAITING.with_borrow_mut(VecDeque::pop_front) {
            piece();
        }
        NEXT.set(None);
    }
    super::page::set_busy(false);
}
