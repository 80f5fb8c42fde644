//! A memo whose closure is boxed: Leptos' own is compiled anew for each closure, this once for each type of value.

use leptos::prelude::Memo;

/// What a closure gives, worked out again when a signal it reads changes, and told only when it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    boxed(Box::new(work_out))
}

#[inline(never)]
fn boxed<T: PartialEq + Send + Sync + 'static>(work_out: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
    Memo::new(move |_| work_out())
}
