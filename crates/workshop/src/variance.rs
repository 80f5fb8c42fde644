//! Where the differences between answers come from: stories, items and people, by generalizability theory.
//!
//! Lives here: the parts of the variance (variance components) and what a vote of so many people could be relied on for.
//! Not here: how alike answers are (`agreement`), and what a part means to a room (words).
//!
//! **Designs.** All effects are random.
//! - *One story:* people × items, one answer a cell (Shavelson and Webb 1991, chapter 3). Parts: item, rater, and a
//!   residual in which their interaction and chance cannot be told apart.
//! - *Several stories:* items × (raters : stories), as a code is drawn afresh for each vote and nobody can be followed from
//!   one story to the next (Brennan 2001, chapter 3, the p × (i:h) design). Parts: story, item, item by story, rater
//!   within a story, residual.
//! - *Counted hands:* only how many said yes to each item. Rater and residual are one part, `Within`. Where the same people
//!   vote on all items, the item part then comes out too small by the rater part divided by the number of people.
//!
//! **Formulae.** Henderson's Method 1 (Henderson 1953; the analogous ANOVA with T terms of Brennan 2001, chapter 7), which
//! needs no full table. For an effect ω with levels w of nʷ answers, T(ω) = Σ (sum of the answers in w)² / nʷ. With nᵃʷ
//! answers in both level a of α and w of ω, its expected value is Σ over all α of σ²(α) · k(α, ω), where k(α, ω) =
//! Σʷ Σᵃ nᵃʷ² / nʷ, the mean being an effect of one level. As many T terms as effects are set equal to what is expected of
//! them, and the equations solved. On a full table this is the usual ANOVA of mean squares.
//!
//! **Gaps.** A cell that was not asked, or was answered "don't know", is left out and counted. It is never a no. The
//! estimates are unbiased if what is missing does not hang on what would have been answered.
//!
//! **Negative estimates** occur by chance where a part is small. They count as 0 ([`Component::value`]), say so
//! ([`Component::is_negative`]), and keep what was found ([`Component::raw`]).
//!
//! **Refused** ([`TooLittle`]): fewer than two people or two items with an answer, answers that are all the same, or gaps
//! that leave two parts impossible to tell apart. No interval is given: with few people each part can be far off.

use waymark_case::listed::Listed;
use waymark_case::vocabulary::ItemAnswer;

/// What one person gave one item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// An answer as a number: yes is 1, no is 0.
    Number(f64),
    /// "Don't know".
    NotKnown,
    /// Not asked, or left out.
    NotAsked,
}

impl From<Option<ItemAnswer>> for Mark {
    fn from(answer: Option<ItemAnswer>) -> Self {
        match answer {
            Some(ItemAnswer::Yes) => Self::Number(1.0),
            Some(ItemAnswer::No) => Self::Number(0.0),
            Some(ItemAnswer::DontKnow) => Self::NotKnown,
            None => Self::NotAsked,
        }
    }
}

/// The answers to one story: a row a person, a column an item. Rows may be short.
pub type Story = Vec<Vec<Mark>>;

/// Where differences come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Some stories have more to say yes to.
    Story,
    /// Some items are a yes more often, whoever answers.
    Item,
    /// Some items are a yes in one story and not in another.
    ItemByStory,
    /// Some people say yes more often, whatever the item.
    Rater,
    /// People read single items in different ways, and chance.
    Residual,
    /// The last two together.
    Within,
}

impl Source {
    /// What a story says of an item, about which nobody need disagree. All else is disagreement.
    pub fn is_told(self) -> bool {
        matches!(self, Self::Story | Self::Item | Self::ItemByStory)
    }
}

/// One part of the differences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Component {
    /// Where it comes from.
    pub source: Source,
    /// The estimate as it came out.
    pub raw: f64,
}

impl Component {
    /// The estimate: a variance, so never below 0.
    pub fn value(self) -> f64 {
        self.raw.max(0.0)
    }
    /// True when the estimate came out below 0.
    pub fn is_negative(self) -> bool {
        self.raw < 0.0
    }
}

/// Why there are no parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooLittle {
    /// Fewer than two people gave an answer.
    People,
    /// Fewer than two items have an answer.
    Items,
    /// Fewer than two stories have one; one story is a design of its own.
    Stories,
    /// All answers are the same.
    Alike,
    /// The gaps leave two parts that cannot be told apart.
    Gaps,
}

impl TooLittle {
    /// The reason in plain words.
    pub fn text(self) -> &'static str {
        match self {
            Self::People => "fewer than two raters gave an answer",
            Self::Items => "fewer than two items have an answer",
            Self::Stories => "fewer than two stories have an answer",
            Self::Alike => "all answers are the same",
            Self::Gaps => "too much is missing to tell the parts apart",
        }
    }
}

/// The parts, and what they rest on.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// One of each source of the design.
    pub components: Vec<Component>,
    /// How many raters gave an answer; one who voted on two stories counts in each.
    pub raters: usize,
    /// How many answers went in.
    pub answers: usize,
    /// How many "don't know" were left out.
    pub not_known: usize,
    /// How many were not asked, of the items that anybody answered in that story.
    pub not_asked: usize,
}

