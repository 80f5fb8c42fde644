//! The position on the path through Tonight. Which screen that is follows from the case, so that a stop moves on once it is
//! handled.

use super::tonight::{self as path, ScreenId, Tap};
use waymark_case::Case;
use waymark_content::words::Words;

/// A position on the path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PathPosition {
    /// Just opened.
    #[default]
    Opened,
    /// Done with this screen.
    After(ScreenId),
    /// Come back to this screen.
    At(ScreenId),
    /// At the result, from this screen.
    Result(ScreenId),
}

impl PathPosition {
    /// The position after an answer on this screen. Where it is not private, the question is asked again when it may be.
    pub fn answered(id: ScreenId, case: &Case) -> Self {
        if id == ScreenId::Private && path::waits(id, case) { Self::At(id) } else { Self::After(id) }
    }
    /// Puts into the case what was answered on the first screens before the program was there, and gives the position after
    /// it. `answers` are "name=value", parted by spaces, without a value where a screen was skipped; what is none of the
    /// answers of a screen is passed over.
    pub fn resumed(case: &mut Case, answers: &str, words: &Words) -> Self {
        let mut position = Self::default();
        for (name, value) in answers.split(' ').filter_map(|answer| answer.split_once('=')) {
            let Some(screen) = path::screens().into_iter().find(|screen| screen.first_name() == name) else { continue };
            let pressed = screen
                .answers()
                .iter()
                .find(|answer| answer.puts.iter().any(|put| (put.name, put.value) == (name, value)));
            if let Some(answer) = pressed {
                path::apply(case, Tap::Answer(answer), words);
            }
            position = Self::answered(screen.id, case);
        }
        position
    }
    /// The screen to show; `None` for the result. A stop that was put aside holds nobody up.
    pub fn screen(self, case: &Case, aside: bool) -> Option<ScreenId> {
        match self {
            Self::Opened => Some(path::first(case)),
            Self::After(id) if aside => path::past(id, case),
            Self::After(id) => path::next(id, case),
            Self::At(id) => Some(id),
            Self::Result(_) => None,
        }
    }
    /// The screen to go back to from the result.
    pub fn before_result(self) -> Self {
        match self {
            Self::Opened => Self::Opened,
            Self::After(id) | Self::At(id) | Self::Result(id) => Self::At(id),
        }
    }
}
