//! Who else is in a field: a coloured frame, and a name at its corner.

use super::kept::KeptMark;
use crate::{
    features::since::ChangedMark,
    rest::use_later,
    session::{use_marks, use_session},
    ui::initials,
};
use dioxus::prelude::*;
use jalon_view::{args, words::use_words};

/// So many names stand at a field; beyond it there is a number.
const NAMES: usize = 2;

/// `field` is the path of a field, or `reading/<indicator>/<period>`.
#[component]
pub fn PresenceMark(field: String) -> Element {
    let later = use_later();
    rsx! {
        if later {
            ChangedMark { path: field.clone() }
        }
        for field in [field] {
            if later {
                Marks { key: "{field}", field: field.clone() }
            }
            KeptMark { field: field.clone() }
        }
    }
}

#[component]
fn Marks(field: String) -> Element {
    let words = use_words();
    let session = use_session();
    let marks = use_marks(&field);
    {
        let field = field.clone();
        use_drop(move || session.left(&field));
    }
    let marks = marks.read();
    // The frame is that of whom this page goes along with, else of whoever came first.
    let followed = marks.iter().find(|mark| mark.is_followed);
    let Some(first) = followed.or(marks.first()) else {
        return rsx! {};
    };
    let frame = if first.is_followed {
        "presence-frame is-followed"
    } else {
        "presence-frame"
    };
    let names: Vec<&str> = marks.iter().map(|mark| mark.name.as_str()).collect();
    let more = marks.len().saturating_sub(NAMES);
    rsx! {
        span { class: "{frame} presence-{first.color}", "aria-hidden": "true" }
        span { class: "presence-marks", "data-presence": "{field}",
            span { class: "visually-hidden", {words.t_with("presence-inside", args![names => names.join(", ")])} }
            for (index, mark) in marks.iter().take(NAMES).enumerate() {
                span { key: "{index}", class: "presence-mark presence-{mark.color}", "aria-hidden": "true", "data-initials": initials(&mark.name), "{mark.name}" }
            }
            if more > 0 {
                span { class: "presence-mark presence-more", "aria-hidden": "true", "+{more}" }
            }
        }
    }
}
