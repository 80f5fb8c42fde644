//! The code of a program, instruction by instruction: how each begins, which many share, and the numbers that follow.

use wasmparser::{BinaryReader, FunctionBody, Parser, Payload};

use crate::error::Error;

/// What follows the beginning of an instruction. `boot/program.js` knows them by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, and nothing is nested in it.
    Whole,
    /// Nothing; a block begins.
    Opens,
    /// Nothing; a block or the function ends.
    Closes,
    /// A number of 64 bits.
    Long,
    /// A local whose value is used.
    Used,
    /// A local that is set.
    Set,
    /// A label.
    Label,
    /// A function.
    Function,
    /// A type and a table.
    Type,
    /// How far from an address it reads.
    Load,
    /// How far from an address it writes.
    Store,
    /// A signed number of 32 bits.
    Constant,
    /// Labels, after how many there are beside the last.
    Labels,
}

/// One instruction.
pub struct Instruction<'a> {
    /// All of it.
    pub whole: &'a [u8],
    /// Its beginning: the operation, for access to memory with the alignment; all of it where it is rare.
    pub head: &'a [u8],
    /// What follows, in LEB128.
    pub rest: &'a [u8],
}

/// One function.
pub struct Function<'a> {
    /// How many groups of locals, and of each how many there are and their type.
    pub locals: Vec<u32>,
    /// Its instructions; the last ends it.
    pub instructions: Vec<Instruction<'a>>,
}

/// A module taken apart.
pub struct Code<'a> {
    /// All before the first function, with the number of functions.
    pub before: &'a [u8],
    /// The functions of the module's own.
    pub functions: Vec<Function<'a>>,
    /// All after the last function.
    pub after: &'a [u8],
}

impl<'a> Code<'a> {
    /// Takes a module apart.
    pub fn read(module: &'a [u8]) -> Result<Self, Error> {
        let mut functions = Vec::new();
        let mut code = module.len()..module.len();
        for payload in Parser::new(0).parse_all(module) {
            match payload.map_err(unreadable)? {
                Payload::CodeSectionStart { range, .. } => {
                    let mut count = BinaryReader::new(&module[range.clone()], range.start);
                    count.read_var_u32().map_err(unreadable)?;
                    code = count.original_position()..range.end;
                }
                Payload::CodeSectionEntry(body) => functions.push(Function::read(module, &body)?),
                _ => {}
            }
        }
        Ok(Self { before: &module[..code.start], functions, after: &module[code.end..] })
    }
}

impl<'a> Function<'a> {
    fn read(module: &'a [u8], body: &FunctionBody<'_>) -> Result<Self, Error> {
        let mut operators = body.get_operators_reader().map_err(unreadable)?;
        let locals = numbers(&module[body.range().start..operators.original_position()])?;
        let pairs = locals.first().and_then(|groups| usize::try_from(*groups).ok());
        if pairs.is_none_or(|pairs| locals.len() != 1 + 2 * pairs) {
            return Err(Error::Page("the program has locals of a type that has no number".into()));
        }
        let mut instructions = Vec::new();
        while !operators.eof() {
            let from = operators.original_position();
            operators.read().map_err(unreadable)?;
            instructions.push(Instruction::of(&module[from..operators.original_position()]));
        }
        Ok(Self { locals, instructions })
    }
}

impl<'a> Instruction<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let length = match kind(bytes) {
            Kind::Whole | Kind::Opens | Kind::Closes => bytes.len(),
            Kind::Load | Kind::Store => 2,
            _ => 1,
        };
        let (head, rest) = bytes.split_at(length);
        Self { whole: bytes, head, rest }
    }
}

/// What follows an instruction that begins so. The numbers are those of the WebAssembly specification.
pub fn kind(head: &[u8]) -> Kind {
    match head.first() {
        Some(0x02..=0x04) => Kind::Opens,
        Some(0x0b) => Kind::Closes,
        Some(0x0c | 0x0d) => Kind::Label,
        Some(0x0e) => Kind::Labels,
        Some(0x10) => Kind::Function,
        Some(0x11) => Kind::Type,
        Some(0x20) => Kind::Used,
        Some(0x21 | 0x22) => Kind::Set,
        Some(0x28..=0x35) => Kind::Load,
        Some(0x36..=0x3e) => Kind::Store,
        Some(0x41) => Kind::Constant,
        Some(0x42) => Kind::Long,
        _ => Kind::Whole,
    }
}

/// The unsigned numbers that bytes are.
pub fn numbers(bytes: &[u8]) -> Result<Vec<u32>, Error> {
    let mut reader = BinaryReader::new(bytes, 0);
    let mut numbers = Vec::new();
    while !reader.eof() {
        numbers.push(reader.read_var_u32().map_err(unreadable)?);
    }
    Ok(numbers)
}

/// The signed number that bytes are.
pub fn signed(bytes: &[u8]) -> Result<i32, Error> {
    BinaryReader::new(bytes, 0).read_var_i32().map_err(unreadable)
}

/// The error of a program that is none.
pub fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::Page(format!("the program cannot be read: {error:#}"))
}
