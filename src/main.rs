//! Mounts the page, nothing else.

fn main() {
    waymark::app::start();
}
