//! The words of one language: everything a person reads, apart from what decides.
//!
//! Lives here: the types of the words and how one is looked up. The words stand in `words/<language>/*.toml`; a second
//! language is a second folder with the same keys, and the build stops where one is missing. `reader` reads them from the
//! three texts that the build makes of them, which the page carries beside the program: what the first screens say (here), the
//! steps of a case (`steps`), and everything else (`later`).

mod later;
mod steps;

use super::lines::Patch;
use super::own_words::OwnWords;
pub use super::sentence::{capital, fill};
use super::texts::Texts;
use super::types::Helpline;
use std::sync::OnceLock;
use waymark_case::vocabulary::*;
use waymark_case::{Input, ItemNumber};

pub use super::tables::{LaterPages, Pages, ShellWords, StepsPages, WaysOutWords};
pub use later::LaterWords;
pub use steps::StepsWords;

/// A question as a person reads it.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The input's name.
    pub name: &'static str,
    /// The question.
    pub ask: &'static str,
    /// A short label.
    pub short: &'static str,
    /// Why it is asked.
    pub why: &'static str,
    /// Help; may be empty.
    pub hint: &'static str,
    /// A label for each value.
    pub options: &'static [(&'static str, &'static str)],
    /// Finishes the sentence "because …", for some values.
    pub because: &'static [(&'static str, &'static str)],
}

impl Question {
    /// The label of a value, or the value itself.
    pub fn option(&self, value: &str) -> &'static str {
        find(self.options, value).unwrap_or_default()
    }
    /// What finishes the sentence "because …" for a value, if anything.
    pub fn because(&self, value: &str) -> Option<&'static str> {
        find(self.because, value)
    }
}

/// An indicator as a person reads it.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorWords {
    /// Its name.
    pub name: &'static str,
    /// The question.
    pub ask: &'static str,
    /// What to look and listen for.
    pub explore: &'static str,
    /// What it looks like in the person using power.
    pub power: &'static str,
    /// What it looks like in the person harmed.
    pub harmed: &'static str,
    /// How it misleads.
    pub trap: &'static str,
    /// The answer as a sentence, with `{user}` and `{harmed}`.
    pub echo: &'static str,
    /// The sentence for both.
    pub echo_both: &'static str,
    /// The sentence for neither.
    pub echo_none: &'static str,
    /// Sources.
    pub sources: &'static [&'static str],
}

/// A Dash item as a person reads it: our own words, never the official ones.
#[derive(Clone, Copy, Debug)]
pub struct ItemWords {
    /// A short label.
    pub label: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// What to explore.
    pub explore: &'static [&'static str],
    /// Its parts; they add no points.
    pub parts: &'static [&'static str],
    /// Sources.
    pub sources: &'static [&'static str],
}

/// A pathway as a person reads it.
#[derive(Clone, Copy, Debug)]
pub struct PathwayWords {
    /// Its name.
    pub title: &'static str,
    /// What to do, in a line.
    pub action: &'static str,
    /// What to say first, aloud; empty where nothing is to be said.
    pub say: &'static str,
    /// How to go about it, three steps at most.
    pub steps: &'static [&'static str],
    /// What it is.
    pub what: &'static str,
    /// The name in the practitioner-line mode of PW-27; else empty.
    pub line_title: &'static str,
    /// What to do in that mode.
    pub line_action: &'static str,
    /// What it is in that mode.
    pub line_what: &'static str,
    /// What to have ready.
    pub ready: &'static [&'static str],
    /// What could go wrong.
    pub care: &'static [&'static str],
    /// How consent works.
    pub consent: &'static str,
    /// The heading it stands under.
    pub group: &'static str,
    /// What differs by nation.
    pub nations: &'static [(Nation, &'static str)],
    /// What is moving.
    pub status: &'static str,
    /// Sources.
    pub sources: &'static [&'static str],
}

impl PathwayWords {
    /// What differs in this nation, a line each; nothing when nothing does.
    pub fn lines_in(&self, nation: Nation) -> impl Iterator<Item = &'static str> + use<> {
        self.in_nation(nation).split(" | ").filter(|line| !line.is_empty())
    }
    /// What differs in this nation, in one text; empty when nothing does.
    pub fn in_nation(&self, nation: Nation) -> &'static str {
        self.nations.iter().find(|(known, _)| *known == nation).map_or("", |(_, text)| text)
    }
}

