//! Where the differences come from: published tables, tables worked by another program, a second way through matrices, and
//! what may not matter.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::Value;
use waymark_case::vocabulary::{ItemAnswer, Judgement};
use waymark_case::{ItemNumber, PerItem};
use waymark_workshop::board::Pool;
use waymark_workshop::codes::{Finding, Nonce, Round, VignetteNumber, Vote};
use waymark_workshop::ratings::{marks, read};
use waymark_workshop::variance::{Mark, Parts, Source, Story, TooLittle};

/// A story of numbers; `None` is a gap.
fn story(rows: &[Vec<Option<f64>>]) -> Story {
    rows.iter().map(|row| row.iter().map(|one| one.map_or(Mark::NotAsked, Mark::Number)).collect()).collect()
}

/// A full table of numbers, a digit each, a row a rater.
fn digits(rows: &[&str]) -> Story {
    let row = |row: &&str| row.chars().map(|one| one.to_digit(10).map(f64::from)).collect();
    story(&rows.iter().map(row).collect::<Vec<_>>())
}

/// The table turned round: books write a row for each thing that is rated.
fn turned(rows: &[&str]) -> Story {
    let rows = digits(rows);
    (0..rows[0].len()).map(|column| rows.iter().map(|row| row[column]).collect()).collect()
}

fn raw(parts: &Parts, source: Source) -> f64 {
    parts.components.iter().find(|part| part.source == source).unwrap().raw
}

fn assert_parts(parts: &Parts, expected: &[(Source, f64)], within: f64) {
    assert_eq!(parts.components.len(), expected.len());
    for (source, value) in expected {
        let ours = raw(parts, *source);
        assert!((ours - value).abs() <= within, "{source:?}: {ours}, expected {value}");
    }
}

/// Half of the last of four printed places.
const PRINTED: f64 = 0.000_051;

#[test]
fn shrout_and_fleiss_1979_table_2() {
    // Four judges rate six targets: mean squares 11.24 between targets, 6.26 within, 32.49 between judges, 1.02 residual.
    let table = ["9258", "6132", "8468", "7126", "A569", "6247"];
    let ten = |row: &str| row.chars().map(|one| one.to_digit(16).map(f64::from)).collect::<Vec<_>>();
    let targets: Vec<_> = table.iter().map(|row| ten(row)).collect();
    let judges: Vec<Vec<_>> = (0..4).map(|judge| targets.iter().map(|row| row[judge]).collect()).collect();
    let parts = Parts::of_story(&story(&judges)).unwrap();
    let expected =
        [(Source::Item, (11.24 - 1.02) / 4.0), (Source::Rater, (32.49 - 1.02) / 6.0), (Source::Residual, 1.02)];
    assert_parts(&parts, &expected, 0.005);
    // Their ICC(2,1) and ICC(2,4).
    let two = |n| format!("{:.2}", parts.dependability(n).unwrap());
    assert_eq!((two(1).as_str(), two(4).as_str()), ("0.29", "0.62"));
}

#[test]
fn brennan_2001_synthetic_data_1() {
    // Ten persons answer twelve items (table 3.2 of the p × i design): the persons are what is told, the items the raters.
    let persons = turned(&[
        "101000000000",
        "111001000000",
        "111110000000",
        "110110010000",
        "111110100000",
        "111011100000",
        "111111100000",
        "111101111100",
        "111111111110",
        "111111111111",
    ]);
    let parts = Parts::of_story(&persons).unwrap();
    let expected = [(Source::Item, 0.0574), (Source::Rater, 0.0754), (Source::Residual, 0.1269)];
    assert_parts(&parts, &expected, PRINTED);
    // Its index of dependability for so many items, worked out by the book from rounded parts.
    for (items, printed) in [(12, 0.773), (5, 0.586), (10, 0.740), (15, 0.810), (20, 0.850)] {
        assert!((parts.dependability(items).unwrap() - printed).abs() < 0.0011, "{items} items");
    }
    assert_eq!(parts.raters_needed(), Some(15), "0.810 with 15, and 0.799 with 14");
}

