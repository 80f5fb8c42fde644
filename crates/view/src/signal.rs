//! Leptos' signals and memos with their value in a box: Leptos compiles each of its own anew for every type of value, some 2 kB
//! for a memo and 1.5 kB for a signal. Here all of them hold one type, and the traits of Leptos read and write them as before.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::panic::Location;

use crate::closure::Give;
use leptos::prelude::{self, DefinedAt, IsDisposed, Notify, Read, ReadUntracked, Track, Update, UpdateUntracked, With};
use leptos::prelude::{WithUntracked, Write};
use wasm_bindgen::UnwrapThrowExt;

/// A value of any type, and how two of its type are compared.
struct Boxed {
    value: Box<dyn Any + Send + Sync>,
    same: fn(&Boxed, &Boxed) -> bool,
}

// What was boxed for a signal of `T` is a `T`. The type is looked at once for all who read or write one of it.
impl Boxed {
    fn new<T: Send + Sync + 'static>(value: T, same: fn(&Boxed, &Boxed) -> bool) -> Self {
        Self { value: Box::new(value), same }
    }

    #[inline(never)]
    fn get<T: 'static>(&self) -> &T {
        self.value.downcast_ref().unwrap_throw()
    }

    #[inline(never)]
    fn get_mut<T: 'static>(&mut self) -> &mut T {
        self.value.downcast_mut().unwrap_throw()
    }
}

fn equal<T: PartialEq + 'static>(one: &Boxed, other: &Boxed) -> bool {
    one.get::<T>() == other.get()
}

fn never(_: &Boxed, _: &Boxed) -> bool {
    false
}

fn differ(one: Option<&Boxed>, other: Option<&Boxed>) -> bool {
    !matches!((one, other), (Some(one), Some(other)) if (one.same)(one, other))
}

/// A value worked out from signals, as `leptos::prelude::Memo`. [`memo`] makes one.
pub struct Memo<T> {
    boxed: prelude::Memo<Boxed>,
    of: PhantomData<fn() -> T>,
}

/// What a closure gives, worked out again when a signal it reads changes, and told only when it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo::of(Box::new(move || Boxed::new(work_out(), equal::<T>)))
}

/// As [`memo`], but not compared: told whenever a signal that it reads changes.
pub fn uncompared<T: Send + Sync + 'static>(work_out: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    Memo::of(Box::new(move || Boxed::new(work_out(), never)))
}

impl<T> Memo<T> {
    fn of(work_out: Box<dyn Give<Boxed> + Send + Sync>) -> Self {
        Self { boxed: of_boxed(work_out), of: PhantomData }
    }
}

fn of_boxed(work_out: Box<dyn Give<Boxed> + Send + Sync>) -> prelude::Memo<Boxed> {
    prelude::Memo::new_with_compare(move |_| work_out.give(), differ)
}

/// A value that can be set, as `leptos::prelude::RwSignal`.
pub struct RwSignal<T> {
    boxed: prelude::RwSignal<Boxed>,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds `value`.
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self { boxed: prelude::RwSignal::new(Boxed::new(value, never)), of: PhantomData }
    }
}

impl<T> Track for RwSignal<T> {
    fn track(&self) {
        self.boxed.track();
    }
}

impl<T> Notify for RwSignal<T> {
    fn notify(&self) {
        self.boxed.notify();
    }
}

impl<T> IsDisposed for RwSignal<T> {
    fn is_disposed(&self) -> bool {
        self.boxed.is_disposed()
    }
}

impl<T: 'static> Update for RwSignal<T> {
    type Value = T;

    fn try_maybe_update<U>(&self, change: impl FnOnce(&mut T) -> (bool, U)) -> Option<U> {
        let mut boxed = self.boxed.try_write()?;
        let (changed, given) = change(boxed.get_mut());
        if !changed {
            prelude::UntrackableGuard::untrack(&mut boxed);
        }
        Some(given)
    }

    // As Leptos has it, without asking whether anything changed.
    fn try_update<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        Some(change(self.boxed.try_write()?.get_mut()))
    }
}

impl<T: 'static> UpdateUntracked for RwSignal<T> {
    type Value = T;

    fn try_update_untracked<U>(&self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        Some(change(self.boxed.try_write_untracked()?.get_mut()))
    }
}

macro_rules! read_as_leptos_does {
    ($($name:ident: $read:ident, $read_untracked:ident;)+) => {$(
        #[inline(never)]
        #[track_caller]
        fn $read(boxed: &prelude::$name<Boxed>) -> impl Deref<Target = Boxed> {
            boxed.read()
        }

        #[inline(never)]
        #[track_caller]
        fn $read_untracked(boxed: &prelude::$name<Boxed>) -> impl Deref<Target = Boxed> {
            boxed.read_untracked()
        }

        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        impl<T> DefinedAt for $name<T> {
            fn defined_at(&self) -> Option<&'static Location<'static>> {
                self.boxed.defined_at()
            }
        }

        impl<T: 'static> With for $name<T> {
            type Value = T;

            fn try_with<U>(&self, look: impl FnOnce(&T) -> U) -> Option<U> {
                Some(look(self.boxed.try_read()?.get()))
            }

            // As Leptos has it, but that a signal which has ended is found out once for all who read one.
            fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                look($read(&self.boxed).get())
            }
        }

        impl<T: 'static> WithUntracked for $name<T> {
            type Value = T;

            fn try_with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> Option<U> {
                Some(look(self.boxed.try_read_untracked()?.get()))
            }

            fn with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                look($read_untracked(&self.boxed).get())
            }
        }
    )+};
}

read_as_leptos_does! {
    Memo: read_memo, read_memo_untracked;
    RwSignal: read_signal, read_signal_untracked;
}
