//! The word that opens the panel's view for a room: the trainer's board shows it, a participant picks it out of a few.
//!
//! Both devices work it out from the story alone, so that nothing has to be sent. It holds people back from looking too
//! early; it is no lock: whoever wants to look can open the board.

use super::vignette::Vignette;
use waymark_case::listed::Listed;
use waymark_case::order::sort_by_key;

/// Among so many words a participant picks.
pub const CHOICES: usize = 6;

/// Which of `words` words opens this vignette. A changed story has another, so that two editions of it are found out.
pub fn word(vignette: &Vignette, words: usize) -> usize {
    let texts = vignette.story.iter().chain([&vignette.title]).flat_map(|text| text.bytes());
    // FNV-1a.
    let sum =
        texts.chain([vignette.id]).fold(0x811C_9DC5_u32, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    sum as usize % words.max(1)
}

/// The words to pick from, in their order: the right one, and others spread over the list.
pub fn choices(vignette: &Vignette, words: usize) -> Vec<usize> {
    let right = word(vignette, words);
    let apart = (words / CHOICES).max(1);
    let mut all: Vec<usize> = (0..CHOICES.min(words)).map(|place| (right + place * apart) % words).listed();
    sort_by_key(&mut all, |place| *place);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_word_is_among_few_and_follows_from_the_story() {
        let one = Vignette { id: 200, title: "A".into(), story: vec!["b".into()], ..Vignette::default() };
        for words in [1, 5, 6, 40] {
            let (right, all) = (word(&one, words), choices(&one, words));
            assert!(all.contains(&right) && all.len() == words.min(CHOICES), "{words}");
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
        }
        let ids: std::collections::BTreeSet<usize> =
            (1..60).map(|id| word(&Vignette { id, ..one.clone() }, 40)).collect();
        assert!(ids.len() > 20, "stories have words of their own");
        assert!(choices(&one, 0).is_empty());
    }
}
