//! For trainers: the plan of the day, care for the room with words to say, the handout, what is known of the tools, and a study.

use waymark_content::words::Words;

use super::markup::{el, escaped, list, sheet, text};

/// A heading with its lines.
fn part(title: &str, lines: &[&'static str]) -> String {
    [text("h3", title), list(lines.iter().copied())].concat()
}

/// Before the day, the two plans, and a room without devices.
pub fn plan(words: &Words) -> String {
    let guide = &words.pages.workshop_guide;
    let parts = [
        part(guide.before_title, guide.before),
        part(guide.hour_title, guide.hour),
        part(guide.half_day_title, guide.half_day),
        part(guide.no_devices_title, guide.no_devices),
    ];
    sheet("trainer-plan", guide.plan_title, words.pages.workshop.band, &parts, &[])
}

/// Care for the people in the room, what to open and close with, and what the figures mean.
pub fn care(words: &Words) -> String {
    let guide = &words.pages.workshop_guide;
    let aloud = |title: &str, lines: &[&str]| {
        let said: String = lines.iter().map(|line| text("blockquote", &format!("“{line}”"))).collect();
        [text("h3", title), said].concat()
    };
    let parts = [
        text("p", guide.care_lead),
        part(guide.care_do_title, guide.care_do),
        aloud(guide.opening_title, guide.opening),
        aloud(guide.closing_title, guide.closing),
        part(guide.figures_do_title, guide.figures_do),
        part(guide.figures_not_title, guide.figures_not),
    ];
    sheet("trainer-care", guide.care_title, words.pages.workshop.band, &parts, &[])
}

/// Ten ways we get the wrong person, each with what to do instead.
pub fn handout(words: &Words) -> String {
    let guide = &words.pages.workshop_guide;
    let way = |(wrong, instead): (&&str, &&str)| {
        el("li", &[el("strong", &escaped(wrong)).trim_end(), " ", &escaped(instead)].concat())
    };
    let ways: String = guide.wrong.iter().zip(guide.instead).map(way).collect();
    let parts = [el("ol", &ways), text("p", guide.wrong_end)];
    sheet("trainer-handout", guide.wrong_title, guide.wrong_lead, &parts, &[])
}

/// What is known of the tools: tested on whom, what was found, what disagrees, and for whom nothing is known.
pub fn evidence(words: &Words) -> String {
    let known = &words.pages.workshop_evidence;
    let parts = [
        part(known.dash_title, known.dash),
        part(known.disagree_title, known.disagree),
        part(known.dara_title, known.dara),
        part(known.signs_title, known.signs),
        part(known.unknown_title, known.unknown),
    ];
    sheet("trainer-evidence", known.title, known.lead, &parts, &[])
}

/// A study of agreement that a trainer can run.
pub fn study(words: &Words) -> String {
    let known = &words.pages.workshop_evidence;
    let parts = [part(known.study_do_title, known.study_do), part(known.study_read_title, known.study_read)];
    sheet("trainer-study", known.study_title, known.study_lead, &parts, &[])
}
