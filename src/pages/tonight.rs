//! The fast path of a bad night: one small screen at a time, then what to do on half a page.

mod result;
mod screen;
mod whole;

use crate::app::{Desk, Layout, Step, layout_toggle, step_root};
use crate::case::Case;
use crate::flow::tonight::{self as path, ScreenId};
use crate::platform::dom::El;
use crate::platform::page;
use leptos::prelude::*;

/// Where the worker stands. Which screen that is follows from the case, so that a stop moves on once it is handled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Just opened.
    Opened,
    /// Done with this screen.
    After(ScreenId),
    /// Come back to this screen.
    At(ScreenId),
    /// At the result, from this screen.
    Result(ScreenId),
}

impl Place {
    /// The screen to show; `None` for the result.
    fn screen(self, case: &Case) -> Option<ScreenId> {
        match self {
            Self::Opened => Some(path::first(case)),
            Self::After(id) => path::next(id, case),
            Self::At(id) => Some(id),
            Self::Result(_) => None,
        }
    }
    /// The screen to go back to from the result.
    fn before_result(self) -> Self {
        match self {
            Self::Opened => Self::Opened,
            Self::After(id) | Self::At(id) | Self::Result(id) => Self::At(id),
        }
    }
}

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sight {
    Screen(ScreenId),
    Whole,
    Result,
}

/// Tonight: at most ten screens, or all their questions on one page, and the result.
pub fn tonight() -> El {
    let desk = Desk::here();
    let place = RwSignal::new(Place::Opened);
    let sight = Memo::new(move |_| match desk.case.with(|case| place.get().screen(case)) {
        None => Sight::Result,
        Some(_) if desk.layout.get() == Layout::Whole => Sight::Whole,
        Some(id) => Sight::Screen(id),
    });
    let class = move || {
        Some(match sight.get() {
            Sight::Screen(_) => "tonight",
            Sight::Whole => "narrow",
            Sight::Result => "narrow half",
        })
    };
    step_root(Step::Tonight, "").live_attr("class", class).live(move || {
        let sight = sight.get();
        untrack(|| match sight {
            Sight::Screen(id) => vec![screen::screen(id, place), layout_toggle()],
            Sight::Whole => vec![whole::questions(place)],
            Sight::Result => vec![result::outcome(place)],
        })
    })
}

/// Goes to a place; focus goes to what stands first there: an urgent panel, else the heading.
fn go(place: RwSignal<Place>, to: Place) {
    place.set(to);
    request_animation_frame(|| {
        page::focus_heading();
        page::focus(".urgent h2");
    });
}
