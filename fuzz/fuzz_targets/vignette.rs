#![no_main]
//! See `waymark_fuzz::vignette`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    waymark_fuzz::vignette::holds(bytes);
});
