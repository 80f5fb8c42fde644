//! Participants' codes: the format as two other programs read it, every small mistake, and codes out of a chat.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::Value;
use waymark_case::vocabulary::{ItemAnswer, Judgement, Set, Vocabulary};
use waymark_case::{ItemNumber, PerItem};
use waymark_engine::assessment::Route;
use waymark_workshop::codes::{CodeError, Finding, Nonce, Round, VignetteNumber, Vote};
use waymark_workshop::paste::MOST_LETTERS;
use waymark_workshop::paste::MOST_LINES;
use waymark_workshop::paste::PasteReader;
use waymark_workshop::paste::read_block;
use waymark_workshop::paste::too_much;

const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A payload as the contract's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Numbers {
    vignette: u8,
    round: u8,
    nonce: u16,
    identify: u8,
    judgement: u8,
    routes: u8,
    items: Vec<u8>,
}

impl Numbers {
    fn of(vote: &Vote) -> Self {
        let judgement = match vote.judgement {
            Judgement::None => 0,
            Judgement::Standard => 1,
            Judgement::Medium => 2,
            Judgement::High => 3,
        };
        let route = |route: &Route| match route {
            Route::R1 => 1,
            Route::R2 => 2,
            Route::R3 => 4,
            Route::R4 => 8,
        };
        let item = |item| match vote.items.get(item) {
            None => 0,
            Some(ItemAnswer::Yes) => 1,
            Some(ItemAnswer::No) => 2,
            Some(ItemAnswer::DontKnow) => 3,
        };
        Self {
            vignette: vote.vignette.get(),
            round: u8::from(vote.round == Round::Second),
            nonce: vote.nonce.get(),
            identify: vote.finding.index() as u8,
            judgement,
            routes: vote.routes.iter().map(|one| route(&one)).sum(),
            items: ItemNumber::all().map(item).collect(),
        }
    }

    fn vote(&self) -> Vote {
        let judgements = [Judgement::None, Judgement::Standard, Judgement::Medium, Judgement::High];
        let routes: Set<Route> =
            (0..4).filter(|bit| self.routes & (1 << bit) != 0).map(|bit| Route::ALL[bit as usize]).collect();
        let answers = [None, Some(ItemAnswer::Yes), Some(ItemAnswer::No), Some(ItemAnswer::DontKnow)];
        let mut items = PerItem::default();
        for (item, number) in ItemNumber::all().zip(&self.items) {
            items.set(item, answers[usize::from(*number)]);
        }
        Vote {
            vignette: VignetteNumber::new(self.vignette).unwrap(),
            round: Round::ALL[usize::from(self.round)],
            nonce: Nonce::new(self.nonce),
            finding: Finding::ALL[usize::from(self.identify)],
            judgement: judgements[usize::from(self.judgement)],
            routes,
            items,
        }
    }

    /// The code by a second way, from the contract alone: every bit in a list, the check in a register byte by byte.
    fn code(&self, version: u8) -> String {
        let mut bits: Vec<u8> = Vec::new();
        let mut put = |value: u16, count: u32| bits.extend((0..count).rev().map(|bit| (value >> bit & 1) as u8));
        put(version.into(), 4);
        put(self.vignette.into(), 8);
        put(self.round.into(), 1);
        put(self.nonce, 12);
        put(self.identify.into(), 3);
        put(self.judgement.into(), 2);
        put(self.routes.into(), 4);
        self.items.iter().for_each(|item| put((*item).into(), 2));
        assert_eq!(bits.len(), 82);
        let padded: Vec<u8> = std::iter::repeat_n(0, 6).chain(bits.iter().copied()).collect();
        let byte = |bits: &[u8]| bits.iter().fold(0_u16, |byte, bit| byte << 1 | u16::from(*bit));
        let mut register = 0_u16;
        for byte in padded.chunks(8).map(byte) {
            register ^= byte << 2;
            for _ in 0..8 {
                register = if register & 0x200 != 0 { register << 1 ^ 0x233 } else { register << 1 } & 0x3FF;
            }
        }
        bits.extend((0..10).rev().map(|bit| (register >> bit & 1) as u8));
        bits.extend([0; 3]);
        let letters: Vec<char> = bits.chunks(5).map(|five| LETTERS.chars().nth(byte(five).into()).unwrap()).collect();
        let groups = [&letters[..5], &letters[5..10], &letters[10..15], &letters[15..]];
        groups.map(|group| group.iter().collect::<String>()).join("-")
    }
}

fn numbers() -> impl Strategy<Value = Numbers> {
    let head = (1_u8..=255, 0_u8..2, 0_u16..4096, 0_u8..8, 0_u8..4, 0_u8..16);
    (head, prop::collection::vec(0_u8..4, 24)).prop_map(
        |((vignette, round, nonce, identify, judgement, routes), items)| Numbers {
            vignette,
            round,
            nonce,
            identify,
            judgement,
            routes,
            items,
        },
    )
}

