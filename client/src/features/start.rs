//! The first minute: whoever begins a workspace is led through it by what is on the page, and whoever comes into a
//! running one is told in a line that here one writes.

pub mod steps;

#[cfg(target_arch = "wasm32")]
mod card;
#[cfg(target_arch = "wasm32")]
mod hello;

#[cfg(target_arch = "wasm32")]
pub use self::{
    card::{FIRST_OBJECTIVE, StartCard},
    hello::Hello,
};
