//! The grid of indicators, built together: a table for each category, and a sheet beside it for the rest of
//! one indicator. What its readings come to is left to `jalon_shared::rules`.

pub mod choosing;

#[cfg(target_arch = "wasm32")]
mod calculation;
#[cfg(target_arch = "wasm32")]
mod category;
#[cfg(target_arch = "wasm32")]
mod figure;
#[cfg(target_arch = "wasm32")]
mod grid;
#[cfg(target_arch = "wasm32")]
mod grid_keys;
#[cfg(target_arch = "wasm32")]
mod levels;
#[cfg(target_arch = "wasm32")]
mod lines;
#[cfg(target_arch = "wasm32")]
mod linked;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod row;
#[cfg(target_arch = "wasm32")]
mod section;
#[cfg(target_arch = "wasm32")]
mod sheet;
#[cfg(target_arch = "wasm32")]
mod standing;
#[cfg(target_arch = "wasm32")]
mod tools;

#[cfg(target_arch = "wasm32")]
pub use page::Indicators;
#[cfg(target_arch = "wasm32")]
pub(crate) use {
    category::{hue, new_indicator},
    grid_keys::keep_one_line,
    sheet::Sheet,
};
