//! Settings in the making, for a safeguarding lead: each part folded, rendered when it is first opened.

use super::place::{Options, field, pick, ticks};
use crate::app::{AreaState, CaseState, Language};
use crate::components::{about_what, own_words};
use leptos::ev;
use leptos::prelude::*;
use waymark_area::{
    Capability, ContactId, ContactPart, FactPart, LimitPart, OwnLimit, PatchValue, Place, Rows, SchemaConsent,
    SchemaContact, Strictness, Unit, fact_ids,
};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{PathwayId, Vocabulary, WorkerRole};
use waymark_content::words::{capital, fill};
use waymark_view::{El, RwSignal, button, details, html, memo, p};

/// The heading, and the parts.
pub fn make(language: Language, case: CaseState, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    vec![
        html::h2().child(words.make_title),
        p("", words.make_lead),
        p("small", words.make_at_once),
        part("whose", words.make_whose, move || whose(language, area)),
        part("contacts", words.make_contacts, move || contacts(language, area)),
        part("facts", language.steps().pages.facts.title, move || facts(language, area)),
        part("page", words.make_page, move || page(language, area)),
        part("roles", words.roles_title, move || roles(language, area)),
        part("deadlines", words.deadlines_title, move || limits(language, area)),
        part("values", words.patch_title, move || values(language, case, area)),
    ]
}

/// A fold that is rendered when it is opened, so that nobody waits for what they do not look at.
fn part(id: &str, title: &str, draw: impl Fn() -> Vec<El> + 'static) -> El {
    let opened = RwSignal::new(false);
    details("fold", title)
        .attr("data-part", id)
        .on(ev::toggle, move |_| opened.set(true))
        .when_all(move || opened.get(), draw)
}

fn options(values: &[&'static str], words: &[&'static str]) -> Options {
    values.iter().zip(words).map(|(value, words)| (*value, (*words).to_owned())).listed()
}

const YES_NO: [&str; 2] = ["false", "true"];

fn whose(language: Language, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    vec![
        field(language, area, Place::Owner, words.area_owner, words.make_owner_hint),
        field(language, area, Place::ReviewBy, words.area_review, words.make_review_hint),
    ]
}

fn page(language: Language, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let minutes = |label: &str| fill(words.make_minutes, &[("label", label)]);
    vec![
        field(language, area, Place::Exit, language.pages.area.exit, words.make_exit_hint),
        field(language, area, Place::CoverMinutes, &minutes(words.area_cover), words.make_cover_hint),
        field(language, area, Place::WipeMinutes, &minutes(words.area_wipe), words.make_wipe_hint),
        pick(
            language,
            area,
            Place::PlainSave,
            words.area_plain,
            words.make_plain_hint,
            options(&YES_NO, words.area_plain_values),
        ),
        pick(
            language,
            area,
            Place::SharedDevice,
            words.area_shared,
            words.make_shared_hint,
            options(&YES_NO, words.yes_no),
        ),
        pick(language, area, Place::ShiftExit, words.area_shift, words.make_shift_hint, options(&YES_NO, words.yes_no)),
    ]
}

fn contacts(language: Language, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let one = move |id: ContactId| {
        let parts = ContactPart::ALL.iter().map(|part| {
            field(
                language,
                area,
                Place::Contact(id, *part),
                words.contact_parts.get(part.index()).copied().unwrap_or_default(),
                "",
            )
        });
        let legend = language.pages.area.contacts.get(id.index()).copied().unwrap_or_default();
        html::fieldset()
            .class("question")
            .child(html::legend().child(legend))
            .child(html::div().class("parts").children(parts))
    };
    vec![html::div().child(p("hint", words.make_contacts_hint)).later_each(ContactId::ALL.iter().copied(), one)]
}

fn roles(language: Language, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let one = move |capability: Capability| {
        let roles = WorkerRole::ALL.iter();
        let roles = roles.map(|role| (role.text(), language.text(&["role.", role.text()].concat()).to_owned()));
        let label = words.capabilities.get(capability.index()).copied().unwrap_or_default();
        ticks(area, Place::Role(capability), label, roles.listed())
    };
    vec![html::div().child(p("hint", words.make_roles_hint)).later_each(Capability::ALL.iter().copied(), one)]
}

