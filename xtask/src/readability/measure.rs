//! Sentences, words, syllables and short forms of an English text.

/// What was counted in some texts.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// Words.
    pub words: usize,
    /// The words of the longest sentence.
    pub longest: usize,
    sentences: usize,
    syllables: usize,
}

impl Measure {
    /// Adds a text.
    pub fn add(&mut self, text: &str) {
        for sentence in sentences(text) {
            let words = words_in(sentence).count();
            self.longest = self.longest.max(words);
            self.syllables += words_in(sentence).map(syllables).sum::<usize>();
            self.words += words;
            // A colon or a semicolon ends a thought as a full stop does.
            self.sentences += sentence.split([':', ';']).filter(|part| words_in(part).next().is_some()).count();
        }
    }

    /// The reading age in years: the school grade of Flesch and Kincaid, and five.
    #[allow(clippy::cast_precision_loss)] // counts of words are far below 2^52
    pub fn age(&self) -> f64 {
        let (sentences, words) = (self.sentences.max(1) as f64, self.words.max(1) as f64);
        0.39 * words / sentences + 11.8 * self.syllables as f64 / words - 15.59 + 5.0
    }
}

/// The sentences of a text. " | " starts a new line on a card, and with it a new sentence.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(" | ").flat_map(|line| {
        let mut start = 0;
        let ends = line.match_indices([' ', '\n']).filter_map(move |(space, _)| {
            let before = line[..space].trim_end_matches(['”', '’', '"', ')']);
            before.ends_with(['.', '!', '?']).then_some(space)
        });
        let ends: Vec<usize> = ends.chain([line.len()]).collect();
        ends.into_iter().filter_map(move |end| {
            let sentence = line[start..end].trim();
            start = end;
            (!sentence.is_empty()).then_some(sentence)
        })
    })
}

/// The words of a text; a place for a name or a number (`{place}`) counts as one.
pub fn words_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-' | '{' | '}' | '_')))
        .filter(|word| word.contains(char::is_alphanumeric))
}

/// About how many syllables an English word has: groups of vowels, without a silent ending.
fn syllables(word: &str) -> usize {
    let word: String =
        word.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    let groups = word.split(|letter: char| !"aeiouy".contains(letter)).filter(|vowels| !vowels.is_empty()).count();
    let silent_e = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    let silent_ed = word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded");
    groups.saturating_sub(usize::from(groups > 1 && (silent_e || silent_ed))).max(1)
}

/// Words of capital letters only, three or more: `MARAC`.
pub fn short_forms(text: &str) -> impl Iterator<Item = &str> {
    words_in(text)
        .map(|word| word.trim_end_matches("'s"))
        .filter(|word| word.len() > 2 && word.chars().all(|letter| letter.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_their_stops() {
        let text = "Ring 999. “Are you safe?” Then wait: it helps | A new line";
        let found: Vec<_> = sentences(text).collect();
        assert_eq!(found, ["Ring 999.", "“Are you safe?”", "Then wait: it helps", "A new line"]);
    }

    #[test]
    fn a_place_is_one_word() {
        assert_eq!(words_in("Screen {place} of {of}: it's well-kept").count(), 6);
    }

    #[test]
    fn syllables_of_common_words() {
        for (word, count) in [("safe", 1), ("people", 2), ("asked", 1), ("wanted", 2), ("domestic", 3), ("the", 1)] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn harder_words_read_older() {
        let age = |text: &str| {
            let mut measure = Measure::default();
            measure.add(text);
            measure.age()
        };
        assert!(age("Ring them now. Stay with her.") < age("Immediately institute multidisciplinary consultation."));
    }

    #[test]
    fn short_forms_are_capitals() {
        assert_eq!(short_forms("A MARAC's IDVA, an IT aid and 999").collect::<Vec<_>>(), ["MARAC", "IDVA"]);
    }
}
