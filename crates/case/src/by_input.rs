//! Values by the names of inputs: notes, and why something was not asked.

use super::input::Input;
use super::slot::{Keyed, Slot, Value};
use super::sorted::Sorted;
use super::value::LIST_LIMIT;

/// Values by the names of inputs, each once, at most [`LIST_LIMIT`] of them.
struct ByInput<'a, T> {
    kept: &'a mut Sorted<String, T>,
    next: Option<T>,
    what: &'static str,
}

impl<T: Value> Keyed for ByInput<'_, T> {
    fn expected(&self) -> String {
        format!("an object of {} keyed by the name of an input, at most {LIST_LIMIT}", self.what)
    }
    fn slot(&mut self, key: &str) -> Result<Slot<'_>, String> {
        if Input::parse(key).is_none() {
            return Err(format!("unknown input \"{key}\"; allowed: the name of an input, such as context.nation"));
        }
        if self.kept.len() == LIST_LIMIT {
            return Err(format!("too many {}: at most {LIST_LIMIT}", self.what));
        }
        Ok(T::slot(&mut self.next))
    }
    fn keep(&mut self, key: String) -> Result<(), String> {
        let twice = self.next.take().and_then(|value| self.kept.insert(key, value));
        twice.map_or(Ok(()), |_| Err("this entry stands here twice".to_owned()))
    }
}

/// The slot of values by the names of inputs; `what` they are, for errors.
pub(crate) fn by_input<'a, T: Value>(kept: &'a mut Sorted<String, T>, what: &'static str) -> Slot<'a> {
    Slot::Keyed(Box::new(ByInput { kept, next: None, what }))
}
