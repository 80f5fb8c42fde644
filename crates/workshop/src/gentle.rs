//! A gentle stop: something in a vignette looks like a real person's postcode, telephone number or e-mail address.

use waymark_case::listed::Listed;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RealDetail {
    /// A postcode.
    Postcode,
    /// A telephone number.
    Telephone,
    /// An e-mail address.
    Email,
}

/// The first thing in the texts that should not be in a made-up story, with the words it stands in.
pub fn look<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<(RealDetail, String)> {
    texts.into_iter().find_map(|text| {
        let words: Vec<&str> = text.split_whitespace().map(bare).filter(|word| !word.is_empty()).listed();
        let email = words.iter().find(|word| is_email(word)).map(|word| (RealDetail::Email, (*word).to_owned()));
        email.or_else(|| telephone(&words)).or_else(|| postcode(&words))
    })
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '+')
}

fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(who, place)| !who.is_empty() && place.contains('.'))
}

/// Ten digits or more in words that stand beside each other, the first of them with 0 or + in front.
fn telephone(words: &[&str]) -> Option<(RealDetail, String)> {
    let is_part =
        |word: &str| !word.is_empty() && word.chars().all(|sign| sign.is_ascii_digit() || "+-().".contains(sign));
    let starts = |word: &str| is_part(word) && word.starts_with(['0', '+']);
    (0..words.len()).filter(|start| starts(words[*start])).find_map(|start| {
        let run: Vec<&str> = words[start..].iter().copied().take_while(|word| is_part(word)).listed();
        let digits = run.iter().flat_map(|word| word.chars()).filter(char::is_ascii_digit).count();
        (10..=15).contains(&digits).then(|| (RealDetail::Telephone, run.join(" ")))
    })
}

/// The outward and the inward half, together or apart: `AB1 2CD`, `A12BC`.
fn postcode(words: &[&str]) -> Option<(RealDetail, String)> {
    let found = |word: String| (RealDetail::Postcode, word);
    let together = words.iter().find(|word| {
        word.is_ascii() && word.len() >= 5 && {
            let (outward, inward) = word.split_at(word.len() - 3);
            is_outward(outward) && is_inward(inward)
        }
    });
    let apart = || words.windows(2).find(|pair| is_outward(pair[0]) && is_inward(pair[1]));
    together.map(|word| found((*word).to_owned())).or_else(|| apart().map(|pair| found(pair.join(" "))))
}

fn is_inward(word: &str) -> bool {
    // As people write "first", and as nobody writes a postcode.
    if ["1st", "2nd", "3rd"].contains(&word) {
        return false;
    }
    let letters = word.as_bytes();
    letters.len() == 3 && letters[0].is_ascii_digit() && letters[1..].iter().all(u8::is_ascii_alphabetic)
}

/// One or two letters, a digit, and at most one digit or letter more.
fn is_outward(word: &str) -> bool {
    let letters = word.as_bytes();
    let area = letters.iter().take_while(|letter| letter.is_ascii_alphabetic()).count();
    let rest = &letters[area.min(letters.len())..];
    (1..=2).contains(&area)
        && (1..=2).contains(&rest.len())
        && rest[0].is_ascii_digit()
        && rest[1..].iter().all(u8::is_ascii_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_find_a_person_is_seen() {
        for (text, found) in [
            ("She moved to AB12 3CD last week.", RealDetail::Postcode),
            ("(m1 1ae)", RealDetail::Postcode),
            ("flat at SW1A1AA,", RealDetail::Postcode),
            ("Ring 07700 900123 after six", RealDetail::Telephone),
            ("Ring +44 7700-900-123", RealDetail::Telephone),
            ("0113 496 0000", RealDetail::Telephone),
            ("write to person@example.org", RealDetail::Email),
        ] {
            assert_eq!(look([text]).map(|(found, _)| found), Some(found), "{text}");
        }
    }

    #[test]
    fn what_a_story_says_is_left_alone() {
        for text in [
            "On day 3 she rang 999.",
            "Room 12 at 10 pm, twice in 2 weeks; 0 marks, 3rd time.",
            "Person 1 has 14 yes; F1 2nd.",
            "They owe 1200 pounds since 2024 and 2025.",
        ] {
            assert_eq!(look([text]), None, "{text}");
        }
    }
}
