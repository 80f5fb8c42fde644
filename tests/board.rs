//! The facilitator's board: which codes count, what the votes come to, and what is hidden.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use waymark_case::vocabulary::{ItemAnswer, Judgement, Vocabulary};
use waymark_case::{Case, Input, ItemNumber, PerItem};
use waymark_case::{PracticeCase, SetAside};
use waymark_engine::assess;
use waymark_workshop::board::{Cell, CountedRound, MOST, Over, Pool, RefusedBecause, Split, Tally, totals};
use waymark_workshop::codes::{CodeError, Finding, Nonce, Round, VignetteNumber, Vote};
use waymark_workshop::paste::read_block;

fn number(number: u8) -> VignetteNumber {
    VignetteNumber::new(number).unwrap()
}

/// A vote with so many items answered yes and the rest no.
fn vote(nonce: u16, yes: u8, judgement: Judgement) -> Vote {
    let mut items = PerItem::default();
    for item in ItemNumber::all() {
        items.set(item, Some(if item.get() <= yes { ItemAnswer::Yes } else { ItemAnswer::No }));
    }
    let (vignette, round, nonce) = (number(1), Round::First, Nonce::new(nonce));
    Vote { vignette, round, nonce, finding: Finding::NotClear, judgement, routes: Default::default(), items }
}

fn pool(votes: &[Vote], wanted: Option<u8>) -> Pool {
    let block: Vec<String> = votes.iter().map(Vote::code).collect();
    Pool::of(&read_block(&block.join("\n")), wanted.map(number))
}

#[test]
fn mixed_codes_are_named_and_the_rest_count() {
    let ours = [vote(1, 14, Judgement::None), vote(2, 14, Judgement::None), vote(3, 2, Judgement::High)];
    let foreign = Vote { vignette: number(9), ..vote(4, 3, Judgement::None) };
    let second = Vote { round: Round::Second, ..vote(1, 14, Judgement::None) };
    let whole = ours[0].code();
    let wrong = whole.replacen(&whole[..1], "3", 1);
    let block = format!(
        "{}\n{} {}\n{}\n{}\n{wrong}\n{}",
        whole,
        ours[1].code(),
        ours[2].code(),
        foreign.code(),
        second.code(),
        whole.to_lowercase()
    );
    let pool = Pool::of(&read_block(&block), None);
    assert_eq!(pool.vignette, Some(number(1)), "the vignette of most codes");
    assert_eq!(pool.first, ours, "same answers with another nonce are another person");
    assert_eq!(pool.second, [second]);
    let refused: Vec<_> = pool.refused.iter().map(|refused| (refused.line, refused.why)).collect();
    let expected = [
        (3, RefusedBecause::OtherVignette(number(9))),
        (5, RefusedBecause::Code(CodeError::Check)),
        (6, RefusedBecause::Repeat),
    ];
    assert_eq!(refused, expected);
    assert_eq!(Pool::of(&read_block(&block), Some(number(9))).first.len(), 1);
}

#[test]
fn five_hundred_count_and_the_next_one_does_not() {
    let votes: Vec<Vote> = (0..MOST as u16 + 1).map(|nonce| vote(nonce, 5, Judgement::None)).collect();
    let pool = pool(&votes, None);
    assert_eq!(pool.first.len(), 500);
    assert_eq!(pool.refused.iter().map(|refused| refused.why).collect::<Vec<_>>(), [RefusedBecause::TooMany]);
}

#[test]
fn who_would_be_referred_by_count_by_judgement_by_either() {
    let votes = [
        vote(1, 14, Judgement::None),
        vote(2, 16, Judgement::High),
        vote(3, 17, Judgement::Medium),
        vote(4, 3, Judgement::High),
        vote(5, 13, Judgement::None),
    ];
    let counted = CountedRound::of_votes(&votes);
    let at = |line| {
        let refer = counted.refer(line);
        (refer.score, refer.judgement, refer.either)
    };
    assert_eq!(at(14), (3, 2, 4..=4));
    assert_eq!(at(17), (1, 2, 3..=3));
    assert_eq!(counted.totals, [3, 13, 14, 16, 17]);
}

