//! Several parts without an element around them.

use crate::closure::Give;
use crate::element::El;
use crate::region::{MakeAt, Places, Skip, by_place};
use crate::value::Child;

/// What a fragment puts into its parent.
enum FragmentPart {
    Element(El),
    Live(Box<dyn Give<Vec<El>>>),
    When(Box<dyn Give<bool>>, Box<dyn Give<Vec<El>>>),
    Each(Places, MakeAt),
    Later(Box<dyn FnOnce() -> Vec<El>>, Skip),
}

/// Parts that are put into an element with [`El::child`], in their order, as if each had been put there by itself. It has
/// the methods of [`El`] that add something, and renders nothing before it is put somewhere.
#[must_use = "a fragment shows only where it is put"]
#[derive(Default)]
pub struct Fragment(Vec<FragmentPart>);

impl Fragment {
    /// No parts yet.
    pub fn new() -> Self {
        Self::default()
    }
    /// Adds an element.
    pub fn child(self, child: El) -> Self {
        self.with(FragmentPart::Element(child))
    }
    /// Adds elements.
    pub fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }
    /// Adds the parts of another fragment.
    pub fn extend(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
    /// As [`El::live`].
    pub fn live(self, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.with(FragmentPart::Live(Box::new(make)))
    }
    /// As [`El::when`].
    pub fn when(self, holds: impl Fn() -> bool + 'static, make: impl Fn() -> El + 'static) -> Self {
        self.when_all(holds, move || vec![make()])
    }
    /// As [`El::when_all`].
    pub fn when_all(self, holds: impl Fn() -> bool + 'static, make: impl Fn() -> Vec<El> + 'static) -> Self {
        self.with(FragmentPart::When(Box::new(holds), Box::new(make)))
    }
    /// As [`El::each`].
    pub fn each<K: Clone + PartialEq + 'static>(
        self,
        keys: impl Fn() -> Vec<K> + 'static,
        make: impl Fn(K) -> El + 'static,
    ) -> Self {
        let (keys, make) = by_place(keys, make);
        self.with(FragmentPart::Each(keys, make))
    }
    /// As [`El::later`].
    pub fn later(self, render: impl FnOnce() -> Vec<El> + 'static) -> Self {
        self.with(FragmentPart::Later(Box::new(render), Skip::Around))
    }
    /// As [`El::later_each`].
    pub fn later_each<T: 'static>(
        self,
        all: impl IntoIterator<Item = T>,
        render: impl Fn(T) -> El + Clone + 'static,
    ) -> Self {
        all.into_iter().fold(self, |parts, one| {
            let render = render.clone();
            parts.with(FragmentPart::Later(Box::new(move || vec![render(one)]), Skip::Each))
        })
    }

    #[inline(never)]
    fn with(mut self, part: FragmentPart) -> Self {
        self.0.push(part);
        self
    }
}

impl Child for Fragment {
    #[inline(never)]
    fn put_into(self, parent: El) -> El {
        self.0.into_iter().fold(parent, |parent, part| match part {
            FragmentPart::Element(child) => parent.append(child),
            FragmentPart::Live(make) => parent.region(make),
            FragmentPart::When(holds, make) => parent.switch(holds, make, Box::new(Vec::new)),
            FragmentPart::Each(keys, make) => parent.keyed(keys, make),
            FragmentPart::Later(render, skip) => parent.render_later(render, skip),
        })
    }
}
