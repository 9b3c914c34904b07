//! What the parts of the page of the dashboard share: which block is open, and where its title is.

use dioxus::prelude::*;
use jalon_shared::BlockId;

/// Which block is open to be changed.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Composing(pub Signal<Option<BlockId>>);

/// The id of the box of a block's title.
pub(super) fn title_id(id: BlockId) -> String {
    format!("block-title-{id}")
}
