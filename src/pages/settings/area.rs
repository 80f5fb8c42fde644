//! What an area or service has set, when the page was opened with its settings.

use crate::app::{AreaState, CaseState, Language};
use crate::components::{about_what, caution_card, day_in_words, quoted, whose};
use leptos::prelude::*;
use waymark_area::{
    Area, ContactId, Deadline, Effect, Fact, OwnLimit, Patch, PatchValue, SchemaConsent, SchemaContact, Short, State,
    effects,
};
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_content::words::{Words, fill};
use waymark_content::{CautionId, Profiles};
use waymark_record::{limit_in_words, role_names};
use waymark_view::{El, details, fact, html, p};

type Pairs = Vec<(String, String)>;

fn table(pairs: Pairs) -> El {
    html::dl().class("summary").children(pairs.into_iter().map(|(label, value)| fact(label, value)))
}

/// What settings that are only asked about would change at once: the page itself, and the numbers, whole.
pub fn claims(language: Language, area: &Area) -> El {
    let contacts = language.pages.area.contacts;
    let mut pairs = page_pairs(language, area);
    pairs.extend(area.contacts.iter().map(|(id, contact)| {
        let label = contacts.get(id.index()).copied().unwrap_or_default();
        (label.to_owned(), contact.parts().listed().join(" · "))
    }));
    table(pairs)
}

/// Everything the area has set, what became of it, and what goes against the safety floor. Follows the area and the policy.
pub fn from_area(language: Language, case: CaseState, area: AreaState) -> Vec<El> {
    let words = &language.later().pages.settings;
    let Some(area) = area.in_use.get() else { return Vec::new() };
    let base = case.answers.with(|case| Profiles::shipped().get_or_default(case.profile.as_deref()).clone());
    let effects = case.answers.with(|case| effects(&area, &base, &case.settings));
    let none = |why: &str| fill(words.state_none, &[("why", why)]);
    let state = |path: &str| {
        let state = effects.iter().find(|effect| effect.path == path).map_or(State::ShownOnly, |effect| effect.state);
        let words_of = match state {
            State::InForce => words.state_in_force.to_owned(),
            State::NoEffect(why) => none(words.whys.get(why as usize).copied().unwrap_or_default()),
            State::ShownOnly => words.state_shown.to_owned(),
            State::AgainstFloor(rule) => none(&fill(words.why_floor, &[("rule", rule)])),
        };
        (state, words_of)
    };
    let row = |path: &str, label: String, value: String| {
        let (state, words) = state(path);
        effect_row(path.to_owned(), state, fact(label, value).child(html::dd().class("small").child(words)))
    };
    let part = |title: &'static str, rows: Vec<El>| {
        (!rows.is_empty())
            .then(|| details("fold", title).attr("open", "").child(html::dl().class("summary").children(rows)))
    };
    let deadlines = area.deadlines.iter().enumerate().map(|(place, deadline)| {
        let (label, value) = deadline_pair(language, deadline);
        row(&format!("deadlines[{place}]"), label, value)
    });
    let roles = area.roles.iter().map(|(may, roles)| {
        let label = words.capabilities.get(may.index()).copied().unwrap_or_default();
        row(&["roles.", may.text()].concat(), label.to_owned(), role_names(roles, language))
    });
    let patch = patch_pairs(language, &area.profile_patch)
        .into_iter()
        .map(|(path, label, value)| row(&["profile_patch.", &path].concat(), label, value));
    let mut drawn = vec![html::h2().child(words.area_title)];
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
        drawn.push(caution_card(language, case, CautionId::FloorOverrides, &rules));
        drawn.push(p("", fill(words.area_floor, &[("paths", &paths.join(", "))])));
    }
    drawn.push(table(page_pairs(language, &area)));
    drawn.extend(part(words.deadlines_title, deadlines.listed()));
    drawn.extend(part(words.roles_title, roles.listed()));
    drawn.extend(part(
        language.steps().pages.facts.title,
        area.facts.iter().map(|fact| fact_row(language, fact)).listed(),
    ));
    drawn.extend(part(words.patch_title, patch.listed()));
    drawn.push(p("small", words.area_history));
    drawn
}

