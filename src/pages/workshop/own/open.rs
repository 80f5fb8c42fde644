//! The case of one's own that is open: read and changed in one place.

use crate::app::Workshop;
use leptos::prelude::*;
use waymark_workshop::Vignette;

/// Changes the open case.
pub(super) fn change(workshop: Workshop, change: impl FnOnce(&mut Vignette)) {
    workshop.practice.own.update(|own| {
        if let Some(own) = own {
            change(own);
        }
    });
}

/// Reads something of the open case. Follows it.
pub(super) fn of<R: Default>(workshop: Workshop, read: impl FnOnce(&Vignette) -> R) -> R {
    workshop.practice.own.with(|own| own.as_ref().map(read).unwrap_or_default())
}
