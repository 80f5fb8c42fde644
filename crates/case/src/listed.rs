//! Puts what comes into a list. `collect` asks beforehand how much will come, and the answer of each `chain`, `filter` and
//! `flat_map` is compiled by itself, as is the first of what comes: 90 kB in the page.

/// What can be put into a list.
pub trait Listed: Iterator + Sized {
    /// All that comes, as `collect` puts it into a `Vec`.
    fn listed(self) -> Vec<Self::Item> {
        let mut all = Vec::new();
        for one in self {
            all.push(one);
        }
        all
    }
}

impl<I: Iterator> Listed for I {}
