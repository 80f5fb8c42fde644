//! The list of every rule: nothing that the engine can do is missing from it, each line names what it rests on, and the words of
//! a condition say everything that it reads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use waymark_case::value::Kind;
use waymark_case::vocabulary::*;
use waymark_case::{ContextField, Input, ItemNumber, SettingField};
use waymark_content::condition::{Condition, Fact};
use waymark_content::{BESIDE, CONTENT_VERSION, CautionId, EN, Gate, PROFILES, RECIPES, ROWS, TERMS};
use waymark_engine::assessment::{Cap, DomainState, Needed, NotCounted, Outcome, Prompt, Reason, Repeat, Route, Stop};
use waymark_record::{Block, plain_text};
use waymark_rules::{Clause, How, Line, Part, PolicyValue, groups, sheet, title};

fn parts() -> Vec<Part> {
    groups(&EN).into_iter().flat_map(|(_, parts)| parts).collect()
}

fn all() -> Vec<(Part, Line)> {
    parts().into_iter().flat_map(|part| part.lines(&EN).into_iter().map(move |line| (part, line))).collect()
}

/// All the words of a line.
fn text(line: &Line) -> String {
    let when: Vec<String> = line.when.lines(&EN).into_iter().map(|(_, words)| words).collect();
    [line.code.as_ref(), &when.join(" "), &line.follows.join(" "), &line.sources.join(" ")].join(" ")
}

fn codes(part: Part) -> BTreeSet<String> {
    part.lines(&EN).into_iter().map(|line| line.code.into_owned()).collect()
}

fn assert_holds<V: Vocabulary>(part: Part) {
    let codes = codes(part);
    let missing: Vec<&str> = V::TEXTS.iter().copied().filter(|code| !codes.contains(*code)).collect();
    assert!(missing.is_empty(), "{} lacks {missing:?}", part.id());
}

#[test]
fn every_row_of_the_table_is_on_the_list_with_all_that_it_does() {
    let listed = |row: &str, parts: &[Part]| {
        parts.iter().flat_map(|part| part.lines(&EN)).filter(|line| line.code == row).count()
    };
    let pathways: Vec<Part> = PathwayId::ALL.iter().map(|id| Part::Pathway(*id)).collect();
    let ids: BTreeSet<&str> = ROWS.iter().map(|row| row.id).collect();
    for id in ids {
        let rows = || ROWS.iter().filter(|row| row.id == id);
        let counted = [
            (rows().map(|row| row.show.len() + row.withhold.len()).sum::<usize>(), pathways.as_slice()),
            (rows().map(|row| row.cautions.len()).sum(), &[Part::Cautions]),
            (rows().map(|row| row.gates.len()).sum(), &[Part::Gates]),
        ];
        assert!(counted.iter().any(|(count, _)| *count > 0), "{id} does nothing");
        for (count, parts) in counted {
            assert_eq!(listed(id, parts), count, "{id}");
        }
    }
    assert!(codes(Part::Steps).contains("T10"), "the hand-off has no row of its own");
    assert_eq!(codes(Part::Recipes), RECIPES.iter().map(|recipe| recipe.id.to_owned()).collect());
    assert_eq!(codes(Part::Beside), BESIDE.iter().map(|list| list.id.to_owned()).collect());
}

#[test]
fn every_gate_stop_route_result_and_value_is_on_the_list() {
    assert_holds::<Stop>(Part::Stops);
    assert_holds::<Route>(Part::Dash);
    assert_holds::<Repeat>(Part::Dash);
    assert!(
        Prompt::ALL
            .iter()
            .filter(|prompt| **prompt != Prompt::None)
            .all(|prompt| codes(Part::Dash).contains(prompt.text()))
    );
    assert_holds::<Needed>(Part::Identify);
    assert_holds::<NotCounted>(Part::Identify);
    let area = |state: &DomainState| match state {
        DomainState::One | DomainState::Two => "points",
        DomainState::PartOne | DomainState::PartTwo => "part",
        other => other.text(),
    };
    assert!(DomainState::ALL.iter().all(|state| codes(Part::Identify).contains(area(state))));
    assert_holds::<Outcome>(Part::Identify);
    assert_holds::<Reason>(Part::Identify);
    assert_holds::<Cap>(Part::Identify);
    assert_holds::<IndicatorId>(Part::Indicators);
    assert_holds::<PolicyValue>(Part::Values);
    let values = codes(Part::Values);
    assert!(SettingField::ALL.iter().all(|field| values.contains(field.path().strip_prefix("settings.").unwrap())));
    // Cautions and questions stand under the row that raises them.
    let cautions: BTreeSet<String> = Part::Cautions.lines(&EN).into_iter().flat_map(|line| line.follows).collect();
    assert!(CautionId::ALL.iter().all(|id| cautions.contains(EN.caution(*id).title)));
    let asked: String = Part::Gates.lines(&EN).into_iter().flat_map(|line| line.follows).collect();
    assert!(Gate::ALL.iter().all(|gate| asked.contains(EN.question(gate.input()).ask)));
}

