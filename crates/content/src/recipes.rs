//! The words for one case: the general ones, with those of its recipes and of its policy or area in their places.
//!
//! Lives here: how the words of several recipes are laid over the general ones, once for each set of recipes and each
//! vocabulary. Not here: which recipes hold (`engine`), what they say (`data/recipes/`), or the forms of a policy's words
//! (`own_words`).

use super::lines::Patch;
use super::own_words::OwnWords;
use super::tables::RECIPES;
use super::words::Words;
use std::ptr;
use std::sync::{Mutex, PoisonError};
use waymark_case::order::sort_by_key;
use waymark_catalogue::Part;

/// The words that were made.
static MADE: Mutex<Vec<&Words>> = Mutex::new(Vec::new());

impl Words {
    /// The words for a case in which these recipes hold, by their ids. Of two that have words for the same place, those of the
    /// first by rank stand there. They are made once, and live as long as the program. Before the words of the steps are there,
    /// among which the recipes' are, nothing stands in place of general ones.
    pub fn for_recipes<'a>(&'a self, recipes: &[&str]) -> &'a Self {
        let holds = RECIPES.iter().enumerate().filter(|(_, recipe)| recipes.contains(&recipe.id));
        let set = holds.fold(0, |set, (place, _)| set | 1 << place);
        if set != 0 && !self.texts.is_there(Part::Steps) {
            return self;
        }
        self.made(set, self.own_words, || self.patches_of(set))
    }

    /// The same words with those of a policy or an area in their places. They are made once, and live as long as the program.
    pub fn in_words_of<'a>(&'a self, own_words: &OwnWords) -> &'a Self {
        self.made(self.laid, own_words, || self.patches)
    }

    /// True when some text reads otherwise in the one's words than in the other's.
    pub fn differ_between(&self, one: &OwnWords, other: &OwnWords) -> bool {
        let mut lines = Part::ALL.into_iter().filter_map(|part| self.texts.get(part)).flat_map(str::lines);
        one != other && lines.any(|line| one.put(line) != other.put(line))
    }

    fn made<'a>(&'a self, set: u32, own_words: &OwnWords, patches: impl FnOnce() -> [&'static [Patch]; 3]) -> &'a Self {
        let is_it =
            |words: &Self| words.laid == set && words.own_words == own_words && ptr::eq(words.texts, self.texts);
        if is_it(self) {
            return self;
        }
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(words) = made.iter().find(|words| is_it(words)) {
            return words;
        }
        let own_words: &'static OwnWords = Box::leak(Box::new(own_words.clone()));
        let words: &'static Self = Box::leak(Box::new(Self::read_with(self.texts, patches(), set, own_words)));
        made.push(words);
        words
    }

    /// The words of these recipes, in the order in which they stand in each text.
    fn patches_of(&self, set: u32) -> [&'static [Patch]; 3] {
        if set == 0 {
            return [&[]; 3];
        }
        let mut patches: Vec<Patch> = Vec::new();
        let laid = self.steps().recipes.iter().enumerate().filter(|(place, _)| set & 1 << place != 0);
        for patch in laid.flat_map(|(_, recipe)| recipe.instead) {
            if !patches.iter().any(|known| (known.part, known.line) == (patch.part, patch.line)) {
                patches.push(*patch);
            }
        }
        sort_by_key(&mut patches, |patch| patch.line);
        Part::ALL.map(|part| {
            let own = patches.iter().filter(|patch| patch.part == part as usize).copied();
            &*own.collect::<Vec<_>>().leak()
        })
    }
}
