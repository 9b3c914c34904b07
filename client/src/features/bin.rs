//! The bin: what was deleted, by whom and when, and the way back.

#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
pub use page::Bin;
