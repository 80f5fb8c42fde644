//! The words that a policy or an area has for the people and places of a case, and the places of a text where they stand.
//!
//! Lives here: how a place such as `{a survivor}` becomes words of its own. Not here: which words a policy has
//! (`data/profiles`) or an area (`waymark_area`), and which words of an area are refused (there too).
//!
//! What stands in the braces is the sector's own text, so that without words of one's own a text reads as it is written.
//! `data/README.md` says which texts have such places: those about the one person of this case, and never law, a name, a
//! document's words or what is said of survivors in general.

use super::sentence::capital;
use std::borrow::Cow;
use waymark_case::vocabulary::Vocabulary;
use waymark_catalogue::{SECTOR, Term};

/// The words of a policy or an area, in the order of [`Term`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWords(pub(crate) [Cow<'static, str>; Term::ALL.len()]);

/// The sector's words: those that stand in the braces.
pub static SECTOR_WORDS: OwnWords =
    OwnWords([Cow::Borrowed(SECTOR[0]), Cow::Borrowed(SECTOR[1]), Cow::Borrowed(SECTOR[2]), Cow::Borrowed(SECTOR[3])]);

impl OwnWords {
    /// Takes a word for one of them: without spaces around it or an article before it, as the places bring their own.
    pub fn set(&mut self, term: Term, word: &str) {
        let word = word.trim();
        let articles = ["a ", "an ", "the ", "your ", "our "];
        let bare = articles.iter().find_map(|article| word.strip_prefix(article)).unwrap_or(word).trim_start();
        if !bare.is_empty() {
            self.0[term.index()] = Cow::Owned(bare.to_owned());
        }
    }

    /// A text with these words in its places. Every other `{place}` stays for whoever fills it.
    pub fn put<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut put = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            put.push_str(before);
            let form = after.split_once('}').and_then(|(place, behind)| Some((self.form(place)?, behind)));
            let (words, behind) = form.unwrap_or(("{".to_owned(), after));
            put.push_str(&words);
            rest = behind;
        }
        if put.is_empty() && rest.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(put + rest) }
    }

    /// What stands in a place; nothing where the place is not one of ours.
    fn form(&self, place: &str) -> Option<String> {
        let small = small(place);
        let (lead, rest) = ["a ", "your ", " in your "]
            .into_iter()
            .find_map(|lead| Some((lead, small.strip_prefix(lead)?)))
            .unwrap_or(("", &small));
        let (term, own, ending) = Term::ALL
            .iter()
            .zip(&self.0)
            .find_map(|(term, own)| Some((*term, own, rest.strip_prefix(SECTOR[term.index()])?)))?;
        let own = match term {
            Term::Survivor | Term::PersonHoused => &one_person(own),
            Term::Home | Term::CaseSystem => own.as_ref(),
        };
        let word = match ending {
            "" => own.to_owned(),
            "s" => plural(own),
            "'s" => possessive(head(own).0.to_owned()),
            "s'" => possessive(plural(head(own).0)),
            _ => return None,
        };
        let words = match lead {
            "a " => [article(own), &word].concat(),
            // Nobody could say in which system where no policy names one.
            " in your " if own == SECTOR[term.index()] => String::new(),
            // A system with a name has no "your" before it.
            "your " | " in your " if own.starts_with(char::is_uppercase) => {
                [lead.trim_end_matches("your "), &word].concat()
            }
            lead => [lead, &word].concat(),
        };
        Some(if place.starts_with(char::is_uppercase) { capital(&words) } else { words })
    }
}

