//! What was answered about who is doing what to whom. `who` is always the person who looks like the one using power;
//! the page asks some questions about the person harmed and flips the answer before it is stored.

use super::slot::{List, Object, Slot, fields};
use super::value::{LIST_LIMIT, Text};
use super::vocabulary::*;
use serde::{Serialize, Serializer};
use std::mem::take;

/// How many indicators there are.
pub const INDICATORS: usize = IndicatorId::ALL.len();

/// One answer to one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorAnswer {
    /// Who looks like the one using power; absent reads as not asked.
    pub who: Option<Who>,
    /// Where it comes from; empty means relayed only.
    pub sources: Set<Source>,
    /// How often; absent counts as once.
    pub how_often: Option<HowOften>,
    /// Said or interpreted in the other person's presence: never counted, always kept and shown.
    pub tainted: bool,
    /// The person whom `who` points at says that it is the other one. Only with `who` one of the two.
    pub contested: bool,
    /// What was seen or said.
    pub note: Option<Text>,
    /// When.
    pub when: Option<Text>,
}

impl IndicatorAnswer {
    /// Who, with an absent answer read as not asked.
    pub fn who(&self) -> Who {
        self.who.unwrap_or(Who::NotAsked)
    }
    /// True when the answer says something: neither not known nor not asked.
    pub fn says_something(&self) -> bool {
        !matches!(self.who(), Who::NotKnown | Who::NotAsked)
    }
    /// The one person it points at, if it points at one.
    pub fn person(&self) -> Option<Person> {
        match self.who() {
            Who::One => Some(Person::One),
            Who::Two => Some(Person::Two),
            _ => None,
        }
    }
    /// True when somebody besides the two people is a source.
    pub fn is_independent(&self) -> bool {
        self.sources.iter().any(|source| !source.is_account())
    }
    /// True when it says something, rests only on what the two people said, and is not marked as tainted.
    pub fn is_only_theirs(&self) -> bool {
        self.says_something() && !self.tainted && !self.sources.is_empty() && !self.is_independent()
    }
    /// True when it points at one of the two people or at both, tainted or not.
    pub fn points_at_anyone(&self) -> bool {
        matches!(self.who(), Who::One | Who::Two | Who::Both)
    }
}

/// At most one answer an indicator, in the order of the indicator table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorAnswers([Option<IndicatorAnswer>; INDICATORS]);

impl Default for IndicatorAnswers {
    fn default() -> Self {
        Self(std::array::from_fn(|_| None))
    }
}

impl IndicatorAnswers {
    /// The answer to an indicator, if there is an entry for it.
    pub fn get(&self, id: IndicatorId) -> Option<&IndicatorAnswer> {
        self.0.get(id.index()).and_then(Option::as_ref)
    }
    /// The entry of an indicator, made empty when there was none.
    pub fn entry(&mut self, id: IndicatorId) -> &mut IndicatorAnswer {
        self.0[id.index()].get_or_insert_default()
    }
    /// Takes an indicator's entry away.
    pub fn remove(&mut self, id: IndicatorId) {
        self.0[id.index()] = None;
    }
    /// True when no indicator has an entry.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
    /// Every entry with its indicator, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorId, &IndicatorAnswer)> {
        IndicatorId::ALL.iter().copied().zip(&self.0).filter_map(|(id, answer)| Some((id, answer.as_ref()?)))
    }
}

/// One entry of the list as it is written in JSON.
#[derive(Serialize)]
struct Written {
    id: IndicatorId,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<Who>,
    #[serde(skip_serializing_if = "Set::is_empty")]
    sources: Set<Source>,
    #[serde(skip_serializing_if = "Option::is_none")]
    how_often: Option<HowOften>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    tainted: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    contested: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<Text>,
}

impl Serialize for IndicatorAnswers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().map(|(id, answer)| {
            let IndicatorAnswer { who, sources, how_often, tainted, contested, note, when } = answer.clone();
            Written { id, who, sources, how_often, tainted, contested, note, when }
        }))
    }
}

/// One entry of the list as it is read.
#[derive(Default)]
struct Entry {
    id: Option<IndicatorId>,
    answer: IndicatorAnswer,
}

impl Object for Entry {
    fields! { this:
        "id" => Slot::field(&mut this.id),
        "who" => Slot::field(&mut this.answer.who),
        "sources" => Slot::field(&mut this.answer.sources),
        "how_often" => Slot::field(&mut this.answer.how_often),
        "tainted" => Slot::Tick(&mut this.answer.tainted),
        "contested" => Slot::Tick(&mut this.answer.contested),
        "note" => Slot::Text(&mut this.answer.note),
        "when" => Slot::Text(&mut this.answer.when),
    }
    fn check(&self) -> Result<(), &'static str> {
        let IndicatorAnswer { contested, who, .. } = self.answer;
        match (self.id, who) {
            (None, _) => Err("missing field `id`"),
            (_, Some(Who::Both | Who::None | Who::NotKnown)) if contested => {
                Err("`contested` is allowed only where `who` is \"1\" or \"2\"")
            }
            _ => Ok(()),
        }
    }
}

/// The answers that were read, and the next one.
struct Answers<'a> {
    kept: &'a mut IndicatorAnswers,
    next: Entry,
}

