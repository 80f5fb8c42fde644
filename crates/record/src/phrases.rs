//! One case read in one language: what an input is called and what was answered, as words and never as codes.
//!
//! Lives here: labels, values, and the fixed descriptors of the two people. Not here: which of them an output holds.

use super::accounts;
use super::people::People;
use waymark_case::identify::IndicatorAnswer;
use waymark_case::input::{ChoicePart, IndicatorPart};
use waymark_case::listed::Listed;
use waymark_case::value::{Kind, Text};
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input};
use waymark_content::Profiles;
use waymark_content::profile::{Deadline, TimeLimit, Within};
use waymark_content::words::{Words, capital, fill};
use waymark_engine::Assessment;
use waymark_engine::assessment::{Head, Identification, Mode, Route, ShownPathway};

/// A case with its assessment, read in one language.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub case: &'a Case,
    pub assessment: &'a Assessment,
    pub words: &'a Words,
    pub people: &'a People,
    /// Only [`Reading::of`] makes one, so that no output forgets the words for its case.
    _made: (),
}

impl<'a> Reading<'a> {
    /// A case in a language, with the words for that case.
    pub fn of(case: &'a Case, assessment: &'a Assessment, words: &'a Words, people: &'a People) -> Self {
        Self { case, assessment, words: assessment.words(words), people, _made: () }
    }

    /// The same with another case.
    pub fn about(&self, case: &'a Case, assessment: &'a Assessment) -> Self {
        Self { case, assessment, ..*self }
    }

    /// What an input is called in a record.
    pub fn label(&self, input: Input) -> String {
        self.assessment.dash.periods(&label(input, self.words))
    }

    /// What was answered, as words; empty when nothing was.
    pub fn value(&self, input: Input) -> String {
        if let Input::Indicator(id, IndicatorPart::Who) = input {
            return self.case.identify.answer(id).map_or_else(String::new, |answer| self.sentence(id, answer));
        }
        let shown = self.case.shown(input);
        let texts: Vec<&str> = match input.kind() {
            Kind::Any(_) => shown.split(' ').listed(),
            _ => vec![&shown],
        };
        let question = self.words.question(input);
        let label = |value: &str| match question.option(value) {
            "" => value.to_owned(),
            label => self.filled(label),
        };
        texts.into_iter().map(label).listed().join("; ")
    }

    /// What was answered about a fact, with its note; `None` when it was not asked.
    pub fn known(&self, field: ContextField) -> Option<String> {
        let input = Input::Context(field);
        let value = if self.case.is_unanswered(input) { String::new() } else { self.value(input) };
        self.with_note(value, self.case.notes.get(field.path()))
    }

    /// The same, and `None` too where the answer is that it is not known or was not asked, and nothing was written: it then
    /// stands with what is not known, and nowhere else.
    pub fn said(&self, field: ContextField) -> Option<String> {
        let open = is_unknown(self.case, Input::Context(field)) && !self.case.notes.contains_key(field.path());
        self.known(field).filter(|_| !open)
    }

    /// What was said of these facts, with their labels.
    pub fn facts(&self, fields: &[ContextField]) -> Vec<(String, String)> {
        fields.iter().filter_map(|field| Some((self.label(Input::Context(*field)), self.said(*field)?))).listed()
    }

    /// The same, and what was answered with no more than yes or no on a line each: a full case stays short to read.
    pub fn grouped(&self, fields: &[ContextField]) -> Vec<(String, String)> {
        let say = &self.words.steps().pages.record;
        let mut facts = self.facts(fields);
        for (answer, line) in [(Known::Yes, say.asked_yes), (Known::No, say.asked_no)] {
            let answer = self.words.question(Input::Context(ContextField::Deaf)).option(answer.text());
            let (same, rest): (Vec<_>, Vec<_>) = facts.into_iter().partition(|fact| fact.1 == answer);
            facts = rest;
            if !same.is_empty() {
                let labels: Vec<String> = same.into_iter().map(|(label, _)| label).listed();
                facts.push((line.to_owned(), labels.join("; ")));
            }
        }
        facts
    }

