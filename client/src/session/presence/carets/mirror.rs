//! A box that nobody sees, in which a text stands as in a box for typing: browsers tell where a letter is in the
//! first, not in the second.

use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Document, DomRect, HtmlElement, HtmlInputElement, Range, Text};

/// What decides where letters stand.
const METRICS: [&str; 24] = [
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

/// The mirror of one box.
pub struct Mirror {
    element: HtmlElement,
    text: Text,
    range: Range,
    borders: Borders,
}

/// The widths of a box's borders at its sides, in pixels.
#[derive(Debug, Clone, Copy, Default)]
struct Borders {
    left: f64,
    right: f64,
}

/// How a box looks: it changes with the size of the window and of letters, not with each key.
pub struct Looks {
    metrics: Vec<(&'static str, String)>,
    borders: Borders,
}

/// Where a box stands and what is in it, in pixels. It is read of all boxes before anything is written: the browser
/// finds out once where everything stands, and not once for each box.
pub struct Stand {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    /// Without borders and bars.
    inner_width: f64,
    /// With the fractions that the others lack.
    exact: (f64, f64),
    scrolled: (f64, f64),
    is_many_lines: bool,
    is_rtl: bool,
    value: String,
}

/// A place in a box, in pixels from its corner as it is scrolled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
}

/// A mirror that shows what its box shows.
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
            borders: Borders::default(),
        })
    }

    /// Takes over how its box looks.
    pub fn look_like(&mut self, looks: Looks) {
        let style = self.element.style();
        for (name, value) in &looks.metrics {
            let _ = style.set_property(name, value);
        }
        self.borders = looks.borders;
    }

    /// Takes over what its box shows.
    pub fn show(&self, stand: &Stand) {
        let Borders { left, right } = self.borders;
        // A bar for scrolling takes from the width of the lines.
        let bar = (stand.width - stand.inner_width - left - right).max(0.0);
        let bar = if bar < 2.0 { 0.0 } else { bar };
        let width = if stand.is_many_lines {
            format!("{}px", stand.exact.0 - bar - right)
        } else {
            "auto".to_owned()
        };
        let style = self.element.style();
        let _ = style.set_property("width", &width);
        let _ = style.set_property("direction", if stand.is_rtl { "rtl" } else { "ltr" });
        self.text.set_data(&format!("{}{SENTINEL}", stand.value));
    }

    /// Reads from it where letters stand; what it shows was taken over before.
    pub fn reflect(&self, stand: &Stand) -> Reflection<'_> {
        let mirrored = self.element.get_bounding_client_rect();
        // The line of a box for one line stands in its middle.
        let lower = if stand.is_many_lines {
            0.0
        } else {
            ((stand.exact.1 - mirrored.height()) / 2.0).max(0.0)
        };
        Reflection {
            mirror: self,
            by: (
                -mirrored.left() - stand.scrolled.0,
                lower - mirrored.top() - stand.scrolled.1,
            ),
            is_rtl: stand.is_rtl,
            length: u32::try_from(stand.value.encode_utf16().count()).unwrap_or(u32::MAX),
        }
    }
}

impl Looks {
    pub fn of(target: &HtmlInputElement) -> Option<Self> {
        let computed = computed(target)?;
        let value = |name| computed.get_property_value(name).unwrap_or_default();
        Some(Self {
            metrics: METRICS.map(|name| (name, value(name))).into(),
            borders: Borders {
                left: pixels(&computed, "border-left-width"),
                right: pixels(&computed, "border-right-width"),
            },
        })
    }
}

impl Stand {
    /// `None` when none of the box lies inside the window.
    pub fn of(target: &HtmlInputElement) -> Option<Self> {
        let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
        let place = target.get_bounding_client_rect();
        if place.bottom() <= 0.0 || place.top() >= height {
            return None;
        }
        let direction = computed(target)?.get_property_value("direction");
        Some(Self {
            left: f64::from(target.offset_left()),
            top: f64::from(target.offset_top()),
            width: f64::from(target.offset_width()),
            height: f64::from(target.offset_height()),
            inner_width: f64::from(target.client_width()),
            exact: (place.width(), place.height()),
            scrolled: (
                f64::from(target.scroll_left()),
                f64::from(target.scroll_top()),
            ),
            is_many_lines: target.tag_name() == "TEXTAREA",
            is_rtl: direction.as_deref() == Ok("rtl"),
            value: target.value(),
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

fn computed(target: &HtmlInputElement) -> Option<CssStyleDeclaration> {
    web_sys::window()?.get_computed_style(target).ok()?
}

fn pixels(style: &CssStyleDeclaration, name: &str) -> f64 {
    let value = style.get_property_value(name).unwrap_or_default();
    value.trim_end_matches("px").parse().unwrap_or(0.0)
}
