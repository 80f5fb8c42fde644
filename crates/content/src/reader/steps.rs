//! Reads the words of the steps of a case.

use super::pathway;
use crate::lines::Lines;
use crate::tables::*;
use crate::words::*;

impl StepsWords {
    /// The words in the text of the steps.
    pub(crate) fn read(words: &mut Lines) -> Self {
        Self {
            indicators: words.all(INDICATORS_ASKED, indicator),
            pathways: words.all(PATHWAYS_TOLD, pathway),
            cautions: words.all(CAUTIONS, |words| CautionWords { title: words.text(), text: words.text() }),
            say: words.all(SAY, |words| Say {
                id: words.text(),
                when: words.text(),
                say: words.list(),
                dont: words.list(),
            }),
            traps: words.all(TRAPS, |words| Trap { group: words.text(), trap: words.text(), correction: words.text() }),
            pages: StepsPages::of(words),
            recipes: words.all(RECIPES_TOLD, |words| RecipeWords { title: words.text(), instead: words.patches() }),
            beside: words.all(BESIDE_TOLD, beside),
        }
    }
}

fn indicator(words: &mut Lines) -> IndicatorWords {
    IndicatorWords {
        name: words.text(),
        ask: words.text(),
        explore: words.text(),
        power: words.text(),
        harmed: words.text(),
        trap: words.text(),
        echo: words.text(),
        echo_both: words.text(),
        echo_none: words.text(),
        sources: words.list(),
    }
}

fn beside(words: &mut Lines) -> BesideWords {
    BesideWords {
        id: words.text(),
        title: words.text(),
        disputed: words.text(),
        ask: words.list(),
        sources: words.list(),
    }
}
