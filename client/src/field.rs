//! Fields: boxes bound to one field of the document, with presence, disabled for readers.

pub mod binding;
pub mod typed;

#[cfg(target_arch = "wasm32")]
mod choice;
#[cfg(target_arch = "wasm32")]
mod date;
#[cfg(target_arch = "wasm32")]
mod draft;
#[cfg(target_arch = "wasm32")]
mod kept;
#[cfg(target_arch = "wasm32")]
mod links;
#[cfg(target_arch = "wasm32")]
mod mark;
#[cfg(target_arch = "wasm32")]
mod number;
#[cfg(target_arch = "wasm32")]
mod period;
#[cfg(target_arch = "wasm32")]
mod text;

#[cfg(target_arch = "wasm32")]
pub use self::{
    choice::{ChoiceField, ReferenceField},
    date::DateField,
    links::LinksField,
    mark::PresenceMark,
    number::NumberField,
    period::PeriodField,
    text::TextField,
};
