//! How the code of an invitation is written.

/// In two halves, easier to read aloud and to type.
pub(super) fn spaced(code: &str) -> String {
    let (first, second) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    format!("{first}\u{a0}{second}")
}
