//! The words of the pages (`words/<language>/pages/<page>.toml`): a struct a file, a field a key, and how they are read.

use crate::parts::{self, Part, Texts};
use crate::reading::{Outcome, Problem, Text, TextOrList, names_in, read_as};
use crate::sources::Sources;
use indexmap::IndexMap;
use std::fmt::Write as _;
use std::path::Path;

/// The page whose words list the statements of the service check.
const SERVICE_CHECK: &str = "service_check";

/// The words around the list of rules, which is a file beside the page.
const RULES: &str = "rules";

/// Puts the words of all pages, each into the text of its part, and returns the types that read them. `listed` are the lists
/// of the service check.
pub fn put(
    folder: &Path,
    listed: [(&'static str, Vec<Text>); 3],
    sources: &Sources,
    texts: &mut Texts,
) -> Outcome<String> {
    let folder = folder.join("pages");
    let mut listed = Some(listed);
    let (mut out, mut pages) = (String::new(), Part::ALL.map(|part| (part, Record::new(parts::pages(part)))));
    for name in names_in(&folder)? {
        let mut words: IndexMap<String, TextOrList> = read_as(&folder, &format!("{name}.toml"))?;
        if name == SERVICE_CHECK {
            for (key, list) in listed.take().into_iter().flatten() {
                words.insert(key.to_owned(), TextOrList::List(list));
            }
        }
        let kind = format!("{}Words", pascal(&name));
        let mut page = Record::new(&kind);
        let part = parts::of_page(&name);
        let lines = texts.put_into(part);
        lines.beside_the_page(name == RULES);
        // Texts before lists, as the program reads each kind in one loop.
        let (texts, lists): (Vec<_>, Vec<_>) =
            words.iter().partition(|(_, words)| matches!(words, TextOrList::Text(_)));
        for (key, words) in texts.into_iter().chain(lists) {
            let place = format!("pages/{name}.toml {key}");
            match words {
                TextOrList::Text(words) => {
                    page.text(key);
                    check_codes(&place, words, sources)?;
                    lines.line(&place, words)?;
                }
                TextOrList::List(list) => {
                    page.list(key);
                    list.iter().try_for_each(|words| check_codes(&place, words.as_ref(), sources))?;
                    lines.list(&place, list)?;
                }
            }
        }
        lines.beside_the_page(false);
        out.push_str(&page.close());
        for (_, pages) in pages.iter_mut().filter(|(own, _)| *own == part) {
            pages.page(&name, &kind);
        }
    }
    match listed {
        Some(_) => Err(Problem::at(folder.display(), format!("{SERVICE_CHECK}.toml is missing"))),
        None => Ok(out + &pages.map(|(_, pages)| pages.close()).concat()),
    }
}

/// Checks every source that the words name by its code, such as `path:B25`.
fn check_codes(place: &str, words: &str, sources: &Sources) -> Outcome<()> {
    for word in words.split(|letter: char| !letter.is_ascii_alphanumeric() && !":.-".contains(letter)) {
        let code = word.trim_end_matches(['.', ':', '-']);
        if matches!(code.split_once(':'), Some(("dash" | "path" | "who" | "exit" | "own", _))) {
            sources.check(place, code)?;
        }
    }
    Ok(())
}

/// The name of a type for the name of a file: `next_steps` is `NextSteps`.
fn pascal(name: &str) -> String {
    let word = |word: &str| word.get(..1).unwrap_or_default().to_uppercase() + word.get(1..).unwrap_or_default();
    name.split('_').map(word).collect()
}

/// A struct of words, its empty value, and the function that reads the words into it.
struct Record {
    name: String,
    fields: String,
    empty: String,
    texts: String,
    lists: String,
    pages: String,
}

impl Record {
    fn new(name: &str) -> Self {
        let [fields, empty, texts, lists, pages] = Default::default();
        Self { name: name.to_owned(), fields, empty, texts, lists, pages }
    }
    fn field(&mut self, name: &str, kind: &str, empty: &str) {
        let _ = writeln!(self.fields, "pub {name}: {kind},");
        let _ = writeln!(self.empty, "{name}: {empty},");
    }
    fn text(&mut self, name: &str) {
        self.field(name, "&'static str", "\"\"");
        let _ = writeln!(self.texts, "&mut self.{name},");
    }
    fn list(&mut self, name: &str) {
        self.field(name, "&'static [&'static str]", "&[]");
        let _ = writeln!(self.lists, "&mut self.{name},");
    }
    fn page(&mut self, name: &str, kind: &str) {
        self.field(name, kind, &format!("{kind}::EMPTY"));
        let _ = writeln!(self.pages, "self.{name}.read(words);");
    }
    fn close(self) -> String {
        let Self { name, fields, empty, texts, lists, pages } = self;
        let read_in = |kind: &str, slots: &str| match slots {
            "" => String::new(),
            slots => format!("words.{kind}(&mut [\n{slots}]);\n"),
        };
        let (texts, lists) = (read_in("texts", &texts), read_in("lists", &lists));
        // Only what holds pages is read by others.
        let whole = match &*pages {
            "" => "",
            _ => "pub(super) fn of(words: &mut Lines) -> Self { let mut all = Self::EMPTY; all.read(words); all }\n",
        };
        format!(
            "#[derive(Clone, Copy, Debug)] pub struct {name} {{\n{fields}}}\n\
             impl {name} {{\npub(super) const EMPTY: Self = Self {{\n{empty}}};\n\
             pub(super) fn read(&mut self, words: &mut Lines) {{\n{texts}{lists}{pages}}}\n{whole}}}\n"
        )
    }
}
