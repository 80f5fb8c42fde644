//! The blank sheets, for `paper.html` and for `index.html` without its program.
//!
//! What lives here: which words of the tool stand on which sheet. What does not: words of their own, which are in
//! `crates/content/data`, and how a sheet looks, which is in `style/`.

mod markup;
mod plan;
mod questions;
mod reference;
mod tonight;
mod workshop;

use waymark_content::words::Words;
use waymark_content::{Part, Texts};

use crate::error::Error;

/// Every sheet, in the order in which a worker would need them. `words` as the program of this build reads them.
pub fn sheets(words: &[String; 3]) -> Result<String, Error> {
    // For as long as the process: the words are what everything else borrows from.
    let texts = Box::leak(Box::new(Texts::new()));
    if !Part::ALL.into_iter().zip(words).all(|(part, text)| texts.give(part, text.clone())) {
        return Err(Error::Page("the content has changed since xtask was started: start it again".into()));
    }
    let words = Words::read(texts);
    let sheets = [
        tonight::ask(&words),
        tonight::act(&words),
        questions::situation(&words),
        questions::identify(&words),
        questions::dash(&words),
        questions::beside(&words),
        plan::next_steps(&words),
        reference::numbers(&words),
        reference::say(&words),
        workshop::guide(&words),
    ];
    Ok(sheets.concat())
}

#[cfg(test)]
mod tests {
    use waymark_case::ItemNumber;
    use waymark_content::EN;
    use waymark_content::{HELPLINES, INDICATORS};

    use super::markup::escaped;
    use super::*;

    #[test]
    fn what_the_tool_asks_stands_on_the_sheets() {
        let identify = questions::identify(&EN);
        assert_eq!(identify.matches("<tr>").count(), 1 + INDICATORS.len());
        let dash = questions::dash(&EN);
        for item in ItemNumber::all() {
            assert!(dash.contains(&escaped(EN.item(item).label)), "item {}", item.get());
        }
        let situation = questions::situation(&EN);
        for field in waymark_flow::sections().iter().flat_map(|section| section.fields) {
            let question = EN.question(waymark_case::Input::Context(*field));
            let ask = question.ask.replace("{months}", "12");
            assert!(situation.contains(&escaped(&ask)), "{}", question.name);
            assert!(question.options.iter().all(|(_, label)| situation.contains(&escaped(label))), "{}", question.name);
        }
    }

    #[test]
    fn nothing_that_is_to_be_filled_in_stands_on_a_sheet() {
        assert!(![questions::situation(&EN), questions::dash(&EN)].concat().contains('{'));
    }

    #[test]
    fn only_numbers_that_the_tool_prints_stand_on_the_sheets() {
        let numbers = reference::numbers(&EN);
        for line in HELPLINES.iter().filter(|line| line.is_for_the_harmed()) {
            assert!(numbers.contains(line.number) && numbers.contains(&escaped(line.name)), "{}", line.id);
        }
        assert_eq!(
            numbers.matches("class=\"tel\"").count(),
            HELPLINES.iter().filter(|line| line.is_for_the_harmed()).count()
        );
    }

    #[test]
    fn the_dash_sheet_has_no_total_and_no_line_to_reach() {
        let dash = questions::dash(&EN).to_lowercase();
        assert!(["total", "14", "score"].iter().all(|word| !dash.replace("<td>14</td>", "").contains(word)), "{dash}");
        assert_eq!(dash.matches("class=\"cross\"").count(), 24 * 3);
    }

    #[test]
    fn words_of_another_build_are_refused() {
        assert!(sheets(&["en\nNotes\n", "", ""].map(Into::into)).is_err());
    }
}
