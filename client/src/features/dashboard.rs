//! The live dashboard: the pictures of `jalon_view`, and around each of them what people compose it with.

#[cfg(target_arch = "wasm32")]
mod block;
#[cfg(target_arch = "wasm32")]
mod composing;
#[cfg(target_arch = "wasm32")]
mod decisions;
#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
pub use page::Dashboard;
