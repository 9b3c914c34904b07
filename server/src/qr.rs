//! QR codes as SVG, large enough for a projector.

use qrcode::{EcLevel, QrCode, render::svg};

/// The QR code of a text as an SVG element that takes any size, dark on light with its quiet zone.
/// `None` when the text is too long for a code.
pub fn svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let drawn = code
        .render::<svg::Color<'_>>()
        .min_dimensions(256, 256)
        .dark_color(svg::Color("#000000"))
        .light_color(svg::Color("#ffffff"))
        .build();
    // Without the XML declaration it can stand inside a page.
    Some(
        drawn
            .find("<svg")
            .map_or(drawn.clone(), |start| drawn[start..].to_owned()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_an_svg_element() {
        let svg = svg("https://jalon.example/join/ACD34F").expect("short enough");
        assert!(svg.starts_with("<svg") && svg.contains("viewBox"), "{svg}");
        assert_eq!(super::svg(&"x".repeat(5000)), None);
    }
}
