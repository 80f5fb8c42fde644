//! The check of a patch against the schema of a profile: nothing else may stand in it.

use super::error::AreaError;
use super::json::one_of;
use super::patch::{Fields, Patch, Value};
use super::schema::{self, against_the_floor, below, is_silent, knows};
use super::text::{WORD, is_word};
use waymark_case::order::sort_by_key;
use waymark_case::value::{BOOLS, Kind};
use waymark_content::rules;

/// Checks every value of a patch.
///
/// # Errors
/// [`AreaError::Wrong`] at the first that the schema does not know or that cannot stand there.
pub(crate) fn checked(patch: &Patch) -> Result<(), AreaError> {
    check_fields("", patch.fields()).map_err(|(path, allowed)| {
        let dot = if path.is_empty() { "" } else { "." };
        AreaError::Wrong { path: ["profile_patch", dot, &path].concat(), allowed }
    })
}

/// A path, and what is allowed there.
type Wrong = (String, String);

fn check_fields(path: &str, fields: &Fields) -> Result<(), Wrong> {
    let dot = if path.is_empty() { "" } else { "." };
    for (name, value) in fields {
        let at = [path, dot, name].concat();
        match (schema::known().iter().find(|(known, _)| *known == at), value) {
            (Some((_, kind)), value) => check_value(&at, kind, value)?,
            (None, _) if !knows(&at) => {
                let names = schema::known().iter().filter_map(|(known, _)| below(known, path)?.split('.').next());
                let mut names = Vec::from_iter(names);
                sort_by_key(&mut names, |name| *name);
                names.dedup();
                return Err((path.to_owned(), one_of(&names)));
            }
            (None, Value::Map(inner)) => check_fields(&at, inner)?,
            (None, Value::Null) => {}
            (None, _) => return Err((at, "expected an object".to_owned())),
        }
    }
    Ok(())
}

