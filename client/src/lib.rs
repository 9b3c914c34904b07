//! The web client: pages, the fields in them, and the session that keeps a workspace in step with the server.
//!
//! What needs a browser is compiled for WebAssembly alone; what only computes is compiled and tested natively too.

pub mod features;
pub mod field;
pub mod session;

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod memory;
#[cfg(target_arch = "wasm32")]
pub mod rest;
#[cfg(target_arch = "wasm32")]
pub mod ui;
