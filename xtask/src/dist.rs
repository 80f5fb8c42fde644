//! What is handed over: `dist/index.html` and the files beside it.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::{self, Error};
use crate::headers::Served;
use crate::html::{Page, Program};
use crate::mode::Mode;
use crate::{headers, html, letters, nowasm, order, pack, paper, parts, script, wasm};
use waymark_content::EN;

/// How much of index.html may come before something can be done, as a browser that takes brotli receives it.
struct Budget {
    /// What it is called in BENCHMARKS.md, where a line says why it was changed.
    what: &'static str,
    bytes: usize,
    /// What stands in index.html behind what is weighed; nothing behind all of it.
    behind: &'static str,
}

const BUDGETS: [Budget; 4] = [
    Budget {
        what: "before Tonight's first question",
        bytes: 9_500,
        behind: "<section class=\"notice\" id=\"problem\"",
    },
    Budget {
        what: "before the program asks on in Tonight",
        bytes: 159_000,
        behind: "<script type=\"text/plain\" id=\"words-steps\">",
    },
    Budget { what: "before the Dash", bytes: 295_000, behind: "<script type=\"text/plain\" id=\"words-later\">" },
    Budget { what: "all of index.html", bytes: 577_000, behind: "" },
];

/// Sizes and time of a build.
pub struct Built {
    /// Where the files are.
    pub folder: PathBuf,
    sizes: Vec<(String, usize)>,
    /// What was measured against each budget; nothing in a debug build.
    weighed: Vec<(Budget, usize)>,
    sum: String,
    took: Duration,
    /// The pages with what their responses carry; the first is also for everything else.
    pub served: Vec<Served>,
}

impl Built {
    /// Lines for a person.
    pub fn report(&self) -> String {
        let mut text = String::new();
        for (what, size) in &self.sizes {
            let _ = writeln!(text, "{what:<28}{size:>10} bytes");
        }
        let _ = writeln!(text, "sha256 of index.html        {}", self.sum);
        let _ = writeln!(text, "{} made in {:.1} s", self.folder.display(), self.took.as_secs_f32());
        text
    }

    /// Refuses a page that is too heavy for a slow line.
    pub fn within_budget(&self) -> Result<(), Error> {
        match self.weighed.iter().find(|(budget, size)| *size > budget.bytes) {
            Some((Budget { what, bytes, .. }, size)) => {
                Err(Error::Page(format!("{what}: {size} bytes with brotli; {bytes} are allowed (BENCHMARKS.md)")))
            }
            None => Ok(()),
        }
    }
}

/// The folder of the project.
pub fn root() -> Result<PathBuf, Error> {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map(Path::to_owned).ok_or_else(|| Error::Page("xtask has no parent folder".into()))
}

/// Makes everything.
pub fn build(root: &Path, mode: Mode) -> Result<Built, Error> {
    let begun = Instant::now();
    let wasm::Compiled { module, words } = wasm::compile(root, mode)?;
    let mut sizes = vec![("words".to_owned(), words.iter().map(String::len).sum())];
    let sheets = paper::sheets(&words)?;
    let shell = html::Shell::read(root, words, &sheets)?;
    let program = bound(root, &module, mode, &mut sizes)?;
    let mut pages = vec![shell.page("index.html", &program)?];
    if mode == Mode::Debug {
        pages.push(shell.of_gallery(root)?.page("gallery.html", &program)?);
    }
    let program = pack::sha256(program.letters.concat().concat().as_bytes());
    if mode == Mode::Release {
        let script = nowasm::script(root, &parts::joined(&module)?)?;
        sizes.push(("program as JavaScript".into(), script.len()));
        pages.push(shell.page("nowasm.html", &Program { script, letters: Default::default() })?);
    }
    pages.push(html::sheets(root, "paper.html", &sheets)?);
    pages.push(html::rules(root, "rules.html", &rules())?);
    let served: Vec<_> = pages.iter().map(|page| Served::new(page.file, &page.policy)).collect();
    let sum = pack::sha256(pages[0].html.as_bytes());
    let weighed = match mode {
        Mode::Release => weighed(&pages[0].html)?,
        Mode::Debug => Vec::new(),
    };
    sizes.extend(weighed.iter().map(|(budget, size)| (budget.what.to_owned(), *size)));

    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for page in pages {
        sizes.push((page.file.into(), page.html.len()));
        files.extend(packings(page, mode, &mut sizes));
    }
    files.extend(headers::files(&served).into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())));
    files.sort();
    // A comment to sha256sum: what "Check for yourself" shows of the page that is open.
    let mut sums = format!("# {program}  the program as it stands in index.html\n");
    sums.extend(files.iter().map(|(name, bytes)| format!("{}  {name}\n", pack::sha256(bytes))));
    files.push(("SHA256SUMS".into(), sums.into_bytes()));

    let folder = mode.folder(root);
    replace(&folder, &files)?;
    Ok(Built { folder, sizes, weighed, sum, took: begun.elapsed(), served })
}

