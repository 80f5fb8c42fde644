//! Chance. No result hangs on it.

/// A number from 0 to 4095, drawn by the browser.
pub fn twelve_bits() -> u16 {
    (js_sys::Math::random() * 4096.0) as u16
}
