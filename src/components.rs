//! The pieces pages are made of. Each shows the case and collects an answer; none decides anything.

mod also_ask;
mod area;
mod awaited;
mod boxes;
mod cover;
mod day;
mod facts;
mod field;
mod guided;
mod handoff;
mod law;
mod leaves;
mod month;
mod now;
mod one_of;
mod open_copy;
mod passphrase;
mod plan;
mod policy;
mod qr;
mod question;
mod sheet;
mod step;
mod stop;
mod text;
mod way_back;
mod ways_out;
mod work;

pub use also_ask::also_ask;
pub use area::{area_contacts, area_notice, area_problem, day_in_words, quoted, said_owner};
pub use awaited::awaited;
pub use boxes::{ask_panel, caution_card, rule_line, say_box, suicide_numbers};
pub use cover::{cover, hold_line, soon_line};
pub use day::day_field;
pub use facts::{about_what, area_fact, facts_age, whose};
pub use field::{part_id, quiet};
pub use guided::{
    answer_button, answer_buttons, back_button, back_to_case, row, screen_actions, screen_progress, screen_root,
};
pub use handoff::handoff_panel;
pub use law::law_list;
pub use month::month_in_words;
pub use now::now_bar;
pub use one_of::one_of;
pub use open_copy::{open_copy, plain_is_allowed};
pub use passphrase::{Typed, passphrase_field, show_typed};
pub use plan::{plan_here, safety_plan};
pub use policy::{chosen_policy, own_words, policy_here, policy_lines, rule_ids, rules_at, said_row};
pub use qr::qr_code;
pub use question::{
    Choices, Label, choice_list, clear_answer, control, question, question_about, question_with_note, seg, worded,
};
pub use step::{layout_toggle, state_in_words, step_end, step_name, step_root};
pub use stop::{stop_bar, stop_screen};
pub use text::{number_field, short_field, text_field, toggle_note};
pub use way_back::way_back;
pub use waymark_view::{is_ticked, typed};
pub use ways_out::ways_out;
pub use work::Work;