#[test]
fn the_fixture_of_the_other_program_is_read_and_written() {
    let mut count = 0;
    for line in include_str!("fixtures/codes.ndjson").lines() {
        let one: Value = serde_json::from_str(line).unwrap();
        let number = |key: &str| one[key].as_u64().unwrap();
        let theirs = Numbers {
            vignette: number("vignette") as u8,
            round: number("round") as u8,
            nonce: number("nonce") as u16,
            identify: number("identify") as u8,
            judgement: number("judgement") as u8,
            routes: number("routes") as u8,
            items: one["items"].as_str().unwrap().bytes().map(|digit| digit - b'0').collect(),
        };
        let code = one["code"].as_str().unwrap();
        assert_eq!(theirs.vote().code(), code);
        assert_eq!(Numbers::of(&Vote::read(code).unwrap()), theirs);
        count += 1;
    }
    assert_eq!(count, 300);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_second_program_agrees_on_ten_thousand_payloads(numbers in numbers()) {
        let code = numbers.code(1);
        prop_assert_eq!(&numbers.vote().code(), &code);
        prop_assert_eq!(Numbers::of(&Vote::read(&code).unwrap()), numbers);
    }
}

/// Every way to write one character otherwise: the ones that read the same are not mistakes.
fn mistakes(letters: &[char], place: usize) -> impl Iterator<Item = (char, Vec<char>)> {
    let right = letters[place];
    ('0'..='9').chain('A'..='Z').chain(['*', '?', 'é', 'О']).filter(move |wrong| *wrong != right).map(move |wrong| {
        let mut letters = letters.to_vec();
        letters[place] = wrong;
        (wrong, letters)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_wrong_character_is_caught_and_named(numbers in numbers()) {
        let letters: Vec<char> = numbers.vote().code().chars().filter(|letter| *letter != '-').collect();
        for place in 0..19 {
            for (wrong, letters) in mistakes(&letters.clone(), place) {
                let read = Vote::read(&letters.iter().collect::<String>());
                match wrong {
                    'O' if numbers.code(1).replace('-', "").chars().nth(place) == Some('0') => prop_assert!(read.is_ok()),
                    'I' | 'L' if numbers.code(1).replace('-', "").chars().nth(place) == Some('1') => prop_assert!(read.is_ok()),
                    'I' | 'L' | 'O' => prop_assert_eq!(read, Err(CodeError::Check)),
                    wrong if LETTERS.contains(wrong) => prop_assert_eq!(read, Err(CodeError::Check)),
                    letter => prop_assert_eq!(read, Err(CodeError::Character { letter, place: place + 1 })),
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_caught(numbers in numbers()) {
        let letters: Vec<char> = numbers.vote().code().chars().filter(|letter| *letter != '-').collect();
        for place in 0..18 {
            let mut swapped = letters.clone();
            swapped.swap(place, place + 1);
            if swapped != letters {
                prop_assert_eq!(Vote::read(&swapped.iter().collect::<String>()), Err(CodeError::Check));
            }
        }
    }

    #[test]
    fn a_character_too_many_or_too_few_is_named(numbers in numbers(), place in 0_usize..19) {
        let mut letters: Vec<char> = numbers.vote().code().chars().filter(|letter| *letter != '-').collect();
        letters.insert(place, '7');
        prop_assert_eq!(Vote::read(&letters.iter().collect::<String>()), Err(CodeError::Length(20)));
        letters.drain(..2);
        prop_assert_eq!(Vote::read(&letters.iter().collect::<String>()), Err(CodeError::Length(18)));
    }

    #[test]
    fn it_is_read_however_it_is_written(numbers in numbers(), gaps in prop::collection::vec(0_usize..6, 20)) {
        let between = ["", "-", " ", "\u{2013}", " - ", "\n"];
        let code = numbers.code(1).replace('-', "").to_lowercase().replace('0', "o").replace('1', "l");
        let spread: String = code.chars().zip(&gaps).flat_map(|(letter, gap)| [between[*gap].to_owned(), letter.to_string()]).collect();
        prop_assert_eq!(Numbers::of(&Vote::read(&spread).unwrap()), numbers.clone());
        let pieces = read_block(&spread);
        prop_assert_eq!(pieces.len(), 1);
        prop_assert_eq!(Numbers::of(pieces[0].vote.as_ref().unwrap()), numbers);
    }

    #[test]
    fn other_versions_and_no_vignette_are_named(mut numbers in numbers(), version in 0_u8..16) {
        let expected = if version == 1 { Ok(numbers.vote()) } else { Err(CodeError::Version(version)) };
        prop_assert_eq!(Vote::read(&numbers.code(version)), expected);
        numbers.vignette = 0;
        prop_assert_eq!(Vote::read(&numbers.code(1)), Err(CodeError::NoVignette));
    }

    #[test]
    fn reading_never_breaks(text in "\\PC{0,80}", block in "[0-9A-Za-z :\\-\n]{0,200}") {
        let _ = (Vote::read(&text), read_block(&text), read_block(&block));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_block_read_in_goes_says_what_it_says_at_once(
        numbers in prop::collection::vec(numbers(), 1..6),
        around in prop::collection::vec("[0-9A-Za-zé:\\-\n ]{0,40}", 7),
        go in 1_usize..200,
    ) {
        let codes = numbers.iter().map(|numbers| numbers.code(1));
        let block: String = around.iter().cloned().zip(codes.chain([String::new()])).map(|(text, code)| text + &code).collect();
        let mut reader = PasteReader::new(block.clone());
        let mut goes = 1;
        while !reader.go_on(go) {
            goes += 1;
        }
        prop_assert!(goes >= block.chars().count() / go, "one go reads no more than it may");
        prop_assert_eq!(reader.pieces(), read_block(&block));
    }
}

#[test]
fn a_go_is_short_however_much_was_pasted_and_too_much_is_said() {
    let code =
        Numbers { vignette: 7, round: 0, nonce: 9, identify: 1, judgement: 3, routes: 9, items: vec![1; 24] }.code(1);
    let chat: String = (0..5_500).map(|n| format!("10:32 Sam {n}: {code}\n")).collect();
    assert_eq!(too_much(&chat), None, "5,500 lines, {} letters", chat.len());
    let mut reader = PasteReader::new(chat);
    let mut longest = std::time::Duration::ZERO;
    let begun = std::time::Instant::now();
    loop {
        let go = std::time::Instant::now();
        let done = reader.go_on(4_000);
        longest = longest.max(go.elapsed());
        if done {
            break;
        }
    }
    println!("5,500 lines in {:?}, the longest go {longest:?}", begun.elapsed());
    assert_eq!(reader.pieces().iter().filter(|piece| piece.vote.is_ok()).count(), 5_500);
    for (block, much) in [
        ("2\n".repeat(MOST_LINES), None),
        ("2\n".repeat(MOST_LINES + 1), Some((2 * MOST_LINES + 2, MOST_LINES + 1))),
        ("é".repeat(MOST_LETTERS), None),
        ("A ".repeat(MOST_LETTERS), Some((2 * MOST_LETTERS, 1))),
    ] {
        assert_eq!(too_much(&block), much);
    }
}

#[test]
fn codes_stand_in_a_chat_among_names_and_times() {
    let codes: Vec<String> = include_str!("fixtures/codes.ndjson")
        .lines()
        .take(6)
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["code"].as_str().unwrap().to_owned())
        .collect();
    let chat = format!(
        "10:32 Anna: {}\r\nBob Lee (he/him) 10:33\n   {}\nme too\n[28/11/2026, 10:34] Siân – {}!\n{} {}\n> 10:35 from Kay-Ann\n> {}\nthanks all, see you 2026-11-28 at 9, ring 020-79460000",
        codes[0],
        codes[1].to_lowercase(),
        codes[2].replace('-', ""),
        codes[3].replace('-', " "),
        codes[4],
        codes[5].replacen('-', "-\n", 1),
    );
    let pieces = read_block(&chat);
    let found: Vec<String> = pieces
        .iter()
        .map(|piece| piece.vote.as_ref().map_or_else(|error| format!("{error:?} {}", piece.text), Vote::code))
        .collect();
    assert_eq!(found, codes);
    assert_eq!(pieces.iter().map(|piece| piece.line).collect::<Vec<_>>(), [1, 3, 5, 6, 6, 8]);
}

#[test]
fn what_was_meant_to_be_a_code_is_named_with_what_is_wrong() {
    let code =
        Numbers { vignette: 7, round: 0, nonce: 9, identify: 1, judgement: 3, routes: 9, items: vec![1; 24] }.code(1);
    let damaged = code.replacen(&code[7..8], if &code[7..8] == "7" { "8" } else { "7" }, 1);
    let spaced = damaged.replace('-', " ");
    let starred = format!("{}*{}", &code[..7], &code[8..]);
    let block = format!(
        "Ali: {damaged}\nBea: {spaced}\nCy {starred}\nDi {}\nEve {code}X\nhttps://example.org/2ABCD-EFGHJ-KMNPQ-RSTV\n{code}",
        &code[..11]
    );
    let named: Vec<(usize, Result<(), CodeError>)> =
        read_block(&block).into_iter().map(|piece| (piece.line, piece.vote.map(|_| ()))).collect();
    let expected = [
        (1, Err(CodeError::Check)),
        (2, Err(CodeError::Check)),
        (3, Err(CodeError::Character { letter: '*', place: 7 })),
        (4, Err(CodeError::Length(10))),
        (5, Err(CodeError::Length(20))),
        (7, Ok(())),
    ];
    assert_eq!(named, expected);
}

#[test]
fn words_around_a_code_are_not_taken_together_for_a_damaged_one() {
    let code =
        Numbers { vignette: 7, round: 0, nonce: 9, identify: 1, judgement: 3, routes: 9, items: vec![1; 24] }.code(1);
    let pieces = read_block(&format!("23rd June {code} thanks all"));
    assert_eq!(pieces.iter().map(|piece| piece.vote.is_ok()).collect::<Vec<_>>(), [true], "{pieces:?}");
}
