//! What is on the desk: one case, and everything worked out from it. Answers go control → case → `assess` → page, one
//! way; there is no second copy of the truth.

use super::{Part, PracticeRoom, Room, Step};
use crate::case::vocabulary::{Person, Vocabulary};
use crate::case::{Case, Input};
use crate::content::Profiles;
use crate::content::words::{Words, fill};
use crate::engine::{Assessment, assess_with};
use crate::platform;
use crate::record::Names;
use crate::service_check::ServiceCheck;
use crate::settings_link::{Area, AreaError, BYTES, Draft, Short, local_profile};
use leptos::prelude::*;

/// How questions are laid out. Both show the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Only what matters now.
    Guided,
    /// Every question of a step.
    Whole,
}

impl Layout {
    /// The text of its button's `data-layout`.
    pub fn text(self) -> &'static str {
        match self {
            Self::Guided => "guided",
            Self::Whole => "whole",
        }
    }
}

/// What the two people are called on screen: fixed descriptors, never names, never in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    /// Person 1.
    pub one: &'static str,
    /// Person 2.
    pub two: &'static str,
}

impl People {
    /// What a person is called.
    pub fn call(&self, person: Person) -> &'static str {
        match person {
            Person::One => self.one,
            Person::Two => self.two,
        }
    }
}

/// The signals that everything is drawn from. A copy is a handle to the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The case.
    pub case: RwSignal<Case>,
    /// What follows from it; worked out whole at each change.
    pub assessment: Memo<Assessment>,
    /// The open step.
    pub step: RwSignal<Step>,
    /// How questions are laid out.
    pub layout: RwSignal<Layout>,
    /// What the two people are called; `None` until chosen.
    pub people: RwSignal<Option<People>>,
    /// What the area or service has set, when the page was opened with its settings.
    pub area: RwSignal<Option<Area>>,
    /// The same in the making: what stands at each place of it, fit or not.
    pub draft: RwSignal<Draft>,
    /// The profiles that are loaded: those that ship, and the chosen one with the area's own values on top.
    pub profiles: Memo<Profiles>,
    /// What a service lead says of each statement of the service check; nothing about a case.
    pub service: RwSignal<ServiceCheck>,
    /// Why settings were not used, when they were refused.
    pub area_refused: RwSignal<Option<AreaError>>,
    /// An earlier copy of the case, beside it; in memory only.
    pub earlier: RwSignal<Option<Case>>,
    /// What was just done to the whole page, for the eye and to be spoken; empty when nothing was.
    pub told: RwSignal<&'static str>,
    /// What was typed on the open output: names and addresses, which are no part of the case. Wiped first, and whenever
    /// that output is left.
    pub names: RwSignal<Names>,
    /// The row of the check that was left to change an answer, so that there is a way back to it.
    pub way_back: RwSignal<Option<Input>>,
    /// What is on the table in a workshop.
    pub room: Room,
    /// What is practised, with the live case aside.
    pub practice: PracticeRoom,
    /// The words in use.
    pub words: &'static Words,
    /// Whom "heard alone" was ticked about, so that it falls when the result names the other person.
    heard_about: StoredValue<Option<Person>>,
}

impl Desk {
    /// An empty desk with the words of a language.
    pub fn new(words: &'static Words) -> Self {
        let case = RwSignal::new(Case::default());
        let area = RwSignal::new(None::<Area>);
        let chosen = Memo::new(move |_| case.with(|case| case.profile.clone()));
        // Profiles are not compared: what they are made of has changed when this runs.
        let profiles = Memo::new_with_compare(
            move |_| chosen.with(|chosen| area.with(|area| loaded(area.as_ref(), chosen.as_deref()))),
            |_, _| true,
        );
        let assessment = Memo::new(move |_| case.with(|case| profiles.with(|profiles| assess_with(case, profiles))));
        Self {
            case,
            assessment,
            step: RwSignal::new(Step::Start),
            layout: RwSignal::new(Layout::Guided),
            people: RwSignal::new(None),
            area,
            draft: RwSignal::new(Draft::default()),
            profiles,
            service: RwSignal::new(ServiceCheck::default()),
            area_refused: RwSignal::new(None),
            earlier: RwSignal::new(None),
            told: RwSignal::new(""),
            names: RwSignal::new(Names::default()),
            way_back: RwSignal::new(None),
            room: Room::new(),
            practice: PracticeRoom::new(),
            words,
            heard_about: StoredValue::new(None),
        }
    }

