//! What a policy or an area changes: each value, what it changes, and what the policies that ship say.

use crate::clause::Clause;
use crate::line::Line;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Input, SettingField};
use waymark_content::profile::List;
use waymark_content::words::{Words, fill};
use waymark_content::{ContactMode, PROFILES, Profile, profile::Name};
use waymark_engine::LocalValues;
use waymark_record::{role_names, within_in_words};

waymark_case::closed_set! {
    /// A value of a policy that the engine reads.
    PolicyValue {
        Count = "count", Completers = "completers", Referrers = "referrers", Reuse = "reuse", Contact = "contact",
        Police = "police", Consent = "consent", Deadline = "deadline",
    }
}

/// What a policy says of a value.
#[derive(Clone, Debug)]
pub struct Said {
    /// The steps it is about; empty where it is about none in particular.
    pub about: String,
    /// What it says.
    pub value: String,
    /// The rules of the policy that say so.
    pub rules: List<Name>,
    /// Read across from other rules rather than stated.
    pub inferred: bool,
}

impl PolicyValue {
    /// What it is called.
    pub fn label(self, words: &Words) -> &'static str {
        let say = &words.later().pages.settings;
        match self {
            Self::Count => say.differs_count,
            Self::Completers => say.differs_complete,
            Self::Referrers => say.differs_refer,
            Self::Reuse => say.differs_reuse,
            Self::Contact => say.differs_contact,
            Self::Police => say.differs_police,
            Self::Consent => say.differs_consent,
            Self::Deadline => say.differs_deadline,
        }
    }

    /// What a profile says of it where that differs from the sector default `usual`; nothing where it does not.
    pub fn said(self, profile: &Profile, usual: &Profile, words: &Words) -> Vec<Said> {
        let say = &words.later().pages.settings;
        let one = |value: String, rules: &List<Name>| {
            let inferred = profile.reads_across(self.text());
            vec![Said { about: String::new(), value, rules: rules.clone(), inferred }]
        };
        let none = List::Borrowed(&[]);
        match self {
            Self::Count => match profile.count.filter(|_| !profile.count_rule.is_empty()) {
                Some(count) => one(count.to_string(), &vec![profile.count_rule.clone()].into()),
                None => Vec::new(),
            },
            Self::Completers if profile.completers != usual.completers => {
                one(role_names(&profile.completers, words), &profile.completer_rules)
            }
            Self::Referrers if profile.referrers != usual.referrers => {
                one(role_names(&profile.referrers, words), &profile.referrer_rules)
            }
            Self::Reuse if profile.reuse_other_dash => one(say.differs_reuse_words.to_owned(), &none),
            Self::Contact if profile.contact != usual.contact => {
                let mode = say.contact.get(ContactMode::index(profile.contact)).copied().unwrap_or_default();
                one(mode.to_owned(), &profile.contact_rules)
            }
            Self::Police if profile.police_always => one(say.differs_police_words.to_owned(), &none),
            Self::Consent => {
                let said = |(pathway, consent): &(PathwayId, _)| Said {
                    about: words.pathway(*pathway).title.to_owned(),
                    value: words.text(&["consent.", Vocabulary::text(*consent)].concat()).to_owned(),
                    rules: none.clone(),
                    inferred: false,
                };
                profile.consent.iter().map(said).listed()
            }
            Self::Deadline => {
                let titles = |ids: &[PathwayId]| ids.iter().map(|id| words.pathway(*id).title).listed();
                // A limit without its duty would be read as one for the whole step: "first contact" is no safety plan.
                let about = |deadline: &waymark_content::profile::Deadline| {
                    let titles = titles(&deadline.pathways).join("; ");
                    match words.document(&profile.id).and_then(|document| document.duty(&deadline.rule)) {
                        Some(duty) => fill(words.later().pages.policy.duty_on, &[("duty", duty), ("titles", &titles)]),
                        None => titles,
                    }
                };
                let said = |deadline: &waymark_content::profile::Deadline| Said {
                    about: about(deadline),
                    value: within_in_words(deadline.within, words),
                    rules: vec![deadline.rule.clone()].into(),
                    inferred: false,
                };
                profile.deadlines.iter().map(said).listed()
            }
            Self::Completers | Self::Referrers | Self::Reuse | Self::Contact | Self::Police => Vec::new(),
        }
    }
}

const TABLE: &str = "logic_value";

/// A line for each value of a policy and each setting of an area.
pub(crate) fn values(words: &Words, lines: &mut Vec<Line>) {
    PolicyValue::ALL.iter().for_each(|value| lines.push(of_policies(*value, words)));
    SettingField::ALL.iter().for_each(|field| lines.push(setting(*field, words)));
}

fn of_policies(value: PolicyValue, words: &Words) -> Line {
    let mut line = Line::told(TABLE, value.text(), words);
    line.when = Clause::Says(value.label(words).to_owned());
    let Some(usual) = PROFILES.first() else { return line };
    for profile in PROFILES {
        let policy = words.question(Input::Profile).option(&profile.id);
        for said in value.said(profile, usual, words) {
            let what = if said.about.is_empty() { said.value } else { [&said.about, ": ", &said.value].concat() };
            line.follows.push(fill(words.later().pages.rules.by_policy, &[("policy", policy), ("what", &what)]));
            line.rest_on(&said.rules);
        }
    }
    line
}

fn setting(field: SettingField, words: &Words) -> Line {
    let question = words.question(Input::Setting(field));
    let usual = LocalValues::usual(field);
    let usual = match question.option(&usual) {
        "" if usual.is_empty() => words.later().pages.settings.usual_none,
        "" => &usual,
        option => option,
    };
    let code = field.path().rsplit('.').next().unwrap_or_default();
    let mut line = Line::told(TABLE, code, words);
    line.when = Clause::Says(question.ask.to_owned());
    line.follows.push(fill(words.later().pages.rules.usual, &[("value", usual)]));
    line
}