    /// What was said of these facts without the notes, for readers who are given no more than the fact.
    pub fn bare_facts(&self, fields: &[ContextField]) -> Vec<(String, String)> {
        let inputs = fields.iter().map(|field| Input::Context(*field));
        let said = inputs.filter(|input| !self.case.is_unanswered(*input) && !is_unknown(self.case, *input));
        said.map(|input| (self.label(input), self.value(input))).listed()
    }

    /// What a person is called here: the survivor or the other person once that is said, else as the worker chose.
    pub fn name(&self, person: Person) -> &'static str {
        let say = &self.words.steps().pages.record;
        match self.case.identify.survivor() {
            Some(survivor) if survivor == person => say.person_survivor,
            Some(_) => say.person_other,
            None => self.people.name(person),
        }
    }

    /// What both are called here.
    pub fn called(&self) -> People {
        People { one: self.name(Person::One), two: self.name(Person::Two) }
    }

    /// Puts what the two are called into `{p1}` and `{p2}`.
    pub fn named(&self, sentence: &str) -> String {
        self.called().fill(sentence)
    }

    /// A value with its note; `None` when there is neither.
    pub fn with_note(&self, value: String, note: Option<&Text>) -> Option<String> {
        let say = &self.words.steps().pages.record;
        match (value.is_empty(), note.map(Text::as_str).filter(|note| !note.is_empty())) {
            (true, None) => None,
            (false, None) => Some(value),
            (true, Some(note)) => Some(fill(say.with_note, &[("text", say.not_asked), ("note", note)])),
            (false, Some(note)) => Some(fill(say.with_note, &[("text", &value), ("note", note)])),
        }
    }

    /// The answer to an indicator as a sentence about the two people, without its full stop. Where each of them says it of
    /// the other, both accounts stand side by side; a dispute with one account only is worded as on the page.
    pub fn sentence(&self, id: IndicatorId, answer: &IndicatorAnswer) -> String {
        let words = self.words.indicator(id);
        let say = &self.words.steps().pages.record;
        let does = |user: Person| self.called().about(words.echo, user);
        match (answer.who(), answer.person()) {
            (_, Some(user)) if both_accounts(answer) => {
                let (first, second) = (&capital(self.name(user.other())), &capital(self.name(user)));
                let (of_user, of_other) = (does(user), does(user.other()));
                fill(
                    say.each_says_how,
                    &[("first", first), ("of_second", &of_user), ("second", second), ("of_first", &of_other)],
                )
            }
            (Who::Both, _) if both_accounts(answer) => fill(say.each_says, &[("what", &lower_first(words.name))]),
            (Who::NotKnown, _) => capital(say.not_known),
            _ => accounts::stated(id, answer, self.words, &self.called()).unwrap_or_else(|| capital(say.not_asked)),
        }
    }

    /// The answer to an indicator with where it comes from, how often and when, and its note.
    pub fn evidence(&self, id: IndicatorId, answer: &IndicatorAnswer) -> String {
        let say = &self.words.steps().pages.record;
        let disputed = each_says(answer);
        // Who said what stands in the sentence of a claim that is disputed; one with a single account names what was seen, too.
        let told = |source: Source| disputed && (source.is_account() || !both_accounts(answer));
        let sources = answer.sources.iter().filter(|source| !told(*source));
        let sourced = |source: Source| {
            let source = self.named(self.words.text(&key("source", source)));
            match answer.person().filter(|_| disputed) {
                Some(user) => {
                    let does = self.called().about(self.words.indicator(id).echo, user);
                    fill(say.labelled, &[("label", &source), ("value", &does)])
                }
                None => source,
            }
        };
        let mut details: Vec<String> = sources.map(sourced).listed();
        if answer.sources.is_empty() && !disputed {
            details.push(say.evidence_relayed.to_owned());
        }
        details.extend(answer.how_often.map(|often| self.words.text(&key("how_often", often)).to_owned()));
        details.extend(answer.when.as_ref().map(|when| fill(say.evidence_when, &[("when", when.as_str())])));
        if answer.tainted {
            details.push(say.evidence_tainted.to_owned());
        }
        let mut text = self.sentence(id, answer);
        if !details.is_empty() {
            text = fill(say.evidence, &[("sentence", &text), ("details", &details.join("; "))]);
        }
        self.with_note(text, answer.note.as_ref()).unwrap_or_default()
    }

    /// The name of a pathway, in the mode it is offered.
    pub fn title(&self, id: PathwayId) -> &'static str {
        let words = self.words.pathway(id);
        match self.assessment.pathway(id).and_then(|pathway| pathway.mode) {
            Some(Mode::PractitionerLine) => words.line_title,
            _ => words.title,
        }
    }

    /// The line with the versions that an output rests on.
    pub fn version(&self) -> String {
        let profile = self.assessment.profile.as_str();
        let name = match self.words.question(Input::Profile).option(profile) {
            "" => profile,
            name => name,
        };
        fill(
            self.words.steps().pages.record.version,
            &[
                ("tool", self.words.pages.shell.name),
                ("engine", self.assessment.engine),
                ("content", self.assessment.content),
                ("profile", name),
            ],
        )
    }

    /// An empty document with this title.
    pub fn document(&self, title: &str) -> super::Document {
        super::Document {
            notice: self.words.steps().pages.record.confidential.to_owned(),
            title: title.to_owned(),
            blocks: Vec::new(),
            version: self.version(),
        }
    }

    /// A sentence of the result about the two people, the person named and the other in their places.
    pub fn about_both(&self, sentence: &str) -> String {
        capital(&self.called().about_either(sentence, self.assessment.identify.person, ["", ""]))
    }

    /// The names of routes, with the period in which events are counted.
    pub fn routes(&self, routes: &[Route]) -> String {
        let names = routes.iter().map(|route| member(self.words.steps().pages.record.routes, Some(*route)));
        self.assessment.dash.periods(&names.listed().join("; "))
    }

    /// Puts the two people into a label. `{harmed}` stays in general words: whom the answers show as harmed is a finding.
    fn filled(&self, label: &str) -> String {
        let unknown = [self.words.pages.shell.person_using_power, self.words.steps().pages.record.person_harmed];
        self.called().about_either(label, None, unknown)
    }
}

