use leptos::prelude::*;

#[component]
pub fn NextSteps() -> impl IntoView {
    view! { <h1 tabindex="-1">"NextSteps"</h1> }
}
