//! Evaluates a condition and says which facts made it hold: one run that both decides and explains.

use super::assessment::*;
use super::dash::{Items, items};
use super::settings::LocalValues;
use std::borrow::Cow;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Context, ContextField};
use waymark_content::condition::{Clear, Condition, Fact, Values};
use waymark_content::{ContactMode, Profile, Status};

/// What the rules read: the case, the profile, and what was worked out before them.
pub struct Facts<'a> {
    /// The case.
    pub case: &'a Case,
    /// The situation.
    pub context: &'a Context,
    /// Of each field of the situation, its value or members as bits.
    pub members: [u32; ContextField::ALL.len()],
    /// Of each answer of the Dash, the items that have it.
    items: Items,
    /// What was worked out and holds, as bits: hundreds of conditions ask for it.
    known: u32,
    /// The profile in use.
    pub profile: &'a Profile,
    /// The local values in force.
    pub local: LocalValues,
    /// The identification.
    pub identify: &'a Identification,
    /// The Dash.
    pub dash: &'a DashResult,
}

/// The facts that made something hold, each once.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    /// The facts.
    pub facts: Vec<Because>,
    deaf: bool,
}

impl Trail {
    /// A trail of these facts.
    pub fn of(facts: Vec<Because>) -> Self {
        Self { facts, deaf: false }
    }
    /// A trail that notes nothing, for a condition whose reasons nobody asks for.
    pub fn deaf() -> Self {
        Self { facts: Vec::new(), deaf: true }
    }
    /// Notes a fact.
    pub fn note(&mut self, fact: &'static str, value: impl Into<Cow<'static, str>>) {
        if self.deaf {
            return;
        }
        let because = Because { fact, value: value.into() };
        if !self.facts.contains(&because) {
            self.facts.push(because);
        }
    }
    /// Notes what another trail does.
    pub fn note_all(&mut self, other: &Self) {
        for because in &other.facts {
            if !self.facts.contains(because) {
                self.facts.push(because.clone());
            }
        }
    }
}

impl<'a> Facts<'a> {
    /// The facts of a case with its own situation.
    pub fn of(
        case: &'a Case,
        profile: &'a Profile,
        local: LocalValues,
        identify: &'a Identification,
        dash: &'a DashResult,
    ) -> Self {
        let context = &case.context;
        let (members, items) = (context.members(), items(&case.dash));
        let mut facts = Self { case, context, members, items, known: 0, profile, local, identify, dash };
        for fact in Fact::ALL {
            facts.known |= u32::from(facts.known(*fact, &mut Trail::deaf())) << fact.index();
        }
        facts
    }
}

