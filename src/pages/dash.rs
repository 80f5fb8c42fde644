use leptos::prelude::*;

#[component]
pub fn Dash() -> impl IntoView {
    view! { <h1 tabindex="-1">"Dash"</h1> }
}
