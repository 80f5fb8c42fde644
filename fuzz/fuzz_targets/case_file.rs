#![no_main]
//! See `waymark_fuzz::case_file`.

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    waymark_fuzz::case_file::holds(bytes);
});
