//! Writes the profiles.

use crate::placed::Placed;
use crate::policy::{Deadline, PROFILES, Policy, Value};
use crate::reading::Outcome;
use crate::sources::Sources;
use std::fmt::{Debug, Write as _};
use std::path::Path;
use waymark_case::vocabulary::Vocabulary;
use waymark_catalogue::{SECTOR, Term};

/// The table of profiles.
pub fn profiles(content: &Path, sources: &Sources, placed: &[Placed], out: &mut String) -> Outcome<()> {
    out.push_str("pub static PROFILES: &[Profile] = &[\n");
    for id in PROFILES {
        let file = format!("profiles/{id}.toml");
        let policy = Policy::read(content, id)?;
        let cited = |rule: &str| sources.check(&file, rule).map(|()| format!("Name::Borrowed({rule:?})"));
        let rule = |rule: &str| if rule.is_empty() { Ok("Name::Borrowed(\"\")".to_owned()) } else { cited(rule) };
        let rule_list = |rules: &[String]| -> Outcome<String> {
            let rules: Vec<String> = rules.iter().map(|rule| cited(rule)).collect::<Outcome<_>>()?;
            Ok(format!("List::Borrowed(&[{}])", rules.join(", ")))
        };
        let consent = policy.consent.iter();
        let consent: Vec<_> = consent.map(|(id, rule)| format!("(PathwayId::{id:?}, ConsentRule::{rule:?})")).collect();
        let own = placed.iter().flat_map(|rule| rule.pathways_under(id).map(move |about| (about, rule.id())));
        let rules: Vec<_> =
            own.map(|(about, rule)| format!("(PathwayId::{about:?}, Name::Borrowed({rule:?}))")).collect();
        let mut deadlines = Vec::new();
        for Deadline { pathways, due, rule } in &policy.deadline {
            deadlines.push(format!(
                "Deadline {{ pathways: {}, within: Within::Named(Due::{due:?}), rule: {} }}",
                members(pathways, "PathwayId"),
                cited(rule)?
            ));
        }
        let inferred: Vec<String> =
            policy.inferred.iter().map(|name| format!("Name::Borrowed({:?})", name.text())).collect();
        let _ = writeln!(
            out,
            "Profile {{ id: Name::Borrowed({id:?}), status: Status::{:?}, review_rule: {}, nations: {}, nation_rule: {}, \
             count: {:?}, count_rule: {}, completers: {}, completer_rules: {}, handoff_to: {}, referrers: {}, \
             referrer_rules: {}, reuse_other_dash: {}, contact: ContactMode::{:?}, contact_rules: {}, programmes_for_all_rule: {}, police_always: {}, \
             inferred: List::Borrowed(&[{}]), consent: List::Borrowed(&[{}]), rules: List::Borrowed(&[{}]), \
             deadlines: List::Borrowed(&[{}]), own_words: crate::own_words::OwnWords([{}]), services: List::Borrowed(&[]) }},",
            policy.status,
            rule(&policy.review_rule)?,
            members(&policy.nations, "Nation"),
            rule(&policy.nation_rule)?,
            policy.count,
            rule(&policy.count_rule)?,
            members(&policy.completers, "WorkerRole"),
            rule_list(&policy.completer_rules)?,
            members(&policy.handoff_to, "WorkerRole"),
            members(&policy.referrers, "WorkerRole"),
            rule_list(&policy.referrer_rules)?,
            policy.reuse_other_dash,
            policy.contact,
            rule_list(&policy.contact_rules)?,
            rule(&policy.programmes_for_all_rule)?,
            policy.police_always,
            inferred.join(", "),
            consent.join(", "),
            rules.join(", "),
            deadlines.join(", "),
            own_words(&policy)
        );
    }
    out.push_str("];\n");
    Ok(())
}

/// The words that a policy has of its own, or the sector's.
fn own_words(policy: &Policy) -> String {
    let words = Term::ALL.iter().zip(SECTOR).map(|(term, sector)| {
        let own = policy.says.get(&["terms.", term.text()].concat()).map(|saying| &saying.is);
        let word = if let Some(Value::Text(own)) = own { own } else { sector };
        format!("Name::Borrowed({word:?})")
    });
    words.collect::<Vec<_>>().join(", ")
}

fn members<V: Debug>(members: &[V], kind: &str) -> String {
    let members: Vec<String> = members.iter().map(|member| format!("{kind}::{member:?}")).collect();
    format!("List::Borrowed(&[{}])", members.join(", "))
}
