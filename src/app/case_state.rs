//! The case and everything worked out from it. Answers go control → case → `assess` → page, one way; there is no second copy
//! of the truth.

use super::Language;
use super::engine::{Engine, EngineSignal};
use super::step::{CASE_TASKS, PRACTISED};
use crate::platform::clock;
use leptos::prelude::*;
use waymark_case::input::ChoicePart;
use waymark_case::value::Kind;
use waymark_case::vocabulary::{Person, Vocabulary};
use waymark_case::{Case, Day, Input, PracticeCase, Step};
use waymark_content::{OwnWords, Profiles, SECTOR_WORDS};
use waymark_engine::{Assessment, HeardAlone, heard_alone};
use waymark_record::{Names, Output, People};
use waymark_view::{Memo, RwSignal, memo};

/// What gives a rule or source by its id as a person reads it.
pub type Cite = fn(Language, &str) -> String;

/// The signals of the case. A copy is a handle to the same case.
#[derive(Clone, Copy)]
pub struct CaseState {
    /// What was answered.
    pub answers: RwSignal<Case>,
    /// What follows from it; worked out whole at each change. Only steps that come with the engine read it.
    pub assessment: Memo<Assessment>,
    engine: EngineSignal,
    /// What cites a rule or source, once the words of all documents are there.
    pub cite: RwSignal<Option<Cite>>,
    /// The recipes that hold, by rank.
    recipes: Memo<Vec<&'static str>>,
    /// The words of the policy, with those of the area.
    own_words: Memo<OwnWords>,
    /// An earlier copy of the case, to compare with; in memory only.
    pub earlier: RwSignal<Option<Case>>,
    /// What the two people are called; `None` until chosen.
    pub people: RwSignal<Option<People>>,
    /// What was typed on the outputs of this visit: names and addresses, which are no part of the case. Wiped first, and
    /// whenever another case is opened.
    pub names: RwSignal<Names>,
    /// The output that the record shows: the handover, until another is chosen.
    pub sheet: RwSignal<Output>,
    /// How many copies were opened: each replaces the case here.
    pub opened: RwSignal<u32>,
    /// The profiles in use.
    profiles: Memo<Profiles>,
    /// Whether this is the case of an exercise.
    practice: Memo<bool>,
    /// Whom "heard alone" was ticked about. The case has no field for it, so the engine cannot know it from the case.
    heard_about: StoredValue<Option<Person>>,
}

impl CaseState {
    /// Assesses `answers` under `profiles`, again at each change of either, once the engine is there.
    pub fn new(answers: RwSignal<Case>, profiles: Memo<Profiles>, engine: EngineSignal) -> Self {
        let assessment = memo(move || {
            let Some(engine) = engine.get() else { unreachable!("who reads this comes with the engine") };
            answers.with(|case| profiles.with(|profiles| (engine.assess)(case, profiles)))
        });
        let chosen = memo(move || answers.with(|case| case.profile.clone()));
        let own_words = memo(move || match engine.get() {
            Some(engine) => chosen.with(|id| profiles.with(|profiles| (engine.own_words)(profiles, id.as_deref()))),
            None => SECTOR_WORDS.clone(),
        });
        Self {
            answers,
            assessment,
            engine,
            cite: RwSignal::new(None),
            own_words,
            recipes: memo(move || match engine.get() {
                Some(_) => assessment.with(|assessment| assessment.recipes.clone()),
                None => Vec::new(),
            }),
            earlier: RwSignal::new(None),
            people: RwSignal::new(None),
            names: RwSignal::new(Names::default()),
            sheet: RwSignal::new(Output::Handover),
            opened: RwSignal::new(0),
            profiles,
            practice: memo(move || answers.with(|case| PracticeCase::of(case).is_some())),
            heard_about: StoredValue::new(None),
        }
    }

    /// Changes the case; everything else follows.
    pub fn change(&self, change: impl FnOnce(&mut Case)) {
        self.answers.update(change);
        self.keep_heard_alone_true();
    }

    /// Puts a value into an input, or empties it. A decision about a step gets today's date with it.
    pub fn answer(&self, input: Input, value: Option<&str>) {
        if !self.accepts(input) {
            return;
        }
        let today = || value.and_then(|_| Day::parse(&clock::today()));
        self.change(|case| {
            // A control only offers what its input can hold.
            let _ = case.put(input, value);
            if let Input::Choice(pathway, ChoicePart::Decision) = input
                && let Some(today) = today()
            {
                case.choice_mut(pathway).decided_on = Some(today);
            }
        });
    }

    /// Puts a value of a set in or takes it out.
    pub fn toggle(&self, input: Input, value: &str, on: bool) {
        self.change(|case| {
            if on {
                let _ = case.put(input, Some(value));
            } else {
                case.take_out(input, value);
            }
        });
    }

    /// Takes up the engine: what follows from the case is worked out from now on.
    pub fn take_engine(&self, engine: &'static Engine) {
        self.engine.set(Some(engine));
    }

    /// True once what follows from the case is worked out: before, nothing is known of it. Follows.
    pub fn is_assessed(&self) -> bool {
        self.engine.with(Option::is_some)
    }

    /// Reads the case with what follows from it. Follows both.
    pub fn read<R>(&self, read: impl FnOnce(&Case, &Assessment) -> R) -> R {
        self.answers.with(|case| self.assessment.with(|assessment| read(case, assessment)))
    }

