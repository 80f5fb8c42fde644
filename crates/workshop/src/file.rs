//! A vignette as a file (`waymark-vignette/1`): read strictly, written plainly.

use super::gentle::{self, RealDetail};
use super::vignette::{About, KINDS, Pair, Reason, Vignette};
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value, json};
use std::fmt;
use waymark_case::json::Object;
use waymark_case::listed::Listed;
use waymark_case::practice::forget_what_was_typed;
use waymark_case::value::{LIST_LIMIT, TEXT_LIMIT};
use waymark_case::{CASE_BYTES, Case, CaseError, one_document, write};
use waymark_content::Profiles;
use waymark_engine::assessment::Assessment;
use waymark_engine::{assess, check_profile};

/// The largest file, in bytes.
pub const FILE_BYTES: usize = CASE_BYTES;
/// The most characters a title, a setting or a rule's id may have.
const LINE_LIMIT: usize = 200;

waymark_case::closed_set! {
    /// The only format of a vignette that this program reads.
    VignetteFormat { V1 = "waymark-vignette/1" }
}

/// A text of `LEAST` to `MOST` characters without signs that control anything.
struct Bounded<const LEAST: usize, const MOST: usize>(String);
type Line = Bounded<1, LINE_LIMIT>;
type Optional = Bounded<0, LINE_LIMIT>;
type Paragraph = Bounded<1, TEXT_LIMIT>;

impl<'de, const LEAST: usize, const MOST: usize> Deserialize<'de> for Bounded<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let text = text.trim();
        if !(LEAST..=MOST).contains(&text.chars().count()) {
            return Err(de::Error::custom(format_args!("a text of {LEAST} to {MOST} characters was expected")));
        }
        if text.chars().any(turns_reading) {
            return Err(de::Error::custom("a mark that turns the direction of reading stands in it; take it out"));
        }
        if text.chars().any(char::is_control) {
            return Err(de::Error::custom("a text on one line was expected"));
        }
        Ok(Self(text.to_owned()))
    }
}

/// A mark that nobody sees and that makes a text read as another than it is.
fn turns_reading(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The number of a vignette, with an error that a trainer can read.
struct Id(u8);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Number;
        impl de::Visitor<'_> for Number {
            type Value = Id;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a whole number from 1 to 255")
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id, E> {
                match u8::try_from(number) {
                    Ok(number) if number > 0 => Ok(Id(number)),
                    _ => Err(E::invalid_value(de::Unexpected::Unsigned(number), &self)),
                }
            }
        }
        from.deserialize_u64(Number)
    }
}

/// A list of texts.
struct Texts<T>(Vec<T>);

impl<T> Default for Texts<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Texts<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Entries<T> {
            type Value = Vec<T>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "a list of at most {LIST_LIMIT} texts")
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = seq.next_element()? {
                    if all.len() == LIST_LIMIT {
                        return Err(de::Error::custom(format_args!("too long: at most {LIST_LIMIT} texts")));
                    }
                    all.push(one);
                }
                Ok(all)
            }
        }
        from.deserialize_seq(Entries(std::marker::PhantomData)).map(Self)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: VignetteFormat,
    id: Id,
    title: Line,
    setting: Optional,
    warning: Line,
    story: Texts<Paragraph>,
    case: Case,
    #[serde(default)]
    expect: Expect,
    #[serde(default)]
    reasons: Reasons,
    #[serde(default)]
    traps: Texts<Paragraph>,
    #[serde(default)]
    discuss: Texts<Paragraph>,
    #[serde(default)]
    pair: Option<Object<PairFile>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PairFile {
    id: Id,
    fact: Line,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonFile {
    text: Paragraph,
    #[serde(default)]
    rules: Texts<Line>,
}

/// Any JSON object in which no key stands twice.
#[derive(Default)]
struct Expect(Map<String, Value>);

impl<'de> Deserialize<'de> for Expect {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> de::Visitor<'de> for Keys {
            type Value = Map<String, Value>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object, a part of an assessment")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut all = Map::new();
                while let Some(key) = map.next_key::<String>()? {
                    if all.contains_key(&key) {
                        return Err(de::Error::custom(format_args!("{key} stands here twice")));
                    }
                    let value = map.next_value()?;
                    if !is_whole(&value) {
                        return Err(de::Error::custom("an assessment holds whole numbers only"));
                    }
                    all.insert(key, value);
                }
                Ok(all)
            }
        }
        from.deserialize_map(Keys).map(Self)
    }
}

/// True when every number in a value is whole. Others can change their last digit when they are written and read again.
fn is_whole(value: &Value) -> bool {
    match value {
        Value::Number(number) => !number.is_f64(),
        Value::Array(entries) => entries.iter().all(is_whole),
        Value::Object(fields) => fields.values().all(is_whole),
        _ => true,
    }
}

#[derive(Default)]
struct Reasons(Vec<(About, Reason)>);

