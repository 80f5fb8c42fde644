//! Renders long pages in short batches, so that the browser is always free to leave: a press of Exit waits for one piece of
//! work at the most.

use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::mem;
use std::time::Duration;
use web_sys::{Element, Node};

/// How long a batch may take, in milliseconds.
const BATCH: f64 = 3.0;
/// How long a frame is waited for.
const NO_FRAME: Duration = Duration::from_millis(100);

/// A piece of work, small enough that nobody notices one.
pub type Piece = Box<dyn FnOnce()>;

/// A piece that waits, and where it will render.
struct Waiting {
    at: Option<Node>,
    piece: Piece,
}

#[derive(Default)]
struct Scheduler {
    waiting: VecDeque<Waiting>,
    /// Start of the current batch; `None` when idle.
    started: Option<f64>,
    /// The number of the next turn: a frame and a timer both ask for it, and the second finds it taken.
    turn: u32,
    /// Rendered since the last frame, or not yet complete.
    rendered: Vec<Element>,
    /// Laid out in the last frame, and not yet marked.
    laid_out: Vec<Element>,
    /// Where the next piece goes: what a piece adds runs before what was waiting already.
    insert_at: Option<usize>,
    /// What holds the page: busy while anything waits.
    root: Option<Element>,
}

thread_local! {
    static SCHEDULER: RefCell<Scheduler> = RefCell::default();
}

// Never held while a piece runs: a piece schedules more.
fn with<T>(act: impl FnOnce(&mut Scheduler) -> T) -> T {
    SCHEDULER.with_borrow_mut(act)
}

/// Names the element that says `aria-busy` while anything waits to be rendered in it.
pub fn set_root(root: Element) {
    with(|scheduler| scheduler.root = Some(root));
}

/// Starts a batch, so that what this task does counts towards it: for work that does not ask for time, such as removing a
/// page.
pub fn begin() {
    has_time();
}

/// Runs a piece now when the batch has time left, and otherwise in its turn; `at` is where it renders, if it does.
pub fn soon(at: Option<Node>, piece: Piece) {
    let is_next = with(|scheduler| scheduler.insert_at.is_some() || scheduler.waiting.is_empty());
    if has_time() && is_next {
        piece();
    } else {
        wait(Waiting { at, piece });
    }
}

/// Runs a piece once nothing else waits.
pub fn last(piece: Piece) {
    let idle = with(|scheduler| scheduler.waiting.is_empty());
    if idle {
        piece();
    } else {
        with(|scheduler| scheduler.waiting.push_back(Waiting { at: None, piece }));
    }
}

/// Notes that an element was rendered. Once all of it has been laid out it gets the class `drawn`: from then on the browser may
/// skip its layout while it is off the screen. Skipping it earlier would force one long layout on the first measurement,
/// which browsers make for every form field.
pub fn rendered(element: Element) {
    let is_first = with(|scheduler| {
        scheduler.rendered.push(element);
        scheduler.rendered.len() == 1
    });
    if is_first {
        request_animation_frame(|| {
            with(|scheduler| {
                let now = mem::take(&mut scheduler.rendered);
                scheduler.laid_out.extend(now);
            });
            set_timeout(mark, Duration::ZERO);
        });
    }
}

/// Marks the elements that are laid out and complete. A parent is noted before what follows it, so only the next piece can
/// still belong to one.
fn mark() {
    let (laid_out, next) = with(|scheduler| {
        let next = scheduler.waiting.front().and_then(|next| next.at.clone());
        (mem::take(&mut scheduler.laid_out), next)
    });
    for element in laid_out {
        if element.contains(next.as_ref()) {
            rendered(element);
        } else {
            let _ = element.class_list().add_1("drawn");
        }
    }
}

fn wait(piece: Waiting) {
    with(|scheduler| match scheduler.insert_at {
        Some(place) if place <= scheduler.waiting.len() => {
            scheduler.waiting.insert(place, piece);
            scheduler.insert_at = Some(place + 1);
        }
        _ => scheduler.waiting.push_back(piece),
    });
    set_busy(true);
}

fn set_busy(busy: bool) {
    if let Some(root) = with(|scheduler| scheduler.root.clone()) {
        let _ = if busy { root.set_attribute("aria-busy", "true") } else { root.remove_attribute("aria-busy") };
    }
}

/// True while the batch has time left. The first to ask in a task starts one.
fn has_time() -> bool {
    let now = window().performance().map_or(0.0, |performance| performance.now());
    let started = with(|scheduler| scheduler.started.replace(now));
    match started {
        Some(started) => {
            with(|scheduler| scheduler.started = Some(started));
            now - started < BATCH
        }
        None => {
            schedule_turn();
            true
        }
    }
}

/// Asks for a turn after a frame, so that the browser lays out and paints each batch by itself; without one where no frame
/// comes, as in a window behind another.
fn schedule_turn() {
    let this = with(|scheduler| scheduler.turn);
    let once = move || {
        let is_due = with(|scheduler| {
            let is_due = scheduler.turn == this;
            if is_due {
                scheduler.turn = this.wrapping_add(1);
            }
            is_due
        });
        if is_due {
            take_turn();
        }
    };
    request_animation_frame(move || set_timeout(once, Duration::ZERO));
    set_timeout(once, NO_FRAME);
}

/// One batch of what waits.
fn take_turn() {
    with(|scheduler| scheduler.started = None);
    // Before more is rendered: that is in no frame yet.
    mark();
    while with(|scheduler| !scheduler.waiting.is_empty()) {
        if !has_time() {
            return;
        }
        let next = with(|scheduler| {
            scheduler.insert_at = Some(0);
            scheduler.waiting.pop_front()
        });
        if let Some(Waiting { piece, .. }) = next {
            piece();
        }
        with(|scheduler| scheduler.insert_at = None);
    }
    set_busy(false);
}