    /// The words for this case: those of its recipes in the places of general ones. Follows which recipes hold, and the
    /// words of the policy and the area.
    pub fn words(&self, general: Language) -> Language {
        self.recipes.with(|recipes| self.in_own_words(general).for_recipes(recipes))
    }

    /// A text with places, in the words of the policy and the area. Follows both, and keeps nothing.
    pub fn put_own_words(&self, text: &str) -> String {
        self.own_words.with(|own| own.put(text).into_owned())
    }

    /// The general words in those of the policy and the area. Follows both.
    pub fn in_own_words(&self, general: Language) -> Language {
        self.own_words.with(|own| general.in_words_of(own))
    }

    /// What would follow from another case under the profiles in use.
    pub fn assess(&self, case: &Case) -> Assessment {
        self.profiles.with_untracked(|profiles| waymark_engine::assess_with(case, profiles))
    }

    /// True when the input holds the value. Follows the case.
    pub fn holds(&self, input: Input, value: &str) -> bool {
        self.answers.with(|case| case.holds(input, value))
    }

    /// True when the input is answered. Follows the case.
    pub fn answered(&self, input: Input) -> bool {
        self.answers.with(|case| !case.is_unanswered(input))
    }

    /// True when anything of a case was entered. Follows the case.
    pub fn is_begun(&self) -> bool {
        self.answers.with(Case::is_begun)
    }

    /// The stop that the engine reports, as the text of `data-stop`; `None` when nothing stops the work.
    pub fn stop_text(&self) -> Option<&'static str> {
        self.answers.with(|case| waymark_engine::stops(case).first().map(|stop| stop.text()))
    }

    /// True while a vignette is being worked. Follows.
    pub fn in_practice(&self) -> bool {
        self.practice.get()
    }

    /// The same, without following.
    pub fn is_in_practice(&self) -> bool {
        self.practice.get_untracked()
    }

    /// True when a step can be opened now: in practice, only those that are practised. Follows.
    pub fn offers(&self, step: Step) -> bool {
        !self.in_practice() || PRACTISED.contains(&step)
    }

    /// True on the steps where what to do now is in sight. Beside a case it is not there at all: somebody who reads about their own
    /// life is told nothing of one. Follows.
    pub fn has_now(&self, step: Step) -> bool {
        (CASE_TASKS.contains(&step) || matches!(step, Step::Case | Step::Tonight)) && self.offers(step)
    }

    /// True when the input accepts an answer now: in practice no text is typed.
    pub fn accepts(&self, input: Input) -> bool {
        !self.is_in_practice() || input.kind() != Kind::Text || input == Input::Profile
    }

    /// What the two people are called, chosen or not.
    pub fn called(&self, language: Language) -> People {
        self.people.get().unwrap_or_else(|| People::unnamed(language))
    }

    /// A sentence with the people's descriptors put in (`{p1}`, `{p2}`, `{user}`, `{harmed}`), and the periods in force.
    /// `user` is the person using power.
    pub fn about_people(&self, language: Language, sentence: &str, user: Option<Person>) -> String {
        if !sentence.contains('{') {
            return sentence.to_owned();
        }
        let shell = &language.pages.shell;
        let unknown = [shell.person_using_power, shell.person_harmed];
        let named = self.called(language).about_either(sentence, user, unknown);
        match named.contains('{') && self.is_assessed() {
            true => self.assessment.with(|it| it.dash.periods(&named)),
            false => named,
        }
    }

    /// Replaces the case. Names and descriptors belonged to the one before.
    pub(super) fn replace(&self, case: Case) {
        self.names.update(Names::wipe);
        self.people.set(None);
        self.sheet.set(Output::Handover);
        self.heard_about.set_value(None);
        self.opened.update(|opened| *opened += 1);
        self.change(|here| *here = case);
    }

    /// Empties the case; its policy and local values stay.
    pub(super) fn clear(&self) {
        self.answers.update(|case| *case = case.emptied());
        self.people.set(None);
        self.sheet.set(Output::Handover);
        self.earlier.set(None);
        self.heard_about.set_value(None);
    }

    /// Empties everything, for the exit. Nothing is rendered again: the page is being left.
    pub(super) fn empty(&self) {
        self.names.update_untracked(Names::wipe);
        self.answers.update_untracked(|case| *case = Case::default());
        self.people.update_untracked(|people| *people = None);
        self.earlier.update_untracked(|earlier| *earlier = None);
    }

    /// Applies the engine's rule on "heard alone" after a change.
    fn keep_heard_alone_true(&self) {
        let about = self.heard_about.get_value();
        let now = self.answers.with_untracked(|case| {
            let person = || self.assessment.with_untracked(|assessment| assessment.identify.person);
            heard_alone(case, about, || self.engine.with_untracked(Option::is_some).then(person).flatten())
        });
        match now {
            HeardAlone::Stays(about) => self.heard_about.set_value(about),
            HeardAlone::Falls => {
                self.heard_about.set_value(None);
                self.answers.update(|case| case.identify.flags.harmed_voice = false);
            }
        }
    }
}

/// Reads words on a step. They are followed but on the two steps where they are chosen and typed: words that were read are kept,
/// and each letter would make new ones.
pub fn words_on<R>(step: Step, read: impl FnOnce() -> R) -> R {
    match step {
        Step::Policy | Step::Settings => untrack(read),
        _ => read(),
    }
}
