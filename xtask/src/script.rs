//! Scripts as they stand in a page: without indentation, empty lines, and lines that are only a comment.

use std::path::Path;

use crate::error::{self, Error};

/// A script of `src/platform/boot` by its name.
pub fn read(root: &Path, name: &str) -> Result<String, Error> {
    Ok(bare(&error::read(&root.join("src/platform/boot").join(name))?))
}

/// A script without what only its readers need. No template literal in it may span several lines: the test below holds our own
/// scripts to that, and wasm-bindgen writes none.
pub fn bare(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        if in_comment || line.starts_with("/**") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_lines_go() {
        let script =
            "// Why.\n/**\n * @returns {any}\n */\n(() => {\n\n  // How.\n  go(\"https://x\"); // Stays.\n})();\n";
        assert_eq!(bare(script), "(() => {\ngo(\"https://x\"); // Stays.\n})();\n");
        assert_eq!(bare("/** One line. */\n/*mark*/\nstart();"), "/*mark*/\nstart();\n");
    }

    #[test]
    fn no_text_of_ours_goes_over_several_lines() -> Result<(), Error> {
        let root = crate::dist::root()?;
        for name in ["exit.js", "early.js", "program.js", "parts.js", "start.js", "nowasm.js"] {
            let script = read(&root, name)?;
            assert!(script.lines().all(|line| line.matches('`').count() % 2 == 0), "{name}");
        }
        Ok(())
    }
}
