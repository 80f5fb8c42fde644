//! What an answer can change: why a question of `ask_next` is worth asking.

use super::tonight_result::life_first;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::value::Kind;
use waymark_case::vocabulary::PathwayId;
use waymark_case::{Case, ContextField, Input};
use waymark_content::Stance;
use waymark_engine::Assessment;

/// The text of the value that says nothing.
const UNKNOWN: &str = "unknown";

/// The pathways of priority 0 or 1 that some answer to this question adds, takes away or puts differently; what saves a life
/// first. `assess` works out a case under the profiles in use.
pub fn would_change(field: ContextField, case: &Case, assess: impl Fn(&Case) -> Assessment) -> Vec<PathwayId> {
    let now = pressing(&assess(case));
    let (Kind::One(values) | Kind::Any(values)) = field.kind() else { return Vec::new() };
    let mut changed = Vec::new();
    for value in values.iter().filter(|value| **value != UNKNOWN) {
        let mut other = case.clone();
        // A value of the field's own table is always one that it holds.
        let _ = other.put(Input::Context(field), Some(value));
        let then = pressing(&assess(&other));
        let differs = |one: &&(PathwayId, u8, Stance)| now.contains(one) != then.contains(one);
        changed.extend(now.iter().chain(&then).filter(differs).map(|(id, ..)| *id));
    }
    sort_by_key(&mut changed, |id| (life_first(*id), *id));
    changed.dedup();
    changed
}

fn pressing(assessment: &Assessment) -> Vec<(PathwayId, u8, Stance)> {
    let pressing = assessment.pathways.iter().filter(|shown| shown.priority <= 1);
    pressing.map(|shown| (shown.id, shown.priority, shown.stance)).listed()
}
