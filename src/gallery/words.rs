//! Words, lists and folds: the short forms of the view layer.

use waymark_view::{El, details, fact, h1, html, list, p, unmarked};

shelf!("words", "Words and lists", paragraph heading lists unmarked_list facts_in_a_row fold help notice urgent_notice);

/// A paragraph, of usual size or small.
fn paragraph() -> El {
    html::div().child(p("", "A paragraph.")).child(p("small muted", "Something to know beside it."))
}

/// The heading of a step, which takes focus when the step opens.
fn heading() -> El {
    html::div().child(h1("Situation"))
}

/// Lines with marks, or with numbers where their order matters.
fn lists() -> El {
    html::div().child(list(html::ul(), "", ["One thing", "Another"])).child(list(
        html::ol(),
        "",
        ["First this", "Then that"],
    ))
}

/// A list whose marks the style takes away says that it is a list.
fn unmarked_list() -> El {
    unmarked(html::ul(), "numbers")
        .child(html::li().child("Samaritans").child(html::span().class("tel").child("116 123")))
}

/// What something is called, and what it is.
fn facts_in_a_row() -> El {
    html::dl().class("summary").child(fact("Told by", "the survivor")).child(fact("Heard", "alone"))
}

/// A part of a step that opens when it is wanted.
fn fold() -> El {
    html::div().child(details("fold", "Help by phone").child(p("", "The numbers.")))
}

/// A word of help beside something.
fn help() -> El {
    details("help", "Why this is asked").child(p("small", "Because it decides what comes first."))
}

/// Something to know before going on.
fn notice() -> El {
    html::div().class("notice").child(p("", "Nothing typed here is kept."))
}

/// Something to do before anything else.
fn urgent_notice() -> El {
    html::div().class("notice urgent").child(html::h3().child("Danger now")).child(p("", "Call 999."))
}