/// A caution as a person reads it.
#[derive(Clone, Copy, Debug)]
pub struct CautionWords {
    /// Its heading.
    pub title: &'static str,
    /// What to do or not to do.
    pub text: &'static str,
}

/// A field of a policy: what it is about, and what each policy says.
#[derive(Clone, Copy, Debug)]
pub struct PolicyField {
    /// The page on which it matters, such as `dash`.
    pub page: &'static str,
    /// What it is about.
    pub label: &'static str,
    /// What each policy says; one that is not here says nothing.
    pub said: &'static [Said],
}

impl PolicyField {
    /// What a policy says of it.
    pub fn said_by(&self, profile: &str) -> Option<&'static Said> {
        self.said.iter().find(|said| said.profile == profile)
    }
}

/// What one policy says of a field.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    /// The policy's id.
    pub profile: &'static str,
    /// What it says.
    pub words: &'static str,
    /// The rules it rests on.
    pub rules: &'static str,
    /// Read across from other rules; the document does not say so itself.
    pub inferred: bool,
}

/// What is told of a policy's document.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// The policy's id.
    pub profile: &'static str,
    /// For whom it is, and how old.
    pub about: &'static str,
    /// Its time limits: what for, how long and from when, and the rule.
    pub limits: &'static [[&'static str; 3]],
    /// What it says nothing about.
    pub silent: &'static [&'static str],
    /// Where the safety floor comes before it, each with the rules and the clause.
    pub floor: &'static [(&'static str, &'static str)],
}

impl Document {
    /// What must be done within the time limit that this rule sets.
    pub fn duty(&self, rule: &str) -> Option<&'static str> {
        self.limits.iter().find(|[_, _, own]| *own == rule).map(|[duty, ..]| *duty)
    }
}

/// What differs by nation: one topic, with a line for each.
#[derive(Clone, Copy, Debug)]
pub struct NationTopic {
    /// What it is about.
    pub label: &'static str,
    /// The lines, in the order of the nations.
    pub texts: [&'static str; 4],
}

/// What to say and what not, for one moment.
#[derive(Clone, Copy, Debug)]
pub struct Say {
    /// Its id.
    pub id: &'static str,
    /// When.
    pub when: &'static str,
    /// Say.
    pub say: &'static [&'static str],
    /// Don't say.
    pub dont: &'static [&'static str],
}

/// A trap for one group of people, and its correction.
#[derive(Clone, Copy, Debug)]
pub struct Trap {
    /// Who.
    pub group: &'static str,
    /// The trap.
    pub trap: &'static str,
    /// The correction.
    pub correction: &'static str,
}

/// A vignette as it stands in the page; `workshop::Vignette` is made of it.
#[derive(Clone, Copy, Debug)]
pub struct VignetteWords {
    /// Its id, a number.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where it is set.
    pub setting: &'static str,
    /// What may be hard to read in it.
    pub warning: &'static str,
    /// The story, a paragraph each.
    pub story: &'static [&'static str],
    /// The panel's answers in their short form (`workshop::short`).
    pub case: &'static [&'static str],
    /// Reasons, three texts each: what about, why, rules.
    pub reasons: &'static [&'static str],
    /// What leads people astray.
    pub traps: &'static [&'static str],
    /// Questions for the room.
    pub discuss: &'static [&'static str],
    /// The id of the vignette that differs in one fact, and the fact; or nothing.
    pub pair: &'static [&'static str],
    /// Moments at which a worker has to say something.
    pub moments: &'static [MomentWords],
}

/// A moment of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MomentWords {
    /// What was just said or seen.
    pub when: &'static str,
    /// What a worker could say next.
    pub answers: &'static [AnswerWords],
}

/// Something that a worker could say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnswerWords {
    /// Whether it helps.
    pub helps: bool,
    /// The words.
    pub say: &'static str,
    /// Why they help, or do not.
    pub why: &'static str,
}

/// A list beside the Dash: what else to ask about.
#[derive(Clone, Copy, Debug)]
pub struct BesideWords {
    /// Its id.
    pub id: &'static str,
    /// What it is about, within a sentence.
    pub title: &'static str,
    /// What is not agreed, or not known, of such a list.
    pub disputed: &'static str,
    /// The prompts.
    pub ask: &'static [&'static str],
    /// Sources.
    pub sources: &'static [&'static str],
}

