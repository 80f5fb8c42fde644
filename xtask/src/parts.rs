//! The program in parts that arrive one after the other, by Leptos' own splitter used as a library: a function stays in the first
//! part unless only a function with `#[wasm_split]` (`src/main.rs`) leads to it, by code or by data.
//!
//! The parts share one memory and one table of functions, and a later one imports nothing else. Its code is called once the page
//! says that it is there (`boot/parts.js`), so what the splitter writes to fetch it is not needed.

use std::path::Path;

use walrus::{FunctionId, ImportKind, Module, ModuleConfig, ValType};
use wasm_split_cli_support::Options;

use crate::code::unreadable;
use crate::error::{self, Error};
use crate::wasm;

/// What the names of all that `#[wasm_split]` makes begin with.
const LOADS: &str = "__wasm_split_load_";
/// What tells the two sides of a place where the program is parted.
const IMPORT: &str = "00_import_";
const EXPORT: &str = "00_export_";

/// A program in parts; of all but the first what WebAssembly instantiates, one after the other.
pub struct Parted {
    /// What is there from the start, before wasm-bindgen.
    pub first: Vec<u8>,
    /// What the steps of a case need, and of it first what both of the others need.
    pub steps: Vec<Vec<u8>>,
    /// All else.
    pub later: Vec<Vec<u8>>,
}

/// Parts a program that was linked with its relocations.
pub fn part(root: &Path, module: &[u8]) -> Result<Parted, Error> {
    let folder = root.join("target/parts");
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|error| Error::File(folder.clone(), error))?;
    }
    let first = folder.join("first.wasm");
    let mut options = Options::new(module);
    options.output_dir = &folder;
    options.main_out_path = &first;
    wasm_split_cli_support::transform(options).map_err(|error| Error::Page(format!("the splitter: {error:#}")))?;
    let mut parts =
        Parted { first: with_loads_answered(&error::read_bytes(&first)?)?, steps: Vec::new(), later: Vec::new() };
    for path in error::entries(&folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match name.as_str() {
            "split_steps.wasm" => parts.steps.push(bare(&error::read_bytes(&path)?)?),
            "split_later.wasm" => parts.later.push(bare(&error::read_bytes(&path)?)?),
            name if name.starts_with("chunk_") => parts.steps.insert(0, bare(&error::read_bytes(&path)?)?),
            "first.wasm" | "__wasm_split.js" => {}
            name => return Err(Error::Page(format!("the splitter made {name}, which belongs to no part"))),
        }
    }
    if parts.steps.len() > 2 || parts.later.len() != 1 {
        return Err(Error::Page("the program was not parted into first, steps and later".into()));
    }
    Ok(parts)
}

/// The program as one: every place where it could be parted calls on. For browsers without WebAssembly, and to work on.
pub fn joined(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut module = Module::from_buffer(module).map_err(unreadable)?;
    answer_loads(&mut module)?;
    let exports: Vec<_> = module.exports.iter().map(|export| (export.id(), export.name.clone(), export.item)).collect();
    for (import, name) in imported(&module, |name| name.contains(IMPORT)) {
        let wanted = name.replace(IMPORT, EXPORT);
        let found = exports.iter().find(|(_, name, _)| *name == wanted);
        let Some((export, _, walrus::ExportItem::Function(function))) = found else {
            return Err(Error::Page(format!("the program lacks {wanted}")));
        };
        let call = |(body, arguments): (&mut walrus::InstrSeqBuilder<'_>, &Vec<walrus::LocalId>)| {
            for argument in arguments {
                body.local_get(*argument);
            }
            body.call(*function);
        };
        module.replace_imported_func(import, call).map_err(unreadable)?;
        module.exports.delete(*export);
    }
    Ok(module.emit_wasm())
}

/// A later part without the names of its functions, with its numbers as short as they can be.
fn bare(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut module = ModuleConfig::new().generate_name_section(false).parse(module).map_err(unreadable)?;
    module.producers.clear();
    wasm::remove_custom_sections(&mut module);
    Ok(module.emit_wasm())
}

fn with_loads_answered(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut module = Module::from_buffer(module).map_err(unreadable)?;
    answer_loads(&mut module)?;
    Ok(module.emit_wasm())
}

/// The program asks for a part only when the page has said that it is there: the answer is yes, at once.
fn answer_loads(module: &mut Module) -> Result<(), Error> {
    let told = module.types.add(&[ValType::I32, ValType::I32], &[]);
    let table = module.tables.main_function_table().map_err(unreadable)?;
    let table = table.ok_or_else(|| Error::Page("the program has no table of functions".into()))?;
    for (import, _) in imported(module, |name| name.starts_with(LOADS)) {
        let answer = |(body, arguments): (&mut walrus::InstrSeqBuilder<'_>, &Vec<walrus::LocalId>)| {
            if let [tell, data] = arguments[..] {
                body.local_get(data).i32_const(1).local_get(tell).call_indirect(told, table);
            }
        };
        module.replace_imported_func(import, answer).map_err(unreadable)?;
    }
    Ok(())
}

/// The imported functions whose names are so.
fn imported(module: &Module, is_so: impl Fn(&str) -> bool) -> Vec<(FunctionId, String)> {
    let function = |import: &walrus::Import| match import.kind {
        ImportKind::Function(function) if is_so(&import.name) => Some((function, import.name.clone())),
        _ => None,
    };
    module.imports.iter().filter_map(function).collect()
}