#[test]
fn brennan_2001_persons_by_items_with_gaps() {
    // Chapter 7: twelve persons, six items, thirteen answers missing.
    let persons = turned(&[
        "111101", "101111", "-11100", "0--101", "1-010-", "111101", "0-1-00", "0-1111", "1101-0", "-000-0", "111111",
        "-0-001",
    ]);
    let parts = Parts::of_story(&persons).unwrap();
    let expected = [(Source::Item, 0.0473), (Source::Rater, 0.0117), (Source::Residual, 0.1840)];
    assert_parts(&parts, &expected, PRINTED);
    assert_eq!((parts.answers, parts.not_asked), (59, 13));
}

#[test]
fn brennan_2001_synthetic_data_4() {
    // Ten persons, three tasks, four raters within each task: the persons are the items, the tasks the stories.
    let tasks = [
        ["5937937594", "6345243894", "5735937584", "5733757783"],
        ["5753737763", "3531735565", "4534365566", "5553737455"],
        ["6765245355", "7753755287", "3513515111", "3265324111"],
    ];
    let parts = Parts::of_stories(&tasks.map(|task| digits(&task))).unwrap();
    let expected = [
        (Source::Item, 0.4731),
        (Source::Story, 0.3252),
        (Source::Rater, 0.6475),
        (Source::ItemByStory, 0.5596),
        (Source::Residual, 2.3802),
    ];
    assert_parts(&parts, &expected, PRINTED);
}

#[test]
fn rajaratnam_cronbach_and_gleser_1965_as_in_brennan_2001() {
    // Chapter 7: eight persons, three strata with two, four and two items: not balanced. One printed part, 0.9913, is rounded
    // on the way: from the printed T terms it is 0.99143.
    let strata: [&[&str]; 3] =
        [&["42213130", "51433251"], &["32456561", "33747682", "51655460", "44557474"], &["54848577", "76759688"]];
    let parts = Parts::of_stories(&strata.map(digits)).unwrap();
    let expected = [
        (Source::Item, 1.2014),
        (Source::Story, 2.9161),
        (Source::Rater, 0.2946),
        (Source::ItemByStory, 0.9913),
        (Source::Residual, 0.8429),
    ];
    assert_parts(&parts, &expected, 0.000_15);
}

/// Random tables, with and without gaps, and what generalizit 0.1.2 made of them (`fixtures/variance.py`).
#[test]
fn another_program_comes_to_the_same_parts() {
    let (mut one, mut several, mut negative) = (0, 0, 0);
    for line in include_str!("fixtures/variance.ndjson").lines() {
        let table: Value = serde_json::from_str(line).unwrap();
        let row = |row: &Value| row.as_array().unwrap().iter().map(Value::as_f64).collect::<Vec<_>>();
        let rows = |rows: &Value| story(&rows.as_array().unwrap().iter().map(row).collect::<Vec<_>>());
        let stories: Vec<Story> = table["stories"].as_array().unwrap().iter().map(rows).collect();
        let parts = match stories.as_slice() {
            [story] => Parts::of_story(story).inspect(|_| one += 1),
            stories => Parts::of_stories(stories).inspect(|_| several += 1),
        }
        .unwrap();
        for part in &parts.components {
            let name = match part.source {
                Source::Story => "story",
                Source::Item => "item",
                Source::ItemByStory => "item_by_story",
                Source::Rater => "rater",
                Source::Residual | Source::Within => "residual",
            };
            let theirs = table["parts"][name].as_f64().unwrap();
            assert!(
                (part.raw - theirs).abs() < 1e-8 * (1.0 + theirs.abs()),
                "{name}: {}, theirs {theirs}, of {line}",
                part.raw
            );
            negative += usize::from(part.is_negative());
        }
        assert_eq!(table["parts"].as_object().unwrap().len(), parts.components.len());
    }
    assert!(one > 20 && several > 20 && negative > 20, "{one} {several} {negative}");
}

