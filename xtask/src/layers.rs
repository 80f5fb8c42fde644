//! The layers of the code: which file takes from which, printed from the lowest up, and a failure where files stand in a
//! circle.
//!
//! A file takes from another what it names there; a re-export is followed to where the thing is defined. Methods are not
//! seen, nor what a macro writes.

mod reader;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use reader::Reader;
use syn::visit::Visit;

use crate::error::{self, Error};

/// Prints the layers of the workspace.
///
/// # Errors
/// A file that cannot be read, or files in a circle: each arrow of it.
pub fn check(root: &Path) -> Result<(), Error> {
    let sources = Sources::read(root)?;
    let arrows = sources.arrows();
    for (floor, rooms) in floors(&arrows).iter().enumerate() {
        println!("{:>3}  {}", floor + 1, rooms.join(", "));
    }
    let circles = circles(&arrows);
    if circles.is_empty() {
        return Ok(());
    }
    let told: Vec<_> = circles.iter().flat_map(|circle| told(circle, &arrows)).collect();
    Err(Error::Page(format!("{} circles of files:\n{}", circles.len(), told.join("\n"))))
}

/// What each file takes: the file it takes from, with the names.
type Arrows = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

fn told(circle: &[String], arrows: &Arrows) -> Vec<String> {
    let of = |from: &String| {
        let to = arrows.get(from).into_iter().flatten().filter(|(to, _)| circle.contains(to));
        to.map(|(to, names)| format!("  {from} -> {to}: {}", names.iter().cloned().collect::<Vec<_>>().join(", ")))
            .collect::<Vec<_>>()
    };
    circle.iter().flat_map(of).collect()
}

/// A module: the crate and the path in it.
type Place = (String, Vec<String>);

struct Source {
    file: String,
    defined: BTreeSet<String>,
    /// The public `use`s: by name, or all of a module.
    passed_on: Vec<Vec<String>>,
    /// Every path that is named, with the names under which modules were imported written out.
    named: Vec<Vec<String>>,
}

#[derive(Default)]
struct Sources(BTreeMap<Place, Source>);

impl Sources {
    fn read(root: &Path) -> Result<Self, Error> {
        let mut sources = Self::default();
        sources.read_crate(root, "waymark", "src")?;
        sources.read_crate(root, "xtask", "xtask/src")?;
        let crates = root.join("crates");
        for folder in error::entries(&crates)?.iter().filter_map(|path| path.file_name()?.to_str()) {
            let name = format!("waymark_{}", folder.replace('-', "_"));
            sources.read_crate(root, &name, &format!("crates/{folder}/src"))?;
        }
        Ok(sources)
    }

