//! Why a value was not taken, in words.

use super::{block::Why, quick::Unread};
use jalon_view::words::Words;

/// Why a cell stays as it was.
pub fn why(words: Words, why: Why) -> String {
    words.t(match why {
        Why::Unread(Unread::Fault(fault)) => fault.key(),
        Why::Unread(Unread::NeedsRatio) => "grid-needs-ratio",
        Why::Unread(Unread::NeedsSheet) => "grid-needs-sheet",
        Why::OtherKind => "grid-other-kind",
    })
}
