//! Where somebody's caret is in a shared text, so that it stays beside its letter whatever others write.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// The most characters that a caret takes on the wire: two anchors of a client (53 bits) and a clock (32 bits).
pub const MAX_CARET: usize = 2 * (16 + 1 + 10) + 1;
/// Client ids have 53 bits, as the numbers of JavaScript.
const MOST_CLIENT: u64 = (1 << 53) - 1;
/// How the end of a text is written.
const END: &str = "end";

/// A place between two letters of a shared text, which [`crate::Workspace::anchor`] makes and
/// [`crate::Workspace::locate`] finds again. It is named by the letter after it, so that somebody who types
/// moves their caret without a word about it: what they write comes before that letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Before the letter that was the `clock`th of `client`.
    Before { client: u64, clock: u32 },
    /// After the last letter.
    End,
}

/// A caret, or what is selected between two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Caret {
    /// Where a selection was begun; where the caret is when nothing is selected.
    pub anchor: Anchor,
    /// Where the caret is.
    pub head: Anchor,
}

/// A text that is no caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a caret")]
pub struct InvalidCaret;

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Before { client, clock } => write!(f, "{client}.{clock}"),
            Self::End => f.write_str(END),
        }
    }
}

impl FromStr for Anchor {
    type Err = InvalidCaret;

    fn from_str(text: &str) -> Result<Self, InvalidCaret> {
        if text == END {
            return Ok(Self::End);
        }
        let (client, clock) = text.split_once('.').ok_or(InvalidCaret)?;
        let client = client.parse().map_err(|_| InvalidCaret)?;
        let clock = clock.parse().map_err(|_| InvalidCaret)?;
        if client > MOST_CLIENT {
            return Err(InvalidCaret);
        }
        Ok(Self::Before { client, clock })
    }
}

impl fmt::Display for Caret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.anchor == self.head {
            self.head.fmt(f)
        } else {
            write!(f, "{} {}", self.anchor, self.head)
        }
    }
}

impl FromStr for Caret {
    type Err = InvalidCaret;

    fn from_str(text: &str) -> Result<Self, InvalidCaret> {
        let (anchor, head) = text.split_once(' ').unwrap_or((text, text));
        let (anchor, head) = (anchor.parse()?, head.parse()?);
        Ok(Self { anchor, head })
    }
}

impl TryFrom<String> for Caret {
    type Error = InvalidCaret;

    fn try_from(text: String) -> Result<Self, InvalidCaret> {
        text.parse()
    }
}

impl From<Caret> for String {
    fn from(caret: Caret) -> Self {
        caret.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caret_survives_the_wire_and_nothing_else_is_one() {
        let far = Anchor::Before {
            client: MOST_CLIENT,
            clock: u32::MAX,
        };
        let near = Anchor::Before {
            client: 7,
            clock: 0,
        };
        for (anchor, head) in [
            (near, near),
            (far, far),
            (near, Anchor::End),
            (Anchor::End, Anchor::End),
            (far, near),
        ] {
            let caret = Caret { anchor, head };
            let text = caret.to_string();
            assert!(text.len() <= MAX_CARET, "{text}");
            assert_eq!(text.parse(), Ok(caret));
        }
        assert_eq!(
            Caret {
                anchor: far,
                head: far
            }
            .to_string()
            .len()
                * 2
                + 1,
            MAX_CARET
        );
        for odd in [
            "",
            "7",
            "7.",
            ".7",
            "7.-1",
            "9007199254740992.0",
            "7.4294967296",
            "end end end",
            "7.1  7.2",
            "fin",
        ] {
            assert_eq!(odd.parse::<Caret>(), Err(InvalidCaret), "{odd}");
        }
    }
}
