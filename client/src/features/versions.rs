//! Frozen versions: freezing what people agreed on, finding it again, comparing two of them. What a version
//! holds is drawn by the server.

pub mod list;

#[cfg(target_arch = "wasm32")]
mod freeze;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod restore;

#[cfg(target_arch = "wasm32")]
pub use self::{freeze::FreezeButton, page::Versions};
