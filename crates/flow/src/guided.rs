//! The guided screens of the situation: twelve that change what to do first, then the few that `ask_next` names.
//!
//! Lives here: which questions share a screen, and in what order. Not here: when a question matters (`matters`), how a
//! screen looks (`pages`). What an answer brings up opens under it, so that the number of screens never grows.

use super::matters;
use waymark_case::listed::Listed;
use waymark_case::{Case, ContextField as F};
use waymark_content::words::Words;
use waymark_engine::Assessment;

/// The most questions offered after the twelve.
const EXTRAS: usize = 2;

/// One screen: a single question, or a small group of rows.
#[derive(Clone, Copy, Debug)]
pub struct SituationScreen {
    /// Its questions. The first names the screen.
    pub fields: &'static [F],
    /// What an answer here can bring up under them.
    opens: &'static [F],
    title: Option<fn(&Words) -> &'static str>,
}

const fn one(field: &'static [F], opens: &'static [F]) -> SituationScreen {
    SituationScreen { fields: field, opens, title: None }
}

const fn group(fields: &'static [F], opens: &'static [F], title: fn(&Words) -> &'static str) -> SituationScreen {
    SituationScreen { fields, opens, title: Some(title) }
}

/// The twelve screens in their order (`spec/pages.md`).
pub const SITUATION: [SituationScreen; 12] = [
    one(&[F::Nation], &[]),
    one(&[F::DangerNow], &[]),
    one(&[F::PrivateNow], &[]),
    one(&[F::ToldBy], &[]),
    one(&[F::Injury], &[]),
    one(&[F::StrangulationWithin4Weeks], &[F::RedFlags]),
    one(&[F::SuicidalNow], &[]),
    group(&[F::Sees, F::CounterAllegation], &[], |words| words.pages.situation.screen_support),
    group(&[F::Relationship, F::SurvivorAge, F::PerpetratorAge], &[], |words| words.pages.situation.screen_people),
    one(&[F::Children], &[F::ChildHarm, F::ChildWithPerpetratorTonight]),
    group(&[F::LimitsExplained, F::WishAsked], &[F::Wishes], |words| words.pages.situation.screen_wish),
    one(&[F::SafeContact], &[]),
];

impl SituationScreen {
    /// What the screen is called in `data-screen`: the name of its first question.
    pub fn name(&self) -> &'static str {
        self.fields.first().map_or("", |field| field.path())
    }
    /// The heading of a group; `None` where the one question is the heading.
    pub fn title(&self, words: &Words) -> Option<&'static str> {
        self.title.map(|title| title(words))
    }
    /// The one question of the screen, whose answers are buttons that go on.
    pub fn single(&self) -> Option<F> {
        match self.fields {
            [field] => Some(*field),
            _ => None,
        }
    }
    /// The rows of a group, and what was brought up under them or under the one question.
    pub fn rows(&self, case: &Case, assessment: &Assessment) -> Vec<F> {
        let group = if self.single().is_some() { &[] } else { self.fields };
        let opened = self.opens.iter().filter(|field| matters(**field, case, assessment));
        group.iter().chain(opened).copied().listed()
    }
    /// True when any of its questions has an answer.
    pub fn is_begun(&self, case: &Case) -> bool {
        self.fields.iter().chain(self.opens).any(|field| !case.context.field(*field).is_absent())
    }
}

/// Where the worker is in the guided situation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SituationPlace {
    /// Just opened.
    #[default]
    Opened,
    /// On one of the twelve screens, by its place.
    Screen(usize),
    /// On one of the questions after the twelve. They were settled on the way there, so that an answer moves none.
    Extra(usize, Vec<F>),
    /// At the end: what else can be told, by heading.
    More,
}

impl SituationPlace {
    /// The screen that asks a question: one of the twelve, or the end, where everything else is.
    pub fn of(field: F) -> Self {
        let asks = |screen: &SituationScreen| screen.fields.contains(&field) || screen.opens.contains(&field);
        SITUATION.iter().position(asks).map_or(Self::More, Self::Screen)
    }
    /// The place to show: what was just opened begins at the first screen with no answer.
    pub fn settled(self, case: &Case) -> Self {
        match self {
            Self::Opened => SITUATION.iter().position(|screen| !screen.is_begun(case)).map_or(Self::More, Self::Screen),
            place => place,
        }
    }
    /// The place after this one; the same at the end.
    pub fn next(&self, assessment: &Assessment) -> Self {
        match self {
            Self::Opened => Self::Opened,
            Self::Screen(at) if at + 1 < SITUATION.len() => Self::Screen(at + 1),
            Self::Screen(_) => {
                // The twelve were answered or skipped; what is asked again here would be asked twice.
                let extras = assessment.ask_next.iter().filter(|field| Self::of(**field) == Self::More);
                let extras: Vec<F> = extras.take(EXTRAS).copied().listed();
                if extras.is_empty() { Self::More } else { Self::Extra(0, extras) }
            }
            Self::Extra(at, extras) if at + 1 < extras.len() => Self::Extra(at + 1, extras.clone()),
            Self::Extra(..) | Self::More => Self::More,
        }
    }
    /// The place before this one; `None` before the first.
    pub fn back(&self) -> Option<Self> {
        match self {
            Self::Screen(at) => at.checked_sub(1).map(Self::Screen),
            Self::Extra(at, extras) if *at > 0 => Some(Self::Extra(at - 1, extras.clone())),
            Self::Extra(..) | Self::More => Some(Self::Screen(SITUATION.len() - 1)),
            Self::Opened => None,
        }
    }
}

/// How many of the twelve screens are begun.
pub fn situation_begun(case: &Case) -> usize {
    SITUATION.iter().filter(|screen| screen.is_begun(case)).count()
}
