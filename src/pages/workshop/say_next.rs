//! "What do you say next?": at a moment of the story, words that help and words that do harm, mixed, to be told apart.

use crate::app::{Language, Workshop};
use crate::components::{is_ticked, quiet};
use leptos::ev;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_content::words::Say;
use waymark_engine::assess;
use waymark_flow::story_moment;
use waymark_view::{El, details, html, list, p};
use waymark_workshop::Vignette;

/// A moment as it is shown.
struct Moment {
    when: &'static str,
    lines: Vec<Line>,
    /// What is not to be done, where it is no sentence.
    not_to_do: Vec<&'static str>,
}

/// Something that can be said.
#[derive(Clone, Copy)]
struct Line {
    helps: bool,
    say: &'static str,
    why: &'static str,
}

/// The moments of a story; one of somebody's own has none, and stops at the one of the Say table that its case is at.
fn moments(language: Language, vignette: &Vignette) -> Vec<Moment> {
    if vignette.moments.is_empty() {
        let case = &vignette.case;
        return language.say(story_moment(case, &assess(case))).map(general).into_iter().listed();
    }
    let own = vignette.moments.iter().map(|moment| Moment {
        when: moment.when,
        lines: moment.answers.iter().map(|one| Line { helps: one.helps, say: one.say, why: one.why }).listed(),
        not_to_do: Vec::new(),
    });
    own.listed()
}

/// Whether a line of the Say table is something that is said. The others are things not to do.
fn is_said(line: &str) -> bool {
    line.starts_with('“')
}

/// A moment of the Say table, one sentence that harms and one that helps in turn.
fn general(say: &'static Say) -> Moment {
    let helps = say.say.iter().map(|line| Line { helps: true, say: line, why: "" });
    let harms = say.dont.iter().filter(|line| is_said(line)).map(|line| line.trim_matches(['“', '”']));
    let harms = harms.map(|line| Line { helps: false, say: line, why: "" });
    let (mut helps, mut harms, mut lines) = (helps.peekable(), harms.peekable(), Vec::new());
    while helps.peek().is_some() || harms.peek().is_some() {
        lines.extend(harms.next());
        lines.extend(helps.next());
    }
    let not_to_do = say.dont.iter().copied().filter(|line| !is_said(line)).listed();
    Moment { when: say.when, lines, not_to_do }
}

fn said(line: Line) -> El {
    html::span().child("“").child(line.say).child("”")
}

/// The sentences of each moment, to be ticked: a bit for each.
pub fn choice(language: Language, workshop: Workshop, vignette: &Vignette) -> Vec<El> {
    let ticked = workshop.practice.ticked;
    let mut places = 0_u32..;
    let mut row = |line: Line| {
        let place = places.next().unwrap_or_default();
        let tick = html::input()
            .attr("type", "checkbox")
            .attr("name", "practice.say")
            .attr("value", place.to_string())
            .checked(move || ticked.get() & (1 << place) != 0)
            .on(ev::change, move |event| {
                let bit = 1 << place;
                ticked.update(|all| if is_ticked(&event) { *all |= bit } else { *all &= !bit });
            });
        html::label().class("choice").child(quiet(tick)).child(said(line))
    };
    let ask = |moment: Moment| {
        let rows = moment.lines.into_iter().map(&mut row);
        html::fieldset()
            .class("question")
            .child(html::legend().child(moment.when))
            .child(html::div().class("choices").children(rows))
    };
    moments(language, vignette).into_iter().map(ask).listed()
}

/// The moments for a room, each with what could be said; which of it helps, and why, is behind a fold.
pub fn aloud(language: Language, vignette: &Vignette) -> Vec<El> {
    let mut all = Vec::new();
    for moment in moments(language, vignette) {
        all.push(html::h4().child(moment.when));
        all.push(html::ul().children(moment.lines.into_iter().map(|line| html::li().child(said(line)))));
    }
    let apart = told_apart(language, 0, vignette, [html::h5, html::h6]);
    all.push(details("fold", language.later().pages.workshop_tally.say_apart).children(apart));
    all
}

/// The sentences told apart, each with its reason, and with what was ticked; under headings for a moment and for each half,
/// one level apart, as deep as where they stand.
pub fn told_apart(language: Language, ticked: u32, vignette: &Vignette, headings: [fn() -> El; 2]) -> Vec<El> {
    let words = &language.later().pages.practice;
    let [of_moment, of_half] = headings;
    let mut places = 0_u32..;
    let mut all = Vec::new();
    for Moment { when, lines, not_to_do } in moments(language, vignette) {
        let numbered: Vec<(u32, Line)> = places.by_ref().zip(lines).listed();
        let half = |title: &'static str, wanted: bool| {
            let lines = numbered.iter().filter(|(_, line)| line.helps == wanted).map(|(place, line)| {
                let mark = (ticked & (1 << place) != 0).then(|| html::span().class("tag").child(words.ticked));
                let why = (!line.why.is_empty()).then(|| p("small", line.why));
                html::li().child(said(*line)).child(" ").child(mark).child(why)
            });
            html::div().child(of_half().child(title)).child(html::ul().children(lines))
        };
        let more = list(html::ul(), "", not_to_do);
        let halves = html::div()
            .class("say")
            .child(half(words.say_title_panel, true))
            .child(half(words.dont_title_panel, false).class("dont").child(more));
        all.extend([of_moment().child(when), halves]);
    }
    all
}
