use wasm_encoder::{
    ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function, GlobalSection, GlobalType,
    ImportSection, InstructionSink, RefType, StartSection, TableSection, TableType, TypeSection, ValType,
};
use wasmparser::{ElementItems, Operator, Validator};

use super::*;

/// The program's own functions, by their places until they are moved: the first two are alike, the third is not.
const BODIES: [fn(&mut InstructionSink<'_>); 4] = [
    |code| _ = code.i32_const(7).drop().call(0).i32_const(7).drop().end(),
    |code| _ = code.call(4).call(1).call(3).ref_func(3).drop().end(),
    |code| _ = code.i32_const(7).drop().call(0).i32_const(7).drop().call(2).end(),
    |code| _ = code.nop().end(),
];

/// A module that names functions wherever a module can; one is imported, so its own begin with 1.
fn module() -> Vec<u8> {
    let (mut types, mut imports, mut functions) = (TypeSection::new(), ImportSection::new(), FunctionSection::new());
    types.ty().function([], []);
    // The same again: only its place tells which function has it.
    types.ty().function([], []);
    imports.import("page", "call", EntityType::Function(0));
    let mut code = CodeSection::new();
    for (body, kind) in BODIES.iter().zip([0, 1, 0, 1]) {
        functions.function(kind);
        let mut function = Function::new([]);
        body(&mut function.instructions());
        code.function(&function);
    }
    let mut tables = TableSection::new();
    let element_type = RefType::FUNCREF;
    tables.table(TableType { element_type, table64: false, minimum: 4, maximum: None, shared: false });
    let mut globals = GlobalSection::new();
    let val_type = ValType::Ref(RefType::FUNCREF);
    globals.global(GlobalType { val_type, mutable: false, shared: false }, &ConstExpr::ref_func(2));
    let (mut exports, mut elements) = (ExportSection::new(), ElementSection::new());
    exports.export("shown", ExportKind::Func, 4).export("given", ExportKind::Func, 0);
    elements.active(None, &ConstExpr::i32_const(0), Elements::Functions((&[3, 0, 1, 4]).into()));
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&tables).section(&globals).section(&exports);
    module.section(&StartSection { function_index: 4 }).section(&elements).section(&code);
    module.finish()
}

/// Every mention of a function in a module, and the type of each of its own.
#[derive(Debug, Default, PartialEq)]
struct Mentions {
    types: Vec<u32>,
    outside: Vec<u32>,
    inside: Vec<Vec<u32>>,
}

fn mentions(module: &[u8]) -> Result<Mentions, wasmparser::BinaryReaderError> {
    let mut all = Mentions::default();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::FunctionSection(functions) => all.types = functions.into_iter().collect::<Result<_, _>>()?,
            Payload::GlobalSection(globals) => {
                for global in globals {
                    for operator in global?.init_expr.get_operators_reader() {
                        all.outside.extend(mentioned(&operator?));
                    }
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    all.outside.push(export?.index);
                }
            }
            Payload::StartSection { func, .. } => all.outside.push(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    if let ElementItems::Functions(functions) = element?.items {
                        all.outside.extend(functions.into_iter().collect::<Result<Vec<_>, _>>()?);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let operators = body.get_operators_reader()?.into_iter().collect::<Result<Vec<_>, _>>()?;
                all.inside.push(operators.iter().filter_map(mentioned).collect());
            }
            _ => {}
        }
    }
    Ok(all)
}

fn mentioned(operator: &Operator<'_>) -> Option<u32> {
    match operator {
        Operator::Call { function_index } | Operator::RefFunc { function_index } => Some(*function_index),
        _ => None,
    }
}

#[test]
fn every_mention_of_a_function_follows_it() -> Result<(), Error> {
    // 3 first, then 1, 2, 0: so 1, 2, 3 and 4 come to be 4, 2, 3 and 1.
    let moved = reordered(&module(), vec![3, 1, 2, 0])?;
    Validator::new().validate_all(&moved).map_err(unreadable)?;
    let expected = Mentions {
        types: vec![1, 1, 0, 0],
        // The global, the exports, the start, the elements.
        outside: [&[2][..], &[1, 0], &[1], &[3, 0, 4, 1]].concat(),
        inside: vec![vec![], vec![1, 4, 3, 3], vec![0, 2], vec![0]],
    };
    assert_eq!(mentions(&moved).map_err(unreadable)?, expected);
    Ok(())
}

#[test]
fn in_its_own_order_a_program_stays_as_it_is() -> Result<(), Error> {
    assert_eq!(reordered(&module(), vec![0, 1, 2, 3])?, module());
    Ok(())
}

#[test]
fn what_is_alike_stands_side_by_side_and_always_the_same() -> Result<(), Error> {
    let module = module();
    let order = likeness::chain(&Code::read(&module)?.functions);
    assert_eq!(order, [2, 0, 1, 3], "the largest, what is like it, then the others by size");
    let moved = by_likeness(&module)?;
    Validator::new().validate_all(&moved).map_err(unreadable)?;
    assert_eq!(moved, by_likeness(&module)?);
    Ok(())
}

#[test]
fn a_program_without_functions_stays_as_it_is() -> Result<(), Error> {
    let empty = Module::new().finish();
    assert_eq!(by_likeness(&empty)?, empty);
    assert!(by_likeness(b"no program").is_err());
    Ok(())
}
