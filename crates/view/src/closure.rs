//! Closures in boxes. The table of a `dyn Fn` names two more ways to call a closure, which nobody takes here, and each was compiled
//! for every closure of every page.

/// What gives a value as often as it is asked: a closure that takes nothing.
pub(crate) trait Give<T> {
    fn give(&self) -> T;
}

impl<T, F: Fn() -> T> Give<T> for F {
    fn give(&self) -> T {
        self()
    }
}

/// What makes one thing of another, or only takes it: a closure that takes one.
pub(crate) trait Turn<In, Out = ()> {
    fn turn(&self, given: In) -> Out;
}

impl<In, Out, F: Fn(In) -> Out> Turn<In, Out> for F {
    fn turn(&self, given: In) -> Out {
        self(given)
    }
}
