//! Writes the tables and the words of the content; what is wrong in it stops the build.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=data");
    let path = |name| PathBuf::from(env::var(name).unwrap_or_default());
    if let Err(problem) = write(&path("CARGO_MANIFEST_DIR").join("data"), &path("OUT_DIR")) {
        println!("cargo::error={problem}");
        process::exit(1);
    }
}

fn write(data: &Path, out: &Path) -> Result<(), String> {
    let files = waymark_content_build::files(data).map_err(|problem| problem.to_string())?;
    files.into_iter().try_for_each(|(name, text)| {
        let file = out.join(name);
        fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
    })
}