/// The same from the definition, with matrices: T is a quadratic form y'Py of the projection P onto an effect, and what is
/// expected of it is the sum of tr(PZZ') σ² over all effects, with Z the design matrix of each.
mod matrices {
    type Matrix = Vec<Vec<f64>>;

    fn design(levels: &[usize]) -> Matrix {
        let width = levels.iter().max().unwrap() + 1;
        levels.iter().map(|level| (0..width).map(|column| f64::from(u8::from(column == *level))).collect()).collect()
    }

    fn turned(matrix: &Matrix) -> Matrix {
        (0..matrix[0].len()).map(|column| matrix.iter().map(|row| row[column]).collect()).collect()
    }

    fn times(one: &Matrix, other: &Matrix) -> Matrix {
        let cell = |row: &Vec<f64>, column: usize| row.iter().zip(other).map(|(value, row)| value * row[column]).sum();
        one.iter().map(|row| (0..other[0].len()).map(|column| cell(row, column)).collect()).collect()
    }

    fn projection(design: &Matrix) -> Matrix {
        let mut scaled = design.clone();
        for column in 0..design[0].len() {
            let count: f64 = design.iter().map(|row| row[column]).sum();
            scaled.iter_mut().for_each(|row| row[column] /= count.max(1.0));
        }
        times(&scaled, &turned(design))
    }

    fn determinant(matrix: &Matrix) -> f64 {
        if matrix.len() == 1 {
            return matrix[0][0];
        }
        let minor = |skip: usize| -> Matrix {
            let mut rows = matrix[1..].to_vec();
            for row in &mut rows {
                row.remove(skip);
            }
            rows
        };
        let sign = |place: usize| if place.is_multiple_of(2) { 1.0 } else { -1.0 };
        matrix[0].iter().enumerate().map(|(place, value)| sign(place) * value * determinant(&minor(place))).sum()
    }

    /// The parts, in the order of the effects, by Cramer's rule; nothing where there is no one answer.
    pub fn parts(values: &[f64], effects: &[Vec<usize>]) -> Option<Vec<f64>> {
        let mean = vec![0; values.len()];
        let designs: Vec<Matrix> = std::iter::once(&mean).chain(effects).map(|levels| design(levels)).collect();
        let column: Matrix = values.iter().map(|value| vec![*value]).collect();
        let mut left = Vec::new();
        let mut right = Vec::new();
        for of in &designs {
            let projection = projection(of);
            let trace = |design: &Matrix| {
                let product = times(&times(&projection, design), &turned(design));
                (0..values.len()).map(|place| product[place][place]).sum::<f64>()
            };
            left.push(designs.iter().map(trace).collect::<Vec<_>>());
            right.push(times(&times(&turned(&column), &projection), &column)[0][0]);
        }
        let whole = determinant(&left);
        let part = |place: usize| {
            let mut one = left.clone();
            one.iter_mut().zip(&right).for_each(|(row, value)| row[place] = *value);
            determinant(&one) / whole
        };
        (whole.abs() > 1e-6).then(|| (1..left.len()).map(part).collect())
    }
}

/// Answers with their places, from the tables.
fn cells(stories: &[Vec<Vec<Option<f64>>>]) -> (Vec<f64>, [Vec<usize>; 3]) {
    let (mut values, mut places, mut first) = (Vec::new(), [Vec::new(), Vec::new(), Vec::new()], 0);
    for (s, rows) in stories.iter().enumerate() {
        for (r, row) in rows.iter().enumerate() {
            for (i, value) in row.iter().enumerate().filter_map(|(i, value)| Some((i, (*value)?))) {
                values.push(value);
                places.iter_mut().zip([s, i, first + r]).for_each(|(all, one)| all.push(one));
            }
        }
        first += rows.len();
    }
    (values, places)
}

/// One story of 3 to 7 raters and 3 to 6 items, yes or no, some missing.
fn table() -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    (3_usize..8, 3_usize..7).prop_flat_map(|(raters, items)| of_size(raters, items))
}

