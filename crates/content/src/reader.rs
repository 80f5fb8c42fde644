//! Reads the words of a language from the text that the build makes of them.
//!
//! Lives here: the order in which they stand in it, the same as in `waymark_content_build`. The text ships in the page as it is,
//! outside the program, where the transport can pack it. What is missing in it reads as empty.

use super::lines::{Lines, Patch};
use super::own_words::{OwnWords, SECTOR_WORDS};
use super::tables::*;
use super::types::{Helpline, LawPoint, Rule, SourceRow};
use super::words::*;
use waymark_case::vocabulary::{Nation, PathwayId, Vocabulary};
use waymark_catalogue::Treatment;

impl Words {
    /// The words in a text. They live as long as the program.
    pub fn read(text: &'static str) -> Self {
        Self::read_with(text, &[], 0, &SECTOR_WORDS)
    }

    /// The same, with other words in their places.
    pub(super) fn read_with(
        text: &'static str,
        patches: &'static [Patch],
        laid: u32,
        own_words: &'static OwnWords,
    ) -> Self {
        let words = &mut Lines::of(text, patches, own_words);
        Self {
            text,
            laid,
            own_words,
            language: words.text(),
            questions: words.all(QUESTIONS, question),
            indicators: words.all(INDICATORS_ASKED, indicator),
            items: words.all(ITEMS, item),
            pathways: words.all(PATHWAYS_TOLD, pathway),
            cautions: words.all(CAUTIONS, |words| CautionWords { title: words.text(), text: words.text() }),
            say: words.all(SAY, |words| Say {
                id: words.text(),
                when: words.text(),
                say: words.list(),
                dont: words.list(),
            }),
            traps: words.all(TRAPS, |words| Trap { group: words.text(), trap: words.text(), correction: words.text() }),
            texts: words.all(TEXTS, |words| (words.text(), words.text())),
            lists: words.all(LISTS, |words| (words.text(), words.list())),
            policy_fields: words.all(POLICY_FIELDS, policy_field),
            documents: documents(words),
            nation_topics: words.all(NATION_TOPICS, |words| NationTopic {
                label: words.text(),
                texts: std::array::from_fn(|_| words.text()),
            }),
            pages: Pages::read(words),
            recipes: words.all(RECIPES_TOLD, |words| RecipeWords { title: words.text(), instead: words.patches() }),
            vignettes: words.all(VIGNETTES, vignette),
            beside: words.all(BESIDE_TOLD, beside),
            helplines: words.all(HELPLINES_LISTED, helpline),
            law: words.all(LAW_POINTS, law_point),
            sources: words.all(SOURCES_CITED, |words| SourceRow { id: words.text(), title: words.text() }),
            schema: words.list(),
            rules: words.all(RULES_PLACED, rule),
        }
    }
}

