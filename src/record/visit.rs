//! The note for whoever visits the home, contractors too: what could hurt them and what to do, and nothing of why.

use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::parts::list;
use super::phrases::Reading;
use crate::case::vocabulary::*;
use crate::case::{ContextField as F, ItemNumber};

/// What the note asks for.
pub const SLOTS: [Slot; 2] = [Slot::Date, Slot::Referrer];
/// Signs that bear on the staff at the door, as far as they can be said without saying whom they are about.
const FACTS: [(F, &str); 3] =
    [(F::FirearmAccess, "yes"), (F::PerpetratorAccess, "lives-in"), (F::PerpetratorAccess, "has-keys")];

/// The note.
pub fn visit(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let say = &reading.words.pages.outputs;
    let case = reading.case;
    let weapon = ItemNumber::new(13).is_some_and(|item| case.dash.answers.get(item) == Some(&ItemAnswer::Yes));
    let holds = FACTS.iter().map(|(field, value)| case.context.field(*field).has(value)).chain([weapon]);
    let named = holds.zip(say.visit_facts).filter(|(holds, _)| *holds);
    let mut signs: Vec<String> = named.map(|(_, text)| (*text).to_owned()).collect();
    signs.dedup();
    if signs.is_empty() {
        signs.push(say.visit_none.to_owned());
    }
    document.blocks.extend(names.blocks(&SLOTS, reading.words));
    document.section(say.visit_know, vec![Block::List(signs)]);
    document.section(say.visit_do, vec![list(say.visit_steps)]);
    document.section(say.visit_never, vec![list(say.visit_donts)]);
}
