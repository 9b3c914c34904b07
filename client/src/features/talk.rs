//! Talking about something: a bubble beside it, and a panel with the threads.

pub mod mentioning;

#[cfg(target_arch = "wasm32")]
mod all;
#[cfg(target_arch = "wasm32")]
mod board;
#[cfg(target_arch = "wasm32")]
mod button;
#[cfg(target_arch = "wasm32")]
mod comment;
#[cfg(target_arch = "wasm32")]
mod composer;
#[cfg(target_arch = "wasm32")]
mod link;
#[cfg(target_arch = "wasm32")]
mod panel;
#[cfg(target_arch = "wasm32")]
pub(crate) mod place;
#[cfg(target_arch = "wasm32")]
mod thread;

#[cfg(target_arch = "wasm32")]
pub use self::{
    board::{use_talk, use_talking},
    button::{TalkButton, TalkListButton},
    link::ThreadLink,
    panel::TalkPanel,
};
