//! An earlier copy of a case beside today's: what was answered in another way, what follows from it now, and when to look
//! again.
//!
//! It never calls a change better or worse: fewer yes answers do not show that someone is safer (dash:2.4, dash:2.5), and
//! a route that was met is not taken back. The outcome stands in it, so it belongs in the worker's own restricted log.

use super::answers::{AnswerRow, sections};
use super::dash_sheet;
use super::document::{Block, Document};
use super::people::People;
use super::phrases::{Reading, heading, key};
use super::reasons::reasons;
use waymark_case::input::{ChoicePart, RecordField};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, Input, ItemNumber};
use waymark_content::words::Words;
use waymark_engine::Assessment;
use waymark_engine::assessment::{Route, RouteState};

/// A case with what the engine makes of it.
pub type Assessed<'a> = (&'a Case, &'a Assessment);

/// What has changed between two states of one case. `people` are fixed descriptors, never names.
pub fn compare(then: Assessed<'_>, now: Assessed<'_>, words: &Words, people: &People) -> Document {
    // Both in the words for the case as it is now: what is told is what was answered, not how it is worded.
    let now_read = Reading::of(now.0, now.1, words, people);
    let words = now_read.words;
    let both = Both { then: now_read.about(then.0, then.1), now: now_read, words };
    let say = &words.later().pages.compare;
    let mut document = both.now.document(say.title);
    document.blocks.push(Block::paragraph(say.intro));
    document.section(say.result, both.result());
    document.section(say.dash, vec![both.dash()]);
    document.section(say.answers, vec![both.answers()]);
    if then.0 == now.0 {
        document.blocks.push(Block::paragraph(say.same));
    }
    document.section(say.steps_new, vec![both.steps_new()]);
    document.section(say.steps_gone, vec![both.steps_gone()]);
    document.section(say.review, both.review());
    document
}

struct Both<'a> {
    then: Reading<'a>,
    now: Reading<'a>,
    words: &'a Words,
}

