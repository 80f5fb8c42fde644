//! The sources that rules and words may cite.

use crate::lines::Lines;
use crate::reading::{Outcome, Problem, read_as};
use indexmap::IndexMap;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::Path;

/// The sources that rules and words may cite.
pub struct Sources {
    known: IndexMap<String, String>,
    cited: RefCell<BTreeSet<String>>,
}

impl Sources {
    /// Reads `sources.toml`.
    pub fn read(content: &Path) -> Outcome<Self> {
        let files: IndexMap<String, IndexMap<String, String>> = read_as(content, "sources.toml")?;
        let codes = files
            .into_iter()
            .flat_map(|(file, codes)| codes.into_iter().map(move |(code, title)| (format!("{file}:{code}"), title)));
        Ok(Self { known: codes.collect(), cited: RefCell::default() })
    }

    /// Checks a rule or source id: a seed rule, a floor clause, or a listed source.
    pub fn check(&self, place: &str, id: &str) -> Outcome<()> {
        let seed = id.split_once('-').is_some_and(|(document, number)| {
            matches!(document, "D" | "P" | "W" | "H" | "S") && number.parse::<u16>().is_ok()
        });
        let floor = id.starts_with("C1.3.") || id.starts_with("1.3.");
        if seed || floor || id == "profile" {
            Ok(())
        } else if self.known.contains_key(id) {
            self.cited.borrow_mut().insert(id.to_owned());
            Ok(())
        } else {
            Err(Problem::at(place, format!("unknown rule or source {id}")))
        }
    }

    /// Puts the sources that something cites, and counts them; the others do not ship.
    pub fn cited(&self, lines: &mut Lines) -> Outcome<usize> {
        let cited = self.cited.borrow();
        let shipped: Vec<_> = self.known.iter().filter(|(id, _)| cited.contains(*id)).collect();
        for (id, title) in &shipped {
            lines.line(id, id)?;
            lines.line(id, title)?;
        }
        Ok(shipped.len())
    }

    /// The ids as a Rust list, once each is checked.
    pub fn checked(&self, place: &str, ids: &[String]) -> Outcome<String> {
        ids.iter().try_for_each(|id| self.check(place, id))?;
        Ok(format!("&{ids:?}"))
    }
}
