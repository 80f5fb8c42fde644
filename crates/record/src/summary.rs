//! The whole record for the survivor's own restricted file, with their own words first.
//!
//! It never says who is named unless [`super::pattern`] allows it, never gives a band, and never holds what
//! [`super::outward`] keeps back. It holds no name, address or number.

use super::document::{Block, Document, Marked};
use super::not_done::not_done;
use super::parts::{care, chosen, consent, danger, judgement, not_known, referrer, review, routes, with_blanks};
use super::people::People;
use super::phrases::Reading;
use super::{actions, dash_sheet, outward, pattern, plan, situation};
use waymark_case::{Case, ContextField};
use waymark_content::words::Words;
use waymark_engine::Assessment;

/// The summary of a case. `people` are fixed descriptors, used only where a pattern may be described.
pub fn summary(case: &Case, assessment: &Assessment, words: &Words, people: &People) -> Document {
    let reading = Reading::of(case, assessment, words, people);
    let say = &reading.words.steps().pages.record;
    let facts = |fields: &[ContextField]| vec![Block::Facts(reading.grouped(fields))];
    let mut document = reading.document(say.summary_title);
    document.blocks.push(Block::paragraph(say.summary_intro));
    document.section(say.summary_wishes, situation::wishes(&reading));
    document.section(say.summary_referrer, referrer(&reading));
    document.section(say.summary_routes, routes(&reading));
    document.section(say.summary_danger, danger(&reading));
    document.section(say.summary_judgement, judgement(&reading));
    let (heading, blocks) = pattern::section(&reading, &[]);
    document.section(heading, blocks);
    document.section(say.summary_dash, dash_sheet::blocks(&reading));
    document.section(say.summary_survivor, facts(&situation::SURVIVOR));
    document.section(say.summary_children, facts(&situation::CHILDREN));
    document.section(say.summary_other, facts(&situation::OTHER));
    document.section(say.summary_orders, facts(&situation::ORDERS));
    document.section(say.summary_home, facts(&situation::HOME));
    document.section(say.summary_contact, with_blanks(situation::contact(&reading), say.contact_blanks));
    document.section(say.summary_consent, consent(&reading));
    document.section(say.summary_history, facts(&dash_sheet::HISTORY));
    document.section(say.summary_actions, chosen(&reading));
    document.section(say.summary_declined, vec![actions::declined(&reading)]);
    document.section(say.summary_withheld, vec![actions::withheld(&reading, outward::withheld).marked(Marked::Advice)]);
    document.section(reading.words.steps().pages.record.not_done, not_done(&reading));
    document.section(say.log_plan, plan::blocks(case, say.plan_parts, 3));
    document.section(say.summary_care, vec![care(&reading)]);
    document.section(say.summary_unknown, not_known(&reading));
    document.section(say.summary_review, review(&reading));
    document
}
