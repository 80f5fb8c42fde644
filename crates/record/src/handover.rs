//! What the next shift is given: no names, no total, no identification, and nothing that may not be seen by a shift
//! (practice, section 8).

use super::area_numbers::area_numbers;
use super::dash_sheet;
use super::document::{Block, Document, Marked};
use super::not_done::not_done;
use super::people::People;
use super::phrases::{Reading, due_in_words, key, member, who_refers};
use super::script::{is_for_the_morning, open_steps, wanted};
use super::situation::{self, words_of};
use super::{actions, outward, parts, signs};
use ContextField as F;
use waymark_area::ContactId;
use waymark_area::area_contacts_for;
use waymark_area::area_contacts_in;
use waymark_area::area_contacts_to;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input};
use waymark_content::words::{Words, capital, fill};
use waymark_content::{Open, Stance};
use waymark_engine::Assessment;
use waymark_engine::assessment::ShownPathway;

/// The handover to the next shift: where things stand, what is done, what is to be done and by when, what no one must do,
/// what is not known, and what waits for office hours.
pub fn handover(case: &Case, assessment: &Assessment, words: &Words) -> Document {
    let words = assessment.words(words);
    let people = People::unnamed(words);
    let reading = Reading::of(case, assessment, words, &people);
    let say = &words.steps().pages.record;
    let facts = |fields: &[ContextField]| Block::Facts(reading.facts(fields));
    let list = |lines: Vec<String>| Block::List(lines.iter().map(|line| capital(line)).listed());
    let (morning, tonight): (Vec<&ShownPathway>, Vec<&ShownPathway>) =
        open_steps(&reading).partition(|shown| is_for_the_morning(shown) || can_wait(shown, case));
    let or_say = |block: Block, none: &str| if block.is_empty() { Block::not_asked(none) } else { block };

    let mut document = reading.document(say.handover_title);
    document.blocks.push(Block::paragraph(say.handover_intro));
    let place = [F::ToldBy, F::SameSiteTonight, F::PerpetratorAccess, F::HomelessRisk];
    document.section(say.handover_where, vec![facts(&place), other_way(&reading)]);
    let mut danger = signs::blocks(&reading);
    danger.push(Block::Facts(dash_sheet::overheard(&reading).into_iter().listed()));
    document.section(say.handover_signs, danger);
    document.section(say.summary_children, children(&reading));
    document.section(say.handover_wish, vec![or_say(list(wanted(&reading)), say.not_asked)]);
    document.section(say.handover_done, vec![or_say(done(&reading), say.handover_done_none)]);
    document.section(words.steps().pages.record.not_done, not_done(&reading));
    document.section(say.handover_todo, vec![to_do(&reading, &tonight)]);
    let to_ring = to_ring(&reading, tonight.iter().chain(&morning));
    document.section(words.steps().pages.record.area_numbers, area_numbers(&to_ring, assessment, words));
    document.section(say.handover_contact, contact(&reading));
    document.section(say.handover_dont, do_not(&reading));
    document.section(say.handover_unknown, not_known(&reading));
    let titles = morning.iter().map(|shown| reading.title(shown.id).to_owned());
    document.section(say.handover_morning, vec![Block::List(titles.listed()).marked(Marked::Advice)]);
    document.blocks.push(Block::paragraph(say.handover_changes));
    document
}

/// A step that nobody has decided on and that no rule asks for today: its name is enough.
fn can_wait(shown: &ShownPathway, case: &Case) -> bool {
    shown.priority > 1 && case.choice(shown.id).is_none_or(|choice| choice.decision.is_none())
}

/// Whether anyone says that it is the other way round: yes, no or not asked, and nothing more.
fn other_way(reading: &Reading<'_>) -> Block {
    match reading.case.context.counter_allegation {
        Some(Known::Yes) => Block::paragraph(reading.words.steps().pages.record.handover_other_way),
        Some(Known::No) => Block::Facts(reading.facts(&[F::CounterAllegation])),
        _ => Block::paragraph(""),
    }
}

/// The local services that the sheet names: on-call, whoever the Dash, a step, a child or a caution calls for.
fn to_ring<'a>(reading: &Reading<'_>, steps: impl Iterator<Item = &'a &'a ShownPathway>) -> Vec<ContactId> {
    let context = &reading.case.context;
    let mut ids = vec![ContactId::OnCall];
    ids.extend(reading.assessment.handoff.iter().flat_map(area_contacts_to));
    ids.extend(has_children(reading).then_some(ContactId::EdtChildren));
    ids.extend(steps.flat_map(|shown| area_contacts_for(shown.id, context)));
    ids.extend(outward::cautions_for_shift(reading).into_iter().flat_map(area_contacts_in));
    ids
}

