//! What a room's votes come to: which codes count, and the counts of a round, from codes or from raised hands.
//!
//! Lives here: pooling, splits, totals against a line. Not here: what is shown when (`pages::workshop`). Nobody can be told
//! from anybody: of each vote only counts go on.

use super::agreement::Table;
use super::codes::{CodeError, Finding, Round, VignetteNumber, Vote};
use super::paste::Piece;
use super::variance::{Mark, Story};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use waymark_case::ItemNumber;
use waymark_case::listed::Listed;
use waymark_case::order::{sort_by, sort_by_key};
use waymark_case::vocabulary::{ItemAnswer, Judgement, Vocabulary};
use waymark_engine::assessment::Route;

/// As few codes as the board works with.
pub const FEWEST: usize = 2;
/// As many codes of one round as the board takes.
pub const MOST: usize = 500;
/// The answers to an item are hidden under so many people, so that nobody's can be picked out, and under so many codes
/// everything. It is no wall: whoever knows a colleague's code can add four of their own, and reads the colleague's answers
/// off the sums. So codes go to the trainer alone.
pub const HIDDEN_UNDER: u32 = 5;

/// Why a piece of the block was not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefusedBecause {
    /// It is no whole code.
    Code(CodeError),
    /// It is a vote on another vignette.
    OtherVignette(VignetteNumber),
    /// The same code stood there before.
    Repeat,
    /// There were 500 of this round before it.
    TooMany,
}

/// A piece that was not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The line it stands on, from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// Why.
    pub why: RefusedBecause,
}

/// The codes of a block, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// The vignette that was voted on: the one asked for, or the one of most codes.
    pub vignette: Option<VignetteNumber>,
    /// The first votes.
    pub first: Vec<Vote>,
    /// The second votes.
    pub second: Vec<Vote>,
    /// What was not counted, in order.
    pub refused: Vec<Refused>,
    /// Votes on other vignettes that came in before and are kept, each with how many there are.
    pub elsewhere: Vec<(VignetteNumber, usize)>,
}

impl Pool {
    /// Sorts what stands in a block. Without a wanted vignette it is that of most codes, and of several the first.
    pub fn of(pieces: &[Piece], wanted: Option<VignetteNumber>) -> Self {
        Self::with_kept(&[], pieces, wanted)
    }

    /// The same with the votes of blocks that are gone. One that stands in the block again is the same vote; one on
    /// another vignette is told of, and neither counted nor refused.
    pub fn with_kept(kept: &[Vote], pieces: &[Piece], wanted: Option<VignetteNumber>) -> Self {
        let now = || most_voted(pieces.iter().filter_map(|piece| piece.vote.as_ref().ok()));
        let vignette = wanted.or_else(now).or_else(|| most_voted(kept.iter()));
        let mut pool = Self { vignette, ..Self::default() };
        let mut seen = BTreeSet::new();
        for Piece { line, text, vote } in pieces {
            if let Err(why) = pool.take(vote, &mut seen) {
                pool.refused.push(Refused { line: *line, text: text.clone(), why });
            }
        }
        for vote in kept {
            if let Err(RefusedBecause::OtherVignette(other)) = pool.take(&Ok(vote.clone()), &mut seen) {
                match pool.elsewhere.iter_mut().find(|(vignette, _)| *vignette == other) {
                    Some((_, count)) => *count += 1,
                    None => pool.elsewhere.push((other, 1)),
                }
            }
        }
        pool
    }

    /// The answers to the items in a round, story by story: that of the pool first, then those of other stories out of what
    /// is kept. A story with so few votes that nothing of it is shown is left out.
    pub fn by_story(&self, kept: &[Vote], round: Round) -> Vec<Story> {
        let own = if round == Round::First { &self.first } else { &self.second };
        let marks = |vote: &Vote| ItemNumber::all().map(|item| Mark::from(vote.items.get(item).copied())).listed();
        let other = |story: VignetteNumber| {
            kept.iter().filter(|vote| vote.vignette == story && vote.round == round).take(MOST).map(marks).listed()
        };
        let mut all: Vec<Story> = vec![own.iter().map(marks).listed()];
        all.extend(self.elsewhere.iter().map(|(story, _)| other(*story)));
        all.retain(|story| story.len() >= HIDDEN_UNDER as usize);
        all
    }

