//! The trainer's plans can be run as they are printed: each slot is rehearsed with rooms of 8, 20 and 40 people.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic)]

use waymark_case::vocabulary::Vocabulary;
use waymark_content::EN;
use waymark_workshop::Vignette;
use waymark_workshop::feedback::Focus;

/// Words read aloud in a minute.
const READING: f64 = 130.0;
/// Minutes that each slot must have over.
const SPARE: f64 = 2.0;
/// A breath between a warning and its story, in minutes.
const WAIT: f64 = 0.2;

/// One show of cards: asked, held up, counted and typed, in minutes.
fn show(people: f64) -> f64 {
    (10.0 + 0.6 * people) / 60.0
}

fn words(text: &str) -> f64 {
    text.split_whitespace().count() as f64
}

/// The numbers before a word: `10 shows`, `1 show`.
fn numbers_before(text: &str, what: &[&str]) -> Vec<f64> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let pairs = all.windows(2).filter(|pair| what.contains(&bare(pair[1]).as_str()));
    pairs.filter_map(|pair| bare(pair[0]).parse().ok()).collect()
}

struct Slot {
    from: f64,
    to: f64,
    text: &'static str,
}

fn slots(plan: &[&'static str]) -> Vec<Slot> {
    let slot = |line: &&'static str| {
        let (time, text) = line.split_once(": ").expect("a time first");
        let (from, to) = time.split_once(" to ").expect("from and to");
        Slot { from: from.parse().expect("minutes"), to: to.parse().expect("minutes"), text }
    };
    plan.iter().map(slot).collect()
}

/// The stories that a slot names.
fn stories(text: &str) -> Vec<Vignette> {
    let Some(rest) = text.strip_prefix("Story ").or_else(|| text.strip_prefix("Stories ")) else { return Vec::new() };
    let named = rest.split('.').next().unwrap_or_default().split(" and ");
    named
        .map(|id| {
            let words =
                EN.later().vignettes.iter().find(|words| words.id == id).unwrap_or_else(|| panic!("no story {id}"));
            Vignette::of(words)
        })
        .collect()
}

/// The words of a story's moments: first what could be said, and at the end the same with each reason.
fn moments_aloud(story: &Vignette) -> f64 {
    let answers = || story.moments.iter().flat_map(|moment| moment.answers);
    let first: f64 = answers().map(|answer| words(answer.say)).sum();
    let last: f64 = answers().map(|answer| words(answer.say) + words(answer.why)).sum();
    story.moments.iter().map(|moment| words(moment.when)).sum::<f64>() + first + last
}

/// What the slot takes with so many people, in minutes.
fn takes(slot: &Slot, people: f64) -> f64 {
    let guide = &EN.later().pages.workshop_guide;
    let read = |story: &Vignette| (words(&story.warning) + words(&story.story.join(" "))) / READING + WAIT;
    let told: f64 = stories(slot.text).iter().map(read).sum();
    let moments: f64 = if slot.text.contains("its moments") {
        stories(slot.text).iter().map(moments_aloud).sum::<f64>() / READING
    } else {
        0.0
    };
    let said = slot.text.split(['“', '”']).skip(1).step_by(2).map(words).sum::<f64>() / READING;
    let shows: f64 = numbers_before(slot.text, &["show", "shows"]).iter().sum();
    let turns = numbers_before(slot.text, &["turns"]).first().copied().unwrap_or(1.0);
    let minutes: Vec<f64> = numbers_before(slot.text, &["minute", "minutes"]);
    let turned = if turns > 1.0 { minutes[0] * (turns - 1.0) } else { 0.0 };
    let aloud =
        |wanted: &str, lines: &[&str]| if slot.text.contains(wanted) { words(&lines.join(" ")) / READING } else { 0.0 };
    let frame = aloud("Opening words", guide.opening) + aloud("losing words", guide.closing);
    let handout = if slot.text.contains("Give out") { 0.5 + people / 60.0 } else { 0.0 };
    told + moments + said + shows * show(people) + minutes.iter().sum::<f64>() + turned + frame + handout
}

fn rehearse(plan: &[&'static str], whole: f64) {
    let slots = slots(plan);
    assert_eq!(slots[0].from, 0.0);
    assert_eq!(slots.last().unwrap().to, whole);
    assert!(slots.windows(2).all(|pair| pair[0].to == pair[1].from), "one slot follows the other");
    for people in [8.0, 20.0, 40.0] {
        for slot in slots.iter().filter(|slot| !slot.text.starts_with("Break")) {
            let (has, needs) = (slot.to - slot.from, takes(slot, people));
            assert!(needs + SPARE <= has, "{people} people, {}: {needs:.1} of {has} minutes: {}", slot.from, slot.text);
            assert!(needs > 1.0, "nothing happens in {}", slot.text);
        }
    }
}

#[test]
fn an_hour_and_half_a_day_fit_rooms_of_8_20_and_40_with_two_minutes_to_spare() {
    rehearse(EN.later().pages.workshop_guide.hour, 60.0);
    rehearse(EN.later().pages.workshop_guide.half_day, 210.0);
}

#[test]
fn each_slot_with_a_story_names_what_is_voted_on_how_and_the_words() {
    let guide = &EN.later().pages.workshop_guide;
    let all = guide.hour.iter().chain(guide.half_day);
    for slot in slots(&all.copied().collect::<Vec<_>>()) {
        let stories = stories(slot.text);
        let Some(story) = stories.first() else { continue };
        let named = slot.text.split_once("Vote on: ").expect(slot.text).1.split(['.', '?']).next().unwrap_or_default();
        let place = EN.later().pages.practice.focuses.iter().position(|focus| focus.trim_end_matches('?') == named);
        let focus = Focus::ALL[place.unwrap_or_else(|| panic!("{named} is nothing to practise"))];
        let shown = !numbers_before(slot.text, &["show", "shows"]).is_empty();
        assert!(shown || focus == Focus::SayNext, "no way of voting: {}", slot.text);
        assert!(
            slot.text.contains('“')
                || slot.text.contains("two most split")
                || slot.text.contains("most split items")
                || slot.text.contains("help both"),
            "no words: {}",
            slot.text
        );
        // The panel has a view on what is voted on.
        let answered = story.case.dash.answers.iter().count();
        match focus {
            Focus::TenItems => assert!(answered > 2, "{}", story.id),
            Focus::Whole => assert_eq!(answered, 24, "totals need all items: {}", story.id),
            Focus::SayNext => {
                assert!(slot.text.contains("its moments"), "the moments are read: {}", slot.text);
                assert!(story.moments.len() > 1, "moments to take turns at: {}", story.id);
            }
            _ => {}
        }
    }
}
