//! What is handed over: `dist/index.html` and the files beside it.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::{self, Error};
use crate::headers::Served;
use crate::html::{Page, Program};
use crate::mode::Mode;
use crate::{headers, html, letters, nowasm, order, pack, paper, script, wasm};
use waymark_content::EN;

/// The whole page, as a browser that takes brotli receives it.
// Lowered from 712,000 when the program came to stand as text, and from 640,000 when functions that are alike came to stand side
// by side.
const BUDGET: usize = 612_000;

/// Sizes and time of a build.
pub struct Built {
    /// Where the files are.
    pub folder: PathBuf,
    sizes: Vec<(String, usize)>,
    brotli: Option<usize>,
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
        match self.brotli {
            Some(size) if size > BUDGET => {
                Err(Error::Page(format!("index.html is {size} bytes with brotli; {BUDGET} are allowed")))
            }
            _ => Ok(()),
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
    let mut sizes = vec![("words".to_owned(), words.len())];
    let sheets = paper::sheets(&words)?;
    let shell = html::Shell::read(root, words, &sheets)?;
    let program = bound(root, &module, mode, &mut sizes)?;
    let mut pages = vec![shell.page("index.html", &program)?];
    if mode == Mode::Debug {
        pages.push(shell.of_gallery(root)?.page("gallery.html", &program)?);
    }
    let program = program.letters.map(|letters| pack::sha256(letters.as_bytes())).unwrap_or_default();
    if mode == Mode::Release {
        let script = nowasm::script(root, &module)?;
        sizes.push(("program as JavaScript".into(), script.len()));
        pages.push(shell.page("nowasm.html", &Program { script, letters: None })?);
    }
    pages.push(html::sheets(root, "paper.html", &sheets)?);
    pages.push(html::rules(root, "rules.html", &rules())?);
    let served: Vec<_> = pages.iter().map(|page| Served::new(page.file, &page.policy)).collect();
    let sum = pack::sha256(pages[0].html.as_bytes());

    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for page in pages {
        sizes.push((page.file.into(), page.html.len()));
        files.extend(packings(page, mode, &mut sizes));
    }
    let brotli = files.iter().find(|(name, _)| name == "index.html.br").map(|(_, bytes)| bytes.len());
    files.extend(headers::files(&served).into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())));
    files.sort();
    // A comment to sha256sum: what "Check for yourself" shows of the page that is open.
    let mut sums = format!("# {program}  the program as it stands in index.html\n");
    sums.extend(files.iter().map(|(name, bytes)| format!("{}  {name}\n", pack::sha256(bytes))));
    files.push(("SHA256SUMS".into(), sums.into_bytes()));

    let folder = mode.folder(root);
    replace(&folder, &files)?;
    Ok(Built { folder, sizes, brotli, sum, took: begun.elapsed(), served })
}

/// The list of every rule as markup; the words were given with the sheets.
fn rules() -> String {
    let html = waymark_record::html(&[waymark_rules::sheet(&EN)]);
    // HTML for the clipboard declares its encoding; here the template has done so.
    html.trim_start_matches("<meta charset=\"utf-8\">").to_owned()
}

/// The program for browsers with WebAssembly.
fn bound(root: &Path, module: &[u8], mode: Mode, sizes: &mut Vec<(String, usize)>) -> Result<Program, Error> {
    let wasm::Bound { mut glue, mut module } = wasm::bind(module)?;
    let mut module = module.emit_wasm();
    if mode == Mode::Release {
        module = order::by_likeness(&module)?;
    }
    if let Some(home) = std::env::var_os("HOME").filter(|home| home.len() > 1 && mode == Mode::Release)
        && module.windows(home.len()).any(|window| window == home.as_encoded_bytes())
    {
        return Err(Error::Page("the program holds the path of a folder on this machine".into()));
    }
    for (what, size) in [("program", module.len()), ("  its script", glue.len())] {
        sizes.push((what.into(), size));
    }
    glue = script::bare(&glue);
    for name in ["program.js", "start.js"] {
        glue.push_str(&script::read(root, name)?);
    }
    Ok(Program { script: glue, letters: Some(letters::encode(&module)?) })
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
