//! Who else is in a field: a small coloured name at its corner.

use crate::session::{use_marks, use_session};
use dioxus::prelude::*;

/// `field` is the path of a field, or `reading/<indicator>/<period>`.
#[component]
pub fn PresenceMark(field: String) -> Element {
    rsx! {
        for field in [field] {
            Marks { key: "{field}", field: field.clone() }
        }
    }
}

#[component]
fn Marks(field: String) -> Element {
    let session = use_session();
    let marks = use_marks(&field);
    use_drop(move || session.left(&field));
    let marks = marks.read();
    if marks.is_empty() {
        return rsx! {};
    }
    rsx! {
        span { class: "presence-marks",
            for (index, mark) in marks.iter().enumerate() {
                span { key: "{index}", class: "presence-mark presence-{mark.color}", "{mark.name}" }
            }
        }
    }
}