/// The sentence that heads a result, with the places for the two people still in it.
pub fn heading(found: &Identification, words: &Words) -> &'static str {
    match (found.head, found.outcome) {
        (Head::OneAccount, _) => words.text("outcome.one_account_undisputed"),
        (_, Some(outcome)) => words.text(&key("outcome", outcome)),
        (_, None) => words.text("outcome.not_started"),
    }
}

/// When to look at a result again; empty before the work is started.
pub fn review(found: &Identification, words: &Words) -> &'static str {
    found.review.map_or("", |review| words.text(&key("review", review)))
}

/// Roles as words with "or" between them.
pub fn role_names(roles: &[WorkerRole], words: &Words) -> String {
    let names: Vec<&str> = roles.iter().map(|role| words.text(&key("role", *role))).listed();
    names.join(words.pages.shell.or_between)
}

/// Who refers to MARAC here, by their roles; `None` where nothing says who. Where the policy itself does not, that is said.
pub(super) fn who_refers(assessment: &Assessment, words: &Words) -> Option<String> {
    let referrers = &assessment.referrers;
    (!referrers.roles.is_empty()).then(|| match role_names(&referrers.roles, words) {
        roles if referrers.read_across => fill(words.pages.shell.who_across, &[("who", &roles)]),
        roles => roles,
    })
}

/// Who takes a step: for a referral to MARAC the roles that the assessment names, or the worker where any of them may.
pub fn who_acts(shown: &ShownPathway, case: &Case, assessment: &Assessment, words: &Words) -> String {
    let refers =
        Some(shown.id).filter(|id| *id == PathwayId::MaracReferral).and_then(|_| who_refers(assessment, words));
    match refers {
        Some(_) if assessment.referrers.include(case.context.worker_role) => words.text("who.worker").to_owned(),
        Some(roles) => roles,
        None => words.text(&key("who", shown.who)).to_owned(),
    }
}

