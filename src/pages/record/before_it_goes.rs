//! The check before a sheet goes: the sentences that hold what it leaves out, words that harm, how it is sent, what is still
//! open, and who opens it and where. It stops nothing.

use super::check::Open;
use crate::app::{CaseState, Language};
use crate::components::{area_contacts, quiet};
use crate::platform::page::focus_row;
use leptos::prelude::*;
use waymark_case::listed::Listed;
use waymark_content::words::fill;
use waymark_record::outgoing_check::{Finding, FindingChoice, findings, take_out};
use waymark_record::{Document, Output, look_again};
use waymark_view::{El, Memo, RwSignal, button, details, html, list, memo, p};

/// The check. What was kept is asked about once for each sheet.
pub fn before_it_goes(language: Language, case: CaseState, shown: Memo<Vec<Document>>, open: Memo<Open>) -> El {
    let words = &language.later().pages.outgoing;
    let chosen = case.sheet;
    let kept = RwSignal::new(Vec::<(Output, Finding)>::new());
    let found = memo(move || {
        let output = chosen.get();
        let found = shown.with(|documents| {
            case.names.with(|names| case.answers.with(|case| findings(output, documents, case, names, language)))
        });
        found.into_iter().filter(|one| kept.with(|kept| !kept.contains(&(output, one.clone())))).listed()
    });
    let resolve = move |finding: Finding, how: FindingChoice| match how {
        FindingChoice::Keep | FindingChoice::TheyAgreed => {
            kept.update(|kept| kept.push((chosen.get_untracked(), finding)))
        }
        FindingChoice::TakeOut => {
            let mut names = case.names.get_untracked();
            case.change(|case| take_out(&finding, case, &mut names));
            case.names.set(names);
        }
    };
    let one = move |finding: Finding| {
        let ways = [
            (FindingChoice::TakeOut, words.take_out),
            (FindingChoice::TheyAgreed, words.agreed),
            (FindingChoice::Keep, words.keep),
        ];
        let buttons = ways.map(|(how, label)| {
            let finding = finding.clone();
            button("button second", label).on_press(move || resolve(finding.clone(), how))
        });
        html::li()
            .child(html::strong().child(finding.what))
            .child(html::blockquote().child(finding.sentence.clone()))
            .child(html::div().class("actions").children(buttons))
    };
    let sentences = move || match found.get() {
        found if found.is_empty() => Vec::new(),
        found => vec![
            html::div()
                .class("caution")
                .attr("data-outgoing", "")
                .child(p("", words.found))
                .child(html::ul().children(found.into_iter().map(one))),
        ],
    };
    // Drawn again for each sheet: a tick belongs to one reader.
    let ticks = move || {
        chosen.track();
        let tick = |label: &&'static str| {
            html::label()
                .class("choice")
                .child(quiet(html::input().attr("type", "checkbox")))
                .child(html::span().child(*label))
        };
        vec![html::div().class("choices stack").children(words.ticks.iter().map(tick))]
    };
    html::section()
        .class("no-print")
        .child(html::h2().child(words.title))
        .child(html::div().live(sentences))
        .child(html::div().live(move || harmful(language, shown)))
        .child(html::div().class("left-out").live(move || sending(language, case)))
        .child(p("", language.later().pages.record_page.agreed).attr("hidden", move || chosen.get() == Output::OwnCopy))
        .child(
            html::div()
                .class("panel")
                .attr("role", "group")
                .attr("aria-label", words.lead)
                .child(p("small", words.lead))
                .child(html::div().live(ticks)),
        )
        .child(to_open(language, open))
}

/// Words that blame, or say more than anyone can know.
fn harmful(language: Language, shown: Memo<Vec<Document>>) -> Vec<El> {
    let words = &language.later().pages.record_page;
    let found = shown.with(|documents| look_again(documents));
    if found.is_empty() {
        return Vec::new();
    }
    let found = found.iter().map(|word| format!("“{word}”")).listed().join(", ");
    vec![
        html::div()
            .class("caution")
            .attr("data-look-again", "")
            .child(p("", words.look_again).child(" ").child(html::strong().child(found)))
            .child(p("small", words.look_again_why)),
    ]
}

/// What to do before it is sent, to which number, and what it leaves out.
fn sending(language: Language, case: CaseState) -> Vec<El> {
    let words = &language.later().pages.record_page;
    let output = case.sheet.get();
    let left_out = list(html::ul(), "", output.left_out(case.words(language)).iter().copied());
    let sending = output.sending(case.words(language));
    let sending = (!sending.is_empty())
        .then(|| [html::h3().child(words.sending_title), list(html::ul(), "", sending.iter().copied())]);
    sending
        .into_iter()
        .flatten()
        .chain([
            area_contacts(language, case, move || output.sent_to()),
            details("help", words.left_out_title).child(left_out),
        ])
        .listed()
}

/// How many questions are still open, and the way to the first of them.
fn to_open(language: Language, open: Memo<Open>) -> El {
    let words = &language.later().pages.record_page;
    let count = move || fill(words.open_count, &[("n", &open.with(Vec::len).to_string())]);
    let go = move || {
        if let Some(first) = open.with_untracked(|open| open.first().map(|(first, _)| first.input.name())) {
            focus_row(&first);
        }
    };
    let go = button("link", "").child(count).attr("data-action", "to-open").on_press(go);
    p("", "").child(go).attr("hidden", move || open.with(Vec::is_empty))
}
