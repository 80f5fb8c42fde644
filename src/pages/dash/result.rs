//! What the sheet comes to so far: told as it changes, and never without the word "incomplete" while it is.

use crate::app::Desk;
use crate::case::vocabulary::*;
use crate::case::{ContextField, Input, ItemNumber};
use crate::content::words::fill;
use crate::engine::assessment::{DashResult as Sheet, Prompt, Reach, Route, WhoMay};
use crate::platform::dom::{El, button, el, p};
use crate::platform::page::focus_question;
use leptos::prelude::*;

/// How many items to go back to are listed at once.
const GO_BACK: usize = 6;
/// A value of the sheet as text.
type Read = fn(&Sheet) -> String;
/// What a program reads of the result: the attributes and what stands in them.
const DATA: [(&str, Read); 6] = [
    ("data-yes", |sheet| number(sheet.yes)),
    ("data-lowest", |sheet| number(sheet.lowest)),
    ("data-highest", |sheet| number(sheet.highest)),
    ("data-reach", |sheet| sheet.reach.map_or("", Reach::text).to_owned()),
    ("data-prompt", |sheet| sheet.prompt.text().to_owned()),
    ("data-routes", |sheet| sheet.routes.iter().map(|route| route.text()).collect::<Vec<_>>().join(" ")),
];

