use leptos::prelude::*;

#[component]
pub fn Tonight() -> impl IntoView {
    view! { <h1 tabindex="-1">"Tonight"</h1> }
}
