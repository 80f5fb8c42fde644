//! The Dash is for someone else to complete here: who should complete it, and when not to wait for them.

use super::area::area_contacts;
use super::boxes::rule_line;
use super::policy::rule_row;
use crate::app::{CaseState, Language};
use leptos::prelude::*;
use waymark_area::area_contacts_to;
use waymark_case::listed::Listed;
use waymark_content::rules;
use waymark_engine::assessment::Handoff;
use waymark_record::role_names;
use waymark_view::{El, html, memo, p};

/// To whom this worker hands the Dash over; empty where the policy lets them complete it.
pub fn handoff_panel(language: Language, case: CaseState) -> El {
    let handoff = memo(move || case.assessment.with(|assessment| assessment.handoff.clone()));
    html::div().live(move || handoff.get().map(|handoff| panel(language, case, &handoff)).into_iter().listed())
}

fn panel(language: Language, case: CaseState, handoff: &Handoff) -> El {
    let shell = &language.pages.shell;
    let (state, words) = match handoff.waits {
        true => ("waits", shell.handoff_waits),
        false => ("now", shell.handoff_now),
    };
    let ring = area_contacts_to(handoff);
    // What no sentence of the policy says is not put to a worker as what it says: the rules it is read from stand there.
    let lead = if handoff.read_across { shell.handoff_across } else { shell.handoff_words };
    let from = rules().iter().filter(|rule| handoff.read_across && handoff.rules.iter().any(|own| own == rule.id));
    let from: Vec<El> = from.map(rule_row).listed();
    let from = (!from.is_empty()).then(|| html::ul().children(from));
    html::section()
        .class("panel")
        .attr("data-handoff", state)
        .child(html::h2().child(shell.handoff_title))
        .child(p("", lead).child(" ").child(html::strong().child(role_names(&handoff.to, language))).child("."))
        .child(from)
        .child(p("", words))
        .child(area_contacts(language, case, move || ring))
        .child(rule_line(language, &handoff.rules))
}
