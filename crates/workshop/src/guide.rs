//! The trainer's guide: plans, words to open and close with, care for the people in the room, a handout, what is known of the
//! tools, and a study of agreement.
//!
//! Lives here: which sheets there are and what stands on each, in order, for the screen and for paper. Not here: how either
//! shows it.

use waymark_content::words::Words;

/// A sheet of the guide.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The name that a blank sheet carries.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What stands on it, in order.
    pub parts: Vec<Part>,
}

/// A part of a sheet.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// The reminder that all is made up, where paper has it too. On a screen every sheet begins with it.
    Band(&'static str),
    /// A paragraph.
    Text(&'static str),
    /// A heading with its lines.
    Lines(&'static str, &'static [&'static str]),
    /// A heading with words to say aloud.
    Aloud(&'static str, &'static [&'static str]),
    /// Ways of getting it wrong, each with what to do instead; numbered.
    Ways(&'static [&'static str], &'static [&'static str]),
}

/// The sheets, in order.
pub fn sheets(words: &Words) -> [Sheet; 5] {
    let band = Part::Band(words.later().pages.workshop.band);
    let (guide, known) = (&words.later().pages.workshop_guide, &words.later().pages.workshop_evidence);
    let plan = vec![
        band,
        Part::Lines(guide.before_title, guide.before),
        Part::Lines(guide.hour_title, guide.hour),
        Part::Lines(guide.half_day_title, guide.half_day),
        Part::Lines(guide.no_devices_title, guide.no_devices),
    ];
    let care = vec![
        band,
        Part::Text(guide.care_lead),
        Part::Lines(guide.care_do_title, guide.care_do),
        Part::Aloud(guide.opening_title, guide.opening),
        Part::Aloud(guide.closing_title, guide.closing),
        Part::Lines(guide.figures_do_title, guide.figures_do),
        Part::Lines(guide.figures_not_title, guide.figures_not),
    ];
    let handout =
        vec![Part::Text(guide.wrong_lead), Part::Ways(guide.wrong, guide.instead), Part::Text(guide.wrong_end)];
    let evidence = vec![
        Part::Text(known.lead),
        Part::Lines(known.dash_title, known.dash),
        Part::Lines(known.disagree_title, known.disagree),
        Part::Lines(known.dara_title, known.dara),
        Part::Lines(known.signs_title, known.signs),
        Part::Lines(known.unknown_title, known.unknown),
    ];
    let study = vec![
        Part::Text(known.study_lead),
        Part::Lines(known.study_do_title, known.study_do),
        Part::Lines(known.study_read_title, known.study_read),
    ];
    [
        Sheet { name: "trainer-plan", title: guide.plan_title, parts: plan },
        Sheet { name: "trainer-care", title: guide.care_title, parts: care },
        Sheet { name: "trainer-handout", title: guide.wrong_title, parts: handout },
        Sheet { name: "trainer-evidence", title: known.title, parts: evidence },
        Sheet { name: "trainer-study", title: known.study_title, parts: study },
    ]
}
