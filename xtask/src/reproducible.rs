//! Two clean builds in different folders are the same, byte for byte.

use std::collections::BTreeMap;
use std::path::Path;

use crate::dist;
use crate::error::{self, Error};
use crate::mode::Mode;

/// What a build makes, or a clone has: not part of the sources.
const NOT_SOURCES: [&str; 4] = ["target", "dist", "node_modules", ".git"];

/// Builds a copy of the sources somewhere else, with a target folder of its own, and compares it with `dist`.
pub fn check(root: &Path) -> Result<(), Error> {
    let first = Mode::Release.folder(root);
    if !first.exists() {
        println!("There is no page to compare with: building it first");
        dist::build(root, Mode::Release)?;
    }
    let copy = std::env::temp_dir().join(format!("waymark-again-{}", std::process::id()));
    println!("Building once more from a copy in {}: this takes minutes", copy.display());
    copy_sources(root, &copy)?;
    print!("{}", dist::build(&copy, Mode::Release)?.report());
    let differences = differences(&contents(&first)?, &contents(&Mode::Release.folder(&copy))?);
    if !differences.is_empty() {
        let differences = differences.join("\n");
        return Err(Error::Page(format!("{differences}\nThe second build is left in {}", copy.display())));
    }
    std::fs::remove_dir_all(&copy).map_err(|error| Error::File(copy, error))
}

fn copy_sources(from: &Path, to: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(to).map_err(|error| Error::File(to.into(), error))?;
    for path in error::entries(from)? {
        let name = path.file_name().unwrap_or_default();
        if NOT_SOURCES.iter().any(|other| name == *other) {
            continue;
        }
        let target = to.join(name);
        if path.is_dir() {
            copy_sources(&path, &target)?;
        } else {
            std::fs::copy(&path, &target).map_err(|error| Error::File(path, error))?;
        }
    }
    Ok(())
}

/// The files of a folder by name.
fn contents(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, Error> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    error::entries(folder)?.into_iter().map(|path| Ok((name(&path), error::read_bytes(&path)?))).collect()
}

/// Every file that is not the same in both, and where it begins to differ.
fn differences(first: &BTreeMap<String, Vec<u8>>, second: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found: Vec<String> = second
        .keys()
        .filter(|name| !first.contains_key(*name))
        .map(|name| format!("{name} is only in the second"))
        .collect();
    for (name, bytes) in first {
        match second.get(name) {
            None => found.push(format!("{name} is only in the first")),
            Some(others) if others != bytes => {
                let same = bytes.iter().zip(others).take_while(|(one, other)| one == other).count();
                found.push(format!("{name} differs from byte {same} on"));
            }
            Some(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_differing_a_missing_and_an_extra_file_are_named() {
        let files = |list: &[(&str, &str)]| list.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect();
        let first = files(&[("a", "same"), ("b", "build 1"), ("c", "")]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
        let second = files(&[("a", "same"), ("b", "build 2"), ("d", "")]);
        assert_eq!(
            differences(&first, &second),
            ["d is only in the second", "b differs from byte 6 on", "c is only in the first"]
        );
        let longer = files(&[("a", "same."), ("b", "build 1"), ("c", "")]);
        assert_eq!(differences(&first, &longer), ["a differs from byte 4 on"]);
    }

    #[test]
    fn the_copy_has_the_sources_and_nothing_made_of_them() -> Result<(), Error> {
        let home = std::env::temp_dir().join(format!("waymark-copy-{}", std::process::id()));
        for folder in ["from/src", "from/target", "from/.cargo"] {
            let folder = home.join(folder);
            std::fs::create_dir_all(&folder).map_err(|error| Error::File(folder.clone(), error))?;
            error::write(&folder.join("file"), b"text")?;
        }
        copy_sources(&home.join("from"), &home.join("to"))?;
        assert!(home.join("to/src/file").exists() && home.join("to/.cargo/file").exists());
        assert!(!home.join("to/target").exists());
        std::fs::remove_dir_all(&home).map_err(|error| Error::File(home, error))
    }
}