#[test]
fn every_line_says_when_it_holds_what_follows_and_names_a_source_that_has_a_title() {
    for (part, line) in all() {
        let place = format!("{} {}", part.id(), line.code);
        let when = line.when.lines(&EN);
        assert!(!when.is_empty() && when.iter().all(|(_, text)| text.len() > 2), "{place} does not say when");
        assert!(
            !line.follows.is_empty() && line.follows.iter().all(|text| text.len() > 2),
            "{place} does not say what"
        );
        assert!(!text(&line).contains(['{', '}']), "{place} has an empty place: {}", text(&line));
        assert!(!line.sources.is_empty(), "{place} names no source");
        for source in &line.sources {
            assert!(!title(source, &EN).is_empty(), "{place}: {source} has no title");
        }
    }
}

#[test]
fn no_entry_of_the_words_for_what_the_engine_decides_is_read_past() {
    let file = "crates/content/data/words/en/logic.toml";
    let tables: toml::Table = std::fs::read_to_string(file).unwrap().parse().unwrap();
    let mut read: BTreeSet<String> = all().into_iter().map(|(_, line)| line.code.into_owned()).collect();
    read.extend(Fact::ALL.iter().map(|fact| fact.text().to_owned()));
    // What all limits of an identification have in common.
    read.insert("cap".to_owned());
    let keys =
        tables.iter().flat_map(|(table, entries)| entries.as_table().unwrap().keys().map(move |key| (table, key)));
    let past: Vec<_> = keys.filter(|(_, key)| !read.contains(*key)).collect();
    assert!(past.is_empty(), "read past: {past:?}");
}

#[test]
fn a_source_title_is_the_one_it_has() {
    assert!(title("C1.3.2", &EN).contains("Never confront"));
    assert!(title("dash:2.1", &EN).contains("MARAC"));
    assert!(title("D-19", &EN).contains("survivor"));
    assert_eq!(title("D-9999", &EN), "");
}

/// Every condition of the table, the row's own with that of what follows.
fn conditions() -> Vec<(&'static str, Condition, Condition)> {
    let of_row = |row: &'static waymark_content::Row| {
        let shows = row.show.iter().map(|show| show.only_if);
        let withholds = row.withhold.iter().map(|withhold| withhold.only_if);
        let cautions = row.cautions.iter().map(|(_, only_if)| *only_if);
        let gates = row.gates.iter().map(|(_, only_if)| *only_if);
        shows.chain(withholds).chain(cautions).chain(gates).map(move |only_if| (row.id, row.when, only_if))
    };
    ROWS.iter().flat_map(of_row).collect()
}

/// The single things that a condition reads.
fn leaves(condition: &Condition, found: &mut Vec<Condition>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| leaves(part, found)),
        Condition::Not(part) => leaves(part, found),
        Condition::Always => {}
        one => found.push(*one),
    }
}

fn all_leaves() -> Vec<Condition> {
    let mut found = Vec::new();
    for (_, when, only_if) in conditions() {
        leaves(&when, &mut found);
        leaves(&only_if, &mut found);
    }
    TERMS.iter().for_each(|(_, term)| leaves(term, &mut found));
    RECIPES.iter().for_each(|recipe| leaves(&recipe.when, &mut found));
    BESIDE.iter().for_each(|list| leaves(&list.when, &mut found));
    found
}

/// The words of a condition that is one thing, or a named one.
fn said(condition: &Condition) -> String {
    match Clause::of(condition, &EN) {
        Clause::Says(words) => words,
        group => panic!("a list: {group:?}"),
    }
}

