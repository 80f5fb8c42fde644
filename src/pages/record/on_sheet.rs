//! What is asked on the output that needs it: a question before it is made, and names, which are kept apart from the case.

use crate::app::Desk;
use crate::case::ItemNumber;
use crate::case::value::TEXT_LIMIT;
use crate::case::vocabulary::Vocabulary;
use crate::components::quiet;
use crate::content::words::fill;
use crate::platform::dom::{El, button, details, el, p, typed};
use crate::record::{Output, Question, Slot};
use leptos::prelude::*;

/// The question of an output and its fields; nothing where it asks for nothing.
pub fn on_sheet(desk: Desk, output: Output, yes: RwSignal<bool>) -> Vec<El> {
    let words = &desk.words.pages.record_page;
    let question = output.question().map(|question| {
        let ask = match question {
            Question::TheirWords => words.ask_words,
            Question::SafeToCarry => words.ask_carry,
        };
        ask_first(desk, ask, yes)
    });
    let fields = (!output.slots().is_empty()).then(|| {
        let count = output.slots().len().to_string();
        let title = fill(words.check_count, &[("section", words.names_title), ("n", &count)]);
        let group = el("div").class("decided").attr("role", "group").attr("aria-label", words.names_title);
        // The other person's note is made of nothing else.
        details("fold", title)
            .attr("data-names", output.text())
            .attr_if("open", (output == Output::OtherFile).then_some(""))
            .child(p("small", words.names_lead))
            .child(group.children(output.slots().iter().map(|slot| field(desk, *slot))))
    });
    let said = (output == Output::OtherFile).then(|| said_by_them(desk)).flatten();
    question.into_iter().chain(fields).chain(said).collect()
}

/// What was written beside the Dash as said by the other person to staff: it goes into the note when it is chosen, so that
/// it need not be typed again. The note itself is made without the case.
fn said_by_them(desk: Desk) -> Option<El> {
    let words = &desk.words.pages.record_page;
    let by_them = desk.words.pages.dash.said_by_other;
    let said: Vec<String> = desk.case.with_untracked(|case| {
        let items = ItemNumber::all()
            .filter(|item| case.dash.sources.get(*item).is_some_and(|source| source.as_str() == by_them));
        let notes = items.filter_map(|item| case.dash.notes.get(item));
        notes.map(|note| note.as_str().to_owned()).filter(|note| !note.trim().is_empty()).collect()
    });
    let one = |text: String| {
        let put = text.clone();
        let add = move || {
            desk.names.update(|names| {
                let before = names.get(Slot::Said);
                let now = if before.is_empty() { put.clone() } else { [before, "\n", &put].concat() };
                names.put(Slot::Said, &now);
            });
        };
        el("li").child(button("", text).on_press(add))
    };
    let title = words.said_by_them;
    (!said.is_empty()).then(|| {
        let list = el("ul").class("ideas").attr("aria-label", title).children(said.into_iter().map(one));
        el("div").attr("data-said", "").child(p("small", title)).child(list)
    })
}

/// A yes or a not-yet; nothing chosen is not a yes.
fn ask_first(desk: Desk, ask: &'static str, yes: RwSignal<bool>) -> El {
    let words = &desk.words.pages.record_page;
    let answered = RwSignal::new(false);
    let choice = move |value: &'static str, label: &'static str, is_yes: bool| {
        let control = el("input")
            .attr("type", "radio")
            .attr("name", "output.question")
            .attr("value", value)
            .live_checked(move || answered.get() && yes.get() == is_yes)
            .on("change", move |_| {
                answered.set(true);
                yes.set(is_yes);
            });
        el("label").class("choice").child(quiet(control)).child(el("span").text(label))
    };
    el("fieldset").class("question").attr("data-question", "output.question").child(el("legend").text(ask)).child(
        el("div").class("choices inline stack").child(choice("yes", words.ask_yes, true)).child(choice(
            "no",
            words.ask_no,
            false,
        )),
    )
}

/// A field for what the case has none for. In memory only, and gone with this sheet.
fn field(desk: Desk, slot: Slot) -> El {
    let control = match slot.is_long() {
        true => el("textarea").attr("rows", "3"),
        false => el("input").attr("type", "text"),
    };
    let control = control
        .attr("name", &["output.", slot.text()].concat())
        .attr("maxlength", &TEXT_LIMIT.to_string())
        .live_value(move || desk.names.with(|names| names.get(slot).to_owned()))
        .on("input", move |event| desk.names.update(|names| names.put(slot, &typed(&event))));
    el("label").child(el("span").text(slot.label(desk.words))).child(quiet(control))
}
