//! What stands after `#` in the address, where the page's first script has already taken it out.

use super::early;
use leptos::prelude::window_event_listener_untyped;
use web_sys::Url;

/// Gives what came with the page, and again whenever a link is opened in this tab, for as long as the page lives.
pub fn listen(take: impl Fn(String) + 'static) {
    let take = move || take(early::take_fragment());
    take();
    let _ = window_event_listener_untyped("waymark-fragment", move |_| take());
}

/// True for an address that the browser leaves as it stands.
pub fn is_taken_as_it_stands(address: &str) -> bool {
    let bare = |address: &str| address.trim_end_matches('/').to_owned();
    address.is_empty() || Url::new(address).is_ok_and(|url| bare(&url.href()) == bare(address))
}
