//! Everything on one page: the check, the two people, every prompt, how the answers were obtained, a read-back and the result.

use super::beside::{before_you_start, group_fold, groups, is_needed, traps};
use super::card::indicator_card;
use super::flags::{discard, heard_alone, how_known, something_else};
use super::people::people_picker;
use super::read_back::read_back;
use super::result::{beside_result, whole_result};
use crate::app::{CaseState, Language, Step, View};
use crate::components::{layout_toggle, question, step_end};
use waymark_case::{ContextField, Input};
use waymark_flow::PROMPTS;
use waymark_view::{El, details, h1, html, p};

/// The page.
pub fn page(language: Language, case: CaseState, view: View) -> El {
    let words = &language.steps().pages.identify;
    let check = details("help", words.check_again)
        .attr("open", "")
        .child(is_needed(language, case))
        .child(question(language, case, Input::Context(ContextField::CounterAllegation)))
        .child(question(language, case, Input::Unsure));
    let before =
        html::div().class("notice").child(html::h2().child(words.before_title)).child(before_you_start(language));
    let page = html::div()
        .class("narrow")
        .child(h1(words.title))
        .child(p("lead", words.lead))
        .child(layout_toggle(language, view))
        .child(check)
        .child(before)
        .child(html::h2().child(words.people_title))
        .child(p("", words.people_lead))
        .child(people_picker(language, case))
        .child(question(language, case, Input::SurvivorIs))
        .child(html::h2().child(words.core_title))
        .child(p("", words.core_lead))
        .child(traps(language))
        .child(html::div().later_each(PROMPTS, move |id| indicator_card(language, case, view, id)))
        .child(html::h2().child(words.add_title));
    let fold = |page: El, group: super::beside::Group| {
        let fold = group_fold(language, case, &group).attr("open", "");
        page.child(fold.later_each(group.prompts, move |id| indicator_card(language, case, view, id)))
    };
    groups(language)
        .into_iter()
        .fold(page, fold)
        .child(html::h2().child(words.how_title))
        .child(how_known(language, case))
        .child(html::div().class("card").child(html::h3().child(words.discard_title)).child(discard(language, case)))
        .child(details("fold", words.other_title).attr("open", "").child(something_else(language, case)))
        .child(read_back(language, case, view))
        .child(heard_alone(language, case))
        .later(move || vec![whole_result(language, case, view)])
        .children(beside_result(language, case))
        .child(step_end(language, view, Step::Dash))
}
