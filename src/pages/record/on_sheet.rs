//! What is asked on the output that needs it: a question before it is made, and names, which are kept apart from the case.

use crate::app::Desk;
use crate::case::value::TEXT_LIMIT;
use crate::case::vocabulary::Vocabulary;
use crate::components::quiet;
use crate::content::words::fill;
use crate::platform::dom::{El, details, el, p, typed};
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
    question.into_iter().chain(fields).collect()
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
