//! A box that nobody sees, in which a text stands as in a box for typing: browsers tell where a letter is in the
//! first, not in the second.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Document, DomRect, HtmlElement, HtmlInputElement, Range, Text};

/// What decides where letters stand.
const METRICS: [&str; 25] = [
    "font-style",
    "font-variant",
    "font-weight",
    "font-stretch",
    "font-size",
    "font-family",
    "font-kerning",
    "font-feature-settings",
    "line-height",
    "letter-spacing",
    "word-spacing",
    "text-align",
    "text-indent",
    "text-transform",
    "tab-size",
    "direction",
    "white-space",
    "overflow-wrap",
    "word-break",
    "padding-top",
    "padding-right",
    "padding-bottom",
    "padding-left",
    "border-left-width",
    "border-top-width",
];
/// A letter without width at the end, so that something stands there too.
const SENTINEL: char = '\u{200b}';

/// The one mirror of the page.
pub struct Mirror {
    element: HtmlElement,
    text: Text,
    range: Range,
}

/// A place in a box, in pixels from its corner as it is scrolled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A mirror that shows what a box shows.
pub struct Reflection<'a> {
    mirror: &'a Mirror,
    /// What is added to a place of the mirror.
    by: (f64, f64),
    is_rtl: bool,
    /// In UTF-16 code units, without the sentinel.
    length: u32,
}

impl Mirror {
    pub fn new() -> Option<Self> {
        let document = document()?;
        let element: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
        element.set_class_name("caret-mirror");
        element.set_attribute("aria-hidden", "true").ok()?;
        let text = document.create_text_node("");
        element.append_child(&text).ok()?;
        document.body()?.append_child(&element).ok()?;
        let range = document.create_range().ok()?;
        Some(Self {
            element,
            text,
            range,
        })
    }

    pub fn reflect(&self, target: &HtmlInputElement) -> Option<Reflection<'_>> {
        let computed = web_sys::window()?.get_computed_style(target).ok()??;
        let style = self.element.style();
        for name in METRICS {
            let value = computed.get_property_value(name).unwrap_or_default();
            let _ = style.set_property(name, &value);
        }
        let place = target.get_bounding_client_rect();
        let border = pixels(&computed, "border-right-width");
        // A bar for scrolling takes from the width of the lines.
        let inner = f64::from(target.client_width());
        let borders = pixels(&computed, "border-left-width") + border;
        let bar = (f64::from(target.offset_width()) - inner - borders).max(0.0);
        let bar = if bar < 2.0 { 0.0 } else { bar };
        let width = if target.tag_name() == "TEXTAREA" {
            format!("{}px", place.width() - bar - border)
        } else {
            "auto".to_owned()
        };
        let _ = style.set_property("width", &width);
        let value = target.value();
        let length = u32::try_from(value.encode_utf16().count()).unwrap_or(u32::MAX);
        self.text.set_data(&format!("{value}{SENTINEL}"));
        let mirrored = self.element.get_bounding_client_rect();
        // The line of a box for one line stands in its middle.
        let lower = if target.tag_name() == "TEXTAREA" {
            0.0
        } else {
            ((place.height() - mirrored.height()) / 2.0).max(0.0)
        };
        let (scroll_left, scroll_top) = (target.scroll_left(), target.scroll_top());
        Some(Reflection {
            mirror: self,
            by: (
                -mirrored.left() - f64::from(scroll_left),
                lower - mirrored.top() - f64::from(scroll_top),
            ),
            is_rtl: computed.get_property_value("direction").as_deref() == Ok("rtl"),
            length,
        })
    }
}

impl Reflection<'_> {
    /// Where a caret at an offset stands.
    pub fn caret(&self, offset: u32) -> Option<Spot> {
        let offset = offset.min(self.length);
        let letter = self.rects(offset, offset + 1)?.into_iter().next()?;
        let edge = if self.is_rtl { letter.width } else { 0.0 };
        Some(Spot {
            left: letter.left + edge,
            width: 0.0,
            ..letter
        })
    }

    /// What a selection covers, line by line.
    pub fn selection(&self, start: u32, end: u32) -> Vec<Spot> {
        let (start, end) = (start.min(self.length), end.min(self.length));
        self.rects(start, end).unwrap_or_default()
    }

    fn rects(&self, start: u32, end: u32) -> Option<Vec<Spot>> {
        let Mirror { range, text, .. } = self.mirror;
        range.set_start(text, start).ok()?;
        range.set_end(text, end).ok()?;
        let rects = range.get_client_rects()?;
        let spot = |rect: DomRect| Spot {
            left: rect.left() + self.by.0,
            top: rect.top() + self.by.1,
            width: rect.width(),
            height: rect.height(),
        };
        let all = (0..rects.length()).filter_map(|index| rects.item(index).map(spot));
        Some(all.collect())
    }
}

impl Drop for Mirror {
    fn drop(&mut self) {
        self.element.remove();
    }
}

pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn pixels(style: &CssStyleDeclaration, name: &str) -> f64 {
    let value = style.get_property_value(name).unwrap_or_default();
    value.trim_end_matches("px").parse().unwrap_or(0.0)
}
