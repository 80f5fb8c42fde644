//! Files: one is saved, or one is chosen and read, only on a press of a button. Neither leaves an element in the page.

use super::early;
use js_sys::futures::spawn_local;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

/// How long the browser may take to begin a download. After that the bytes are let go of.
const TAKEN: Duration = Duration::from_secs(10);

/// Why no file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It has more bytes than were asked for; nothing of it was read.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// Hands bytes to the browser as a download with this name. The file stays on this computer: say so before. False when the
/// browser would not.
pub fn save(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    try_save(name, media_type, bytes).is_some()
}

fn try_save(name: &str, media_type: &str, bytes: &[u8]) -> Option<()> {
    let parts = Array::of1(&Uint8Array::from(bytes));
    hand_over(name, &Blob::new_with_u8_array_sequence_and_options(&parts, &of_type(media_type)).ok()?)
}

/// The same with texts one after the other, which need not pass through the program.
pub(super) fn save_texts(name: &str, media_type: &str, texts: &Array) -> bool {
    let blob = Blob::new_with_str_sequence_and_options(texts, &of_type(media_type));
    blob.ok().and_then(|blob| hand_over(name, &blob)).is_some()
}

fn of_type(media_type: &str) -> BlobPropertyBag {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    kind
}

fn hand_over(name: &str, blob: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(blob).ok()?;
    // Never put into the page: a press of it works there too.
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    set_timeout(
        move || {
            let _ = Url::revoke_object_url(&address);
        },
        TAKEN,
    );
    Some(())
}

/// Lets the person choose one file and tells its bytes. `accept` is such as `.json`. Nothing is told when they choose none.
///
/// # Errors
/// [`FileError`] when it is over `limit` bytes or could not be read.
pub fn choose(accept: &str, limit: usize, told: impl FnOnce(Result<Vec<u8>, FileError>) + 'static) {
    let input = document().create_element("input").ok().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return told(Err(FileError::Unreadable)) };
    input.set_type("file");
    input.set_accept(accept);
    // Never put into the page, so that nothing there remembers what was chosen.
    let chosen = input.clone();
    let read = Closure::once_into_js(move || read(&chosen, limit, told));
    let _ = input.add_event_listener_with_callback("change", read.unchecked_ref());
    // The page can be read behind the browser's window, and Exit waits until that is closed.
    early::draw_curtain();
    input.click();
}

fn read(input: &HtmlInputElement, limit: usize, told: impl FnOnce(Result<Vec<u8>, FileError>) + 'static) {
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    if file.size() > limit as f64 {
        return told(Err(FileError::TooLarge));
    }
    let buffer = file.array_buffer();
    spawn_local(async move { told(buffer.await.map(|buffer| bytes(&buffer)).map_err(|_| FileError::Unreadable)) });
}

/// The bytes; what the browser held of them is overwritten.
fn bytes(buffer: &JsValue) -> Vec<u8> {
    let all = Uint8Array::new(buffer);
    let bytes = all.to_vec();
    let end = all.length();
    all.fill(0, 0, end);
    bytes
}
