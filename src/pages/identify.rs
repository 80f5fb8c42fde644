use leptos::prelude::*;

#[component]
pub fn Identify() -> impl IntoView {
    view! { <h1 tabindex="-1">"Identify"</h1> }
}
