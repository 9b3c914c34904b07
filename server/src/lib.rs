//! The Jalon server: rooms where workspaces are live, the store that keeps them, who may come in, frozen
//! versions, and the pages that are drawn here.
//!
//! One way through: a `connection` brings frames to a `room`, the room hands them to the `store`, and what
//! comes back goes by relay and acknowledgement. [`serve`] is the public door.

pub mod access;
mod bucket;
pub mod check;
pub mod clock;
pub mod config;
pub mod connection;
pub mod demo;
pub mod dist;
pub mod forget;
pub mod hub;
pub mod lanes;
pub mod line;
pub mod lock;
pub mod metrics;
pub mod pages;
pub mod polling;
pub mod problem;
pub mod qr;
pub mod restore;
pub mod room;
pub mod secret;
pub mod serve;
pub mod store;
pub mod watch;
pub mod web;

pub use config::Config;
pub use serve::{Running, ServeError, serve};
