//! Reads the words of a language from the texts that the build makes of them.
//!
//! Lives here: the order in which they stand in them, the same as in `waymark_content_build`. Each part is read by itself: the
//! first as soon as there are words, the others (`steps`, `later`) when they are first wanted. The texts ship in the page as they
//! are, outside the program, where the transport can pack them. What is missing in them reads as empty.

mod later;
mod steps;

use super::lines::{Lines, Patch};
use super::own_words::{OwnWords, SECTOR_WORDS};
use super::tables::*;
use super::texts::Texts;
use super::types::Helpline;
use super::words::*;
use std::sync::OnceLock;
use waymark_case::vocabulary::{Nation, Vocabulary};
use waymark_catalogue::Part;

impl Words {
    /// The words in these texts. They live as long as the program.
    pub fn read(texts: &'static Texts) -> Self {
        Self::read_with(texts, [&[]; 3], 0, &SECTOR_WORDS)
    }

    /// The same, with other words in their places.
    pub(super) fn read_with(
        texts: &'static Texts,
        patches: [&'static [Patch]; 3],
        laid: u32,
        own_words: &'static OwnWords,
    ) -> Self {
        let text = texts.get(Part::First).unwrap_or_default();
        let words = &mut Lines::of(text, patches[Part::First as usize], own_words);
        Self {
            texts,
            patches,
            laid,
            own_words,
            steps: OnceLock::new(),
            later: OnceLock::new(),
            language: words.text(),
            questions: words.all(QUESTIONS, question),
            items: words.all(ITEMS, item),
            few_words: words.all(FEW_WORDS, Lines::text),
            quiet_call: Box::leak(Box::new(pathway(words))),
            texts_by_key: words.all(TEXTS, |words| (words.text(), words.text())),
            lists: words.all(LISTS, |words| (words.text(), words.list())),
            pages: Pages::of(words),
            helplines: words.all(HELPLINES_LISTED, helpline),
        }
    }

    /// A part, read when it is first wanted and kept. While its text is not there it reads as empty, and that is not kept here.
    pub(super) fn part<'a, T>(
        &self,
        part: Part,
        kept: &'a OnceLock<T>,
        not_yet: &'static OnceLock<T>,
        read: impl FnOnce(&mut Lines) -> T,
    ) -> &'a T {
        match self.texts.get(part) {
            Some(text) => kept.get_or_init(|| read(&mut Lines::of(text, self.patches[part as usize], self.own_words))),
            None => not_yet.get_or_init(|| read(&mut Lines::of("", &[], &SECTOR_WORDS))),
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

fn nations(words: &mut Lines) -> &'static [Nation] {
    words.list().iter().filter_map(|nation| Nation::from_text(nation)).collect::<Vec<_>>().leak()
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
    use crate::english::SHIPPED;
    use crate::texts::is_whole;
    use waymark_case::vocabulary::PathwayId;

    fn given(texts: [&str; 3]) -> &'static Texts {
        let given = Texts::new();
        Part::ALL.into_iter().zip(texts).for_each(|(part, text)| given.put(part, text.to_owned().leak()));
        Box::leak(Box::new(given))
    }

    #[test]
    fn each_text_ends_where_its_words_end() {
        let words = Words::read(given(SHIPPED));
        let last = [
            words.helplines.last().map(|line| line.checked),
            words.steps().beside.last().and_then(|list| list.sources.last().copied()),
            words.later().rules.last().map(|rule| rule.reason),
        ];
        for ((part, text), last) in Part::ALL.into_iter().zip(SHIPPED).zip(last) {
            assert!(is_whole(part, text) && !is_whole(part, &text[..text.len() - 1]));
            // The end of a list is an empty line.
            let end = text.lines().rfind(|line| part != Part::Steps || !line.is_empty());
            assert_eq!(last, end);
        }
    }

    #[test]
    fn a_text_that_breaks_off_reads_as_empty() {
        for (part, text) in Part::ALL.into_iter().zip(SHIPPED) {
            for end in (0..text.len()).step_by(4099).filter(|end| text.is_char_boundary(*end)) {
                let mut texts = SHIPPED;
                texts[part as usize] = &text[..end];
                let words = Words::read(given(texts));
                assert_eq!(words.questions.len(), QUESTIONS);
                assert_eq!(words.steps().indicators.len(), INDICATORS_ASKED);
                assert_eq!(words.later().rules.len(), RULES_PLACED);
            }
        }
    }

    #[test]
    fn a_text_that_is_not_there_yet_reads_as_empty_until_it_is() {
        let texts: &'static Texts = Box::leak(Box::new(Texts::new()));
        assert!(!texts.give(Part::First, SHIPPED[1].to_owned()) && !texts.is_there(Part::First));
        assert!(texts.give(Part::First, SHIPPED[0].to_owned()));
        let words: &'static Words = Box::leak(Box::new(Words::read(texts)));
        assert_eq!(
            (words.language, words.pathway(PathwayId::Idva).title, words.document("default").is_some()),
            ("en", "", true)
        );
        assert!(std::ptr::eq(words.for_recipes(&["carer"]), words), "its words are not there");
        assert!(!words.pathway(PathwayId::SilentCall).title.is_empty() && !words.few_words(PathwayId::Idva).is_empty());
        assert!(texts.give(Part::Steps, SHIPPED[1].to_owned()));
        assert!(!words.pathway(PathwayId::Idva).title.is_empty() && words.later().rules[0].line.is_empty());
        assert!(!std::ptr::eq(words.for_recipes(&["carer"]), words));
        assert!(texts.give(Part::Later, SHIPPED[2].to_owned()));
        assert!(!words.later().rules[0].line.is_empty());
    }
}
