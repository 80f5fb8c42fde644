//! What a template names by its place, so that the pages before the program say what the program says.
//!
//! `{{start.title}}` is a text of that page's words, or a list as list items; `{{helpline.samaritans}}` the number of a
//! helpline; `{{exit.address}}` where Exit leads, which exit.js says.

use std::path::Path;

use crate::error::{self, Error};

/// Puts in everything that the template names.
pub fn worded(template: &str, root: &Path) -> Result<String, Error> {
    let mut parts = template.split("{{");
    let mut html = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let unknown = || {
            Error::Page(format!("a template: nothing is known for {{{{{}", part.chars().take(40).collect::<String>()))
        };
        let (name, rest) = part.split_once("}}").ok_or_else(unknown)?;
        let (of, key) = name.split_once('.').ok_or_else(unknown)?;
        let named = match of {
            "helpline" => number(&table(root, "crates/content/data/helplines.toml")?, key),
            "exit" => exit_address(&error::read(&root.join("src/platform/boot/exit.js"))?).filter(|_| key == "address"),
            page => words(&table(root, &format!("crates/content/data/words/en/pages/{page}.toml"))?, key),
        };
        html.push_str(&named.ok_or_else(unknown)?);
        html.push_str(rest);
    }
    Ok(html)
}

/// The text as it may stand between tags or in quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn table(root: &Path, file: &str) -> Result<toml::Table, Error> {
    error::read(&root.join(file))?.parse().map_err(|error| Error::Page(format!("{file}: {error}")))
}

fn words(page: &toml::Table, key: &str) -> Option<String> {
    match page.get(key)? {
        toml::Value::String(text) => Some(escaped(text)),
        toml::Value::Array(lines) => {
            let line = |line: &toml::Value| format!("<li>{}</li>\n", escaped(line.as_str().unwrap_or_default()));
            Some(lines.iter().map(line).collect())
        }
        _ => None,
    }
}

/// The number of a helpline; `None` also where none may be printed.
fn number(helplines: &toml::Table, id: &str) -> Option<String> {
    let lines = helplines.get("helpline")?.as_array()?;
    let line = lines.iter().find(|line| line.get("id").and_then(toml::Value::as_str) == Some(id))?;
    line.get("number")?.as_str().filter(|number| !number.is_empty()).map(escaped)
}

/// Where Exit leads, as the script that leaves says it.
fn exit_address(script: &str) -> Option<String> {
    let (address, _) = script.split_once("let target = \"")?.1.split_once('"')?;
    address.starts_with("https://").then(|| escaped(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_the_exit_stand_in_one_place() {
        let lines =
            "[[helpline]]\nid = \"a\"\nnumber = \"01632 960001\"\n[[helpline]]\nid = \"b\"\nname = \"No number\"\n";
        let lines = lines.parse().unwrap_or_default();
        assert_eq!(number(&lines, "a").as_deref(), Some("01632 960001"));
        assert_eq!((number(&lines, "b"), number(&lines, "c")), (None, None));
        let script = "let gone = false;\n  let target = \"https://www.example.org/a\";";
        assert_eq!(exit_address(script).as_deref(), Some("https://www.example.org/a"));
        assert_eq!(exit_address("let target = \"javascript:x\";"), None);
    }

    #[test]
    fn no_template_holds_a_number_or_an_address_of_its_own() -> Result<(), Error> {
        let root = crate::dist::root()?;
        for file in ["index.html", "src/paper.html"] {
            let template = error::read(&root.join(file))?;
            let told: Vec<&str> = template.split("class=\"tel\">").skip(1).collect();
            assert!(told.iter().all(|rest| rest.starts_with("{{helpline.")), "{file}: a number of its own");
            assert!(!template.contains("href=\"http"), "{file}: an address of its own");
            assert!(!worded(&template, &root)?.contains("{{"));
        }
        Ok(())
    }

    #[test]
    fn what_is_not_known_stops_the_build() -> Result<(), Error> {
        let root = crate::dist::root()?;
        for bad in ["{{helpline.nobody}}", "{{exit.other}}", "{{start.no_such_key}}", "{{start}}", "{{start.title"] {
            assert!(worded(bad, &root).is_err(), "{bad}");
        }
        assert_eq!(worded("<p>one</p>", &root)?, "<p>one</p>");
        Ok(())
    }
}
