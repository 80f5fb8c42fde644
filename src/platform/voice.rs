//! What is said to whoever listens, in two places that stand in the page from the start: everything that one press brings, announced together. They stand
//! outside what is rendered, as a screen reader may pass over what changes in a part that is still being rendered.

use leptos::prelude::{document, set_timeout};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::time::Duration;
use waymark_view::effect;

/// The same sentence again is a change only when there was a moment without it.
const PAUSE: Duration = Duration::from_millis(60);
const POLITE: &str = "told";
const AT_ONCE: &str = "urged";

/// What to do now is said beside so many words at most: more say already what an answer calls for.
const SHORT: usize = 12;

/// In which order the parts of one breath are said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// The answer itself, before all that it brings.
    Answer,
    /// What it brings.
    Change,
    /// What to do now: where all that is short.
    Now,
    /// How far the worker has come: where there is nothing else.
    Progress,
}

thread_local! {
    /// The number of the sentence that is to come: a newer one takes its place.
    static NEXT: Cell<u32> = const { Cell::new(0) };
    /// What is to come when there is a pause: all that one press brings is said in one breath.
    static WAITING: RefCell<Vec<(Part, String)>> = const { RefCell::new(Vec::new()) };
    /// Whether an urgent sentence is to come: nothing that the same press brings may take its place.
    static URGENT_TO_COME: Cell<bool> = const { Cell::new(false) };
    /// Whether focus is about to move. On a slow device the frame in which it does comes after the pause.
    static FOCUS_TO_COME: Cell<bool> = const { Cell::new(false) };
}

/// Says a sentence when there is a pause.
pub fn say(sentence: impl Into<String>) {
    wait(Part::Change, sentence.into());
}

/// Reads back an answer, before all that it brings.
pub fn read_back(sentence: String) {
    wait(Part::Answer, sentence);
}

/// Holds back what is to come until focus has moved: said before that, it would be cut off.
pub fn before_focus() {
    FOCUS_TO_COME.set(true);
}

/// Lets what is to come wait for a pause again, as focus has just moved.
pub fn after_focus() {
    FOCUS_TO_COME.set(false);
    let waiting = WAITING.take();
    if !waiting.is_empty() {
        soon(POLITE, breath(&waiting));
        WAITING.set(waiting);
    }
}

/// Says what to do now, after what else the press brings, unless that is long.
pub fn say_beside(sentence: String) {
    wait(Part::Now, sentence);
}

fn wait(part: Part, sentence: String) {
    if URGENT_TO_COME.get() {
        return;
    }
    let mut waiting = WAITING.take();
    if !waiting.iter().any(|(_, known)| *known == sentence) {
        waiting.push((part, sentence));
    }
    soon(POLITE, breath(&waiting));
    WAITING.set(waiting);
}

fn breath(waiting: &[(Part, String)]) -> String {
    let mut breath: Vec<&str> = Vec::new();
    for part in [Part::Answer, Part::Change, Part::Now, Part::Progress] {
        let said: usize = breath.iter().map(|said| said.split_whitespace().count()).sum();
        let most = match part {
            Part::Now => SHORT,
            Part::Progress => 0,
            _ => usize::MAX,
        };
        if said <= most {
            breath.extend(waiting.iter().filter(|(of, _)| *of == part).map(|(_, sentence)| sentence.as_str()));
        }
    }
    breath.join(" ")
}

/// Says a sentence at once, over anything else.
pub fn urge(sentence: impl Into<String>) {
    soon(AT_ONCE, sentence.into());
    URGENT_TO_COME.set(true);
}

/// Says a text of the page each time it changes to something. The text itself needs no role then: while it is empty, it would be
/// read out as a status with nothing in it.
pub fn follow<W: Into<Cow<'static, str>>>(text: impl Fn() -> W + 'static) {
    follow_boxed(Part::Change, Box::new(move || text().into()));
}

/// The same of how far the worker has come, which is said only where nothing else is.
pub fn follow_progress(text: impl Fn() -> String + 'static) {
    follow_boxed(Part::Progress, Box::new(move || text().into()));
}

// Once for all: an effect of each kind of closure would weigh.
fn follow_boxed(part: Part, text: Box<dyn Fn() -> Cow<'static, str>>) {
    effect(move |before: Option<Cow<'static, str>>| {
        let now = text();
        if !now.is_empty() && before.is_some_and(|before| before != now) {
            wait(part, now.clone().into_owned());
        }
        now
    });
}

/// Takes away what was said, and what was to be.
pub fn hush() {
    NEXT.set(NEXT.get().wrapping_add(1));
    URGENT_TO_COME.set(false);
    WAITING.take();
    put(POLITE, "");
    put(AT_ONCE, "");
}

fn soon(place: &'static str, sentence: String) {
    hush();
    let this = NEXT.get();
    set_timeout(
        move || {
            let held = place == POLITE && FOCUS_TO_COME.get();
            if NEXT.get() == this && !held {
                WAITING.take();
                URGENT_TO_COME.set(false);
                put(place, &sentence);
            }
        },
        PAUSE,
    );
}

fn put(place: &str, sentence: &str) {
    if let Some(place) = document().get_element_by_id(place) {
        place.set_text_content(Some(sentence));
    }
}