/// The same text with a small letter at its start.
fn small(text: &str) -> String {
    let mut text = text.to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// A term up to what describes it, and the rest: "person" and " who was harmed".
fn head(term: &str) -> (&str, &str) {
    let ends = [" who ", " with ", " of ", " in ", " at ", " being "].iter().filter_map(|end| term.find(end));
    term.split_at(ends.min().unwrap_or(term.len()))
}

/// A term for one person: "the victim and survivor" would read as two people.
fn one_person(term: &str) -> String {
    let (head, tail) = head(term);
    [&head.replace(" and ", "/"), tail].concat()
}

/// Several of them. Each word of a pair, as in "victim/survivor".
fn plural(term: &str) -> String {
    let (head, tail) = head(term);
    for between in ["/", " or "] {
        if let Some((one, other)) = head.split_once(between) {
            return [&plural(one), between, &plural(other), tail].concat();
        }
    }
    let ends = |ends: &[&str]| ends.iter().any(|end| head.ends_with(end));
    let (stem, ending) = if let Some(stem) = head.strip_suffix("person") {
        (stem, "people")
    } else if let Some(stem) = head.strip_suffix("man") {
        (stem, "men")
    } else if head.ends_with("child") {
        (head, "ren")
    } else if let Some(stem) = head.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        (stem, "ies")
    } else if ends(&["ss", "x", "z", "ch", "sh"]) {
        (head, "es")
    } else if head.ends_with('s') {
        // Somebody gave the word for several.
        (head, "")
    } else {
        (head, "s")
    };
    let tail = [(" was ", " were "), (" is ", " are "), (" has ", " have ")]
        .into_iter()
        .fold(tail.to_owned(), |tail, (one, several)| tail.replacen(one, several, 1));
    [stem, ending, &tail].concat()
}

/// What is theirs.
fn possessive(word: String) -> String {
    let ending = if word.ends_with('s') && !word.ends_with("ss") { "'" } else { "'s" };
    word + ending
}

