//! Every rule of the tool as a person reads it: when it holds, what follows, and what it rests on.
//!
//! Lives here: the tables of `content` that the engine evaluates, as plain structures, and what the engine decides in Rust, by
//! its words in `words/<language>/logic.toml`. Not here: evaluating a rule (`engine`), the page that lists them (`xtask`, `rules.html`).

mod cited;
mod clause;
mod line;
mod logic;
mod part;
mod rows;
mod sheet;
mod values;

pub use cited::title;
pub use clause::{Clause, How};
pub use line::Line;
pub use logic::{floor, routes};
pub use part::{Part, groups};
pub use sheet::sheet;
pub use values::{PolicyValue, Said};
