//! What is drawn over a box: a bar with a name for each caret, a tint for what is selected. Nobody can touch it, and
//! screen readers pass over it: who is in the field is said beside it.

use super::mirror::{Mirror, Spot, document};
use jalon_shared::{TextOp, presence::Caret};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// From this share of the width on a name stands on the left of its bar, so that it does not leave the box.
const LATE: f64 = 0.6;

/// Somebody's caret, where it stands now.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub client: u64,
    pub name: String,
    pub color: u8,
    /// What they said of it.
    pub caret: Caret,
    /// Offsets in UTF-16 code units.
    pub anchor: u32,
    pub head: u32,
}

pub struct Layer {
    target: HtmlInputElement,
    element: HtmlElement,
    drawn: HashMap<u64, Drawn>,
}

/// One caret as it is drawn.
struct Drawn {
    bar: HtmlElement,
    tints: Vec<HtmlElement>,
    head: u32,
    caret: Caret,
    /// It did something since it was drawn: its name comes up.
    acted: bool,
    /// Which of two equal animations its name runs: the other one starts anew.
    turn: bool,
}

impl Layer {
    /// An empty layer over a box.
    pub fn over(target: &HtmlInputElement) -> Option<Self> {
        let element = div("carets")?;
        element.set_attribute("aria-hidden", "true").ok()?;
        target.parent_element()?.append_child(&element).ok()?;
        Some(Self {
            target: target.clone(),
            element,
            drawn: HashMap::new(),
        })
    }

    pub fn target(&self) -> &HtmlInputElement {
        &self.target
    }

    pub fn remove(self) {
        self.element.remove();
    }

    /// Somebody wrote: whoever stands where they did is who it was.
    pub fn wrote(&mut self, ops: &[TextOp]) {
        for drawn in self.drawn.values_mut() {
            drawn.acted |= is_written_at(ops, drawn.head);
        }
    }

    pub fn draw(&mut self, shown: &[Shown], mirror: &Mirror) {
        self.drawn.retain(|client, drawn| {
            let stays = shown.iter().any(|shown| shown.client == *client);
            if !stays {
                drawn.remove();
            }
            stays
        });
        let target = &self.target;
        place(
            &self.element,
            Spot {
                left: f64::from(target.offset_left()),
                top: f64::from(target.offset_top()),
                width: f64::from(target.offset_width()),
                height: f64::from(target.offset_height()),
            },
        );
        let Some(reflection) = mirror.reflect(target) else {
            return;
        };
        let (width, height) = (
            f64::from(target.offset_width()),
            f64::from(target.offset_height()),
        );
        let is_inside = |spot: &Spot| {
            let middle = spot.top + spot.height / 2.0;
            (0.0..=height).contains(&middle) && (0.0..=width).contains(&spot.left)
        };
        for shown in shown {
            let drawn = match self.drawn.entry(shown.client) {
                std::collections::hash_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::hash_map::Entry::Vacant(entry) => {
                    let Some(drawn) = Drawn::new(shown) else {
                        continue;
                    };
                    let _ = self.element.append_child(&drawn.bar);
                    entry.insert(drawn)
                }
            };
            drawn.acted |= drawn.caret != shown.caret;
            (drawn.caret, drawn.head) = (shown.caret, shown.head);
            for tint in drawn.tints.drain(..) {
                tint.remove();
            }
            let (start, end) = (shown.anchor.min(shown.head), shown.anchor.max(shown.head));
            if start < end {
                for spot in reflection.selection(start, end) {
                    if let Some(tint) = div("caret-tint").filter(|_| is_inside(&spot)) {
                        let _ = tint.class_list().add_1(&hue(shown.color));
                        place(&tint, spot);
                        let _ = self.element.append_child(&tint);
                        drawn.tints.push(tint);
                    }
                }
            }
            let spot = reflection.caret(shown.head).filter(is_inside);
            drawn.show(shown, spot, width);
        }
    }
}

impl Drawn {
    fn new(shown: &Shown) -> Option<Self> {
        let bar = div("caret")?;
        let name: HtmlElement = document()?.create_element("span").ok()?.dyn_into().ok()?;
        name.set_class_name("caret-name");
        bar.append_child(&name).ok()?;
        Some(Self {
            bar,
            tints: Vec::new(),
            head: shown.head,
            caret: shown.caret,
            acted: true,
            turn: false,
        })
    }

    fn show(&mut self, shown: &Shown, spot: Option<Spot>, width: f64) {
        if std::mem::take(&mut self.acted) {
            self.turn = !self.turn;
        }
        let mut class = format!("caret {}", hue(shown.color));
        class.push_str(if self.turn { " is-odd" } else { " is-even" });
        match spot {
            Some(spot) => {
                place(&self.bar, Spot { width: 2.0, ..spot });
                if spot.left > width * LATE {
                    class.push_str(" is-late");
                }
            }
            None => class.push_str(" is-out"),
        }
        if self.bar.class_name() != class {
            self.bar.set_class_name(&class);
        }
        if let Some(name) = self.bar.first_element_child()
            && name.text_content().as_deref() != Some(&shown.name)
        {
            name.set_text_content(Some(&shown.name));
        }
    }

    fn remove(&self) {
        self.bar.remove();
        self.tints.iter().for_each(|tint| tint.remove());
    }
}

/// Whether a change was made where a caret stood before it.
fn is_written_at(ops: &[TextOp], caret: u32) -> bool {
    let mut read = 0;
    ops.iter().any(|op| match *op {
        TextOp::Retain(length) => {
            read += length;
            false
        }
        TextOp::Insert(length) => length > 0 && read == caret,
        TextOp::Delete(length) => {
            let start = read;
            read += length;
            length > 0 && (start == caret || read == caret)
        }
    })
}

fn hue(color: u8) -> String {
    format!("presence-{color}")
}

fn div(class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document()?.create_element("div").ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    Some(element)
}

fn place(element: &HtmlElement, spot: Spot) {
    let style = element.style();
    for (name, value) in [
        ("left", spot.left),
        ("top", spot.top),
        ("width", spot.width),
        ("height", spot.height),
    ] {
        let _ = style.set_property(name, &format!("{value:.2}px"));
    }
}
