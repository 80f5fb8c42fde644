//! The one page: the shell from index.html with scripts, style, sheets, policy, words and program put in.

use std::path::Path;

use waymark_content::{EN, Part};

use crate::error::{self, Error};
use crate::{early, headers, pack, script, style, template};

/// Where the settings stand in a personal copy of the page (`platform::settings_files`). Here there are none.
const SETTINGS: &str = "<script type=\"application/json\" id=\"settings\"></script>";

/// The elements in which the three texts of the words stand (`platform::page::words`).
const WORDS: [&str; PARTS] = ["words", "words-steps", "words-later"];

/// The program, as a page carries it.
pub struct Program {
    /// What runs it.
    pub script: String,
    /// WebAssembly as letters, where the script needs it: of the first part of the program, and of those that follow.
    pub letters: [Vec<String>; PARTS],
}

/// How many parts a page comes in: what is needed first, the steps of a case, and all else (`boot/parts.js`).
pub const PARTS: usize = Part::ALL.len();

/// Says that a part has come. The same text behind each, so that one hash in the policy allows them all.
const ARRIVED: &str = "window.waymark.arrived()";

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
#[derive(Clone)]
pub struct Shell {
    template: String,
    exit: String,
    early: String,
    /// What the words before the program need, and all there is.
    style: [String; 2],
    words: [String; PARTS],
}

impl Shell {
    /// Reads all parts; `words` as the program reads them, `sheets` for when it does not run.
    pub fn read(root: &Path, words: [String; PARTS], sheets: &str) -> Result<Self, Error> {
        let template = template::worded(&error::read(&root.join("index.html"))?, root)?;
        let template = filled(template, "<!--tonight-->", &early::tonight(&EN))?;
        let template = filled(template, "<!--paper-->", sheets)?;
        let early = script::read(root, "early.js")?;
        let style = style::collect(root)?;
        let style = [style::first(&style, &template), style];
        Ok(Self { template, exit: exit_script(root)?, early, style, words })
    }

    /// The same for the gallery: its root says so, and its own style comes last.
    pub fn of_gallery(&self, root: &Path) -> Result<Self, Error> {
        let template = filled(self.template.clone(), "<main id=\"app\">", "<main id=\"app\" data-gallery>")?;
        let [first, all] = self.style.clone();
        Ok(Self { template, style: [first, all + &style::of(root, "gallery")?], ..self.clone() })
    }

    /// The page with this program.
    pub fn page(&self, file: &'static str, program: &Program) -> Result<Page, Error> {
        let mut html = self.template.clone();
        check_template(&html)?;
        let scripts = [&*self.exit, &*self.early, &*program.script, ARRIVED];
        for script in scripts.into_iter().chain(self.words.iter().map(String::as_str)) {
            check_script(script)?;
        }

        let mut sources = scripts.map(pack::csp_hash).to_vec();
        if program.letters.iter().any(|part| !part.is_empty()) {
            sources.push("'wasm-unsafe-eval'".into());
        }
        let script = |text: &str| format!("<script>{text}</script>");
        for (mark, text) in [
            ("<!--script exit-->", script(&self.exit)),
            ("<!--script early-->", script(&self.early)),
            ("<!--words-->", SETTINGS.to_owned()),
            ("<!--program-->", self.parts(program)),
            ("<!--style-->", style_element(&self.style[0])),
            ("<!--all style-->", style_element(&self.style[1])),
        ] {
            html = filled(html, mark, &text)?;
        }
        let page = under_policy(file, html, &sources, &self.style.each_ref().map(|style| pack::csp_hash(style)))?;
        let letters: usize = program.letters.iter().map(Vec::len).sum();
        check_page(&page.html, 3 + 2 * PARTS + letters)?;
        Ok(page)
    }

