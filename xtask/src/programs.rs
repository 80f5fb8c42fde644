//! The browsers, web servers and window tools the page is tested with: found, or installed where that is possible.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command;
use crate::error::Error;

/// A program: what it is called, the variable that names another one, its file names and its Debian package.
struct Program {
    name: &'static str,
    variable: &'static str,
    files: &'static [&'static str],
    package: &'static str,
    /// What its package starts by itself, and would start with the machine from then on.
    service: Option<&'static str>,
}

const PROGRAMS: [Program; 8] = [
    Program {
        name: "Chromium",
        variable: "CHROMIUM",
        files: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
        package: "chromium",
        service: None,
    },
    Program {
        name: "Firefox",
        variable: "FIREFOX",
        files: &["firefox-esr", "firefox"],
        package: "firefox-esr",
        service: None,
    },
    Program { name: "nginx", variable: "NGINX", files: &["nginx"], package: "nginx", service: Some("nginx") },
    Program { name: "Caddy", variable: "CADDY", files: &["caddy"], package: "caddy", service: Some("caddy") },
    // Not the package apache2: this one brings the program and its modules, and starts nothing.
    Program { name: "Apache", variable: "APACHE", files: &["apache2"], package: "apache2-bin", service: None },
    Program { name: "a screen", variable: "XVFB", files: &["Xvfb"], package: "xvfb", service: None },
    Program { name: "a hand on the keys", variable: "XDOTOOL", files: &["xdotool"], package: "xdotool", service: None },
    Program { name: "OpenSSL", variable: "OPENSSL", files: &["openssl"], package: "openssl", service: None },
];

/// All of them as environment variables for the page tests.
pub fn find_or_install() -> Result<Vec<(&'static str, PathBuf)>, Error> {
    let missing: Vec<_> = PROGRAMS.iter().filter(|program| program.find().is_none()).collect();
    if !missing.is_empty() {
        install(&missing)?;
    }
    PROGRAMS
        .iter()
        .map(|program| {
            let path = program.find().ok_or_else(|| Error::Page(format!("{} is not installed", program.name)))?;
            println!("{}: {}", program.name, path.display());
            Ok((program.variable, path))
        })
        .collect()
}

impl Program {
    fn find(&self) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from).filter(|path| path.is_file());
        named.or_else(|| self.files.iter().find_map(|file| in_path(file)))
    }
}

/// Where a program stands in PATH, or where servers stand, which is not in everybody's PATH.
pub fn in_path(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&paths).chain(["/usr/sbin".into()]);
    folders.map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn install(missing: &[&Program]) -> Result<(), Error> {
    let packages: Vec<_> = missing.iter().map(|program| program.package).collect();
    let root = command::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || !Path::new("/usr/bin/apt-get").exists() {
        let named: Vec<_> =
            missing.iter().map(|program| format!("{} (or set {})", program.name, program.variable)).collect();
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
    if command::run(&mut get(&words)).is_err() {
        // Most likely the lists are missing or old.
        command::run(&mut get(&["update"]))?;
        command::run(&mut get(&words))?;
    }
    switch_off(missing)
}

/// The tests start servers of their own; nobody asked for one on port 80.
fn switch_off(installed: &[&Program]) -> Result<(), Error> {
    let services: Vec<_> = installed.iter().filter_map(|program| program.service).collect();
    if services.is_empty() || !Path::new("/run/systemd/system").exists() {
        return Ok(());
    }
    println!("Switching off what they started: {}", services.join(" "));
    command::run(Command::new("systemctl").args(["disable", "--now"]).args(services))
}
