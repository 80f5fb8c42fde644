//! "Heard alone" names the person the answers show as harmed; it falls when the result names the other one.
//!
//! A case keeps the tick and not whom it was about, so whoever holds the case remembers that and asks after each change.

use waymark_case::Case;
use waymark_case::vocabulary::Person;

/// What becomes of "heard alone" after a change of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardAlone {
    /// It stays as it is. With it, the person using power in the result it was ticked under, to be remembered.
    Stays(Option<Person>),
    /// It was about the other person: the tick is to be taken out of the case.
    Falls,
}

/// Says whether the tick of `case` still holds. `about` is what [`HeardAlone::Stays`] said after the change before, and
/// `person` gives the person using power by the result now; it is asked only where the answer depends on it.
pub fn heard_alone(case: &Case, about: Option<Person>, person: impl FnOnce() -> Option<Person>) -> HeardAlone {
    if !case.identify.flags.harmed_voice {
        return HeardAlone::Stays(None);
    }
    match (about, person()) {
        (about, None) => HeardAlone::Stays(about),
        (Some(about), Some(now)) if about != now => HeardAlone::Falls,
        (_, now) => HeardAlone::Stays(now),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticked() -> Case {
        let mut case = Case::default();
        case.identify.flags.harmed_voice = true;
        case
    }

    #[test]
    fn it_falls_when_the_result_names_the_other_person() {
        assert_eq!(heard_alone(&ticked(), Some(Person::One), || Some(Person::Two)), HeardAlone::Falls);
    }

    #[test]
    fn it_stays_under_the_same_person_and_while_none_is_named() {
        let stays = HeardAlone::Stays(Some(Person::One));
        assert_eq!(heard_alone(&ticked(), None, || Some(Person::One)), stays);
        assert_eq!(heard_alone(&ticked(), Some(Person::One), || Some(Person::One)), stays);
        assert_eq!(heard_alone(&ticked(), Some(Person::One), || None), stays);
    }

    #[test]
    fn without_a_tick_nobody_is_remembered() {
        assert_eq!(heard_alone(&Case::default(), Some(Person::One), || Some(Person::Two)), HeardAlone::Stays(None));
    }
}
