//! A vignette of one's own, as a file.

use waymark::case::CaseError;
use waymark::engine::assess;
use waymark::workshop::file::FileError;
use waymark::workshop::practice::forget_what_was_typed;
use waymark::workshop::{PracticeCase, Vignette};

/// What is read is written and read again without loss, holds nothing that somebody typed into a case, and is live as far
/// as any code is concerned. What looks like a real person's is read, but not practised.
pub fn holds(bytes: &[u8]) -> bool {
    let vignette = match Vignette::read(bytes) {
        Ok(vignette) => vignette,
        Err(error) => {
            assert!(!matches!(&error, CaseError::Field { problem, .. } if problem.is_empty()));
            assert_eq!(Vignette::from_file(bytes), Err(FileError::NotAVignette(error)));
            return false;
        }
    };
    assert_eq!(Vignette::read(vignette.to_file().as_bytes()).as_ref(), Ok(&vignette));
    let mut untold = vignette.case.clone();
    forget_what_was_typed(&mut untold);
    assert_eq!(vignette.case, untold);
    assert!(PracticeCase::of(&vignette.case).is_none());
    assess(&vignette.case);
    let stopped = vignette.looks_real().map(|(found, what)| FileError::LooksReal(found, what));
    let practised = Vignette::from_file(bytes);
    assert_eq!(practised, stopped.map_or(Ok(vignette), Err));
    practised.is_ok()
}
