//! Covers and the hold. In the page a cover lies over everything; no word of it says what the page is for.

use super::stage::Stage;
use crate::app::Shown;
use crate::components::{cover, hold_line, soon_line};
use leptos::prelude::*;
use waymark_idle::CoverReason;
use waymark_view::{El, html};

shelf!("covers", "Covers", covered_by_hand covered_when_idle last_minute_of_the_cover wiped covers_soon not_held
    held);

/// Somebody pressed Cover.
fn covered_by_hand(stage: Stage) -> El {
    stage.watch.cover();
    html::div().child(cover(stage.language, stage.watch))
}

/// Nobody touched the page for some minutes.
fn covered_when_idle(stage: Stage) -> El {
    stage.watch.shown.set(Shown { cover: Some(CoverReason::Idle), ..Shown::default() });
    html::div().child(cover(stage.language, stage.watch))
}

/// The last minute before everything is cleared, seen and heard.
fn last_minute_of_the_cover(stage: Stage) -> El {
    stage.watch.shown.set(Shown { cover: Some(CoverReason::Idle), last_minute: true, ..Shown::default() });
    html::div().child(cover(stage.language, stage.watch))
}

/// Nobody carried on: everything was cleared.
fn wiped(stage: Stage) -> El {
    stage.watch.shown.set(Shown { cover: Some(CoverReason::Wiped), ..Shown::default() });
    html::div().child(cover(stage.language, stage.watch))
}

/// The last minute before the page covers itself.
fn covers_soon(stage: Stage) -> El {
    stage.watch.shown.set(Shown { covers_soon: true, ..Shown::default() });
    html::div().child(soon_line(stage.language, stage.watch))
}

/// The clocks run.
fn not_held(stage: Stage) -> El {
    hold_line(stage.language, stage.watch)
}

/// Both clocks are held for an hour.
fn held(stage: Stage) -> El {
    stage.watch.hold();
    hold_line(stage.language, stage.watch)
}
