//! Takes names out of a WebAssembly module's `target_features` section, by which wasm-bindgen chooses what to make.

use walrus::{Module, RawCustomSection};

use crate::error::Error;

const SECTION: &str = "target_features";

/// The module no longer says that it uses these features. It must have said what it uses.
pub fn remove(module: &mut Module, unwanted: &[&str]) -> Result<(), Error> {
    let unreadable = || Error::Page(format!("the program's {SECTION} cannot be read"));
    let section = module.customs.remove_raw(SECTION).ok_or_else(unreadable)?;
    let data = without(&section.data, unwanted).ok_or_else(unreadable)?;
    module.customs.add(RawCustomSection { name: SECTION.into(), data });
    Ok(())
}

/// The section is a number of features, each a letter and a name.
fn without(section: &[u8], unwanted: &[&str]) -> Option<Vec<u8>> {
    let mut rest = Bytes(section);
    let mut kept = Vec::new();
    for _ in 0..rest.number()? {
        let feature = rest.0;
        rest.take(1)?;
        let length = rest.number()?;
        let name = rest.take(length)?;
        if !unwanted.iter().any(|unwanted| unwanted.as_bytes() == name) {
            kept.push(&feature[..feature.len() - rest.0.len()]);
        }
    }
    let mut out = number(kept.len());
    kept.into_iter().for_each(|feature| out.extend_from_slice(feature));
    rest.0.is_empty().then_some(out)
}

/// Bytes still to be read; every read may find too few.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    /// An unsigned LEB128 number of at most 32 bits.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = usize::from(self.take(1)?[0]);
            number |= (byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }
}

fn number(mut number: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(features: &[&str]) -> Vec<u8> {
        let mut section = number(features.len());
        for name in features {
            section.push(b'+');
            section.extend(number(name.len()));
            section.extend_from_slice(name.as_bytes());
        }
        section
    }

    #[test]
    fn only_what_is_unwanted_goes() {
        let long = "n".repeat(300);
        let all = section(&["multivalue", "sign-ext", "reference-types", &long]);
        assert_eq!(without(&all, &["reference-types", "multivalue"]), Some(section(&["sign-ext", &long])));
        assert_eq!(without(&all, &["reference"]), Some(all));
    }

    #[test]
    fn a_section_that_is_cut_or_too_long_is_refused() {
        let all = section(&["sign-ext", "multivalue"]);
        assert!((0..all.len()).all(|end| without(&all[..end], &[]).is_none()));
        assert_eq!(without(&[&all[..], b"x"].concat(), &[]), None);
        assert_eq!(without(b"\xff\xff\xff\xff\xff\x00", &[]), None);
    }

    #[test]
    fn a_module_must_say_what_it_uses() -> Result<(), Error> {
        let mut module = Module::default();
        assert!(remove(&mut module, &["multivalue"]).is_err());
        module.customs.add(RawCustomSection { name: SECTION.into(), data: section(&["multivalue", "sign-ext"]) });
        remove(&mut module, &["multivalue"])?;
        let left = module.customs.remove_raw(SECTION).map(|section| section.data);
        assert_eq!(left, Some(section(&["sign-ext"])));
        Ok(())
    }
}
