//! The live pages of a workspace: which there are, and the first picture of one, which the server draws
//! while the browser still fetches the client. The pages themselves are the client's.

#[cfg(not(target_arch = "wasm32"))]
mod extract;
#[cfg(not(target_arch = "wasm32"))]
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod picture;

#[cfg(not(target_arch = "wasm32"))]
pub use extract::{Extract, MOST_ENTITIES};
#[cfg(not(target_arch = "wasm32"))]
pub use picture::{LivePicture, LivePictureProps};

/// The id of the element that holds the first picture; the client removes it when it has drawn its own.
pub const PICTURE_ID: &str = "picture";

/// The attribute of that element (written out in `picture`) in which the server says who is in front of the page, as JSON.
pub const ME_ATTRIBUTE: &str = "data-me";

/// A page of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Objectives,
    Indicators,
    Readings,
    Glossary,
    Dashboard,
    Versions,
    People,
    Bin,
}

impl Page {
    pub const ALL: [Self; 8] = [
        Self::Objectives,
        Self::Indicators,
        Self::Readings,
        Self::Glossary,
        Self::Dashboard,
        Self::Versions,
        Self::People,
        Self::Bin,
    ];

    /// As addresses and presence name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Objectives => "objectives",
            Self::Indicators => "indicators",
            Self::Readings => "readings",
            Self::Glossary => "glossary",
            Self::Dashboard => "dashboard",
            Self::Versions => "versions",
            Self::People => "people",
            Self::Bin => "bin",
        }
    }

    /// The page with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.name() == name)
    }

    /// The key of its label.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Objectives => "nav-objectives",
            Self::Indicators => "nav-indicators",
            Self::Readings => "nav-readings",
            Self::Glossary => "nav-glossary",
            Self::Dashboard => "nav-dashboard",
            Self::Versions => "nav-versions",
            Self::People => "nav-people",
            Self::Bin => "nav-bin",
        }
    }
}
