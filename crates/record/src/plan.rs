//! The safety plan: what the survivor chose, part by part.
//!
//! It stands in full in the survivor's own file, and in neutral words on the copy that they carry. It leaves the agency
//! only where they agreed to that very share (H-63; practice, section 8).

use super::document::Block;
use super::phrases::member;
use super::situation::words_of;
use waymark_case::Case;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;

/// The parts with their texts, in the order of the closed set; `names` are the headings of the parts, in the same order, and
/// `level` is theirs.
pub fn blocks(case: &Case, names: &[&'static str], level: u8) -> Vec<Block> {
    let written = |part: Option<PlanPart>| {
        case.record.plan.iter().filter(move |line| line.part == part).filter_map(|line| words_of(line.text.as_ref()))
    };
    let mut blocks = Vec::new();
    for part in PlanPart::ALL.iter().map(|part| Some(*part)).chain([None]) {
        let lines: Vec<String> =
            written(part).flat_map(str::lines).filter(|line| !line.trim().is_empty()).map(str::to_owned).listed();
        if lines.is_empty() {
            continue;
        }
        if part.is_some() {
            blocks.push(Block::Heading(level, member(names, part)));
        }
        blocks.push(Block::List(lines));
    }
    blocks
}

/// True when the survivor agreed that this service is given the plan.
pub fn may_be_given_to(case: &Case, with: ShareWith) -> bool {
    case.record.shares.iter().any(|share| {
        share.with == Some(with)
            && share.purpose == Some(SharePurpose::SafetyPlan)
            && share.answer == Some(ShareAnswer::Given)
    })
}