/// A row with what became of its value, for whoever reads the page by program.
fn effect_row(path: String, state: State, row: El) -> El {
    let mark = match state {
        State::InForce => "in-force",
        State::NoEffect(_) => "no-effect",
        State::ShownOnly => "shown",
        State::AgainstFloor(_) => "floor",
    };
    row.attr("data-effect", path).attr("data-state", mark)
}

/// A fact of the area's own: what it is about, what it says, who says so.
fn fact_row(language: Language, own: &Fact) -> El {
    let said: Vec<_> = [&own.number, &own.hours, &own.text].into_iter().flatten().map(Short::as_str).listed();
    fact(about_what(language, own.id.as_str()), said.join(" · "))
        .child(html::dd().class("small").child(whose(language, own)))
}

/// The values on top of the policy: path, what it is called, and the value in words. A list stands in one row.
fn patch_pairs(language: Language, patch: &Patch) -> Vec<(String, String, String)> {
    let words = &language.later().pages.settings;
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

fn page_pairs(language: Language, area: &Area) -> Pairs {
    let words = &language.later().pages.settings;
    let shared = area.page.shared_device == Some(true);
    let minutes = |n: u16| {
        let minutes = fill(words.area_minutes, &[("n", &n.to_string())]);
        let why = || fill(words.state_none, &[("why", words.why_shared)]);
        if shared { [&minutes, ": ", &why()].concat() } else { minutes }
    };
    let one_of =
        |values: &'static [&'static str], on: bool| values.get(usize::from(on)).copied().unwrap_or_default().to_owned();
    let page = &area.page;
    let profile = area.profile.as_ref().map(|id| language.question(Input::Profile).option(id.as_str()).to_owned());
    [
        (words.area_owner, area.owner.as_ref().map(|owner| quoted(owner.as_str()))),
        (words.area_review, area.review_by.map(|day| day_in_words(language, day))),
        (language.question(Input::Profile).short, profile),
        (language.pages.area.exit, page.exit.as_ref().map(|exit| exit.as_str().to_owned())),
        (words.area_cover, page.cover_minutes.map(|count| minutes(count.get()))),
        (words.area_wipe, page.wipe_minutes.map(|count| minutes(count.get()))),
        (words.area_plain, page.plain_save.map(|on| one_of(words.area_plain_values, on))),
        (words.area_shared, page.shared_device.map(|on| one_of(words.area_shared_values, on))),
        (words.area_shift, page.shift_exit.map(|on| one_of(words.yes_no, on))),
    ]
    .into_iter()
    .filter_map(|(label, value)| Some((label.to_owned(), value?)))
    .listed()
}

fn deadline_pair(all: &'static Words, deadline: &Deadline) -> (String, String) {
    let words = &all.later().pages.settings;
    let mut limit = limit_in_words(deadline.time(), all);
    if let Some(firm) = deadline.strictness {
        limit = format!("{limit} ({})", words.strictness.get(firm.index()).copied().unwrap_or_default());
    }
    let limit = match &deadline.trigger {
        Some(trigger) => fill(words.deadline_from, &[("limit", &limit), ("trigger", trigger.as_str())]),
        None => limit,
    };
    let id = deadline.id.as_str();
    let own = OwnLimit::from_text(id).and_then(|own| words.limits_own.get(own.index()).copied());
    (own.or(PathwayId::from_text(id).map(|pathway| all.pathway(pathway).title)).unwrap_or(id).to_owned(), limit)
}

/// Local services. An empty one says who can fill it in. Follows the area.
pub fn contacts(language: Language, area: AreaState) -> El {
    let words = &language.later().pages.settings;
    let Some(area) = area.in_use.get().filter(|area| !area.contacts.is_empty()) else {
        return p("", words.contacts_none);
    };
    let rows = ContactId::ALL.iter().map(|id| {
        let label = language.pages.area.contacts.get(id.index()).copied().unwrap_or_default();
        let reach = area.contacts.get(*id).map(|contact| contact.parts().listed().join(" · "));
        match reach.filter(|reach| !reach.is_empty()) {
            // Each has a step, caution or hand-off that names it: a test of `waymark_area` holds that.
            Some(reach) => effect_row(["contacts.", id.text()].concat(), State::InForce, fact(label, reach))
                .child(html::dd().class("small").child(words.state_in_force)),
            None => fact(label, words.contact_empty),
        }
    });
    html::dl().class("summary").children(rows)
}
