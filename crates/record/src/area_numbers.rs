//! The area's own numbers, for whoever acts on a sheet: of the services that it names, and only of those that the area filled in.
//!
//! Lives here: how they read. Not here: which service serves what (`waymark_area`), or which sheets hold them. No
//! sheet that the survivor, the other person or a visitor to the home may hold does: a number tells whom somebody rings.

use super::document::{Block, Marked};
use waymark_area::ContactId;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::Vocabulary;
use waymark_content::profile::LocalService;
use waymark_content::words::Words;
use waymark_content::words::capital;
use waymark_engine::Assessment;

/// These of the area's services with how to reach them, and whose word that is; no blocks where none is filled in.
pub fn area_numbers(ids: &[ContactId], assessment: &Assessment, words: &Words) -> Vec<Block> {
    let say = &words.pages.area;
    let row = |service: &LocalService| {
        let label = say.contacts.get(service.id.index()).copied().unwrap_or_default().to_owned();
        let parts = [&*service.number, &*service.name, &*service.hours];
        (label, parts.into_iter().filter(|part| !part.is_empty()).listed().join(", "))
    };
    let rows: Vec<(String, String)> = assessment.services(ids).map(row).listed();
    if rows.is_empty() {
        return Vec::new();
    }
    let own = Block::paragraph([&capital(say.contact_own), "."].concat());
    [Block::Facts(rows), own].into_iter().map(|block| block.marked(Marked::Advice)).listed()
}
