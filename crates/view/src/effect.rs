//! What runs because a signal changed, and shows nothing: it speaks, moves focus, tells the browser.

use leptos::prelude::Effect;

/// Runs now and whenever a signal that it reads changes, with what it gave before, as `leptos::prelude::Effect::new`. Leptos
/// compiles the task behind an effect anew for each, almost 1 kB; here each has the same.
pub fn effect<T: 'static>(mut run: impl FnMut(Option<T>) -> T + 'static) {
    let mut before = None;
    start(Box::new(move || before = Some(run(before.take()))));
}

#[inline(never)]
fn start(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}
