#![no_main]
//! See `waymark_fuzz::codes`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    waymark_fuzz::codes::holds(bytes);
});
