//! What the sheet comes to so far: told as it changes, and never without the word "incomplete" while it is.

use super::beside::is_grave;
use crate::app::{CaseState, Language, Layout, View};
use crate::platform::page::focus_question;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input, ItemNumber};
use waymark_content::words::fill;
use waymark_engine::assessment::{DashResult as Sheet, Prompt, Reach, Route, WhoMay};
use waymark_flow::DashScreen;
use waymark_view::{Child, El, Fragment, Memo, button, html, memo, p, unmarked};

/// How many items to go back to are listed at once.
const GO_BACK: usize = 6;
/// A value of the sheet as text.
type Read = fn(&Sheet) -> String;
/// What a program reads of the result: the attributes and their values.
const DATA: [(&str, Read); 6] = [
    ("data-yes", |sheet| number(sheet.yes)),
    ("data-lowest", |sheet| number(sheet.lowest)),
    ("data-highest", |sheet| number(sheet.highest)),
    ("data-reach", |sheet| sheet.reach.map_or("", Reach::text).to_owned()),
    ("data-prompt", |sheet| sheet.prompt.text().to_owned()),
    ("data-routes", |sheet| sheet.routes.iter().map(|route| route.text()).listed().join(" ")),
];

fn number(number: Option<u8>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Reads the sheet. Follows the assessment.
fn read<T>(case: CaseState, of: impl Fn(&Sheet) -> T) -> T {
    case.assessment.with(|assessment| of(&assessment.dash))
}

/// The result so far. Each answer is said aloud in one sentence (`follows`), and not this whole part. On a small guided
/// screen only what has the class `now` is shown, and what leads elsewhere is folded.
pub fn dash_result(language: Language, case: CaseState, view: View) -> El {
    let words = &language.steps().pages.dash;
    let guided = view.layout.get_untracked() == Layout::Guided;
    let begun = memo(move || case.answers.with(|case| !case.dash.answers.is_empty()));
    let counted = memo(move || begun.get() && read(case, |sheet| sheet.valid));
    let headline = move || match read(case, |sheet| sheet.yes) {
        None => words.no_total.to_owned(),
        Some(_) if !begun.get() => words.not_started.to_owned(),
        Some(yes) => fill(words.yes_count, &[("n", &yes.to_string())]),
    };
    let state = move || if read(case, |sheet| sheet.complete) { words.complete } else { words.incomplete };
    let strong = |words: &'static str| p("now", "").child(html::strong().child(words));
    let asked_other = move || guided && case.holds(Input::DashWith, DashWith::Perpetrator.text());
    let aside =
        html::div().class("status").attr("data-result", "dash").attr("role", "region").attr("aria-label", words.so_far);
    let aside = DATA.into_iter().fold(aside, |aside, (name, of)| aside.attr(name, move || Some(read(case, of))));
    aside
        .child(html::h2().child(words.so_far))
        .child(own_view(language, case))
        .when(asked_other, move || strong(words.perpetrator_title))
        .when(move || is_grave(case), move || strong(words.plus_title))
        .when(move || guided && is_grave(case), move || p("", words.plus_words))
        .child(
            p("now", "")
                .child(html::span().class("big").child(headline))
                .child(" ")
                .when(move || counted.get(), move || html::span().class("tag").child(state)),
        )
        .when(move || !begun.get(), move || p("", words.not_started_words))
        .when(move || read(case, |sheet| sheet.who_may == WhoMay::HandOff), move || p("now", words.handoff_result))
        .child(why_no_total(language, case))
        .live(move || if counted.get() { count(language, case) } else { Vec::new() })
        .when(move || read(case, |sheet| sheet.prompt == Prompt::Prompt), move || p("", words.prompt))
        .child(routes(language, case, view))
        .child(go_back(language, case, view, begun))
        .child(markers(language, case, view))
        .child((!guided).then(|| p("muted", words.number_words)))
}

/// Leads to the question of an input: down the page, or to its screen.
fn lead_to(view: View, input: Input) {
    match view.layout.get_untracked() {
        Layout::Guided => view.go(view.places.dash, DashScreen::of(input)),
        Layout::Whole => focus_question(&input.name()),
    }
}

/// The survivor's own view comes before any number.
fn own_view(language: Language, case: CaseState) -> Fragment {
    let view_of_danger = Input::Record(waymark_case::input::RecordField::OwnViewOfDanger);
    let told = move || case.answered(view_of_danger);
    Fragment::new()
        .when(told, move || html::h3().child(language.steps().pages.dash.their_view))
        .when(told, move || html::blockquote().child(move || case.answers.with(|case| case.shown(view_of_danger))))
}

/// Why there is no total, and what still counts.
fn why_no_total(language: Language, case: CaseState) -> Fragment {
    let words = &language.steps().pages.dash;
    let reasons = [
        (Input::DashWith, DashWith::Perpetrator.text(), words.invalid_perpetrator),
        (Input::Context(ContextField::SurvivorAge), SurvivorAge::Under16.text(), words.invalid_under_16),
        (Input::Context(ContextField::Recency), Recency::Historic.text(), words.invalid_historic),
    ];
    let invalid = move || read(case, |sheet| !sheet.valid);
    let because = |reasons: Fragment, (input, value, words): (Input, &'static str, &'static str)| {
        reasons.when(move || invalid() && case.holds(input, value), move || p("now", words))
    };
    reasons.into_iter().fold(Fragment::new(), because).when(invalid, move || p("", words.still_counts))
}

/// The count with its bounds, as a bar and in words, with the four kinds of answer kept apart.
fn count(language: Language, case: CaseState) -> Vec<El> {
    let words = &language.steps().pages.dash;
    let lowest = move || read(case, |sheet| number(sheet.lowest));
    let highest = move || read(case, |sheet| number(sheet.highest));
    let line = move || read(case, |sheet| sheet.threshold.to_string());
    let range = move || {
        let (lowest, highest) = (lowest(), highest());
        let sentence = if lowest == highest { words.range_fixed } else { words.range };
        fill(sentence, &[("lowest", &lowest), ("highest", &highest)])
    };
    let reach = move || match read(case, |sheet| sheet.reach) {
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
        html::div().child(html::dt().child(label)).child(html::dd().child(move || read(case, of)))
    };
    let bar = html::div()
        .class("range")
        .attr("aria-hidden", "true")
        .style(("--lowest", lowest))
        .style(("--highest", highest))
        .style(("--threshold", line))
        .child(html::i())
        .child(html::i())
        .child(html::b().child(html::span().child(line)));
    let local = html::p()
        .child(move || fill(words.line, &[("line", &line())]))
        .child(" ")
        .child(reach)
        .child(" ")
        .child(html::span().class("muted").child(words.line_default));
    vec![bar, p("now", "").child(range), html::dl().class("meta").children(counts.map(row)), local]
}

/// A part with its heading; folded where the screen is to be small.
fn part<const N: usize>(view: View, heading: impl Child, body: [El; N]) -> Vec<El> {
    match view.layout.get_untracked() {
        Layout::Guided => vec![html::details().child(html::summary().child(heading)).child(body)],
        Layout::Whole => [html::h3().child(heading)].into_iter().chain(body).listed(),
    }
}

/// The serious-harm markers answered yes.
fn markers(language: Language, case: CaseState, view: View) -> Fragment {
    let any = move || read(case, |sheet| !sheet.markers.is_empty());
    let items = move || read(case, |sheet| sheet.markers.clone());
    let rows = move || {
        unmarked(html::ul(), "markers").each(items, move |item| numbered(item).child(language.item(item).label))
    };
    Fragment::new().when_all(any, move || part(view, language.steps().pages.dash.markers, [rows()]))
}

/// A row that starts with an item's number.
fn numbered(item: ItemNumber) -> El {
    html::li().child(html::b().child(item.get().to_string()))
}

/// The ways to MARAC: met, open because an answer is missing, and the one that is always open.
fn routes(language: Language, case: CaseState, view: View) -> [El; 3] {
    let words = &language.steps().pages.dash;
    let routes = move || {
        read(case, |sheet| {
            let met = sheet.routes.iter().map(|route| (*route, words.route_met));
            met.chain(sheet.routes_open.iter().map(|route| (*route, words.route_open))).listed()
        })
    };
    let row = move |(route, state): (Route, &'static str)| {
        let name = language.text(&["route.", route.text()].concat());
        html::li().child(html::strong().child(state).child(": ")).child(name)
    };
    let judge = move || {
        let go = move || lead_to(view, Input::DashJudgement);
        html::li().child(button("link", words.route_judgement).on_press(go))
    };
    let judged = move || read(case, |sheet| sheet.routes.contains(&Route::R4));
    [
        html::h3().child(words.routes_title),
        html::ul().each(routes, row).when(move || !judged(), judge),
        p("muted", words.routes_any),
    ]
}

/// The items worth asking again, best first, as buttons that lead there.
fn go_back(language: Language, case: CaseState, view: View, begun: Memo<bool>) -> Fragment {
    let words = &language.steps().pages.dash;
    let count = move || read(case, |sheet| sheet.revisit.len());
    let shown = memo(move || begun.get() && count() > 0);
    let title = move || {
        read(case, |sheet| match sheet.reach {
            Some(Reach::Possible) => fill(words.back_possible, &[("line", &sheet.threshold.to_string())]),
            _ => words.back.to_owned(),
        })
    };
    let rows = move || read(case, |sheet| sheet.revisit[..sheet.revisit.len().min(GO_BACK)].to_vec());
    let row = move |item: ItemNumber| {
        let doubt = move || match case.answers.with(|case| case.dash.answers.get(item).copied()) {
            Some(ItemAnswer::DontKnow) => words.doubt_dk,
            Some(ItemAnswer::No) => words.doubt_no,
            _ => words.doubt_blank,
        };
        let open = move || lead_to(view, Input::DashItem(item));
        let name = html::span()
            .child(button("link", language.item(item).label).on_press(open))
            .child(" ")
            .child(html::span().class("muted").child(doubt));
        numbered(item).child(name)
    };
    let more = move || fill(words.back_more, &[("n", &count().saturating_sub(GO_BACK).to_string())]);
    Fragment::new().live(move || {
        if !shown.get() {
            return Vec::new();
        }
        let more = p("muted", "").attr("hidden", move || count() <= GO_BACK).child(more);
        part(view, title, [unmarked(html::ul(), "markers").each(rows, row), more])
    })
}
