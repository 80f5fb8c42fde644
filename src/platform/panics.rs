//! What happens when the program breaks: plain words for the person, nothing typed in any message.

/// Shows the page's "cannot run" words on a panic. The payload is dropped: it must not reach the console of a shared computer.
pub fn reveal_the_problem() {
    std::panic::set_hook(Box::new(|_| show_the_problem()));
}

/// Shows the page's "cannot run" words.
pub fn show_the_problem() {
    super::early::show_problem();
}
