//! A case in JSON.

use waymark_case::PracticeCase;
use waymark_case::practice::forget_what_was_typed;
use waymark_case::{Case, CaseError};
use waymark_engine::assess;

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
    if let Ok(json) = waymark_case_file::json(case) {
        assert_eq!(Case::from_json(&json).as_ref(), Ok(case));
    }
    let mut untold = case.clone();
    forget_what_was_typed(&mut untold);
    assert_eq!(assess(case), assess(&untold), "no text changes a result");
}
