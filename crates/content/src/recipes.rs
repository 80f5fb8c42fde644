//! The words for one case: the general ones, with those of its recipes in their places.
//!
//! Lives here: how the words of several recipes are laid over the general ones, once for each set of recipes. Not here: which
//! recipes hold (`engine`), or what they say (`data/recipes/`).

use super::lines::Patch;
use super::tables::RECIPES;
use super::words::Words;
use std::sync::{Mutex, PoisonError};
use waymark_case::order::sort_by_key;

/// The words that were made: of which language, for which recipes as bits, and the words.
static MADE: Mutex<Vec<(&str, u32, &Words)>> = Mutex::new(Vec::new());

impl Words {
    /// The words for a case in which these recipes hold, by their ids. Of two that have words for the same place, those of the
    /// first by rank stand there. They are made once, and live as long as the program.
    pub fn for_recipes<'a>(&'a self, recipes: &[&str]) -> &'a Self {
        let holds = |(place, _): &(usize, _)| RECIPES.get(*place).is_some_and(|recipe| recipes.contains(&recipe.id));
        let set = self.recipes.iter().enumerate().filter(holds).fold(0, |set, (place, _)| set | 1 << place);
        if set == self.laid {
            return self;
        }
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        let known = made.iter().find(|(language, known, _)| (*language, *known) == (self.language, set));
        if let Some((.., words)) = known {
            return words;
        }
        let mut patches: Vec<Patch> = Vec::new();
        for (_, recipe) in self.recipes.iter().enumerate().filter(holds) {
            for patch in recipe.instead {
                if !patches.iter().any(|known| known.line == patch.line) {
                    patches.push(*patch);
                }
            }
        }
        sort_by_key(&mut patches, |patch| patch.line);
        let words: &'static Self = Box::leak(Box::new(Self::read_with(self.text, patches.leak(), set)));
        made.push((self.language, set, words));
        words
    }
}
