//! The recipes: a file each (`recipes/<id>.toml`) for a situation in which general words, or their order, are wrong. A recipe
//! has a condition, and words in place of those: nothing else of the content may be in it.

use crate::conditions::{Condition, Names};
use crate::lines::{Lines, Span};
use crate::parts::{Part, Texts};
use crate::pathways::Pathways;
use crate::reading::{ENGLISH, English, Outcome, Problem, Text, line_of, names_in, read_with_text};
use crate::sources::Sources;
use indexmap::IndexMap;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt::{self, Write as _};
use std::path::Path;
use toml::Spanned;
use waymark_catalogue::SECTOR;

/// The most words in a sentence.
const SENTENCE: usize = 22;

/// The file of a recipe.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    when: Condition,
    rank: u8,
    #[serde(default)]
    first: Vec<String>,
    without_words: Vec<Text>,
    sources: Vec<String>,
    words: English<Words>,
}

/// The words of a recipe in a language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: Text,
    instead: Table,
}

type Table = IndexMap<String, Spanned<Own>>;

/// What stands in place of general words.
enum Own {
    Text(String),
    List(Vec<String>),
    Table(Table),
}

struct Recipe {
    id: String,
    text: String,
    file: File,
}

/// Every recipe, by rank.
pub struct Recipes(Vec<Recipe>);

impl Recipes {
    /// Reads the files of the folder `recipes`.
    ///
    /// # Errors
    /// A rank that two have.
    pub fn read(content: &Path) -> Outcome<Self> {
        let mut all = Vec::new();
        for id in names_in(&content.join("recipes"))? {
            let (text, file) = read_with_text(content, &place(&id))?;
            all.push(Recipe { id, text, file });
        }
        all.sort_by_key(|recipe: &Recipe| recipe.file.rank);
        match all.array_windows().find(|[one, next]| one.file.rank == next.file.rank) {
            Some([one, next]) => Err(Problem::at(place(&next.id), format!("its rank is taken by {}", place(&one.id)))),
            None => Ok(Self(all)),
        }
    }

    /// The table of recipes, as Rust.
    pub fn table(&self, names: &Names, pathways: &Pathways, sources: &Sources, out: &mut String) -> Outcome<()> {
        let mut without = String::new();
        out.push_str("pub static RECIPES: &[Recipe] = &[\n");
        for Recipe { id, file, .. } in &self.0 {
            let place = place(id);
            if file.sources.is_empty() {
                return Err(Problem::at(place, "names no source that it rests on"));
            }
            let first = file.first.iter().map(|name| match pathways.named(name) {
                Some(pathway) => Ok(format!("PathwayId::{:?}", pathway.code)),
                None => Err(Problem::at(&place, format!("there is no pathway {name}"))),
            });
            let _ = writeln!(
                out,
                "Recipe {{ id: {id:?}, when: {}, first: &[{}] }},",
                file.when.rust(names).map_err(|problem| problem.within(&place))?,
                first.collect::<Outcome<Vec<_>>>()?.join(", "),
            );
            let words: Vec<&str> = file.without_words.iter().map(AsRef::as_ref).collect();
            let _ = writeln!(
                without,
                "RecipeRests {{ without_words: &{words:?}, sources: {} }},",
                sources.checked(&place, &file.sources)?
            );
        }
        let _ = writeln!(out, "];\npub static RECIPE_RESTS: &[RecipeRests] = &[\n{without}];");
        let _ = writeln!(out, "pub const RECIPES_TOLD: usize = {};", self.0.len());
        Ok(())
    }

    /// Puts the words of a language into the text of the steps, each beside the place of what it stands instead of, which may
    /// be in any of the texts. All else that has such a place is put before.
    pub fn put(&self, language: &str, folder: &Path, put: &mut Texts) -> Outcome<()> {
        let general = put.clone();
        let general = General { all: &general, texts: Part::ALL.map(|part| general.of(part).text().lines().collect()) };
        let lines = &mut put.steps;
        for Recipe { id, text, file } in &self.0 {
            let english = general.replacements(&place(id), text, &file.words.en.instead)?;
            if language == ENGLISH {
                put_one(&place(id), &file.words.en.title, &english, lines)?;
                continue;
            }
            let (text, words): (_, Words) = read_with_text(folder, &place(id))?;
            let own = general.replacements(&place(id), &text, &words.instead)?;
            let lines_of = |all: &[Replacement<'_>]| all.iter().map(Replacement::place).collect::<Vec<_>>();
            if lines_of(&own) != lines_of(&english) {
                return Err(Problem::at(
                    format!("words/{language}/{}", place(id)),
                    format!("not the same keys as {ENGLISH}"),
                ));
            }
            put_one(&place(id), &words.title, &own, lines)?;
        }
        Ok(())
    }
}

/// What stands in place of what.
struct Replacement<'a> {
    part: Part,
    span: Span,
    texts: Vec<&'a str>,
}

