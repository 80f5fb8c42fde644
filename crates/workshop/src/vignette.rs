//! A vignette: a fictional story, the answers a panel would give, and why.

use super::short;
use serde_json::{Map, Value};
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{IndicatorId, PathwayId, Vocabulary};
use waymark_case::{Case, ItemNumber};
use waymark_content::words::{MomentWords, VignetteWords};
use waymark_engine::assessment::Route;

/// What a reason is about. Ids of different kinds look alike, so in text each carries its kind: `indicator:R1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// `page:identify`: who is doing what to whom, taken together.
    Identify,
    /// `indicator:F1`.
    Indicator(IndicatorId),
    /// `item:15`.
    Item(ItemNumber),
    /// `route:R4`.
    Route(Route),
    /// `pathway:PW-05`.
    Pathway(PathwayId),
}

/// The kinds that a reason may have, for errors.
pub const KINDS: &str = "page:identify, indicator:F1 to T1, item:1 to 24, route:R1 to R4, pathway:PW-01 to PW-43";

impl About {
    /// What the text names, if it names something known.
    pub fn from_text(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "page" => (id == "identify").then_some(Self::Identify),
            "indicator" => IndicatorId::from_text(id).map(Self::Indicator),
            "item" => ItemNumber::from_text(id).map(Self::Item),
            "route" => Route::from_text(id).map(Self::Route),
            "pathway" => PathwayId::from_text(id).map(Self::Pathway),
            _ => None,
        }
    }

    /// The text, with its kind.
    pub fn text(self) -> String {
        match self {
            Self::Identify => "page:identify".to_owned(),
            Self::Indicator(id) => ["indicator:", id.text()].concat(),
            Self::Item(item) => format!("item:{}", item.get()),
            Self::Route(route) => ["route:", route.text()].concat(),
            Self::Pathway(id) => ["pathway:", id.text()].concat(),
        }
    }
}

/// Why the panel answered so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// In a sentence or two.
    pub text: String,
    /// Rules and sources, by id.
    pub rules: Vec<String>,
}

/// The vignette that differs in one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Its id.
    pub id: u8,
    /// The fact in which the two differ.
    pub fact: String,
}

/// One vignette. Nobody in it is real.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Vignette {
    /// 1 to 255; 0 is in no code.
    pub id: u8,
    /// Its title.
    pub title: String,
    /// Where it is set.
    pub setting: String,
    /// What it holds that may be hard to read; shown before the story.
    pub warning: String,
    /// The story, a paragraph each.
    pub story: Vec<String>,
    /// The answers of the panel: a live case as far as any code is concerned.
    pub case: Case,
    /// A part of what `assess` says to them; empty where the library's own tests hold it.
    pub expect: Map<String, Value>,
    /// Why, each once.
    pub reasons: Vec<(About, Reason)>,
    /// What leads people astray in it.
    pub traps: Vec<String>,
    /// Questions for the room.
    pub discuss: Vec<String>,
    /// The vignette that differs in one fact.
    pub pair: Option<Pair>,
    /// Moments at which a worker has to say something: those of the library alone, as no file holds any.
    pub moments: &'static [MomentWords],
}

impl Vignette {
    /// A vignette of the library.
    pub fn of(words: &VignetteWords) -> Self {
        let owned = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).listed();
        let reasons = words.reasons.chunks_exact(3).filter_map(|reason| {
            let rules = reason[2].split(' ').map(str::to_owned).listed();
            Some((About::from_text(reason[0])?, Reason { text: reason[1].to_owned(), rules }))
        });
        Self {
            id: words.id.parse().unwrap_or_default(),
            title: words.title.to_owned(),
            setting: words.setting.to_owned(),
            warning: words.warning.to_owned(),
            story: owned(words.story),
            // The build has read it already; a line that does not read is left out.
            case: short::read(words.case.iter().copied()).0,
            expect: Map::new(),
            reasons: reasons.listed(),
            traps: owned(words.traps),
            discuss: owned(words.discuss),
            pair: words
                .pair
                .first()
                .and_then(|id| id.parse().ok())
                .map(|id| Pair { id, fact: words.pair.get(1).copied().unwrap_or_default().to_owned() }),
            moments: words.moments,
        }
    }

    /// Why the panel answered so about this, if it says.
    pub fn reason(&self, about: About) -> Option<&Reason> {
        self.reasons.iter().find(|(known, _)| *known == about).map(|(_, reason)| reason)
    }

    /// Whether the reference answers hold what a reason is about.
    pub fn answers(&self, about: About) -> bool {
        match about {
            About::Identify => self.case.identify.answers.is_some(),
            About::Indicator(id) => self.case.identify.answer(id).is_some(),
            About::Item(item) => self.case.dash.answers.get(item).is_some(),
            About::Route(Route::R4) => self.case.dash.judgement.is_some(),
            About::Route(_) => !self.case.dash.answers.is_empty(),
            About::Pathway(_) => true,
        }
    }
}
