//! How far raters agree: the published tables, tables worked by other programs, and what may not matter.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use serde_json::Value;
use waymark_workshop::agreement::{Agreement, Figure, Table, Undefined};
use waymark_workshop::ratings::{BadInput, read};

fn of(csv: &str) -> Agreement {
    Table::of_ratings(&read(csv.as_bytes()).unwrap()).agreement()
}

fn three(figure: Figure) -> String {
    format!("{:.3}", figure.unwrap())
}

/// Fourteen raters sort ten subjects into five categories: the textbook example of Fleiss' kappa.
const FLEISS: [[u32; 5]; 10] = [
    [0, 0, 0, 0, 14],
    [0, 2, 6, 4, 2],
    [0, 0, 3, 5, 6],
    [0, 3, 9, 2, 0],
    [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0],
    [2, 5, 3, 2, 2],
    [6, 5, 2, 1, 0],
    [0, 2, 2, 3, 7],
];

#[test]
fn the_textbook_table_of_fleiss_gives_0_210() {
    let counts = FLEISS.iter().map(|row| row.to_vec()).collect();
    let from_counts = Table::of_counts(14, counts).agreement();
    assert_eq!(three(from_counts.fleiss_kappa), "0.210");
    assert_eq!(three(from_counts.percent), "0.378");
    // The same table as ratings: rater by rater.
    let spread = |row: &[u32; 5]| {
        (0_u8..).zip(row).flat_map(|(category, count)| vec![category; *count as usize]).collect::<Vec<_>>()
    };
    let items: Vec<Vec<u8>> = FLEISS.iter().map(spread).collect();
    let raters: Vec<Vec<Option<u8>>> =
        (0..14).map(|rater| items.iter().map(|item| Some(item[rater])).collect()).collect();
    assert!(same(Table::of_ratings(&raters).agreement(), from_counts));
}

#[test]
fn krippendorffs_own_tables_give_0_743_and_0_691() {
    let four_by_twelve =
        of("1,2,3,3,2,1,4,1,2,,,\n1,2,3,3,2,2,4,1,2,5,,3\n,3,3,3,2,3,4,2,2,5,1,\n1,2,3,3,2,4,4,1,2,5,1,\n");
    assert_eq!((four_by_twelve.raters, four_by_twelve.items), (4, 12));
    assert_eq!(three(four_by_twelve.krippendorff_alpha), "0.743");
    assert_eq!(four_by_twelve.fleiss_kappa, Err(Undefined::NotFull));
    let three_by_fifteen = of(",,,,,3,4,1,2,1,1,3,3,,3\n1,,2,1,3,3,4,3\n,,2,1,3,4,4,,2,1,1,3,3,,4\n");
    assert_eq!((three_by_fifteen.raters, three_by_fifteen.items), (3, 15));
    assert_eq!(three(three_by_fifteen.krippendorff_alpha), "0.691");
}

/// Random tables, each with what irrCAC 0.4.4, krippendorff 0.9.0 and statsmodels 0.15.0 made of it.
#[test]
fn other_programs_come_to_the_same_figures() {
    let mut compared = [0; 4];
    for line in include_str!("fixtures/agreement.ndjson").lines() {
        let table: Value = serde_json::from_str(line).unwrap();
        let rating = |value: &Value| value.as_u64();
        let row = |row: &Value| row.as_array().unwrap().iter().map(rating).collect::<Vec<_>>();
        let raters: Vec<_> = table["ratings"].as_array().unwrap().iter().map(row).collect();
        let ours = Table::of_ratings(&raters).agreement();
        let figures = [
            ("percent", ours.percent),
            ("fleiss_kappa", ours.fleiss_kappa),
            ("gwet_ac1", ours.gwet_ac1),
            ("krippendorff_alpha", ours.krippendorff_alpha),
        ];
        for (place, (name, figure)) in figures.into_iter().enumerate() {
            match table[name].as_f64() {
                Some(theirs) => {
                    compared[place] += 1;
                    assert!((figure.unwrap() - theirs).abs() < 1e-9, "{name}: {figure:?}, theirs {theirs}, of {line}");
                }
                None => assert!(figure.is_err(), "{name}: {figure:?}, theirs none, of {line}"),
            }
        }
    }
    assert_eq!(compared, [60, 29, 60, 60]);
}

