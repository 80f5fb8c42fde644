//! What is said of two people, with the accounts kept apart: who says what, who says that it is the other way round, and
//! what was seen. A complaint about the other is never worded as something its teller does.
//!
//! Lives here: one answer as a sentence, for the page and for what is handed on. Not here: what counts (`engine`).

use super::people::People;
use waymark_case::IndicatorAnswer;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{IndicatorId, Person, Source, Vocabulary, Who};
use waymark_content::words::{Words, capital, fill};

/// The sources of an answer that speak for it: all but the account of a person who says that it is the other way round.
pub fn for_it(answer: &IndicatorAnswer) -> impl Iterator<Item = Source> {
    let against = answer.person().filter(|_| answer.contested).map(Person::account);
    answer.sources.iter().filter(move |source| Some(*source) != against)
}

/// An answer as sentences, without the first capital and the last full stop; `None` when it says nothing.
///
/// `called` is what the two are called. What is said of both by the two alone reads "each says it of
/// the other"; what one of the two disputes names each account, and what was seen, by itself.
pub fn sentence(id: IndicatorId, answer: &IndicatorAnswer, words: &Words, called: &People) -> Option<String> {
    let about = words.indicator(id);
    let People { one, two } = *called;
    let say = |key: &str, who: &str, sentence: &str| {
        fill(words.text(&["account.", key].concat()), &[("who", who), ("sentence", sentence)])
    };
    let (user, harmed, person) = match answer.who() {
        Who::One => (one, two, Person::One),
        Who::Two => (two, one, Person::Two),
        Who::None => return Some(about.echo_none.to_owned()),
        Who::Both if answer.is_independent() => return Some(about.echo_both.to_owned()),
        Who::Both => {
            let says = |person: Person| answer.sources.has(person.account());
            return Some(match (says(Person::One), says(Person::Two)) {
                (true, true) => say("each", "", ""),
                (true, false) => say("one-of-both", one, ""),
                (false, true) => say("one-of-both", two, ""),
                (false, false) => say("passed-on-of-both", "", ""),
            });
        }
        Who::NotKnown | Who::NotAsked => return None,
    };
    let plain = called.about(about.echo, person);
    if !answer.contested {
        return Some(plain);
    }
    let seen = answer.sources.iter().filter(|source| !source.is_account());
    let mut accounts: Vec<String> = seen.map(|source| say(source.text(), "", &plain)).listed();
    let other_way = capital(&say("other-way", user, ""));
    if answer.sources.has(person.other().account()) {
        accounts.splice(..0, [say("says", harmed, &plain), other_way]);
    } else if accounts.is_empty() {
        accounts.extend([say("passed-on", "", &plain), other_way]);
    } else {
        accounts.push(other_way);
    }
    Some(accounts.join(". "))
}

/// The same as a statement of its own, with its capital: where the accounts do not name the matter, its name comes first.
pub fn stated(id: IndicatorId, answer: &IndicatorAnswer, words: &Words, called: &People) -> Option<String> {
    let sentence = sentence(id, answer, words, called)?;
    let named = answer.who() == Who::Both && !answer.is_independent();
    Some(if named { [words.indicator(id).name, ": ", &sentence].concat() } else { capital(&sentence) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_content::EN;

    fn answer(who: Who, sources: &[Source], contested: bool) -> IndicatorAnswer {
        IndicatorAnswer { who: Some(who), sources: sources.iter().copied().collect(), contested, ..Default::default() }
    }

    fn read(answer: &IndicatorAnswer) -> String {
        stated(IndicatorId::K1, answer, &EN, &People { one: "she", two: "he" }).unwrap_or_default()
    }

    #[test]
    fn accounts_stay_apart() {
        use Source::{Observed, One, Two};
        assert_eq!(read(&answer(Who::Two, &[One], false)), "He sets rules for she and checks on them");
        let disputed = read(&answer(Who::Two, &[One, Two, Observed], true));
        let parts: Vec<&str> = disputed.split(". ").collect();
        assert_eq!(parts[0], "She says: he sets rules for she and checks on them");
        assert_eq!(parts[1], "He says it is the other way round");
        assert_eq!(parts[2], "Staff saw or heard: he sets rules for she and checks on them");
        assert_eq!(parts.len(), 3);
        assert!(read(&answer(Who::Two, &[], true)).starts_with("Passed on only: he sets"));
    }

    #[test]
    fn what_two_people_say_of_each_other_is_never_said_of_both() {
        use Source::{Observed, One, Two};
        let both = |sources: &[Source]| read(&answer(Who::Both, sources, false));
        for sources in [&[][..], &[One], &[Two], &[One, Two]] {
            assert!(!both(sources).contains("each sets rules"), "{}", both(sources));
        }
        assert!(both(&[One, Two]).ends_with(": each says it of the other"));
        assert_eq!(both(&[One, Two, Observed]), "Each sets rules for the other and checks on them");
        assert_eq!(
            stated(IndicatorId::K1, &answer(Who::NotKnown, &[One], false), &EN, &People { one: "she", two: "he" }),
            None
        );
    }

    #[test]
    fn a_dispute_is_no_source_for_what_it_disputes() {
        use Source::{One, Two};
        assert_eq!(for_it(&answer(Who::Two, &[One, Two], true)).collect::<Vec<_>>(), [One]);
        assert_eq!(for_it(&answer(Who::Two, &[One, Two], false)).collect::<Vec<_>>(), [One, Two]);
    }
}
