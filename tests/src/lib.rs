//! The harness of the end-to-end tests: a real server process, real browsers, and clients that are not ours.
//!
//! The tests themselves lie in `tests/`; nothing here knows a feature of the page.

pub mod axe;
pub mod bench;
pub mod browser;
pub mod chance;
pub mod cold_bench;
pub mod domain_bench;
pub mod foreign;
pub mod http;
pub mod line;
pub mod link;
pub mod machine;
pub mod many;
pub mod messages;
pub mod page;
pub mod page_bench;
pub mod peer;
pub mod pictures;
pub mod proc;
pub mod server;
pub mod siege;
pub mod soak;
pub mod torture;
pub mod town_hall;
mod wait;
mod words;

pub use wait::until;
