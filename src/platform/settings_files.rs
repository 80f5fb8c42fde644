//! The settings of an area as files: `settings.json`, and a copy of this page with the settings in it.

pub use super::files::FileError;
use super::{early, files};
use js_sys::Array;
use wasm_bindgen::JsValue;
use waymark_area::Area;

/// What stands before the settings in the page, as the browser writes it.
const BLOCK: &str = "<script type=\"application/json\" id=\"settings\">";

/// Saves the settings as a file.
pub fn save(area: &Area) -> bool {
    files::save("settings.json", "application/json", area.json().as_bytes())
}

/// Saves a copy of this page, as it was when it arrived, with these settings in it. The program in it is the same, letter by
/// letter. False when the browser would not.
pub fn save_copy(area: &Area) -> bool {
    copy(area).is_some_and(|parts| files::save_texts("notes.html", "text/html", &parts))
}

/// The texts of the copy: what stands before the settings, the settings, and what stands after.
fn copy(area: &Area) -> Option<Array> {
    let page = early::page_text()?;
    let from = u32::try_from(page.index_of(BLOCK, 0)).ok()? + u32::try_from(BLOCK.len()).ok()?;
    let to = u32::try_from(page.index_of("</script>", i32::try_from(from).ok()?)).ok()?;
    let (before, after) = (page.substring(0, from), page.slice(to, page.length()));
    // `json` writes nothing that could end the element it stands in.
    Some(Array::of3(&before, &JsValue::from_str(&area.json()), &after))
}

/// Lets the person choose a file with settings and gives its bytes.
pub fn choose(limit: usize, told: impl FnOnce(Result<Vec<u8>, FileError>) + 'static) {
    files::choose(".json,application/json", limit, told);
}
