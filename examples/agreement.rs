//! How far raters agree, and where their differences come from. Standard input: a row per rater, a column per item, values
//! between commas, empty = not rated, no header; rows may be short and empty lines are left out. Standard output: one JSON
//! object, as in `workshop.md`, and in it `variance`: the parts of the variance where the values are yes and no or numbers.
//! What cannot be read is an error object that names line and column, and the exit status is 1.
//!
//! With files as arguments each is the ratings of one story, with the same items and other raters: one object each, and a
//! last one with the parts of all stories together.

use serde_json::{Map, Value, json};
use std::io::{self, Read};
use std::process::ExitCode;
use waymark_workshop::agreement::Table;
use waymark_workshop::ratings::{BadInput, Row, marks, read};
use waymark_workshop::variance::{Parts, Source};

fn main() -> ExitCode {
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let mut input = Vec::new();
    let read_in = if files.is_empty() {
        io::stdin().lock().read_to_end(&mut input).map(|_| vec![input])
    } else {
        files.iter().map(std::fs::read).collect()
    };
    let inputs = match read_in {
        Ok(inputs) => inputs,
        Err(error) => {
            eprintln!("agreement: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut stories = Vec::new();
    for input in &inputs {
        match read(input) {
            Ok(rows) => {
                println!("{}", figures(&rows));
                stories.push(rows);
            }
            Err(BadInput { line, column, error }) => {
                let error = json!({ "format": "waymark-error/1", "line": line, "column": column, "error": error });
                println!("{error}");
                return ExitCode::FAILURE;
            }
        }
    }
    if stories.len() > 1 {
        println!("{}", json!({ "stories": stories.len(), "variance": variance(&stories) }));
    }
    ExitCode::SUCCESS
}

/// The parts of the variance, or why there are none.
fn variance(stories: &[Vec<Row>]) -> Value {
    let Some(stories) = stories.iter().map(|rows| marks(rows)).collect::<Option<Vec<_>>>() else {
        return json!({ "why": "some value is neither a number nor yes, no or dk" });
    };
    let found = match stories.as_slice() {
        [story] => Parts::of_story(story),
        stories => Parts::of_stories(stories),
    };
    let parts = match found {
        Ok(parts) => parts,
        Err(why) => return json!({ "why": why.text() }),
    };
    let mut out = Map::new();
    for part in &parts.components {
        let name = match part.source {
            Source::Story => "story",
            Source::Item => "item",
            Source::ItemByStory => "item_by_story",
            Source::Rater => "rater",
            Source::Residual | Source::Within => "residual",
        };
        out.insert(name.into(), json!({ "value": part.value(), "raw": part.raw, "negative": part.is_negative() }));
    }
    // With as many raters as there were, in a story on average.
    out.insert("dependability".into(), parts.dependability((parts.raters / stories.len()) as u32).into());
    out.insert("raters_needed".into(), parts.raters_needed().into());
    out.insert("left_out".into(), json!({ "dk": parts.not_known, "not_rated": parts.not_asked }));
    out.into()
}

fn figures(rows: &[Row]) -> Value {
    let found = Table::of_ratings(rows).agreement();
    let all = [
        ("percent", found.percent),
        ("fleiss_kappa", found.fleiss_kappa),
        ("gwet_ac1", found.gwet_ac1),
        ("krippendorff_alpha", found.krippendorff_alpha),
    ];
    let mut out = Map::new();
    out.insert("raters".into(), found.raters.into());
    out.insert("items".into(), found.items.into());
    let mut why = Map::new();
    for (name, figure) in all {
        out.insert(name.into(), figure.map_or(Value::Null, Value::from));
        if let Err(undefined) = figure {
            why.insert(name.into(), undefined.text().into());
        }
    }
    if !why.is_empty() {
        out.insert("why".into(), why.into());
    }
    out.insert("variance".into(), variance(&[rows.to_vec()]));
    out.into()
}
