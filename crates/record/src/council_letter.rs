//! The letter for the council tonight: what was answered and what the nation's law asks. No story, no Dash, and nothing that
//! the survivor would have to prove.

use super::document::{Block, Document, Marked};
use super::names::{Names, Slot};
use super::parts::{list, to_fill};
use super::phrases::Reading;
use super::plain_facts::plain_facts;
use super::situation::words_of;
use waymark_case::ContextField as F;
use waymark_case::vocabulary::*;

/// What the letter asks for that the case has no field for.
pub const SLOTS: [Slot; 6] =
    [Slot::Agency, Slot::Referrer, Slot::Reach, Slot::Date, Slot::SurvivorName, Slot::SurvivorBorn];
/// What bears on where they can stay.
const FACTS: [F; 8] =
    [F::HomelessRisk, F::SurvivorAge, F::Children, F::Pregnant, F::CareNeeds, F::LanguageNeed, F::Deaf, F::Pets];

/// The letter. Without a nation it asks for one, as the law differs.
pub fn council_letter(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let say = &reading.words.later().pages.outputs;
    let Some(nation) = reading.case.context.nation else {
        document.blocks.push(Block::paragraph(say.council_no_nation).marked(Marked::Advice));
        document.blocks.extend(names.blocks(&SLOTS, reading.words));
        return;
    };
    let law = match nation {
        Nation::England => say.council_england,
        Nation::Wales => say.council_wales,
        Nation::Scotland => say.council_scotland,
        Nation::NorthernIreland => say.council_northern_ireland,
    };
    document.section(say.reporting, names.blocks(&SLOTS[..4], reading.words));
    let mut who = names.blocks(&SLOTS[4..], reading.words);
    who.extend(plain_facts(reading, &FACTS, false));
    who.push(to_fill(say.council_blanks));
    document.section(say.council_who, who);
    document.section(say.council_law, vec![list(law).marked(Marked::Advice)]);
    document.section(say.council_ask, vec![list(say.council_asks).marked(Marked::Advice)]);
    let agreed = words_of(reading.case.record.safe_contact_words.as_ref());
    document.section(
        say.reach_safely,
        vec![match agreed {
            Some(own) => Block::Quote(own.to_owned()),
            None => to_fill(say.council_contact_blanks),
        }],
    );
}
