//! The first talk: what the Tonight path asks, and half a page of what to do.

use waymark_content::words::Words;
use waymark_flow::tonight::{Screen, ScreenKind, screens};

use super::markup::{blank, choices, el, empty_row, lines, list, question, sheet, styled, table, text, ticked};

/// The ten screens with boxes.
pub fn ask(words: &Words) -> String {
    let paper = &words.later().pages.paper;
    let mut parts: Vec<String> = screens().iter().map(|screen| asked(screen, words)).collect();
    parts.extend([text("h3", paper.their_words), lines(3)]);
    sheet("tonight", paper.tonight_title, paper.tonight_lead, &parts, &[paper.by, paper.date])
}

fn asked(screen: &Screen, words: &Words) -> String {
    let title = screen.title(words);
    match screen.kind {
        ScreenKind::One(answers) => question(title, choices(answers.iter().map(|answer| answer.label(words)))),
        ScreenKind::Ticks(ticks, answers) => {
            let ticks = ticks.iter().map(|tick| tick.label(words));
            question(title, choices(ticks.chain(answers.iter().map(|answer| answer.label(words)))))
        }
        ScreenKind::Rows(rows) => {
            let rows: String = rows
                .iter()
                .map(|row| question(row.ask(words), choices(row.options(words).map(|(_, label)| label))))
                .collect();
            styled("div", "asked rows", &[text("h3", title), styled("div", "columns", &rows)].concat())
        }
    }
}

/// Do now, say, don't, the call and the handover.
pub fn act(words: &Words) -> String {
    let (paper, tonight) = (&words.later().pages.paper, &words.steps().pages.tonight_result);
    let row = || [empty_row(3), ticked([paper.act_done])].concat();
    let columns = [tonight.do_now, paper.act_who, paper.act_when, paper.act_done];
    let said = words.say("disclosure").map(|say| say.say).unwrap_or_default();
    let dont =
        [tonight.dont_confront, tonight.dont_tell, tonight.dont_mediate, tonight.dont_exclude, tonight.dont_paper];
    let to_say = [
        el("div", &[text("h3", tonight.say), list(said.iter().copied())].concat()),
        el("div", &[text("h3", tonight.dont), list(dont)].concat()),
    ];
    let room = |labels: &[&str]| labels.iter().map(|label| blank(label)).collect::<String>();
    let parts = [
        table(columns, (0..5).map(|_| row())),
        styled("div", "columns", &to_say.concat()),
        text("h3", tonight.on_call),
        room(paper.on_call_lines),
        text("h3", tonight.morning),
        room(paper.morning_lines),
        text("p", tonight.morning_changes),
    ];
    sheet("act", paper.act_title, paper.keep, &parts, &[paper.by, paper.date])
}
