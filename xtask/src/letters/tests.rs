use super::*;
use std::collections::BTreeSet;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, FunctionSection, InstructionSink, MemArg, MemorySection,
    MemoryType, Module, TypeSection, ValType,
};

/// What the first text tells the others.
#[derive(Default)]
struct Shared {
    table: Vec<char>,
    heads: Vec<(Vec<u8>, u32)>,
}

/// The lines of a text, as program.js reads them.
struct Reader {
    bytes: std::vec::IntoIter<u8>,
    lines: Vec<std::vec::IntoIter<u32>>,
}

impl Reader {
    fn of(text: &str, shared: &mut Shared) -> Self {
        let mut lines = text.split('\n');
        let bytes: Vec<char> = lines.next().unwrap_or_default().chars().collect();
        let (table, letters) = bytes.split_at(if shared.table.is_empty() { 256 } else { 0 });
        shared.table.extend(table);
        let table = &shared.table;
        let byte = |letter| table.iter().position(|other| other == letter).and_then(|place| u8::try_from(place).ok());
        let bytes: Vec<u8> = letters.iter().filter_map(byte).collect();
        Self { bytes: bytes.into_iter(), lines: lines.map(|line| numbers(line).into_iter()).collect() }
    }

    fn number(&mut self, line: usize) -> u32 {
        self.lines[line].next().unwrap_or_default()
    }

    /// Puts the next number of a line, and gives it.
    fn copy(&mut self, line: usize, to: &mut Vec<u8>) -> u32 {
        let number = self.number(line);
        unsigned(number, to);
        number
    }
}

fn numbers(line: &str) -> Vec<u32> {
    let digits: Vec<u8> = printable().collect();
    let (mut numbers, mut number) = (Vec::new(), 0);
    for letter in line.bytes() {
        match digits.iter().position(|digit| *digit == letter).unwrap_or_default() as u32 {
            digit if digit < ENDS => {
                numbers.push(number * ENDS + digit);
                number = 0;
            }
            digit => number = number * 28 + digit - ENDS + 1,
        }
    }
    numbers
}

