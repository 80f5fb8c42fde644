//! The functions of a program in another order: those that are alike stand side by side, where a transport packs the second one
//! as what differs from the first.
//!
//! A function is called by its place, so every mention of one changes with the order: in calls, exports, elements, constants and
//! the start. What the program does stays the same.

mod likeness;

use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

use crate::code::{Code, unreadable};
use crate::error::Error;

/// The program with its functions in the order of their likeness. The same program always gives the same bytes.
pub fn by_likeness(module: &[u8]) -> Result<Vec<u8>, Error> {
    reordered(module, likeness::chain(&Code::read(module)?.functions))
}

/// The program with its own functions in this order: each by its place until now.
fn reordered(module: &[u8], order: Vec<usize>) -> Result<Vec<u8>, Error> {
    let mut places = vec![0; order.len()];
    for (place, function) in (0..).zip(&order) {
        places[*function] = place;
    }
    let mut order = Order { imported: imported_functions(module)?, order, places };
    let mut reordered = Module::new();
    order.parse_core_module(&mut reordered, Parser::new(0), module).map_err(unreadable)?;
    Ok(reordered.finish())
}

/// How many functions come from outside: they stand before the program's own.
fn imported_functions(module: &[u8]) -> Result<u32, Error> {
    let mut count = 0;
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ImportSection(imports) = payload.map_err(unreadable)? {
            for import in imports.into_imports() {
                if matches!(import.map_err(unreadable)?.ty, TypeRef::Func(_) | TypeRef::FuncExact(_)) {
                    count += 1;
                }
            }
        }
    }
    Ok(count)
}

/// Writes a module as it is read, but for the order of its functions.
struct Order {
    imported: u32,
    /// The program's own functions, each by its place until now.
    order: Vec<usize>,
    /// Where each of them comes to stand.
    places: Vec<u32>,
}

impl Reencode for Order {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        let own = function.checked_sub(self.imported).and_then(|own| self.places.get(own as usize));
        Ok(own.map_or(function, |place| self.imported + place))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in &self.order {
            functions.function(types[*function]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for place in 0..self.order.len() {
            utils::parse_function_body(self, code, bodies[self.order[place]].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