    fn take(&mut self, vote: &Result<Vote, CodeError>, seen: &mut BTreeSet<u128>) -> Result<(), RefusedBecause> {
        let vote = vote.as_ref().map_err(|error| RefusedBecause::Code(*error))?;
        if Some(vote.vignette) != self.vignette {
            return Err(RefusedBecause::OtherVignette(vote.vignette));
        }
        if !seen.insert(vote.bits()) {
            return Err(RefusedBecause::Repeat);
        }
        let round = if vote.round == Round::First { &mut self.first } else { &mut self.second };
        if round.len() == MOST {
            return Err(RefusedBecause::TooMany);
        }
        round.push(vote.clone());
        Ok(())
    }
}

fn most_voted<'a>(votes: impl Iterator<Item = &'a Vote>) -> Option<VignetteNumber> {
    let mut counts: Vec<(VignetteNumber, usize)> = Vec::new();
    for vote in votes {
        match counts.iter_mut().find(|(vignette, _)| *vignette == vote.vignette) {
            Some((_, count)) => *count += 1,
            None => counts.push((vote.vignette, 1)),
        }
    }
    // Of equal counts `max_by_key` takes the last: turned round, the first.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(vignette, _)| vignette)
}

/// How the answers to one item fell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Split {
    /// The item.
    pub item: ItemNumber,
    /// How many gave each answer: yes, no, don't know.
    pub counts: [u32; 3],
}

impl Split {
    /// How many answered.
    pub fn answered(&self) -> u32 {
        self.counts.iter().sum()
    }
    /// The share of pairs of people who gave different answers, 0 to 1.
    pub fn divided(&self) -> f64 {
        let table = Table::of_counts(self.answered() as usize, vec![self.counts.to_vec()]);
        table.agreement().percent.map_or(0.0, |alike| 1.0 - alike)
    }
    /// True when too few answered for the answers to be shown.
    pub fn is_hidden(&self) -> bool {
        self.answered() < HIDDEN_UNDER
    }
}

/// How many would refer to MARAC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refer {
    /// By the count of yes answers against a line.
    pub score: u32,
    /// By judgement: high.
    pub judgement: u32,
    /// By the count, by judgement, or by both. From raised hands only a range is known.
    pub either: RangeInclusive<u32>,
}

/// Whether total and judgement of one person are known together.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Linked {
    /// From codes: for each person the total, if there is a sheet, and whether the judgement is high.
    Yes(Vec<(Option<u8>, bool)>),
    /// From hands.
    No,
}

/// The votes of one round, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedRound {
    /// How many people voted.
    pub people: u32,
    /// How the answers to each item fell that anybody answered, by number.
    pub splits: Vec<Split>,
    /// The number of yes answers of each person who was asked all 24 items, lowest first. A count out of ten says nothing
    /// of a line out of 24.
    pub totals: Vec<u8>,
    /// How many chose each judgement, in the order of [`Judgement::ALL`].
    pub judgements: [u32; 4],
    /// How many came to each finding, in the order of [`Finding::ALL`].
    pub findings: [u32; 8],
    /// How many met the route by escalation or by an earlier MARAC.
    pub other_routes: u32,
    linked: Linked,
}

