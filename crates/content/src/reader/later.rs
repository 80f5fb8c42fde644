//! Reads the words of all that is neither a first question nor a step of a case.

use super::nations;
use crate::lines::Lines;
use crate::tables::*;
use crate::types::{LawPoint, Rule, SourceRow};
use crate::words::*;
use waymark_case::vocabulary::{PathwayId, Vocabulary};
use waymark_catalogue::Treatment;

impl LaterWords {
    /// The words in the text of what comes later.
    pub(crate) fn read(words: &mut Lines) -> Self {
        Self {
            policy_fields: words.all(POLICY_FIELDS, policy_field),
            documents: documents(words),
            nation_topics: words.all(NATION_TOPICS, |words| NationTopic {
                label: words.text(),
                texts: std::array::from_fn(|_| words.text()),
            }),
            pages: LaterPages::of(words),
            vignettes: words.all(VIGNETTES, vignette),
            law: words.all(LAW_POINTS, law_point),
            sources: words.all(SOURCES_CITED, |words| SourceRow { id: words.text(), title: words.text() }),
            schema: words.list(),
            rules: words.all(RULES_PLACED, rule),
        }
    }
}

fn policy_field(words: &mut Lines) -> PolicyField {
    PolicyField {
        page: words.text(),
        label: words.text(),
        said: {
            let said = words.list().chunks_exact(4).map(|said| Said {
                profile: said[0],
                words: said[1],
                rules: said[2],
                inferred: said[3] == "inferred",
            });
            said.collect::<Vec<_>>().leak()
        },
    }
}

/// The documents, and last what is told where none is chosen.
fn documents(words: &mut Lines) -> &'static [Document] {
    let document = |words: &mut Lines| Document {
        profile: words.text(),
        about: words.text(),
        limits: {
            let limits = words.list().chunks_exact(3).map(|limit| [limit[0], limit[1], limit[2]]);
            limits.collect::<Vec<_>>().leak()
        },
        silent: words.list(),
        floor: words.pairs(),
    };
    let mut documents: Vec<_> = (0..DOCUMENTS.len()).map(|_| document(words)).collect();
    documents.push(Document { profile: "default", about: words.text(), limits: &[], silent: &[], floor: &[] });
    documents.leak()
}

fn law_point(words: &mut Lines) -> LawPoint {
    LawPoint {
        id: words.text(),
        title: words.text(),
        text: words.text(),
        stood: words.text(),
        checked: words.text(),
        nations: nations(words),
        touches: words.list().iter().filter_map(|id| PathwayId::from_text(id)).collect::<Vec<_>>().leak(),
        sources: words.list(),
    }
}

fn rule(words: &mut Lines) -> Rule {
    Rule {
        id: words.text(),
        reference: words.text(),
        how: Treatment::from_text(words.text()).unwrap_or(Treatment::Reference),
        places: words.text(),
        topic: words.text(),
        line: words.text(),
        reason: words.text(),
    }
}

fn vignette(words: &mut Lines) -> VignetteWords {
    VignetteWords {
        id: words.text(),
        title: words.text(),
        setting: words.text(),
        warning: words.text(),
        story: words.list(),
        case: words.list(),
        reasons: words.list(),
        traps: words.list(),
        discuss: words.list(),
        pair: words.list(),
        moments: moments(words),
    }
}

/// Moments, up to an empty line.
fn moments(words: &mut Lines) -> &'static [MomentWords] {
    let answer = |told: &[&'static str]| AnswerWords { helps: told[0] == "helps", say: told[1], why: told[2] };
    let mut moments = Vec::new();
    loop {
        match words.text() {
            "" => return moments.leak(),
            when => {
                let answers = words.list().chunks_exact(3).map(answer);
                moments.push(MomentWords { when, answers: answers.collect::<Vec<_>>().leak() });
            }
        }
    }
}
