//! The check of the answers: what is open and matters first, then every answer by section, each with a way back to it.

use crate::app::{CaseState, Language, Layout, View};
use crate::components::quiet;
use leptos::ev;
use leptos::prelude::*;
use waymark_case::Input;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;
use waymark_case::vocabulary::{NotAskedBecause, Vocabulary};
use waymark_content::words::fill;
use waymark_record::{AnswerRow, AnswerSection, Doubt, OpenQuestion, sections, unanswered};
use waymark_view::{El, Fragment, Memo, button, details, fact, html, memo, p, uncompared};

/// As many open questions are in sight at once.
const FIRST: usize = 3;

/// What is unanswered or not known and matters, each with its row, first to last.
pub type Open = Vec<(OpenQuestion, AnswerRow)>;

/// Every answer by section, worked out once for all that shows some of them.
pub fn all_sections(language: Language, case: CaseState) -> Memo<Vec<AnswerSection>> {
    // Not compared: what is shown of them is.
    uncompared(move || {
        let people = case.called(language);
        case.read(|case, assessment| sections(case, assessment, language, &people))
    })
}

/// A row with the button that leads to its question.
fn row_view(language: Language, view: View, row: AnswerRow, ask_again: bool) -> El {
    let words = &language.later().pages.record_page;
    let AnswerRow { input, label, value, answered, .. } = row;
    let value = if ask_again { fill(words.open_again, &[("value", &value)]) } else { value };
    let open = button("link", if answered { words.change } else { words.answer })
        .child(html::span().class("visually-hidden").child(": ").child(label.clone()))
        .on_press(move || view.change_from_check(input));
    fact(label, value).child(html::dd().child(open)).attr("data-row", input.name())
}

fn rows_view(rows: Vec<El>) -> El {
    html::dl().class("summary").children(rows)
}

/// Why a question that must come before acting was not asked: one reason, which can be taken back.
fn not_asked(language: Language, case: CaseState, input: Input) -> El {
    let words = &language.later().pages.record_page;
    let name = input.name();
    let key = name.clone();
    let reason = memo(move || case.answers.with(|case| case.record.not_asked_because.get(&key).copied()));
    let key = StoredValue::new(name.clone());
    let set = move |chosen: Option<NotAskedBecause>| {
        case.change(|case| {
            let reasons = &mut case.record.not_asked_because;
            match chosen {
                Some(chosen) => reasons.insert(key.get_value(), chosen),
                None => reasons.remove(&key.get_value()),
            };
        });
    };
    let option = |(value, label): (&NotAskedBecause, &&'static str)| {
        let value = *value;
        let again = move || {
            if reason.get_untracked() == Some(value) {
                set(None);
            }
        };
        let radio = html::input()
            .attr("type", "radio")
            .attr("name", ["record.not_asked_because.", &name].concat())
            .attr("value", value.text())
            .checked(move || reason.get() == Some(value))
            .on_press(again)
            .on(ev::change, move |_| set(Some(value)));
        html::label().class("tick").child(quiet(radio)).child(html::span().child(*label))
    };
    let summary = move || match reason.get() {
        Some(reason) => {
            let chosen = words.not_asked_reasons.get(reason.index()).copied().unwrap_or_default();
            [words.not_asked, " ", chosen].concat()
        }
        None => [words.not_asked, " …"].concat(),
    };
    let ticks = NotAskedBecause::ALL.iter().zip(words.not_asked_reasons).map(option);
    html::details()
        .class("help")
        .child(
            html::summary()
                .child(summary)
                .child(html::span().class("visually-hidden").child(": ").child(language.question(input).short)),
        )
        .child(
            html::div().class("ticks").attr("role", "radiogroup").attr("aria-label", words.not_asked).children(ticks),
        )
}

/// What is still open, worked out together, so that writing elsewhere on the step redraws nothing here.
pub fn open(case: CaseState, all: Memo<Vec<AnswerSection>>) -> Memo<Open> {
    memo(move || {
        let open = case.read(unanswered);
        all.with(|all| {
            let rows = || all.iter().flat_map(|section| &section.rows);
            let row = |open: &OpenQuestion| rows().find(|row| row.input == open.input).cloned();
            open.into_iter().filter_map(|open| Some((open, row(&open)?))).listed()
        })
    })
}

/// What is unanswered or not known and matters: the first in sight, the rest folded by why they matter.
pub fn still_open(language: Language, case: CaseState, view: View, open: Memo<Open>) -> El {
    let words = &language.later().pages.record_page;
    let titles = [
        (Doubt::Gate, words.open_gate),
        (Doubt::Revisit, words.open_revisit),
        (Doubt::Core, words.open_core),
        (Doubt::Unknown, words.open_unknown),
    ];
    let row = move |(open, row): (OpenQuestion, AnswerRow)| {
        let because =
            (open.doubt == Doubt::Gate && !open.asked).then(|| html::dd().child(not_asked(language, case, open.input)));
        row_view(language, view, row, open.asked).child(because)
    };
    let drawn = move || {
        let mut first = open.get();
        let rest = first.split_off(first.len().min(FIRST));
        let fold = |(doubt, title): (Doubt, &'static str)| {
            let ours = rest.iter().filter(|(open, _)| open.doubt == doubt).cloned().map(row).listed();
            let count = fill(words.check_count, &[("section", title), ("n", &ours.len().to_string())]);
            (!ours.is_empty()).then(|| details("fold", count).child(rows_view(ours)))
        };
        let folds = titles.into_iter().filter_map(fold);
        std::iter::once(rows_view(first.into_iter().map(row).listed())).chain(folds).listed()
    };
    html::div()
        .attr("data-part", "still-open")
        .child(html::h2().child(words.open_title))
        .child(html::p().child(move || if open.with(Vec::is_empty) { words.open_none } else { words.open_lead }))
        .child(html::div().live(drawn))
}

/// Every answer, by section; folded in the guided layout.
pub fn answers(language: Language, view: View, all: Memo<Vec<AnswerSection>>) -> Fragment {
    let words = &language.later().pages.record_page;
    let whole = memo(move || view.layout.get() == Layout::Whole);
    let answered = move |place: usize| {
        let answered = |section: &AnswerSection| section.rows.iter().filter(|row| row.answered).cloned().listed();
        let mut rows: Vec<AnswerRow> = all.with(|all| all.get(place).map(answered)).unwrap_or_default();
        sort_by_key(&mut rows, |row| !row.unknown);
        rows
    };
    let headings: Vec<_> = untrack(|| all.with(|all| all.iter().map(|section| section.heading).listed()));
    let folds: Vec<_> =
        headings.into_iter().enumerate().map(|(place, heading)| (heading, memo(move || answered(place)))).listed();
    let held: Vec<_> = folds.iter().map(|(_, rows)| *rows).listed();
    let any = move || held.iter().any(|rows| rows.with(|rows| !rows.is_empty()));
    let fold = move |(heading, rows): (&'static str, Memo<Vec<AnswerRow>>)| {
        let count = move || fill(words.check_count, &[("section", heading), ("n", &rows.with(Vec::len).to_string())]);
        let drawn = move || {
            let rows = rows.get();
            vec![html::dl().class("summary").later_each(rows, move |row| row_view(language, view, row, false))]
        };
        html::details()
            .class("fold")
            .attr("data-fold", "answers")
            .attr("open", move || whole.get())
            .attr("hidden", move || rows.with(Vec::is_empty))
            .child(html::summary().child(count))
            .live(drawn)
    };
    Fragment::new()
        .child(html::h2().child(words.check_title))
        .child(p("", words.check_none).attr("hidden", any))
        .later_each(folds, fold)
}