fn question(words: &mut Lines) -> Question {
    Question {
        name: words.text(),
        ask: words.text(),
        short: words.text(),
        why: words.text(),
        hint: words.text(),
        options: words.pairs(),
        because: words.pairs(),
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

fn item(words: &mut Lines) -> ItemWords {
    ItemWords {
        label: words.text(),
        about: words.text(),
        explore: words.list(),
        parts: words.list(),
        sources: words.list(),
    }
}

fn pathway(words: &mut Lines) -> PathwayWords {
    PathwayWords {
        title: words.text(),
        action: words.text(),
        now: words.text(),
        say: words.text(),
        what: words.text(),
        line_title: words.text(),
        line_action: words.text(),
        line_what: words.text(),
        steps: words.list(),
        ready: words.list(),
        care: words.list(),
        consent: words.text(),
        group: words.text(),
        nations: {
            let pairs = words.pairs().iter();
            pairs.filter_map(|(nation, text)| Some((Nation::from_text(nation)?, *text))).collect::<Vec<_>>().leak()
        },
        status: words.text(),
        sources: words.list(),
    }
}

fn policy_field(words: &mut Lines) -> PolicyField {
    PolicyField {
        page: words.text(),
        label: words.text(),
        said: {
            let said = words.list().chunks_exact(4).map(|said| Said {
                profile: said[0],
                words: said[1],
                rules: said[2],
                inferred: said[3] == "inferred",
            });
            said.collect::<Vec<_>>().leak()
        },
    }
}

/// The documents, and last what is told where none is chosen.
fn documents(words: &mut Lines) -> &'static [Document] {
    let document = |words: &mut Lines| Document {
        profile: words.text(),
        about: words.text(),
        limits: {
            let limits = words.list().chunks_exact(3).map(|limit| [limit[0], limit[1], limit[2]]);
            limits.collect::<Vec<_>>().leak()
        },
        silent: words.list(),
        floor: words.pairs(),
    };
    let mut documents: Vec<_> = (0..DOCUMENTS.len()).map(|_| document(words)).collect();
    documents.push(Document { profile: "default", about: words.text(), limits: &[], silent: &[], floor: &[] });
    documents.leak()
}

fn nations(words: &mut Lines) -> &'static [Nation] {
    words.list().iter().filter_map(|nation| Nation::from_text(nation)).collect::<Vec<_>>().leak()
}

fn law_point(words: &mut Lines) -> LawPoint {
    LawPoint {
        id: words.text(),
        title: words.text(),
        text: words.text(),
        stood: words.text(),
        checked: words.text(),
        nations: nations(words),
        touches: words.list().iter().filter_map(|id| PathwayId::from_text(id)).collect::<Vec<_>>().leak(),
        sources: words.list(),
    }
}

fn rule(words: &mut Lines) -> Rule {
    Rule {
        id: words.text(),
        reference: words.text(),
        how: Treatment::from_text(words.text()).unwrap_or(Treatment::Reference),
        places: words.text(),
        topic: words.text(),
        line: words.text(),
        reason: words.text(),
    }
}

fn vignette(words: &mut Lines) -> VignetteWords {
    VignetteWords {
        id: words.text(),
        title: words.text(),
        setting: words.text(),
        warning: words.text(),
        story: words.list(),
        case: words.list(),
        reasons: words.list(),
        traps: words.list(),
        discuss: words.list(),
        pair: words.list(),
        moments: moments(words),
    }
}

/// Moments, up to an empty line.
fn moments(words: &mut Lines) -> &'static [MomentWords] {
    let answer = |told: &[&'static str]| AnswerWords { helps: told[0] == "helps", say: told[1], why: told[2] };
    let mut moments = Vec::new();
    loop {
        match words.text() {
            "" => return moments.leak(),
            when => {
                let answers = words.list().chunks_exact(3).map(answer);
                moments.push(MomentWords { when, answers: answers.collect::<Vec<_>>().leak() });
            }
        }
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

fn helpline(words: &mut Lines) -> Helpline {
    Helpline {
        id: words.text(),
        name: words.text(),
        number: words.text(),
        text: words.text(),
        ways: words.text(),
        hours: words.text(),
        nations: nations(words),
        who: words.text(),
        checked: words.text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::is_whole;

    #[test]
    fn the_text_ends_where_the_words_end() {
        let text = include_str!(concat!(env!("OUT_DIR"), "/words-en.txt"));
        assert!(is_whole(text) && !is_whole(&text[..text.len() - 1]));
        let last = Words::read(text).rules.last().map(|rule| rule.reason);
        assert_eq!(last, text.lines().last());
    }

    #[test]
    fn a_text_that_breaks_off_reads_as_empty() {
        let text = include_str!(concat!(env!("OUT_DIR"), "/words-en.txt"));
        for end in (0..text.len()).step_by(4099).filter(|end| text.is_char_boundary(*end)) {
            let words = Words::read(&text[..end]);
            assert_eq!(words.indicators.len(), INDICATORS_ASKED);
            assert_eq!(words.rules.last().map(|rule| rule.reason), Some(""));
        }
    }
}
