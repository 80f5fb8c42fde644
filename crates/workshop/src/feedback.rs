//! What somebody saw in a vignette, beside what the panel saw, answer by answer. No mark, no total for a person.

use super::vignette::{About, Vignette};
use waymark_case::PracticeCase;
use waymark_case::identify::IndicatorAnswer;
use waymark_case::listed::Listed;
use waymark_case::vocabulary::*;
use waymark_case::{Case, ContextField, Input, ItemNumber};
use waymark_content::{Strength, indicator};
use waymark_engine::assess;
use waymark_engine::assessment::{Assessment, Outcome, Route};

waymark_case::closed_set! {
    /// What of a vignette is practised in a sitting.
    Focus {
        Identify = "identify", TenItems = "ten-items", Judgement = "judgement", SayNext = "say-next", Whole = "whole",
    }
    /// How an answer stands to the panel's.
    Seen {
        Same = "same", Missed = "missed", OverRead = "over-read", OtherWay = "other-way", Source = "source",
        Tainted = "tainted", Differs = "differs",
    }
}

/// The ten danger items of the focus, the gravest first.
pub const TEN_ITEMS: [u8; 10] = [15, 14, 13, 16, 22, 6, 8, 11, 10, 12];

/// One question of the case, yours and the panel's; either may be unanswered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedAnswer {
    /// Which input.
    pub input: Input,
    /// What you answered, as its value.
    pub yours: String,
    /// What the panel answered.
    pub panel: String,
    /// How the two stand.
    pub seen: Seen,
    /// What its reason stands under.
    pub about: Option<About>,
}

/// One indicator, yours and the panel's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Which.
    pub id: IndicatorId,
    /// Yours, if it was answered.
    pub yours: Option<IndicatorAnswer>,
    /// The panel's, if it answered.
    pub panel: Option<IndicatorAnswer>,
    /// How the two stand.
    pub seen: Seen,
}

/// What a case comes to, as far as a vignette is talked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Come {
    /// Outcome of the identification; none when not started.
    pub outcome: Option<Outcome>,
    /// The person it names or leans towards.
    pub person: Option<Person>,
    /// Yes answers; none where no total may be given.
    pub yes: Option<u8>,
    /// The local line.
    pub threshold: u16,
    /// Routes to MARAC that are met.
    pub routes: Vec<Route>,
    /// The professional judgement.
    pub judgement: Option<Judgement>,
}

impl Come {
    /// What this case comes to.
    pub fn of(case: &Case) -> Self {
        Self::under(case, &assess)
    }

    /// What this case comes to where an area's policy and values are in use: `assess` knows them.
    pub fn under(case: &Case, assess: &dyn Fn(&Case) -> Assessment) -> Self {
        let Assessment { identify, dash, .. } = assess(case);
        Self {
            outcome: identify.outcome,
            person: identify.person,
            yes: dash.yes,
            threshold: dash.threshold,
            routes: dash.routes,
            judgement: case.dash.judgement,
        }
    }
}

/// Everything to talk about after a vignette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// What yours comes to.
    pub yours: Come,
    /// What the panel's comes to.
    pub panel: Come,
    /// The evidence, in the order of the indicator table.
    pub evidence: Vec<Evidence>,
    /// The Dash items.
    pub items: Vec<ComparedAnswer>,
    /// The situation; only of what the panel answered.
    pub situation: Vec<ComparedAnswer>,
}

impl Feedback {
    /// Compares a practice case with the panel's, as far as the focus reaches.
    pub fn of(practice: PracticeCase<'_>, vignette: &Vignette, focus: Focus) -> Self {
        Self::under(practice, vignette, focus, &assess)
    }

    /// The same where an area's policy and values are in use: `assess` knows them. Both are read by the policy and the line
    /// that the practice case has, so that they differ in the answers alone.
    pub fn under(
        practice: PracticeCase<'_>,
        vignette: &Vignette,
        focus: Focus,
        assess: &dyn Fn(&Case) -> Assessment,
    ) -> Self {
        let yours = practice.case();
        let panel = &Case { profile: yours.profile.clone(), settings: yours.settings.clone(), ..vignette.case.clone() };
        let identify = matches!(focus, Focus::Whole | Focus::Identify);
        let items: &[u8] = match focus {
            Focus::Whole => &ALL_ITEMS,
            Focus::TenItems => &TEN_ITEMS,
            _ => &[],
        };
        let fields = if focus == Focus::Whole { ContextField::ALL } else { &[] };
        Self {
            yours: Come::under(yours, assess),
            panel: Come::under(panel, assess),
            evidence: if identify { evidence(yours, panel) } else { Vec::new() },
            items: items.iter().filter_map(|number| item(yours, panel, ItemNumber::new(*number)?)).listed(),
            situation: fields.iter().filter_map(|field| situation(yours, panel, *field)).listed(),
        }
    }
}

const ALL_ITEMS: [u8; 24] = {
    let mut all = [0; 24];
    let mut place = 0;
    while place < 24 {
        all[place] = place as u8 + 1;
        place += 1;
    }
    all
};

fn item(yours: &Case, panel: &Case, item: ItemNumber) -> Option<ComparedAnswer> {
    let (mine, theirs) = (yours.dash.answers.get(item), panel.dash.answers.get(item));
    let seen = match (mine, theirs) {
        (None, None) => return None,
        (mine, theirs) if mine == theirs => Seen::Same,
        (Some(ItemAnswer::Yes), _) => Seen::OverRead,
        (_, Some(ItemAnswer::Yes)) => Seen::Missed,
        // What a story does not tell may be "no", "don't know" or left blank.
        _ => return None,
    };
    let input = Input::DashItem(item);
    let (mine, theirs) = (yours.shown(input), panel.shown(input));
    Some(ComparedAnswer { input, yours: mine, panel: theirs, seen, about: Some(About::Item(item)) })
}

