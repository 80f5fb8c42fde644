//! Makes typed tables and the texts of the words from `data/**/*.toml`. An unknown id, a condition that does not parse, a
//! missing word or a missing source stops the build with the file and the key.

mod beside;
mod conditions;
mod days;
mod helplines;
mod law;
mod lines;
mod moments;
mod names;
mod pages;
mod parts;
mod pathways;
mod placed;
mod policy;
mod profiles;
mod reading;
mod recipes;
mod said;
mod service_check;
mod sources;
#[cfg(test)]
mod tests;
mod texts;
mod trigger;
mod triggers;
mod vignettes;
mod words;

use beside::Beside;
use parts::{Part, Texts};
use pathways::Pathways;
use placed::Places;
use reading::Outcome;
pub use reading::Problem;
use recipes::Recipes;
use said::Said;
use service_check::ServiceCheck;
use sources::Sources;
use std::fmt::Write as _;
use std::path::Path;
use triggers::Triggers;
use words::About;

/// Every file that is made of the content in this folder: its name and its text.
///
/// # Errors
/// The first thing that is wrong in the content: which file, which line or key, what.
pub fn files(content: &Path) -> Outcome<Vec<(String, String)>> {
    let sources = Sources::read(content)?;
    let mut tables = String::new();
    let names = names::names(content, &mut tables)?;
    let triggers = Triggers::read(content, Pathways::read(content)?)?;
    let service_check = ServiceCheck::read(content)?;
    let triggers_named = triggers.codes().iter().map(ToString::to_string).collect();
    let placed = placed::placed(content, &Places { triggers: triggers_named, checks: service_check.ids() })?;
    triggers.pathways().table(&sources, &mut tables)?;
    triggers.table(&names, &sources, &mut tables)?;
    let recipes = Recipes::read(content)?;
    recipes.table(&names, triggers.pathways(), &sources, &mut tables)?;
    let beside = Beside::read(content)?;
    beside.table(&names, &mut tables)?;
    triggers::cautions(content, &sources, &mut tables)?;
    profiles::profiles(content, &sources, &placed, &mut tables)?;
    tables.push_str(&days::table(content, &sources)?);
    let said = Said::read(content, &placed)?;
    let about = About {
        names: &names,
        pathways: triggers.pathways(),
        service_check: &service_check,
        said: &said,
        recipes: &recipes,
        sources: &sources,
    };
    let words = words::words(content, &about)?;
    tables.push_str(&words.tables);
    tables.push_str(&placed::documents());
    service_check.table(&mut tables);
    let mut shared = Texts::default();
    let helplines = helplines::helplines(content, &mut shared.first)?;
    beside.put(&sources, &mut shared.steps)?;
    let later = &mut shared.later;
    let vignettes = vignettes::vignettes(content, &sources, later)?;
    let law = law::put(content, &sources, later)?;
    let cited = sources.cited(later)?;
    said.put_schema(later)?;
    let rules = placed::put(&placed, later)?;
    let counts = [
        ("VIGNETTES", vignettes),
        ("HELPLINES_LISTED", helplines),
        ("LAW_POINTS", law),
        ("SOURCES_CITED", cited),
        ("RULES_PLACED", rules),
    ];
    let mut files = Vec::new();
    for (language, mut texts) in words.texts {
        texts.append(&shared);
        if files.is_empty() {
            let lines = Part::ALL.map(|part| texts.of(part).count());
            let _ = writeln!(tables, "pub const LINES: [usize; {}] = {lines:?};", lines.len());
        }
        for part in Part::ALL {
            let (lines, part) = (texts.of(part), part.name());
            files.push((format!("words-{language}.{part}.txt"), lines.text().to_owned()));
            files.push((format!("page-words-{language}.{part}.txt"), lines.page().to_owned()));
        }
    }
    for (name, count) in counts {
        let _ = writeln!(tables, "pub const {name}: usize = {count};");
    }
    files.push(("tables.rs".into(), tables));
    Ok(files)
}