impl CountedRound {
    /// Counts the votes of a round.
    pub fn of_votes(votes: &[Vote]) -> Self {
        let count =
            |item, wanted: ItemAnswer| votes.iter().filter(|vote| vote.items.get(item) == Some(&wanted)).count() as u32;
        let split = |item| Split {
            item,
            counts: [ItemAnswer::Yes, ItemAnswer::No, ItemAnswer::DontKnow].map(|answer| count(item, answer)),
        };
        let total = |vote: &Vote| (vote.items.iter().count() == waymark_case::dash::ITEMS).then(|| vote.yes());
        let mut totals: Vec<u8> = votes.iter().filter_map(total).listed();
        sort_by_key(&mut totals, |total| *total);
        let (mut judgements, mut findings) = ([0; 4], [0; 8]);
        for vote in votes {
            judgements[vote.judgement.index()] += 1;
            findings[vote.finding.index()] += 1;
        }
        let other = |vote: &&Vote| vote.routes.has(Route::R2) || vote.routes.has(Route::R3);
        Self {
            people: votes.len() as u32,
            splits: ItemNumber::all().map(split).filter(|split| split.answered() > 0).listed(),
            totals,
            judgements,
            findings,
            other_routes: votes.iter().filter(other).count() as u32,
            linked: Linked::Yes(votes.iter().map(|vote| (total(vote), by_judgement(vote))).listed()),
        }
    }

    /// The items, most split first; of equals the lower number first.
    pub fn most_split(&self) -> Vec<Split> {
        let mut splits = self.splits.clone();
        sort_by(&mut splits, |one, other| {
            other.divided().total_cmp(&one.divided()).then(one.item.cmp(&other.item)).is_lt()
        });
        splits
    }

    /// True when too few voted for the answers to any item to be shown.
    pub fn hides_items(&self) -> bool {
        self.people < HIDDEN_UNDER
    }

    /// True when so few codes came in that nothing of them is shown. Hands were in sight of all.
    pub fn is_hidden(&self) -> bool {
        matches!(self.linked, Linked::Yes(_)) && self.hides_items()
    }

    /// True when somebody gave a judgement: without one nothing can be said of who would refer.
    pub fn is_judged(&self) -> bool {
        Judgement::ALL.iter().any(|one| *one != Judgement::None && self.judgements[one.index()] > 0)
    }

    /// How the answers to an item fell.
    pub fn split(&self, item: ItemNumber) -> Option<&Split> {
        self.splits.iter().find(|split| split.item == item)
    }

    /// How many would refer, with the line at this number of yes answers.
    pub fn refer(&self, line: u8) -> Refer {
        let score = self.totals.iter().filter(|total| **total >= line).count() as u32;
        match &self.linked {
            Linked::Yes(people) => {
                let reaches = |total: Option<u8>| total.is_some_and(|total| total >= line);
                let judgement = people.iter().filter(|(_, high)| *high).count() as u32;
                let either = people.iter().filter(|(total, high)| *high || reaches(*total)).count() as u32;
                Refer { score, judgement, either: either..=either }
            }
            Linked::No => {
                let judgement = self.judgements[Judgement::High.index()];
                let most = (score + judgement).min(self.people);
                Refer { score, judgement, either: score.max(judgement)..=most }
            }
        }
    }

    /// The answers to the items as a table for the figures of agreement.
    pub fn items_table(&self) -> Table {
        Table::of_counts(self.people as usize, self.splits.iter().map(|split| split.counts.to_vec()).listed())
    }

    /// The findings as a table of one item: of those who came to one.
    pub fn findings_table(&self) -> Table {
        let counts: Vec<u32> = self.findings.iter().skip(1).copied().listed();
        Table::of_counts(counts.iter().sum::<u32>() as usize, vec![counts])
    }
}

fn by_judgement(vote: &Vote) -> bool {
    vote.judgement == Judgement::High || vote.routes.has(Route::R4)
}

/// Hands counted in a room, for one round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// For each item how many showed yes, no, don't know.
    pub items: [[u32; 3]; waymark_case::dash::ITEMS],
    /// How many for each finding, in the order of [`Finding::ALL`]; the first is not used.
    pub findings: [u32; 8],
    /// How many for each judgement, in the order of [`Judgement::ALL`].
    pub judgements: [u32; 4],
    /// The totals that were read out.
    pub totals: Vec<u8>,
}

/// Where a count stands on the pad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// An answer to an item: 0 yes, 1 no, 2 don't know.
    Item(ItemNumber, usize),
    /// A finding.
    Finding(Finding),
    /// A judgement.
    Judgement(Judgement),
}

