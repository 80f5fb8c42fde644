//! The short form in which the library writes a case: an answer a line, so that a person can read and change it.
//!
//! `nation england`, `wishes stay-home no-police`, `F1 1 O2 ongoing` (who, sources, how often; `tainted` at the end),
//! `yes 2 12 15`, `flag harmed_voice`, and any other input by its name: `dash.with survivor`. There is no short form for "no to
//! all others": what a story does not tell was not asked, and is never a no.

use waymark_case::identify::IndicatorAnswer;
use waymark_case::input::IndicatorPart;
use waymark_case::vocabulary::{IndicatorId, Vocabulary};
use waymark_case::{Case, ContextField, Input, ItemNumber};

/// Reads the lines of a case; the second part is the lines that did not read.
pub fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> (Case, Vec<&'a str>) {
    let (mut case, mut wrong) = (Case::default(), Vec::new());
    for line in lines {
        if answer(&mut case, line).is_none() {
            wrong.push(line);
        }
    }
    (case, wrong)
}

fn answer(case: &mut Case, line: &str) -> Option<()> {
    let (name, values) = line.split_once(' ')?;
    if let Some(id) = IndicatorId::from_text(name) {
        return indicator(case, id, values);
    }
    match name {
        "yes" | "no" | "dk" => {
            let items: Vec<ItemNumber> = values.split(' ').map(ItemNumber::from_text).collect::<Option<_>>()?;
            items.into_iter().try_for_each(|item| case.put(Input::DashItem(item), Some(name)).ok())
        }
        "flag" => case.put(Input::parse(&["identify.flags.", values].concat())?, Some("true")).ok(),
        _ => {
            let field = ContextField::from_name(name).map(Input::Context);
            let input = field.or_else(|| Input::parse(name))?;
            values.split(' ').try_for_each(|value| case.put(input, Some(value)).ok())
        }
    }
}

fn indicator(case: &mut Case, id: IndicatorId, values: &str) -> Option<()> {
    if case.identify.answer(id).is_some() {
        return None;
    }
    let mut words = values.split(' ');
    let mut put = |part, value: &str| case.put(Input::Indicator(id, part), Some(value)).ok();
    put(IndicatorPart::Who, words.next()?)?;
    for word in words {
        match word {
            "once" | "repeated" | "ongoing" => put(IndicatorPart::HowOften, word)?,
            "tainted" => put(IndicatorPart::Tainted, "true")?,
            // Sources stand together, a letter each.
            sources => {
                sources.chars().try_for_each(|source| put(IndicatorPart::Sources, source.encode_utf8(&mut [0; 4])))?
            }
        }
    }
    Some(())
}

/// The answer to an indicator with nothing that is typed, for comparing two.
pub fn plain(answer: &IndicatorAnswer) -> IndicatorAnswer {
    IndicatorAnswer { note: None, when: None, ..answer.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_does_not_read_is_named_and_the_rest_count() {
        let (case, wrong) = read([
            "nation england",
            "nation mars",
            "F1 1 O2 ongoing",
            "F1 2 O",
            "K1 1 X",
            "yes 2 25",
            "no rest",
            "x y",
        ]);
        assert_eq!(wrong, ["nation mars", "F1 2 O", "K1 1 X", "yes 2 25", "no rest", "x y"]);
        assert_eq!(case.shown(Input::Indicator(IndicatorId::F1, IndicatorPart::Sources)), "O 2");
        assert!(case.dash.answers.is_empty(), "nothing is answered that no whole line answers");
    }

    #[test]
    fn the_short_form_holds_flags_sets_and_inputs_by_name() {
        let (case, wrong) = read(["flag harmed_voice", "wishes stay-home no-police", "dash.heard alone", "yes 15"]);
        assert!(wrong.is_empty());
        assert!(case.identify.flags.harmed_voice && case.dash.yes(15));
        assert_eq!(case.context.wishes.len(), 2);
        assert_eq!(case.shown(Input::DashHeard), "alone");
    }
}