fn unsigned(mut number: u32, to: &mut Vec<u8>) {
    while number > 127 {
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}

fn signed(mut number: i32, to: &mut Vec<u8>) {
    while !(-64..64).contains(&number) {
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push((number & 127) as u8);
}

fn take(order: &mut Vec<u32>, rank: u32) -> u32 {
    order.extend(order.len() as u32..=rank);
    order[..=rank as usize].rotate_right(1);
    order[0]
}

fn decode(text: &str, shared: &mut Shared) -> Vec<u8> {
    let mut from = Reader::of(text, shared);
    let length = from.number(0) as usize;
    let (before, functions) = (from.number(0), from.number(0));
    for _ in 0..from.number(0) {
        let bytes: Vec<u8> = (0..from.number(0)).map(|_| from.number(0) as u8).collect();
        shared.heads.push((bytes, from.number(0)));
    }
    let heads = &shared.heads;
    let mut program: Vec<u8> = from.bytes.by_ref().take(before as usize).collect();
    let mut head = from.number(1) as usize;
    for _ in 0..functions {
        let (mut body, mut order, mut fresh, mut depth) = (Vec::new(), Vec::new(), 0, 1);
        for _ in 0..2 * from.copy(2, &mut body) {
            from.copy(2, &mut body);
        }
        while depth > 0 {
            let (bytes, kind) = &heads[head];
            head = from.number(1) as usize;
            body.extend(bytes);
            match kind {
                1 => depth += 1,
                2 => depth -= 1,
                3 => {
                    let long: Vec<u8> = from.bytes.as_slice().iter().copied().take_while(|byte| *byte > 127).collect();
                    body.extend(from.bytes.by_ref().take(long.len() + 1));
                }
                4 => unsigned(take(&mut order, from.number(3)), &mut body),
                5 => {
                    let place =
                        |order: &[u32]| order.iter().position(|local| *local == fresh).unwrap_or(fresh as usize);
                    let rank = from.number(3).checked_sub(1).unwrap_or_else(|| place(&order) as u32);
                    let local = take(&mut order, rank);
                    fresh = fresh.max(local + 1);
                    unsigned(local, &mut body);
                }
                11 => {
                    let value = from.number(9 + head);
                    signed((value >> 1).cast_signed() ^ -(value & 1).cast_signed(), &mut body);
                }
                12 => {
                    for _ in 0..=from.copy(4, &mut body) {
                        from.copy(4, &mut body);
                    }
                }
                13.. => unsigned(take(&mut order, kind - 13), &mut body),
                8 => drop([from.copy(6, &mut body), from.copy(6, &mut body)]),
                0 => {}
                plain => drop(from.copy(*plain as usize - 2, &mut body)),
            }
        }
        unsigned(body.len() as u32, &mut program);
        program.extend(body);
    }
    program.extend(from.bytes);
    assert_eq!(program.len(), length);
    program
}

/// A module of functions, and of data that is every byte.
fn module(functions: &[fn(&mut InstructionSink<'_>)]) -> Vec<u8> {
    let (mut types, mut own, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
    types.ty().function([ValType::I32; 2], []);
    for function in functions {
        own.function(0);
        let mut body = wasm_encoder::Function::new([(300, ValType::I32), (2, ValType::I64), (1, ValType::F64)]);
        function(&mut body.instructions());
        code.function(&body);
    }
    let mut memories = MemorySection::new();
    memories.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(0), 0..=255);
    let mut module = Module::new();
    module.section(&types).section(&own).section(&memories).section(&code).section(&data);
    module.finish()
}

/// Every kind of instruction, with numbers of every length.
fn every_kind(code: &mut InstructionSink<'_>) {
    let place = |offset| MemArg { offset, align: 2, memory_index: 0 };
    for value in [0, 1, -1, 63, 64, -64, -65, 8191, 8192, -8193, 1 << 20, i32::MAX, i32::MIN] {
        code.i32_const(value).local_set(2).local_get(2).i32_const(value).i32_add().local_tee(300).drop();
    }
    for local in [0, 1, 3, 4, 2, 301, 5, 5, 4, 60, 6, 0] {
        code.local_get(local).local_set(local).local_get(1).local_set(local + 1);
    }
    for offset in [0, 4, 127, 128, 1000, 1 << 14, u64::from(u32::MAX)] {
        code.local_get(0).local_get(1).i32_load(place(offset)).i32_store(place(offset));
    }
    for value in [0, -1, 64, i64::MAX, i64::MIN] {
        code.i64_const(value).local_set(302);
    }
    code.f64_const(0.1.into()).local_set(304).block(BlockType::Empty).loop_(BlockType::Result(ValType::I32));
    code.local_get(0).br_table([0, 1, 1], 0).end().br_if(0).end();
    code.local_get(0).local_get(1).call(0).local_get(0).local_get(1).call(200).memory_size(0).drop();
    code.local_get(0).local_get(1).local_get(0).call_indirect(0, 0).local_get(0).if_(BlockType::Empty).else_().end();
    code.memory_copy(0, 0).end();
}

fn nothing(code: &mut InstructionSink<'_>) {
    code.end();
}

#[test]
fn every_program_comes_back() -> Result<(), Error> {
    let both: [fn(&mut InstructionSink<'_>); 3] = [every_kind, nothing, every_kind];
    // So many that what they have in common stands whole among the beginnings.
    let many = [both[0]; 400];
    let modules = [&[], &both[1..2], &both[..1], &both, &many[..]].map(module);
    for parts in [&modules[..1], &modules[1..2], &modules[2..3], &modules[3..4], &modules[4..], &modules] {
        let mut shared = Shared::default();
        let texts = encode(parts)?;
        assert_eq!(texts.iter().map(|text| decode(text, &mut shared)).collect::<Vec<_>>(), parts);
    }
    Ok(())
}

#[test]
fn what_is_no_program_is_refused() {
    assert!(encode(&[Vec::new()]).is_err() && encode(&[b"\0asm\x01\0\0\0\x0a\x05\x01".to_vec()]).is_err());
}

#[test]
fn every_number_comes_back() {
    let all: Vec<u32> = (0..70).chain(1850..1860).chain([1 << 16, u32::MAX - 1, u32::MAX]).collect();
    let printable: Vec<u8> = printable().collect();
    let text: String =
        all.iter().copied().flat_map(digits).map(|digit| char::from(printable[digit as usize])).collect();
    assert_eq!(numbers(&text), all);
    assert_eq!(digits(63).len() + digits(64).len() + digits(64 * 29 - 1).len() + digits(64 * 29).len(), 1 + 2 + 2 + 3);
}

#[test]
fn no_letter_means_anything_to_markup_or_to_a_line() -> Result<(), Error> {
    let text = encode(&[module(&[every_kind])])?.concat();
    let table: BTreeSet<char> = text.chars().take(256).collect();
    assert_eq!(table.len(), 256, "two bytes share a letter");
    let (bytes, numbers) = text.split_once('\n').unwrap_or_default();
    let plain = |letter: char| !matches!(letter, '<' | '&') && letter.is_ascii_graphic();
    assert!(bytes.chars().all(|letter| plain(letter) || ('\u{100}'..='\u{1a3}').contains(&letter)));
    assert!(numbers.chars().all(|letter| plain(letter) || letter == '\n'));
    Ok(())
}

#[test]
fn what_is_frequent_takes_one_byte_and_stays_itself_where_it_can() {
    let often: Vec<u8> = printable().take(20).chain(0..30).flat_map(|byte| [byte; 4]).collect();
    let table = table(often.iter().chain(&[200]));
    assert!(often.iter().chain(&[200]).all(|byte| table[usize::from(*byte)].is_ascii()));
    assert!(printable().take(20).all(|byte| table[usize::from(byte)] == char::from(byte)));
}
