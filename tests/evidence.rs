//! What is known of the tools: every statement names its source, or says that none was found.

#![allow(clippy::panic)]

use waymark_content::{EN, sources};

#[test]
fn every_statement_of_the_evidence_names_its_source_or_says_that_none_was_found() {
    let known = &EN.later().pages.workshop_evidence;
    for text in [known.dash, known.disagree, known.dara, known.signs].into_iter().flatten() {
        let codes = text.rsplit_once(" (").and_then(|(_, codes)| codes.strip_suffix(')'));
        let codes = codes.unwrap_or_else(|| panic!("no source: {text}"));
        assert!(codes.split(", ").all(|code| sources().iter().any(|source| source.id == code)), "{text}");
        assert!(!text.contains('%'), "{text}");
    }
    assert!(known.unknown.iter().all(|text| text.contains(" no ")), "what was not found is said so");
    for text in known.study_do.iter().chain(known.study_read).chain(known.unknown) {
        let lower = text.to_lowercase();
        assert!(!lower.contains("low risk") && !lower.contains("proven"), "{text}");
    }
}
