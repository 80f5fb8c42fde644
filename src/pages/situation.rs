use leptos::prelude::*;

#[component]
pub fn Situation() -> impl IntoView {
    view! { <h1 tabindex="-1">"Situation"</h1> }
}
