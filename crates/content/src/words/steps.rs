//! The words of the steps of a case. They have a text of their own, which is read when one of them is first wanted.

use super::{BesideWords, CautionWords, IndicatorWords, PathwayWords, RecipeWords, Say, StepsPages, Trap, Words};
use std::sync::OnceLock;
use waymark_case::vocabulary::{IndicatorId, PathwayId, Vocabulary};
use waymark_catalogue::{CautionId, Part};

/// What the steps of a case and Tonight's result say.
#[derive(Clone, Copy, Debug)]
pub struct StepsWords {
    pub(crate) indicators: &'static [IndicatorWords],
    /// All but the one that the first screen tells of.
    pub(crate) pathways: &'static [PathwayWords],
    pub(crate) cautions: &'static [CautionWords],
    /// What to say, by moment.
    pub say: &'static [Say],
    /// The traps, by group.
    pub traps: &'static [Trap],
    /// The words of each page.
    pub pages: StepsPages,
    /// The recipes, in the order of [`RECIPES`](crate::RECIPES).
    pub recipes: &'static [RecipeWords],
    /// The lists beside the Dash.
    pub beside: &'static [BesideWords],
}

impl Words {
    /// The words of the steps of a case; empty before their text is given.
    pub fn steps(&self) -> &StepsWords {
        static NOT_YET: OnceLock<StepsWords> = OnceLock::new();
        self.part(Part::Steps, &self.steps, &NOT_YET, StepsWords::read)
    }
    /// The words of an indicator.
    pub fn indicator(&self, id: IndicatorId) -> &'static IndicatorWords {
        &self.steps().indicators[id.index()]
    }
    /// The words of a pathway.
    pub fn pathway(&self, id: PathwayId) -> &'static PathwayWords {
        match id {
            PathwayId::SilentCall => self.quiet_call,
            id => &self.steps().pathways[id.index() - usize::from(id > PathwayId::SilentCall)],
        }
    }
    /// The words of a caution.
    pub fn caution(&self, id: CautionId) -> &'static CautionWords {
        &self.steps().cautions[id.index()]
    }
    /// What to say at a moment.
    pub fn say(&self, id: &str) -> Option<&'static Say> {
        self.steps().say.iter().find(|say| say.id == id)
    }
}
