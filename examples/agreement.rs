//! How far raters agree. Standard input: a row per rater, a column per item, values between commas, empty = not rated, no
//! header; rows may be short and empty lines are left out. Standard output: one JSON object, as in `workshop.md`. What
//! cannot be read is an error object that names line and column, and the exit status is 1.

use serde_json::{Map, Value, json};
use std::io::{self, Read};
use std::process::ExitCode;
use waymark_workshop::agreement::Table;
use waymark_workshop::ratings::{BadInput, Row, read};

fn main() -> ExitCode {
    let mut input = Vec::new();
    if let Err(error) = io::stdin().lock().read_to_end(&mut input) {
        eprintln!("agreement: {error}");
        return ExitCode::FAILURE;
    }
    let (out, code) = match read(&input) {
        Ok(rows) => (figures(&rows), ExitCode::SUCCESS),
        Err(BadInput { line, column, error }) => {
            let error = json!({ "format": "waymark-error/1", "line": line, "column": column, "error": error });
            (error, ExitCode::FAILURE)
        }
    };
    println!("{out}");
    code
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
    out.into()
}