impl Both<'_> {
    /// A row with what was then and what is now, if the two differ.
    fn changed(&self, label: String, read: impl Fn(&Reading<'_>) -> String) -> Option<Vec<String>> {
        let (then, now) = (read(&self.then), read(&self.now));
        (then != now).then(|| vec![label, then, now])
    }

    /// Range, routes, outcome and judgement: always both, also where they are the same.
    fn result(&self) -> Vec<Block> {
        let say = &self.words.later().pages.compare;
        let row = |label: &str, read: &dyn Fn(&Reading<'_>) -> String| {
            vec![label.to_owned(), read(&self.then), read(&self.now)]
        };
        let routes = |reading: &Reading<'_>, wanted: RouteState| {
            let state = reading.assessment.dash.routes_state;
            let named =
                |wanted: RouteState| Route::ALL.iter().copied().filter(|route| state.of(*route) == wanted).listed();
            match named(wanted) {
                routes if !routes.is_empty() => reading.routes(&routes),
                // "None" only where everything was answered.
                _ if !named(RouteState::NotAssessed).is_empty() => say.not_assessed.to_owned(),
                _ => say.none.to_owned(),
            }
        };
        let rows = vec![
            row(say.count, &dash_sheet::count),
            row(self.words.later().pages.outputs.dash_day, &|reading| self.value_or_none(reading, Input::DashDoneOn)),
            row(say.routes, &|reading| routes(reading, RouteState::Met)),
            row(say.routes_open, &|reading| routes(reading, RouteState::Open)),
            row(say.judgement, &|reading| self.value_or_none(reading, Input::DashJudgement)),
            row(say.outcome, &|reading| reading.about_both(heading(&reading.assessment.identify, self.words))),
            row(say.reasons, &|reading| self.why(reading)),
        ];
        let mut blocks = vec![Block::table(say.head, rows)];
        let (then, now) = (&self.then.assessment.dash.routes, &self.now.assessment.dash.routes);
        if then.iter().any(|route| !now.contains(route)) {
            blocks.push(Block::paragraph(say.route_gone));
        }
        blocks
    }

    fn value_or_none(&self, reading: &Reading<'_>, input: Input) -> String {
        match reading.case.is_unanswered(input) {
            true => self.words.steps().pages.record.not_written.to_owned(),
            false => reading.value(input),
        }
    }

    fn why(&self, reading: &Reading<'_>) -> String {
        let found = &reading.assessment.identify;
        if found.reasons.is_empty() {
            return self.words.text("outcome.not_started").to_owned();
        }
        found.reasons.iter().map(|reason| self.words.text(&key("reason", *reason))).listed().join(" ")
    }

    /// The items whose answer is another one, with where today's comes from.
    fn dash(&self) -> Block {
        let rows = ItemNumber::all().filter_map(|item| {
            let label = self.now.label(Input::DashItem(item));
            let mut row = self.changed(label, |reading| dash_sheet::answer(item, reading))?;
            let note = self.now.case.dash.notes.get(item).map_or("", |note| note.as_str());
            let parts = [dash_sheet::source(item, &self.now), note.to_owned()];
            row.push(parts.into_iter().filter(|part| !part.is_empty()).listed().join("; "));
            Some(row)
        });
        Block::table(self.words.later().pages.compare.dash_head, rows.listed())
    }

    /// All other answers, texts too, that read in another way.
    fn answers(&self) -> Block {
        let rows_of = |reading: &Reading<'_>| -> Vec<AnswerRow> {
            let all = sections(reading.case, reading.assessment, self.words, reading.people);
            all.into_iter()
                .flat_map(|section| section.rows)
                .filter(|row| !matches!(row.input, Input::DashItem(_)))
                .listed()
        };
        let (then, now) = (rows_of(&self.then), rows_of(&self.now));
        let gone = then.iter().filter(|row| !now.iter().any(|other| other.input == row.input));
        let not_asked = self.words.steps().pages.record.not_asked;
        let value = |rows: &[AnswerRow], input: Input| {
            rows.iter()
                .find(|row| row.input == input && row.answered)
                .map_or(not_asked.to_owned(), |row| row.value.clone())
        };
        let rows = now.iter().chain(gone).filter_map(|row| {
            let (then, now) = (value(&then, row.input), value(&now, row.input));
            (then != now).then(|| vec![row.label.clone(), then, now])
        });
        Block::table(self.words.later().pages.compare.head, rows.listed())
    }

    fn steps_new(&self) -> Block {
        let known = |id: PathwayId| self.then.assessment.pathway(id).is_some();
        let new = self.now.assessment.pathways.iter().filter(|pathway| !known(pathway.id));
        let rows = new.map(|pathway| {
            let because = reasons(&pathway.because, self.now.case, self.words).join("; ");
            vec![self.now.title(pathway.id).to_owned(), because]
        });
        Block::table(self.words.later().pages.compare.steps_new_head, rows.listed())
    }

    fn steps_gone(&self) -> Block {
        let known = |id: PathwayId| self.now.assessment.pathway(id).is_some();
        let gone = self.then.assessment.pathways.iter().filter(|pathway| !known(pathway.id));
        let rows = gone.map(|pathway| {
            let decided = Input::Choice(pathway.id, ChoicePart::Decision);
            vec![self.then.title(pathway.id).to_owned(), self.value_or_none(&self.then, decided)]
        });
        Block::table(self.words.later().pages.compare.steps_gone_head, rows.listed())
    }

    /// What calls for another look (dash:2.3, dash:2.5), those of it that today's answers show first, and the dates.
    fn review(&self) -> Vec<Block> {
        let say = &self.words.later().pages.compare;
        let seen: Vec<String> =
            say.triggers.iter().zip(self.seen()).filter(|(_, seen)| *seen).map(|(line, _)| (*line).to_owned()).listed();
        let mut blocks = Vec::new();
        if !seen.is_empty() {
            blocks.push(Block::paragraph(say.review_seen));
            blocks.push(Block::List(seen));
        }
        blocks.push(Block::paragraph(say.review_lead));
        blocks.push(Block::List(say.triggers.iter().map(|line| (*line).to_owned()).listed()));
        let date = |reading: &Reading<'_>| self.value_or_none(reading, Input::Record(RecordField::ReviewOn));
        let dates = [(say.review_then, date(&self.then)), (say.review_now, date(&self.now))];
        blocks.push(Block::Heading(3, say.review_dates.to_owned()));
        blocks.push(Block::Facts(dates.map(|(label, date)| (label.to_owned(), date)).to_vec()));
        blocks
    }

    /// Which of the reasons to look again today's answers show, in the order of `triggers`. What no answer can show is false.
    fn seen(&self) -> [bool; 10] {
        let (then, now) = (&self.then.case.context, &self.now.case.context);
        let yes = |answer: Option<Known>| answer == Some(Known::Yes);
        let leaves = |wish: Wish| now.wishes.has(wish) && !then.wishes.has(wish);
        let marac = matches!(now.marac_last_12m, Some(MaracLast12m::SamePair));
        let more_events = now.events_12m > then.events_12m || now.police_events_12m > then.police_events_12m;
        [
            yes(now.new_incident_since_dash) || more_events,
            leaves(Wish::Leave) || leaves(Wish::Refuge) || now.relationship != then.relationship,
            marac && (yes(now.abuse_since_marac) || yes(now.abuse_since_marac_criminal)),
            yes(now.charged_or_bailed) && !yes(then.charged_or_bailed)
                || now.custody != then.custody
                    && matches!(now.custody, Some(Custody::ReleaseSoon | Custody::ReleasedRecently)),
            false,
            yes(now.order_breached) || now.orders != then.orders,
            yes(now.pregnant) && !yes(then.pregnant),
            false,
            yes(now.firearm_access) && !yes(then.firearm_access),
            yes(now.disengaged),
        ]
    }
}
