//! What an area or service has set, what it is asked to set, and the profiles that follow from it.

use super::engine::EngineSignal;
use super::{CaseState, Workshop};
use leptos::prelude::*;
use waymark_area::service_check::ServiceCheck;
use waymark_area::{Area, AreaError, BYTES, Draft, Short};
use waymark_case::Case;
use waymark_content::Profiles;
use waymark_view::{Memo, RwSignal, memo, uncompared};

/// The signals of an area's settings. A copy is a handle to the same settings.
#[derive(Clone, Copy)]
pub struct AreaState {
    /// What the area or service has set, where settings are in use.
    pub in_use: RwSignal<Option<Area>>,
    /// Settings that came with a link, a file or a copy of the page, and are asked about before they do anything.
    pub asked: RwSignal<Option<Area>>,
    /// Why settings were not used, when they were refused.
    pub refused: RwSignal<Option<AreaError>>,
    /// Settings in the making: the value of each field, valid or not.
    pub draft: RwSignal<Draft>,
    /// The profiles that are loaded: those that ship, and the chosen one with the area's own values on top.
    pub profiles: Memo<Profiles>,
    /// What a service lead says of each statement of the service check; nothing about a case.
    pub service: RwSignal<ServiceCheck>,
}

impl AreaState {
    /// No settings; the profiles follow the one that `answers` chooses, once the engine is there.
    pub fn new(answers: RwSignal<Case>, engine: EngineSignal) -> Self {
        let in_use = RwSignal::new(None::<Area>);
        let chosen = memo(move || answers.with(|case| case.profile.clone()));
        // Profiles are not compared: what they are made of has changed when this runs.
        let profiles = uncompared(move || match engine.get() {
            Some(engine) => {
                chosen.with(|chosen| in_use.with(|area| (engine.profiles)(area.as_ref(), chosen.as_deref())))
            }
            None => Profiles::shipped(),
        });
        Self {
            in_use,
            asked: RwSignal::new(None),
            refused: RwSignal::new(None),
            draft: RwSignal::new(Draft::default()),
            profiles,
            service: RwSignal::new(ServiceCheck::default()),
        }
    }

    /// Asks about settings that were read; those that were refused change nothing.
    pub fn ask_about(&self, read: Result<Area, AreaError>) {
        let (asked, refused) = read.map_or_else(|problem| (None, Some(problem)), |area| (Some(area), None));
        self.asked.set(asked);
        self.refused.set(refused);
    }

    /// Uses the settings that were asked about, or drops them.
    pub fn answer_asked(&self, case: CaseState, workshop: Workshop, yes: bool) {
        let asked = self.asked.try_update(Option::take).flatten();
        if let Some(area) = asked.filter(|_| yes) {
            self.put_in_use(case, workshop, area);
        }
    }

    /// Uses settings: the profile and the local values of every case. No answer changes.
    fn put_in_use(&self, case: CaseState, workshop: Workshop, area: Area) {
        workshop.put_live_back(case);
        case.change(|case| {
            if let Some(profile) = &area.profile {
                case.profile = Some(profile.as_str().to_owned());
            }
            case.settings = area.case.clone();
        });
        self.draft.set(Draft::of(&area));
        self.in_use.set(Some(area));
    }

    /// Changes the settings in the making. What is valid in them is in force at once; what is not changes nothing.
    pub fn change_draft(&self, change: impl FnOnce(&mut Draft)) {
        self.draft.update(change);
        let made = self.draft.with_untracked(|draft| (!draft.is_empty()).then(|| draft.area()));
        // Too long to be made: what was in force stays.
        if let Ok(area) = made.transpose() {
            self.in_use.set(area);
        }
    }

    /// The settings to hand on: what was filled in, the policy and the local values. Follows all three.
    ///
    /// # Errors
    /// [`AreaError::TooLong`] when they are longer than settings may be.
    pub fn to_hand_on(&self, case: CaseState) -> Result<Area, AreaError> {
        let mut area = self.draft.with(Draft::area)?;
        case.answers.with(|case| {
            area.profile = case.profile.as_deref().and_then(Short::known);
            area.case = case.settings.clone();
        });
        if area.json().len() > BYTES { Err(AreaError::TooLong) } else { Ok(area) }
    }

    /// Empties everything, for the exit. Nothing is rendered again: the page is being left.
    pub(super) fn empty(&self) {
        self.in_use.update_untracked(|area| *area = None);
        self.asked.update_untracked(|asked| *asked = None);
        self.draft.update_untracked(|draft| *draft = Draft::default());
        self.service.update_untracked(|service| *service = ServiceCheck::default());
        self.refused.update_untracked(|refused| *refused = None);
    }
}
