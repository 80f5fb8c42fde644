//! What else to ask about beside the Dash, folded: prompts, and no inputs.

use super::rule_line;
use crate::app::Language;
use waymark_case::listed::Listed;
use waymark_content::words::{BesideWords, capital, fill};
use waymark_view::{El, details, html, list, p};

/// The lists of these ids behind one fold that names them; nothing where there are none.
pub fn also_ask(language: Language, ids: &[&str]) -> Option<El> {
    let words = &language.steps().pages.dash;
    let lists: Vec<&BesideWords> = language.steps().beside.iter().filter(|one| ids.contains(&one.id)).listed();
    let names: Vec<&str> = lists.iter().map(|one| one.title).listed();
    let fold = details("fold", fill(words.also, &[("what", &names.join("; "))])).attr("data-beside", "");
    (!lists.is_empty())
        .then(|| fold.child(p("small", words.also_lead)).children(lists.into_iter().map(|one| told(language, one))))
}

fn told(language: Language, one: &BesideWords) -> El {
    html::div()
        .attr("data-list", one.id)
        .child(html::h3().child(capital(one.title)))
        .child(list(html::ul(), "", one.ask.iter().copied()))
        .child(p("small", one.disputed))
        .child(rule_line(language, one.sources))
}