#[test]
fn a_count_out_of_ten_is_no_total_and_without_a_judgement_nobody_refers() {
    let ten = |nonce| {
        let mut vote = vote(nonce, 14, Judgement::None);
        (11..=24).for_each(|number| vote.items.set(ItemNumber::new(number).unwrap(), None));
        vote
    };
    let counted = CountedRound::of_votes(&(0..20).map(ten).collect::<Vec<_>>());
    assert!(counted.totals.is_empty() && !counted.is_judged());
    assert_eq!(counted.most_split().len(), 10, "the items are there all the same");
    let whole = CountedRound::of_votes(&[vote(1, 14, Judgement::Medium)]);
    assert!(whole.is_judged() && whole.totals == [14]);
}

#[test]
fn under_five_codes_everything_is_hidden_and_hands_are_in_sight_of_all() {
    let votes: Vec<Vote> = (0..5).map(|nonce| vote(nonce, 5, Judgement::High)).collect();
    assert!(CountedRound::of_votes(&votes[..4]).is_hidden() && !CountedRound::of_votes(&votes).is_hidden());
    let mut tally = Tally::default();
    tally.set(Cell::Judgement(Judgement::High), 3);
    assert!(!tally.counted().is_hidden());
}

#[test]
fn votes_outlive_the_block_they_came_in_and_belong_to_their_story() {
    let ours: Vec<Vote> = (0..6).map(|nonce| vote(nonce, 5, Judgement::None)).collect();
    let late = vote(9, 7, Judgement::None);
    let next = Vote { vignette: number(2), ..vote(3, 5, Judgement::None) };
    let block = |votes: &[&Vote]| read_block(&votes.iter().map(|vote| vote.code()).collect::<Vec<_>>().join("\n"));
    let pool = Pool::with_kept(&ours, &block(&[&late]), None);
    assert_eq!((pool.first.len(), pool.refused.len()), (7, 0));
    let again = Pool::with_kept(&ours, &block(&[&ours[0], &late]), None);
    assert_eq!((again.first.len(), again.refused.len()), (7, 0), "what is pasted again is the same vote");
    let other = Pool::with_kept(&ours, &block(&[&next]), None);
    assert_eq!(other.vignette, Some(number(2)), "the story of what was pasted last");
    assert_eq!((other.first.len(), other.elsewhere.as_slice()), (1, [(number(1), 6)].as_slice()));
    assert_eq!(Pool::with_kept(&ours, &[], Some(number(1))).first.len(), 6);
}

#[test]
fn more_votes_than_people_are_named_and_go_into_no_figure() {
    let item = |n| ItemNumber::new(n).unwrap();
    let mut tally = Tally { totals: vec![3; 21], ..Tally::default() };
    for (cell, count) in [
        (Cell::Item(item(15), 0), 15),
        (Cell::Item(item(15), 1), 9),
        (Cell::Item(item(3), 0), 20),
        (Cell::Finding(Finding::NotClear), 22),
        (Cell::Judgement(Judgement::High), 20),
    ] {
        tally.set(cell, count);
    }
    assert_eq!(tally.over(20), [(Over::Item(item(15)), 24), (Over::Findings, 22), (Over::Totals, 21)]);
    let counted = tally.possible(20).counted();
    assert_eq!((counted.people, counted.splits.len(), counted.totals.len()), (20, 1, 0));
    assert_eq!(tally.possible(u32::MAX), tally);
}

#[test]
fn in_the_focus_on_judgement_the_named_person_travels_in_the_code() {
    for (said, finding) in [("1", Finding::O1PersonOne), ("2", Finding::O1PersonTwo), ("unclear", Finding::NotClear)] {
        let mut case = Case::default();
        let _aside = SetAside::enter(&mut case, None, Default::default());
        case.put(Input::JudgementPerson, Some(said)).unwrap();
        let practice = PracticeCase::of(&case).unwrap();
        let vote = Vote::of(practice, &assess(&case), number(4), Round::First, Nonce::new(7));
        assert_eq!(vote.finding, Finding::None, "no question of the identification was answered");
        let read = Vote::read(&vote.with_own_view(practice).code()).unwrap();
        assert_eq!(read.finding, finding);
    }
}

