//! The schema of a profile: which values there are, what each may hold, and what goes against the safety floor.
//!
//! The fields are content (`profiles/schema.toml`). Not here: the check of a patch against them (`check`), which of them the
//! engine acts on (`local`).

use std::sync::OnceLock;
use waymark_case::listed::Listed;
use waymark_content::english::is_there;
use waymark_content::{EN, Part};

/// A path with what it may hold: the kind, then its codes or bounds.
type Field = (String, Vec<&'static str>);

/// Each path with what it may hold; none before the words are there in which the schema stands.
pub(crate) fn known() -> &'static [Field] {
    static FIELDS: OnceLock<Vec<Field>> = OnceLock::new();
    if is_there(Part::Later) { FIELDS.get_or_init(read) } else { &[] }
}

fn read() -> Vec<Field> {
    let mut group = "";
    let field = |line: &&'static str| {
        let mut words = line.split(' ');
        let (before, name) = words.next()?.rsplit_once('.')?;
        group = if before.is_empty() { group } else { before };
        Some(([group, ".", name].concat(), words.listed()))
    };
    EN.later().schema.iter().filter_map(field).listed()
}

/// What would go against the safety floor: a path (or the start of one), the test of its value, the point of the floor.
type Against = (&'static str, fn(&str) -> bool, &'static str);

const AGAINST: [Against; 14] = [
    ("perpetrator.confrontation", |value| value != "never", "C1.3.2"),
    ("survivorLed.safeContactRequired", |value| value == "false", "C1.3.2"),
    ("survivorLed.languageSupport", uses_family, "C1.3.2"),
    ("survivorLed.gateQuestion", |value| value == "false", "C1.3.4"),
    ("survivorLed.actionSafetyCheck", |value| value == "false", "C1.3.4"),
    ("survivorLed.disengagementReview", |value| value == "false", "C1.3.5"),
    ("marac.professionalJudgement", |value| value == "false", "C1.3.5"),
    ("marac.partialInformationOk", |value| value == "false", "C1.3.5"),
    ("safeguarding.children.threshold", |value| value != "may_affect", "C1.3.6"),
    ("safeguarding.immediate", |value| value == "false", "C1.3.6"),
    // Nobody waits for agreement where a life or a child is in danger.
    ("informationSharing.consentRules.safeguarding", |value| value == "consent_required", "C1.3.6"),
    ("informationSharing.consentRules.police", |value| value == "consent_required", "C1.3.4"),
    ("perpetrator.", bars_couples_work, "C1.3.3"),
    ("housing.coupleTogether", bars_couples_work, "C1.3.3"),
];

fn bars_couples_work(value: &str) -> bool {
    ["mediation", "couple", "restorative", "anger"].iter().any(|word| value.contains(word))
}

fn uses_family(value: &str) -> bool {
    ["family", "relative", "partner", "friend"].iter().any(|word| value.contains(word))
}

/// The point of the safety floor that a value goes against, if there is one.
pub(crate) fn against_the_floor(path: &str, value: &str) -> Option<&'static str> {
    let (_, _, rule) = AGAINST.iter().find(|(at, goes_against, _)| {
        let here = if at.ends_with('.') { path.starts_with(at) } else { path == *at };
        here && !is_silent(value) && goes_against(value)
    })?;
    Some(rule)
}

/// True for how a profile writes that its document does not say.
pub(crate) fn is_silent(value: &str) -> bool {
    matches!(value, "null" | "not_stated")
}

/// True when the schema has values below these names, or at them.
pub(crate) fn knows(path: &str) -> bool {
    known().iter().any(|(known, _)| below(known, path).is_some())
}

/// What is left of a path below another; empty when they are the same.
pub(crate) fn below<'a>(known: &'a str, path: &str) -> Option<&'a str> {
    let rest = known.strip_prefix(path)?;
    if rest.is_empty() || path.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}
