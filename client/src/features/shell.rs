//! The frame around every page of a workspace.

use crate::{app::Route, session::*};
use dioxus::prelude::*;
use jalon_shared::WorkspaceId;

#[component]
pub fn WorkspaceFrame(id: WorkspaceId) -> Element {
    rsx! { Outlet::<Route> {} }
}

#[component]
pub fn NotFound(segments: Vec<String>) -> Element {
    rsx! {}
}