    /// The parts of the page: of each the words, as they are, so that the transport can pack them; the letters of its program; and
    /// the script that takes them up.
    fn parts(&self, program: &Program) -> String {
        let mut html = String::new();
        for (place, ((id, words), letters)) in WORDS.iter().zip(&self.words).zip(&program.letters).enumerate() {
            html += &format!("<script type=\"text/plain\" id=\"{id}\">{words}</script>\n");
            let name = if place == 0 { "id=\"program\"" } else { "data-part" };
            for text in letters {
                html += &format!("<script type=\"application/octet-stream\" {name}>{text}</script>\n");
            }
            html += &format!("<script>{}</script>\n", if place == 0 { &program.script } else { ARRIVED });
        }
        html
    }
}

/// The page that is only sheets. Nothing in it can run but the exit, so that Back does not show it again; without a script
/// Exit is a plain link.
pub fn sheets(root: &Path, file: &'static str, sheets: &str) -> Result<Page, Error> {
    let template = template::worded(&error::read(&root.join("src/paper.html"))?, root)?;
    sheets_page(file, &template, sheets, &exit_script(root)?, &style::collect(root)?)
}

/// The page that lists every rule: like the sheets, nothing in it can run but the exit.
pub fn rules(root: &Path, file: &'static str, rules: &str) -> Result<Page, Error> {
    let template = template::worded(&error::read(&root.join("src/rules.html"))?, root)?;
    let style = style::collect(root)? + &style::of(root, "rules")?;
    sheets_page(file, &template, rules, &exit_script(root)?, &style)
}

fn sheets_page(file: &'static str, template: &str, sheets: &str, exit: &str, style: &str) -> Result<Page, Error> {
    let html = filled(template.to_owned(), "<!--paper-->", sheets)?;
    check_template(&html)?;
    check_script(exit)?;
    let html = filled(html, "<!--script exit-->", &format!("<script>{exit}</script>"))?;
    let html = filled(html, "<!--style-->", &style_element(style))?;
    let page = under_policy(file, html, &[pack::csp_hash(exit)], &[pack::csp_hash(style)])?;
    check_page(&page.html, 1)?;
    Ok(page)
}

fn exit_script(root: &Path) -> Result<String, Error> {
    script::read(root, "exit.js")
}

fn style_element(style: &str) -> String {
    format!("<style>{style}</style>")
}

/// Puts in the policy that allows these scripts and styles, each by its sum.
fn under_policy(file: &'static str, html: String, scripts: &[String], styles: &[String]) -> Result<Page, Error> {
    let directives = headers::directives(scripts, styles);
    let meta = headers::policy(directives.iter().filter(|directive| directive.in_meta));
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{meta}\">");
    let html = filled(html, "<!--policy-->", &meta)?;
    Ok(Page { file, html, policy: headers::policy(directives.iter()) })
}

/// Puts text where a mark stands; it must be there once.
fn filled(mut html: String, mark: &str, text: &str) -> Result<String, Error> {
    let from = place(&html, mark)?;
    html.replace_range(from..from + mark.len(), text);
    Ok(html)
}

/// Where a mark stands.
fn place(html: &str, mark: &str) -> Result<usize, Error> {
    let mut places = html.match_indices(mark);
    match (places.next(), places.next()) {
        (Some((at, _)), None) => Ok(at),
        _ => Err(Error::Page(format!("{mark} must stand in it once"))),
    }
}

