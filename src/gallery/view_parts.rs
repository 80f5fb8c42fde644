//! The view layer: parts that come and go, and what ends with them.

use super::view_ends::Ends;
use crate::platform::voice;
use leptos::prelude::*;
use waymark_view::{El, Fragment, RwSignal, button, html, p, schedule};

shelf!("view_parts", "View: parts that come and go", when when_all either each live later later_each
    fragment fragment_that_follows ends focus_moves_on said_aloud);

/// A part that is there while a condition holds. It is made once each time it comes, and not again while the condition stays
/// the same.
fn when() -> El {
    let (count, made) = (RwSignal::new(0), RwSignal::new(0));
    let part = move || {
        made.update(|made| *made += 1);
        html::p().child("More than one: ").child(move || count.get().to_string())
    };
    html::div()
        .child(button("button", "One more").on_press(move || count.update(|count| *count += 1)))
        .child(button("button second", "None").on_press(move || count.set(0)))
        .when(move || count.get() > 1, part)
        .child(html::p().class("small").child(move || format!("made {} times", made.get())))
}

/// Several parts at once, in their place between what stands around them.
fn when_all() -> El {
    let there = RwSignal::new(false);
    html::div()
        .child(button("button", "Switch").on_press(move || there.update(|there| *there = !*there)))
        .child(p("", "before"))
        .when_all(move || there.get(), || vec![p("", "one"), p("", "two")])
        .child(p("", "after"))
}

/// One part or the other.
fn either() -> El {
    let yes = RwSignal::new(true);
    let turn = move |words| button("button second", words).on_press(move || yes.update(|yes| *yes = !*yes));
    html::div().either(move || yes.get(), move || turn("Say no"), move || turn("Say yes"))
}

/// An element for each key. It stays as it is while its key does: what is typed and where focus is stay, too.
fn each() -> El {
    let letters = RwSignal::new(vec!["a", "b", "c"]);
    let remove = move |letter| letters.update(|letters| letters.retain(|one| *one != letter));
    let row = move |letter: &'static str| {
        html::li()
            .attr("data-key", letter)
            .child(html::input().attr("type", "text").class("short").attr("aria-label", letter))
            .child(button("button second small", "Remove").on_press(move || remove(letter)))
    };
    let act =
        |words: &str, act: fn(&mut Vec<&'static str>)| button("button", words).on_press(move || letters.update(act));
    html::div()
        .child(html::ul().each(move || letters.get(), row))
        .child(act("Turn", |letters| letters.rotate_left(1)))
        .child(act("Reverse", |letters| letters.reverse()))
        .child(act("Put x second", |letters| letters.insert(1, "x")))
        .child(act("As it was", |letters| *letters = vec!["a", "b", "c"]))
}

/// A part that is made again whole whenever a signal it reads changes. Nothing that is typed into belongs in one.
fn live() -> El {
    let count = RwSignal::new(1);
    let parts = move || {
        let parts = (1..=count.get()).map(|n| p("", format!("part {n}")));
        let more = button("button", "One more").on_press(move || count.update(|count| *count += 1));
        parts.chain([more]).collect()
    };
    html::div().live(parts)
}

/// Elements that are rendered when there is time, in their order; nothing waits longer than one of them takes.
fn later() -> El {
    let begun = RwSignal::new(false);
    let list = || {
        (0..12).fold(html::ol(), |list, n| {
            list.later(move || {
                take_time();
                vec![html::li().child(format!("piece {n}"))]
            })
        })
    };
    let last = RwSignal::new("");
    let begin = move || {
        begun.set(true);
        // An effect renders the list in a task of its own.
        request_animation_frame(move || schedule::last(Box::new(move || last.set("all of it is there"))));
    };
    html::div()
        .child(button("button", "Render").on_press(begin))
        .child(button("button second", "Take away").on_press(move || begun.set(false)))
        .when(move || begun.get(), list)
        .child(html::p().child(move || last.get()))
}

/// The same for a list: an element for each, when there is time.
fn later_each() -> El {
    html::ul().later_each(1..4, |n| html::li().child(format!("line {n}")))
}

/// Several parts without an element around them. Their parent places them among its own.
fn fragment() -> El {
    let first = Fragment::new().child(p("", "one")).children([p("", "two"), p("", "three")]);
    let second = Fragment::new().later(|| vec![p("", "four")]).later_each(["five", "six"], |word| p("", word));
    html::div().child(p("", "before")).child(first.extend(second)).child(p("", "after"))
}

/// Parts of a fragment come and go as those of an element do, each in its own place.
fn fragment_that_follows() -> El {
    let count = RwSignal::new(1);
    let parts = Fragment::new()
        .when(move || count.get() == 1, || p("", "one thing"))
        .when_all(move || count.get() > 1, || vec![p("", "several"), p("", "things")])
        .each(move || (1..=count.get()).collect(), |n| p("", format!("thing {n}")))
        .live(move || vec![p("", format!("{} in all", count.get()))]);
    html::div()
        .child(button("button", "One more").on_press(move || count.update(|count| *count += 1)))
        .child(button("button second", "One again").on_press(move || count.set(1)))
        .child(parts)
        .child(p("", "after"))
}

/// What a part made ends with it, the newest first, and nothing of it runs after that.
fn ends() -> El {
    let (there, beat) = (RwSignal::new(true), RwSignal::new(0));
    let (told, ran) = (RwSignal::new(Vec::<&str>::new()), RwSignal::new(0));
    let part = move || {
        on_cleanup(move || told.update(|told| told.push("cleanup")));
        let (first, second, third) = (Ends("first", told), Ends("second", told), Ends("third", told));
        html::p()
            .child(move || {
                first.is_there();
                ran.update(|ran| *ran += 1);
                format!("beat {} ", beat.get())
            })
            .attr("data-beat", move || {
                second.is_there();
                beat.get().to_string()
            })
            .on_press(move || third.is_there())
    };
    html::div()
        .child(button("button", "Beat").on_press(move || beat.update(|beat| *beat += 1)))
        .child(button("button second", "Come or go").on_press(move || there.update(|there| *there = !*there)))
        .when(move || there.get(), part)
        .child(html::p().class("ended").child(move || told.get().join(" ")))
        .child(html::p().class("ran").child(move || format!("ran {} times", ran.get())))
}

/// Focus that goes with its part moves on to what comes in its place, or back to what led to it.
fn focus_moves_on() -> El {
    let open = RwSignal::new(false);
    let part = move || button("button second", "Away with me").on_press(move || open.set(false));
    html::div().child(button("button", "Show").on_press(move || open.set(true))).when(move || open.get(), part)
}

/// What one press brings is said together, in a place outside all that is rendered.
fn said_aloud() -> El {
    let text = RwSignal::new("");
    voice::follow(move || text.get());
    let tell = move || {
        text.set("The first sentence.");
        voice::say("The second sentence.");
    };
    html::div()
        .child(button("button", "Say two").on_press(tell))
        .child(button("button second", "Urge").on_press(|| voice::urge("At once.")))
        .child(button("button second", "Hush").on_press(voice::hush))
}

/// Works for longer than a batch may take.
fn take_time() {
    let now = || window().performance().map_or(0.0, |performance| performance.now());
    let end = now() + 4.0;
    while now() < end {}
}
