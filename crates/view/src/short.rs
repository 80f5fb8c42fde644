//! Short forms of what stands on nearly every page.

use crate::element::El;
use crate::html;

/// A button that submits nothing.
pub fn button(class: &str, words: impl AsRef<str>) -> El {
    html::button().attr("type", "button").words(words.as_ref()).class(class)
}

/// A paragraph.
pub fn p(class: &str, words: impl AsRef<str>) -> El {
    html::p().words(words.as_ref()).class(class)
}

/// A heading that takes focus when its step opens.
pub fn h1(words: impl AsRef<str>) -> El {
    html::h1().attr("tabindex", "-1").words(words.as_ref())
}

/// A list of texts. `tag` is `ul` or `ol`.
pub fn list(tag: El, class: &str, lines: impl IntoIterator<Item = impl AsRef<str>>) -> El {
    lines.into_iter().fold(tag.class(class), |list, line| list.child(html::li().words(line.as_ref())))
}

/// A row of a `summary`: what it is called, and what it is.
pub fn fact(label: impl AsRef<str>, value: impl AsRef<str>) -> El {
    html::div().child(html::dt().words(label.as_ref())).child(html::dd().words(value.as_ref()))
}

/// A folded part.
pub fn details(class: &str, summary: impl AsRef<str>) -> El {
    html::details().class(class).child(html::summary().words(summary.as_ref()))
}

/// A list whose marks the style takes away: Safari takes it for no list then, unless it says that it is one.
pub fn unmarked(list: El, class: &str) -> El {
    list.attr("role", "list").class(class)
}
