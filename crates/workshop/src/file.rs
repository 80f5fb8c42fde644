//! A vignette as a file (`waymark-vignette/1`): read strictly, written plainly.

use super::gentle::{self, RealDetail};
use super::vignette::{About, KINDS, Pair, Reason, Vignette};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};
use std::mem::take;
use waymark_case::practice::forget_what_was_typed;
use waymark_case::slot::{self, Checked, Keyed, Object, Slot, fields};
use waymark_case::value::{Count, LIST_LIMIT, TEXT_LIMIT};
use waymark_case::{CASE_BYTES, Case, CaseError, Reading, one_document, write};
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
#[derive(Default)]
struct Bounded<const LEAST: usize, const MOST: usize>(Option<String>);
type Line = Bounded<1, LINE_LIMIT>;
type Setting = Bounded<0, LINE_LIMIT>;
type Paragraph = Bounded<1, TEXT_LIMIT>;

impl<const LEAST: usize, const MOST: usize> Checked for Bounded<LEAST, MOST> {
    fn take(&mut self, text: &str) -> Result<(), String> {
        self.0 = Some(bounded(text, LEAST, MOST)?);
        Ok(())
    }
}

/// Several of them.
#[derive(Default)]
struct Texts<const MOST: usize>(Vec<String>);

impl<const MOST: usize> Checked for Texts<MOST> {
    fn take(&mut self, text: &str) -> Result<(), String> {
        self.0.push(bounded(text, 1, MOST)?);
        Ok(())
    }
}

fn bounded(text: &str, least: usize, most: usize) -> Result<String, String> {
    let text = text.trim();
    if !(least..=most).contains(&text.chars().count()) {
        return Err(format!("a text of {least} to {most} characters was expected"));
    }
    if text.chars().any(turns_reading) {
        return Err("a mark that turns the direction of reading stands in it; take it out".to_owned());
    }
    if text.chars().any(char::is_control) {
        return Err("a text on one line was expected".to_owned());
    }
    Ok(text.to_owned())
}

/// A mark that nobody sees and that makes a text read as another than it is.
fn turns_reading(letter: char) -> bool {
    matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The number of a vignette.
type Id = Option<Count<1, 255>>;

fn number(id: Id) -> u8 {
    id.and_then(|id| u8::try_from(id.get()).ok()).unwrap_or_default()
}

/// A file while it is read.
#[derive(Default)]
struct File {
    format: Option<VignetteFormat>,
    id: Id,
    title: Line,
    setting: Setting,
    warning: Line,
    story: Option<Texts<TEXT_LIMIT>>,
    case: Option<Reading>,
    expect: Map<String, Value>,
    reasons: Vec<(About, Reason)>,
    traps: Texts<TEXT_LIMIT>,
    discuss: Texts<TEXT_LIMIT>,
    pair: PairFile,
}

impl Object for File {
    fields! { this:
        "format" => Slot::field(&mut this.format),
        "id" => Slot::field(&mut this.id),
        "title" => Slot::Checked(&mut this.title),
        "setting" => Slot::Checked(&mut this.setting),
        "warning" => Slot::Checked(&mut this.warning),
        "story" => Slot::Texts(this.story.insert(Texts::default())),
        "case" => Slot::Object(this.case.insert(Reading::default())),
        "expect" => Slot::Keyed(Box::new(Expect { kept: &mut this.expect, next: Value::Null })),
        "reasons" => Slot::Keyed(Box::new(Reasons { kept: &mut this.reasons, next: ReasonFile::default() })),
        "traps" => Slot::Texts(&mut this.traps),
        "discuss" => Slot::Texts(&mut this.discuss),
        "pair" => Slot::Optional(&mut this.pair),
    }
    fn check(&self) -> Result<(), &'static str> {
        given(self.format.is_some(), "missing field `format`")?;
        given(self.id.is_some(), "missing field `id`")?;
        given(self.title.0.is_some(), "missing field `title`")?;
        given(self.setting.0.is_some(), "missing field `setting`")?;
        given(self.warning.0.is_some(), "missing field `warning`")?;
        given(self.story.is_some(), "missing field `story`")?;
        given(self.case.is_some(), "missing field `case`")
    }
}

