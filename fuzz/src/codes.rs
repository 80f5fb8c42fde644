//! Participants' codes, and text that somebody pastes them in.

use waymark_case::vocabulary::{ItemAnswer, Judgement, Set, Vocabulary};
use waymark_case::{ItemNumber, PerItem};
use waymark_engine::assessment::Route;
use waymark_workshop::codes::{Finding, Nonce, Round, VignetteNumber, Vote, is_between};
use waymark_workshop::paste::{Piece, read_block};

/// Every vote reads back from its code, and no other text than a way of writing that code says the same. A code is found
/// below any text, which says what it said without it.
pub fn holds(bytes: &[u8]) -> bool {
    let vote = vote(bytes);
    let code = vote.code();
    assert_eq!(Vote::read(&code).as_ref(), Ok(&vote));
    let Ok(block) = std::str::from_utf8(bytes) else { return false };
    if let Ok(vote) = Vote::read(block) {
        assert_eq!(plain(&vote.code()), plain(block));
    }
    let mut pieces = read_block(block);
    pieces.iter().for_each(|piece| is_in(block, piece));
    assert!(pieces.is_sorted_by_key(|piece| piece.line));
    let taken = pieces.iter().any(|piece| piece.vote.is_ok());
    // The star keeps the code apart from what stands before it.
    let below = read_block(&format!("{block}\n*\n{code}"));
    pieces.push(Piece { line: block.matches('\n').count() + 3, text: code, vote: Ok(vote) });
    assert_eq!(below, pieces);
    taken
}

fn is_in(block: &str, piece: &Piece) {
    let length = piece.text.chars().count();
    assert!(length <= 30 && (1..=block.matches('\n').count() + 1).contains(&piece.line));
    // Where it was not cut, what is shown back says what was found.
    if length < 30 {
        assert_eq!(Vote::read(&piece.text), piece.vote);
    }
}

/// The characters of a code however it is written.
fn plain(code: &str) -> String {
    let letters = code.chars().filter(|letter| !is_between(*letter)).map(|letter| letter.to_ascii_uppercase());
    letters.collect::<String>().replace(['I', 'L'], "1").replace('O', "0")
}

/// A vote out of the first bytes; what is missing reads as 0.
fn vote(bytes: &[u8]) -> Vote {
    let byte = |place: usize| bytes.get(place).copied().unwrap_or_default();
    let answers = [None, Some(ItemAnswer::Yes), Some(ItemAnswer::No), Some(ItemAnswer::DontKnow)];
    let mut items = PerItem::default();
    for (place, item) in ItemNumber::all().enumerate() {
        items.set(item, answers[usize::from(byte(5 + place / 4) >> (2 * (place % 4)) & 3)]);
    }
    Vote {
        vignette: VignetteNumber::new(byte(0).max(1)).expect("1 or more"),
        round: one_of::<Round>(byte(1)),
        nonce: Nonce::new(u16::from_be_bytes([byte(1), byte(2)])),
        finding: one_of::<Finding>(byte(3)),
        judgement: one_of::<Judgement>(byte(3) >> 3),
        routes: Route::ALL
            .iter()
            .enumerate()
            .filter(|(bit, _)| byte(4) >> bit & 1 == 1)
            .map(|(_, route)| *route)
            .collect::<Set<Route>>(),
        items,
    }
}

fn one_of<V: Vocabulary>(byte: u8) -> V {
    V::ALL[usize::from(byte) % V::ALL.len()]
}
