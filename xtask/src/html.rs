//! The one page: the shell from index.html with scripts, style, sheets, policy, words and program put in.

use std::path::Path;

use crate::error::{self, Error};
use crate::{headers, pack, style};

/// The program, as a page carries it.
pub struct Program {
    /// What runs it.
    pub script: String,
    /// WebAssembly as a bare deflate stream, where the script needs one.
    pub packed: Option<Vec<u8>>,
}

/// A finished page.
pub struct Page {
    /// Its name.
    pub file: &'static str,
    /// Its text.
    pub html: String,
    /// The whole Content-Security-Policy for the header; the page itself carries what a meta element can.
    pub policy: String,
}

/// What every page with a program shares.
pub struct Shell {
    template: String,
    exit: String,
    early: String,
    style: String,
    words: String,
}

/// Puts the words of the pages where the template names them: `{{start.title}}`, a list as list items. So what stands
/// there before the program is the same as what the program says.
fn worded(template: &str, pages: &Path) -> Result<String, Error> {
    let mut parts = template.split("{{");
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let unknown =
            || Error::Page(format!("index.html: no words for {{{{{}", part.chars().take(40).collect::<String>()));
        let (name, rest) = part.split_once("}}").ok_or_else(unknown)?;
        let (page, key) = name.split_once('.').ok_or_else(unknown)?;
        let words: toml::Table =
            error::read(&pages.join(format!("{page}.toml")))?.parse().map_err(|_: toml::de::Error| unknown())?;
        match words.get(key).ok_or_else(unknown)? {
            toml::Value::String(text) => html.push_str(&escaped(text)),
            toml::Value::Array(lines) => {
                for line in lines {
                    html.push_str(&format!("<li>{}</li>\n", escaped(line.as_str().unwrap_or_default())));
                }
            }
            _ => return Err(unknown()),
        }
        html.push_str(rest);
    }
    Ok(html)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The sheets, when they have been written; otherwise the one in the template stays.
fn paper(folder: &Path) -> Result<Option<String>, Error> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Ok(None) };
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    let sheets = files.iter().map(|path| error::read(path)).collect::<Result<Vec<_>, _>>()?;
    Ok((!sheets.is_empty()).then(|| sheets.join("\n")))
}

impl Shell {
    /// Reads all parts; `words` as the program reads them.
    pub fn read(root: &Path, words: String) -> Result<Self, Error> {
        let mut template = worded(&error::read(&root.join("index.html"))?, &root.join("src/content/words/en/pages"))?;
        if let Some(paper) = paper(&root.join("src/content/paper"))? {
            let (start, end) = ("<!--paper-->", "<!--/paper-->");
            let from = place(&template, start)? + start.len();
            let to = place(&template, end)?;
            template.replace_range(from..to, &format!("\n{}\n", paper.trim()));
        }
        for mark in ["<!--paper-->\n", "<!--/paper-->\n"] {
            template = template.replacen(mark, "", 1);
        }
        let script = |name: &str| error::read(&root.join(format!("src/platform/boot/{name}.js")));
        Ok(Self { template, exit: script("exit")?, early: script("early")?, style: style::collect(root)?, words })
    }

    /// The page with this program.
    pub fn page(&self, file: &'static str, program: &Program) -> Result<Page, Error> {
        let mut html = self.template.clone();
        check_template(&html)?;
        let scripts = [&self.exit, &self.early, &program.script];
        for script in scripts.into_iter().chain([&self.words]) {
            check_script(script)?;
        }

        let mut sources = scripts.map(|script| pack::csp_hash(script)).to_vec();
        let mut data = String::new();
        if let Some(packed) = &program.packed {
            sources.push("'wasm-unsafe-eval'".into());
            let text = pack::base64(packed);
            data = format!("<script type=\"application/octet-stream\" id=\"program\">{text}</script>\n");
        }
        let directives = headers::directives(&sources, &pack::csp_hash(&self.style));
        let meta = headers::policy(directives.iter().filter(|directive| directive.in_meta));
        let script = |text: &str| format!("<script>{text}</script>");
        for (mark, text) in [
            ("<!--script exit-->", script(&self.exit)),
            ("<!--policy-->", format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{meta}\">")),
            ("<!--script early-->", script(&self.early)),
            ("<!--style-->", format!("<style>{}</style>", self.style)),
            // As it is, outside the program: there the transport can pack it.
            ("<!--words-->", format!("<script type=\"text/plain\" id=\"words\">{}</script>", self.words)),
            ("<!--program-->", format!("{data}{}", script(&program.script))),
        ] {
            let from = place(&html, mark)?;
            html.replace_range(from..from + mark.len(), &text);
        }
        check_page(&html, if program.packed.is_some() { 5 } else { 4 })?;
        Ok(Page { file, html, policy: headers::policy(directives.iter()) })
    }
}

/// Where a mark stands; it must be there once.
fn place(html: &str, mark: &str) -> Result<usize, Error> {
    let mut places = html.match_indices(mark);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => Ok(at),
        _ => Err(Error::Page(format!("index.html: {mark} must stand in it once"))),
    }
}

