//! Mounts the page, nothing else.

use std::alloc::System;
use zeroizing_alloc::ZeroAlloc;

/// What the page lets go of is overwritten at once: an answer that was cleared is not left in memory. What it still holds
/// is overwritten by the exit (`boot/exit.js`).
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

fn main() {
    #[cfg(feature = "gallery")]
    if waymark::gallery::is_wanted() {
        return waymark::gallery::start();
    }
    waymark::start();
}
