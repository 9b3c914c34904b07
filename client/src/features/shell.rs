//! The frame around every page of a workspace: who is here, whether things are saved, where to go.
//! What stands inside is left to the other features.

mod announcer;
mod beside;
mod currency;
mod follow;
mod frame;
mod header;
mod here;
mod languages;
mod left;
mod nav;
mod other_generation;
mod outside;
mod saved;
mod settings;
mod themes;
mod update;

pub use currency::CurrencyBox;
pub use frame::WorkspaceFrame;
pub use languages::LanguageSwitch;
pub use left::LeftAtHome;
pub(crate) use nav::{Page, Routed};
pub use outside::{JoinForm, NotFound, OutsideWords, Reason};
pub use settings::{CADENCES, SettingsDialog};
pub use themes::ThemeSwitch;
