//! What the others did since somebody was last here: a list, and a mark beside each thing that changed.

pub mod news;

#[cfg(target_arch = "wasm32")]
mod board;
#[cfg(target_arch = "wasm32")]
mod mark;
#[cfg(target_arch = "wasm32")]
mod panel;

#[cfg(target_arch = "wasm32")]
pub use self::{
    board::use_deeds,
    mark::{ChangedMark, ChangedWithin},
    panel::SinceBar,
};
