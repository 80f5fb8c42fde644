//! The program: Rust to WebAssembly, then wasm-bindgen as a library (its version cannot differ from the crate's).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;
use waymark_content::Part;

use crate::command;
use crate::error::{self, Error};
use crate::mode::Mode;

/// The target of the page.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// What the compiler makes.
pub struct Compiled {
    /// The WebAssembly, before wasm-bindgen.
    pub module: Vec<u8>,
    /// The words, which the build of the program makes beside it: three texts, in the order of `Part`.
    pub words: [String; 3],
}

/// A program and the script that joins it to the page.
pub struct Bound {
    /// wasm-bindgen's script, which gives `wasm_bindgen`.
    pub glue: String,
    /// The WebAssembly.
    pub module: Module,
}

/// Makes the program.
pub fn compile(root: &Path, mode: Mode) -> Result<Compiled, Error> {
    ensure_target()?;
    let Made { program, folder } = cargo_build(root, mode)?;
    let words = |part: Part| error::read(&folder.join(format!("page-words-en.{}.txt", part.name())));
    let words = [words(Part::First)?, words(Part::Steps)?, words(Part::Later)?];
    Ok(Compiled { module: error::read_bytes(&program)?, words })
}

/// Installs the target when it is missing, and says so.
pub fn ensure_target() -> Result<(), Error> {
    let sysroot = command::output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    println!("The Rust target {TARGET} is missing: installing it with rustup");
    command::run(Command::new("rustup").args(["target", "add", TARGET]))
}

struct Made {
    /// The WebAssembly file.
    program: PathBuf,
    /// Where the build script of the same build put what it made.
    folder: PathBuf,
}

fn cargo_build(root: &Path, mode: Mode) -> Result<Made, Error> {
    let mut cargo = command::cargo();
    cargo.current_dir(root).args([
        "rustc",
        "--package",
        "waymark",
        "--bin",
        "waymark",
        "--features",
        mode.feature(),
        "--target",
        TARGET,
    ]);
    if mode == Mode::Release {
        cargo.args(["--profile", "web"]);
    }
    cargo.args(["--message-format", "json-render-diagnostics"]);
    if mode == Mode::Release {
        // The splitter (`parts.rs`) reads from them what leads to what.
        cargo.args(["--", "-Clink-arg=--emit-relocs"]);
    }
    cargo.env("CARGO_ENCODED_RUSTFLAGS", remap(root)?).env_remove("RUSTFLAGS").stdin(Stdio::null());
    cargo.stderr(Stdio::inherit());
    let messages = command::output(&mut cargo)?;
    let messages: Vec<Value> = messages.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let path = |message: &Value, key: &str| message[key].as_str().map(PathBuf::from);
    let of = |reason: &'static str| messages.iter().filter(move |message| message["reason"] == reason);
    let program = of("compiler-artifact")
        .filter_map(|message| path(message, "executable"))
        .find(|path| path.extension().is_some_and(|extension| extension == "wasm"))
        .ok_or_else(|| Error::Page("cargo build made no .wasm file".into()))?;
    let content = |message: &&Value| message["package_id"].as_str().is_some_and(|id| id.contains("#waymark-content@"));
    let folder = of("build-script-executed")
        .find(content)
        .and_then(|message| path(message, "out_dir"))
        .ok_or_else(|| Error::Page("cargo build ran no build script of the content".into()))?;
    Ok(Made { program, folder })
}

/// Flags that take this machine's folders out of the program: two machines make the same bytes, and none tells where.
fn remap(root: &Path) -> Result<String, Error> {
    command::run(command::cargo().current_dir(root).args(["fetch", "--quiet", "--target", TARGET]))?;
    let metadata =
        command::output(command::cargo().current_dir(root).args(["metadata", "--no-deps", "--format-version=1"]))?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| Error::Page(error.to_string()))?;
    let mut folders = vec![(root.to_owned(), "/waymark")];
    if let Some(target) = metadata["target_directory"].as_str() {
        folders.push((target.into(), "/target"));
    }
    if let Some(home) = cargo_home()
        && let Ok(registries) = std::fs::read_dir(home.join("registry/src"))
    {
        folders.extend(registries.filter_map(|entry| Some((entry.ok()?.path(), "/crates"))));
    }
    let flags: Vec<_> =
        folders.iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect();
    Ok(flags.join("\u{1f}"))
}

fn cargo_home() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))
}

/// Joins a program to the page.
pub fn bind(module: &[u8]) -> Result<Bound, Error> {
    let refused = |error| Error::Bindgen(format!("{error:#}"));
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("waymark", module.to_vec()).typescript(false).omit_default_module_path(true);
    // What the parts of the program share is exported by the linker.
    bindgen.remove_name_section(true).remove_producers_section(true).keep_lld_exports(true);
    let mut output = bindgen.no_modules(true).and_then(Bindgen::generate_output).map_err(refused)?;
    if !output.local_modules().is_empty() || !output.npm_dependencies().is_empty() {
        return Err(Error::Bindgen("the program brings JavaScript of its own, which the page cannot carry".into()));
    }
    let glue = output.js().to_owned();
    let mut module = std::mem::take(output.wasm_mut());
    remove_custom_sections(&mut module);
    let names = short_names(&mut module);
    Ok(Bound { glue: renamed(&glue, &names), module })
}

/// Renames the functions that the program and its script share where a name ends in a hash, which does not compress. Returns the
/// new names by the old ones.
fn short_names(module: &mut Module) -> BTreeMap<String, String> {
    let imports = module.imports.iter_mut().map(|import| &mut import.name);
    let exports = module.exports.iter_mut().map(|export| &mut export.name);
    let mut names = BTreeMap::new();
    for name in imports.chain(exports).filter(|name| ends_in_hash(name)) {
        let short = format!("__{:x}", names.len());
        *name = names.entry(std::mem::take(name)).or_insert(short).clone();
    }
    names
}

fn ends_in_hash(name: &str) -> bool {
    name.len()
        .checked_sub(16)
        .and_then(|from| name.get(from..))
        .is_some_and(|end| end.bytes().all(|letter| letter.is_ascii_hexdigit()))
}

/// A script with these names in place of the old ones, wherever one is a whole word.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let in_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let letters: Vec<char> = script.chars().collect();
    let words = letters.chunk_by(|one, next| in_word(*one) == in_word(*next)).map(String::from_iter);
    words.map(|word| names.get(&word).cloned().unwrap_or(word)).collect()
}

/// Takes out what only tools read.
pub fn remove_custom_sections(module: &mut Module) {
    let sections: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for section in sections {
        module.customs.delete(section);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_in_a_hash_gets_a_short_name_on_both_sides() -> Result<(), Error> {
        const HASH: &str = "0123456789abcdef";
        let mut module = Module::default();
        let told = module.types.add(&[], &[]);
        let (import, _) = module.add_import_func("page", &format!("new_{HASH}"), told);
        module.exports.add(&format!("call_{HASH}"), import);
        module.exports.add("malloc", import);
        let names = short_names(&mut module);
        let imports: Vec<_> = module.imports.iter().map(|import| &*import.name).collect();
        let exports: Vec<_> = module.exports.iter().map(|export| &*export.name).collect();
        assert_eq!((&*imports, &*exports), (&["__0"][..], &["__1", "malloc"][..]));
        let script = format!("new_{HASH}: () => wasm.call_{HASH}(wasm.malloc), renew_{HASH}");
        assert_eq!(renamed(&script, &names), format!("__0: () => wasm.__1(wasm.malloc), renew_{HASH}"));
        Ok(())
    }
}