#[test]
fn hands_give_a_range_where_nobody_can_know_more() {
    let mut tally = Tally { totals: totals("14 16, 17; 3 13").unwrap(), ..Tally::default() };
    tally.set(Cell::Judgement(Judgement::High), 2);
    tally.set(Cell::Judgement(Judgement::None), 3);
    let refer = tally.counted().refer(14);
    assert_eq!((refer.score, refer.judgement, refer.either), (3, 2, 3..=5));
    assert_eq!(totals("9 25"), Err("25".into()));
    assert_eq!(totals("9 ten"), Err("ten".into()));
    assert_eq!(totals(" "), Ok(vec![]));
}

#[test]
fn items_are_hidden_under_five_and_the_most_split_come_first() {
    let mut tally = Tally::default();
    let item = |n| ItemNumber::new(n).unwrap();
    for (n, counts) in [(3, [5, 5, 0]), (1, [10, 0, 0]), (2, [4, 3, 3]), (7, [8, 2, 0]), (9, [2, 2, 0])] {
        counts.iter().enumerate().for_each(|(answer, count)| tally.set(Cell::Item(item(n), answer), *count));
    }
    let counted = tally.counted();
    assert_eq!(counted.people, 10);
    let order: Vec<u8> = counted.most_split().iter().map(|split| split.item.get()).collect();
    assert_eq!(order, [2, 9, 3, 7, 1]);
    let hidden: Vec<u8> =
        counted.splits.iter().filter(|split| split.is_hidden()).map(|split| split.item.get()).collect();
    assert_eq!(hidden, [9]);
    let votes: Vec<Vote> = (0..5).map(|nonce| vote(nonce, 5, Judgement::None)).collect();
    assert!(CountedRound::of_votes(&votes[..4]).hides_items() && !CountedRound::of_votes(&votes).hides_items());
}

#[test]
fn a_vote_comes_from_a_practice_case_and_from_no_other() {
    let put = |case: &mut Case| {
        for (name, value) in [("dash.15", "yes"), ("dash.3", "dk"), ("dash.judgement", "high")] {
            case.put(Input::parse(name).unwrap(), Some(value)).unwrap();
        }
    };
    let mut case = Case::default();
    put(&mut case);
    assert!(PracticeCase::of(&case).is_none(), "a live case gives nothing that a vote could be made of");
    let _aside = SetAside::enter(&mut case, None, Default::default());
    put(&mut case);
    let practice = PracticeCase::of(&case).unwrap();
    let vote = Vote::of(practice, &assess(&case), number(4), Round::Second, Nonce::new(77));
    let read = Vote::read(&vote.code()).unwrap();
    assert_eq!(read, vote);
    assert_eq!((read.judgement, read.finding, read.nonce.get()), (Judgement::High, Finding::None, 77));
    let answered: Vec<_> = read.items.iter().map(|(item, answer)| (item.get(), *answer)).collect();
    assert_eq!(answered, [(3, ItemAnswer::DontKnow), (15, ItemAnswer::Yes)]);
    assert!(read.routes.iter().map(|route| route.text()).eq(["R4"]));
}

proptest! {
    #[test]
    fn the_order_of_the_codes_does_not_matter(yes in prop::collection::vec(0_u8..25, 2..40), turn in 0_usize..40, line in 1_u8..25) {
        let votes: Vec<Vote> = yes.iter().zip(0..).map(|(yes, nonce)| vote(nonce, *yes, Judgement::Medium)).collect();
        let mut turned = votes.clone();
        turned.rotate_left(turn % votes.len());
        let (one, other) = (CountedRound::of_votes(&pool(&votes, None).first), CountedRound::of_votes(&pool(&turned, None).first));
        prop_assert_eq!(one.most_split(), other.most_split());
        prop_assert_eq!(one.refer(line), other.refer(line));
        prop_assert_eq!(&one.totals, &other.totals);
        // A higher line never refers more.
        prop_assert!(one.refer(line).score >= one.refer(line + 1).score);
    }

    #[test]
    fn a_split_is_between_all_alike_and_all_unlike(counts in prop::array::uniform3(0_u32..300)) {
        let divided = Split { item: ItemNumber::new(1).unwrap(), counts }.divided();
        prop_assert!((0.0..=1.0).contains(&divided));
        if counts.iter().filter(|count| **count > 0).count() < 2 {
            prop_assert_eq!(divided, 0.0);
        }
    }
}
