//! The pieces pages are made of. Each shows the case and collects an answer; none decides anything.

mod area;
mod boxes;
mod cover;
mod handoff;
mod law;
mod leaves;
mod open_copy;
mod passphrase;
mod policy;
mod qr;
mod question;
mod sheet;
mod text;
mod way_back;
mod ways_out;
mod work;

pub use crate::platform::dom::{is_ticked, typed};
pub use area::{area_notice, area_problem, day_in_words};
pub use boxes::{ask_panel, caution_card, rule_line, say_box, stop_panel};
pub use cover::{cover, hold_line};
pub use handoff::{handoff_panel, role_names};
pub use law::{law_list, month_in_words};
pub use open_copy::{open_copy, plain_is_allowed};
pub use passphrase::{Typed, passphrase_field, show_typed};
pub use policy::{chosen_policy, policy_here, policy_lines, rule_ids, rules_at, said_row};
pub use qr::qr_code;
pub use question::{
    Choices, Label, choice_list, clear_answer, control, part_id, question, question_about, question_with_note, quiet,
    seg,
};
pub use text::{number_field, short_field, text_field, toggle_note};
pub use way_back::way_back;
pub use ways_out::ways_out;
pub use work::Work;
