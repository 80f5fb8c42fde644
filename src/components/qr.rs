//! A QR code: dark on light whatever the colours of the page, so that every reader takes it, on paper too.

use waymark_encoding::qr::squares;
use waymark_view::{El, svg};

/// The code of a text, with what it is called for who cannot see it; `None` when the text is too long for any code.
pub fn qr_code(text: &str, label: &str) -> Option<El> {
    let code = squares(text)?;
    let side = code.side.to_string();
    let light = svg("rect").attr("width", &side).attr("height", &side).attr("fill", "#fff");
    let drawing = svg("svg")
        .class("qr")
        .attr("role", "img")
        .attr("aria-label", label)
        .attr("viewBox", ["0 0 ", &side, " ", &side].concat())
        .attr("shape-rendering", "crispEdges");
    Some(drawing.child(light).child(svg("path").attr("d", &code.path).attr("fill", "#000")))
}
