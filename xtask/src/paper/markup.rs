//! The few pieces that every sheet is made of.

pub use crate::template::escaped;

/// A box to tick.
pub const BOX: &str = "<span class=\"box\"></span>";

/// An element with markup in it.
pub fn el(name: &str, inner: &str) -> String {
    format!("<{name}>{inner}</{name}>\n")
}

/// An element with a text in it.
pub fn text(name: &str, words: &str) -> String {
    el(name, &escaped(words))
}

/// An element of a class, with markup in it.
pub fn styled(name: &str, class: &str, inner: &str) -> String {
    format!("<{name} class=\"{class}\">{inner}</{name}>\n")
}

/// A list whose marks the style takes away: Safari takes it for no list then, unless it says that it is one.
pub fn unmarked(class: &str, entries: &str) -> String {
    format!("<ul class=\"{class}\" role=\"list\">{entries}</ul>\n")
}

/// A list, each entry a text.
pub fn list<'a>(entries: impl IntoIterator<Item = &'a str>) -> String {
    el("ul", &entries.into_iter().map(|entry| text("li", entry)).collect::<String>())
}

/// Choices in a row, each with a box.
pub fn choices<'a>(labels: impl IntoIterator<Item = &'a str>) -> String {
    labels.into_iter().map(|label| format!("<span class=\"opt\">{BOX}{}</span> ", escaped(label))).collect()
}

/// Empty lines to write on.
pub fn lines(count: usize) -> String {
    styled("p", "lines", &"<span class=\"rule\"></span>".repeat(count))
}

/// A question over its choices; with none, room to write.
pub fn question(ask: &str, labels: String) -> String {
    let answer = if labels.is_empty() { blank("") } else { styled("p", "opts", &labels) };
    styled("div", "asked", &[styled("p", "qn", &escaped(ask)), answer].concat())
}

/// A word with room to write after it.
pub fn blank(label: &str) -> String {
    styled("p", "blank", &escaped(label))
}

/// The cells of a row that are ticked; each carries its name, for where there are no columns.
pub fn ticked<'a>(labels: impl IntoIterator<Item = &'a str>) -> String {
    labels.into_iter().map(|label| styled("td", "cross", &format!("{BOX}<small>{}</small>", escaped(label)))).collect()
}

/// A table: the names of its columns, and its rows as cells.
pub fn table<'a>(columns: impl IntoIterator<Item = &'a str>, rows: impl IntoIterator<Item = String>) -> String {
    let head: String = columns
        .into_iter()
        .map(|name| format!("<th scope=\"col\">{}</th>", escaped(name)))
        .collect::<Vec<_>>()
        .concat();
    let rows: String = rows.into_iter().map(|cells| el("tr", &cells)).collect();
    el("table", &[el("thead", &el("tr", &head)), el("tbody", &rows)].concat())
}

/// A row of empty cells to write in.
pub fn empty_row(cells: usize) -> String {
    "<td class=\"write\"></td>".repeat(cells)
}

/// A sheet: its name, what to mind, its parts, and where to put date and writer.
pub fn sheet(name: &str, title: &str, lead: &str, parts: &[String], footer: &[&str]) -> String {
    let footer: String = footer.iter().map(|label| blank(label)).collect();
    format!(
        "<section class=\"sheet paper\" data-sheet=\"{name}\">\n{}{}{}{}</section>\n",
        text("h2", title),
        if lead.is_empty() { String::new() } else { text("p", lead) },
        parts.concat(),
        if footer.is_empty() { String::new() } else { styled("div", "signed", &footer) },
    )
}