/// A recipe in a language.
#[derive(Clone, Copy, Debug)]
pub struct RecipeWords {
    /// The situation.
    pub title: &'static str,
    /// What stands in place of general words.
    pub(crate) instead: &'static [Patch],
}

/// All the words of one language: those of the first screens here, the others behind [`Words::steps`] and [`Words::later`].
#[derive(Debug)]
pub struct Words {
    /// What they are read from.
    pub(crate) texts: &'static Texts,
    /// The words that stand in place of others, for each of the texts.
    pub(crate) patches: [&'static [Patch]; 3],
    /// The recipes that those are of, as bits.
    pub(crate) laid: u32,
    /// The words of a policy or an area that stand in their places.
    pub(crate) own_words: &'static OwnWords,
    pub(crate) steps: OnceLock<StepsWords>,
    pub(crate) later: OnceLock<LaterWords>,
    /// The language's code, for `lang`.
    pub language: &'static str,
    pub(crate) questions: &'static [Question],
    pub(crate) items: &'static [ItemWords],
    pub(crate) few_words: &'static [&'static str],
    /// How to reach 999 without speaking, which the first screen tells.
    pub quiet_call: &'static PathwayWords,
    pub(crate) texts_by_key: &'static [(&'static str, &'static str)],
    pub(crate) lists: &'static [(&'static str, &'static [&'static str])],
    /// The words of each page.
    pub pages: Pages,
    /// The services that may be named.
    pub helplines: &'static [Helpline],
}

impl Words {
    /// The words of an input. The items share one, as do the parts of choices and indicators.
    pub fn question(&self, input: Input) -> &'static Question {
        let name = match input {
            Input::DashItem(_) => "dash.answer".to_owned(),
            Input::Choice(_, _) => {
                let name = input.name();
                format!("choices.{}", name.rsplit('.').next().unwrap_or_default())
            }
            Input::Indicator(_, _) => {
                let name = input.name();
                format!("identify.{}", name.rsplit('.').next().unwrap_or_default())
            }
            other => other.name(),
        };
        self.question_named(&name)
    }
    /// The words of a question by name; an empty one when there is none.
    pub fn question_named(&self, name: &str) -> &'static Question {
        static NONE: Question =
            Question { name: "", ask: "", short: "", why: "", hint: "", options: &[], because: &[] };
        match self.questions.binary_search_by(|question| question.name.cmp(name)) {
            Ok(place) => &self.questions[place],
            Err(_) => &NONE,
        }
    }
    /// The words of a Dash item.
    pub fn item(&self, item: ItemNumber) -> &'static ItemWords {
        &self.items[usize::from(item.get()) - 1]
    }
    /// A pathway in a few words within a sentence; empty where it is never the first thing to do.
    pub fn few_words(&self, id: PathwayId) -> &'static str {
        self.few_words[id.index()]
    }
    /// Whom to ring about suicide in a nation; where the nation is not known, in each of them.
    pub fn suicide_numbers(&self, nation: Option<Nation>) -> Vec<String> {
        let lifeline = self.helplines.iter().find(|line| line.id == "lifeline").map_or("", |line| line.number);
        let lines = Nation::ALL.iter().zip(self.pages.shell.suicidal_numbers);
        let here = lines.filter(|(known, _)| nation.is_none_or(|nation| nation == **known));
        here.map(|(_, line)| fill(line, &[("number", lifeline)])).collect()
    }
    /// A text of a table by its key, such as `outcome.O1`; empty when there is none.
    pub fn text(&self, key: &str) -> &'static str {
        find_sorted(self.texts_by_key, key).copied().unwrap_or_default()
    }
    /// A list of a table by its key, such as `now_for_each.harmed`.
    pub fn list(&self, key: &str) -> &'static [&'static str] {
        find_sorted(self.lists, key).copied().unwrap_or_default()
    }
}

fn find(pairs: &'static [(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    pairs.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

fn find_sorted<T>(pairs: &'static [(&'static str, T)], key: &str) -> Option<&'static T> {
    let place = pairs.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    pairs.get(place).map(|(_, value)| value)
}