fn check_value(at: &str, kind: &[&'static str], value: &Value) -> Result<(), Wrong> {
    let many = matches!(kind, ["any" | "texts" | "rules", ..]);
    match value {
        Value::List(entries) if many => {
            let mut entries = entries.iter().enumerate();
            entries.try_for_each(|(place, entry)| {
                allowed(at, kind, entry).map_or(Ok(()), |allowed| Err((format!("{at}[{place}]"), allowed)))
            })
        }
        value => allowed(at, kind, value).map_or(Ok(()), |allowed| Err((at.to_owned(), allowed))),
    }
}

/// What is allowed at a path where a plain value is not; nothing where it is.
fn allowed(at: &str, kind: &[&'static str], value: &Value) -> Option<String> {
    let shown = value.shown();
    let text = shown.as_deref().unwrap_or_default();
    // What goes against the floor is shown as that, whatever else it is.
    let code = |codes: &[&str]| codes.contains(&text) || against_the_floor(at, text).is_some();
    let (fits, allowed) = match (kind, value) {
        (_, Value::Null) => (true, String::new()),
        (["flag"], value) => (matches!(value, Value::Bool(_)), format!("expected {}", Kind::One(BOOLS))),
        (["number", bounds @ ..], value) => {
            let [least, most] = [0, 1].map(|place| bounds.get(place).and_then(|bound| bound.parse().ok()).unwrap_or(0));
            let fits = matches!(value, Value::Whole(number) if (i64::from(least)..=i64::from(most)).contains(number));
            (fits, format!("expected {}", Kind::Number(least, most)))
        }
        (["rules"], value) => {
            let known = matches!(value, Value::Text(id) if rules().iter().any(|rule| rule.id == id));
            (known, "expected the id of a rule".to_owned())
        }
        (["one" | "any", codes @ ..], value) => {
            (matches!(value, Value::Text(_) | Value::Bool(_)) && (is_silent(text) || code(codes)), one_of(codes))
        }
        (["word"], value) => (matches!(value, Value::Text(_)) && is_word(at, text), WORD.to_owned()),
        (_, value) => (matches!(value, Value::Text(_)), "expected a text".to_owned()),
    };
    (!fits).then_some(allowed)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::tests::{read, refused};

    #[test]
    fn a_value_that_no_profile_has_is_refused_with_its_path_and_what_is_allowed() {
        for (patch, path, allowed) in [
            (r#"{"evil":{"x":1}}"#, "profile_patch", "expected one of: caseOwnership, culture, dash, definition, "),
            (r#"{"marac":{"evil":1}}"#, "profile_patch.marac", "expected one of: actionsOwned, area, "),
            (
                r#"{"housing":{"managementMove":{"x":1}}}"#,
                "profile_patch.housing.managementMove",
                "expected one of: escalateTo, ",
            ),
            (r#"{"marac":14}"#, "profile_patch.marac", "expected an object"),
            (r#"{"marac":{"ticks":25}}"#, "profile_patch.marac.ticks", "expected a whole number from 1 to 24"),
            (r#"{"marac":{"ticks":"14"}}"#, "profile_patch.marac.ticks", "expected a whole number from 1 to 24"),
            (r#"{"marac":{"ticks":1.5}}"#, "profile_patch.marac.ticks", "expected a plain value, a list or an object"),
            (r#"{"marac":{"ticks":[14]}}"#, "profile_patch.marac.ticks", "expected a whole number from 1 to 24"),
            (r#"{"marac":{"ticks":{"x":1}}}"#, "profile_patch.marac.ticks", "expected a whole number from 1 to 24"),
            (
                r#"{"marac":{"professionalJudgement":"no"}}"#,
                "profile_patch.marac.professionalJudgement",
                "expected a boolean",
            ),
            (r#"{"marac":{"obligation":"never"}}"#, "profile_patch.marac.obligation", "expected one of: must, "),
            (r#"{"dash":{"required":"never"}}"#, "profile_patch.dash.required", "expected one of: on_report, "),
            (
                r#"{"dash":{"completers":["champion","anyone"]}}"#,
                "profile_patch.dash.completers[1]",
                "expected one of: all_trained, ",
            ),
            (r#"{"dash":{"completers":{"x":1}}}"#, "profile_patch.dash.completers", "expected one of: all_trained, "),
            (
                r#"{"identify":{"genderedLens":"always_the_man"}}"#,
                "profile_patch.identify.genderedLens",
                "expected one of: use_with_exceptions",
            ),
            (
                r#"{"identify":{"cautions":["D-12","X-1"]}}"#,
                "profile_patch.identify.cautions[1]",
                "expected the id of a rule",
            ),
            (
                r#"{"perpetrator":{"confrontation":1}}"#,
                "profile_patch.perpetrator.confrontation",
                "expected one of: never",
            ),
            (r#"{"terms":{"home":1}}"#, "profile_patch.terms.home", "expected a word or a few"),
            (r#"{"terms":{"home":""}}"#, "profile_patch.terms.home", "expected a word or a few"),
            (r#"{"terms":{"survivor":"alleged victim"}}"#, "profile_patch.terms.survivor", "expected a word or a few"),
            (r#"{"evil":{"ticks":1.5}}"#, "profile_patch", "expected a plain value, a list or an object"),
        ] {
            let (at, is) = refused(&format!(r#""profile_patch":{patch}"#));
            assert_eq!(at, path, "{patch}");
            assert!(is.starts_with(allowed), "{patch}: {is}");
        }
    }

    #[test]
    fn what_a_document_may_say_may_stand_in_a_patch() {
        for patch in [
            r#"{"security":null,"marac":{"ticks":null,"obligation":"must"},"caseOwnership":{"separateWorkers":"not_stated"}}"#,
            r#"{"dash":{"completers":["all_trained"],"handoffTo":"champion","reuseExternal":{"allowed":true,"unless":["new_incident"]}}}"#,
            r#"{"reporting":{"channels":"any"},"governance":{"champions":true},"identify":{"cautions":["D-12","D-30"]}}"#,
            r#"{"equality":{"characteristics":["age"]},"terms":{"person_housed":"customer"}}"#,
        ] {
            let area = read(&format!(r#"{{"format":"waymark-settings/1","profile_patch":{patch}}}"#)).unwrap();
            assert_eq!(area.profile_patch.against_the_floor().count(), 0, "{patch}");
            assert_eq!(read(&area.json()), Ok(area));
        }
    }

    #[test]
    fn whatever_goes_against_the_safety_floor_is_taken_in_and_named_with_its_rule() {
        for (patch, rule) in [
            (r#"{"perpetrator":{"confrontation":"when_calm"}}"#, "C1.3.2"),
            (r#"{"perpetrator":{"programmes":{"offer":"anger_management"}}}"#, "C1.3.3"),
            (r#"{"housing":{"coupleTogether":"couples_counselling"}}"#, "C1.3.3"),
            (r#"{"survivorLed":{"languageSupport":["family_member"]}}"#, "C1.3.2"),
            (r#"{"survivorLed":{"gateQuestion":false}}"#, "C1.3.4"),
            (r#"{"informationSharing":{"consentRules":{"police":"consent_required"}}}"#, "C1.3.4"),
            (r#"{"safeguarding":{"children":{"threshold":"significant_harm"}}}"#, "C1.3.6"),
            (r#"{"safeguarding":{"immediate":false}}"#, "C1.3.6"),
            (r#"{"marac":{"partialInformationOk":false}}"#, "C1.3.5"),
        ] {
            let area = read(&format!(r#"{{"format":"waymark-settings/1","profile_patch":{patch}}}"#)).unwrap();
            let found: Vec<_> = area.profile_patch.against_the_floor().map(|(_, rule)| rule).collect();
            assert_eq!(found, [rule], "{patch}");
        }
    }
}
