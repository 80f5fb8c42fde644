//! The answers to the 24 items of the Dash, and how they were obtained.

use super::calendar::Day;
use super::slot::{Keyed, Object, Slot, Value, fields};
use super::value::Text;
use super::vocabulary::*;
use serde::{Serialize, Serializer};

/// How many items the checklist has.
pub const ITEMS: usize = 24;

/// The number of a Dash item, 1 to 24.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemNumber(u8);

impl ItemNumber {
    /// The item with this number, or `None` outside 1 to 24.
    pub fn new(number: u8) -> Option<Self> {
        (1..=ITEMS as u8).contains(&number).then_some(Self(number))
    }
    /// The number.
    pub fn get(self) -> u8 {
        self.0
    }
    /// Every item in order.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=ITEMS as u8).map(Self)
    }
    /// The item written exactly as its number (no sign, no leading zero).
    pub fn from_text(text: &str) -> Option<Self> {
        text.parse().ok().and_then(Self::new).filter(|item| item.key() == text)
    }
    /// The path of the item's answer in a case.
    pub fn path(self) -> &'static str {
        const PATHS: [&str; ITEMS] = [
            "dash.answers.1",
            "dash.answers.2",
            "dash.answers.3",
            "dash.answers.4",
            "dash.answers.5",
            "dash.answers.6",
            "dash.answers.7",
            "dash.answers.8",
            "dash.answers.9",
            "dash.answers.10",
            "dash.answers.11",
            "dash.answers.12",
            "dash.answers.13",
            "dash.answers.14",
            "dash.answers.15",
            "dash.answers.16",
            "dash.answers.17",
            "dash.answers.18",
            "dash.answers.19",
            "dash.answers.20",
            "dash.answers.21",
            "dash.answers.22",
            "dash.answers.23",
            "dash.answers.24",
        ];
        PATHS[self.place()]
    }
    fn place(self) -> usize {
        usize::from(self.0) - 1
    }
    fn key(self) -> &'static str {
        self.path().strip_prefix("dash.answers.").unwrap_or_default()
    }
}

impl Serialize for ItemNumber {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u8(self.0)
    }
}

/// Something for each item, or nothing: an answer, a source, a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerItem<T>([Option<T>; ITEMS]);

impl<T> Default for PerItem<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| None))
    }
}

impl<T> PerItem<T> {
    /// What stands at an item.
    pub fn get(&self, item: ItemNumber) -> Option<&T> {
        self.0[item.place()].as_ref()
    }
    /// Puts something at an item, or takes it away.
    pub fn set(&mut self, item: ItemNumber, value: Option<T>) {
        self.0[item.place()] = value;
    }
    /// Every item that has something, in order.
    pub fn iter(&self) -> impl Iterator<Item = (ItemNumber, &T)> {
        ItemNumber::all().filter_map(|item| Some((item, self.get(item)?)))
    }
    /// True when no item has anything.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

impl<T: Serialize> Serialize for PerItem<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter().map(|(item, value)| (item.key(), value)))
    }
}

/// What stands at the items while it is read, by their numbers.
struct Items<'a, T>(&'a mut PerItem<T>);

impl<T: Value> Keyed for Items<'_, T> {
    fn expected(&self) -> String {
        format!("an object whose keys are item numbers from 1 to {ITEMS}")
    }
    fn slot(&mut self, key: &str) -> Result<Slot<'_>, String> {
        let item = ItemNumber::from_text(key);
        let item = item.ok_or_else(|| format!("unknown item \"{key}\"; allowed: 1 to {ITEMS}"))?;
        match &mut self.0.0[item.place()] {
            Some(_) => Err(format!("item {key} stands here twice")),
            none => Ok(T::slot(none)),
        }
    }
}

fn items<T: Value>(per_item: &mut PerItem<T>) -> Slot<'_> {
    Slot::Keyed(Box::new(Items(per_item)))
}

impl Value for ItemAnswer {
    fn slot(answer: &mut Option<Self>) -> Slot<'_> {
        Slot::field(answer)
    }
}

/// The Dash part of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dash {
    /// Who it was done with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<DashWith>,
    /// Who could hear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heard: Option<Heard>,
    /// The answers; an item without one was not asked.
    #[serde(skip_serializing_if = "PerItem::is_empty")]
    pub answers: PerItem<ItemAnswer>,
    /// Where an answer came from, when not from the survivor.
    #[serde(skip_serializing_if = "PerItem::is_empty")]
    pub sources: PerItem<Text>,
    /// Notes to an item.
    #[serde(skip_serializing_if = "PerItem::is_empty")]
    pub notes: PerItem<Text>,
    /// The worker's professional judgement; it can only raise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement: Option<Judgement>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judgement_reason: Option<Text>,
    /// The day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Day>,
}

impl Object for Dash {
    fields! { this:
        "with" => Slot::field(&mut this.with),
        "heard" => Slot::field(&mut this.heard),
        "answers" => items(&mut this.answers),
        "sources" => items(&mut this.sources),
        "notes" => items(&mut this.notes),
        "judgement" => Slot::field(&mut this.judgement),
        "judgement_reason" => Slot::Text(&mut this.judgement_reason),
        "done_on" => Slot::field(&mut this.done_on),
    }
}

impl Dash {
    /// True when the item was answered yes.
    pub fn yes(&self, number: u8) -> bool {
        ItemNumber::new(number).and_then(|item| self.answers.get(item)) == Some(&ItemAnswer::Yes)
    }
}