fn situation(yours: &Case, panel: &Case, field: ContextField) -> Option<ComparedAnswer> {
    let input = Input::Context(field);
    if panel.is_unanswered(input) {
        return None;
    }
    let (mine, theirs) = (yours.shown(input), panel.shown(input));
    // A story does not say what is not in it.
    if mine.is_empty() && ["no", "none", "unknown"].contains(&theirs.as_str()) {
        return None;
    }
    let seen = if mine == theirs {
        Seen::Same
    } else if mine.is_empty() {
        Seen::Missed
    } else {
        Seen::Differs
    };
    Some(ComparedAnswer { input, yours: mine, panel: theirs, seen, about: None })
}

/// The evidence that either of the two answered.
fn evidence(yours: &Case, panel: &Case) -> Vec<Evidence> {
    let answered = |case: &Case, id| case.identify.answer(id).filter(|answer| answer.says_something()).cloned();
    let pairs = IndicatorId::ALL.iter().map(|id| (*id, answered(yours, *id), answered(panel, *id)));
    pairs
        .filter_map(|(id, yours, panel)| {
            let seen = stands(id, yours.as_ref(), panel.as_ref())?;
            Some(Evidence { id, yours, panel, seen })
        })
        .listed()
}

fn stands(id: IndicatorId, yours: Option<&IndicatorAnswer>, panel: Option<&IndicatorAnswer>) -> Option<Seen> {
    let (yours, panel) = match (yours, panel) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Seen::Missed),
        (Some(_), None) => return Some(Seen::OverRead),
        (Some(yours), Some(panel)) => (yours, panel),
    };
    if yours.who != panel.who {
        return Some(Seen::OtherWay);
    }
    // Which never counts may be read as one likes; a word of it changes no result.
    if indicator(id).strength == Strength::SetAside {
        return Some(Seen::Same);
    }
    Some(if yours.tainted != panel.tainted {
        Seen::Tainted
    } else if stronger(yours) && !stronger(panel) || often(yours) > often(panel) {
        Seen::OverRead
    } else if yours.sources != panel.sources || often(yours) < often(panel) {
        Seen::Source
    } else {
        Seen::Same
    })
}

/// Whether someone other than the two people saw it.
fn stronger(answer: &IndicatorAnswer) -> bool {
    [Source::Observed, Source::Agency, Source::ThirdParty].into_iter().any(|source| answer.sources.has(source))
}

/// Once, or as a pattern.
fn often(answer: &IndicatorAnswer) -> u8 {
    u8::from(matches!(answer.how_often, Some(HowOften::Repeated | HowOften::Ongoing)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::super::short;
    use super::*;
    use waymark_case::SetAside;

    fn feedback(yours: &[&str], panel: &[&str], focus: Focus) -> Feedback {
        let vignette = Vignette { case: short::read(panel.iter().copied()).0, ..Vignette::default() };
        let mut case = Case::default();
        let _aside = SetAside::enter(&mut case, None, Default::default());
        let read = short::read(yours.iter().copied()).0;
        (case.identify, case.dash, case.context) = (read.identify, read.dash, read.context);
        Feedback::of(PracticeCase::of(&case).expect("it was entered"), &vignette, focus)
    }

    #[test]
    fn evidence_is_missed_over_read_or_read_the_other_way() {
        let panel = [
            "F1 1 O2 ongoing",
            "K1 1 2 ongoing",
            "K2 1 2 ongoing",
            "U1 none 12",
            "L1 1 2 once",
            "P3 2 O",
            "K3 1 2 once tainted",
        ];
        let yours = [
            "F1 2 O2 ongoing",
            "K1 1 O ongoing",
            "K2 1 T2 ongoing",
            "H1 1 O once",
            "L1 1 2 ongoing",
            "P3 2 1",
            "K3 1 2 once",
        ];
        let found = feedback(&yours, &panel, Focus::Identify);
        let seen: Vec<_> = found.evidence.iter().map(|it| (it.id.text(), it.seen.text())).collect();
        let wanted = [
            ("F1", "other-way"),
            ("K1", "over-read"),
            ("K2", "over-read"),
            ("K3", "tainted"),
            ("H1", "over-read"),
            ("U1", "missed"),
            ("L1", "over-read"),
            ("P3", "same"),
        ];
        assert_eq!(seen, wanted);
        assert!(found.items.is_empty() && found.situation.is_empty(), "only what the focus reaches");
    }

    #[test]
    fn an_item_too_many_and_one_too_few() {
        let found = feedback(&["yes 15 8", "no 14", "dk 13"], &["yes 15 14", "no 13 8", "dk 16"], Focus::TenItems);
        let seen: Vec<_> = found.items.iter().map(|line| (line.input.name(), line.seen)).collect();
        let wanted = [("dash.15", Seen::Same), ("dash.14", Seen::Missed), ("dash.8", Seen::OverRead)];
        assert_eq!(seen, wanted.map(|(name, seen)| (name.to_owned(), seen)));
    }

    #[test]
    fn the_situation_is_only_of_what_the_panel_answered() {
        let found = feedback(
            &["nation wales", "pets yes"],
            &["nation england", "children in-home", "pregnant no"],
            Focus::Whole,
        );
        let seen: Vec<_> = found.situation.iter().map(|line| (line.input.name(), line.seen)).collect();
        assert_eq!(seen, [("context.nation".to_owned(), Seen::Differs), ("context.children".to_owned(), Seen::Missed)]);
    }
}
