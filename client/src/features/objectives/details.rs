//! What an open card shows of an objective besides its statement: for whom, who answers, by when, how it is
//! measured, and the notes.

use super::{links::Links, smart::Smart};
use crate::field::{ChoiceField, DateField, TextField};
use crate::session::{Watch, use_watch};
use dioxus::prelude::*;
use jalon_shared::{Field, ObjectiveId, objective::Audience};
use jalon_view::words::use_words;

#[component]
pub(super) fn Details(id: ObjectiveId) -> Element {
    let words = use_words();
    let audience = use_watch(
        Watch::Field(id.field(Field::ExpectedFor)),
        move |workspace| {
            workspace
                .objective(id)
                .and_then(|objective| objective.expected_for)
        },
    );
    rsx! {
        div { class: "objective-fields stack",
            div { class: "fields",
                ChoiceField::<Audience> {
                    field: id.field(Field::ExpectedFor),
                    label: words.t("objective-audience"),
                    current: audience(),
                    allow_none: true,
                }
                TextField {
                    field: id.field(Field::OwnerRole),
                    label: words.t("objective-role"),
                    placeholder: words.t("objective-role-placeholder"),
                }
                DateField { field: id.field(Field::DueDate), label: words.t("objective-due") }
            }
            Links { id }
            Smart { id }
        }
    }
}