/// The shell itself brings no script, no style and no address but the exit.
fn check_template(html: &str) -> Result<(), Error> {
    let lower = html.to_ascii_lowercase();
    for banned in ["<script", "<style", " style=", "javascript:", "src=", "<iframe"] {
        if lower.contains(banned) {
            return Err(Error::Page(format!("index.html or a sheet: {banned:?} may not stand in it")));
        }
    }
    let quiet = |tag: &str| tag.split('>').next().is_some_and(|tag| tag.contains("autocomplete=\"off\""));
    if !lower.split("<form").skip(1).all(quiet) {
        return Err(Error::Page(
            "index.html or a sheet: a form without autocomplete=\"off\" may not stand in it".into(),
        ));
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
        <!--script early--><!--style--></head><body>\n<!--all style--><p>shell</p>\n<!--words--><!--program--></body>";

    fn shell() -> Shell {
        Shell {
            template: TEMPLATE.into(),
            exit: "leave()".into(),
            early: "early()".into(),
            style: ["a{}", "b{}"].map(Into::into),
            words: ["en\nWords & <words>\n", "Steps\n", "Later\n"].map(Into::into),
        }
    }

    fn wasm() -> Program {
        Program {
            script: "app()".into(),
            letters: [vec!["!\n#".into()], vec!["$".into(), "%".into()], vec!["'".into()]],
        }
    }

    fn page_of(shell: Shell) -> Result<Page, Error> {
        shell.page("index.html", &wasm())
    }

    #[test]
    fn every_part_is_put_in_and_named_in_the_policy() -> Result<(), Error> {
        let page = page_of(shell())?;
        for part in ["leave()", "early()", "app()"] {
            assert!(page.html.contains(&format!("<script>{part}</script>")));
            assert!(page.policy.contains(&pack::csp_hash(part)));
        }
        for style in ["a{}", "b{}"] {
            assert!(page.html.contains(&style_element(style)) && page.policy.contains(&pack::csp_hash(style)));
        }
        // The words and the program stand there letter by letter, and nothing has to allow them: they are not run.
        assert!(page.html.contains("<script type=\"text/plain\" id=\"words\">en\nWords & <words>\n</script>"));
        assert!(page.html.contains(" id=\"words-steps\">Steps\n</script>"));
        assert!(page.html.contains(" id=\"words-later\">Later\n</script>"));
        assert!(page.html.contains(" id=\"program\">!\n#</script>") && page.policy.contains("'wasm-unsafe-eval'"));
        assert!(!page.policy.contains(&pack::csp_hash("en\nWords & <words>\n")));
        assert!(page.policy.contains("sandbox allow-scripts") && !page.html.contains("sandbox"));
        Ok(())
    }

    #[test]
    fn without_webassembly_the_policy_does_not_allow_it() -> Result<(), Error> {
        let page = shell().page("nowasm.html", &Program { letters: Default::default(), ..wasm() })?;
        assert!(page.html.contains("<script>app()</script>") && !page.html.contains("octet-stream"));
        assert!(!page.policy.contains("wasm-unsafe-eval") && !page.html.contains("wasm-unsafe-eval"));
        Ok(())
    }

    #[test]
    fn a_page_of_sheets_lets_nothing_run_but_the_exit() -> Result<(), Error> {
        let template =
            "<html><head><!--script exit--><meta charset=\"utf-8\"><!--policy--><!--style--></head><!--paper-->";
        let page = sheets_page("paper.html", template, "<p>sheet</p>", "leave()", "a{}")?;
        let only = format!("script-src {};", pack::csp_hash("leave()"));
        assert!(page.html.contains(&only) && page.policy.contains(&only));
        assert!(page.html.contains("<style>a{}</style>") && page.html.contains("<head><script>leave()</script>"));
        assert_eq!(page.html.matches("<script").count(), 1);
        assert!(sheets_page("paper.html", template, "<script>x</script>", "leave()", "a{}").is_err());
        Ok(())
    }

    #[test]
    fn anything_that_could_run_is_refused() {
        let with =
            |shell_html: &str| page_of(Shell { template: TEMPLATE.replace("<p>shell</p>", shell_html), ..shell() });
        for bad in ["<script>x</script>", "<p onclick = x>", "<p style=\"a\">", "<img src=a>", "<!--other-->"] {
            assert!(with(bad).is_err(), "{bad}");
        }
        assert!(shell().page("index.html", &Program { script: "'</SCRIPT>'".into(), ..wasm() }).is_err());
        for bad in ["a </Script", "a <script", "a <!-- b"] {
            assert!(page_of(Shell { words: [bad, "", ""].map(Into::into), ..shell() }).is_err(), "{bad}");
        }
        assert!(page_of(Shell { exit: "'\u{e9}'".into(), ..shell() }).is_err());
        assert!(page_of(Shell { template: TEMPLATE.replace("<!--script exit-->\n", ""), ..shell() }).is_err());
        assert!(with("<p>one = on the list</p>").is_ok());
    }
}
