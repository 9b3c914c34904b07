//! Who takes part.

use dioxus::prelude::*;
use jalon_shared::WorkspaceId;

#[component]
pub fn People(id: WorkspaceId) -> Element {
    rsx! {}
}
