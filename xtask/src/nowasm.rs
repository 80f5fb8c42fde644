//! The program as JavaScript, for browsers without WebAssembly: the same module, lowered and put through wasm2js.

use std::path::{Path, PathBuf};
use std::process::Command;

use walrus::{ImportKind, Module, ValType};

use crate::error::{self, Error};
use crate::{command, features, pack, script, wasm};

/// Without these wasm-bindgen keeps JavaScript values in an array of its script; with them, in a table that only
/// WebAssembly has.
const UNWANTED: [&str; 2] = ["reference-types", "multivalue"];

/// What the compiler may have used beyond the first WebAssembly. Two of these JavaScript has no operators for.
const FEATURES: [&str; 6] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
];
const LOWERED: [&str; 3] = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "-Oz"];

/// How many slots of that array are never given back: the stack, and the four values that are always there. It is
/// `JSIDX_RESERVED` of the crate wasm-bindgen, its own answer for builds without a table.
const FIXED_VALUES: i32 = 1024 + 4;

/// The page's script, with the program in it.
pub fn script(root: &Path, module: &[u8]) -> Result<String, Error> {
    let mut module = Module::from_buffer(module).map_err(|error| Error::Bindgen(format!("{error:#}")))?;
    features::remove(&mut module, &UNWANTED)?;
    answer_statics_end(&mut module)?;
    let wasm::Bound { glue, mut module } = wasm::bind(&module.emit_wasm())?;
    if fixed_values(&glue) != Some(FIXED_VALUES) {
        return Err(Error::Bindgen(format!("its script does not keep {FIXED_VALUES} slots: see FIXED_VALUES")));
    }
    refuse_long_numbers(&module)?;
    let program = Tools::ready(root)?.javascript(&module.emit_wasm())?;
    let frame = script::read(root, "parts.js")? + &script::read(root, "nowasm.js")?;
    replaced(&frame, "/*program*/", &(script::bare(&emptied_on_growth(&program)?) + &glue))
}

/// The crate asks by an import where the values end that are never given back. wasm-bindgen answers only where it makes
/// a table, so the answer is put into the program here.
fn answer_statics_end(module: &mut Module) -> Result<(), Error> {
    const NAME: &str = "__wbindgen_externref_statics_end";
    let refused = |error| Error::Bindgen(format!("{NAME}: {error:#}"));
    let import = module.imports.get_func("__wbindgen_externref_xform__", NAME).map_err(refused)?;
    let answered = module.replace_imported_func(import, |(body, _)| {
        body.i32_const(FIXED_VALUES);
    });
    answered.map(|_| ()).map_err(refused)
}

/// `let heap = new Array(1024).fill(undefined);` and `heap.push(undefined, null, true, false);`: 1028.
fn fixed_values(glue: &str) -> Option<i32> {
    let (stack, rest) = glue.split_once("heap = new Array(")?.1.split_once(')')?;
    let (values, _) = rest.split_once("heap.push(")?.1.split_once(");")?;
    Some(stack.parse::<i32>().ok()? + i32::try_from(values.split(',').count()).ok()?)
}

/// A number of 64 bits would cross as two halves, which wasm-bindgen's script does not expect.
fn refuse_long_numbers(module: &Module) -> Result<(), Error> {
    let imports = module.imports.iter().filter_map(|import| match import.kind {
        ImportKind::Function(function) => Some((&import.name, function)),
        _ => None,
    });
    let exports = module.exports.iter().filter_map(|export| match export.item {
        walrus::ExportItem::Function(function) => Some((&export.name, function)),
        _ => None,
    });
    for (name, function) in imports.chain(exports) {
        let (parameters, results) = module.types.params_results(module.funcs.get(function).ty());
        if parameters.iter().chain(results).any(|kind| *kind == ValType::I64) {
            return Err(Error::Bindgen(format!("{name} takes or gives 64 bits, which the page without it cannot")));
        }
    }
    Ok(())
}

/// Tells the page when the memory has grown: see `retire` in nowasm.js.
fn emptied_on_growth(program: &str) -> Result<String, Error> {
    replaced(program, "buffer = newBuffer;", "retire(buffer); buffer = newBuffer;")
}

/// `mark` must stand there once.
fn replaced(text: &str, mark: &str, with: &str) -> Result<String, Error> {
    match text.split(mark).collect::<Vec<_>>()[..] {
        [before, after] => Ok([before, with, after].concat()),
        _ => Err(Error::Page(format!("the script of nowasm.html: {mark:?} must stand in it once"))),
    }
}

/// binaryen's programs, from npm.
struct Tools {
    binaryen: PathBuf,
    work: PathBuf,
}

impl Tools {
    /// Installs them when they are missing or of another version than the lock file says, and says so.
    fn ready(root: &Path) -> Result<Self, Error> {
        let home = root.join("xtask/npm");
        let lock = error::read(&home.join("package-lock.json"))?;
        let stamp = home.join("node_modules/.installed");
        if std::fs::read_to_string(&stamp).ok().as_deref() != Some(&lock) {
            println!("binaryen, for the page without WebAssembly, is missing: npm ci in {}", home.display());
            command::run(Command::new("npm").current_dir(&home).args(["ci", "--loglevel=error"]))?;
            error::write(&stamp, lock.as_bytes())?;
        }
        let work = root.join("target/nowasm").join(pack::sha256(lock.as_bytes()));
        Ok(Self { binaryen: home.join("node_modules/binaryen/bin"), work })
    }

    /// The same module and tools give the same script, so what was made of them before is taken again.
    fn javascript(&self, module: &[u8]) -> Result<String, Error> {
        let steps = [
            ("wasm-opt", &LOWERED[..], "program.wasm", "lowered.wasm"),
            // One function that takes the imports and gives the exports: an inline script cannot `import`.
            ("wasm2js", &["-Oz", "--emscripten"], "lowered.wasm", "program.js"),
        ];
        let key = pack::sha256(&[module, format!("{FEATURES:?} {steps:?}").as_bytes()].concat());
        let folder = self.work.join(key);
        let made = folder.join("program.js");
        if !made.exists() {
            std::fs::create_dir_all(&folder).map_err(|error| Error::File(folder.clone(), error))?;
            error::write(&folder.join("program.wasm"), module)?;
            for (tool, options, from, to) in steps {
                let mut node = Command::new("node");
                node.current_dir(&folder).arg(self.binaryen.join(tool)).args(FEATURES).args(options);
                command::run(node.args([from, "--output", to]))?;
            }
        }
        error::read(&made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_fixed_values_is_read_from_the_script() {
        let glue =
            "heap.push(1);\nlet heap = new Array(1024).fill(undefined);\nheap.push(undefined, null, true, false);\n";
        assert_eq!(fixed_values(glue), Some(1028));
        assert_eq!(fixed_values("let heap = [];"), None);
    }

    #[test]
    fn growth_is_told_once() -> Result<(), Error> {
        assert_eq!(emptied_on_growth("a; buffer = newBuffer; b")?, "a; retire(buffer); buffer = newBuffer; b");
        assert!(emptied_on_growth("a").is_err());
        assert!(emptied_on_growth("buffer = newBuffer; buffer = newBuffer;").is_err());
        Ok(())
    }

    #[test]
    fn numbers_of_64_bits_may_not_cross() -> Result<(), Error> {
        let with = |parameter| {
            let mut module = Module::default();
            let kind = module.types.add(&[parameter], &[]);
            module.add_import_func("page", "take", kind);
            module
        };
        assert!(refuse_long_numbers(&with(ValType::I64)).is_err());
        refuse_long_numbers(&with(ValType::I32))
    }
}