/// The list of every rule as markup; the words were given with the sheets.
fn rules() -> String {
    let html = waymark_record::html(&[waymark_rules::sheet(&EN)]);
    // HTML for the clipboard declares its encoding; here the template has done so.
    html.trim_start_matches("<meta charset=\"utf-8\">").to_owned()
}

/// The program for browsers with WebAssembly: in parts, but as one to work on.
fn bound(root: &Path, module: &[u8], mode: Mode, sizes: &mut Vec<(String, usize)>) -> Result<Program, Error> {
    let parts::Parted { first, steps, later } = match mode {
        Mode::Release => parts::part(root, module)?,
        Mode::Debug => parts::Parted { first: parts::joined(module)?, steps: Vec::new(), later: Vec::new() },
    };
    let wasm::Bound { mut glue, mut module } = wasm::bind(&first)?;
    let groups = [("program", vec![module.emit_wasm()]), ("  steps", steps), ("  later", later)];
    let counts = groups.each_ref().map(|(_, modules)| modules.len());
    let mut all = Vec::new();
    for (what, mut module) in
        groups.into_iter().flat_map(|(what, modules)| modules.into_iter().map(move |one| (what, one)))
    {
        if mode == Mode::Release {
            module = order::by_likeness(&module)?;
            refuse_home(&module)?;
        }
        sizes.push((what.into(), module.len()));
        all.push(module);
    }
    let mut letters = letters::encode(&all)?.into_iter();
    let letters = counts.map(|count| letters.by_ref().take(count).collect());
    sizes.push(("  its script".into(), glue.len()));
    glue = script::bare(&glue);
    for name in ["program.js", "parts.js", "start.js"] {
        glue.push_str(&script::read(root, name)?);
    }
    Ok(Program { script: glue, letters })
}

/// Refuses a program that tells where it was made.
fn refuse_home(module: &[u8]) -> Result<(), Error> {
    match std::env::var_os("HOME").filter(|home| home.len() > 1) {
        Some(home) if module.windows(home.len()).any(|window| window == home.as_encoded_bytes()) => {
            Err(Error::Page("the program holds the path of a folder on this machine".into()))
        }
        _ => Ok(()),
    }
}

/// The bytes with brotli of what each budget is for.
fn weighed(html: &str) -> Result<Vec<(Budget, usize)>, Error> {
    let weigh = |budget: Budget| {
        let end = if budget.behind.is_empty() { Some(html.len()) } else { html.find(budget.behind) };
        let end = end.ok_or_else(|| Error::Page(format!("index.html lacks {}", budget.behind)))?;
        Ok((budget, pack::brotli(&html.as_bytes()[..end]).len()))
    };
    BUDGETS.into_iter().map(weigh).collect()
}

/// A page as it is and, for a release, as a server can send it.
fn packings(page: Page, mode: Mode, sizes: &mut Vec<(String, usize)>) -> Vec<(String, Vec<u8>)> {
    let Page { file, html, .. } = page;
    let html = html.into_bytes();
    let mut files = Vec::new();
    if mode == Mode::Release {
        let (gz, br) = std::thread::scope(|scope| {
            let gz = scope.spawn(|| pack::gzip(&html));
            let br = pack::brotli(&html);
            (gz.join().unwrap_or_default(), br)
        });
        sizes.extend([("  gzip".into(), gz.len()), ("  brotli".into(), br.len())]);
        files.extend([(format!("{file}.br"), br), (format!("{file}.gz"), gz)]);
    }
    files.push((file.into(), html));
    files
}

/// Puts the files where an earlier build may stand; nothing of that one stays.
fn replace(folder: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Error> {
    let failed = |error| Error::File(folder.into(), error);
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(failed)?;
    }
    std::fs::create_dir_all(folder).map_err(failed)?;
    for (name, bytes) in files {
        error::write(&folder.join(name), bytes)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_budget_stands_in_benchmarks_with_a_reason() {
        let figures = include_str!("../../BENCHMARKS.md");
        for Budget { what, bytes, .. } in BUDGETS {
            let bytes = format!("{},{:03}", bytes / 1000, bytes % 1000);
            let row = figures.lines().find(|line| line.starts_with(&format!("| {what} | {bytes} | ")));
            assert!(row.is_some_and(|row| row.len() > what.len() + 40), "{what}, {bytes}");
        }
    }
}
