#![no_main]
//! See `waymark_fuzz::case_json`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    waymark_fuzz::case_json::holds(bytes);
});