/// How many of what, in words.
pub fn limit_in_words(TimeLimit { limit, unit }: TimeLimit, words: &Words) -> String {
    let settings = &words.pages.area;
    let units = if limit == 1 { settings.units_one } else { settings.units };
    [&limit.to_string(), " ", units.get(unit.index()).copied().unwrap_or_default()].concat()
}

/// By when something is due, in words.
pub fn within_in_words(within: Within, words: &Words) -> String {
    match within {
        Within::Own(limit) => fill(words.pages.area.limit_within, &[("limit", &limit_in_words(limit, words))]),
        Within::Named(due) => words.text(&key("due", due)).to_owned(),
    }
}

/// By when a step is to be taken: the area's own time limit where that is sooner.
pub fn due_in_words(shown: &ShownPathway, words: &Words) -> String {
    within_in_words(shown.within(), words)
}

/// What must be done by the time that a step is due, where it is the policy's own time limit that says by when.
pub fn policy_duty(shown: &ShownPathway, policy: &str, words: &Words) -> Option<&'static str> {
    let profiles = Profiles::shipped();
    let own = |deadline: &&Deadline| {
        deadline.pathways.contains(&shown.id)
            && deadline.within == Within::Named(shown.due)
            && shown.rules.contains(&deadline.rule)
    };
    let deadline = profiles.get(policy)?.deadlines.iter().find(own).filter(|_| shown.limit.is_none())?;
    words.document(policy)?.duty(&deadline.rule)
}

/// What an input is called in a record: a short label, the indicator's name, the item with its number, the pathway.
pub(super) fn label(input: Input, words: &Words) -> String {
    match input {
        Input::DashItem(item) | Input::DashItemSource(item) | Input::DashItemNote(item) => {
            let label = lower_first(words.item(item).label);
            fill(words.steps().pages.record.item, &[("number", &item.get().to_string()), ("label", &label)])
        }
        Input::Indicator(id, _) => words.indicator(id).name.to_owned(),
        Input::Choice(id, ChoicePart::Decision) => words.pathway(id).title.to_owned(),
        other => words.question(other).short.to_owned(),
    }
}

/// True when each of the two says it of the other: the claim is disputed, or put down to both on nothing but their accounts.
pub(super) fn each_says(answer: &IndicatorAnswer) -> bool {
    answer.contested || (answer.who() == Who::Both && !answer.sources.is_empty() && !answer.is_independent())
}

/// True when a disputed claim has both accounts: of one person, the other says it and the person named disputes it.
fn both_accounts(answer: &IndicatorAnswer) -> bool {
    match answer.person() {
        Some(user) => answer.contested && answer.sources.has(user.other().account()),
        None => each_says(answer) && answer.sources.len() == 2,
    }
}

/// The key of a code in a table of the words.
pub fn key(table: &str, code: impl Vocabulary) -> String {
    [table, ".", code.text()].concat()
}

/// The text of a member of a closed set, from texts in the order of the set; empty when nothing was chosen.
pub(super) fn member(texts: &[&'static str], chosen: Option<impl Vocabulary>) -> String {
    chosen.and_then(|member| texts.get(member.index()).copied()).unwrap_or_default().to_owned()
}

/// The text to stand inside a sentence; what is written in capitals stays so.
pub fn lower_first(text: &str) -> String {
    let mut text = text.to_owned();
    // MARAC, and the worker's own "I".
    let keeps = text.starts_with("I ") || text.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase);
    if let Some(first) = text.get_mut(..1).filter(|_| !keeps) {
        first.make_ascii_lowercase();
    }
    text
}

/// True when the answer is that it is not known, or was not asked.
pub(super) fn is_unknown(case: &Case, input: Input) -> bool {
    ["unknown", "dk", "not-known", "not-asked", "not-said"].iter().any(|value| case.holds(input, value))
}
