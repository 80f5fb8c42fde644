//! What tells when a part of the page has ended.

use leptos::prelude::*;
use waymark_view::RwSignal;

/// Tells its name when it is dropped.
pub struct Ends(pub &'static str, pub RwSignal<Vec<&'static str>>);

impl Ends {
    /// Does nothing; whoever calls it holds this.
    pub fn is_there(&self) {}
}

impl Drop for Ends {
    fn drop(&mut self) {
        self.1.update(|told| told.push(self.0));
    }
}
