//! What is worked out from plain data: aggregates, progress, the SMART coach, agreed words in a text.
//! Nothing here knows the document.

pub mod aggregate;
pub mod coach;
pub mod mentions;
pub mod progress;

#[cfg(test)]
pub(crate) mod fixtures;