impl Replacement<'_> {
    fn place(&self) -> (Part, usize) {
        (self.part, self.span.line)
    }
}

/// The general words of a language.
struct General<'a> {
    all: &'a Texts,
    /// The lines of each part.
    texts: [Vec<&'a str>; 3],
}

impl General<'_> {
    /// Every replacement of a recipe, in the order in which the words stand.
    fn replacements<'a>(&self, file: &str, text: &str, instead: &'a Table) -> Outcome<Vec<Replacement<'a>>> {
        let mut all = Vec::new();
        each(instead, &mut Vec::new(), &mut |keys, at, own| {
            let here =
                |problem: Problem| problem.within(format!("{file} line {} {}", line_of(text, at), keys.join(".")));
            all.push(self.replacement(keys, own).map_err(here)?);
            Ok(())
        })?;
        all.sort_by_key(Replacement::place);
        Ok(all)
    }

    fn replacement<'a>(&self, keys: &[&str], own: &'a Own) -> Outcome<Replacement<'a>> {
        let refused = |what: &str| Err(Problem::at("words", what));
        let Some((part, span)) = self.all.span(&place_of(keys)) else { return refused("there are no such words") };
        let texts: Vec<&str> = match own {
            Own::Text(text) if !span.is_list => vec![text],
            Own::List(list) if span.is_list => list.iter().map(String::as_str).collect(),
            _ => return refused("a text stands instead of a text, a list instead of a list"),
        };
        let general = self.texts[part as usize].get(span.line..span.line + span.count).unwrap_or_default();
        if texts == general {
            return refused("the general words are the same");
        }
        for text in &texts {
            if text.is_empty() {
                return refused("a text is empty");
            }
            if longest_sentence(text) > SENTENCE {
                return refused(&format!("a sentence has more than {SENTENCE} words: {text}"));
            }
            if let Some(unknown) =
                blanks(text).find(|blank| !general.iter().any(|text| blanks(text).any(|it| it == *blank)))
            {
                return refused(&format!("nothing is put into {{{unknown}}}"));
            }
        }
        Ok(Replacement { part, span, texts })
    }
}

fn put_one(place: &str, title: &Text, replacements: &[Replacement<'_>], lines: &mut Lines) -> Outcome<()> {
    lines.beside_the_page(true);
    lines.line(place, title.as_ref())?;
    lines.beside_the_page(false);
    for Replacement { part, span, texts } in replacements {
        lines.line(place, &format!("{} {} {} {}", *part as usize, span.line, span.count, texts.len()))?;
        texts.iter().try_for_each(|text| lines.line(place, text))?;
    }
    lines.line(place, "")
}

/// Calls `read` with each text and list, the keys that lead to it, and where in the file it stands.
fn each<'a>(
    table: &'a Table,
    keys: &mut Vec<&'a str>,
    read: &mut impl FnMut(&[&str], usize, &'a Own) -> Outcome<()>,
) -> Outcome<()> {
    for (key, own) in table {
        keys.push(key);
        match own.as_ref() {
            Own::Table(table) => each(table, keys, read)?,
            leaf => read(keys, own.span().start, leaf)?,
        }
        keys.pop();
    }
    Ok(())
}

/// Where words stand, as the build calls it when it writes them.
fn place_of(keys: &[&str]) -> String {
    match keys {
        [folder @ ("pathways" | "pages"), name, keys @ ..] => format!("{folder}/{name}.toml {}", keys.join(" ")),
        ["texts", keys @ ..] => keys.join("."),
        [file, name, keys @ ..] => format!("{file}.toml [{name}] {}", keys.join(" ")),
        _ => String::new(),
    }
}

/// How many words the longest sentence of a text has; " | " starts a new line on a card.
fn longest_sentence(text: &str) -> usize {
    let (mut longest, mut words) = (0, 0);
    for word in text.split_whitespace() {
        words = if word == "|" { 0 } else { words + 1 };
        longest = longest.max(words);
        if word.trim_end_matches(['”', '"', ')']).ends_with(['.', '!', '?']) {
            words = 0;
        }
    }
    longest
}

/// True for a place of a policy's own words.
fn is_own(name: &str) -> bool {
    let name = name.to_lowercase();
    SECTOR.iter().any(|word| name.contains(word))
}

/// The names of the places in a sentence that something is put into, but for a policy's own words: those are put in everywhere.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).filter(|name| !is_own(name))
}

fn place(id: &str) -> String {
    format!("recipes/{id}.toml")
}

impl<'de> Deserialize<'de> for Own {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Kinds)
    }
}

struct Kinds;

impl<'de> Visitor<'de> for Kinds {
    type Value = Own;
    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text, a list of texts or a table of them")
    }
    fn visit_str<E>(self, text: &str) -> Result<Own, E> {
        Ok(Own::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Own, A::Error> {
        Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(Own::List)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Own, A::Error> {
        Deserialize::deserialize(MapAccessDeserializer::new(map)).map(Own::Table)
    }
}