impl<'de> Deserialize<'de> for Reasons {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entries;
        impl<'de> de::Visitor<'de> for Entries {
            type Value = Vec<(About, Reason)>;
            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(out, "an object of reasons, at most {LIST_LIMIT}; keys: {KINDS}")
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut all: Vec<(About, Reason)> = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    let about = About::from_text(&key)
                        .ok_or_else(|| de::Error::custom(format_args!("unknown key; allowed: {KINDS}")))?;
                    if all.iter().any(|(known, _)| *known == about) {
                        return Err(de::Error::custom(format_args!("{} stands here twice", about.text())));
                    }
                    if all.len() == LIST_LIMIT {
                        return Err(de::Error::custom(format_args!("too many reasons: at most {LIST_LIMIT}")));
                    }
                    let Object(ReasonFile { text, rules }) = map.next_value()?;
                    let rules = rules.0.into_iter().map(|rule| rule.0).listed();
                    all.push((about, Reason { text: text.0, rules }));
                }
                Ok(all)
            }
        }
        from.deserialize_map(Entries).map(Self)
    }
}

/// Why a file is not used as a vignette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VignetteError {
    /// It is no vignette: the field and what is allowed.
    NotAVignette(CaseError),
    /// It reads, and something in it could find a real person.
    LooksReal(RealDetail, String),
}

impl From<CaseError> for VignetteError {
    fn from(error: CaseError) -> Self {
        Self::NotAVignette(error)
    }
}

impl Vignette {
    /// Reads a file that may be practised at once.
    ///
    /// # Errors
    /// [`VignetteError`] names the field and what is allowed, or what looks like a real person's postcode, telephone number
    /// or e-mail address.
    pub fn from_file(bytes: &[u8]) -> Result<Self, VignetteError> {
        let vignette = Self::read(bytes)?;
        match vignette.looks_real() {
            Some((found, what)) => Err(VignetteError::LooksReal(found, what)),
            None => Ok(vignette),
        }
    }

    /// Reads a file, also one that must be changed before it is practised ([`Self::looks_real`]). What was typed into
    /// its case is left behind.
    ///
    /// # Errors
    /// [`CaseError`] names the field and what is allowed.
    pub fn read(bytes: &[u8]) -> Result<Self, CaseError> {
        // Some editors put the mark in front of every file that they save; it says nothing.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let Object(mut file): Object<File> = one_document(bytes, FILE_BYTES)?;
        if file.story.0.is_empty() {
            return Err(missing("story", "a story of at least one paragraph was expected"));
        }
        check_profile(&file.case, &Profiles::shipped())?;
        forget_what_was_typed(&mut file.case);
        let texts = |texts: Texts<Paragraph>| texts.0.into_iter().map(|text| text.0).listed();
        let vignette = Self {
            id: file.id.0,
            title: file.title.0,
            setting: file.setting.0,
            warning: file.warning.0,
            story: texts(file.story),
            case: file.case,
            expect: file.expect.0,
            reasons: file.reasons.0,
            traps: texts(file.traps),
            discuss: texts(file.discuss),
            pair: file.pair.map(|Object(pair)| Pair { id: pair.id.0, fact: pair.fact.0 }),
            moments: &[],
        };
        if let Some((about, _)) = vignette.reasons.iter().find(|(about, _)| !vignette.answers(*about)) {
            let path = format!("reasons.{}", about.text());
            return Err(missing(&path, "there is a reason, but the case does not answer this"));
        }
        // As it is laid out when it is written, it can be longer than it came.
        if vignette.to_file().len() > FILE_BYTES { Err(CaseError::TooLong) } else { Ok(vignette) }
    }

    /// What in the texts could find a real person.
    pub fn looks_real(&self) -> Option<(RealDetail, String)> {
        let texts = [&self.title, &self.setting, &self.warning].into_iter();
        let lists = self.story.iter().chain(&self.traps).chain(&self.discuss);
        let reasons = self.reasons.iter().map(|(_, reason)| &reason.text);
        let fact = self.pair.iter().map(|pair| &pair.fact);
        gentle::look(texts.chain(lists).chain(reasons).chain(fact).map(String::as_str))
    }

    /// The vignette as a file. No text that somebody typed into the case goes with it.
    pub fn to_file(&self) -> String {
        let mut case = self.case.clone();
        forget_what_was_typed(&mut case);
        let mut reasons = Map::new();
        for (about, reason) in &self.reasons {
            reasons.insert(about.text(), json!({ "text": reason.text, "rules": reason.rules }));
        }
        let file = json!({
            "format": VignetteFormat::V1,
            "id": self.id,
            "title": self.title,
            "setting": self.setting,
            "warning": self.warning,
            "story": self.story,
            "case": case.json().and_then(|json| serde_json::from_str::<Value>(&json)).unwrap_or_default(),
            "expect": self.expect,
            "reasons": reasons,
            "traps": self.traps,
            "discuss": self.discuss,
            "pair": self.pair.as_ref().map(|pair| json!({ "id": pair.id, "fact": pair.fact })),
        });
        format!("{file:#}\n")
    }
}

/// What a file expects of its case: what carries the talk about it, as the engine has it now.
pub fn expectation(case: &Case) -> Map<String, Value> {
    let Assessment { identify, dash, .. } = assess(case);
    let identify = json!({ "outcome": identify.outcome, "person": identify.person });
    let dash = json!({ "yes": dash.yes, "routes": dash.routes });
    let mut expected = Map::new();
    expected.insert("identify".to_owned(), identify);
    expected.insert("dash".to_owned(), dash);
    expected
}

/// As a value, by way of its text: the page writes JSON text anyway, and what makes values of it would come on top.
pub fn as_value(what: &impl Serialize) -> Value {
    let text = write::json(what).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn missing(path: &str, problem: &str) -> CaseError {
    CaseError::Field { path: path.to_owned(), problem: problem.to_owned() }
}
