//! What an output may ask for beside the case: names, addresses, a crime number. The case has no field for any of it.
//!
//! Lives here: the closed set of what can be typed on an output, and how it stands there: what was typed as facts, what
//! was not as room for a pen. It belongs to the visit and not to one output: what was typed once stands on every output that
//! asks for it. It is held apart from the case, in memory only, and never saved. Not here: which output asks
//! for what (`output`).

use super::document::Block;
use super::phrases::member;
use waymark_case::value::Text;
use waymark_content::words::Words;

waymark_case::closed_set! {
    /// One thing an output may ask for; `output.` and its text is the name of its control.
    Slot {
        Agency = "agency", Referrer = "referrer", Reach = "reach", Date = "date",
        SurvivorName = "survivor_name", SurvivorBorn = "survivor_born", SurvivorAddress = "survivor_address",
        SurvivorPhone = "survivor_phone", SafeAddress = "safe_address",
        OtherName = "other_name", OtherBorn = "other_born", OtherAddress = "other_address",
        Children = "children", CrimeNumber = "crime_number",
        Said = "said", Seen = "seen", Acted = "acted", Told = "told",
    }
}

impl Slot {
    /// True when it takes several lines.
    pub fn is_long(self) -> bool {
        matches!(self, Self::Children | Self::Said | Self::Seen | Self::Acted | Self::Told)
    }

    /// What it is called.
    pub fn label(self, words: &Words) -> String {
        member(words.later().pages.outputs.slots, Some(self))
    }
}

/// What was typed on any output of this visit, by its meaning. Overwritten in memory when it goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names(Vec<(Slot, Text)>);

impl Names {
    /// What was typed for a slot; empty when nothing was.
    pub fn get(&self, slot: Slot) -> &str {
        self.0.iter().find(|(known, _)| *known == slot).map_or("", |(_, text)| text.as_str())
    }

    /// Puts what was typed, cut to the length of any text; an empty text takes it out.
    pub fn put(&mut self, slot: Slot, typed: &str) {
        self.0.retain(|(known, _)| *known != slot);
        if !typed.trim().is_empty() {
            self.0.push((slot, Text::cut(typed)));
        }
    }

    /// Wipes everything.
    pub fn wipe(&mut self) {
        self.0 = Vec::new();
    }

    /// True when nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These slots in their order: what was typed as facts, what was not as lines to fill in by hand.
    pub fn blocks(&self, slots: &[Slot], words: &Words) -> Vec<Block> {
        let mut blocks = Vec::new();
        for slot in slots {
            let label = slot.label(words);
            let typed = self.get(*slot);
            match (blocks.last_mut(), typed) {
                (Some(Block::ToFill(labels)), "") => labels.push(label),
                (_, "") => blocks.push(Block::ToFill(vec![label])),
                (Some(Block::Facts(facts)), typed) => facts.push((label, typed.to_owned())),
                (_, typed) => blocks.push(Block::Facts(vec![(label, typed.to_owned())])),
            }
        }
        blocks
    }
}