/// What was miscounted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// The answers to an item.
    Item(ItemNumber),
    /// Who is doing what to whom.
    Findings,
    /// The judgements.
    Judgements,
    /// The totals.
    Totals,
}

impl Tally {
    /// The count at a place.
    pub fn get(&self, cell: Cell) -> u32 {
        let count = match cell {
            Cell::Item(item, answer) => self.items.get(usize::from(item.get()) - 1).and_then(|item| item.get(answer)),
            Cell::Finding(finding) => self.findings.get(finding.index()),
            Cell::Judgement(judgement) => self.judgements.get(judgement.index()),
        };
        count.copied().unwrap_or_default()
    }

    /// Puts a count at a place.
    pub fn set(&mut self, cell: Cell, number: u32) {
        let count = match cell {
            Cell::Item(item, answer) => {
                self.items.get_mut(usize::from(item.get()) - 1).and_then(|item| item.get_mut(answer))
            }
            Cell::Finding(finding) => self.findings.get_mut(finding.index()),
            Cell::Judgement(judgement) => self.judgements.get_mut(judgement.index()),
        };
        if let Some(count) = count {
            *count = number;
        }
    }

    /// Where more votes were counted than there are people, each with how many.
    pub fn over(&self, people: u32) -> Vec<(Over, u32)> {
        let items = ItemNumber::all().zip(&self.items).map(|(item, counts)| (Over::Item(item), counts.iter().sum()));
        let others = [
            (Over::Findings, self.findings.iter().sum()),
            (Over::Judgements, self.judgements.iter().sum()),
            (Over::Totals, self.totals.len() as u32),
        ];
        items.chain(others).filter(|(_, votes)| *votes > people).listed()
    }

    /// The same without the counts that cannot be: what is miscounted is said, and goes into no figure.
    #[must_use]
    pub fn possible(&self, people: u32) -> Self {
        let mut all = self.clone();
        for (over, _) in self.over(people) {
            match over {
                Over::Item(item) => (0..3).for_each(|answer| all.set(Cell::Item(item, answer), 0)),
                Over::Findings => all.findings = [0; 8],
                Over::Judgements => all.judgements = [0; 4],
                Over::Totals => all.totals.clear(),
            }
        }
        all
    }

    /// True when nothing was counted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The counts. As many people as the fullest count shows.
    pub fn counted(&self) -> CountedRound {
        let splits: Vec<Split> = ItemNumber::all()
            .zip(self.items)
            .map(|(item, counts)| Split { item, counts })
            .filter(|split| split.answered() > 0)
            .listed();
        let mut totals = self.totals.clone();
        sort_by_key(&mut totals, |total| *total);
        let fullest = [totals.len() as u32, self.findings.iter().sum(), self.judgements.iter().sum()];
        let people = splits.iter().map(Split::answered).chain(fullest).max().unwrap_or_default();
        CountedRound {
            people,
            splits,
            totals,
            judgements: self.judgements,
            findings: self.findings,
            other_routes: 0,
            linked: Linked::No,
        }
    }
}

/// Reads totals as they were read out: whole numbers from 0 to 24 with anything but letters and digits between them.
///
/// # Errors
/// The first piece that is no such number.
pub fn totals(text: &str) -> Result<Vec<u8>, String> {
    let pieces = text.split(|letter: char| !letter.is_alphanumeric()).filter(|piece| !piece.is_empty());
    pieces
        .map(|piece| piece.parse().ok().filter(|total| *total <= 24).ok_or_else(|| piece.chars().take(12).collect()))
        .collect()
}

impl Finding {
    /// What somebody can say in the focus on judgement, where the view is their own and not what the tool makes of answers.
    pub const VIEWS: [Self; 3] = [Self::O1PersonOne, Self::O1PersonTwo, Self::NotClear];
    /// The findings that somebody can come to.
    pub const FOUND: [Self; 7] = [
        Self::O1PersonOne,
        Self::O1PersonTwo,
        Self::O2PersonOne,
        Self::O2PersonTwo,
        Self::NotClear,
        Self::O6,
        Self::O7OrO8,
    ];
}
