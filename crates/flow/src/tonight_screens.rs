//! The ten screens of the fast path as data: what each asks, and what each answer puts into the case.
//!
//! Lives here: the table, by the names of inputs. Not here: what comes next and how a tap is applied (`tonight`).

use super::tonight_parts::{Answer, InputValue, RowQuestion, Screen, ScreenId, ScreenKind, Tick, Word};
use waymark_case::Case;
use waymark_case::vocabulary::*;

const fn put(name: &'static str, value: &'static str) -> InputValue {
    InputValue { name, value }
}

/// An answer in the words of the question itself.
const fn plain(puts: &'static [InputValue]) -> Answer {
    Answer { puts, label: None }
}

fn always(_: &Case) -> bool {
    true
}

/// The other person is the only source, so what is known was said by them and nobody asks the survivor tonight.
pub(super) fn told_by_other_person(case: &Case) -> bool {
    case.context.told_by == Some(ToldBy::Perpetrator)
}

fn told_otherwise(case: &Case) -> bool {
    !told_by_other_person(case)
}

const DANGER: &[Answer] = &[
    plain(&[put("context.danger_now", "yes")]),
    plain(&[put("context.danger_now", "no")]),
    plain(&[put("context.danger_now", "unknown")]),
];

const PRIVATE: &[Answer] = &[
    Answer { puts: &[put("context.private_now", "yes")], label: Some(|words| words.pages.tonight.private_yes) },
    Answer { puts: &[put("context.private_now", "no")], label: Some(|words| words.pages.tonight.private_no) },
    Answer {
        puts: &[put("context.private_now", "not-with-me")],
        label: Some(|words| words.pages.tonight.private_not_with_me),
    },
];

const TOLD_BY: &[Answer] = &[
    plain(&[put("context.told_by", "survivor")]),
    plain(&[put("context.told_by", "seen")]),
    plain(&[put("context.told_by", "third-party")]),
    plain(&[put("context.told_by", "perpetrator")]),
    plain(&[put("context.told_by", "agency")]),
    plain(&[put("context.told_by", "unknown")]),
];

const LIMITS: &[Answer] = &[
    Answer { puts: &[put("context.limits_explained", "yes")], label: Some(|words| words.pages.tonight.limits_yes) },
    Answer { puts: &[put("context.limits_explained", "no")], label: Some(|words| words.pages.tonight.limits_no) },
];

const WISHES: &[Tick] = &[
    wish(&[put("context.wishes", "stay-home")], |words| words.pages.tonight.wish_stay_home),
    wish(&[put("context.wishes", "leave")], |words| words.pages.tonight.wish_leave),
    wish(&[put("context.wishes", "perpetrator-out")], |words| words.pages.tonight.wish_perpetrator_out),
    wish(&[put("context.wishes", "police")], |words| words.pages.tonight.wish_police),
    wish(&[put("context.wishes", "no-police")], |words| words.pages.tonight.wish_no_police),
];

const fn wish(puts: &'static [InputValue], label: Word) -> Tick {
    Tick { puts, label, help: None, only_if: always }
}

/// Where no wish can be ticked: an answer all the same, and it goes on.
const NO_WISH: &[Answer] = &[
    Answer { puts: &[put("context.wishes", "unsure")], label: Some(|words| words.pages.tonight.wish_unsure) },
    Answer {
        puts: &[put("context.wishes", ""), put("context.wish_asked", "cannot-yet")],
        label: Some(|words| words.pages.tonight.wish_cannot_yet),
    },
];

const WHERE: &[Answer] = &[
    Answer {
        puts: &[put("context.same_site_tonight", "yes"), put("context.perpetrator_access", "lives-in")],
        label: Some(|words| words.pages.tonight.where_home),
    },
    Answer {
        puts: &[put("context.same_site_tonight", "yes"), put("context.perpetrator_access", "")],
        label: Some(|words| words.pages.tonight.where_site),
    },
    Answer {
        puts: &[put("context.same_site_tonight", "no"), put("context.perpetrator_access", "lives-in")],
        label: Some(|words| words.pages.tonight.where_away),
    },
    Answer {
        puts: &[put("context.same_site_tonight", "no"), put("context.perpetrator_access", "has-keys")],
        label: Some(|words| words.pages.tonight.where_keys),
    },
    Answer {
        puts: &[put("context.same_site_tonight", "no"), put("context.perpetrator_access", "none")],
        label: Some(|words| words.pages.tonight.where_elsewhere),
    },
    Answer {
        puts: &[put("context.same_site_tonight", "unknown"), put("context.perpetrator_access", "unknown")],
        label: Some(|words| words.pages.tonight.where_unknown),
    },
];

const KNOWN: &[&str] = &["yes", "no", "unknown"];

