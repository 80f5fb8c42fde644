//! A participant's code: one vote on one vignette in 19 characters that can be read aloud.
//!
//! Lives here: the 82 bits, their check, and the characters. Not here: finding codes in a chat (`paste`). A code has no
//! room for a name, a device or free text.

use std::num::NonZeroU8;
use waymark_case::PracticeCase;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::{ItemAnswer, JudgedPerson, Judgement, Person, Set, Vocabulary};
use waymark_case::{ItemNumber, PerItem};
use waymark_engine::Assessment;
use waymark_engine::assessment::{Outcome, Route};

/// How many characters a code has, without its hyphens.
pub const LENGTH: usize = 19;
/// How the characters are grouped to be read aloud.
const GROUPS: [usize; 4] = [5, 5, 5, 4];
/// Crockford's base 32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// The only version there is.
const VERSION: u8 = 1;
const CHECK_BITS: u32 = 10;
const SPARE_BITS: u32 = 3;
/// The payload, left-padded to whole bytes.
const PADDED_BITS: u32 = 88;
/// CRC-10/ATM: initial value 0, not reflected, nothing added at the end.
const POLYNOMIAL: u16 = 0x233;
/// The judgements by their two bits.
const JUDGEMENTS: [Judgement; 4] = [Judgement::None, Judgement::Standard, Judgement::Medium, Judgement::High];

waymark_case::closed_set! {
    /// Which vote of a vignette.
    Round { First = "first", Second = "second" }
    /// Who is doing what to whom, as the answers of one participant came out. `None` when it was not started.
    Finding {
        None = "none", O1PersonOne = "O1-1", O1PersonTwo = "O1-2", O2PersonOne = "O2-1", O2PersonTwo = "O2-2",
        NotClear = "NC", O6 = "O6", O7OrO8 = "O7-O8",
    }
}

impl Finding {
    /// What an assessment found.
    pub fn of(assessment: &Assessment) -> Self {
        let found = &assessment.identify;
        match (found.outcome, found.person) {
            (Some(Outcome::Clear), Some(Person::One)) => Self::O1PersonOne,
            (Some(Outcome::Clear), Some(Person::Two)) => Self::O1PersonTwo,
            (Some(Outcome::Probable), Some(Person::One)) => Self::O2PersonOne,
            (Some(Outcome::Probable), Some(Person::Two)) => Self::O2PersonTwo,
            (Some(Outcome::NotClear), _) => Self::NotClear,
            (Some(Outcome::NoControlFound), _) => Self::O6,
            (Some(Outcome::HealthFirst | Outcome::OutOfScope), _) => Self::O7OrO8,
            // The gates never name an O1 or O2 without a person.
            (Some(Outcome::Clear | Outcome::Probable), None) | (None, _) => Self::None,
        }
    }
}

impl From<Option<JudgedPerson>> for Finding {
    /// A participant's own view, as the focus on judgement asks for it.
    fn from(view: Option<JudgedPerson>) -> Self {
        match view {
            None => Self::None,
            Some(JudgedPerson::One) => Self::O1PersonOne,
            Some(JudgedPerson::Two) => Self::O1PersonTwo,
            Some(JudgedPerson::Unclear) => Self::NotClear,
        }
    }
}

/// The number of a vignette, 1 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VignetteNumber(NonZeroU8);

impl VignetteNumber {
    /// The vignette with this number; `None` for 0, which no vignette has.
    pub fn new(number: u8) -> Option<Self> {
        NonZeroU8::new(number).map(Self)
    }
    /// The number.
    pub fn get(self) -> u8 {
        self.0.get()
    }
}

/// Tells two participants with the same answers apart, and nothing more. Drawn afresh for each round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Nonce(u16);

impl Nonce {
    /// The lowest 12 bits of a number drawn by chance.
    pub fn new(drawn: u16) -> Self {
        Self(drawn & 0xFFF)
    }
    /// The 12 bits.
    pub fn get(self) -> u16 {
        self.0
    }
}

/// One participant's vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// On which vignette.
    pub vignette: VignetteNumber,
    /// In which round.
    pub round: Round,
    /// What tells it apart.
    pub nonce: Nonce,
    /// Who is doing what to whom.
    pub finding: Finding,
    /// Professional judgement; `Judgement::None` also where it was not given.
    pub judgement: Judgement,
    /// The routes to MARAC met.
    pub routes: Set<Route>,
    /// The Dash items; one without an answer was not asked.
    pub items: PerItem<ItemAnswer>,
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeError {
    /// A character that no code has.
    Character {
        /// The character.
        letter: char,
        /// Its place, from 1.
        place: usize,
    },
    /// Another number of characters than 19.
    Length(usize),
    /// The check does not fit: a character is wrong or two are swapped.
    Check,
    /// Another version.
    Version(u8),
    /// It names no vignette.
    NoVignette,
}

/// Puts a payload together, most significant bits first.
struct Writer(u128);

impl Writer {
    fn put(&mut self, value: usize, bits: u32) {
        self.0 = self.0 << bits | value as u128;
    }
}

/// Takes a payload apart, from the end.
struct BitReader(u128);

impl BitReader {
    fn take(&mut self, bits: u32) -> usize {
        let value = self.0 & ((1 << bits) - 1);
        self.0 >>= bits;
        value as usize
    }
}

