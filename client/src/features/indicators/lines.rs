//! The texts of a sheet: of one line, or longer with a hint. Their labels come from the words of the feature.

use crate::field::TextField;
use dioxus::prelude::*;
use jalon_shared::{Field, IndicatorId};
use jalon_view::words::use_words;

/// A text of one line, which wraps when it is long.
#[component]
pub(super) fn Line(
    id: IndicatorId,
    field: Field,
    word: &'static str,
    #[props(default)] placeholder: String,
    #[props(default)] hint: String,
) -> Element {
    let words = use_words();
    rsx! {
        TextField {
            field: id.field(field),
            label: words.t(&format!("indicator-{word}")),
            placeholder,
            hint,
            multiline: true,
            rows: 1,
            class: "one-line",
        }
    }
}

/// A longer text with its hint.
#[component]
pub(super) fn Words(id: IndicatorId, field: Field, word: &'static str) -> Element {
    let words = use_words();
    rsx! {
        TextField {
            field: id.field(field),
            label: words.t(&format!("indicator-{word}")),
            hint: words.t(&format!("indicator-{word}-hint")),
            multiline: true,
        }
    }
}
