//! The two browsers the page is tested in: found, or installed where that is possible.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::error::Error;

/// A browser: what it is called, the variable that names another one, its programs and its Debian package.
struct Browser {
    name: &'static str,
    variable: &'static str,
    programs: &'static [&'static str],
    package: &'static str,
}

const BROWSERS: [Browser; 2] = [
    Browser {
        name: "Chromium",
        variable: "CHROMIUM",
        programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        package: "chromium",
    },
    Browser { name: "Firefox", variable: "FIREFOX", programs: &["firefox-esr", "firefox"], package: "firefox-esr" },
];

/// Both browsers as environment variables for the page tests.
pub fn find_or_install() -> Result<Vec<(&'static str, PathBuf)>, Error> {
    let missing: Vec<_> = BROWSERS.iter().filter(|browser| browser.find().is_none()).collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    BROWSERS
        .iter()
        .map(|browser| {
            let path = browser.find().ok_or_else(|| Error::Page(format!("{} is not installed", browser.name)))?;
            println!("{}: {}", browser.name, path.display());
            Ok((browser.variable, path))
        })
        .collect()
}

impl Browser {
    fn find(&self) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.programs.iter().find_map(|program| in_path(program)))
    }
}

/// Where a program stands in PATH.
pub fn in_path(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn install(missing: &[&Browser]) -> Result<(), Error> {
    let packages: Vec<_> = missing.iter().map(|browser| browser.package).collect();
    let root = command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || !Path::new("/usr/bin/apt-get").exists() {
        let named: Vec<_> =
            missing.iter().map(|browser| format!("{} (or set {})", browser.name, browser.variable)).collect();
        return Err(Error::Page(format!(
            "missing: {}. Install it, on Debian with: sudo apt-get install {}",
            named.join(", "),
            packages.join(" ")
        )));
    }
    println!("Installing {}", packages.join(" "));
    let get = |words: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(words);
        command
    };
    let mut words = vec!["install", "--yes", "--no-install-recommends"];
    words.extend(&packages);
    if command::run(&mut get(&words)).is_ok() {
        return Ok(());
    }
    // Most likely the lists are missing or old.
    command::run(&mut get(&["update"]))?;
    command::run(&mut get(&words))
}
