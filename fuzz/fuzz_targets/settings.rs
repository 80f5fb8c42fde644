#![no_main]
//! See `waymark_fuzz::settings`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    waymark_fuzz::settings::holds(bytes);
});
