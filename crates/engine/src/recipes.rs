//! Recipes: which situations with words and an order of their own hold, and what they come to for one case.
//!
//! Lives here: their order among steps that press as much. Not here: when they hold, or what they say (`data/recipes/`).

use super::assessment::{Assessment, ShownPathway};
use super::evaluate::Facts;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::PathwayId;
use waymark_content::words::Words;
use waymark_content::{RECIPES, Stance};

/// What saves a life. No recipe puts a step before them, or has words for them.
pub const LIFE: [PathwayId; 3] = [PathwayId::EmergencyCall, PathwayId::SuicideAndCrisis, PathwayId::MedicalCheck];

/// The recipes that hold, by rank.
pub fn recipes(facts: &Facts<'_>) -> Vec<&'static str> {
    RECIPES.iter().filter(|recipe| facts.holds(&recipe.when)).map(|recipe| recipe.id).listed()
}

impl Assessment {
    /// The words for this case: the general ones, with those of its recipes in their places.
    pub fn words<'a>(&self, general: &'a Words) -> &'a Words {
        general.for_recipes(&self.recipes)
    }

    /// The place of a step among others that press as much, where a recipe gives one: after what saves a life.
    pub fn own_place(&self, id: PathwayId) -> Option<usize> {
        let hold = RECIPES.iter().filter(|recipe| self.recipes.contains(&recipe.id));
        let first: Vec<PathwayId> = hold.flat_map(|recipe| recipe.first).copied().listed();
        let place = || LIFE.iter().chain(&first).position(|known| *known == id);
        if first.is_empty() { None } else { place() }
    }

    /// The pathways as they come, but of those with the same priority first what saves a life and what is to be done, where they
    /// have a place of their own.
    pub fn steps(&self) -> Vec<&ShownPathway> {
        let mut steps: Vec<_> = self.pathways.iter().listed();
        let goes_first = |shown: &ShownPathway| shown.stance == Stance::Do || LIFE.contains(&shown.id);
        let place = |shown: &ShownPathway| self.own_place(shown.id).filter(|_| goes_first(shown));
        sort_by_key(&mut steps, |shown| (shown.priority, place(shown).unwrap_or(usize::MAX)));
        steps
    }
}