    /// The desk of this page.
    pub fn here() -> Self {
        expect_context()
    }

    /// Opens a step.
    pub fn go(&self, step: Step) {
        self.told.set("");
        self.way_back.set(None);
        self.step.set(step);
    }

    /// Opens a step at one of its questions.
    pub fn open_at(&self, step: Step, input: Input) {
        self.go(step);
        // A frame later than the heading, which has focus when the step changes, and once the question is there.
        request_animation_frame(move || {
            request_animation_frame(move || {
                platform::slices::last(Box::new(move || platform::page::focus_question(&input.question())));
            });
        });
    }

    /// Opens a question from a row of the check, with a way back to that row.
    pub fn change_from_check(&self, step: Step, input: Input) {
        let elsewhere = step != self.step.get_untracked();
        self.open_at(step, input);
        self.way_back.set(elsewhere.then_some(input));
    }

    /// Goes back to the row of the check that was left.
    pub fn back_to_check(&self, input: Input) {
        self.go(Step::Record);
        request_animation_frame(move || {
            request_animation_frame(move || {
                platform::slices::last(Box::new(move || platform::page::focus_row(&input.name())));
            });
        });
    }

    /// Changes the case; everything else follows.
    pub fn change(&self, change: impl FnOnce(&mut Case)) {
        self.case.update(change);
        self.keep_heard_voice_true();
    }

