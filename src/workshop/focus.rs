//! What a room votes on, so that a story takes 8 to 12 minutes.

use crate::case::ItemNumber;

crate::closed_set! {
    /// One set of things to vote on; its text is its `data-focus`.
    Focus { TenItems = "ten-items", Identify = "identify", Judgement = "judgement", WholeDash = "whole-dash", SayNext = "say-next" }
}

/// Ten of the items that are named again and again as signs of serious harm (marked A in `items.toml`).
const TEN: [u8; 10] = [6, 8, 10, 11, 12, 13, 14, 15, 16, 22];

impl Focus {
    /// The Dash items that are voted on.
    pub fn items(self) -> Vec<ItemNumber> {
        let all = ItemNumber::all();
        match self {
            Self::TenItems => all.filter(|item| TEN.contains(&item.get())).collect(),
            Self::WholeDash => all.collect(),
            Self::Identify | Self::Judgement | Self::SayNext => Vec::new(),
        }
    }
    /// Whether who is doing what to whom is voted on.
    pub fn asks_finding(self) -> bool {
        self == Self::Identify
    }
    /// Whether judgement is voted on.
    pub fn asks_judgement(self) -> bool {
        matches!(self, Self::Judgement | Self::WholeDash)
    }
    /// Whether totals are read out: only of the whole sheet.
    pub fn asks_totals(self) -> bool {
        self == Self::WholeDash
    }
}
