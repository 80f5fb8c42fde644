//! The notes for the two files of one's own agency, which must never meet.
//!
//! The survivor's note holds their words, the danger and what was done. The other person's note is made without the case:
//! it can hold nothing but what is typed for it, so that nothing about the survivor, and not even that this page was used,
//! can get into it (practice, section 8).

use super::document::{Block, Document};
use super::incident::incident;
use super::names::{Names, Slot};
use super::parts::{chosen, consent_facts, danger, judgement, not_known, review, role_and_how, to_fill};
use super::phrases::Reading;
use super::{actions, dash_sheet, plan, situation};
use waymark_case::identify::IndicatorAnswer;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField as F, ItemNumber, Text};
use waymark_content::words::Words;
use waymark_engine::Assessment;

/// What the survivor's note asks for.
pub const SURVIVOR_SLOTS: [Slot; 2] = [Slot::Date, Slot::Referrer];
/// What the other person's note asks for: all that it holds.
pub const OTHER_SLOTS: [Slot; 6] = [Slot::Date, Slot::Referrer, Slot::Said, Slot::Seen, Slot::Acted, Slot::Told];

/// The case and its assessment without what police or probation told, which the survivor could read in their own file: that
/// is for police to tell. Nothing is worked out afresh, so that no count changes.
pub fn without_police(reading: &Reading<'_>) -> (Case, Assessment) {
    let (mut case, mut assessment) = (reading.case.clone(), reading.assessment.clone());
    let told = |text: Option<&Text>| {
        text.is_some_and(|text| {
            let text = text.as_str().to_lowercase();
            reading.words.later().pages.outputs.police_words.iter().any(|word| text.contains(word))
        })
    };
    for item in ItemNumber::all().filter(|item| told(reading.case.dash.sources.get(*item))) {
        case.dash.answers.set(item, None);
        case.dash.notes.set(item, None);
        assessment.dash.markers.retain(|marker| *marker != item);
    }
    assessment.identify.danger.retain(|id| {
        let answer = reading.case.identify.answer(*id);
        let by_agency = |answer: &IndicatorAnswer| {
            !answer.sources.is_empty() && answer.sources.iter().all(|source| source == Source::Agency)
        };
        !answer.is_some_and(|answer| told(answer.note.as_ref()) || by_agency(answer))
    });
    case.context.perpetrator_mappa = None;
    case.notes.retain(|_, note| !told(Some(note)));
    (case, assessment)
}

/// The note for the survivor's file.
pub fn survivor_file(reading: &Reading<'_>, names: &Names, document: &mut Document) {
    let (case, assessment) = without_police(reading);
    let reading = &reading.about(&case, &assessment);
    let say = &reading.words.later().pages.outputs;
    let record = &reading.words.steps().pages.record;
    let mut from = names.blocks(&SURVIVOR_SLOTS, reading.words);
    from.push(role_and_how(reading));
    from.push(dash_sheet::heard(reading));
    document.section(say.own_words, situation::wishes(reading));
    document.section(say.written_by, from);
    document.section(say.incident, incident(reading));
    document.section(record.summary_danger, danger(reading));
    document.section(record.summary_judgement, judgement(reading));
    document.section(
        say.dash_short,
        vec![dash_sheet::counted(reading), dash_sheet::facts(reading, &dash_sheet::EVERY, true)],
    );
    document.section(record.summary_contact, situation::contact(reading));
    document.section(say.capacity, vec![Block::Facts(reading.facts(&[F::CareNeeds, F::CapacityDoubt]))]);
    document.section(say.agreed, {
        let mut agreed = consent_facts(reading);
        agreed.push(actions::shares(reading));
        agreed
    });
    document.section(record.summary_actions, chosen(reading));
    document.section(record.summary_declined, vec![actions::declined(reading)]);
    document.section(record.log_plan, plan::blocks(reading.case, record.plan_parts, 3));
    document.section(record.summary_unknown, not_known(reading));
    document.section(record.summary_review, review(reading));
    document.section(
        say.kept_apart,
        vec![
            Block::paragraph(say.kept_apart_words),
            Block::paragraph(say.kept_apart_police),
            to_fill(say.kept_apart_blanks),
        ],
    );
}

/// The note for the other person's file: words and actions only, made of nothing but what was typed for it.
pub fn other_file(names: &Names, words: &Words, document: &mut Document) {
    let say = &words.later().pages.outputs;
    document.blocks.extend(names.blocks(&OTHER_SLOTS[..2], words));
    for slot in &OTHER_SLOTS[2..] {
        let typed = names.get(*slot).trim();
        let block = match (slot, typed) {
            (_, "") => to_fill(&[say.write_here]),
            (Slot::Said, said) => Block::Quote(said.to_owned()),
            (_, typed) => Block::paragraph(typed),
        };
        document.section(&slot.label(words), vec![block]);
    }
}