    /// Puts a value into an input, or empties it.
    pub fn answer(&self, input: Input, value: Option<&str>) {
        if !self.takes(input) {
            return;
        }
        self.change(|case| {
            // A control only offers what its input can hold.
            let _ = case.put(input, value);
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

    /// True when the input holds the value. Follows the case.
    pub fn holds(&self, input: Input, value: &str) -> bool {
        self.case.with(|case| case.holds(input, value))
    }

    /// True when the input is answered. Follows the case.
    pub fn answered(&self, input: Input) -> bool {
        self.case.with(|case| !case.is_unanswered(input))
    }

    /// The stop that the engine reports, as the text of `data-stop`; `None` when nothing stops.
    pub fn stop_text(&self) -> Option<&'static str> {
        self.assessment.with(|assessment| assessment.stop.map(Vocabulary::text))
    }

    /// True while somebody leads a workshop and no live case is on the page: the idle clocks are off then.
    pub fn leads_workshop(&self) -> bool {
        let leads = matches!(self.room.part.get(), Part::Guide | Part::Tally | Part::Board);
        self.step.get() == Step::Workshop && leads && !self.in_practice() && !self.holds_case()
    }

    /// True when anything of a live case was entered. Follows the case.
    pub fn holds_case(&self) -> bool {
        self.case.with(|case| {
            let (profile, settings) = (case.profile.clone(), case.settings.clone());
            *case != Case { profile, settings, ..Case::default() }
        })
    }

    /// Starts afresh; the layout and the area's settings stay.
    pub fn clear(&self) {
        self.names.update(Names::wipe);
        self.put_live_back();
        self.practice.own.set(None);
        self.case.update(|case| {
            let (profile, settings) = (case.profile.take(), case.settings.clone());
            *case = Case { profile, settings, ..Case::default() };
        });
        self.people.set(None);
        self.service.set(ServiceCheck::default());
        self.earlier.set(None);
        self.heard_about.set_value(None);
        self.room.clear();
        self.go(Step::Start);
    }

    /// Takes up the case of a saved copy in place of what is here, and shows its answers.
    pub fn open(&self, case: Case) {
        // In practice, too: what lay aside comes back first, and is then replaced as any case here is.
        self.put_live_back();
        self.people.set(None);
        self.heard_about.set_value(None);
        self.change(|here| *here = case);
        self.go(Step::Record);
        self.told.set(self.words.pages.copy_file.opened);
    }

    /// Takes up the settings of an area: the profile and the local values of every case. No answer changes.
    pub fn use_area(&self, area: Area) {
        self.put_live_back();
        self.change(|case| {
            if let Some(profile) = &area.profile {
                case.profile = Some(profile.as_str().to_owned());
            }
            case.settings = area.case.clone();
        });
        self.draft.set(Draft::of(&area));
        self.area.set(Some(area));
        self.area_refused.set(None);
    }

    /// Changes the settings in the making. What is fit in them is in force at once; what is not changes nothing.
    pub fn change_draft(&self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let made = self.draft.with_untracked(|draft| (!draft.is_empty()).then(|| draft.area()));
        // Too long to be made: what was in force stays.
        if let Ok(area) = made.transpose() {
            self.area.set(area);
        }
    }

    /// The settings to hand on: what was filled in, the policy and the local values. Follows all three.
    ///
    /// # Errors
    /// [`AreaError::TooLong`] when they are longer than settings may be.
    pub fn made(&self) -> Result<Area, AreaError> {
        let mut area = self.draft.with(Draft::area)?;
        self.case.with(|case| {
            area.profile = case.profile.as_deref().and_then(Short::known);
            area.case = case.settings.clone();
        });
        if area.json().len() > BYTES { Err(AreaError::TooLong) } else { Ok(area) }
    }

    /// Empties everything, for the exit. Nothing is drawn again: the page is going.
    pub fn empty(&self) {
        self.names.update_untracked(Names::wipe);
        self.case.update_untracked(|case| *case = Case::default());
        self.people.update_untracked(|people| *people = None);
        self.earlier.update_untracked(|earlier| *earlier = None);
        self.area.update_untracked(|area| *area = None);
        self.draft.update_untracked(|draft| *draft = Draft::default());
        self.service.update_untracked(|service| *service = ServiceCheck::default());
        self.area_refused.update_untracked(|refused| *refused = None);
        self.room.empty();
        self.practice.empty();
    }

    /// What the two people are called, chosen or not.
    pub fn called(&self) -> People {
        let unnamed = &self.words.pages.shell;
        self.people.get().unwrap_or(People { one: unnamed.person_one, two: unnamed.person_two })
    }

    /// A sentence with the people's descriptors put in: `{p1}`, `{p2}`, `{user}`, `{harmed}`.
    pub fn about_people(&self, sentence: &str, user: Option<Person>) -> String {
        if !sentence.contains('{') {
            return sentence.to_owned();
        }
        let people = self.called();
        let shell = &self.words.pages.shell;
        let (user, harmed) = match user {
            Some(Person::One) => (people.one, people.two),
            Some(Person::Two) => (people.two, people.one),
            None => (shell.person_using_power, shell.person_harmed),
        };
        fill(sentence, &[("p1", people.one), ("p2", people.two), ("user", user), ("harmed", harmed)])
    }

    /// "Heard alone" names the person the answers show as harmed; it falls when the result names the other one.
    fn keep_heard_voice_true(&self) {
        if !self.case.with_untracked(|case| case.identify.flags.harmed_voice) {
            self.heard_about.set_value(None);
            return;
        }
        let Some(person) = self.assessment.with_untracked(|assessment| assessment.identify.person) else { return };
        match self.heard_about.get_value() {
            Some(about) if about != person => {
                self.heard_about.set_value(None);
                self.case.update(|case| case.identify.flags.harmed_voice = false);
            }
            _ => self.heard_about.set_value(Some(person)),
        }
    }
}

/// The profiles that ship, and the chosen one with the values of the area on top.
fn loaded(area: Option<&Area>, chosen: Option<&str>) -> Profiles {
    let shipped = Profiles::shipped();
    match area {
        None => shipped,
        Some(area) => {
            let (local, _) = local_profile(area, shipped.get_or_default(chosen));
            shipped.with(local)
        }
    }
}