    fn read_crate(&mut self, root: &Path, name: &str, folder: &str) -> Result<(), Error> {
        let home = root.join(folder);
        let mut left = vec![home.clone()];
        while let Some(path) = left.pop() {
            if path.is_dir() {
                left.extend(error::entries(&path)?);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && let Some(file) = path.strip_prefix(&home).ok().and_then(Path::to_str)
            {
                self.add(name, file.trim_end_matches(".rs"), format!("{folder}/{file}"), &error::read(&path)?)?;
            }
        }
        Ok(())
    }

    fn add(&mut self, name: &str, path: &str, file: String, text: &str) -> Result<(), Error> {
        let parsed = syn::parse_file(text).map_err(|problem| Error::Page(format!("{file}: {problem}")))?;
        let path = match path {
            "lib" => Vec::new(),
            // A program of its own beside a library is the library's caller, not its root.
            "main" if self.0.contains_key(&(name.to_owned(), Vec::new())) => vec!["main".to_owned()],
            "main" => Vec::new(),
            path => path.split('/').map(str::to_owned).collect(),
        };
        let mut reader = Reader::default();
        reader.visit_file(&parsed);
        let Reader { defined, passed_on, mut uses, paths } = reader;
        // `use a::b;` makes `b::c` stand for `a::b::c`.
        let written_out = paths.into_iter().map(|path| match uses.iter().find(|used| used.last() == path.first()) {
            Some(used) => used.iter().chain(&path[1..]).cloned().collect(),
            None => path,
        });
        let written_out: Vec<_> = written_out.collect();
        uses.extend(written_out);
        self.0.insert((name.to_owned(), path), Source { file, defined, passed_on, named: uses });
        Ok(())
    }

    fn arrows(&self) -> Arrows {
        let mut arrows = Arrows::new();
        for (place, source) in &self.0 {
            let taken = arrows.entry(source.file.clone()).or_default();
            for path in &source.named {
                let name = path.last().cloned().unwrap_or_default();
                if let Some(from) = self.look_up(place, path, 0).filter(|from| from != place)
                    && let Some(from) = self.0.get(&from)
                    && !is_module(self, place, path)
                {
                    taken.entry(from.file.clone()).or_default().insert(name);
                }
            }
        }
        arrows
    }

    /// The module in which what a path names is defined.
    fn look_up(&self, from: &Place, path: &[String], depth: usize) -> Option<Place> {
        let (krate, within) = from;
        let first = path.first()?;
        match first.as_str() {
            "crate" => self.resolve((krate.clone(), Vec::new()), &path[1..], depth),
            "self" => self.resolve(from.clone(), &path[1..], depth),
            "super" => {
                let ups = path.iter().take_while(|part| *part == "super").count();
                let within = within.get(..within.len().checked_sub(ups)?)?.to_vec();
                self.resolve((krate.clone(), within), &path[ups..], depth)
            }
            name if name != krate && self.0.contains_key(&(name.to_owned(), Vec::new())) => {
                self.resolve((name.to_owned(), Vec::new()), &path[1..], depth)
            }
            name => {
                let below = [within.as_slice(), &[name.to_owned()]].concat();
                let is_module = self.0.contains_key(&(krate.clone(), below));
                is_module.then(|| self.resolve(from.clone(), path, depth)).flatten()
            }
        }
    }

    fn resolve(&self, place: Place, path: &[String], depth: usize) -> Option<Place> {
        let source = self.0.get(&place)?;
        let Some(name) = path.first().filter(|_| depth < 8) else { return Some(place) };
        let below = (place.0.clone(), [place.1.as_slice(), std::slice::from_ref(name)].concat());
        if self.0.contains_key(&below) {
            return self.resolve(below, &path[1..], depth);
        }
        if source.defined.contains(name) {
            return Some(place);
        }
        let by_name = source.passed_on.iter().find(|passed| passed.last() == Some(name));
        if let Some(found) = by_name.and_then(|passed| self.look_up(&place, passed, depth + 1)) {
            return Some(found);
        }
        let all = source.passed_on.iter().filter(|passed| passed.last().is_some_and(|last| last == "*"));
        let mut inside = all.filter_map(|passed| self.look_up(&place, &passed[..passed.len() - 1], depth + 1));
        let owner = inside.find(|module| self.0.get(module).is_some_and(|source| source.defined.contains(name)));
        owner.or(Some(place))
    }
}

/// True when a path names a module itself: what is taken from it is named where it is taken.
fn is_module(sources: &Sources, from: &Place, path: &[String]) -> bool {
    let Some(found) = sources.look_up(from, path, 0) else { return false };
    found.1.last() == path.last()
        && !sources.0.get(&found).is_some_and(|it| path.last().is_some_and(|name| it.defined.contains(name)))
}

/// The files that stand in a circle with others, a list each.
fn circles(arrows: &Arrows) -> Vec<Vec<String>> {
    // Small enough to ask of each file what it reaches.
    let reached: BTreeMap<&String, BTreeSet<&String>> = arrows.keys().map(|file| (file, reach(arrows, file))).collect();
    let mut seen = BTreeSet::new();
    let mut circles = Vec::new();
    for (file, all) in &reached {
        let circle: Vec<String> = all
            .iter()
            .filter(|other| reached.get(**other).is_some_and(|back| back.contains(*file)))
            .map(|other| (*other).clone())
            .collect();
        if circle.len() > 1 && circle.iter().all(|file| seen.insert(file.clone())) {
            circles.push(circle);
        }
    }
    circles
}

fn reach<'a>(arrows: &'a Arrows, from: &'a String) -> BTreeSet<&'a String> {
    let mut all = BTreeSet::new();
    let mut next = vec![from];
    while let Some(file) = next.pop() {
        for to in arrows.get(file).into_iter().flat_map(BTreeMap::keys) {
            if all.insert(to) {
                next.push(to);
            }
        }
    }
    all
}

/// The crates, and the folders of the page, by how many others stand under each.
fn floors(arrows: &Arrows) -> Vec<Vec<String>> {
    let mut under: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, taken) in arrows {
        let rooms = under.entry(room(from)).or_default();
        rooms.extend(taken.keys().map(|to| room(to)).filter(|to| *to != room(from)));
    }
    let mut floors: Vec<Vec<String>> = Vec::new();
    let mut placed = BTreeSet::new();
    while placed.len() < under.len() {
        let free: Vec<String> = under
            .iter()
            .filter(|(room, below)| !placed.contains(*room) && below.iter().all(|below| placed.contains(below)))
            .map(|(room, _)| room.clone())
            .collect();
        if free.is_empty() {
            // In a circle, which is told by its files.
            break;
        }
        placed.extend(free.iter().cloned());
        floors.push(free);
    }
    floors
}

