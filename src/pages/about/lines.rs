//! Lines of a list.

use waymark_view::{El, html, list};

/// Lines of a list.
pub fn lines(lines: &'static [&'static str]) -> El {
    list(html::ul(), "", lines.iter().copied())
}
