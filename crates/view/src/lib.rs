//! The view layer: elements that follow Leptos' signals, rendered in short batches. It knows no page and no case.
//!
//! It reads as `leptos::html` does: an element is made by its tag, and each call adds to it.
//!
//! ```ignore
//! use leptos::{ev, prelude::*};
//! use waymark_view::{El, RwSignal, button, html, p};
//!
//! /// A component is a function that gives an element, several of them, or a `Fragment` that its parent places.
//! fn counter() -> El {
//!     let count = RwSignal::new(0);
//!     html::div()
//!         .class("counter")
//!         // A closure is followed: it runs again when a signal it reads changes.
//!         .child(html::strong().child(move || count.get().to_string()))
//!         .child(button("second", "One more").on_press(move || count.update(|count| *count += 1)))
//!         .class(("many", move || count.get() > 9))
//!         .attr("aria-busy", move || (count.get() == 0).then_some("true"))
//!         // As `<Show>`: there while the condition holds, and kept as it is while the condition stays the same.
//!         .when(move || count.get() > 99, || p("", "That is enough."))
//! }
//!
//! /// As `<For>`: an element for each key, which stays as it is while its key does.
//! fn names(names: RwSignal<Vec<String>>) -> El {
//!     html::ul().each(move || names.get(), |name| html::li().child(name))
//! }
//!
//! /// Listeners take the typed events of Leptos.
//! fn field(text: RwSignal<String>) -> El {
//!     html::input().value(move || text.get()).on(ev::input, move |event| text.set(waymark_view::typed(&event)))
//! }
//! ```
//!
//! | in Leptos | here |
//! |---|---|
//! | `div().child(..).class(..).attr(..).on(ev::click, ..)` | the same, as `html::div()` |
//! | `RwSignal`, `Memo::new` | `RwSignal`, `memo`, with the traits of Leptos; one type holds every value |
//! | `Effect::new` | `effect` |
//! | `prop:value`, `prop:checked`, `style:--name` | `value`, `checked`, `style(("--name", ..))` |
//! | `<Show when=..>`, `<Show .. fallback=..>` | `when`, `either` |
//! | `<For each=.. key=..>` | `each`, whose items are the keys |
//! | `{move \|\| view}` | `live`, for what may be made again whole |
//! | a fragment `<>..</>` | `Fragment`, placed with `child` |
//! | a `Suspense`, or nothing | `later`, `later_each`: rendered when there is time |
//!
//! What it does beside: focus is never lost when a part goes that holds it (`focus`), and no task takes long ([`schedule`]),
//! so that Exit can always be pressed. Effects and listeners end with their element, the newest first.
//!
//! # Why not `view!`
//!
//! Leptos' own renderer makes a type of each piece of each page. It was measured: two pages and the shared components, ported
//! with the same DOM to the letter.
//!
//! | | here | `view!` | `view!`, types erased |
//! |---|---:|---:|---:|
//! | WebAssembly, two of thirteen pages ported, kB | 1,675 | 1,960 | 1,915 |
//! | the same, brotli, kB | 461 | 536 | 513 |
//! | all pages, brotli, kB (reckoned) | 461 | 840 | 725 |
//! | longest task when the Dash opens, CPU ÷4, ms | 48–62 | 121–147 | 84–229 |
//! | lines of the two pages | 577 | 724 | 724 |
//!
//! The price is some 2 kB for each part that follows a signal. `leptos::html` builders cost the same, as the types are the
//! same. Here an element is one type, and a part that follows a signal is one boxed closure. Leptos holds what it is best at:
//! signals, memos, effects and their ownership.

mod closure;
mod effect;
mod element;
mod event;
mod focus;
mod fragment;
pub mod html;
mod region;
pub mod schedule;
mod short;
mod signal;
mod value;

pub use effect::effect;
pub use element::{El, svg};
pub use event::{Event, KeyboardEvent, is_in_field, is_in_long_text, is_ticked, on_key, typed};
pub use fragment::Fragment;
pub use short::{button, details, fact, h1, list, p, unmarked};
pub use signal::{Memo, RwSignal, memo, uncompared};
pub use value::{Attribute, Child, Class, IntoAttribute};