/// The crate a file belongs to; of the page, its folder.
fn room(file: &str) -> String {
    let mut parts = file.split('/');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    match first {
        "crates" => second.to_owned(),
        "src" => format!("src/{}", second.trim_end_matches(".rs")),
        _ => first.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::panic)]
mod tests {
    use super::*;

    fn circles_of(files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let mut sources = Sources::default();
        for (path, text) in files {
            sources.add("waymark", path, format!("src/{path}.rs"), text).unwrap_or_else(|problem| panic!("{problem}"));
        }
        circles(&sources.arrows())
    }

    #[test]
    fn a_tree_has_no_circle() {
        let lib = ("lib", "mod low; mod high; pub use low::Low;");
        let files = [lib, ("low", "pub struct Low;"), ("high", "use crate::Low; fn g(_: Low) {}")];
        assert_eq!(circles_of(&files), Vec::<Vec<String>>::new());
    }

    #[test]
    fn a_circle_is_found_through_a_reexport_a_module_name_and_a_macro() {
        let low = "pub struct Low; fn f() { let _ = vec![crate::high::g]; }";
        let found = circles_of(&[
            ("lib", "pub mod low; pub mod high; pub use low::Low;"),
            ("low", low),
            ("high", "use crate::Low; pub fn g(_: Low) {}"),
        ]);
        assert_eq!(found, [["src/high.rs", "src/low.rs"].map(str::to_owned).to_vec()]);
        let by_module = circles_of(&[
            ("lib", "mod a; mod b;"),
            ("a", "use super::b; pub fn f() { b::g() }"),
            ("b", "pub fn g() { super::a::f() }"),
        ]);
        assert_eq!(by_module.len(), 1);
    }

    #[test]
    fn what_only_tests_take_ties_nothing() {
        let a = "pub fn f() {} #[cfg(test)] mod tests { use crate::b::g; }";
        assert_eq!(
            circles_of(&[("lib", "mod a; mod b;"), ("a", a), ("b", "use crate::a::f; pub fn g() { f() }")]),
            Vec::<Vec<String>>::new()
        );
    }

    #[test]
    fn a_parent_that_lends_to_its_child_and_calls_it_is_a_circle() {
        let parent = "mod child; pub struct Lent; pub fn f() { child::g(Lent) }";
        assert_eq!(
            circles_of(&[
                ("lib", "mod parent;"),
                ("parent", parent),
                ("parent/child", "use super::Lent; pub fn g(_: Lent) {}")
            ])
            .len(),
            1
        );
    }
}
