//! What is handed over: `dist/index.html` and the files beside it.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::error::{self, Error};
use crate::headers::Served;
use crate::html::Program;
use crate::{headers, html, pack, wasm};

/// The whole page, as a browser that takes brotli receives it.
const BUDGET: usize = 340_000;

/// How the page is made.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    /// Small: what is handed over.
    #[default]
    Release,
    /// Fast to make, large, with names.
    Debug,
}

impl Mode {
    /// Where its files go. A debug build never stands where the product is looked for.
    pub fn folder(self, root: &Path) -> PathBuf {
        root.join(if self == Self::Release { "dist" } else { "target/debug-dist" })
    }
}

/// Sizes and time of a build.
pub struct Built {
    /// Where the files are.
    pub folder: PathBuf,
    sizes: Vec<(&'static str, usize)>,
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
    let wasm::Built { glue, wasm, words } = wasm::build(root, mode)?;
    if let Some(home) = std::env::var_os("HOME").filter(|home| home.len() > 1 && mode == Mode::Release)
        && wasm.windows(home.len()).any(|window| window == home.as_encoded_bytes())
    {
        return Err(Error::Page("the program holds the path of a folder on this machine".into()));
    }
    let packed = if mode == Mode::Release { pack::deflate(&wasm) } else { pack::stored(&wasm) };
    let mut sizes = vec![
        ("program", wasm.len()),
        ("  deflated", packed.len()),
        ("  its script", glue.len()),
        ("words", words.len()),
    ];
    let page = html::page(root, &Program { glue, packed, words })?;
    sizes.push(("index.html", page.html.len()));

    let page_bytes = page.html.into_bytes();
    let sum = pack::sha256(&page_bytes);
    let mut files: Vec<(&str, Vec<u8>)> = Vec::new();
    let mut brotli = None;
    if mode == Mode::Release {
        let (gz, br) = std::thread::scope(|scope| {
            let gz = scope.spawn(|| pack::gzip(&page_bytes));
            let br = pack::brotli(&page_bytes);
            (gz.join().unwrap_or_default(), br)
        });
        brotli = Some(br.len());
        sizes.extend([("  gzip", gz.len()), ("  brotli", br.len())]);
        files.extend([("index.html.br", br), ("index.html.gz", gz)]);
    }
    files.push(("index.html", page_bytes));
    let served = vec![Served::new("index.html", &page.policy)];
    files.extend(headers::files(&served).into_iter().map(|(name, text)| (name, text.into_bytes())));
    files.sort();
    let sums: String = files.iter().map(|(name, bytes)| format!("{}  {name}\n", pack::sha256(bytes))).collect();
    files.push(("SHA256SUMS", sums.into_bytes()));

    let folder = mode.folder(root);
    replace(&folder, &files)?;
    Ok(Built { folder, sizes, brotli, sum, took: begun.elapsed(), served })
}

/// Puts the files where an earlier build may stand; nothing of that one stays.
fn replace(folder: &Path, files: &[(&str, Vec<u8>)]) -> Result<(), Error> {
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
