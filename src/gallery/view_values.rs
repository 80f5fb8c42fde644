//! The view layer: what an element takes. A value is put as it stands; a closure runs again whenever a signal it reads changes.

use leptos::prelude::*;
use waymark_view::{El, RwSignal, button, html, memo, p, svg, uncompared};

shelf!("view_values", "View: values", child attr class style value_and_checked drawing same_text_is_not_set_again worked_out_once
    told_each_time);

/// A child is a text, an element, some or none of them, or a closure that gives a text.
fn child() -> El {
    let count = RwSignal::new(0);
    let words = html::p()
        .child("text, ")
        .child(String::from("made now, "))
        .child(html::strong().child("element, "))
        .child(None::<El>)
        .child(vec![html::span().child("some, "), html::span().child("of them, ")])
        .child(move || format!("{} followed", count.get()));
    html::div().child(words).child(button("button", "One more").on_press(move || count.update(|count| *count += 1)))
}

/// An attribute is a text, a text or nothing, or a closure that gives a text, a text or nothing, or whether it is there.
fn attr() -> El {
    let on = RwSignal::new(false);
    let shown = html::p()
        .attr("data-fixed", "yes")
        .attr("data-none", None::<&str>)
        .attr("data-text", move || if on.get() { "on" } else { "off" })
        .attr("data-some", move || on.get().then_some("there"))
        .attr("data-flag", move || on.get())
        .child("See its attributes.");
    html::div().child(shown).child(button("button", "Switch").on_press(move || on.update(|on| *on = !*on)))
}

/// A class is there as it stands, or while a closure says so.
fn class() -> El {
    let on = RwSignal::new(false);
    html::div()
        .child(p("small", "").class("muted hint").class(("wrong", move || on.get())).child("See its classes."))
        .child(button("button", "Switch").on_press(move || on.update(|on| *on = !*on)))
}

/// A custom property of the style: the content security policy drops a `style` attribute.
fn style() -> El {
    let lowest = RwSignal::new(3);
    html::div()
        .child(
            html::div()
                .class("range")
                .style(("--lowest", move || lowest.get().to_string()))
                .child([html::i(), html::i()]),
        )
        .child(button("button", "One more").on_press(move || lowest.update(|lowest| *lowest += 1)))
}

/// What stands in a field and whether a box is ticked follow their signals, whatever was typed meanwhile.
fn value_and_checked() -> El {
    let word = RwSignal::new("first".to_owned());
    let field = html::input().attr("type", "text").attr("aria-label", "A word").value(move || word.get());
    let area = html::textarea().attr("aria-label", "The same word").value(move || word.get());
    let tick = html::input().attr("type", "checkbox").checked(move || word.with(|word| word == "second"));
    html::div()
        .child([field, area])
        .child(html::label().class("tick").child(tick).child(html::span().child("It is the second")))
        .child(button("button", "Second").on_press(move || word.set("second".to_owned())))
        .child(button("button second", "First").on_press(move || word.set("first".to_owned())))
}

/// An element of a drawing.
fn drawing() -> El {
    let circle = svg("circle").attr("cx", "10").attr("cy", "10").attr("r", "9").attr("fill", "currentColor");
    html::div().child(
        svg("svg")
            .attr("role", "img")
            .attr("aria-label", "A dot")
            .attr("viewBox", "0 0 20 20")
            .attr("width", "20")
            .child(circle),
    )
}

/// A live region that is told the same again is not changed: it would be read out twice.
fn same_text_is_not_set_again() -> El {
    let word = RwSignal::new("quiet");
    html::div()
        .child(html::p().attr("role", "status").child(move || word.get()))
        .child(button("button", "Quiet").on_press(move || word.set("quiet")))
        .child(button("button second", "Loud").on_press(move || word.set("loud")))
}

/// A memo is told on only when it differs.
fn worked_out_once() -> El {
    let (count, renders) = (RwSignal::new(0), RwSignal::new(0));
    let is_even = memo(move || count.get() % 2 == 0);
    let words = move || {
        renders.update(|renders| *renders += 1);
        if is_even.get() { "even" } else { "odd" }
    };
    html::div()
        .child(html::p().child(words))
        .child(html::p().class("small").child(move || format!("rendered {} times", renders.get())))
        .child(button("button", "One more").on_press(move || count.update(|count| *count += 1)))
        .child(button("button second", "Two more").on_press(move || count.update(|count| *count += 2)))
}

/// What is not compared tells of each change, also of one that comes to the same: for values that cannot be compared, or that
/// cost more to compare than to render.
fn told_each_time() -> El {
    let (count, renders) = (RwSignal::new(0), RwSignal::new(0));
    let is_even = uncompared(move || count.get() % 2 == 0);
    let words = move || {
        renders.update(|renders| *renders += 1);
        if is_even.get() { "even" } else { "odd" }
    };
    html::div()
        .child(html::p().child(words))
        .child(html::p().class("small").child(move || format!("rendered {} times", renders.get())))
        .child(button("button", "Two more").on_press(move || count.update(|count| *count += 2)))
}