/// The shell itself brings no script, no style and no address but the exit.
fn check_template(html: &str) -> Result<(), Error> {
    let lower = html.to_ascii_lowercase();
    for banned in ["<script", "<style", " style=", "javascript:", "src=", "<iframe", "<form"] {
        if lower.contains(banned) {
            return Err(Error::Page(format!("index.html or a sheet: {banned:?} may not stand in it")));
        }
    }
    if let Some(handler) = lower.split(" on").skip(1).find(|rest| {
        let name = rest.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
        name.len() < rest.len() && name.trim_start().starts_with('=')
    }) {
        let word = handler.split('=').next().unwrap_or_default();
        return Err(Error::Page(format!("index.html or a sheet: on{word}= may not stand in it")));
    }
    if lower.matches("href=\"http").count() > 1 {
        return Err(Error::Page("index.html or a sheet: Exit is the only link that leaves".into()));
    }
    Ok(())
}

/// Inside a script element, one that runs or one that only holds, these letters would end it, or change how its end is found.
fn check_script(script: &str) -> Result<(), Error> {
    let lower = script.to_ascii_lowercase();
    match ["</script", "<script", "<!--"].into_iter().find(|banned| lower.contains(banned)) {
        Some(banned) => Err(Error::Page(format!("an inline script or the words may not hold {banned:?}"))),
        None => Ok(()),
    }
}

/// The exit comes first, and what stands before the charset is plain ASCII, so that it cannot matter where that is.
fn check_page(html: &str, scripts: usize) -> Result<(), Error> {
    let head = html.split_once("<head>").map_or("", |(_, rest)| rest);
    if !head.trim_start().starts_with("<script>") {
        return Err(Error::Page("index.html: the exit script must be the first in <head>".into()));
    }
    let before = html.split_once("<meta charset").map_or("", |(before, _)| before);
    if before.is_empty() || !before.is_ascii() {
        return Err(Error::Page("index.html: only ASCII may stand before <meta charset>".into()));
    }
    if html.matches("<script").count() != scripts || html.contains("<!--") {
        return Err(Error::Page("index.html: a script or a mark stands in it that nothing fills".into()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "<!doctype html><html><head>\n<!--script exit-->\n<meta charset=\"utf-8\"><!--policy-->\
        <!--script early--><!--style--></head><body>\n<!--paper-->\n<p>old</p>\n<!--/paper-->\n<!--words--><!--program--></body>";

    fn parts() -> Parts {
        Parts {
            exit: "leave()".into(),
            early: "early()".into(),
            app: "app()".into(),
            style: "a{}".into(),
            program: "AAAA".into(),
            words: "en\nWords & <words>\n".into(),
            paper: None,
        }
    }

    #[test]
    fn every_part_is_put_in_and_named_in_the_policy() -> Result<(), Error> {
        let page = parts().fill(TEMPLATE)?;
        for part in ["leave()", "early()", "app()"] {
            assert!(page.html.contains(&format!("<script>{part}</script>")));
            assert!(page.policy.contains(&pack::csp_hash(part)));
        }
        assert!(page.html.contains("<style>a{}</style>") && page.policy.contains(&pack::csp_hash("a{}")));
        assert!(page.html.contains("<p>old</p>"));
        // The words stand there letter by letter, and nothing has to allow them: they are not run.
        assert!(page.html.contains("<script type=\"text/plain\" id=\"words\">en\nWords & <words>\n</script>"));
        assert!(!page.policy.contains(&pack::csp_hash("en\nWords & <words>\n")));
        assert!(page.policy.contains("sandbox allow-scripts") && !page.html.contains("sandbox"));
        Ok(())
    }

    #[test]
    fn sheets_replace_the_one_in_the_template() -> Result<(), Error> {
        let page = Parts { paper: Some("<p>new</p>".into()), ..parts() }.fill(TEMPLATE)?;
        assert!(page.html.contains("<p>new</p>") && !page.html.contains("<p>old</p>"));
        Ok(())
    }

    #[test]
    fn anything_that_could_run_is_refused() {
        for bad in ["<script>x</script>", "<p onclick = x>", "<p style=\"a\">", "<img src=a>", "<!--other-->"] {
            assert!(parts().fill(&TEMPLATE.replace("<p>old</p>", bad)).is_err(), "{bad}");
        }
        assert!(Parts { app: "'</SCRIPT>'".into(), ..parts() }.fill(TEMPLATE).is_err());
        for bad in ["a </Script", "a <script", "a <!-- b"] {
            assert!(Parts { words: bad.into(), ..parts() }.fill(TEMPLATE).is_err(), "{bad}");
        }
        assert!(Parts { exit: "'\u{e9}'".into(), ..parts() }.fill(TEMPLATE).is_err());
        assert!(parts().fill(&TEMPLATE.replace("<!--script exit-->\n", "")).is_err());
        assert!(parts().fill(&TEMPLATE.replace("<p>old</p>", "<p>one = on the list</p>")).is_ok());
    }
}
