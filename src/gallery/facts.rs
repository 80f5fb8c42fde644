//! Facts and their age, law that is moving, what an area says of its own, and what a policy says.

use super::stage::Stage;
use crate::app::Step;
use crate::components::{
    about_what, area_fact, area_problem, chosen_policy, day_in_words, facts_age, law_list, month_in_words, own_words,
    policy_here, policy_lines, qr_code, quoted, rule_ids, rules_at, said_owner, said_row, whose,
};
use leptos::prelude::*;
use waymark_area::AreaError;
use waymark_case::Day;
use waymark_case::vocabulary::Nation;
use waymark_view::{El, html, p, unmarked};

shelf!("facts", "Facts, law and policy", looked_up looked_up_long_ago law fact_of_an_area who_says_so
    days_and_months why_refused rules_of_a_place ids_of_rules row_of_a_policy policy_at_the_end_of_a_step
    words_of_a_policy code_to_scan);

/// When the facts of a screen were looked up.
fn looked_up(stage: Stage) -> El {
    html::div().child(facts_age(stage.language, ["2099-10", "2099-11"].into_iter()))
}

/// Over a year ago: a warning takes the place of the line.
fn looked_up_long_ago(stage: Stage) -> El {
    html::div().child(facts_age(stage.language, ["2020-01"].into_iter()))
}

/// The points of law of a nation.
fn law(stage: Stage) -> El {
    law_list(stage.language, stage.area, Some(Nation::Wales))
}

/// What an area says of its own about one of our facts.
fn fact_of_an_area(stage: Stage) -> El {
    stage.settings(
        r#""facts":[{"id":"helpline:samaritans","number":"01632 960003","source":"Example Council","checked":"2020-11"}]"#,
    );
    let it = html::li().child(html::strong().child("Samaritans"));
    let own = area_fact(stage.language, stage.area, "helpline:samaritans".to_owned());
    unmarked(html::ul(), "numbers").child(it.child(own))
}

/// Who says so and since when, and what it is about.
fn who_says_so(stage: Stage) -> El {
    stage.settings(
        r#""facts":[{"id":"law:dapo","text":"Local police use them.","source":"Example Police","checked":"2026-10"}]"#,
    );
    let lines = stage.area.in_use.with_untracked(|area| {
        let facts = area.iter().flat_map(|area| &area.facts);
        facts
            .map(|fact| {
                [about_what(stage.language, fact.id.as_str()), ": ".into(), whose(stage.language, fact)].concat()
            })
            .collect::<Vec<_>>()
    });
    html::ul().children(lines.into_iter().map(|line| html::li().child(line)))
}

/// A day, a month and a quotation in words.
fn days_and_months(stage: Stage) -> El {
    let day = Day::parse("2027-03-31").map(|day| day_in_words(stage.language, day)).unwrap_or_default();
    p("", day).child(", ").child(month_in_words(stage.language, "2026-11")).child(", ").child(quoted("as they say"))
}

/// Why settings were refused, and whose they are.
fn why_refused(stage: Stage) -> El {
    p("", area_problem(stage.language, &AreaError::TooNew)).child(" ").child(said_owner(stage.language, None))
}

/// What a policy says at a place, beside our own words.
fn rules_of_a_place(stage: Stage) -> El {
    stage.answer("profile", "housing21");
    let rules = untrack(|| chosen_policy(stage.language, stage.case))
        .map(|policy| rules_at(policy, "page:dash"))
        .unwrap_or_default();
    html::div().child(policy_lines(stage.language, &rules))
}

/// The ids of rules, behind what rests on them.
fn ids_of_rules() -> El {
    p("", "Refer within one working day. ").child(rule_ids("S-25, S-48"))
}

/// What a policy says of one thing.
fn row_of_a_policy(stage: Stage) -> El {
    let field =
        stage.language.later().policy_fields.iter().find_map(|field| Some((field.label, field.said_by("housing21")?)));
    html::dl().class("summary").children(field.map(|(label, said)| said_row(stage.language, label, said)))
}

/// All that the chosen policy says of a step, folded.
fn policy_at_the_end_of_a_step(stage: Stage) -> El {
    stage.answer("profile", "housing21");
    policy_here(stage.language, stage.case, Step::Dash)
}

/// How the page puts things in the words of the chosen policy.
fn words_of_a_policy(stage: Stage) -> El {
    stage.answer("profile", "housing21");
    own_words(stage.language, stage.case)
}

/// A code to scan, dark on light in every theme.
fn code_to_scan() -> El {
    html::div().child(qr_code("https://example.org/#s", "The settings as a code"))
}