/// "a " or "an ", by how a word sounds at its start: an hour, a user, an SU, a UK firm.
fn article(word: &str) -> &'static str {
    let first = word.split([' ', '/', '-']).next().unwrap_or_default();
    let letters = first.len() > 1 && first.bytes().all(|letter| letter.is_ascii_uppercase());
    let low = word.to_ascii_lowercase();
    let starts = |starts: &[&str]| starts.iter().any(|start| low.starts_with(start));
    let vowel = if letters {
        first.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X'])
    } else {
        starts(&["a", "e", "i", "o", "u", "hour", "honest", "honour", "heir"])
            && !starts(&["eu", "ewe", "one ", "one-", "once", "uni", "use", "usu", "uk"])
            || starts(&["unin", "unim"])
    };
    if vowel { "an " } else { "a " }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::english::SHIPPED;

    fn own(term: Term, word: &str) -> OwnWords {
        let mut own = SECTOR_WORDS.clone();
        own.set(term, word);
        own
    }

    #[test]
    fn without_own_words_a_text_reads_as_it_is_written() {
        for (text, read) in [
            ("Ask {a survivor}.", "Ask a survivor."),
            ("{Survivors} and the {survivor's}, the {survivors'}", "Survivors and the survivor's, the survivors'"),
            ("{A resident} in the {home}", "A resident in the home"),
            ("The file{ in your file system}: {your file system}.", "The file: your file system."),
            ("{user} and {n} of {Survivors} {survivorship} {", "{user} and {n} of Survivors {survivorship} {"),
            ("", ""),
        ] {
            assert_eq!(SECTOR_WORDS.put(text), read);
        }
        assert!(matches!(SECTOR_WORDS.put("{user} says"), Cow::Owned(_)));
        assert!(matches!(SECTOR_WORDS.put("nothing here"), Cow::Borrowed(_)));
    }

    #[test]
    fn every_form_follows_from_the_word() {
        const FORMS: &str = "{a survivor}|{survivors}|{survivor's}|{survivors'}|{Survivor}|{A survivor}";
        for (word, forms) in [
            ("survivor", "a survivor|survivors|survivor's|survivors'|Survivor|A survivor"),
            (
                "victim/survivor",
                "a victim/survivor|victims/survivors|victim/survivor's|victims/survivors'|Victim/survivor|A victim/survivor",
            ),
            (
                "victim and survivor",
                "a victim/survivor|victims/survivors|victim/survivor's|victims/survivors'|Victim/survivor|A victim/survivor",
            ),
            ("service user", "a service user|service users|service user's|service users'|Service user|A service user"),
            (
                "person who was harmed",
                "a person who was harmed|people who were harmed|person's|people's|Person who was harmed|A person who was \
                 harmed",
            ),
            ("family", "a family|families|family's|families'|Family|A family"),
            ("boy", "a boy|boys|boy's|boys'|Boy|A boy"),
            ("occupant", "an occupant|occupants|occupant's|occupants'|Occupant|An occupant"),
            ("woman", "a woman|women|woman's|women's|Woman|A woman"),
            ("child", "a child|children|child's|children's|Child|A child"),
            ("actress", "an actress|actresses|actress's|actresses'|Actress|An actress"),
            ("customers", "a customers|customers|customers'|customers'|Customers|A customers"),
        ] {
            assert_eq!(own(Term::Survivor, word).put(FORMS), forms, "{word}");
        }
    }

    #[test]
    fn an_article_goes_by_the_sound() {
        for (word, with) in [
            ("user", "a user"),
            ("unit holder", "a unit holder"),
            ("under-18", "an under-18"),
            ("uninsured owner", "an uninsured owner"),
            ("honest person", "an honest person"),
            ("home owner", "a home owner"),
            ("European", "a European"),
            ("one-off guest", "a one-off guest"),
            ("SU", "an SU"),
            ("UK tenant", "a UK tenant"),
            ("MP", "an MP"),
            ("TSM client", "a TSM client"),
        ] {
            assert_eq!(own(Term::PersonHoused, word).put("{a resident}"), with);
        }
    }

    #[test]
    fn a_word_is_taken_without_its_article() {
        for typed in ["customer", " customer ", "the customer", "a  customer", "our customer"] {
            assert_eq!(own(Term::Survivor, typed).put("the {survivor}"), "the customer");
        }
        assert_eq!(own(Term::Survivor, "the survivor"), SECTOR_WORDS);
    }

    #[test]
    fn a_system_with_a_name_stands_by_its_name() {
        const TEXT: &str = "The file{ in your file system}: {your file system} holds it.";
        for (word, read) in [
            ("ERICA", "The file in ERICA: ERICA holds it."),
            ("case system", "The file in your case system: your case system holds it."),
            ("", "The file: your file system holds it."),
        ] {
            assert_eq!(own(Term::CaseSystem, word).put(TEXT), read);
        }
    }

    /// Every text with a place, and what is put in for each of these words in turn.
    fn turned(words: &[&str]) -> Vec<(&'static str, String)> {
        let with_place = |line: &&str| SECTOR_WORDS.put(line) != *line;
        let put = |line: &'static str| {
            words.iter().map(move |word| {
                let mut own = SECTOR_WORDS.clone();
                Term::ALL[..3].iter().for_each(|term| own.set(*term, word));
                (line, own.put(line).into_owned())
            })
        };
        SHIPPED.into_iter().flat_map(str::lines).filter(with_place).flat_map(put).collect()
    }

    #[test]
    fn no_text_of_the_page_is_left_with_a_place_or_a_wrong_article() {
        let all = turned(&["occupant", "customer", "SU", "unit"]);
        assert!(all.len() > 4 * 100, "{}", all.len());
        for (line, text) in all {
            let low = text.to_lowercase();
            assert!(!text.split('{').skip(1).any(|place| SECTOR.iter().any(|word| place.contains(word))), "{text}");
            assert!(!low.contains(" a a ") && !low.contains(" the the ") && !low.contains(" a an "), "{text}");
            for wrong in ["a occupant", "an customer", "a su ", "an unit"] {
                assert!(
                    !low.split([' ', '“']).collect::<Vec<_>>().join(" ").contains(&[" ", wrong].concat()),
                    "{text}"
                );
            }
            // An article outside the place would stay as it is, whatever word comes.
            assert!(!line.to_lowercase().contains(" a {"), "{line}");
        }
    }

    #[test]
    fn a_sentence_has_one_word_for_one_thing() {
        for (line, text) in turned(&["zq"]) {
            for (sentence, own) in line.split(['.', '?', '!']).zip(text.split(['.', '?', '!'])) {
                if sentence.to_lowercase().contains("survivor") && own.contains("zq") {
                    assert!(!own.to_lowercase().contains("survivor"), "{text}");
                }
                // A policy's home is a court: no court of law may stand beside it.
                assert!(!(sentence.contains("{home}") && sentence.contains("court")), "{text}");
            }
        }
    }
}
