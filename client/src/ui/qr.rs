//! QR codes, drawn as one path.

use dioxus::prelude::*;
use qrcode::{Color, EcLevel, QrCode as Code};

/// The code of a text, with its quiet zone, as large as its place. Always dark on light: cameras want it so.
#[component]
pub fn QrCode(text: String, label: String, #[props(default)] class: String) -> Element {
    let drawn = use_memo(use_reactive!(|text| draw(&text)));
    let Some((size, path)) = drawn() else {
        return rsx! {};
    };
    rsx! {
        svg {
            class: "qr {class}",
            view_box: "0 0 {size} {size}",
            role: "img",
            "aria-label": "{label}",
            shape_rendering: "crispEdges",
            rect { class: "qr-ground", width: "{size}", height: "{size}" }
            path { class: "qr-ink", d: "{path}" }
        }
    }
}

/// The quiet zone around a code, in modules (ISO 18004 asks for four).
const QUIET: usize = 4;

/// The side of the square and the path of its dark modules.
fn draw(text: &str) -> Option<(usize, String)> {
    let code = Code::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (index, color) in colors.iter().enumerate() {
        if *color == Color::Dark {
            let (x, y) = (index % width + QUIET, index / width + QUIET);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    Some((width + 2 * QUIET, path))
}
