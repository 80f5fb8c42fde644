//! Help without a word.

use crate::app::Language;
use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_view::{El, html, list, p};

/// How to reach 999 without speaking or hearing, with what differs by nation.
pub fn quiet_call(language: Language) -> Vec<El> {
    let words = language.pathway(PathwayId::SilentCall);
    let nations = words.nations.iter().map(move |(nation, text)| {
        html::li().child(language.text(&format!("nation.{}", nation.text()))).child(": ").child(*text)
    });
    vec![
        p("", words.what),
        list(html::ul(), "", words.ready.iter().copied()).children(nations),
        p("small", words.care.join(" ")).child(" ").child(words.status),
    ]
}
