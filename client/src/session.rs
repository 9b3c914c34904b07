//! The session: the one owner of the open workspace, of its socket and of its copy in this browser.
//!
//! Components read through [`use_watch`] and send intents with [`Session::send`]; nothing else changes
//! the document. What is drawn is left to components, what the document means to [`Workspace`].

pub mod outbox;

#[cfg(target_arch = "wasm32")]
mod alone;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub mod copies;
#[cfg(target_arch = "wasm32")]
mod database;
#[cfg(target_arch = "wasm32")]
mod fields;
#[cfg(target_arch = "wasm32")]
mod generation;
#[cfg(target_arch = "wasm32")]
mod incoming;
#[cfg(target_arch = "wasm32")]
mod keyboard;
#[cfg(target_arch = "wasm32")]
mod local;
#[cfg(target_arch = "wasm32")]
mod open;
#[cfg(target_arch = "wasm32")]
pub mod overheard;
#[cfg(target_arch = "wasm32")]
mod polling;
#[cfg(target_arch = "wasm32")]
mod presence;
#[cfg(target_arch = "wasm32")]
mod restore;
#[cfg(target_arch = "wasm32")]
mod socket;
#[cfg(target_arch = "wasm32")]
mod standing;
#[cfg(target_arch = "wasm32")]
mod states;
#[cfg(target_arch = "wasm32")]
mod steps;
#[cfg(target_arch = "wasm32")]
mod tabs;
#[cfg(target_arch = "wasm32")]
mod update;
#[cfg(target_arch = "wasm32")]
mod watch;
#[cfg(target_arch = "wasm32")]
mod wire;
#[cfg(target_arch = "wasm32")]
pub mod words;

#[cfg(target_arch = "wasm32")]
pub use self::{
    alone::Guest,
    browser::{Session, UndoState, use_session},
    copies::forget_all as forget_copies,
    fields::Mounted,
    generation::file_name,
    presence::{CROWD, Followed, Guide, Mark, Peer, use_marks},
    standing::{Me, Standing},
    states::{FieldState, use_field_state},
    watch::{Watch, use_changes, use_watch},
};
