//! A vignette of one's own, as a file.

use waymark_case::CaseError;
use waymark_case::PracticeCase;
use waymark_case::practice::forget_what_was_typed;
use waymark_engine::assess;
use waymark_workshop::Vignette;
use waymark_workshop::file::VignetteError;

/// What is read is written and read again without loss, holds nothing that somebody typed into a case, and is live as far
/// as any code is concerned. What looks like a real person's is read, but not practised.
pub fn holds(bytes: &[u8]) -> bool {
    let vignette = match Vignette::read(bytes) {
        Ok(vignette) => vignette,
        Err(error) => {
            assert!(!matches!(&error, CaseError::Field { problem, .. } if problem.is_empty()));
            assert_eq!(Vignette::from_file(bytes), Err(VignetteError::NotAVignette(error)));
            return false;
        }
    };
    assert_eq!(Vignette::read(vignette.to_file().as_bytes()).as_ref(), Ok(&vignette));
    let mut untold = vignette.case.clone();
    forget_what_was_typed(&mut untold);
    assert_eq!(vignette.case, untold);
    assert!(PracticeCase::of(&vignette.case).is_none());
    assess(&vignette.case);
    let stopped = vignette.looks_real().map(|(found, what)| VignetteError::LooksReal(found, what));
    let practised = Vignette::from_file(bytes);
    assert_eq!(practised, stopped.map_or(Ok(vignette), Err));
    practised.is_ok()
}