impl Parts {
    /// The parts of one story.
    ///
    /// # Errors
    /// Why there are none.
    pub fn of_story(story: &Story) -> Result<Self, TooLittle> {
        Cells::of(std::slice::from_ref(story)).parts(&[Source::Item, Source::Rater, Source::Residual])
    }

    /// The parts of several stories, in each of which other raters answered, or the same unknown to us.
    ///
    /// # Errors
    /// Why there are none.
    pub fn of_stories(stories: &[Story]) -> Result<Self, TooLittle> {
        let cells = Cells::of(stories);
        if cells.several(Source::Story) {
            cells.parts(&[Source::Story, Source::Item, Source::ItemByStory, Source::Rater, Source::Residual])
        } else {
            Err(TooLittle::Stories)
        }
    }

    /// The parts of one story of which only counts are known: for each item yes, no, don't know. `people` is how many
    /// voted, so that whoever did not answer an item is counted.
    ///
    /// # Errors
    /// Why there are none.
    pub fn of_counts(people: u32, items: impl IntoIterator<Item = [u32; 3]>) -> Result<Self, TooLittle> {
        let mut cells = Cells::default();
        for (item, [yes, no, not_known]) in items.into_iter().enumerate() {
            for (count, value) in [(yes, 1.0), (no, 0.0)] {
                (0..count).for_each(|_| cells.add(value, Place { story: 0, item, rater: cells.values.len() }));
            }
            cells.not_known += not_known as usize;
            cells.not_asked += people.saturating_sub(yes + no + not_known) as usize;
        }
        let parts = cells.parts(&[Source::Item, Source::Within])?;
        Ok(Self { raters: people as usize, ..parts })
    }

    /// The source of more than half of all differences; `None` where no one has so much.
    pub fn most(&self) -> Option<Source> {
        // Exactly half is not more, whatever rounding makes of it.
        let half = self.sum(|_| true) * (0.5 + 1e-9);
        self.components.iter().find(|part| part.value() > half).map(|part| part.source)
    }

    /// How far the mean answer of so many raters to an item of a story could be relied on: the index of dependability,
    /// Φ = τ / (τ + δ / n), with τ what is told ([`Source::is_told`]) and δ the rest (Brennan 2001, chapters 2 and 4).
    /// 0 to 1; it is about the items, and about nobody who voted. `None` where all parts are 0.
    pub fn dependability(&self, raters: u32) -> Option<f64> {
        let (told, rest) = (self.sum(Source::is_told), self.sum(|source| !source.is_told()));
        let all = told + rest / f64::from(raters);
        (all > 0.0).then(|| told / all)
    }

    /// The fewest raters with whom the dependability reaches 0.8, the usual mark of Shavelson and Webb (1991). `None`
    /// where nothing is told, and no number would do.
    pub fn raters_needed(&self) -> Option<u32> {
        let (told, rest) = (self.sum(Source::is_told), self.sum(|source| !source.is_told()));
        // 0.8 of the whole is four times as much as the rest.
        (told > 0.0).then(|| (4.0 * rest / told - 1e-9).ceil().max(1.0) as u32)
    }

    fn sum(&self, of: impl Fn(Source) -> bool) -> f64 {
        self.components.iter().filter(|part| of(part.source)).fold(0.0, |sum, part| sum + part.value())
    }
}

/// Where an answer stands. Raters of two stories have different numbers.
#[derive(Clone, Copy)]
struct Place {
    story: usize,
    item: usize,
    rater: usize,
}

/// All answers, one after the other.
#[derive(Default)]
struct Cells {
    values: Vec<f64>,
    places: Vec<Place>,
    not_known: usize,
    not_asked: usize,
}

impl Cells {
    fn of(stories: &[Story]) -> Self {
        let (mut cells, mut rater) = (Self::default(), 0);
        for (story, rows) in stories.iter().enumerate() {
            let width = rows.iter().map(Vec::len).max().unwrap_or_default();
            let at = |row: &Vec<Mark>, item| row.get(item).copied().unwrap_or(Mark::NotAsked);
            for item in (0..width).filter(|item| rows.iter().any(|row| at(row, *item) != Mark::NotAsked)) {
                for (row, rater) in rows.iter().zip(rater..) {
                    match at(row, item) {
                        Mark::Number(value) => cells.add(value, Place { story, item, rater }),
                        Mark::NotKnown => cells.not_known += 1,
                        Mark::NotAsked => cells.not_asked += 1,
                    }
                }
            }
            rater += rows.len();
        }
        cells
    }

    fn add(&mut self, value: f64, place: Place) {
        self.values.push(value);
        self.places.push(place);
    }

