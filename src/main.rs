//! Mounts the page, and names where its program may be parted: what only these functions lead to comes in a later part
//! (`xtask/src/parts.rs`).

use std::alloc::System;
use wasm_split_helpers::wasm_split;
use waymark::parts::{Later, Loaders, Steps};
use zeroizing_alloc::ZeroAlloc;

/// What the page lets go of is overwritten at once: an answer that was cleared is not left in memory. What it still holds
/// is overwritten by the exit (`boot/exit.js`).
#[global_allocator]
static MEMORY: ZeroAlloc<System> = ZeroAlloc(System);

#[wasm_split(steps)]
fn steps() -> &'static Steps {
    waymark::steps()
}

#[wasm_split(later)]
fn later() -> &'static Later {
    waymark::later()
}

fn main() {
    #[cfg(feature = "gallery")]
    if waymark::gallery::is_wanted() {
        return waymark::gallery::start();
    }
    waymark::start(Loaders { steps: || Box::pin(steps()), later: || Box::pin(later()) });
}