fn of_size(raters: usize, items: usize) -> impl Strategy<Value = Vec<Vec<Option<f64>>>> {
    let answer = prop_oneof![1 => Just(None), 5 => (0_u8..2).prop_map(|one| Some(f64::from(one)))];
    prop::collection::vec(prop::collection::vec(answer, items), raters)
}

fn stories() -> impl Strategy<Value = Vec<Vec<Vec<Option<f64>>>>> {
    (3_usize..5).prop_flat_map(|items| {
        prop::collection::vec((2_usize..5).prop_flat_map(move |raters| of_size(raters, items)), 2..4)
    })
}

fn close(one: &Parts, other: &Parts) -> bool {
    let alike = |source| (raw(one, source) - raw(other, source)).abs() < 1e-9;
    one.components.iter().all(|part| alike(part.source))
}

proptest! {
    #[test]
    fn matrices_come_to_the_same_parts_of_one_story(rows in table()) {
        let (values, [_, items, raters]) = cells(std::slice::from_ref(&rows));
        if let Ok(parts) = Parts::of_story(&story(&rows)) {
            let own: Vec<usize> = (0..values.len()).collect();
            let theirs = matrices::parts(&values, &[items, raters, own]).unwrap();
            for (part, theirs) in parts.components.iter().zip(theirs) {
                prop_assert!((part.raw - theirs).abs() < 1e-9, "{:?}: {theirs}", part);
            }
        }
    }

    #[test]
    fn order_gaps_at_the_end_and_shift_do_not_matter_and_scale_is_squared(
        rows in table(), turn in any::<prop::sample::Index>(), shift in -50.0..50.0_f64, scale in 0.1..20.0_f64
    ) {
        let Ok(base) = Parts::of_story(&story(&rows)) else { return Ok(()) };
        let mut raters = rows.clone();
        let by = turn.index(raters.len());
        raters.rotate_left(by);
        raters.swap(0, by);
        prop_assert!(close(&base, &Parts::of_story(&story(&raters)).unwrap()));
        let mut items = rows.clone();
        let by = turn.index(items[0].len());
        items.iter_mut().for_each(|row| { row.rotate_left(by); row.swap(0, by); });
        prop_assert!(close(&base, &Parts::of_story(&story(&items)).unwrap()));
        let short: Vec<Vec<_>> = rows.iter().map(|row| {
            let end = row.iter().rposition(Option::is_some).map_or(0, |last| last + 1);
            row[..end].to_vec()
        }).collect();
        prop_assert!(close(&base, &Parts::of_story(&story(&short)).unwrap()));
        let changed: Vec<Vec<_>> =
            rows.iter().map(|row| row.iter().map(|one| one.map(|one| (one + shift) * scale)).collect()).collect();
        let changed = Parts::of_story(&story(&changed)).unwrap();
        for part in &base.components {
            let expected = part.raw * scale * scale;
            prop_assert!((raw(&changed, part.source) - expected).abs() < 1e-8 * scale * scale, "{part:?} {changed:?}");
        }
        prop_assert_eq!(base.most(), changed.most());
    }

    #[test]
    fn a_full_table_gives_the_parts_of_the_mean_squares(rows in table()) {
        let full: Vec<Vec<f64>> = rows.iter().map(|row| row.iter().map(|one| one.unwrap_or(0.0)).collect()).collect();
        let (n, k) = (full[0].len() as f64, full.len() as f64);
        let mean = full.iter().flatten().sum::<f64>() / (n * k);
        let of_row: Vec<f64> = full.iter().map(|row| row.iter().sum::<f64>() / n).collect();
        let of_item: Vec<f64> = (0..full[0].len()).map(|i| full.iter().map(|row| row[i]).sum::<f64>() / k).collect();
        let between_items = k * of_item.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (n - 1.0);
        let between_raters = n * of_row.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (k - 1.0);
        let rest = |(r, i): (usize, usize)| (full[r][i] - of_row[r] - of_item[i] + mean).powi(2);
        let places = (0..full.len()).flat_map(|r| (0..full[0].len()).map(move |i| (r, i)));
        let residual = places.map(rest).sum::<f64>() / ((n - 1.0) * (k - 1.0));
        let table: Vec<Vec<_>> = full.iter().map(|row| row.iter().map(|one| Some(*one)).collect()).collect();
        match Parts::of_story(&story(&table)) {
            Err(why) => prop_assert_eq!(why, TooLittle::Alike),
            Ok(parts) => {
                prop_assert!((raw(&parts, Source::Residual) - residual).abs() < 1e-9);
                prop_assert!((raw(&parts, Source::Item) - (between_items - residual) / k).abs() < 1e-9);
                prop_assert!((raw(&parts, Source::Rater) - (between_raters - residual) / n).abs() < 1e-9);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn matrices_come_to_the_same_parts_of_several_stories(tables in stories()) {
        let (values, [of_story, of_item, of_rater]) = cells(&tables);
        let Ok(parts) = Parts::of_stories(&tables.iter().map(|rows| story(rows)).collect::<Vec<_>>()) else { return Ok(()) };
        let both: Vec<usize> = of_story.iter().zip(&of_item).map(|(s, i)| s * 10 + i).collect();
        let own: Vec<usize> = (0..values.len()).collect();
        let theirs = matrices::parts(&values, &[of_story, of_item, both, of_rater, own]).unwrap();
        for (part, theirs) in parts.components.iter().zip(theirs) {
            prop_assert!((part.raw - theirs).abs() < 1e-7, "{:?}: {theirs}", part);
        }
    }
}

#[test]
fn what_was_not_asked_or_is_not_known_is_left_out_and_counted() {
    let (yes, no, dk, gap) = (Mark::Number(1.0), Mark::Number(0.0), Mark::NotKnown, Mark::NotAsked);
    let rows =
        vec![vec![yes, no, yes, gap, gap], vec![yes, dk, no, gap], vec![yes, no, gap, gap, gap], vec![no, yes, yes]];
    let parts = Parts::of_story(&rows).unwrap();
    assert_eq!((parts.raters, parts.answers, parts.not_known, parts.not_asked), (4, 10, 1, 1));
    let as_no: Story =
        rows.iter().map(|row| row.iter().map(|one| if *one == dk { no } else { *one }).collect()).collect();
    assert!(!close(&parts, &Parts::of_story(&as_no).unwrap()), "a don't know taken for a no would show");
    let nobody: Story = rows.iter().map(|_| vec![gap; 3]).collect();
    assert_eq!(Parts::of_story(&nobody), Err(TooLittle::People));
}

#[test]
fn too_little_is_refused_with_why() {
    let of = |rows: &[&str]| Parts::of_story(&digits(rows)).map(|_| ());
    assert_eq!(of(&[]), Err(TooLittle::People));
    assert_eq!(of(&["1010"]), Err(TooLittle::People));
    assert_eq!(of(&["1", "0", "1"]), Err(TooLittle::Items));
    assert_eq!(of(&["111", "111"]), Err(TooLittle::Alike));
    assert_eq!(of(&["10--", "--01"]), Err(TooLittle::Gaps));
    let one = digits(&["101", "011"]);
    assert_eq!(Parts::of_stories(std::slice::from_ref(&one)), Err(TooLittle::Stories));
    assert_eq!(Parts::of_stories(&[one, digits(&["---"])]), Err(TooLittle::Stories));
    // A rater in each story: rater and story are one and the same.
    assert_eq!(Parts::of_stories(&[digits(&["1010"]), digits(&["0111"])]), Err(TooLittle::Gaps));
}

#[test]
fn an_estimate_below_nothing_counts_as_nothing_says_so_and_is_kept() {
    let parts = Parts::of_story(&digits(&["1010", "1110", "0011"])).unwrap();
    let rater = parts.components.iter().find(|part| part.source == Source::Rater).unwrap();
    assert!((rater.raw - -0.0556).abs() < PRINTED && rater.is_negative() && rater.value() == 0.0);
    assert_eq!(parts.most(), Some(Source::Residual));
    // Nothing is told: no number of raters would do.
    assert_eq!((parts.dependability(9), parts.raters_needed()), (Some(0.0), None));
    // Raters who agree on everything leave nothing but the items.
    let alike = Parts::of_story(&digits(&["1010", "1010", "1010"])).unwrap();
    assert_eq!(alike.components.iter().map(|part| part.raw).collect::<Vec<_>>()[1..], [0.0, 0.0]);
    assert_eq!((alike.most(), alike.raters_needed()), (Some(Source::Item), Some(1)));
}

#[test]
fn ratings_as_text_are_yes_no_dk_or_numbers() {
    let of = |text: &str| marks(&read(text.as_bytes()).unwrap());
    let (yes, no, dk, gap) = (Mark::Number(1.0), Mark::Number(0.0), Mark::NotKnown, Mark::NotAsked);
    assert_eq!(of("yes,No,,dk,2.5"), Some(vec![vec![yes, no, gap, dk, Mark::Number(2.5)]]));
    for bad in ["a,b", "1,NaN", "1,inf", "1e300,2"] {
        assert_eq!(of(bad), None, "{bad}");
    }
}

/// A vote on a story that answers the first items yes and the next no.
fn vote(story: u8, nonce: u16, yes: u8, round: Round) -> Vote {
    let mut items = PerItem::default();
    for item in ItemNumber::all().filter(|item| item.get() <= 10) {
        items.set(item, Some(if item.get() <= yes { ItemAnswer::Yes } else { ItemAnswer::No }));
    }
    let (vignette, nonce) = (VignetteNumber::new(story).unwrap(), Nonce::new(nonce));
    Vote {
        vignette,
        round,
        nonce,
        finding: Finding::None,
        judgement: Judgement::None,
        routes: Default::default(),
        items,
    }
}

#[test]
fn the_votes_of_several_stories_stay_apart_and_few_are_not_shown() {
    let of = |story, count, round| (0..count).map(move |nonce| vote(story, nonce, 3 + nonce as u8 % 3, round));
    let kept: Vec<Vote> = of(5, 6, Round::First)
        .chain(of(27, 4, Round::First))
        .chain(of(31, 7, Round::First))
        .chain(of(31, 9, Round::Second))
        .collect();
    let pool = Pool::with_kept(&kept, &[], VignetteNumber::new(31));
    let sizes = |round| pool.by_story(&kept, round).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(Round::First), [7, 6], "the story of the board first, and none with fewer than five votes");
    assert_eq!(sizes(Round::Second), [9]);
    let parts = Parts::of_stories(&pool.by_story(&kept, Round::First)).unwrap();
    assert_eq!((parts.raters, parts.answers, parts.not_asked), (13, 130, 0), "what nobody was asked is no gap");
}

#[test]
fn counted_hands_give_two_parts() {
    // The table of Shrout and Fleiss is none of yes and no; here 5 people, 3 items: mean squares by hand.
    let parts = Parts::of_counts(5, [[5, 0, 0], [1, 3, 1], [2, 3, 0]]).unwrap();
    let (items, within): (&[f64], f64) = (&[1.0, 0.25, 0.4], (4.0 * 0.25 * 0.75 + 5.0 * 0.4 * 0.6) / 11.0);
    let mean = 8.0 / 14.0;
    let counts = [5.0, 4.0, 5.0];
    let between = items.iter().zip(counts).map(|(one, n)| n * (one - mean) * (one - mean)).sum::<f64>() / 2.0;
    let n0 = (14.0 - (25.0 + 16.0 + 25.0) / 14.0) / 2.0;
    assert_parts(&parts, &[(Source::Item, (between - within) / n0), (Source::Within, within)], 1e-12);
    assert_eq!((parts.raters, parts.answers, parts.not_known, parts.not_asked), (5, 14, 1, 0));
    assert_eq!(Parts::of_counts(5, [[5, 0, 0], [0, 0, 5]]).unwrap_err(), TooLittle::Items);
}
