//! Every file that the fuzzer starts from, and every one that broke something once, under the laws of its target.

#![allow(clippy::expect_used)] // a test that cannot go on stops

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::path::Path;

#[test]
fn every_kept_file_is_taken_or_refused_as_its_name_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (target, holds) in fuzz::TARGETS {
        let files = std::fs::read_dir(folder.join(target)).expect("each target has a folder");
        let (mut taken, mut refused) = (0, 0);
        for file in files.map(|file| file.expect("it can be read").path()) {
            // What a run of the fuzzer leaves has no ending, and is nobody's file yet.
            if file.extension().is_none() {
                continue;
            }
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            println!("{target}/{name}");
            let is_taken = holds(&std::fs::read(&file).expect("it can be read"));
            assert_eq!(is_taken, !name.starts_with("refused-"), "{target}/{name}");
            *if is_taken { &mut taken } else { &mut refused } += 1;
        }
        assert!(taken > 2 && refused > 0, "{target}: {taken} files are taken, {refused} refused");
    }
}
