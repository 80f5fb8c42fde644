//! Whom to ring for a step at night: services whose number is known, in the nation of the home.
//!
//! Lives here: which service belongs to which step. Not here: the numbers (`content/helplines.toml`).

use waymark_case::listed::Listed;
use waymark_case::vocabulary::{Nation, PathwayId, Vocabulary};
use waymark_content::Helpline;
use waymark_content::words::{Words, fill};

/// The helplines for anybody harmed in each nation, open at any hour.
const ANY_HOUR: &[&str] = &[
    "national-domestic-abuse-helpline",
    "live-fear-free",
    "scotland-domestic-abuse-forced-marriage",
    "domestic-sexual-abuse-helpline-ni",
];
/// The services of a step. Where its own line names the number, as of 999 and 101, it needs none.
const SERVICES: [(PathwayId, &[&str]); 14] = [
    (PathwayId::Idva, ANY_HOUR),
    (PathwayId::Refuge, ANY_HOUR),
    (PathwayId::SafetyPlan, ANY_HOUR),
    (PathwayId::HonourBasedAbuse, &["karma-nirvana"]),
    (PathwayId::ForcedMarriage, &["forced-marriage-unit", "karma-nirvana"]),
    (PathwayId::SuicideAndCrisis, &["samaritans"]),
    (
        PathwayId::SexualViolence,
        &["rape-sexual-abuse-support-line", "rape-crisis-scotland", "domestic-sexual-abuse-helpline-ni"],
    ),
    (PathwayId::StalkingOrder, &["national-stalking-helpline"]),
    (PathwayId::ChildProtection, &["nspcc"]),
    (PathwayId::ModernSlavery, &["modern-slavery-helpline"]),
    (PathwayId::Homelessness, &["shelter-england", "housing-rights-ni"]),
    (PathwayId::MoneyAndDebt, &["financial-support-line"]),
    (PathwayId::ByAndFor, &["galop"]),
    (PathwayId::PerpetratorProgramme, &["respect-phoneline"]),
];

fn services(id: PathwayId, words: &Words) -> impl Iterator<Item = &'static Helpline> + use<> {
    let own = ids(id);
    words.helplines.iter().filter(move |line| own.contains(&line.id) && line.is_listed())
}

fn ids(id: PathwayId) -> &'static [&'static str] {
    SERVICES.iter().find(|(known, _)| *known == id).map_or(&[], |(_, ids)| *ids)
}

fn told(line: &Helpline, name: &str, words: &Words) -> String {
    let hours = if line.hours.is_empty() { String::new() } else { [" (", line.hours, ")"].concat() };
    fill(words.steps().pages.tonight_result.number, &[("name", name), ("number", line.number)]) + &hours
}

/// True when a line serves every nation.
fn is_everywhere(line: &Helpline) -> bool {
    line.nations.len() == Nation::ALL.len()
}

/// The numbers of a step in words, each with its hours where they are known; none where none is known. While the nation
/// is not known, those of each nation stand under its name. `beside` are the steps on the same page: the helpline of any
/// hour stands once, with the first of them that has it.
pub fn numbers(id: PathwayId, beside: &[PathwayId], nation: Option<Nation>, words: &Words) -> Vec<String> {
    let first = beside.iter().copied().find(|other| ids(*other) == ids(id));
    if first.is_some_and(|first| first != id) {
        return Vec::new();
    }
    let here = |line: &&Helpline| nation.is_none_or(|nation| line.nations.contains(&nation));
    let name = |line: &Helpline| {
        let place = line.nations.first().filter(|_| nation.is_none() && !is_everywhere(line));
        place.map_or(line.name, |place| words.text(&["nation.", place.text()].concat()))
    };
    services(id, words).filter(here).map(|line| told(line, name(line), words)).listed()
}

/// The services of a step; while the nation is not known, those that serve all of them.
pub fn lines_here(id: PathwayId, nation: Option<Nation>, words: &Words) -> impl Iterator<Item = &'static Helpline> {
    services(id, words)
        .filter(move |line| nation.map_or_else(|| is_everywhere(line), |nation| line.nations.contains(&nation)))
}

/// True when whom to ring, or the law, hangs on the nation.
pub fn needs_nation(id: PathwayId, words: &Words) -> bool {
    id == PathwayId::SuicideAndCrisis
        || !words.pathway(id).nations.is_empty()
        || services(id, words).any(|line| !is_everywhere(line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use PathwayId::{Idva, SafetyPlan};
    use waymark_content::EN;

    #[test]
    fn the_helpline_of_the_nation_stands_once() {
        let at = |id, nation| numbers(id, &[Idva, SafetyPlan], nation, &EN);
        assert_eq!(at(Idva, Some(Nation::England)).len(), 1);
        assert!(at(Idva, Some(Nation::England))[0].ends_with("0808 2000 247 (24 hours)"));
        assert!(at(Idva, None).iter().any(|line| line.starts_with("Scotland: 0800 027 1234")));
        assert_eq!((at(Idva, None).len(), at(SafetyPlan, None).len()), (4, 0));
        assert_eq!(numbers(SafetyPlan, &[SafetyPlan], None, &EN).len(), 4);
        let here = |id, nation| lines_here(id, nation, &EN).map(|line| line.name).collect::<Vec<_>>();
        assert!(here(Idva, None).is_empty() && needs_nation(Idva, &EN));
        assert_eq!(here(Idva, Some(Nation::Wales)), ["Live Fear Free"]);
        assert_eq!(here(PathwayId::ForcedMarriage, None).len(), 2);
    }
}
