//! What an area or service has set, when the page was opened with its settings.

use crate::app::Desk;
use crate::case::Input;
use crate::case::vocabulary::Vocabulary;
use crate::components::{caution_card, day_in_words, role_names};
use crate::content::CautionId;
use crate::content::words::{Words, fill};
use crate::platform::dom::{El, details, el, fact, p};
use crate::settings_link::{Area, ContactId, Deadline, Short};
use leptos::prelude::*;

type Pairs = Vec<(String, String)>;

fn table(pairs: Pairs) -> El {
    el("dl").class("summary").children(pairs.into_iter().map(|(label, value)| fact(label, value)))
}

/// Everything the area has set for the page itself, and what goes against the safety floor. Follows the area.
pub fn from_area(desk: Desk) -> Vec<El> {
    let words = &desk.words.pages.settings;
    let Some(area) = desk.area.get() else { return Vec::new() };
    let part = |title: &'static str, pairs: Pairs| {
        (!pairs.is_empty()).then(|| details("fold", title).child(p("small", words.shown_only)).child(table(pairs)))
    };
    let deadlines = area.deadlines.iter().map(|deadline| deadline_pair(desk.words, deadline)).collect();
    let roles = area.roles.iter().map(|(may, roles)| {
        (words.capabilities.get(may.index()).copied().unwrap_or_default().to_owned(), role_names(desk, roles))
    });
    let patch = area.profile_patch.iter().map(|(path, value)| (path.to_owned(), value.to_owned()));
    let mut drawn = vec![el("h2").text(words.area_title)];
    let (paths, rules): (Vec<_>, Vec<_>) = area.profile_patch.against_the_floor().unzip();
    if !paths.is_empty() {
        drawn.push(caution_card(CautionId::FloorOverrides, &rules));
        drawn.push(p("", fill(words.area_floor, &[("paths", &paths.join(", "))])));
    }
    drawn.push(table(page_pairs(desk, &area)));
    drawn.extend(part(words.deadlines_title, deadlines));
    drawn.extend(part(words.roles_title, roles.collect()));
    drawn.extend(part(words.patch_title, patch.collect()));
    drawn.push(p("small", words.area_history));
    drawn
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

fn deadline_pair(words: &'static Words, deadline: &Deadline) -> (String, String) {
    let words = &words.pages.settings;
    let unit = words.units.get(deadline.unit.index()).copied().unwrap_or_default();
    let mut limit = format!("{} {unit}", deadline.limit.get());
    if let Some(firm) = deadline.strictness {
        limit = format!("{limit} ({})", words.strictness.get(firm.index()).copied().unwrap_or_default());
    }
    let limit = match &deadline.trigger {
        Some(trigger) => fill(words.deadline_from, &[("limit", &limit), ("trigger", trigger.as_str())]),
        None => limit,
    };
    (Short::as_str(&deadline.id).to_owned(), limit)
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
