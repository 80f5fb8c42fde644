//! "What do you say next?": words that fit the moment and words that do harm in it, mixed, to be told apart.

use crate::app::Desk;
use crate::case::Case;
use crate::case::vocabulary::{Known, Sees, ToldBy, Wish};
use crate::components::{is_ticked, quiet};
use crate::content::words::Say;
use crate::platform::dom::{El, el, list};
use leptos::prelude::*;

/// Which moment of the Say table a story stops at.
fn moment(case: &Case) -> &'static str {
    let context = &case.context;
    if context.told_by == Some(ToldBy::Perpetrator) {
        "other-discloses"
    } else if context.told_by == Some(ToldBy::ThirdParty) {
        "neighbour"
    } else if context.wishes.has(Wish::NoPolice) {
        "they-say-no"
    } else if context.counter_allegation == Some(Known::Yes) || context.sees == Some(Sees::Perpetrator) {
        "not-clear"
    } else {
        "disclosure"
    }
}

/// Whether a line is something that is said. The others are things not to do.
fn is_said(line: &str) -> bool {
    line.starts_with('“')
}

/// Every sentence of the moment with whether it fits, one that fits and one that harms in turn.
fn sentences(say: &'static Say) -> Vec<(&'static str, bool)> {
    let fits = say.say.iter().map(|line| (*line, true));
    let harms = say.dont.iter().filter(|line| is_said(line)).map(|line| (line.trim_matches(['“', '”']), false));
    let (mut fits, mut harms, mut all) = (fits.peekable(), harms.peekable(), Vec::new());
    while fits.peek().is_some() || harms.peek().is_some() {
        all.extend(harms.next());
        all.extend(fits.next());
    }
    all
}

/// The sentences, to be ticked: a bit for each.
pub fn choice(desk: Desk, case: &Case) -> El {
    let ticked = desk.practice.ticked;
    let Some(say) = desk.words.say(moment(case)) else { return el("div") };
    let rows = (0_u32..).zip(sentences(say)).map(|(place, (line, _))| {
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("name", "practice.say")
            .attr("value", &place.to_string())
            .live_checked(move || ticked.get() & (1 << place) != 0)
            .on("change", move |event| {
                let bit = 1 << place;
                ticked.update(|all| if is_ticked(&event) { *all |= bit } else { *all &= !bit });
            });
        el("label").class("choice").child(quiet(tick)).child(el("span").text("“").text(line).text("”"))
    });
    el("fieldset").class("question").child(el("legend").text(say.when)).child(el("div").class("choices").children(rows))
}

/// The sentences told apart, with what was ticked.
pub fn told_apart(desk: Desk, case: &Case) -> Vec<El> {
    let ticked = desk.practice.ticked.get_untracked();
    let words = &desk.words.pages.practice;
    let Some(say) = desk.words.say(moment(case)) else { return Vec::new() };
    let half = |title: &'static str, wanted: bool| {
        let lines = (0_u32..).zip(sentences(say)).filter(|(_, (_, fits))| *fits == wanted).map(|(place, (line, _))| {
            let mark = (ticked & (1 << place) != 0).then(|| el("span").class("tag").text(words.ticked));
            el("li").text("“").text(line).text("” ").maybe(mark)
        });
        el("div").child(el("h3").text(title)).child(el("ul").children(lines))
    };
    let not_to_do = say.dont.iter().copied().filter(|line| !is_said(line));
    let more = list("ul", "", not_to_do);
    vec![
        el("h2").text(say.when),
        el("div")
            .class("say")
            .child(half(words.say_title_panel, true))
            .child(half(words.dont_title_panel, false).class("dont").child(more)),
    ]
}