impl Facts<'_> {
    /// True when the condition holds; the facts behind it are noted on the trail.
    pub fn hold(&self, condition: &Condition, trail: &mut Trail) -> bool {
        match condition {
            Condition::Always => true,
            Condition::All(parts) => {
                let mark = trail.facts.len();
                let hold = parts.iter().all(|part| self.hold(part, trail));
                if !hold {
                    trail.facts.truncate(mark);
                }
                hold
            }
            // Every part is tried, so that every reason shows.
            Condition::Any(parts) => {
                let mut any = false;
                for part in *parts {
                    any |= self.hold(part, trail);
                }
                any
            }
            Condition::Not(part) => !self.holds(part),
            Condition::Item(number, answer) => {
                let hold = self.holds(condition);
                if hold && let Some(item) = waymark_case::ItemNumber::new(*number) {
                    trail.note(item.path(), answer.text());
                }
                hold
            }
            Condition::Field(field, values, or_absent) => {
                if !self.has(*field, values, *or_absent) {
                    return false;
                }
                let held = self.context.field(*field);
                for value in values.texts.iter().filter(|value| held.has(value)) {
                    trail.note(field.path(), *value);
                }
                true
            }
            Condition::Setting(field, values) => {
                let held = self.case.settings.field(*field);
                let value = values.texts.iter().find(|value| held.has(value));
                if let Some(value) = value {
                    trail.note(field.path(), *value);
                }
                value.is_some()
            }
            Condition::Indicator(id) => {
                let hold = self.case.identify.danger_sign(*id);
                if hold {
                    trail.note("identify.danger", id.text());
                }
                hold
            }
            Condition::Flag(flag) => {
                let hold = self.case.identify.flags.tick(*flag);
                if hold {
                    trail.note(flag_path(*flag), "true");
                }
                hold
            }
            Condition::Profile(id) => {
                let hold = self.profile.id == *id;
                if hold {
                    trail.note("profile", *id);
                }
                hold
            }
            Condition::Judgement(judgement) => {
                let hold = self.case.dash.judgement == Some(*judgement);
                if hold {
                    trail.note("dash.judgement", judgement.text());
                }
                hold
            }
            Condition::Clear(clear) => {
                let hold = self.identify.clear == *clear;
                if hold {
                    trail.note("identify.clear", clear.text());
                }
                hold
            }
            Condition::Fact(fact) => self.known(*fact, trail),
        }
    }

    /// True when the condition holds, with nothing noted. Most are asked this way, and most are of these kinds.
    pub fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::All(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part)),
            Condition::Not(part) => !self.holds(part),
            Condition::Field(field, values, or_absent) => self.has(*field, values, *or_absent),
            Condition::Item(number, answer) => self.items[answer.index()] & 1 << number != 0,
            Condition::Fact(fact) => self.known & 1 << fact.index() != 0,
            other => self.hold(other, &mut Trail::deaf()),
        }
    }

    /// True when the field has one of these values, or is absent where that will do.
    #[inline]
    pub fn has(&self, field: ContextField, values: &Values, or_absent: bool) -> bool {
        let held = self.members[field as usize];
        held & values.members != 0 || (or_absent && held == 0)
    }

    fn known(&self, fact: Fact, trail: &mut Trail) -> bool {
        let part = &self.case.identify;
        let noted = |trail: &mut Trail, hold: bool, path: &'static str, value: &'static str| {
            if hold {
                trail.note(path, value);
            }
            hold
        };
        match fact {
            Fact::Route => {
                for route in &self.dash.routes {
                    trail.note("dash.routes", route.text());
                }
                !self.dash.routes.is_empty()
            }
            Fact::RoutesOpen => {
                for route in &self.dash.routes_open {
                    trail.note("dash.routes_open", route.text());
                }
                !self.dash.routes_open.is_empty()
            }
            Fact::ReachPossible => {
                noted(trail, self.dash.reach == Some(Reach::Possible), "dash.reach", Reach::Possible.text())
            }
            Fact::Answered => super::dash::answered(self.case),
            Fact::PromptPlus => {
                noted(trail, self.dash.prompt == Prompt::PromptPlus, "dash.prompt", Prompt::PromptPlus.text())
            }
            Fact::PromptNone => noted(trail, self.dash.prompt == Prompt::None, "dash.prompt", Prompt::None.text()),
            Fact::IdvaMet => {
                let reached = |yes: u8| self.local.idva.is_some_and(|line| u16::from(yes) >= line);
                match self.dash.yes {
                    Some(yes) if reached(yes) => {
                        trail.note("dash.yes", yes.to_string());
                        true
                    }
                    _ => false,
                }
            }
            Fact::HbaAuto => noted(trail, self.local.hba_auto, "settings.hba_auto_marac", "true"),
            Fact::Started => part.answers.is_some(),
            Fact::JudgementDiffers => {
                let judged = part.judgement.person.map(JudgedPerson::text);
                let differs = judged.is_some() && judged != self.identify.person.map(Person::text);
                noted(trail, differs, "identify.judgement.person", judged.unwrap_or_default())
            }
            Fact::SecondReader => noted(trail, part.second_reader, "identify.second_reader", "true"),
            Fact::SpecialistAgrees => {
                let agrees = part.flags.specialist == Some(SpecialistView::Agrees);
                noted(trail, agrees, "identify.flags.specialist", SpecialistView::Agrees.text())
            }
            Fact::ContactAllowed => self.profile.contact != ContactMode::None,
            Fact::PoliceAlways => {
                if self.profile.police_always {
                    trail.note("profile", self.profile.id.clone().into_owned());
                }
                self.profile.police_always
            }
            Fact::ReviewPassed => {
                let passed = self.profile.status == Status::ReviewPassed;
                if passed {
                    trail.note("profile", self.profile.id.clone().into_owned());
                }
                passed
            }
        }
    }

    /// True when the identification is at this point.
    pub fn is_clear(&self, clear: Clear) -> bool {
        self.identify.clear == clear
    }
}

fn flag_path(flag: Flag) -> &'static str {
    match flag {
        Flag::OutOfScope => "identify.flags.out_of_scope",
        Flag::OtherController => "identify.flags.other_controller",
        Flag::OneIncident => "identify.flags.one_incident",
        Flag::BothSeenAlone => "identify.flags.both_seen_alone",
        Flag::HarmedVoice => "identify.flags.harmed_voice",
        Flag::FormalConflict => "identify.flags.formal_conflict",
    }
}
