//! A question: its legend, why it is asked, its choices, and a way to undo a choice.

use super::text::{number_field, text_field, toggle_note};
use crate::app::Desk;
use crate::case::Input;
use crate::case::value::Kind;
use crate::case::vocabulary::Person;
use crate::content::words::capital;
use crate::platform::dom::{El, button, el, is_ticked, p};
use std::rc::Rc;

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
    /// Puts the label into an element.
    pub fn into(self, element: El) -> El {
        match self {
            Self::Fixed(words) => element.text(words),
            Self::Live(words) => element.live_text(move || words()),
        }
    }
}

/// The values of an input with their labels.
pub type Choices = Vec<(&'static str, Label)>;

/// What keeps a browser from remembering, checking or translating what a control holds. It belongs on every control.
pub fn quiet(control: El) -> El {
    control
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("writingsuggestions", "false")
        .attr("translate", "no")
}

/// The id of a part of a question, for `aria-describedby`.
pub fn part_id(name: &str, part: &str) -> String {
    format!("{}-{part}", name.replace('.', "-"))
}

/// Radios or checkboxes for an input's values, as big labels. `class` is `choices` with its variant.
pub fn choice_list(input: Input, values: Choices, many: bool, class: &'static str) -> El {
    let rows = values.into_iter().map(|(value, label)| {
        el("label").class("choice").child(control(input, many, value)).child(label.into(el("span")))
    });
    el("div").class(class).children(rows)
}

/// Joined buttons for an input with two to five short values.
pub fn seg(input: Input, values: Choices) -> El {
    let three = values.len() == 3;
    let rows = values.into_iter().enumerate().map(|(place, (value, label))| {
        let wide = if three && place == 2 { "wide" } else { "" };
        el("label").class(wide).child(control(input, false, value)).child(label.into(el("span")))
    });
    el("div").class("seg").children(rows)
}

/// One radio or checkbox of an input.
pub fn control(input: Input, many: bool, value: &'static str) -> El {
    let desk = Desk::here();
    let control = el("input")
        .attr("type", if many { "checkbox" } else { "radio" })
        .attr("name", &input.name())
        .attr("value", value)
        .live_checked(move || desk.holds(input, value))
        .on("change", move |event| {
            if many {
                desk.toggle(input, value, is_ticked(&event));
            } else {
                desk.answer(input, Some(value));
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

/// A question of the case, drawn from what its input may hold.
pub fn question(input: Input) -> El {
    question_about(input, || None)
}

/// A question that offers a note.
pub fn question_with_note(input: Input) -> El {
    question(input).child(toggle_note(input))
}

/// A question whose words name the person using power or the one harmed; `about` is the person using power.
pub fn question_about(input: Input, about: impl Fn() -> Option<Person> + 'static) -> El {
    let desk = Desk::here();
    let words = desk.words.question(input);
    let name = input.name();
    let about: Rc<dyn Fn() -> Option<Person>> = Rc::new(about);
    let say = |text: &'static str| {
        if !text.contains('{') {
            return Label::Fixed(text);
        }
        let about = about.clone();
        Label::live(move || capital(&desk.about_people(text, about())))
    };
    let parts = [(words.why, "why"), (words.hint, "hint")];
    let there = parts.into_iter().filter(|(text, _)| !text.is_empty());
    let described_by = there.clone().map(|(_, part)| part_id(&name, part)).collect::<Vec<_>>().join(" ");
    let choices = words.options.iter().map(|(value, label)| (*value, say(label))).collect::<Choices>();
    let body = move || match input.kind() {
        Kind::One(_) => choice_list(input, choices, false, variant(words.options.len())),
        Kind::Any(_) => choice_list(input, choices, true, "choices many"),
        Kind::Tick => choice_list(input, choices, true, "choices"),
        Kind::Number(least, most) => number_field(input, least, most),
        Kind::Text => text_field(input),
    };
    let can_be_cleared = matches!(input.kind(), Kind::One(_));
    el("fieldset")
        .class("question")
        .attr("data-question", &name)
        .attr_if("aria-describedby", Some(described_by.as_str()).filter(|ids| !ids.is_empty()))
        .child(say(words.ask).into(el("legend")))
        .later(move || {
            let mut parts: Vec<El> =
                there.map(|(text, part)| p(part, text).attr("id", &part_id(&name, part))).collect();
            parts.push(body());
            parts
        })
        .when(move || can_be_cleared && desk.answered(input), move || clear_answer(input))
}

/// Undoes a choice: the question is "not asked" again.
pub fn clear_answer(input: Input) -> El {
    let desk = Desk::here();
    button("clear", desk.words.pages.shell.clear_answer)
        .child(el("span").class("visually-hidden").text(": ").text(desk.words.question(input).short))
        .on_press(move || desk.answer(input, None))
}
