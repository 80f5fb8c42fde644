//! A case in JSON.

use waymark::case::{Case, CaseError};
use waymark::case_file;
use waymark::engine::assess;
use waymark::workshop::PracticeCase;
use waymark::workshop::practice::forget_what_was_typed;

/// A case comes back as it was, is live, and has an assessment that hangs on no text in it; what is refused says why.
pub fn holds(bytes: &[u8]) -> bool {
    match Case::from_json(bytes) {
        Ok(case) => {
            comes_back(&case);
            true
        }
        Err(CaseError::Field { problem, .. }) => {
            assert!(!problem.is_empty());
            false
        }
        Err(_) => false,
    }
}

/// Whatever was read is a case like any other.
pub fn comes_back(case: &Case) {
    assert!(PracticeCase::of(case).is_none(), "no file makes a practice case");
    // A case that no file holds is told so when it is saved.
    if let Ok(json) = case_file::json(case) {
        assert_eq!(Case::from_json(&json).as_ref(), Ok(case));
    }
    let mut untold = case.clone();
    forget_what_was_typed(&mut untold);
    assert_eq!(assess(case), assess(&untold), "no text changes a result");
}
