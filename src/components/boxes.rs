//! Boxes with words: cautions, what to say, a stop.

use super::policy::{chosen_policy, policy_lines, rules_at};
use crate::app::Desk;
use crate::case::vocabulary::{Decision, PathwayId, Vocabulary};
use crate::content::CautionId;
use crate::content::words::{Say, fill};
use crate::engine::assessment::Stop;
use crate::platform::dom::{El, button, el, list, p};
use crate::platform::page::focus_heading;
use leptos::prelude::*;

/// A line with the rules something rests on.
pub fn rule_line(desk: Desk, rules: &[impl AsRef<str>]) -> El {
    let rules: Vec<&str> = rules.iter().map(AsRef::as_ref).collect();
    p("ids", desk.words.pages.shell.rules).text(" ").text(rules.join(", "))
}

/// A caution by its id, with its rules.
pub fn caution_card(id: CautionId, rules: &[impl AsRef<str>]) -> El {
    let desk = Desk::here();
    let words = desk.words.caution(id);
    let text = move || {
        desk.assessment.with(|assessment| {
            let own =
                desk.profiles.with(|profiles| profiles.get(&assessment.profile).and_then(|profile| profile.count));
            let local = assessment.dash.threshold;
            fill(words.text, &[("local", &local.to_string()), ("profile", &own.unwrap_or(local).to_string())])
        })
    };
    el("div")
        .class("caution")
        .attr("data-caution", id.text())
        .child(el("h3").text(desk.words.pages.shell.take_care).text(" ").text(words.title))
        .child(el("p").live_text(text))
        .child(rule_line(desk, rules))
        .live(move || {
            let place = ["caution:", id.text()].concat();
            let own = chosen_policy(desk).map(|policy| rules_at(policy, &place));
            own.and_then(|rules| policy_lines(desk, &rules)).into_iter().collect()
        })
}

/// What to say and what not, at one moment; nothing for a moment without words.
pub fn say_box(moment: impl Fn() -> &'static str + 'static) -> El {
    let desk = Desk::here();
    el("div").live(move || desk.words.say(moment()).map(|words| say(desk, words)).into_iter().collect())
}

fn say(desk: Desk, words: &'static Say) -> El {
    let shell = &desk.words.pages.shell;
    let half = |heading: &'static str, lines: &'static [&'static str]| {
        el("div").child(el("h3").text(heading)).child(list("ul", "", lines.iter().copied()))
    };
    el("div").class("say").child(half(shell.say, words.say)).child(half(shell.dont_say, words.dont).class("dont"))
}

/// A question asked in place before a step that cannot be taken back, with its two answers; `heading` is `h2` or `h3`.
pub fn ask_panel(heading: &'static str, title: &str, words: &str, yes: El, no: El) -> El {
    el("div")
        .class("panel")
        .attr("role", "group")
        .attr("aria-label", title)
        .child(el(heading).text(title))
        .child(p("", words))
        .child(el("div").class("actions").child(yes).child(no))
}

/// The panel of a stop, above the step: what to do now, and how to go on once it is done. The answer stays.
pub fn stop_panel() -> El {
    let desk = Desk::here();
    let stop = Memo::new(move |_| desk.assessment.with(|assessment| assessment.stop));
    el("div").live(move || {
        let shell = &desk.words.pages.shell;
        match stop.get() {
            Some(Stop::DangerNow) => {
                vec![panel(
                    desk,
                    shell.danger_title,
                    shell.danger_steps,
                    shell.danger_called,
                    PathwayId::Pw01,
                    "called",
                )]
            }
            Some(Stop::SuicidalNow) => {
                let (title, steps) = (shell.suicidal_title, shell.suicidal_steps);
                vec![panel(desk, title, steps, shell.suicidal_helped, PathwayId::Pw37, "helped")]
            }
            _ => Vec::new(),
        }
    })
}

fn panel(
    desk: Desk,
    title: &'static str,
    steps: &'static [&'static str],
    done: &'static str,
    pathway: PathwayId,
    action: &'static str,
) -> El {
    let mark_done = move || {
        desk.change(|case| case.choice_mut(pathway).decision = Some(Decision::Done));
        // The button goes with the panel; focus must not go with it.
        request_animation_frame(focus_heading);
    };
    el("section")
        .class("notice urgent")
        .attr("role", "region")
        .attr("aria-label", title)
        .child(el("h2").attr("tabindex", "-1").text(title))
        .child(list("ol", "", steps.iter().copied()))
        .child(el("div").class("actions").child(button("button", done).attr("data-action", action).on_press(mark_done)))
        .child(p("small", desk.words.pages.shell.danger_after))
}
