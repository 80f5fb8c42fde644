//! How far raters agree: percent, Fleiss' kappa, Gwet's AC1 and Krippendorff's alpha, all for categories without an order.
//!
//! Lives here: the four figures, from ratings or from counts. Not here: reading a file (`examples/agreement.rs`), and
//! what a figure means to a room (words).

use std::collections::BTreeMap;
use waymark_case::listed::Listed;

/// Why a figure is undefined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// No item has two ratings.
    NoPair,
    /// Only one category was used: nothing tells agreement from chance.
    OneCategory,
    /// Some item was not rated by every rater.
    NotFull,
}

impl Undefined {
    /// The reason in plain words.
    pub fn text(self) -> &'static str {
        match self {
            Self::NoPair => "no item has two or more ratings",
            Self::OneCategory => "only one category was used, so agreement cannot be told from chance",
            Self::NotFull => "not every rater rated every item",
        }
    }
}

/// A figure, or why there is none.
pub type Figure = Result<f64, Undefined>;

/// Ratings counted: for each item, how often each category was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    raters: usize,
    items: Vec<Vec<u32>>,
}

/// The four figures of a table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// How many raters.
    pub raters: usize,
    /// How many items.
    pub items: usize,
    /// The mean share of pairs of ratings that are alike, over the items with two or more; 0 to 1.
    pub percent: Figure,
    /// Fleiss (1971); only where every rater rated every item.
    pub fleiss_kappa: Figure,
    /// Gwet (2008), with missing ratings as in Gwet (2014).
    pub gwet_ac1: Figure,
    /// Krippendorff (2011), nominal.
    pub krippendorff_alpha: Figure,
}

impl Table {
    /// Counts the ratings of each rater; `None` is an item not rated, and a row may be short.
    pub fn of_ratings<T: Ord>(raters: &[Vec<Option<T>>]) -> Self {
        let mut places = BTreeMap::new();
        for rating in raters.iter().flatten().flatten() {
            let next = places.len();
            places.entry(rating).or_insert(next);
        }
        let width = raters.iter().map(Vec::len).max().unwrap_or_default();
        let mut items = vec![vec![0; places.len()]; width];
        for row in raters {
            for (item, rating) in items.iter_mut().zip(row) {
                let count = rating.as_ref().and_then(|rating| item.get_mut(*places.get(rating)?));
                if let Some(count) = count {
                    *count += 1;
                }
            }
        }
        Self { raters: raters.len(), items }
    }

    /// Takes counts as they are: a row an item, a column a category, the same columns in each row.
    pub fn of_counts(raters: usize, items: Vec<Vec<u32>>) -> Self {
        Self { raters, items }
    }

    /// All figures.
    pub fn agreement(&self) -> Agreement {
        Agreement {
            raters: self.raters,
            items: self.items.len(),
            percent: self.percent(),
            fleiss_kappa: self.fleiss(),
            gwet_ac1: self.gwet(),
            krippendorff_alpha: self.krippendorff(),
        }
    }

    /// Items with two or more ratings, each with how many.
    fn paired(&self) -> impl Iterator<Item = (&Vec<u32>, f64)> {
        self.items.iter().map(|item| (item, ratings(item))).filter(|(_, ratings)| *ratings >= 2.0)
    }

    fn percent(&self) -> Figure {
        let alike = |(item, n): (&Vec<u32>, f64)| sum(item.iter().map(|count| pairs(*count))) / (n * (n - 1.0));
        mean(self.paired().map(alike)).ok_or(Undefined::NoPair)
    }

    /// How often each category was given, in all.
    fn totals<'a>(&self, items: impl Iterator<Item = &'a Vec<u32>>) -> Vec<f64> {
        let width = self.items.iter().map(Vec::len).max().unwrap_or_default();
        let add = |mut totals: Vec<f64>, item: &Vec<u32>| {
            totals.iter_mut().zip(item).for_each(|(total, count)| *total += f64::from(*count));
            totals
        };
        items.fold(vec![0.0; width], add)
    }

    fn fleiss(&self) -> Figure {
        let raters = self.raters as f64;
        if self.items.is_empty() || self.raters < 2 {
            return Err(Undefined::NoPair);
        }
        if self.items.iter().any(|item| ratings(item) != raters) {
            return Err(Undefined::NotFull);
        }
        let totals = several(self.totals(self.items.iter()))?;
        let all = raters * self.items.len() as f64;
        let chance = sum(totals.iter().map(|total| (total / all).powi(2)));
        Ok((self.percent()? - chance) / (1.0 - chance))
    }

    fn gwet(&self) -> Figure {
        let percent = self.percent()?;
        let categories = several(self.totals(self.items.iter()))?.iter().filter(|total| **total > 0.0).count();
        let rated: Vec<_> = self.items.iter().filter(|item| ratings(item) > 0.0).listed();
        let width = self.items.iter().map(Vec::len).max().unwrap_or_default();
        let share = |category: usize| {
            let shares = rated.iter().map(|item| f64::from(item.get(category).copied().unwrap_or(0)) / ratings(item));
            mean(shares).unwrap_or_default()
        };
        let spread = sum((0..width).map(share).map(|share| share * (1.0 - share)));
        let chance = spread / (categories as f64 - 1.0);
        Ok((percent - chance) / (1.0 - chance))
    }

    fn krippendorff(&self) -> Figure {
        let paired: Vec<_> = self.paired().listed();
        if paired.is_empty() {
            return Err(Undefined::NoPair);
        }
        let totals = several(self.totals(paired.iter().map(|(item, _)| *item)))?;
        let all = sum(totals.iter().copied());
        let unlike = |(item, n): &(&Vec<u32>, f64)| (n * n - sum(item.iter().map(|count| square(*count)))) / (n - 1.0);
        let observed = sum(paired.iter().map(unlike)) / all;
        let expected = (all * all - sum(totals.iter().map(|total| total * total))) / (all * (all - 1.0));
        Ok(1.0 - observed / expected)
    }
}

/// The totals, where more than one category was used.
fn several(totals: Vec<f64>) -> Result<Vec<f64>, Undefined> {
    if totals.iter().filter(|total| **total > 0.0).count() > 1 { Ok(totals) } else { Err(Undefined::OneCategory) }
}

fn ratings(item: &[u32]) -> f64 {
    sum(item.iter().map(|count| f64::from(*count)))
}

fn square(count: u32) -> f64 {
    f64::from(count).powi(2)
}

/// Ordered pairs of different raters who gave the same category.
fn pairs(count: u32) -> f64 {
    square(count) - f64::from(count)
}

fn sum(values: impl Iterator<Item = f64>) -> f64 {
    // `Iterator::sum` of nothing is -0.0.
    values.fold(0.0, |sum, value| sum + value)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, total) = values.fold((0_u32, 0.0), |(count, total), value| (count + 1, total + value));
    (count > 0).then(|| total / f64::from(count))
}
