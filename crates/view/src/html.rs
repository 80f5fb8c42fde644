//! A function for each element that the pages use, as in `leptos::html`.

use crate::element::{El, element};

macro_rules! tags {
    ($($tag:ident)+) => {$(
        #[doc = concat!("A new `<", stringify!($tag), ">`.")]
        pub fn $tag() -> El {
            element(stringify!($tag))
        }
    )+};
}

tags! {
    article b blockquote button code dd details div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 i input label legend li nav ol p
    progress section small span strong summary table tbody td textarea th thead tr ul
}
