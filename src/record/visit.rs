//! The note for whoever visits the home, contractors too: what could hurt them and what to do, and nothing of why.

use super::document::{Block, Document};
use super::names::{Names, Slot};
use super::parts::list;
use super::phrases::Reading;
use super::reasons::item_sign;
use crate::case::vocabulary::*;
use crate::case::{ContextField as F, ItemNumber};
use crate::content::words::capital;

/// What the note asks for.
pub const SLOTS: [Slot; 2] = [Slot::Date, Slot::Referrer];
/// Signs that bear on the staff at the door, as far as they can be said without saying whom they are about.
const FACTS: [(F, &str); 3] =
    [(F::FirearmAccess, "yes"), (F::PerpetratorAccess, "lives-in"), (F::PerpetratorAccess, "has-keys")];

/// The note.
pub fn visit(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let say = &reading.words.pages.outputs;
    let case = reading.case;
    let named = FACTS.iter().zip(say.visit_facts);
    let mut signs: Vec<String> = named
        .filter(|((field, value), _)| case.context.field(*field).has(value))
        .map(|(_, text)| (*text).to_owned())
        .collect();
    signs.dedup();
    let weapon = ItemNumber::new(13).filter(|item| case.dash.answers.get(*item) == Some(&ItemAnswer::Yes));
    signs.extend(weapon.map(|item| capital(&item_sign(item, reading.words))));
    if signs.is_empty() {
        signs.push(say.visit_none.to_owned());
    }
    document.blocks.extend(names.blocks(&SLOTS, reading.words));
    document.section(say.visit_know, vec![Block::List(signs)]);
    document.section(say.visit_do, vec![list(say.visit_steps)]);
    document.section(say.visit_never, vec![list(say.visit_donts)]);
}
