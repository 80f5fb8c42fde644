//! The parts of the list: one for each step, and one for each thing that stands around them.

use crate::line::Line;
use crate::{logic, rows, values};
use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_content::words::{Words, fill};

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What shows one step, and what holds it back.
    Pathway(PathwayId),
    /// What holds for every step.
    Steps,
    /// The cautions.
    Cautions,
    /// The questions that come first.
    Gates,
    /// The stops.
    Stops,
    /// The count, its range and the routes.
    Dash,
    /// Who is doing what to whom.
    Identify,
    /// What is asked about that.
    Indicators,
    /// The safety floor.
    Floor,
    /// What an area or a policy can change.
    Values,
    /// The situations with words and an order of their own.
    Recipes,
    /// The lists beside the Dash.
    Beside,
    /// The named conditions.
    Terms,
}

/// The parts that are about no single step.
const AROUND: [Part; 12] = [
    Part::Steps,
    Part::Cautions,
    Part::Gates,
    Part::Stops,
    Part::Dash,
    Part::Identify,
    Part::Indicators,
    Part::Floor,
    Part::Values,
    Part::Recipes,
    Part::Beside,
    Part::Terms,
];

/// Every part under its heading: the steps in the groups in which they are shown, then what stands around them.
pub fn groups(words: &Words) -> Vec<(&'static str, Vec<Part>)> {
    let mut groups: Vec<(&'static str, Vec<Part>)> = Vec::new();
    for id in PathwayId::ALL {
        let heading = words.text(&["heading.", words.pathway(*id).group].concat());
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, parts)) => parts.push(Part::Pathway(*id)),
            None => groups.push((heading, vec![Part::Pathway(*id)])),
        }
    }
    groups.push((words.later().pages.rules.around_title, AROUND.to_vec()));
    groups
}

impl Part {
    /// Its id: that of the pathway, or a word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Pathway(id) => id.text(),
            Self::Steps => "steps",
            Self::Cautions => "cautions",
            Self::Gates => "gates",
            Self::Stops => "stops",
            Self::Dash => "dash",
            Self::Identify => "identify",
            Self::Indicators => "indicators",
            Self::Floor => "floor",
            Self::Values => "values",
            Self::Recipes => "recipes",
            Self::Beside => "beside",
            Self::Terms => "terms",
        }
    }

    /// Its title. A step that has a name of its own while steps towards the other person are closed gives both.
    pub fn title(self, words: &Words) -> String {
        let say = &words.later().pages.rules;
        let title = match self {
            Self::Pathway(id) => match words.pathway(id) {
                own if own.line_title.is_empty() => own.title,
                own => return fill(say.both_names, &[("line", own.line_title), ("full", own.title)]),
            },
            Self::Steps => say.step,
            Self::Cautions => say.caution,
            Self::Gates => say.gate,
            Self::Stops => say.stop,
            Self::Dash => say.dash,
            Self::Identify => say.identify,
            Self::Indicators => say.indicator,
            Self::Floor => say.floor,
            Self::Values => say.value,
            Self::Recipes => say.recipe,
            Self::Beside => say.beside,
            Self::Terms => say.term,
        };
        title.to_owned()
    }

    /// What holds for all of its lines: labels with their values.
    pub fn facts(self, words: &Words) -> Vec<(String, String)> {
        match self {
            Self::Pathway(id) => rows::facts(id, words),
            _ => Vec::new(),
        }
    }

    /// Its rules. A step that no rule shows by itself has none.
    pub fn lines(self, words: &Words) -> Vec<Line> {
        let mut lines = Vec::new();
        match self {
            Self::Pathway(id) => rows::of_pathway(id, words, &mut lines),
            Self::Steps => logic::steps(words, &mut lines),
            Self::Cautions => rows::cautions(words, &mut lines),
            Self::Gates => rows::gates(words, &mut lines),
            Self::Stops => logic::stops(words, &mut lines),
            Self::Dash => logic::dash(words, &mut lines),
            Self::Identify => logic::identify(words, &mut lines),
            Self::Indicators => logic::indicators(words, &mut lines),
            Self::Floor => logic::floor_lines(words, &mut lines),
            Self::Values => values::values(words, &mut lines),
            Self::Recipes => rows::recipes(words, &mut lines),
            Self::Beside => rows::beside(words, &mut lines),
            Self::Terms => logic::terms(words, &mut lines),
        }
        lines
    }
}
