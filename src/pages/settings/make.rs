//! Settings in the making, for a safeguarding lead: each part folded, drawn when it is first opened.

use super::place::{Options, field, pick, ticks};
use crate::app::Desk;
use crate::case::vocabulary::{PathwayId, Vocabulary, WorkerRole};
use crate::content::words::{capital, fill};
use crate::platform::dom::{El, button, details, el, p};
use crate::settings_link::{
    Capability, ContactId, ContactPart, LimitPart, PatchValue, Place, SchemaConsent, SchemaContact, Strictness, Unit,
};
use leptos::prelude::*;

/// The heading, and the parts.
pub fn make() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    vec![
        el("h2").text(words.make_title),
        p("", words.make_lead),
        p("small", words.make_at_once),
        part("whose", words.make_whose, whose),
        part("contacts", words.make_contacts, contacts),
        part("page", words.make_page, page),
        part("roles", words.roles_title, roles),
        part("deadlines", words.deadlines_title, limits),
        part("values", words.patch_title, values),
    ]
}

/// A fold that is drawn when it is opened, so that nobody waits for what they do not look at.
fn part(id: &str, title: &str, draw: fn() -> Vec<El>) -> El {
    let opened = RwSignal::new(false);
    details("fold", title)
        .attr("data-part", id)
        .on("toggle", move |_| opened.set(true))
        .when_all(move || opened.get(), draw)
}

fn options(values: &[&'static str], words: &[&'static str]) -> Options {
    values.iter().zip(words).map(|(value, words)| (*value, (*words).to_owned())).collect()
}

const YES_NO: [&str; 2] = ["false", "true"];

fn whose() -> Vec<El> {
    let words = &Desk::here().words.pages.settings;
    vec![
        field(Place::Owner, words.area_owner, words.make_owner_hint),
        field(Place::ReviewBy, words.area_review, words.make_review_hint),
    ]
}

fn page() -> Vec<El> {
    let words = &Desk::here().words.pages.settings;
    let minutes = |label: &str| fill(words.make_minutes, &[("label", label)]);
    vec![
        field(Place::Exit, words.area_exit, words.make_exit_hint),
        field(Place::CoverMinutes, &minutes(words.area_cover), words.make_cover_hint),
        field(Place::WipeMinutes, &minutes(words.area_wipe), words.make_wipe_hint),
        pick(Place::PlainSave, words.area_plain, words.make_plain_hint, options(&YES_NO, words.area_plain_values)),
        pick(Place::SharedDevice, words.area_shared, "", options(&YES_NO, words.yes_no)),
    ]
}

fn contacts() -> Vec<El> {
    let words = &Desk::here().words.pages.settings;
    let one = move |id: ContactId| {
        let parts = ContactPart::ALL.iter().map(|part| {
            field(Place::Contact(id, *part), words.contact_parts.get(part.index()).copied().unwrap_or_default(), "")
        });
        let legend = words.contacts.get(id.index()).copied().unwrap_or_default();
        el("fieldset")
            .class("question")
            .child(el("legend").text(legend))
            .child(el("div").class("parts").children(parts))
    };
    vec![el("div").child(p("hint", words.make_contacts_hint)).later_each(ContactId::ALL.iter().copied(), one)]
}

fn roles() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let one = move |capability: Capability| {
        let roles = WorkerRole::ALL.iter();
        let roles = roles.map(|role| (role.text(), desk.words.text(&["role.", role.text()].concat()).to_owned()));
        let label = words.capabilities.get(capability.index()).copied().unwrap_or_default();
        ticks(Place::Role(capability), label, roles.collect())
    };
    vec![el("div").child(p("hint", words.make_roles_hint)).later_each(Capability::ALL.iter().copied(), one)]
}

fn limits() -> Vec<El> {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let count = Memo::new(move |_| desk.draft.with(|draft| draft.rows()));
    let add = button("button second", words.make_limit_add)
        .attr("data-action", "add-limit")
        .on_press(move || desk.change_draft(|draft| draft.add_row()));
    vec![
        p("hint", words.limit_sooner),
        el("div").each(
            move || (0..u32::from(count.get())).collect(),
            move |row| limit(u8::try_from(row).unwrap_or(u8::MAX)),
        ),
        el("div").class("actions").child(add),
    ]
}

fn limit(row: u8) -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.settings;
    let label = |part: LimitPart| words.limit_parts.get(part.index()).copied().unwrap_or_default();
    let pathways = PathwayId::ALL.iter().map(|id| (id.text(), capital(desk.words.pathway(*id).title))).collect();
    let place = |part| Place::Limit(row, part);
    let take = button("clear", words.make_limit_take).on_press(move || desk.change_draft(|draft| draft.take_row(row)));
    el("fieldset")
        .class("question")
        .child(el("legend").text(fill(words.make_limit, &[("n", &(u16::from(row) + 1).to_string())])))
        .child(
            el("div")
                .class("parts")
                .child(pick(place(LimitPart::Id), label(LimitPart::Id), "", pathways))
                .child(field(place(LimitPart::Limit), label(LimitPart::Limit), ""))
                .child(pick(place(LimitPart::Unit), label(LimitPart::Unit), "", options(Unit::TEXTS, words.units)))
                .child(pick(
                    place(LimitPart::Strictness),
                    label(LimitPart::Strictness),
                    "",
                    options(Strictness::TEXTS, words.strictness),
                ))
                .child(field(place(LimitPart::Trigger), label(LimitPart::Trigger), "")),
        )
        .child(take)
}

fn values() -> Vec<El> {
    let words = &Desk::here().words.pages.settings;
    let one = move |value: PatchValue| {
        let label = words.values.get(value.index()).copied().unwrap_or_default();
        let place = Place::Value(value);
        match value {
            PatchValue::ContactMode => pick(place, label, "", options(SchemaContact::TEXTS, words.contact)),
            PatchValue::Reuse | PatchValue::Police => pick(place, label, "", options(&YES_NO, words.yes_no)),
            PatchValue::ConsentSupport | PatchValue::ConsentSafeguarding | PatchValue::ConsentPolice => {
                pick(place, label, "", options(SchemaConsent::TEXTS, words.value_consent))
            }
            _ => field(place, label, ""),
        }
    };
    vec![el("div").child(p("hint", words.make_values_lead)).later_each(PatchValue::ALL.iter().copied(), one)]
}
