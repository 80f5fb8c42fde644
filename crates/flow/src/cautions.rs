//! Which cautions are read before anything else.

use waymark_content::CautionId;

/// True for a caution that changes who may be told, or what may be written: it comes before any step.
pub fn comes_first(id: CautionId) -> bool {
    matches!(id, CautionId::NoFamilyContact | CautionId::Reversed | CautionId::RestrictFile)
}