const HURT: &[RowQuestion] = &[
    RowQuestion {
        name: "context.injury",
        ask: |words| words.pages.tonight.hurt_injury,
        values: &["none", "needs-care", "emergency", "unknown"],
        labels: |words| words.pages.tonight.hurt_injury_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.strangulation_within_4_weeks",
        ask: |words| words.pages.tonight.hurt_neck,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.red_flags",
        ask: |words| words.pages.tonight.hurt_signs,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.sexual_violence",
        ask: |words| words.pages.tonight.hurt_sexual,
        values: &["recent", "past", "none", "unknown"],
        labels: |words| words.pages.tonight.hurt_sexual_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.suicidal_now",
        ask: |words| words.pages.tonight.hurt_suicidal,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
];

/// At most five show at once: the last two seldom together, and then the first five do.
const CHILDREN: &[RowQuestion] = &[
    RowQuestion {
        name: "context.children",
        ask: |words| words.pages.tonight.children_children,
        values: &["none", "in-home", "linked", "unknown"],
        labels: |words| words.pages.tonight.children_children_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.child_harm",
        ask: |words| words.pages.tonight.children_harm,
        values: &["none", "sees-hears", "threatened", "hurt", "unknown"],
        labels: |words| words.pages.tonight.children_harm_options,
        only_if: |case| case.context.children != Some(Children::None) || case.context.child_harm.is_some(),
    },
    RowQuestion {
        name: "context.child_with_perpetrator_tonight",
        ask: |words| words.pages.tonight.children_with,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: |case| matches!(case.context.child_harm, Some(ChildHarm::Threatened | ChildHarm::Hurt)),
    },
    RowQuestion {
        name: "context.pregnant",
        ask: |words| words.pages.tonight.children_pregnant,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.care_needs",
        ask: |words| words.pages.tonight.children_care,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.perpetrator_is_carer",
        ask: |words| words.pages.tonight.children_carer,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: |case| case.context.care_needs == Some(Known::Yes) || case.context.perpetrator_is_carer.is_some(),
    },
];

const fn sign(puts: &'static [InputValue], label: Word, only_if: fn(&Case) -> bool) -> Tick {
    Tick { puts, label, help: None, only_if }
}

/// A tick says yes; a blank stays not asked and is never a no. "Worse, or more often" is one yes of two items: which of
/// them is asked again, so that the count never holds more than was said.
const SIGNS: &[Tick] = &[
    sign(&[put("dash.14", "yes")], |words| words.pages.tonight.signs_threat, always),
    sign(&[put("dash.13", "yes")], |words| words.pages.tonight.signs_weapon, always),
    sign(&[put("dash.22", "yes")], |words| words.pages.tonight.signs_suicide, told_by_other_person),
    sign(&[put("dash.8", "yes")], |words| words.pages.tonight.signs_following, always),
    sign(&[put("dash.6", "yes")], |words| words.pages.tonight.signs_leaving, always),
    sign(&[put("dash.11", "yes"), put("dash.10", "dk")], |words| words.pages.tonight.signs_worse, told_otherwise),
    sign(&[put("context.honour_based", "yes")], |words| words.pages.tonight.signs_family, always),
    sign(&[put("context.forced_marriage", "yes")], |words| words.pages.tonight.signs_marriage, always),
    sign(&[put("context.travel_soon", "yes")], |words| words.pages.tonight.signs_travel, always),
];

/// Where they will be and how to reach them is asked with how worried everybody is: five rows at most.
const WORRIED: &[RowQuestion] = &[
    RowQuestion {
        name: "context.homeless_risk",
        ask: |words| words.pages.tonight.somewhere_stay,
        values: &["tonight", "yes", "no", "unknown"],
        labels: |words| words.pages.tonight.somewhere_stay_options,
        only_if: told_otherwise,
    },
    RowQuestion {
        name: "context.safe_contact",
        ask: |words| words.pages.tonight.somewhere_contact,
        values: &["agreed", "none-safe", "not-asked"],
        labels: |words| words.pages.tonight.somewhere_contact_options,
        only_if: told_otherwise,
    },
    RowQuestion {
        name: "dash.2",
        ask: |words| words.pages.tonight.worried_fear,
        values: &["yes", "no", "dk"],
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
    RowQuestion {
        name: "dash.judgement",
        ask: |words| words.pages.tonight.worried_you,
        values: &["high", "medium", "standard"],
        labels: |words| words.pages.tonight.worried_you_options,
        only_if: always,
    },
    RowQuestion {
        name: "context.counter_allegation",
        ask: |words| words.pages.tonight.worried_other_way,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
    // Last, where a row is left: a threat to kill makes it a question to ask before acting.
    RowQuestion {
        name: "context.firearm_access",
        ask: |words| words.pages.tonight.worried_gun,
        values: KNOWN,
        labels: |words| words.pages.tonight.yes_no_options,
        only_if: always,
    },
];

/// The screens in their order.
pub(super) static SCREENS: [Screen; 10] = [
    Screen { id: ScreenId::Danger, kind: ScreenKind::One(DANGER), title: |words| words.pages.tonight.danger_title },
    Screen { id: ScreenId::Private, kind: ScreenKind::One(PRIVATE), title: |words| words.pages.tonight.private_title },
    Screen { id: ScreenId::ToldBy, kind: ScreenKind::One(TOLD_BY), title: |words| words.pages.tonight.told_by_title },
    Screen { id: ScreenId::Limits, kind: ScreenKind::One(LIMITS), title: |words| words.pages.tonight.limits_title },
    Screen {
        id: ScreenId::Wish,
        kind: ScreenKind::Ticks(WISHES, NO_WISH),
        title: |words| words.pages.tonight.wish_title,
    },
    Screen { id: ScreenId::Where, kind: ScreenKind::One(WHERE), title: |words| words.pages.tonight.where_title },
    Screen { id: ScreenId::Hurt, kind: ScreenKind::Rows(HURT), title: |words| words.pages.tonight.hurt_title },
    Screen {
        id: ScreenId::Children,
        kind: ScreenKind::Rows(CHILDREN),
        title: |words| words.pages.tonight.children_title,
    },
    Screen { id: ScreenId::Signs, kind: ScreenKind::Ticks(SIGNS, &[]), title: |words| words.pages.tonight.signs_title },
    Screen { id: ScreenId::Worried, kind: ScreenKind::Rows(WORRIED), title: |words| words.pages.tonight.worried_title },
];
