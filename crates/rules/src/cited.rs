//! What a rule rests on, by its id: the title of a source, the line of a policy's rule, the clause of the safety floor.

use waymark_content::words::{Words, fill};
use waymark_content::{RULES, SOURCES};

/// The title of a rule or source; empty for an id that is not one.
pub fn title(id: &str, words: &Words) -> String {
    let say = &words.pages.rules;
    if id == "profile" {
        return say.policy_rule.to_owned();
    }
    match words.text(&["floor.", id].concat()) {
        "" => {}
        floor => return fill(say.own_floor, &[("text", floor)]),
    }
    if let Some(source) = SOURCES.iter().find(|source| source.id == id) {
        return source.title.to_owned();
    }
    RULES.iter().find(|rule| rule.id == id).map_or_else(String::new, |rule| rule.line.to_owned())
}
