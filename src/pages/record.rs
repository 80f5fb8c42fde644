use leptos::prelude::*;

#[component]
pub fn Record() -> impl IntoView {
    view! { <h1 tabindex="-1">"Record"</h1> }
}
