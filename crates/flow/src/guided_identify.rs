//! The guided screens of who is doing what to whom: a check, the two people, one prompt a screen, and the result.
//!
//! Lives here: the order of the screens. What is opened from one of them (a prompt beside the ten, the worker's own view) has
//! the place of the screen that it comes back to, so that the number of screens never grows.

use waymark_case::vocabulary::{Flag, IndicatorId, Vocabulary};
use waymark_case::{ContextField, Input};

/// The prompts that matter most, in the order in which they are asked.
pub const PROMPTS: [IndicatorId; 10] = {
    use IndicatorId::{F1, H1, H3, K1, K2, K3, L1, L2, U1, U2};
    [F1, K1, K2, K3, H1, H3, U1, U2, L1, L2]
};

/// Where the worker is in the guided step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IdentifyScreen {
    /// Whether this has to be worked through at all.
    #[default]
    Check,
    /// What the two people are called here, and whom the case is for.
    People,
    /// One prompt.
    Prompt(IndicatorId),
    /// The prompts beside the ten, by what they are about, with the one that was looked at last.
    Others(Option<IndicatorId>),
    /// How the answers were obtained, and what else could explain it.
    How,
    /// Three answers read back.
    ReadBack,
    /// What the answers come to.
    Result,
    /// Beside the result: the worker's own view, and that of others.
    OwnView,
}

/// The place of a prompt among the ten; `None` beside them.
fn place_of(id: IndicatorId) -> Option<usize> {
    PROMPTS.iter().position(|known| *known == id)
}

impl IdentifyScreen {
    /// How many screens there are from the check to the result.
    pub const COUNT: usize = 6 + PROMPTS.len();

    /// The screen that asks an input of this step.
    pub fn of(input: Input) -> Self {
        match input {
            Input::Indicator(id, _) => Self::Prompt(id),
            Input::SurvivorIs => Self::People,
            Input::Unsure => Self::Check,
            Input::JudgementPerson | Input::JudgementReason | Input::SecondReader | Input::Specialist => Self::OwnView,
            Input::Flag(Flag::HarmedVoice) => Self::OwnView,
            _ => Self::How,
        }
    }
    /// What the screen is called in `data-screen`: the name of its first question.
    pub fn name(self) -> String {
        match self {
            Self::Check => ContextField::CounterAllegation.path().to_owned(),
            Self::People => Input::SurvivorIs.name(),
            Self::Prompt(id) => ["identify.", id.text()].concat(),
            Self::Others(_) => "identify.others".to_owned(),
            Self::How => Input::NoContactWith.name(),
            Self::ReadBack => "identify.read_back".to_owned(),
            Self::Result => "identify.result".to_owned(),
            Self::OwnView => Input::JudgementPerson.name(),
        }
    }
    /// Its place, from 1.
    pub fn place(self) -> usize {
        match self {
            Self::Check => 1,
            Self::People => 2,
            Self::Prompt(id) => place_of(id).map_or(Self::Others(None).place(), |place| place + 3),
            Self::Others(_) => PROMPTS.len() + 3,
            Self::How => PROMPTS.len() + 4,
            Self::ReadBack => PROMPTS.len() + 5,
            Self::Result | Self::OwnView => Self::COUNT,
        }
    }
    /// The screen after this one; the same at the end.
    pub fn next(self) -> Self {
        match self {
            Self::Check => Self::People,
            Self::People => Self::Prompt(PROMPTS[0]),
            Self::Prompt(id) => match place_of(id) {
                Some(place) => PROMPTS.get(place + 1).map_or(Self::Others(None), |next| Self::Prompt(*next)),
                None => Self::Others(Some(id)),
            },
            Self::Others(_) => Self::How,
            Self::How => Self::ReadBack,
            Self::ReadBack | Self::Result | Self::OwnView => Self::Result,
        }
    }
    /// The screen before this one; `None` before the first.
    pub fn back(self) -> Option<Self> {
        Some(match self {
            Self::Check => return None,
            Self::People => Self::Check,
            Self::Prompt(id) => match place_of(id) {
                Some(0) => Self::People,
                Some(place) => Self::Prompt(PROMPTS[place - 1]),
                None => Self::Others(Some(id)),
            },
            Self::Others(_) => Self::Prompt(PROMPTS[PROMPTS.len() - 1]),
            Self::How => Self::Others(None),
            Self::ReadBack => Self::How,
            Self::Result => Self::ReadBack,
            Self::OwnView => Self::Result,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_case::input::IndicatorPart;

    /// Every screen, on by Continue alone.
    fn all() -> Vec<IdentifyScreen> {
        let mut all = vec![IdentifyScreen::default()];
        while let Some(last) = all.last().copied()
            && last != IdentifyScreen::Result
        {
            all.push(last.next());
        }
        all
    }

    #[test]
    fn going_on_passes_every_place_once_and_back_undoes_it() {
        let all = all();
        assert_eq!(all.len(), IdentifyScreen::COUNT);
        assert_eq!(all[2..12], PROMPTS.map(IdentifyScreen::Prompt));
        for (at, screen) in all.iter().enumerate() {
            assert_eq!(screen.place(), at + 1, "{screen:?}");
            assert_eq!(screen.back(), at.checked_sub(1).map(|before| all[before]), "{screen:?}");
        }
        assert_eq!(IdentifyScreen::Result.next(), IdentifyScreen::Result);
    }

    #[test]
    fn what_is_opened_from_a_screen_has_its_place_and_comes_back_to_it() {
        for id in IndicatorId::ALL.iter().copied().filter(|id| place_of(*id).is_none()) {
            let prompt = IdentifyScreen::Prompt(id);
            assert_eq!(prompt.place(), IdentifyScreen::Others(None).place());
            assert_eq!(prompt.next(), IdentifyScreen::Others(Some(id)));
            assert_eq!(prompt.back(), Some(IdentifyScreen::Others(Some(id))));
        }
        assert_eq!(IdentifyScreen::OwnView.next(), IdentifyScreen::Result);
        assert_eq!(IdentifyScreen::OwnView.place(), IdentifyScreen::COUNT);
    }

    #[test]
    fn each_input_of_the_step_has_a_screen_and_each_screen_a_name_of_its_own() {
        for id in IndicatorId::ALL {
            let screen = IdentifyScreen::of(Input::Indicator(*id, IndicatorPart::Note));
            assert_eq!((screen, screen.name()), (IdentifyScreen::Prompt(*id), ["identify.", id.text()].concat()));
        }
        assert_eq!(IdentifyScreen::of(Input::Unsure), IdentifyScreen::Check);
        assert_eq!(IdentifyScreen::of(Input::SurvivorIs), IdentifyScreen::People);
        assert_eq!(IdentifyScreen::of(Input::Health), IdentifyScreen::How);
        assert_eq!(IdentifyScreen::of(Input::Flag(Flag::OneIncident)), IdentifyScreen::How);
        for input in [Input::JudgementPerson, Input::Specialist, Input::Flag(Flag::HarmedVoice)] {
            assert_eq!(IdentifyScreen::of(input), IdentifyScreen::OwnView);
        }
        let mut names: Vec<String> = all().into_iter().map(IdentifyScreen::name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), IdentifyScreen::COUNT);
    }
}
