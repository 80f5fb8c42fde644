//! The answers to the service check: what a service lead says of each statement. Pure, and about no case.
//!
//! Lives here: the answers and what they come to. Not here: the statements (`content`), a sheet of them (`record`).

use waymark_case::Text;
use waymark_content::SERVICE_CHECK;

waymark_case::closed_set! {
    /// What is said of a statement.
    Stand { InPlace = "in-place", Partly = "partly", NotYet = "not-yet", NotForUs = "not-for-us" }
}

/// What is said of one statement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// How it stands.
    pub stand: Option<Stand>,
    /// Who, and by when.
    pub who: Text,
}

/// What is said of all statements, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceCheck(Vec<Said>);

impl Default for ServiceCheck {
    fn default() -> Self {
        Self(vec![Said::default(); SERVICE_CHECK.len()])
    }
}

/// How many statements of a group stand how; there is no sum over groups and no score.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By [`Stand`], in its order.
    pub by_stand: [usize; 4],
    /// Without an answer.
    pub open: usize,
}

impl ServiceCheck {
    /// What is said of the statement at a place.
    pub fn at(&self, place: usize) -> Option<&Said> {
        self.0.get(place)
    }
    /// The same, to be changed.
    pub fn at_mut(&mut self, place: usize) -> Option<&mut Said> {
        self.0.get_mut(place)
    }
    /// True when nothing was said of anything.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|said| *said == Said::default())
    }
    /// The counts of a group.
    pub fn counts(&self, group: usize) -> Counts {
        let mut counts = Counts::default();
        for (said, _) in self.0.iter().zip(SERVICE_CHECK).filter(|(_, statement)| statement.group == group) {
            match said.stand {
                Some(stand) => counts.by_stand[stand as usize] += 1,
                None => counts.open += 1,
            }
        }
        counts
    }
    /// The places of the statements that stand so.
    pub fn places(&self, stand: Stand) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().filter(move |(_, said)| said.stand == Some(stand)).map(|(place, _)| place)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use waymark_case::vocabulary::Vocabulary;

    #[test]
    fn every_statement_is_counted_once_in_its_group() {
        let mut check = ServiceCheck::default();
        assert!(check.is_empty());
        for (place, stand) in (0..SERVICE_CHECK.len()).zip(Stand::ALL.iter().cycle()) {
            check.at_mut(place).unwrap().stand = Some(*stand);
        }
        check.at_mut(0).unwrap().stand = None;
        let all: Vec<_> = (0..10).map(|group| check.counts(group)).collect();
        let sum: usize = all.iter().map(|counts| counts.open + counts.by_stand.iter().sum::<usize>()).sum();
        assert_eq!((sum, all[0].open), (84, 1));
        let not_yet: usize = all.iter().map(|counts| counts.by_stand[Stand::NotYet.index()]).sum();
        assert_eq!(check.places(Stand::NotYet).count(), not_yet);
    }

    #[test]
    fn the_ids_are_those_of_the_checklist() {
        let mut ids: Vec<_> = SERVICE_CHECK.iter().map(|statement| statement.id).collect();
        ids.sort_unstable();
        assert_eq!(ids, (1..=84).map(|n| format!("O-{n:02}")).collect::<Vec<_>>());
        assert_eq!(SERVICE_CHECK.iter().filter(|statement| statement.key).count(), 9);
        assert!(SERVICE_CHECK.is_sorted_by_key(|statement| statement.group));
    }
}