impl Vote {
    /// The vote of somebody who practised on a vignette. Only a practice case has one: there is no way from a live case to
    /// a code.
    pub fn of(
        practice: PracticeCase<'_>,
        assessment: &Assessment,
        vignette: VignetteNumber,
        round: Round,
        nonce: Nonce,
    ) -> Self {
        let dash = &practice.case().dash;
        Self {
            vignette,
            round,
            nonce,
            finding: Finding::of(assessment),
            judgement: dash.judgement.unwrap_or(Judgement::None),
            routes: assessment.dash.routes.iter().copied().collect(),
            items: dash.answers.clone(),
        }
    }

    /// The same vote with the participant's own view in the place of what the tool makes of their answers: in the focus
    /// on judgement no other question is asked.
    #[must_use]
    pub fn with_own_view(self, practice: PracticeCase<'_>) -> Self {
        Self { finding: practice.case().identify.judgement.person.into(), ..self }
    }

    /// The 82 bits. Two votes are the same exactly when these are.
    pub fn bits(&self) -> u128 {
        let mut out = Writer(0);
        out.put(VERSION.into(), 4);
        out.put(self.vignette.get().into(), 8);
        out.put(self.round.index(), 1);
        out.put(self.nonce.get().into(), 12);
        out.put(self.finding.index(), 3);
        out.put(JUDGEMENTS.iter().position(|judgement| *judgement == self.judgement).unwrap_or_default(), 2);
        // R4 is the most significant of the four.
        Route::ALL.iter().rev().for_each(|route| out.put(self.routes.has(*route).into(), 1));
        for item in ItemNumber::all() {
            out.put(self.items.get(item).map_or(0, |answer| answer.index() + 1), 2);
        }
        out.0
    }

    fn from_bits(bits: u128) -> Result<Self, CodeError> {
        let mut from = BitReader(bits);
        let mut items = PerItem::default();
        let backwards = ItemNumber::all().listed().into_iter().rev();
        backwards.for_each(|item| items.set(item, chosen(from.take(2))));
        let mut routes = Set::default();
        for route in Route::ALL {
            if from.take(1) == 1 {
                routes.insert(*route);
            }
        }
        let judgement = JUDGEMENTS.get(from.take(2)).copied().unwrap_or(Judgement::None);
        let finding = Finding::ALL.get(from.take(3)).copied().unwrap_or(Finding::None);
        let nonce = Nonce(from.take(12) as u16);
        let round = if from.take(1) == 0 { Round::First } else { Round::Second };
        let vignette = from.take(8) as u8;
        let version = from.take(4) as u8;
        if version != VERSION {
            return Err(CodeError::Version(version));
        }
        let vignette = VignetteNumber::new(vignette).ok_or(CodeError::NoVignette)?;
        Ok(Self { vignette, round, nonce, finding, judgement, routes, items })
    }

    /// The code, in upper case, its groups joined by hyphens.
    pub fn code(&self) -> String {
        let bits = self.bits();
        let whole = (bits << CHECK_BITS | u128::from(check(bits))) << SPARE_BITS;
        let letter = |place: usize| char::from(ALPHABET[(whole >> (5 * (LENGTH - 1 - place)) & 31) as usize]);
        let mut letters = (0..LENGTH).map(letter);
        GROUPS.map(|group| letters.by_ref().take(group).collect::<String>()).join("-")
    }

    /// Reads a code: upper or lower case, I and L as 1, O as 0, hyphens and spaces anywhere.
    ///
    /// # Errors
    /// The first thing that is wrong with it.
    pub fn read(code: &str) -> Result<Self, CodeError> {
        let letters = code.chars().filter(|letter| !is_between(*letter));
        let (mut whole, mut length) = (0_u128, 0);
        for letter in letters {
            length += 1;
            let value = value(letter).ok_or(CodeError::Character { letter, place: length })?;
            if length <= LENGTH {
                whole = whole << 5 | value;
            }
        }
        if length != LENGTH {
            return Err(CodeError::Length(length));
        }
        let bits = whole >> (CHECK_BITS + SPARE_BITS);
        if (bits << CHECK_BITS | u128::from(check(bits))) << SPARE_BITS != whole {
            return Err(CodeError::Check);
        }
        Self::from_bits(bits)
    }

    /// How many items were answered yes.
    pub fn yes(&self) -> u8 {
        self.items.iter().filter(|(_, answer)| **answer == ItemAnswer::Yes).count() as u8
    }
}

/// A member of a set where 0 stands for none.
fn chosen<V: Vocabulary>(number: usize) -> Option<V> {
    V::ALL.get(number.checked_sub(1)?).copied()
}

/// What may stand between the characters: space, and the hyphen with what phones and word processors make of it.
pub fn is_between(letter: char) -> bool {
    letter.is_whitespace() || letter == '-' || ('\u{2010}'..='\u{2015}').contains(&letter) || letter == '\u{2212}'
}

/// The five bits of a character.
pub fn value(letter: char) -> Option<u128> {
    let upper = match letter.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    ALPHABET.iter().position(|known| char::from(*known) == upper).map(|place| place as u128)
}

/// CRC-10/ATM of a payload, padded on the left to whole bytes.
fn check(bits: u128) -> u16 {
    (0..PADDED_BITS).rev().fold(0, |rest, place| {
        let next = (bits >> place & 1) as u16;
        let top = rest >> (CHECK_BITS - 1) & 1;
        let rest = rest << 1 & ((1 << CHECK_BITS) - 1);
        if top ^ next == 1 { rest ^ POLYNOMIAL } else { rest }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_is_the_catalogued_one() {
        // Nine bytes of "123456789" give 0x199 in the published catalogue of CRCs.
        let bits = b"123456789".iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        assert_eq!(check(bits), 0x199);
    }
}
