//! How one person looks at the grid, kept in this browser for each of them: nobody else sees it.

use crate::{
    features::readings::layout::View,
    memory::{remember, remembered},
    session::use_session,
};
use dioxus::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is kept.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(in super::super) struct Kept {
    pub view: View,
    /// The widths of columns that somebody changed, in pixels, by the name of the column.
    pub widths: BTreeMap<String, u16>,
}

/// What was kept for whoever is here; what is changed of it is kept in turn.
pub(in super::super) fn use_kept() -> Signal<Kept> {
    let session = use_session();
    let key = use_hook(|| {
        let (workspace, person) = (session.workspace_id(), session.me().person);
        format!("jalon_grid/{workspace}/{person}")
    });
    let kept = use_signal(|| remembered::<Kept>(&key).unwrap_or_default());
    use_effect(move || remember(&key, &*kept.read()));
    kept
}
