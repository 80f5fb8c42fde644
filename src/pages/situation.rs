//! The situation: only what the next answers need, each with why it is asked. Beside it stands what is still to be asked.

use crate::app::{Desk, Layout, LayoutToggle, Step, StepEnd};
use crate::case::{ContextField, Input};
use crate::components::Question;
use crate::content::words::fill;
use crate::flow::{Section, matters, next_unanswered, progress, sections};
use crate::platform::page::focus_question;
use leptos::prelude::*;

/// The step: its sections in order.
#[component]
pub fn Situation() -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.situation;
    let count = Memo::new(move |_| {
        desk.case.with(|case| desk.assessment.with(|assessment| progress(case, assessment)))
    });
    let so_far = move || {
        let (answered, shown) = count.get();
        fill(words.progress, &[("answered", &answered.to_string()), ("shown", &shown.to_string())])
    };
    let open_question = Memo::new(move |_| {
        desk.case.with(|case| desk.assessment.with(|assessment| next_unanswered(case, assessment)))
    });
    view! {
        <section data-step="situation" class="narrow" data-stop=move || desk.stop_text()>
            <h1 tabindex="-1">{words.title}</h1>
            <p class="lead">{words.lead}</p>
            <LayoutToggle/>
            <p class="muted" role="status">{so_far}</p>
            {move || match open_question.get() {
                Some(field) => view! {
                    <p>
                        <button type="button" class="link" on:click=move |_| focus_question(field.path())>{words.next}</button>
                    </p>
                }
                .into_any(),
                None => view! { <p class="muted">{words.nothing_left}</p> }.into_any(),
            }}
            {sections().iter().map(|section| view! { <Part section/> }).collect_view()}
            <StepEnd next=Step::Identify/>
        </section>
    }
}

/// One section. In the guided layout the questions that do not matter now wait behind a fold.
#[component]
fn Part(section: &'static Section) -> impl IntoView {
    let desk = Desk::here();
    let words = &desk.words.pages.situation;
    let whole = move || desk.layout.get() == Layout::Whole;
    let matter = section
        .fields
        .iter()
        .map(|field| {
            let field = *field;
            let now = Memo::new(move |_| {
                desk.case.with(|case| desk.assessment.with(|assessment| matters(field, case, assessment)))
            });
            (field, now)
        })
        .collect::<Vec<_>>();
    let all = StoredValue::new(matter);
    let any_now = Memo::new(move |_| all.with_value(|all| all.iter().any(|(_, now)| now.get())));
    let rest = Memo::new(move |_| all.with_value(|all| all.iter().filter(|(_, now)| !now.get()).count()));
    let open = RwSignal::new(false);
    let shown = move |now: Memo<bool>| whole() || open.get() || now.get();
    let question = move |(field, now): (ContextField, Memo<bool>)| {
        view! {
            <Show when=move || shown(now)>
                <Question input=Input::Context(field) note=true/>
            </Show>
        }
    };
    view! {
        <section aria-label=section.heading(desk.words)>
            <Show when=move || whole() || open.get() || any_now.get()>
                <h2>{section.heading(desk.words)}</h2>
            </Show>
            {all.get_value().into_iter().map(question).collect_view()}
            <Show when=move || !whole() && !open.get() && (rest.get() > 0)>
                <p>
                    <button type="button" class="link" data-more=section.id on:click=move |_| open.set(true)>
                        {move || fill(words.more, &[("count", &rest.get().to_string())])}
                        <span class="visually-hidden">": "{section.heading(desk.words)}</span>
                    </button>
                </p>
            </Show>
        </section>
    }
}
