//! What an area or service has set, when the page was opened with its settings.

use crate::app::Desk;
use crate::case::Input;
use crate::case::vocabulary::{PathwayId, Vocabulary};
use crate::components::{caution_card, day_in_words, role_names};
use crate::content::words::{Words, fill};
use crate::content::{CautionId, Profiles};
use crate::platform::dom::{El, details, el, fact, p};
use crate::settings_link::{
    Area, ContactId, Deadline, Effect, Patch, PatchValue, SchemaConsent, SchemaContact, State, local_profile,
};
use leptos::prelude::*;

type Pairs = Vec<(String, String)>;

fn table(pairs: Pairs) -> El {
    el("dl").class("summary").children(pairs.into_iter().map(|(label, value)| fact(label, value)))
}

/// Everything the area has set, what became of it, and what goes against the safety floor. Follows the area and the policy.
pub fn from_area(desk: Desk) -> Vec<El> {
    let words = &desk.words.pages.settings;
    let Some(area) = desk.area.get() else { return Vec::new() };
    let base = desk.case.with(|case| Profiles::shipped().get_or_default(case.profile.as_deref()).clone());
    let (_, effects) = local_profile(&area, &base);
    let state = |path: &str| {
        let state = effects.iter().find(|effect| effect.path == path).map_or(State::ShownOnly, |effect| effect.state);
        let words_of = match state {
            State::InForce => words.state_in_force.to_owned(),
            State::ShownOnly => words.state_shown.to_owned(),
            State::AgainstFloor(rule) => fill(words.state_floor, &[("rule", rule)]),
        };
        (state, words_of)
    };
    let row = |path: &str, label: String, value: String| {
        let (state, words) = state(path);
        let mark = match state {
            State::InForce => "in-force",
            State::ShownOnly => "shown",
            State::AgainstFloor(_) => "floor",
        };
        fact(label, value).child(el("dd").class("small").text(words)).attr("data-effect", path).attr("data-state", mark)
    };
    let part = |title: &'static str, rows: Vec<El>| {
        (!rows.is_empty())
            .then(|| details("fold", title).attr("open", "").child(el("dl").class("summary").children(rows)))
    };
    let deadlines = area.deadlines.iter().enumerate().map(|(place, deadline)| {
        let (label, value) = deadline_pair(desk.words, deadline);
        row(&format!("deadlines[{place}]"), label, value)
    });
    let roles = area.roles.iter().map(|(may, roles)| {
        let label = words.capabilities.get(may.index()).copied().unwrap_or_default();
        row(&["roles.", may.text()].concat(), label.to_owned(), role_names(desk, roles))
    });
    let patch = patch_pairs(desk, &area.profile_patch)
        .into_iter()
        .map(|(path, label, value)| row(&["profile_patch.", &path].concat(), label, value));
    let mut drawn = vec![el("h2").text(words.area_title)];
    let against = |effect: &Effect| match effect.state {
        State::AgainstFloor(rule) => {
            let path = effect.path.trim_start_matches("profile_patch.");
            let known = PatchValue::from_text(path).and_then(|value| words.values.get(value.index()).copied());
            Some((known.unwrap_or(path).to_owned(), rule))
        }
        _ => None,
    };
    let (paths, rules): (Vec<_>, Vec<_>) = effects.iter().filter_map(against).unzip();
    if !paths.is_empty() {
        drawn.push(caution_card(CautionId::FloorOverrides, &rules));
        drawn.push(p("", fill(words.area_floor, &[("paths", &paths.join(", "))])));
    }
    drawn.push(table(page_pairs(desk, &area)));
    drawn.extend(part(words.deadlines_title, deadlines.collect()));
    drawn.extend(part(words.roles_title, roles.collect()));
    drawn.extend(part(words.patch_title, patch.collect()));
    drawn.push(p("small", words.area_history));
    drawn
}

