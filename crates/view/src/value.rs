//! What an element takes: a value as it stands, or a closure that is run again whenever a signal it reads changes.

use crate::element::{El, Text};
use std::borrow::Cow;

impl El {
    /// Puts a text, an element, some of them, or a closure that gives a text at the end.
    pub fn child(self, child: impl Child) -> Self {
        child.put_into(self)
    }
    /// Sets an attribute to a text, to a text or nothing, or to what a closure gives: a text, a text or nothing, or whether it
    /// is there.
    pub fn attr(self, name: &'static str, value: impl Attribute) -> Self {
        value.put_on(self, name)
    }
    /// Adds classes, or one that is there while a closure says so.
    pub fn class(self, class: impl Class) -> Self {
        class.put_on(self)
    }
}

/// What can stand in an element: a text, an element, some or none of them, or a closure that gives a text.
pub trait Child {
    /// Puts it at the end of `parent`.
    fn put_into(self, parent: El) -> El;
}

impl Child for El {
    fn put_into(self, parent: El) -> El {
        parent.append(self)
    }
}

impl Child for Option<El> {
    fn put_into(self, parent: El) -> El {
        match self {
            Some(child) => parent.append(child),
            None => parent,
        }
    }
}

impl Child for Vec<El> {
    fn put_into(self, parent: El) -> El {
        self.into_iter().fold(parent, El::append)
    }
}

impl<const N: usize> Child for [El; N] {
    fn put_into(self, parent: El) -> El {
        self.into_iter().fold(parent, El::append)
    }
}

impl Child for &str {
    fn put_into(self, parent: El) -> El {
        parent.words(self)
    }
}

impl Child for String {
    fn put_into(self, parent: El) -> El {
        parent.words(&self)
    }
}

impl Child for &String {
    fn put_into(self, parent: El) -> El {
        parent.words(self)
    }
}

impl<F, W> Child for F
where
    F: Fn() -> W + 'static,
    W: Into<Text>,
{
    fn put_into(self, parent: El) -> El {
        parent.follow_text(Box::new(move || -> Text { self().into() }))
    }
}

/// What a closure may give for an attribute: a text, a text or nothing, or whether it is there.
pub trait IntoAttribute {
    /// The text; `None` takes the attribute off.
    fn into_attribute(self) -> Option<Text>;
}

impl IntoAttribute for &'static str {
    fn into_attribute(self) -> Option<Text> {
        Some(Cow::Borrowed(self))
    }
}

impl IntoAttribute for String {
    fn into_attribute(self) -> Option<Text> {
        Some(Cow::Owned(self))
    }
}

impl<W: Into<Text>> IntoAttribute for Option<W> {
    fn into_attribute(self) -> Option<Text> {
        self.map(Into::into)
    }
}

impl IntoAttribute for bool {
    fn into_attribute(self) -> Option<Text> {
        self.then_some(Cow::Borrowed(""))
    }
}

/// What an attribute can be set to: a text, a text or nothing, or a closure.
pub trait Attribute {
    /// Sets it on `element`.
    fn put_on(self, element: El, name: &'static str) -> El;
}

impl Attribute for &str {
    fn put_on(self, element: El, name: &'static str) -> El {
        element.set(name, self)
    }
}

impl Attribute for String {
    fn put_on(self, element: El, name: &'static str) -> El {
        element.set(name, &self)
    }
}

impl Attribute for &String {
    fn put_on(self, element: El, name: &'static str) -> El {
        element.set(name, self)
    }
}

impl Attribute for Option<&str> {
    fn put_on(self, element: El, name: &'static str) -> El {
        match self {
            Some(value) => element.set(name, value),
            None => element,
        }
    }
}

impl<F, V> Attribute for F
where
    F: Fn() -> V + 'static,
    V: IntoAttribute,
{
    fn put_on(self, element: El, name: &'static str) -> El {
        element.follow_attribute(name, Box::new(move || self().into_attribute()))
    }
}

/// What the classes of an element can be set to: names with spaces between, or a name and a closure that says whether it is
/// there.
pub trait Class {
    /// Puts it on `element`.
    fn put_on(self, element: El) -> El;
}

impl Class for &str {
    fn put_on(self, element: El) -> El {
        element.add_classes(self)
    }
}

impl Class for &String {
    fn put_on(self, element: El) -> El {
        element.add_classes(self)
    }
}

impl<F: Fn() -> bool + 'static> Class for (&'static str, F) {
    fn put_on(self, element: El) -> El {
        element.follow_class(self.0, Box::new(self.1))
    }
}
