//! "What do you say next?": every story has moments of its own, and every answer says why it helps or does harm.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use waymark_content::EN;
use waymark_content::words::{MomentWords, VignetteWords};

/// Stories in which more than one moment decides: a neck, a suicide, a family, a child, the person who harms.
const TWO: [&str; 12] = ["5", "16", "20", "27", "29", "30", "31", "33", "37", "38", "41", "43"];

fn story(id: &str) -> &'static VignetteWords {
    EN.later().vignettes.iter().find(|story| story.id == id).expect("a story")
}

fn texts(moment: &MomentWords) -> impl Iterator<Item = &'static str> + use<> {
    let answers = moment.answers.iter().flat_map(|answer| [answer.say, answer.why]);
    std::iter::once(moment.when).chain(answers)
}

#[test]
fn every_story_has_a_moment_of_its_own_and_every_answer_a_reason() {
    let mut known = BTreeSet::new();
    for story in EN.later().vignettes {
        let id = story.id;
        assert!(!story.moments.is_empty(), "{id}: no moment");
        for moment in story.moments {
            assert!((2..=4).contains(&moment.answers.len()), "{id}: {}", moment.when);
            let helps = moment.answers.iter().filter(|answer| answer.helps).count();
            assert!(helps > 0 && helps < moment.answers.len(), "{id}: one helps, and one does not: {}", moment.when);
            let said: BTreeSet<&str> = moment.answers.iter().map(|answer| answer.say).collect();
            assert_eq!(said.len(), moment.answers.len(), "{id}: the same twice");
            assert!(moment.answers.iter().all(|answer| !answer.why.is_empty()), "{id}: no reason");
        }
        // The pair whose lesson is that the words are the same says the same next (`tests/vignettes.rs`).
        if id != "15" {
            let first = story.moments.first().expect("a moment");
            assert!(known.insert(texts(first).collect::<Vec<_>>()), "{id}: the moment of another story");
        }
    }
}

#[test]
fn where_more_than_one_sentence_decides_there_is_more_than_one_moment() {
    for id in TWO {
        assert!(story(id).moments.len() > 1, "{id}");
    }
    let asks = story("30").moments.iter().flat_map(|moment| moment.answers);
    assert!(asks.filter(|answer| answer.helps).any(|answer| answer.say.contains("killing yourself")), "in plain words");
}

#[test]
fn what_helps_never_confronts_promises_secrecy_mediates_or_says_that_somebody_is_safe() {
    let banned =
        ["confront", "promise", "secret", "between us", "mediat", "both of you", "safe", "low risk", "calm down"];
    for story in EN.later().vignettes {
        for answer in story.moments.iter().flat_map(|moment| moment.answers).filter(|answer| answer.helps) {
            let lower = answer.say.to_lowercase();
            let found = banned.iter().find(|banned| lower.contains(**banned));
            assert!(found.is_none(), "{}: {found:?} in {}", story.id, answer.say);
        }
        for text in story.moments.iter().flat_map(texts) {
            let lower = text.to_lowercase();
            assert!(!lower.contains("low risk") && !lower.contains("safe"), "{}: {text}", story.id);
            let longest = text.split_inclusive(['.', '?', '!', ':']).map(|one| one.split_whitespace().count()).max();
            assert!(longest <= Some(22), "{}: {text}", story.id);
        }
    }
}
