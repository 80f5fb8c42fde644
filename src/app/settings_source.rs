//! Settings that come with the page: in the block of a personal copy, after `#` in the address, or in a file. Each is asked
//! about before it does anything.

use super::AreaState;
use crate::platform::settings_files::{self, FileError};
use crate::platform::{early, fragment, page};
use leptos::prelude::*;
use waymark_area::{Area, AreaError, BYTES, ExitAddress, from_fragment};
use waymark_view::{effect, memo};

/// Asks about the settings of the page and then about those of the address, and about these again whenever a link is opened in
/// this tab. Exit follows the settings in use. Listens for as long as the page lives.
pub fn listen(area_state: AreaState) {
    let usual = early::exit_address();
    let exit = memo(move || area_state.in_use.with(|area| area.as_ref().and_then(|area| area.page.exit.clone())));
    effect(move |_| {
        exit.with(|exit| {
            let address = exit.as_ref().map_or(usual.as_str(), ExitAddress::as_str);
            early::set_exit_address(address);
        });
    });
    let block = page::settings_block();
    if !block.trim().is_empty() {
        take_up(area_state, Area::from_json(block.trim().as_bytes()));
    }
    fragment::listen(move |fragment| {
        if let Some(area) = from_fragment(&fragment) {
            take_up(area_state, area);
        }
    });
}

/// Lets the person choose a file with settings, and asks about them; those that are refused change nothing.
pub fn open_file(area_state: AreaState) {
    settings_files::choose(BYTES, move |bytes| {
        let area = match bytes {
            Ok(bytes) => Area::from_json(&bytes),
            Err(FileError::TooLarge) => Err(AreaError::TooLong),
            Err(FileError::Unreadable) => Err(AreaError::Damaged),
        };
        take_up(area_state, area);
    });
}

/// Hands settings that were read over to be asked about. Their exit must be an address that the browser takes unchanged:
/// the address shown is then the one that is opened.
fn take_up(area_state: AreaState, area: Result<Area, AreaError>) {
    let leads_there =
        |area: &Area| area.page.exit.as_ref().is_none_or(|exit| fragment::is_taken_as_it_stands(exit.as_str()));
    area_state.ask_about(area.and_then(|area| if leads_there(&area) { Ok(area) } else { Err(AreaError::Damaged) }));
}