fn limits(language: Language, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let add = button("button second", words.make_limit_add).attr("data-action", "add-limit");
    rows(area, Rows::Limits, words.limit_sooner, add, move |row| limit(language, area, row))
}

fn facts(language: Language, area: AreaState) -> Vec<El> {
    let words = &language.steps().pages.facts;
    let add = button("button second", words.add).attr("data-action", "add-fact");
    rows(area, Rows::Facts, words.hint, add, move |row| fact(language, area, row))
}

/// A list that grows by rows.
fn rows(area: AreaState, list: Rows, hint: &str, add: El, row: impl Fn(u8) -> El + 'static) -> Vec<El> {
    let count = memo(move || area.draft.with(|draft| draft.rows(list)));
    let add = add.on_press(move || area.change_draft(|draft| draft.add_row(list)));
    vec![
        p("hint", hint),
        html::div().each(move || (0..count.get()).listed(), row),
        html::div().class("actions").child(add),
    ]
}

fn fact(language: Language, area: AreaState, row: u8) -> El {
    let words = &language.steps().pages.facts;
    let parts = FactPart::ALL.iter().map(|part| {
        let label = words.parts.get(part.index()).copied().unwrap_or_default();
        match part {
            FactPart::Id => {
                let ids = fact_ids().map(|id| (id, about_what(language, id))).listed();
                pick(language, area, Place::Fact(row, *part), label, "", ids)
            }
            _ => field(language, area, Place::Fact(row, *part), label, ""),
        }
    });
    let take =
        button("clear", words.take).on_press(move || area.change_draft(|draft| draft.take_row(Rows::Facts, row)));
    html::fieldset()
        .class("question")
        .child(html::legend().child(fill(words.row, &[("n", &(u16::from(row) + 1).to_string())])))
        .child(html::div().class("parts").children(parts))
        .child(take)
}

fn limit(language: Language, area: AreaState, row: u8) -> El {
    let words = &language.later().pages.settings;
    let label = |part: LimitPart| words.limit_parts.get(part.index()).copied().unwrap_or_default();
    let pathways = PathwayId::ALL.iter().map(|id| (id.text(), capital(language.pathway(*id).title)));
    let about = options(OwnLimit::TEXTS, words.limits_own).into_iter().chain(pathways).listed();
    let place = |part| Place::Limit(row, part);
    let take = button("clear", words.make_limit_take)
        .on_press(move || area.change_draft(|draft| draft.take_row(Rows::Limits, row)));
    html::fieldset()
        .class("question")
        .child(html::legend().child(fill(words.make_limit, &[("n", &(u16::from(row) + 1).to_string())])))
        .child(
            html::div()
                .class("parts")
                .child(pick(language, area, place(LimitPart::Id), label(LimitPart::Id), "", about))
                .child(field(language, area, place(LimitPart::Limit), label(LimitPart::Limit), ""))
                .child(pick(
                    language,
                    area,
                    place(LimitPart::Unit),
                    label(LimitPart::Unit),
                    "",
                    options(Unit::TEXTS, language.pages.area.units),
                ))
                .child(pick(
                    language,
                    area,
                    place(LimitPart::Strictness),
                    label(LimitPart::Strictness),
                    "",
                    options(Strictness::TEXTS, words.strictness),
                ))
                .child(field(language, area, place(LimitPart::Trigger), label(LimitPart::Trigger), "")),
        )
        .child(take)
}

fn values(language: Language, case: CaseState, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let one = move |value: PatchValue| {
        let label = words.values.get(value.index()).copied().unwrap_or_default();
        let place = Place::Value(value);
        match value {
            PatchValue::ContactMode => {
                pick(language, area, place, label, "", options(SchemaContact::TEXTS, words.contact))
            }
            PatchValue::Reuse | PatchValue::Police => {
                pick(language, area, place, label, "", options(&YES_NO, words.yes_no))
            }
            PatchValue::ConsentSupport | PatchValue::ConsentSafeguarding | PatchValue::ConsentPolice => {
                pick(language, area, place, label, "", options(SchemaConsent::TEXTS, words.value_consent))
            }
            _ => field(language, area, place, label, ""),
        }
    };
    vec![
        html::div().child(p("hint", words.make_values_lead)).later_each(PatchValue::ALL.iter().copied(), one),
        own_words(language, case),
    ]
}