fn given(is: bool, missing: &'static str) -> Result<(), &'static str> {
    if is { Ok(()) } else { Err(missing) }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        slot::read(from)
    }
}

/// A pair while it is read; empty where there is none.
#[derive(Default)]
struct PairFile {
    id: Id,
    fact: Line,
}

impl Object for PairFile {
    fields! { this:
        "id" => Slot::field(&mut this.id),
        "fact" => Slot::Checked(&mut this.fact),
    }
    fn check(&self) -> Result<(), &'static str> {
        given(self.id.is_some(), "missing field `id`")?;
        given(self.fact.0.is_some(), "missing field `fact`")
    }
}

/// A reason while it is read.
#[derive(Default)]
struct ReasonFile {
    text: Paragraph,
    rules: Texts<LINE_LIMIT>,
}

impl Object for ReasonFile {
    fields! { this:
        "text" => Slot::Checked(&mut this.text),
        "rules" => Slot::Texts(&mut this.rules),
    }
    fn check(&self) -> Result<(), &'static str> {
        given(self.text.0.is_some(), "missing field `text`")
    }
}

/// Any JSON object in which no key stands twice, and the value that is read next.
struct Expect<'a> {
    kept: &'a mut Map<String, Value>,
    next: Value,
}

impl Keyed for Expect<'_> {
    fn expected(&self) -> String {
        "an object, a part of an assessment".to_owned()
    }
    fn slot(&mut self, key: &str) -> Result<Slot<'_>, String> {
        if self.kept.contains_key(key) {
            return Err([key, " stands here twice"].concat());
        }
        Ok(Slot::Any(&mut self.next))
    }
    fn keep(&mut self, key: String) -> Result<(), String> {
        let value = take(&mut self.next);
        if !is_whole(&value) {
            return Err("an assessment holds whole numbers only".to_owned());
        }
        self.kept.insert(key, value);
        Ok(())
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

/// The reasons that were read, and the next one.
struct Reasons<'a> {
    kept: &'a mut Vec<(About, Reason)>,
    next: ReasonFile,
}

impl Keyed for Reasons<'_> {
    fn expected(&self) -> String {
        format!("an object of reasons, at most {LIST_LIMIT}; keys: {KINDS}")
    }
    fn slot(&mut self, key: &str) -> Result<Slot<'_>, String> {
        let about = About::from_text(key).ok_or_else(|| ["unknown key; allowed: ", KINDS].concat())?;
        if self.kept.iter().any(|(known, _)| *known == about) {
            return Err([&about.text(), " stands here twice"].concat());
        }
        if self.kept.len() == LIST_LIMIT {
            return Err(format!("too many reasons: at most {LIST_LIMIT}"));
        }
        Ok(Slot::Object(&mut self.next))
    }
    fn keep(&mut self, key: String) -> Result<(), String> {
        let ReasonFile { text, rules } = take(&mut self.next);
        let read = About::from_text(&key).zip(text.0);
        self.kept.extend(read.map(|(about, text)| (about, Reason { text, rules: rules.0 })));
        Ok(())
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
        let file: File = one_document(bytes, FILE_BYTES)?;
        let (story, mut case) = (file.story.unwrap_or_default().0, file.case.unwrap_or_default().case());
        if story.is_empty() {
            return Err(missing("story", "a story of at least one paragraph was expected"));
        }
        check_profile(&case, &Profiles::shipped())?;
        forget_what_was_typed(&mut case);
        let vignette = Self {
            id: number(file.id),
            title: file.title.0.unwrap_or_default(),
            setting: file.setting.0.unwrap_or_default(),
            warning: file.warning.0.unwrap_or_default(),
            story,
            case,
            expect: file.expect,
            reasons: file.reasons,
            traps: file.traps.0,
            discuss: file.discuss.0,
            pair: file.pair.fact.0.map(|fact| Pair { id: number(file.pair.id), fact }),
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
