//! Facts of an area: a number, hours or a line of law of its own beside ours, each with where it comes from and when.

use super::json::{Object, Row, Slot, fields, one_of};
use super::text::Short;
use serde::Serialize;
use std::sync::OnceLock;
use waymark_case::Month;
use waymark_case::listed::Listed;
use waymark_content::english::is_there;
use waymark_content::{EN, Part};

/// A fact of the area's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about: `helpline:` or `law:` and the id of one of ours.
    pub id: Short,
    /// A number to ring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Short>,
    /// When it is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Short>,
    /// A line of words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Short>,
    /// Who says so.
    pub source: Short,
    /// The month in which it was looked up.
    pub checked: Month,
}

/// Every id that a fact may have; none before the words are there in which the law stands.
pub fn fact_ids() -> impl Iterator<Item = &'static str> {
    static IDS: OnceLock<Vec<String>> = OnceLock::new();
    let ids = if is_there(Part::Later) { IDS.get_or_init(read) } else { &[][..] };
    ids.iter().map(String::as_str)
}

fn read() -> Vec<String> {
    let lines = EN.helplines.iter().map(|line| ["helpline:", line.id].concat());
    lines.chain(EN.later().law.iter().map(|point| ["law:", point.id].concat())).collect()
}

/// Checks what a fact is about.
pub(crate) fn fact_id(id: &str) -> Result<(), String> {
    match fact_ids().any(|known| known == id) {
        true => Ok(()),
        false => Err(one_of(&fact_ids().listed())),
    }
}

/// Checks that a text says something.
fn said(text: &str) -> Result<(), String> {
    if text.trim().is_empty() { Err("expected a text that is not empty".to_owned()) } else { Ok(()) }
}

/// A fact while it is read.
#[derive(Default)]
pub(crate) struct FactRow {
    id: Option<Short>,
    number: Option<Short>,
    hours: Option<Short>,
    text: Option<Short>,
    source: Option<Short>,
    checked: Option<Month>,
}

impl Object for FactRow {
    fields! { this:
        "id" => Slot::Text(&mut this.id, |id| said(id).and_then(|()| fact_id(id))),
        "number" => Slot::Text(&mut this.number, said),
        "hours" => Slot::Text(&mut this.hours, said),
        "text" => Slot::Text(&mut this.text, said),
        "source" => Slot::Text(&mut this.source, said),
        "checked" => Slot::text(&mut this.checked),
    }
    fn check(&self) -> Result<(), &'static str> {
        self.whole().map(drop)
    }
}

impl Row for FactRow {
    type Whole = Fact;
    fn whole(&self) -> Result<Fact, &'static str> {
        let id = self.id.clone().ok_or("missing field id")?;
        if [&self.number, &self.hours, &self.text].into_iter().all(Option::is_none) {
            return Err("expected a number, hours or a text");
        }
        Ok(Fact {
            id,
            number: self.number.clone(),
            hours: self.hours.clone(),
            text: self.text.clone(),
            source: self.source.clone().ok_or("missing field source")?,
            checked: self.checked.ok_or("missing field checked")?,
        })
    }
}