#[test]
fn the_words_of_each_thing_that_a_condition_reads_name_it_with_its_answers() {
    for leaf in all_leaves() {
        let mut wanted: Vec<String> = Vec::new();
        let mut input = |input: Input, values: &[&str]| {
            let question = EN.question(input);
            wanted.push(question.short.to_owned());
            wanted.extend(values.iter().map(|value| question.option(value).to_owned()));
        };
        match leaf {
            Condition::Item(number, answer) => {
                input(Input::DashItem(ItemNumber::new(number).unwrap()), &[answer.text()]);
                wanted.remove(0);
                wanted.extend([format!("Dash {number},"), EN.item(ItemNumber::new(number).unwrap()).label.to_owned()]);
            }
            Condition::Field(field, values, or_absent) => {
                input(Input::Context(field), values.texts);
                wanted.extend(or_absent.then(|| EN.steps().pages.record.not_asked.to_owned()));
            }
            Condition::Setting(field, values) => input(Input::Setting(field), values.texts),
            Condition::Indicator(id) => wanted.push(EN.indicator(id).name.to_owned()),
            Condition::Flag(flag) => wanted.push(EN.question(Input::Flag(flag)).option("true").to_owned()),
            Condition::Profile(id) => input(Input::Profile, &[id]),
            Condition::Judgement(judgement) => input(Input::DashJudgement, &[judgement.text()]),
            Condition::Clear(clear) => wanted.push(EN.text(&format!("fact.clear_{}", clear.text())).to_owned()),
            Condition::Fact(_) | Condition::Always => {}
            Condition::All(_) | Condition::Any(_) | Condition::Not(_) => unreachable!(),
        }
        // A condition that is one thing may have a name of its own, and then its words stand with that name.
        let text = said(&leaf);
        let text = if text.starts_with('“') { format!("{:?}", Clause::meaning(&leaf, &EN)) } else { text };
        let text = text.to_lowercase();
        for words in wanted {
            assert!(!words.is_empty() && text.contains(&words.to_lowercase()), "“{words}” is not in: {text}");
        }
        assert!(text.len() > 5, "{leaf:?} has no words");
    }
}

/// Answers to everything that a condition can read, drawn by chance, some of them against each other.
struct Drawn {
    fields: Vec<u32>,
    rest: Vec<(Condition, bool)>,
}

impl Drawn {
    fn new(known: &[Condition], chance: &mut impl FnMut() -> u32) -> Self {
        let field = |field: &ContextField, chance: &mut dyn FnMut() -> u32| match field.kind() {
            Kind::One(texts) => {
                1_u32.checked_shl(chance() % (texts.len() as u32 + 1)).unwrap() & ((1 << texts.len()) - 1)
            }
            Kind::Any(texts) => chance() & chance() & ((1 << texts.len()) - 1),
            _ => 0,
        };
        let fields = ContextField::ALL.iter().map(|one| field(one, chance)).collect();
        let rest = known.iter().filter(|leaf| !matches!(leaf, Condition::Field(..)));
        Self { fields, rest: rest.map(|leaf| (*leaf, chance().is_multiple_of(2))).collect() }
    }
    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Always => true,
            Condition::All(parts) => parts.iter().all(|part| self.holds(part)),
            Condition::Any(parts) => parts.iter().any(|part| self.holds(part)),
            Condition::Not(part) => !self.holds(part),
            Condition::Field(field, values, or_absent) => {
                let held = self.fields[*field as usize];
                held & values.members != 0 || (*or_absent && held == 0)
            }
            one => self.rest.iter().find(|(leaf, _)| leaf == one).unwrap().1,
        }
    }
    fn says(&self, clause: &Clause, meant: &BTreeMap<String, Condition>) -> bool {
        match clause {
            Clause::Says(words) => {
                let (not, words) = words.strip_prefix("not: ").map_or((false, words.as_str()), |words| (true, words));
                let condition = meant.get(words).unwrap_or_else(|| panic!("nothing is called “{words}”"));
                self.holds(condition) != not
            }
            Clause::Group(How::All, parts) => parts.iter().all(|part| self.says(part, meant)),
            Clause::Group(How::Any, parts) => parts.iter().any(|part| self.says(part, meant)),
            Clause::Group(How::None, parts) => !parts.iter().any(|part| self.says(part, meant)),
            Clause::Group(How::NotAll, parts) => !parts.iter().all(|part| self.says(part, meant)),
        }
    }
}

#[test]
fn the_words_of_a_condition_hold_exactly_where_it_holds() {
    let known = all_leaves();
    let mut meant: BTreeMap<String, Condition> = known.iter().map(|leaf| (said(leaf), *leaf)).collect();
    meant.extend(TERMS.iter().map(|(_, term)| (said(term), *term)));
    meant.insert(EN.later().pages.rules.always.to_owned(), Condition::Always);
    // The meaning of a named condition that is one thing.
    meant.extend(TERMS.iter().filter_map(|(_, term)| match Clause::meaning(term, &EN) {
        Clause::Says(words) if !words.starts_with("not: ") => Some((words, *term)),
        _ => None,
    }));
    let mut state = 1_u32;
    let mut chance = || {
        // A generator of numbers is enough here: xorshift.
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state >> 4
    };
    let drawn: Vec<Drawn> = (0..2_000).map(|_| Drawn::new(&known, &mut chance)).collect();
    let mut held = BTreeSet::new();
    for (row, when, only_if) in conditions() {
        let clause = Clause::both(&when, &only_if, &EN);
        for answers in &drawn {
            let holds = answers.holds(&when) && answers.holds(&only_if);
            assert_eq!(answers.says(&clause, &meant), holds, "{row}: {:?}", clause.lines(&EN));
            held.insert((row, holds));
        }
    }
    assert!(held.iter().filter(|(_, holds)| *holds).count() > 60, "most conditions hold for some answers");
    for list in BESIDE {
        let clause = Clause::of(&list.when, &EN);
        assert!(drawn.iter().all(|answers| answers.says(&clause, &meant) == answers.holds(&list.when)), "{}", list.id);
    }
    for (name, term) in TERMS {
        let clause = Clause::meaning(term, &EN);
        assert!(drawn.iter().all(|answers| answers.says(&clause, &meant) == answers.holds(term)), "{name}");
    }
}