fn number(number: Option<u8>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Reads the sheet. Follows the assessment.
fn read<T>(desk: Desk, of: impl Fn(&Sheet) -> T) -> T {
    desk.assessment.with(|assessment| of(&assessment.dash))
}

/// The live result. Each part is told only when it changes; the list to go back to is not spoken.
pub fn dash_result() -> El {
    let desk = Desk::here();
    let words = &desk.words.pages.dash;
    let begun = Memo::new(move |_| desk.case.with(|case| !case.dash.answers.is_empty()));
    let counted = Memo::new(move |_| begun.get() && read(desk, |sheet| sheet.valid));
    let headline = move || match read(desk, |sheet| sheet.yes) {
        None => words.no_total.to_owned(),
        Some(_) if !begun.get() => words.not_started.to_owned(),
        Some(yes) => fill(words.yes_count, &[("n", &yes.to_string())]),
    };
    let state = move || if read(desk, |sheet| sheet.complete) { words.complete } else { words.incomplete };
    let aside = el("div")
        .class("status")
        .attr("data-result", "dash")
        .attr("role", "status")
        .attr("aria-atomic", "false")
        .attr("aria-label", words.so_far);
    let aside = DATA.into_iter().fold(aside, |aside, (name, of)| aside.live_attr(name, move || Some(read(desk, of))));
    let aside = own_view(desk, aside.child(el("h2").text(words.so_far)))
        .when(
            move || read(desk, |sheet| sheet.prompt == Prompt::PromptPlus),
            move || el("p").child(el("strong").text(words.plus_title)),
        )
        .child(
            el("p")
                .child(el("span").class("big").live_text(headline))
                .when(move || counted.get(), move || el("span").class("tag").live_text(state)),
        )
        .when(move || !begun.get(), move || p("", words.not_started_words))
        .when(move || read(desk, |sheet| sheet.who_may == WhoMay::HandOff), move || p("", words.handoff_result));
    let aside = why_no_total(desk, aside)
        .live(move || if counted.get() { count(desk) } else { Vec::new() })
        .when(move || read(desk, |sheet| sheet.prompt == Prompt::Prompt), move || p("", words.prompt));
    let aside = go_back(desk, routes(desk, aside), begun);
    markers(desk, aside).child(p("muted", words.number_words))
}

/// The survivor's own view stands before any number.
fn own_view(desk: Desk, into: El) -> El {
    let view_of_danger = Input::Record(crate::case::input::RecordField::OwnViewOfDanger);
    let told = move || desk.answered(view_of_danger);
    into.when(told, move || el("h3").text(desk.words.pages.dash.their_view)).when(told, move || {
        el("blockquote").attr("aria-live", "off").live_text(move || desk.case.with(|case| case.shown(view_of_danger)))
    })
}

/// Why there is no total, and what still counts.
fn why_no_total(desk: Desk, into: El) -> El {
    let words = &desk.words.pages.dash;
    let reasons = [
        (Input::DashWith, DashWith::Perpetrator.text(), words.invalid_perpetrator),
        (Input::Context(ContextField::SurvivorAge), SurvivorAge::Under16.text(), words.invalid_under_16),
        (Input::Context(ContextField::Recency), Recency::Historic.text(), words.invalid_historic),
    ];
    let invalid = move || read(desk, |sheet| !sheet.valid);
    let because = |into: El, (input, value, words): (Input, &'static str, &'static str)| {
        into.when(move || invalid() && desk.holds(input, value), move || p("", words))
    };
    reasons.into_iter().fold(into, because).when(invalid, move || p("", words.still_counts))
}

/// The count with its bounds, as a bar and in words, with the four kinds of answer kept apart.
fn count(desk: Desk) -> Vec<El> {
    let words = &desk.words.pages.dash;
    let lowest = move || read(desk, |sheet| number(sheet.lowest));
    let highest = move || read(desk, |sheet| number(sheet.highest));
    let line = move || read(desk, |sheet| sheet.threshold.to_string());
    let range = move || {
        let (lowest, highest) = (lowest(), highest());
        let sentence = if lowest == highest { words.range_fixed } else { words.range };
        fill(sentence, &[("lowest", &lowest), ("highest", &highest)])
    };
    let reach = move || match read(desk, |sheet| sheet.reach) {
        Some(Reach::Met) => words.reach_met,
        Some(Reach::Possible) => words.reach_possible,
        Some(Reach::NotOnTheseAnswers) => words.reach_not,
        None => "",
    };
    let counts: [(&'static str, Read); 4] = [
        (words.count_yes, |sheet| number(sheet.yes)),
        (words.count_no, |sheet| sheet.no.to_string()),
        (words.count_dk, |sheet| sheet.dk.to_string()),
        (words.count_blank, |sheet| sheet.blank.to_string()),
    ];
    let row = |(label, of): (&'static str, Read)| {
        el("div").child(el("dt").text(label)).child(el("dd").live_text(move || read(desk, of)))
    };
    let bar = el("div")
        .class("range")
        .attr("aria-hidden", "true")
        .live_property("--lowest", lowest)
        .live_property("--highest", highest)
        .live_property("--threshold", line)
        .child(el("i"))
        .child(el("i"))
        .child(el("b").child(el("span").live_text(line)));
    let local = el("p")
        .live_text(move || fill(words.line, &[("line", &line())]))
        .text(" ")
        .live_text(reach)
        .text(" ")
        .child(el("span").class("muted").text(words.line_default));
    vec![bar, el("p").live_text(range), el("dl").class("meta").children(counts.map(row)), local]
}

/// The serious-harm markers answered yes.
fn markers(desk: Desk, into: El) -> El {
    let any = move || read(desk, |sheet| !sheet.markers.is_empty());
    let keys = move || read(desk, |sheet| keys(&sheet.markers));
    let rows = move || {
        el("ul").class("markers").each(keys, move |key| match item(key) {
            Some(item) => numbered(item).text(desk.words.item(item).label),
            None => el("li"),
        })
    };
    into.when(any, move || el("h3").text(desk.words.pages.dash.markers)).when(any, rows)
}

/// Items as the keys of rows.
fn keys(items: &[ItemNumber]) -> Vec<u32> {
    items.iter().map(|item| u32::from(item.get())).collect()
}

/// The item of a row.
fn item(key: u32) -> Option<ItemNumber> {
    u8::try_from(key).ok().and_then(ItemNumber::new)
}

/// A row that starts with an item's number.
fn numbered(item: ItemNumber) -> El {
    el("li").child(el("b").text(item.get().to_string()))
}

/// The ways to MARAC: met, open because an answer is missing, and the one that is always open.
fn routes(desk: Desk, into: El) -> El {
    let words = &desk.words.pages.dash;
    // A row's key is its route, doubled, and one more where the route is open only.
    let keys = move || {
        let key = |route: &Route, open: usize| (route.index() * 2 + open) as u32;
        read(desk, |sheet| {
            let open = sheet.routes_open.iter().map(|route| key(route, 1));
            sheet.routes.iter().map(|route| key(route, 0)).chain(open).collect()
        })
    };
    let row = move |key: u32| {
        let route = Route::TEXTS.get(key as usize / 2).copied().unwrap_or_default();
        let state = if key.is_multiple_of(2) { words.route_met } else { words.route_open };
        el("li").child(el("strong").text(state).text(": ")).text(desk.words.text(&["route.", route].concat()))
    };
    let judge = move || {
        let go = move || focus_question(&Input::DashJudgement.name());
        el("li").child(button("link", words.route_judgement).on_press(go))
    };
    let judged = move || read(desk, |sheet| sheet.routes.contains(&Route::R4));
    into.child(el("h3").text(words.routes_title))
        .child(el("ul").each(keys, row).when(move || !judged(), judge))
        .child(p("muted", words.routes_any))
}

/// The items worth asking again, best first, as buttons that lead there.
fn go_back(desk: Desk, into: El, begun: Memo<bool>) -> El {
    let words = &desk.words.pages.dash;
    let count = move || read(desk, |sheet| sheet.revisit.len());
    let shown = Memo::new(move |_| begun.get() && count() > 0);
    let title = move || {
        read(desk, |sheet| match sheet.reach {
            Some(Reach::Possible) => fill(words.back_possible, &[("line", &sheet.threshold.to_string())]),
            _ => words.back.to_owned(),
        })
    };
    let rows = move || read(desk, |sheet| keys(&sheet.revisit[..sheet.revisit.len().min(GO_BACK)]));
    let row = move |key: u32| {
        let Some(item) = item(key) else { return el("li") };
        let doubt = move || match desk.case.with(|case| case.dash.answers.get(item).copied()) {
            Some(ItemAnswer::DontKnow) => words.doubt_dk,
            Some(ItemAnswer::No) => words.doubt_no,
            _ => words.doubt_blank,
        };
        let open = move || focus_question(&Input::DashItem(item).name());
        let name = el("span")
            .child(button("link", desk.words.item(item).label).on_press(open))
            .text(" ")
            .child(el("span").class("muted").live_text(doubt));
        numbered(item).child(name)
    };
    let more = move || fill(words.back_more, &[("n", &count().saturating_sub(GO_BACK).to_string())]);
    into.live(move || {
        if !shown.get() {
            return Vec::new();
        }
        let more =
            p("muted", "").attr("aria-live", "off").live_flag("hidden", move || count() <= GO_BACK).live_text(more);
        vec![el("h3").live_text(title), el("ul").class("markers").attr("aria-live", "off").each(rows, row), more]
    })
}
