//! A question: its legend, why it is asked, its choices, and a way to undo a choice.

use super::day::day_field;
use super::field::{part_id, quiet};
use super::text::{number_field, text_field, toggle_note};
use crate::app::{CaseState, Language};
use leptos::ev;
use std::rc::Rc;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::value::Kind;
use waymark_case::vocabulary::Person;
use waymark_content::words::capital;
use waymark_view::{Child, El, button, html, is_ticked, p};

/// What a label says: as it stands, or with the two people's descriptors put in.
#[derive(Clone)]
pub enum Label {
    /// As it stands.
    Fixed(&'static str),
    /// Made anew when what it reads changes.
    Live(Rc<dyn Fn() -> String>),
}

impl Label {
    /// A label that follows its signals.
    pub fn live(words: impl Fn() -> String + 'static) -> Self {
        Self::Live(Rc::new(words))
    }
}

impl Child for Label {
    fn put_into(self, parent: El) -> El {
        match self {
            Self::Fixed(words) => parent.child(words),
            Self::Live(words) => parent.child(move || words()),
        }
    }
}

/// The values of an input with their labels.
pub type Choices = Vec<(&'static str, Label)>;

/// Radios or checkboxes for an input's values, as big labels. `class` is `choices` with its variant.
pub fn choice_list(case: CaseState, input: Input, values: Choices, many: bool, class: &'static str) -> El {
    let rows = values.into_iter().map(|(value, label)| {
        html::label().class("choice").child(control(case, input, many, value)).child(html::span().child(label))
    });
    html::div().class(class).children(rows)
}

/// Joined buttons for an input with two to five short values.
pub fn seg(case: CaseState, input: Input, values: Choices) -> El {
    let three = values.len() == 3;
    let rows = values.into_iter().enumerate().map(|(place, (value, label))| {
        let wide = if three && place == 2 { "wide" } else { "" };
        html::label().class(wide).child(control(case, input, false, value)).child(html::span().child(label))
    });
    html::div().class("seg").children(rows)
}

/// One radio or checkbox of an input.
pub fn control(case: CaseState, input: Input, many: bool, value: &'static str) -> El {
    let control = html::input()
        .attr("type", if many { "checkbox" } else { "radio" })
        .attr("name", input.name())
        .attr("value", value)
        .checked(move || case.holds(input, value))
        .on(ev::change, move |event| {
            if many {
                case.toggle(input, value, is_ticked(&event));
            } else {
                case.answer(input, Some(value));
            }
        });
    quiet(control)
}

/// The variant of the choices by how many there are.
fn variant(count: usize) -> &'static str {
    match count {
        0..=1 => "choices",
        2..=3 => "choices inline stack",
        _ => "choices many",
    }
}

/// A question of the case, rendered from what its input may hold.
pub fn question(language: Language, case: CaseState, input: Input) -> El {
    question_about(language, case, input, || None)
}

/// A question that offers a note.
pub fn question_with_note(language: Language, case: CaseState, input: Input) -> El {
    question(language, case, input).child(toggle_note(language, case, input))
}

/// A question whose words name the person using power or the one harmed; `about` is the person using power.
pub fn question_about(
    language: Language,
    case: CaseState,
    input: Input,
    about: impl Fn() -> Option<Person> + 'static,
) -> El {
    let words = language.question(input);
    let name = input.name();
    let about: Rc<dyn Fn() -> Option<Person>> = Rc::new(about);
    let say = |text: &'static str| {
        if !text.contains('{') {
            return Label::Fixed(text);
        }
        let about = about.clone();
        Label::live(move || capital(&case.about_people(language, text, about())))
    };
    let parts = [(words.why, "why"), (words.hint, "hint")];
    let there = parts.into_iter().filter(|(text, _)| !text.is_empty());
    let described_by = there.clone().map(|(_, part)| part_id(&name, part)).listed().join(" ");
    let choices = words.options.iter().map(|(value, label)| (*value, say(label))).collect::<Choices>();
    let legend = part_id(&name, "legend");
    let label = legend.clone();
    let body = move || match input.kind() {
        Kind::One(_) => choice_list(case, input, choices, false, variant(words.options.len())),
        Kind::Any(_) => choice_list(case, input, choices, true, "choices many"),
        Kind::Tick => choice_list(case, input, choices, true, "choices"),
        Kind::Number(least, most) => number_field(language, case, input, &label, least, most),
        Kind::Day => day_field(language, case, input, &label),
        Kind::Text => {
            text_field(language, case, input).attr("aria-labelledby", case.accepts(input).then_some(label.as_str()))
        }
    };
    let can_be_cleared = matches!(input.kind(), Kind::One(_));
    html::fieldset()
        .class("question")
        .attr("data-question", &name)
        .attr("aria-describedby", Some(described_by.as_str()).filter(|ids| !ids.is_empty()))
        .child(html::legend().attr("id", &legend).child(say(words.ask)))
        .later(move || {
            let mut parts: Vec<El> = there
                .map(|(text, part)| p(part, "").child(worded(language, case, text)).attr("id", part_id(&name, part)))
                .listed();
            parts.push(body());
            parts
        })
        .when(move || can_be_cleared && case.answered(input), move || clear_answer(language, case, input))
}

/// Words of a question that may hold a place for something of the case, such as the period in which events are counted.
pub fn worded(language: Language, case: CaseState, text: &'static str) -> Label {
    if text.contains('{') {
        Label::live(move || capital(&case.about_people(language, text, None)))
    } else {
        Label::Fixed(text)
    }
}

/// Undoes a choice: the question is "not asked" again.
pub fn clear_answer(language: Language, case: CaseState, input: Input) -> El {
    button("clear", language.pages.shell.clear_answer)
        .child(html::span().class("visually-hidden").child(": ").child(language.question(input).short))
        .on_press(move || case.answer(input, None))
}
