//! What is drawn over a box: a bar with a name for each caret, a tint for what is selected. Nobody can touch it, and
//! screen readers pass over it: who is in the field is said beside it.

use super::mirror::{Looks, Mirror, Spot, Stand, document};
use jalon_shared::{TextOp, presence::Caret};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// How long a name is shown after its caret did something, in milliseconds.
pub const SHOWN: f64 = 2_400.0;

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
    mirror: Mirror,
    /// Where it lies.
    place: Option<Spot>,
    drawn: HashMap<u64, Drawn>,
}

/// What is to be drawn in one layer.
pub struct Sketches<'a> {
    all: Vec<Sketch<'a>>,
    /// The width of the box.
    width: f64,
}

/// What is to be drawn of somebody, with the places that were measured for it.
struct Sketch<'a> {
    shown: &'a Shown,
    caret: Option<Spot>,
    selection: Vec<Spot>,
}

/// One caret as it is drawn.
struct Drawn {
    bar: HtmlElement,
    tints: Vec<HtmlElement>,
    head: u32,
    caret: Caret,
    /// It did something since it was drawn: its name comes up.
    acted: bool,
    /// When it did, in milliseconds since 1970.
    acted_at: f64,
    place: Option<Spot>,
}

impl Layer {
    /// An empty layer over a box.
    pub fn over(target: &HtmlInputElement, looks: Looks) -> Option<Self> {
        let mut mirror = Mirror::new()?;
        mirror.look_like(looks);
        let element = div("carets")?;
        element.set_attribute("aria-hidden", "true").ok()?;
        target.parent_element()?.append_child(&element).ok()?;
        Some(Self {
            target: target.clone(),
            element,
            mirror,
            place: None,
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

    /// Whether the box is as large as when this was settled last: if not, its letters may be, too.
    pub fn has_size_of(&self, stand: &Stand) -> bool {
        let size = |spot: Spot| (spot.width, spot.height);
        self.place.map(size) == Some((stand.width, stand.height))
    }

    /// The box looks otherwise now.
    pub fn look_like(&mut self, looks: Looks) {
        self.mirror.look_like(looks);
    }

    /// Lays itself over the box, and takes over what is in it.
    pub fn settle(&mut self, stand: &Stand) {
        let over = Spot {
            left: stand.left,
            top: stand.top,
            width: stand.width,
            height: stand.height,
        };
        if self.place.replace(over) != Some(over) {
            place(&self.element, over);
        }
        self.mirror.show(stand);
    }

    /// Where everybody stands in it; it was settled before.
    pub fn measure<'a>(&self, stand: &Stand, shown: &'a [Shown]) -> Sketches<'a> {
        let reflection = self.mirror.reflect(stand);
        let is_inside = |spot: &Spot| {
            let middle = spot.top + spot.height / 2.0;
            (0.0..=stand.height).contains(&middle) && (0.0..=stand.width).contains(&spot.left)
        };
        let sketch = |shown: &'a Shown| {
            let (start, end) = (shown.anchor.min(shown.head), shown.anchor.max(shown.head));
            let mut selection = if start < end {
                reflection.selection(start, end)
            } else {
                Vec::new()
            };
            selection.retain(is_inside);
            Sketch {
                shown,
                caret: reflection.caret(shown.head).filter(is_inside),
                selection,
            }
        };
        Sketches {
            all: shown.iter().map(sketch).collect(),
            width: stand.width,
        }
    }

    /// Draws what was measured; whether a name is shown that will not be for long.
    pub fn draw(&mut self, sketches: &Sketches) -> bool {
        self.drawn.retain(|client, drawn| {
            let mut all = sketches.all.iter();
            let stays = all.any(|sketch| sketch.shown.client == *client);
            if !stays {
                drawn.remove();
            }
            stays
        });
        let now = js_sys::Date::now();
        let mut is_named = false;
        for Sketch {
            shown,
            caret,
            selection,
        } in &sketches.all
        {
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
            for spot in selection {
                if let Some(tint) = div("caret-tint") {
                    let _ = tint.class_list().add_1(&hue(shown.color));
                    place(&tint, *spot);
                    let _ = self.element.append_child(&tint);
                    drawn.tints.push(tint);
                }
            }
            is_named |= drawn.show(shown, *caret, sketches.width, now);
        }
        is_named
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
            acted_at: 0.0,
            place: None,
        })
    }

    /// Whether its name is shown.
    fn show(&mut self, shown: &Shown, spot: Option<Spot>, width: f64, now: f64) -> bool {
        if std::mem::take(&mut self.acted) {
            self.acted_at = now;
        }
        let mut class = format!("caret {}", hue(shown.color));
        // Whoever goes on writing changes nothing here: an animation for each of their keys would cost a picture each.
        let is_named = now - self.acted_at < SHOWN;
        if is_named {
            class.push_str(" is-acting");
        }
        match spot {
            Some(spot) => {
                let spot = Spot { width: 2.0, ..spot };
                if self.place.replace(spot) != Some(spot) {
                    place(&self.bar, spot);
                }
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
        is_named
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
