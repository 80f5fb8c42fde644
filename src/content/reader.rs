//! Reads the words of a language from the text that the build makes of them.
//!
//! Lives here: the order in which they stand in it, the same as in `build/words.rs`. The text ships in the page as it is,
//! outside the program, where the transport can pack it. What is missing in it reads as empty.

use super::tables::*;
use super::words::*;
use super::{Helpline, LawPoint, Nation, Rule, SourceRow, Treatment};
use crate::case::vocabulary::{PathwayId, Vocabulary};

/// A text that is read line by line.
pub(super) struct Reader {
    rest: &'static str,
}

impl Reader {
    /// The next text.
    #[inline(never)]
    pub(super) fn text(&mut self) -> &'static str {
        let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        line
    }
    /// The next list: texts up to an empty line.
    #[inline(never)]
    pub(super) fn list(&mut self) -> &'static [&'static str] {
        let mut list = Vec::new();
        loop {
            match self.text() {
                "" => return list.leak(),
                text => list.push(text),
            }
        }
    }
    /// The next list, of keys each with its text.
    fn pairs(&mut self) -> &'static [(&'static str, &'static str)] {
        let list = self.list();
        let pairs: Vec<_> = list.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.leak()
    }
    /// As many of a kind as there are.
    fn all<T>(&mut self, count: usize, read: fn(&mut Self) -> T) -> &'static [T] {
        let all: Vec<T> = (0..count).map(|_| read(self)).collect();
        all.leak()
    }
}

impl Words {
    /// The words in a text. They live as long as the program.
    pub fn read(text: &'static str) -> Self {
        let words = &mut Reader { rest: text };
        Self {
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
            vignettes: words.all(VIGNETTES, vignette),
            helplines: words.all(HELPLINES_LISTED, helpline),
            law: words.all(LAW_POINTS, law_point),
            sources: words.all(SOURCES_CITED, |words| SourceRow { id: words.text(), title: words.text() }),
            rules: words.all(RULES_PLACED, rule),
        }
    }
}

/// True when a text has as many lines as the words of this build.
pub(super) fn is_whole(text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b'\n').count() == LINES
}

fn question(words: &mut Reader) -> Question {
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

fn indicator(words: &mut Reader) -> IndicatorWords {
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

fn item(words: &mut Reader) -> ItemWords {
    ItemWords {
        label: words.text(),
        about: words.text(),
        explore: words.list(),
        parts: words.list(),
        sources: words.list(),
    }
}

fn pathway(words: &mut Reader) -> PathwayWords {
    PathwayWords {
        title: words.text(),
        action: words.text(),
        what: words.text(),
        line_title: words.text(),
        line_action: words.text(),
        line_what: words.text(),
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

fn policy_field(words: &mut Reader) -> PolicyField {
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
fn documents(words: &mut Reader) -> &'static [Document] {
    let document = |words: &mut Reader| Document {
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

fn nations(words: &mut Reader) -> &'static [Nation] {
    words.list().iter().filter_map(|nation| Nation::from_text(nation)).collect::<Vec<_>>().leak()
}

fn law_point(words: &mut Reader) -> LawPoint {
    LawPoint {
        title: words.text(),
        text: words.text(),
        stood: words.text(),
        checked: words.text(),
        nations: nations(words),
        touches: words.list().iter().filter_map(|id| PathwayId::from_text(id)).collect::<Vec<_>>().leak(),
        sources: words.list(),
    }
}

fn rule(words: &mut Reader) -> Rule {
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

fn vignette(words: &mut Reader) -> VignetteWords {
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
    }
}

fn helpline(words: &mut Reader) -> Helpline {
    Helpline {
        id: words.text(),
        name: words.text(),
        number: words.text(),
        text: words.text(),
        hours: words.text(),
        nations: nations(words),
        who: words.text(),
        checked: words.text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
