//! The plan while the rows are applied: what is shown, withheld and warned of so far.

use crate::evaluate::Trail;
use std::borrow::Cow;
use waymark_case::Sorted;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_content::*;

/// A pathway while the rows are read: the lowest priority number and the firmest stance win, all reasons stay.
pub(super) struct Building {
    pub(super) priority: u8,
    pub(super) stance: Stance,
    pub(super) triggers: Vec<&'static str>,
    pub(super) trail: Trail,
    pub(super) rules: Vec<Cow<'static, str>>,
}

/// Everything the rows have put down so far.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) shown: Sorted<PathwayId, Building>,
    pub(super) withheld: Sorted<PathwayId, (WhyWithheld, Trail)>,
    pub(super) cautions: Sorted<CautionId, (Trail, Vec<Cow<'static, str>>)>,
    /// In any order, and one may stand here twice.
    pub(super) gates: Vec<Gate>,
}

impl Draft {
    pub(super) fn show(&mut self, id: PathwayId, priority: u8, stance: Stance, row: Option<&Row>, trail: &Trail) {
        let building = self.shown.entry(id, || Building {
            priority,
            stance,
            triggers: Vec::new(),
            trail: trail.clone(),
            rules: pathway(id).rules.iter().map(|rule| Cow::Borrowed(*rule)).listed(),
        });
        building.priority = building.priority.min(priority);
        building.stance = building.stance.min(stance);
        building.trail.note_all(trail);
        if let Some(row) = row {
            if !building.triggers.contains(&row.id) {
                building.triggers.push(row.id);
            }
            for rule in row.rules {
                add(&mut building.rules, Cow::Borrowed(*rule));
            }
        }
    }

    pub(super) fn withhold(&mut self, id: PathwayId, why: WhyWithheld, trail: &Trail) {
        let place = self.withheld.entry(id, || (why, trail.clone()));
        if why < place.0 {
            *place = (why, trail.clone());
        }
    }

    pub(super) fn caution(&mut self, id: CautionId, trail: &Trail) {
        self.caution_resting_on(id, trail, &[]);
    }

    pub(super) fn caution_resting_on(&mut self, id: CautionId, trail: &Trail, rules: &[Cow<'static, str>]) {
        let (facts, own) = self.cautions.entry(id, Default::default);
        facts.note_all(trail);
        for rule in rules {
            add(own, rule.clone());
        }
    }
}

pub(super) fn add(rules: &mut Vec<Cow<'static, str>>, rule: Cow<'static, str>) {
    if !rule.is_empty() && !rules.contains(&rule) {
        rules.push(rule);
    }
}