impl List for Answers<'_> {
    fn expected(&self) -> String {
        format!("a list of answers, at most {LIST_LIMIT}, each indicator once")
    }
    fn entry(&mut self) -> &mut dyn Object {
        &mut self.next
    }
    fn keep(&mut self) -> Result<(), String> {
        let Entry { id: Some(id), answer } = take(&mut self.next) else { return Ok(()) };
        match &mut self.kept.0[id.index()] {
            Some(_) => Err([id.text(), " is answered twice; each indicator may be answered once"].concat()),
            none => {
                *none = Some(answer);
                Ok(())
            }
        }
    }
}

/// Facts about how the answers were obtained.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Flags {
    /// The two people are not personally connected, or it is another kind of question.
    pub out_of_scope: bool,
    /// Someone else controls one or both.
    pub other_controller: bool,
    /// Whose conduct health or capacity might explain.
    pub health: Option<Person>,
    /// Only one event is known.
    pub one_incident: bool,
    /// Both people were seen alone.
    pub both_seen_alone: bool,
    /// The person shown as harmed was heard alone, directly or through a specialist.
    pub harmed_voice: bool,
    /// The person the service has no contact with.
    pub no_contact_with: Option<Person>,
    /// A formal record says the opposite.
    pub formal_conflict: bool,
    /// A specialist's view of the identification.
    pub specialist: Option<SpecialistView>,
}

impl Object for Flags {
    fields! { this:
        "out_of_scope" => Slot::Tick(&mut this.out_of_scope),
        "other_controller" => Slot::Tick(&mut this.other_controller),
        "health" => Slot::nullable(&mut this.health),
        "one_incident" => Slot::Tick(&mut this.one_incident),
        "both_seen_alone" => Slot::Tick(&mut this.both_seen_alone),
        "harmed_voice" => Slot::Tick(&mut this.harmed_voice),
        "no_contact_with" => Slot::nullable(&mut this.no_contact_with),
        "formal_conflict" => Slot::Tick(&mut this.formal_conflict),
        "specialist" => Slot::nullable(&mut this.specialist),
    }
}

impl Flags {
    /// A tick-box flag.
    pub fn tick(&self, flag: Flag) -> bool {
        match flag {
            Flag::OutOfScope => self.out_of_scope,
            Flag::OtherController => self.other_controller,
            Flag::OneIncident => self.one_incident,
            Flag::BothSeenAlone => self.both_seen_alone,
            Flag::HarmedVoice => self.harmed_voice,
            Flag::FormalConflict => self.formal_conflict,
        }
    }
    /// A tick-box flag, to change.
    pub fn tick_mut(&mut self, flag: Flag) -> &mut bool {
        match flag {
            Flag::OutOfScope => &mut self.out_of_scope,
            Flag::OtherController => &mut self.other_controller,
            Flag::OneIncident => &mut self.one_incident,
            Flag::BothSeenAlone => &mut self.both_seen_alone,
            Flag::HarmedVoice => &mut self.harmed_voice,
            Flag::FormalConflict => &mut self.formal_conflict,
        }
    }
}

/// The worker's own judgement, kept beside the result and never overwritten by it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OwnJudgement {
    /// Who the worker thinks is using power.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<JudgedPerson>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Object for OwnJudgement {
    fields! { this:
        "person" => Slot::field(&mut this.person),
        "reason" => Slot::Text(&mut this.reason),
    }
}

/// The identification part of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Identify {
    /// Present, even empty, once the work is started.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<IndicatorAnswers>,
    /// How the answers were obtained.
    pub flags: Flags,
    /// Which person is the survivor of the Dash and of the pathways.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub survivor_is: Option<SurvivorIs>,
    /// The worker is unsure who is harming whom.
    pub unsure: bool,
    /// A second person has read the answers.
    pub second_reader: bool,
    /// The worker's own judgement.
    pub judgement: OwnJudgement,
}

impl Object for Identify {
    fields! { this:
        "answers" => Slot::List(Box::new(Answers { kept: this.answers.insert(IndicatorAnswers::default()), next: Entry::default() })),
        "flags" => Slot::Object(&mut this.flags),
        "survivor_is" => Slot::field(&mut this.survivor_is),
        "unsure" => Slot::Tick(&mut this.unsure),
        "second_reader" => Slot::Tick(&mut this.second_reader),
        "judgement" => Slot::Object(&mut this.judgement),
    }
}

impl Identify {
    /// The answer to an indicator, if there is one.
    pub fn answer(&self, id: IndicatorId) -> Option<&IndicatorAnswer> {
        self.answers.as_ref()?.get(id)
    }
    /// Takes an emptied answer away, and the last one with the start of the work: a slip that was undone starts nothing.
    pub fn drop_if_empty(&mut self, id: IndicatorId) {
        if let Some(answers) = &mut self.answers
            && answers.get(id).is_some_and(|answer| *answer == IndicatorAnswer::default())
        {
            answers.remove(id);
            if answers.is_empty() {
                self.answers = None;
            }
        }
    }
    /// The person whom the case is for, where that is said.
    pub fn survivor(&self) -> Option<Person> {
        self.survivor_is.and_then(SurvivorIs::person)
    }
    /// True when R1 or R2, the grave danger signs, points at anyone, tainted or not.
    pub fn danger_sign(&self, id: IndicatorId) -> bool {
        self.answer(id).is_some_and(IndicatorAnswer::points_at_anyone)
    }
}
