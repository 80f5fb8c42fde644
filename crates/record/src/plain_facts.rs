//! Facts of the situation as a reader of many cases wants them: what is so, in words of its own, and no row that says only
//! "yes" or "no".

use super::document::Block;
use super::phrases::Reading;
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input};
use waymark_content::words::capital;

/// What is known of these facts. A yes stands by its words; a no and what is not known stand only where a note explains
/// them, as the questions that are open have a place of their own. `notes`: with what was written beside them.
pub fn plain_facts(reading: &Reading<'_>, fields: &[ContextField], notes: bool) -> Vec<Block> {
    let (mut lines, mut facts) = (Vec::new(), Vec::new());
    for field in fields {
        let input = Input::Context(*field);
        let note = reading.case.notes.get(field.path()).filter(|_| notes);
        let answer = if reading.case.is_unanswered(input) { String::new() } else { reading.value(input) };
        let Some(value) = reading.with_note(answer, note) else { continue };
        let holds = |answer: &str| reading.case.holds(input, answer);
        let own = reading.words.question(input).because(Known::Yes.text());
        match (holds(Known::Yes.text()), own) {
            (true, Some(own)) if input.kind() == Kind::One(Known::TEXTS) => {
                lines.push(reading.with_note(capital(own), note).unwrap_or_default());
            }
            _ if note.is_none() && (holds(Known::No.text()) || holds(Known::Unknown.text())) => {}
            _ => facts.push((reading.label(input), value)),
        }
    }
    vec![Block::Facts(facts), Block::List(lines)]
}
