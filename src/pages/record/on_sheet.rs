//! What is asked on the output that needs it: a question before it is made, and names, which are kept apart from the case.

use crate::app::{CaseState, Language};
use crate::components::quiet;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::ItemNumber;
use waymark_case::listed::Listed;
use waymark_case::value::TEXT_LIMIT;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::words::fill;
use waymark_record::{Output, SheetQuestion, Slot};
use waymark_view::{El, RwSignal, button, details, html, p, typed, unmarked};

/// The question of an output and its fields; nothing where it asks for nothing.
pub fn on_sheet(language: Language, case: CaseState, output: Output, yes: RwSignal<bool>) -> Vec<El> {
    let words = &language.later().pages.record_page;
    let question = output.question().map(|question| {
        let ask = match question {
            SheetQuestion::TheirWords => words.ask_words,
            SheetQuestion::SafeToCarry => words.ask_carry,
        };
        ask_first(language, ask, yes)
    });
    let fields = (!output.slots().is_empty()).then(|| {
        let count = output.slots().len().to_string();
        let title = fill(words.check_count, &[("section", words.names_title), ("n", &count)]);
        let group = html::div().class("decided").attr("role", "group").attr("aria-label", words.names_title);
        // The other person's note is made of nothing else.
        details("fold", title)
            .attr("data-names", output.text())
            .attr("open", (output == Output::OtherFile).then_some(""))
            .child(p("small", words.names_lead))
            .child(group.children(output.slots().iter().map(|slot| field(language, case, *slot))))
    });
    let said = (output == Output::OtherFile).then(|| said_by_them(language, case)).flatten();
    question.into_iter().chain(fields).chain(said).listed()
}

/// What was written beside the Dash as said by the other person to staff: it goes into the note when it is chosen, so that
/// it need not be typed again. The note itself is made without the case.
fn said_by_them(language: Language, case: CaseState) -> Option<El> {
    let words = &language.later().pages.record_page;
    let by_them = language.steps().pages.dash.said_by_other;
    let said: Vec<String> = case.answers.with_untracked(|case| {
        let items = ItemNumber::all()
            .filter(|item| case.dash.sources.get(*item).is_some_and(|source| source.as_str() == by_them));
        let notes = items.filter_map(|item| case.dash.notes.get(item));
        notes.map(|note| note.as_str().to_owned()).filter(|note| !note.trim().is_empty()).listed()
    });
    let one = |text: String| {
        let put = text.clone();
        let add = move || {
            case.names.update(|names| {
                let before = names.get(Slot::Said);
                let now = if before.is_empty() { put.clone() } else { [before, "\n", &put].concat() };
                names.put(Slot::Said, &now);
            });
        };
        html::li().child(button("", text).on_press(add))
    };
    let title = words.said_by_them;
    (!said.is_empty()).then(|| {
        let list = unmarked(html::ul(), "ideas").attr("aria-label", title).children(said.into_iter().map(one));
        html::div().attr("data-said", "").child(p("small", title)).child(list)
    })
}

/// A yes or a not-yet; nothing chosen is not a yes.
fn ask_first(language: Language, ask: &'static str, yes: RwSignal<bool>) -> El {
    let words = &language.later().pages.record_page;
    let answered = RwSignal::new(false);
    let choice = move |value: &'static str, label: &'static str, is_yes: bool| {
        let control = html::input()
            .attr("type", "radio")
            .attr("name", "output.question")
            .attr("value", value)
            .checked(move || answered.get() && yes.get() == is_yes)
            .on(ev::change, move |_| {
                answered.set(true);
                yes.set(is_yes);
            });
        html::label().class("choice").child(quiet(control)).child(html::span().child(label))
    };
    html::fieldset().class("question").attr("data-question", "output.question").child(html::legend().child(ask)).child(
        html::div().class("choices inline stack").child(choice("yes", words.ask_yes, true)).child(choice(
            "no",
            words.ask_no,
            false,
        )),
    )
}

/// A field for what the case has none for. In memory only, and the same on every sheet that asks for it.
fn field(language: Language, case: CaseState, slot: Slot) -> El {
    let control = match slot.is_long() {
        true => html::textarea().attr("rows", "3"),
        false => html::input().attr("type", "text"),
    };
    let control = control
        .attr("name", ["output.", slot.text()].concat())
        .attr("maxlength", TEXT_LIMIT.to_string())
        .value(move || case.names.with(|names| names.get(slot).to_owned()))
        .on(ev::input, move |event| case.names.update(|names| names.put(slot, &typed(&event))));
    html::label().child(html::span().child(slot.label(language))).child(quiet(control))
}