#[test]
fn a_named_condition_is_named_and_explained_once() {
    let names: BTreeSet<&str> = TERMS.iter().map(|(name, _)| EN.text(&format!("term.{name}"))).collect();
    assert!(names.len() == TERMS.len() && !names.contains(""), "each has a name of its own");
    assert_eq!(codes(Part::Terms).len(), TERMS.len());
    for (name, term) in TERMS {
        let own = format!("“{}”", EN.text(&format!("term.{name}")));
        assert!(!format!("{:?}", Clause::meaning(term, &EN)).contains(&own), "{name} explains itself by itself");
    }
    // What the engine has worked out has words, too.
    for fact in Fact::ALL {
        let keys = ["known", "fact"].map(|table| EN.text(&format!("{table}.{}", fact.text())));
        assert!(keys.iter().any(|words| !words.is_empty() && !words.contains('{')), "{}", fact.text());
    }
}

#[test]
fn brackets_and_not_keep_their_meaning() {
    let clause = |condition: &Condition| Clause::of(condition, &EN);
    const NINE: Condition = Condition::Item(9, ItemAnswer::Yes);
    const EIGHT: Condition = Condition::Item(8, ItemAnswer::Yes);
    const SEVEN: Condition = Condition::Item(7, ItemAnswer::Yes);
    const FIVE: Condition = Condition::Item(5, ItemAnswer::DontKnow);
    let [nine, eight, seven, five] = [NINE, EIGHT, SEVEN, FIVE].map(|item| clause(&item));
    assert_eq!(clause(&Condition::Any(&[NINE])), nine, "one thing is no list");
    let nested = Condition::Any(&[NINE, Condition::All(&[EIGHT, FIVE]), Condition::Any(&[SEVEN])]);
    let both = Clause::Group(How::All, vec![eight, five]);
    assert_eq!(clause(&nested), Clause::Group(How::Any, vec![nine.clone(), both, seven.clone()]));
    let narrower = Condition::All(&[Condition::Any(&[NINE, SEVEN]), SEVEN]);
    assert_eq!(clause(&narrower), seven, "what another part already says is left out");
    let parts = vec![nine, seven];
    assert_eq!(clause(&Condition::Not(&Condition::Any(&[NINE, SEVEN]))), Clause::Group(How::None, parts.clone()));
    assert_eq!(clause(&Condition::Not(&Condition::All(&[NINE, SEVEN]))), Clause::Group(How::NotAll, parts.clone()));
    assert_eq!(
        clause(&Condition::Not(&Condition::Not(&Condition::Any(&[NINE, SEVEN])))),
        Clause::Group(How::Any, parts)
    );
    let Clause::Says(not) = clause(&Condition::Not(&FIVE)) else { panic!("a list of one") };
    assert!(not.starts_with("not: Dash 5"), "{not}");
}

#[test]
fn the_paper_holds_every_line_with_room_to_agree() {
    let paper = sheet(&EN);
    let tables: Vec<_> = paper
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Table { head, rows } => Some((head, rows)),
            _ => None,
        })
        .collect();
    let rows: Vec<&Vec<String>> = tables.iter().flat_map(|(_, rows)| rows.iter()).collect();
    assert!(tables.iter().all(|(head, _)| head.len() == 6));
    assert!(rows.iter().all(|row| row.len() == 6 && row[4].is_empty() && row[5].is_empty()));
    let codes: Vec<&str> = rows.iter().map(|row| row[0].as_str()).filter(|code| !code.is_empty()).collect();
    assert_eq!(codes.len(), all().len());
    // Every word of a rule is on it.
    let text = plain_text(&paper).split_whitespace().collect::<Vec<_>>().join(" ");
    for (_, line) in all() {
        for (_, words) in line.when.lines(&EN) {
            assert!(rows.iter().any(|row| row[1].contains(&words)), "{}: {words}", line.code);
        }
        for source in &line.sources {
            assert!(text.contains(&format!("{source}: ")), "{source} has no title");
        }
    }
    assert!(paper.version.contains(CONTENT_VERSION));
    assert!(PROFILES.iter().skip(1).all(|profile| text.contains(EN.question(Input::Profile).option(&profile.id))));
}
