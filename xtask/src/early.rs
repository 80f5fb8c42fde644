//! Tonight's first questions as markup of the shell: they are answered before the program is there, and it goes on from the
//! answers (`boot/early.js`, `app::lifecycle`). Made from the program's own tables, and marked up as it marks them up.

use waymark_case::Case;
use waymark_content::words::{Words, fill};
use waymark_flow::tonight::{self, Answer, ScreenId, Tap};

use crate::template::escaped;

/// Screens of one question whose order rests on nothing but the answers to each other.
const SCREENS: [ScreenId; 3] = [ScreenId::Danger, ScreenId::Private, ScreenId::ToldBy];

/// The screens in their order, all but the first hidden.
pub fn tonight(words: &Words) -> String {
    SCREENS.into_iter().map(|id| screen(id, words)).collect()
}

fn screen(id: ScreenId, words: &Words) -> String {
    let shell = &words.pages.shell;
    let screen = tonight::screen(id);
    let name = screen.first_name();
    let title = escaped(screen.title(words));
    let (at, of) = tonight::place(id, &Case::default());
    let parts = [("step", words.pages.tonight.title), ("at", &at.to_string()), ("of", &of.to_string())];
    let progress = escaped(&fill(shell.screen_of, &parts));
    let bigs: String = screen.answers().iter().map(|answer| big(id, answer, words)).collect();
    let skipped = then(id, &Case::default());
    let (skip, back) = (escaped(shell.skip_question), escaped(shell.back));
    format!(
        "<div class=\"screen\" data-screen=\"{name}\" hidden>\n\
         <p class=\"progress\">{progress}</p>\n\
         <h1 tabindex=\"-1\">{title}</h1>\n\
         <fieldset class=\"bigs\"><legend class=\"visually-hidden\">{title}</legend>\n{bigs}</fieldset>\n\
         <div class=\"actions\">{}{}</div>\n</div>\n",
        button("button second", &format!("data-action=\"skip\" data-then=\"{skipped}\""), &skip),
        button("button quiet", "data-action=\"back\"", &back),
    )
}

/// An answer, with the screen that comes after it.
fn big(id: ScreenId, answer: &'static Answer, words: &Words) -> String {
    let mut case = Case::default();
    tonight::apply(&mut case, Tap::Answer(answer), words);
    let put = answer.puts.first().map_or("", |put| put.value);
    let parts =
        format!("name=\"{}\" value=\"{put}\" data-then=\"{}\"", tonight::screen(id).first_name(), then(id, &case));
    button("", &parts, &escaped(answer.label(words))) + "\n"
}

/// What a press shows next: another of these screens, the words for danger, or that the page is still getting ready.
fn then(id: ScreenId, case: &Case) -> &'static str {
    match tonight::next(id, case) {
        Some(ScreenId::Danger) => "danger",
        Some(next) if next > id && SCREENS.contains(&next) => tonight::screen(next).first_name(),
        _ => "wait",
    }
}

/// A button that a browser neither fills in nor translates, as those of the program are, of the form that keeps nothing.
fn button(class: &str, parts: &str, words: &str) -> String {
    format!(
        "<button type=\"button\" class=\"{class}\" {parts} form=\"early\" autocomplete=\"off\" spellcheck=\"false\" \
         writingsuggestions=\"false\" translate=\"no\">{words}</button>"
    )
}
