//! What works out what follows from a case. It comes with the steps of a case; Tonight's screens and the stops do without.

use waymark_area::{Area, local_profile};
use waymark_case::Case;
use waymark_content::{OwnWords, Profiles};
use waymark_engine::{Assessment, assess_with};
use waymark_view::RwSignal;

/// The functions of the engine that the state calls.
pub struct Engine {
    /// What follows from a case under these profiles.
    pub assess: fn(&Case, &Profiles) -> Assessment,
    /// The profiles that ship, and the chosen one with the values of the area on top.
    pub profiles: fn(Option<&Area>, Option<&str>) -> Profiles,
    /// The words of a policy, or of the sector where there is none of this id.
    pub own_words: fn(&Profiles, Option<&str>) -> OwnWords,
}

/// The engine of this program.
pub static ENGINE: Engine = Engine {
    assess: assess_with,
    profiles: |area, chosen| {
        let shipped = Profiles::shipped();
        match area {
            None => shipped,
            Some(area) => {
                let local = local_profile(area, shipped.get_or_default(chosen));
                shipped.with(local)
            }
        }
    },
    own_words: |profiles, chosen| profiles.get_or_default(chosen).own_words.clone(),
};

/// The engine, once it is there.
pub type EngineSignal = RwSignal<Option<&'static Engine>>;