#[test]
fn what_is_undefined_says_why() {
    let nothing = of("");
    assert_eq!((nothing.raters, nothing.items), (0, 0));
    let figures = |of: Agreement| [of.percent, of.fleiss_kappa, of.gwet_ac1, of.krippendorff_alpha];
    assert!(figures(nothing).iter().all(|figure| *figure == Err(Undefined::NoPair)));
    assert!(figures(of("1,2,3")).iter().all(|figure| *figure == Err(Undefined::NoPair)), "one rater");
    let alike = of("a,a\na,a");
    assert_eq!(alike.percent, Ok(1.0));
    assert!(figures(alike)[1..].iter().all(|figure| *figure == Err(Undefined::OneCategory)));
    let apart = of("a,\n,b");
    assert_eq!((apart.percent, apart.fleiss_kappa), (Err(Undefined::NoPair), Err(Undefined::NotFull)));
}

#[test]
fn space_quotes_and_line_ends_do_not_matter() {
    let plain = read(b"yes,no,\nno,yes,dk\n").unwrap();
    let other = read("\u{feff} yes , \"no\" ,\r\n\r\nno,\"yes\",\tdk".as_bytes()).unwrap();
    assert_eq!(plain, other);
    assert_eq!(read(b"\"a,b\",\"say \"\"c\"\"\"").unwrap(), [[Some("a,b".into()), Some("say \"c\"".into())]]);
}

#[test]
fn bad_input_is_named_by_line_and_column() {
    let at = |input: &[u8]| read(input).map_err(|BadInput { line, column, .. }| (line, column));
    assert_eq!(at(b"1,2\n1,\"2\n"), Err((2, 3)));
    assert_eq!(at(b"1,2\n\n\"1\" x,2"), Err((3, 5)));
    assert_eq!(at(b"1,2\n3,4\"5"), Err((2, 4)));
    assert_eq!(at(b"1,\xc3\xa9,\xff"), Err((1, 5)));
    assert_eq!(at(b"1,a\0b"), Err((1, 4)));
}

/// Ratings of 2 to 9 raters on 1 to 12 items in up to 4 categories, some missing.
fn ratings() -> impl Strategy<Value = Vec<Vec<Option<u8>>>> {
    (2_usize..10, 1_usize..13).prop_flat_map(|(raters, items)| {
        let rating = prop_oneof![1 => Just(None), 9 => (0_u8..4).prop_map(Some)];
        prop::collection::vec(prop::collection::vec(rating, items), raters)
    })
}

fn same(one: Agreement, other: Agreement) -> bool {
    let alike = |one: Figure, other: Figure| match (one, other) {
        (Ok(one), Ok(other)) => (one - other).abs() < 1e-9,
        (one, other) => one == other,
    };
    (one.raters, one.items) == (other.raters, other.items)
        && alike(one.percent, other.percent)
        && alike(one.fleiss_kappa, other.fleiss_kappa)
        && alike(one.gwet_ac1, other.gwet_ac1)
        && alike(one.krippendorff_alpha, other.krippendorff_alpha)
}

proptest! {
    #[test]
    fn names_of_categories_and_order_of_raters_and_items_do_not_matter(
        ratings in ratings(), names in Just(vec!["q", "m", "z", "a"]).prop_shuffle(), seed in any::<prop::sample::Index>()
    ) {
        let base = Table::of_ratings(&ratings).agreement();
        let renamed: Vec<Vec<_>> =
            ratings.iter().map(|row| row.iter().map(|one| one.map(|one| names[one as usize])).collect()).collect();
        prop_assert!(same(base, Table::of_ratings(&renamed).agreement()));
        let mut raters = ratings.clone();
        let turn = seed.index(raters.len());
        raters.rotate_left(turn);
        raters.swap(0, turn);
        prop_assert!(same(base, Table::of_ratings(&raters).agreement()));
        let mut items = ratings.clone();
        let turn = seed.index(items[0].len());
        items.iter_mut().for_each(|row| { row.rotate_left(turn); row.swap(0, turn); });
        prop_assert!(same(base, Table::of_ratings(&items).agreement()));
    }

    #[test]
    fn no_figure_leaves_its_range(ratings in ratings()) {
        let found = Table::of_ratings(&ratings).agreement();
        prop_assert!(found.percent.is_err() || (0.0..=1.0).contains(&found.percent.unwrap()));
        for figure in [found.fleiss_kappa, found.gwet_ac1, found.krippendorff_alpha].into_iter().flatten() {
            prop_assert!(figure.is_finite() && figure <= 1.0 + 1e-12, "{figure}");
        }
    }

    #[test]
    fn reading_never_breaks(input in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&input).map(|rows| Table::of_ratings(&rows).agreement());
    }
}
