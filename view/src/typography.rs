//! How texts that people typed are set: as they wrote them, but no mark begins a line.

/// Binds « : ; ? ! » to the words that they belong to, where a plain space was typed: it may be broken.
pub fn bound(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let next_binds = matches!(letters.peek(), Some(':' | ';' | '?' | '!' | '»'));
        let is_bound = letter == ' ' && (next_binds || before == Some('«'));
        set.push(if is_bound { '\u{a0}' } else { letter });
        before = Some(letter);
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_begins_a_line() {
        assert_eq!(
            bound("Atelier : « mesurer » ?"),
            "Atelier\u{a0}: «\u{a0}mesurer\u{a0}»\u{a0}?"
        );
        assert_eq!(bound("Rien à lier."), "Rien à lier.");
    }
}