/// The values on top of the policy: path, what it is called, and the value in words. A list stands in one row.
fn patch_pairs(desk: Desk, patch: &Patch) -> Vec<(String, String, String)> {
    let words = &desk.words.pages.settings;
    let mut rows: Vec<(String, String, String)> = Vec::new();
    for (path, value) in patch.iter() {
        let known = PatchValue::from_text(path);
        let label = known.and_then(|value| words.values.get(value.index()).copied()).unwrap_or(path);
        let worded = |texts: &[&str], words: &[&'static str]| {
            texts.iter().position(|text| *text == value).and_then(|place| words.get(place).copied())
        };
        let value = match known {
            Some(PatchValue::ContactMode) => worded(SchemaContact::TEXTS, words.contact),
            Some(PatchValue::Reuse | PatchValue::Police) => worded(&["false", "true"], words.yes_no),
            Some(PatchValue::ConsentSupport | PatchValue::ConsentSafeguarding | PatchValue::ConsentPolice) => {
                worded(SchemaConsent::TEXTS, words.value_consent)
            }
            _ => None,
        }
        .unwrap_or(value);
        match rows.last_mut().filter(|(last, _, _)| last == path) {
            Some((_, _, values)) => *values = [values.as_str(), ", ", value].concat(),
            None => rows.push((path.to_owned(), label.to_owned(), value.to_owned())),
        }
    }
    rows
}

fn page_pairs(desk: Desk, area: &Area) -> Pairs {
    let words = &desk.words.pages.settings;
    let minutes = |n: u16| fill(words.area_minutes, &[("n", &n.to_string())]);
    let one_of =
        |values: &'static [&'static str], on: bool| values.get(usize::from(on)).copied().unwrap_or_default().to_owned();
    let page = &area.page;
    let profile = area.profile.as_ref().map(|id| desk.words.question(Input::Profile).option(id.as_str()).to_owned());
    [
        (words.area_owner, area.owner.as_ref().map(|owner| owner.as_str().to_owned())),
        (words.area_review, area.review_by.as_ref().map(|day| day_in_words(desk, day.as_str()))),
        (desk.words.question(Input::Profile).short, profile),
        (words.area_exit, page.exit.as_ref().map(|exit| exit.as_str().to_owned())),
        (words.area_cover, page.cover_minutes.map(|count| minutes(count.get()))),
        (words.area_wipe, page.wipe_minutes.map(|count| minutes(count.get()))),
        (words.area_plain, page.plain_save.map(|on| one_of(words.area_plain_values, on))),
        (words.area_shared, page.shared_device.map(|on| one_of(words.yes_no, on))),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label.to_owned(), value?)))
    .collect()
}

fn deadline_pair(all: &'static Words, deadline: &Deadline) -> (String, String) {
    let words = &all.pages.settings;
    let units = if deadline.limit.get() == 1 { words.units_one } else { words.units };
    let unit = units.get(deadline.unit.index()).copied().unwrap_or_default();
    let mut limit = format!("{} {unit}", deadline.limit.get());
    if let Some(firm) = deadline.strictness {
        limit = format!("{limit} ({})", words.strictness.get(firm.index()).copied().unwrap_or_default());
    }
    let limit = match &deadline.trigger {
        Some(trigger) => fill(words.deadline_from, &[("limit", &limit), ("trigger", trigger.as_str())]),
        None => limit,
    };
    let id = deadline.id.as_str();
    (PathwayId::from_text(id).map_or(id, |pathway| all.pathway(pathway).title).to_owned(), limit)
}

/// Local services. An empty one says who can fill it in. Follows the area.
pub fn contacts(desk: Desk) -> El {
    let words = &desk.words.pages.settings;
    let Some(area) = desk.area.get().filter(|area| !area.contacts.is_empty()) else {
        return p("", words.contacts_none);
    };
    let rows = ContactId::ALL.iter().map(|id| {
        let label = words.contacts.get(id.index()).copied().unwrap_or_default();
        let reach = area.contacts.get(*id).map(|contact| contact.parts().collect::<Vec<_>>().join(" · "));
        let reach = reach.filter(|reach| !reach.is_empty());
        (label.to_owned(), reach.unwrap_or_else(|| words.contact_empty.to_owned()))
    });
    table(rows.collect())
}