/// True when a child is or may be harmed by it.
fn has_children(reading: &Reading<'_>) -> bool {
    let context = &reading.case.context;
    matches!(context.children, Some(Children::InHome | Children::Linked))
        || matches!(context.child_harm, Some(ChildHarm::SeesHears | ChildHarm::Threatened | ChildHarm::Hurt))
        || context.child_with_perpetrator_tonight == Some(Known::Yes)
}

/// The children, with a recipient of their own.
fn children(reading: &Reading<'_>) -> Vec<Block> {
    let whom = if has_children(reading) { reading.words.steps().pages.record.handover_child } else { "" };
    vec![Block::Facts(reading.facts(&situation::CHILDREN)), Block::paragraph(whom).marked(Marked::Advice)]
}

/// The questions about the situation that are open: a line for those not asked, and one for those that nobody knows.
fn not_known(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let open = super::unanswered(reading.case, reading.assessment);
    let line = |asked: bool, label: &str| {
        let fields = open.iter().filter(|open| open.asked == asked).filter_map(|open| match open.input {
            Input::Context(field) if situation::may_be_named(field) => Some(reading.label(open.input)),
            _ => None,
        });
        let fields: Vec<String> = fields.listed();
        let line = fill(say.labelled, &[("label", &capital(label)), ("value", &fields.join(", "))]);
        Block::not_asked(if fields.is_empty() { String::new() } else { line })
    };
    vec![line(false, say.not_asked), line(true, say.not_known)]
}

fn done(reading: &Reading<'_>) -> Block {
    let done = reading.case.choices.iter().filter(|choice| choice.decision == Some(Decision::Done));
    let rows = done.filter(|choice| outward::pathway_for_shift(choice.pathway)).map(|choice| {
        let title = reading.title(choice.pathway).to_owned();
        vec![title, actions::cell(choice.by.as_ref()), actions::cell(choice.when())]
    });
    Block::table(reading.words.steps().pages.record.handover_done_head, rows.listed())
}

/// Steps with who and by when: as written down, else as the rules give it.
fn to_do(reading: &Reading<'_>, steps: &[&ShownPathway]) -> Block {
    let say = &reading.words.steps().pages.record;
    let row = |shown: &&ShownPathway| {
        let choice = reading.case.choice(shown.id);
        let or = |own: Option<&str>, rule: String| own.map_or(rule, str::to_owned);
        let mut title = reading.title(shown.id).to_owned();
        if shown.open == Open::Local {
            title = fill(say.handover_local, &[("title", &title)]);
        }
        if shown.stance == Stance::Consider {
            title = fill(say.handover_consider, &[("title", &title)]);
        }
        let by = choice.and_then(|choice| words_of(choice.by.as_ref()));
        let when = choice.and_then(|choice| words_of(choice.when()));
        let consent = member(say.handover_agreement, Some(shown.consent));
        // "You" on a sheet would be whoever reads it: of a referral to MARAC the roles are named.
        let refers = Some(shown.id)
            .filter(|id| *id == PathwayId::MaracReferral)
            .and_then(|_| who_refers(reading.assessment, reading.words));
        let who = match (by, refers) {
            (None, Some(roles)) => capital(&roles),
            (by, _) => or(by, reading.words.text(&key("who", shown.who)).to_owned()),
        };
        vec![title, who, or(when, due_in_words(shown, reading.words)), consent]
    };
    Block::table(say.handover_todo_head, steps.iter().map(row).listed()).marked(Marked::Advice)
}

fn contact(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let mut blocks = situation::contact(reading);
    match reading.case.context.safe_contact {
        Some(SafeContact::Agreed) => {}
        Some(SafeContact::NoneSafe) => {
            blocks.push(Block::paragraph(say.handover_contact_none).marked(Marked::Advice));
        }
        _ => blocks.push(Block::not_asked(say.handover_contact_not_asked)),
    }
    blocks
}

/// What holds in every case, and the cautions by their titles: the full tool says more of each.
fn do_not(reading: &Reading<'_>) -> Vec<Block> {
    let say = &reading.words.steps().pages.record;
    let cautions = outward::cautions_for_shift(reading);
    let titles = cautions.into_iter().map(|id| reading.words.caution(id).title.to_owned()).listed();
    vec![parts::list(say.handover_donts), Block::List(titles).marked(Marked::Advice)]
}
