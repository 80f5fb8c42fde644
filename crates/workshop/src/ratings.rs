//! Ratings as comma-separated text: a row per rater, a column per item, empty = not rated.
//!
//! Lives here: strict reading, and what of it counts as a number. There is no header; rows may be short, and empty lines are
//! left out.

use super::variance::{Mark, Story};

/// What one rater gave each item.
pub type Row = Vec<Option<String>>;

/// What cannot be read, and where: both count from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadInput {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
    /// What is wrong there.
    pub error: &'static str,
}

/// Reads the ratings. Space around a value does not count; a value in double quotes may hold commas, and a quote
/// written twice.
///
/// # Errors
/// The first thing that cannot be read, with its line and column.
pub fn read(input: &[u8]) -> Result<Vec<Row>, BadInput> {
    let text = text(input)?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| row(line).map_err(|(column, error)| BadInput { line: number + 1, column, error }))
        .collect()
}

/// As numbers: `yes` is 1, `no` is 0, in any case; `dk` is not known, and an empty value not asked. A number is itself.
/// `None` where a value is none of these, or too large to be squared.
pub fn marks(rows: &[Row]) -> Option<Story> {
    let mark = |value: &Option<String>| {
        Some(match value.as_deref().map(str::to_ascii_lowercase).as_deref() {
            None => Mark::NotAsked,
            Some("yes") => Mark::Number(1.0),
            Some("no") => Mark::Number(0.0),
            Some("dk") => Mark::NotKnown,
            Some(number) => Mark::Number(number.parse().ok().filter(|number: &f64| number.abs() < 1e9)?),
        })
    };
    rows.iter().map(|row| row.iter().map(mark).collect()).collect()
}

fn text(input: &[u8]) -> Result<&str, BadInput> {
    let text = std::str::from_utf8(input).map_err(|error| {
        let before = String::from_utf8_lossy(&input[..error.valid_up_to()]).into_owned();
        let line = before.rsplit('\n').next().unwrap_or_default();
        BadInput { line: before.matches('\n').count() + 1, column: line.chars().count() + 1, error: "not UTF-8" }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The values of one line. A value in double quotes may hold commas, and a quote written twice.
fn row(line: &str) -> Result<Row, (usize, &'static str)> {
    let mut row = Vec::new();
    let mut letters = line.chars().zip(1..).peekable();
    loop {
        while letters.next_if(|(letter, _)| *letter == ' ' || *letter == '\t').is_some() {}
        let mut value = String::new();
        if let Some((_, opened)) = letters.next_if(|(letter, _)| *letter == '"') {
            loop {
                match letters.next() {
                    None => return Err((opened, "a quote that is opened here is never closed")),
                    Some(('"', _)) if letters.next_if(|(letter, _)| *letter == '"').is_none() => break,
                    Some((letter, _)) => value.push(letter),
                }
            }
            while letters.next_if(|(letter, _)| *letter == ' ' || *letter == '\t').is_some() {}
            if let Some((letter, column)) = letters.peek()
                && *letter != ','
            {
                return Err((*column, "a comma was expected after the closing quote"));
            }
        } else {
            while let Some((letter, column)) = letters.next_if(|(letter, _)| *letter != ',') {
                match letter {
                    '"' => return Err((column, "a quote stands inside a value")),
                    letter if letter.is_control() && letter != '\t' => {
                        return Err((column, "a control character stands inside a value"));
                    }
                    letter => value.push(letter),
                }
            }
        }
        let value = value.trim();
        row.push((!value.is_empty()).then(|| value.to_owned()));
        if letters.next().is_none() {
            return Ok(row);
        }
    }
}