    /// For each answer the level of an effect, as a number from 0. No source is the mean.
    fn levels(&self, source: Option<Source>) -> Vec<usize> {
        let items = self.places.iter().map(|place| place.item + 1).max().unwrap_or_default();
        let level = |(answer, place): (usize, &Place)| match source {
            None => 0,
            Some(Source::Story) => place.story,
            Some(Source::Item) => place.item,
            Some(Source::ItemByStory) => place.story * items + place.item,
            Some(Source::Rater) => place.rater,
            Some(Source::Residual | Source::Within) => answer,
        };
        self.places.iter().enumerate().map(level).listed()
    }

    fn several(&self, source: Source) -> bool {
        let levels = self.levels(Some(source));
        levels.iter().any(|level| Some(level) != levels.first())
    }

    fn parts(self, sources: &[Source]) -> Result<Parts, TooLittle> {
        if !self.several(Source::Rater) {
            return Err(TooLittle::People);
        }
        if !self.several(Source::Item) {
            return Err(TooLittle::Items);
        }
        let answers = self.values.len();
        let mean = self.values.iter().fold(0.0, |sum, value| sum + value) / answers as f64;
        // The T terms are large beside their differences; without the mean they are not, and no part changes.
        let values: Vec<f64> = self.values.iter().map(|value| value - mean).listed();
        let spread = values.iter().fold(0.0, |sum, value| sum + value * value) / answers as f64;
        if self.values.iter().all(|value| Some(value) == self.values.first()) {
            return Err(TooLittle::Alike);
        }
        let effects: Vec<_> = std::iter::once(None).chain(sources.iter().copied().map(Some)).listed();
        let levels: Vec<_> = effects.iter().map(|effect| self.levels(*effect)).listed();
        let rows = levels.iter().map(|of| equation(&values, &levels, of)).listed();
        // What is smaller than rounding is nothing, and not below nothing.
        let exact = |found: f64| if found.abs() < 1e-9 * spread { 0.0 } else { found };
        let found = solve(rows, answers as f64).ok_or(TooLittle::Gaps)?;
        let components = sources
            .iter()
            .zip(found.iter().skip(1))
            .map(|(source, found)| Component { source: *source, raw: exact(*found) });
        let raters = runs(&self.levels(Some(Source::Rater))).1.len();
        let Self { not_known, not_asked, .. } = self;
        Ok(Parts { components: components.listed(), raters, answers, not_known, not_asked })
    }
}

/// The answers of each level that has any, level by level, and where each level ends.
fn runs(levels: &[usize]) -> (Vec<usize>, Vec<usize>) {
    let mut ends = vec![0; levels.iter().max().map_or(0, |most| most + 1)];
    levels.iter().for_each(|level| ends[*level] += 1);
    let mut before = 0;
    for end in &mut ends {
        (*end, before) = (before, before + *end);
    }
    let mut order = vec![0; levels.len()];
    for (answer, level) in levels.iter().enumerate() {
        order[ends[*level]] = answer;
        ends[*level] += 1;
    }
    ends.dedup();
    ends.retain(|end| *end > 0);
    (order, ends)
}

/// What is expected of the T term of an effect: k for each of the others, and last the term itself.
fn equation(values: &[f64], effects: &[Vec<usize>], of: &[usize]) -> Vec<f64> {
    let (order, ends) = runs(of);
    // The sum over all levels of something of each level, divided by how many answers it has.
    let over = |something: &mut dyn FnMut(&[usize]) -> f64| {
        let (mut all, mut start) = (0.0, 0);
        for end in &ends {
            all += something(&order[start..*end]) / (end - start) as f64;
            start = *end;
        }
        all
    };
    let share = |levels: &Vec<usize>| {
        let mut seen = vec![0_u32; levels.iter().max().map_or(0, |most| most + 1)];
        over(&mut |run| {
            let mut squares = 0.0;
            for answer in run {
                let count = &mut seen[levels[*answer]];
                // From one square to the next.
                squares += f64::from(2 * *count + 1);
                *count += 1;
            }
            run.iter().for_each(|answer| seen[levels[*answer]] = 0);
            squares
        })
    };
    let term = over(&mut |run| {
        let sum = run.iter().fold(0.0, |sum, answer| sum + values[*answer]);
        sum * sum
    });
    effects.iter().map(share).chain([term]).listed()
}

/// Solves the equations, whose right side stands last in each row, by elimination; `None` where they have no one answer.
/// `size` is that of their largest number.
fn solve(mut rows: Vec<Vec<f64>>, size: f64) -> Option<Vec<f64>> {
    let count = rows.len();
    for column in 0..count {
        let largest = (column..count)
            .reduce(|one, other| if rows[other][column].abs() > rows[one][column].abs() { other } else { one })?;
        rows.swap(column, largest);
        if rows[column][column].abs() < 1e-9 * size {
            return None;
        }
        let pivot = rows[column].clone();
        for row in rows.iter_mut().enumerate().filter(|(place, _)| *place != column).map(|(_, row)| row) {
            let times = row[column] / pivot[column];
            row.iter_mut().zip(&pivot).for_each(|(one, other)| *one -= times * other);
        }
    }
    Some(rows.iter().enumerate().filter_map(|(place, row)| Some(row.last()? / row.get(place)?)).listed())
}
