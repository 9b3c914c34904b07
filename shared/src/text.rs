//! Edits of a shared text, and what they do to a caret. Offsets and lengths are UTF-16 code units,
//! as in browsers.

use dissimilar::Chunk;
use serde::{Deserialize, Serialize};

/// One replacement in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// Where it starts.
    pub at: u32,
    /// How much is deleted from there.
    pub delete: u32,
    /// What is inserted there.
    pub insert: String,
}

/// A step of a change that somebody made in a text, from its start to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextOp {
    Retain(u32),
    Insert(u32),
    Delete(u32),
}

impl TextEdit {
    /// The smallest replacement that turns `old` into `new`, or `None` when they are equal.
    ///
    /// `caret` is the caret in `new` after the edit; it settles where a letter was typed among equal
    /// ones ("aa" to "aaa"). A surrogate pair is never cut.
    pub fn between(old: &str, new: &str, caret: Option<u32>) -> Option<Self> {
        if old == new {
            return None;
        }
        let old: Vec<u16> = old.encode_utf16().collect();
        let new: Vec<u16> = new.encode_utf16().collect();
        let shorter = old.len().min(new.len());
        let common_end = |limit: usize| {
            let ends = old.iter().rev().zip(new.iter().rev()).take(limit);
            ends.take_while(|(a, b)| a == b).count()
        };
        let after_caret = caret.map_or(0, |caret| new.len().saturating_sub(caret as usize));
        let suffix = common_end(shorter.min(after_caret));
        let prefix = old
            .iter()
            .zip(&new)
            .take(shorter - suffix)
            .take_while(|(a, b)| a == b)
            .count();
        // The caret may have been no help (delete forward, drag and drop): take what else is equal.
        let suffix = common_end(shorter - prefix);
        let (prefix, suffix) = (
            whole_prefix(&old, &new, prefix),
            whole_suffix(&old, &new, suffix),
        );
        let length = |units: usize| u32::try_from(units).unwrap_or(u32::MAX);
        Some(Self {
            at: length(prefix),
            delete: length(old.len() - suffix - prefix),
            insert: String::from_utf16_lossy(&new[prefix..new.len() - suffix]),
        })
    }

    /// The replacements that turn `old` into `new` and leave alone what both have, from the last to the
    /// first: each can be carried out after those before it. What others write in between stays.
    pub fn steps(old: &str, new: &str) -> Vec<Self> {
        /// From this many pairs of letters on a comparison takes longer than a blink: one replacement then.
        const TOO_MANY: usize = 10_000_000;
        if old.len().saturating_mul(new.len()) > TOO_MANY {
            return Self::between(old, new, None).into_iter().collect();
        }
        let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
        let mut steps: Vec<Self> = Vec::new();
        let mut at = 0;
        // Whether the last step ends here: what is deleted and what is inserted in one place is one step.
        let mut is_open = false;
        for chunk in dissimilar::diff(old, new) {
            if let Chunk::Equal(text) = chunk {
                at += units(text);
                is_open = false;
                continue;
            }
            if !std::mem::replace(&mut is_open, true) {
                let (delete, insert) = (0, String::new());
                steps.push(Self { at, delete, insert });
            }
            let Some(step) = steps.last_mut() else {
                continue;
            };
            match chunk {
                Chunk::Delete(text) => {
                    step.delete += units(text);
                    at += units(text);
                }
                Chunk::Insert(text) => step.insert.push_str(text),
                Chunk::Equal(_) => {}
            }
        }
        steps.reverse();
        steps
    }

    /// What this edit looks like to a caret.
    pub fn ops(&self) -> [TextOp; 3] {
        let inserted = u32::try_from(self.insert.encode_utf16().count()).unwrap_or(u32::MAX);
        [
            TextOp::Retain(self.at),
            TextOp::Insert(inserted),
            TextOp::Delete(self.delete),
        ]
    }
}

/// A common prefix, shortened by one when it ends inside a surrogate pair of either text.
fn whole_prefix(old: &[u16], new: &[u16], prefix: usize) -> usize {
    let cuts = |units: &[u16]| prefix > 0 && is_high(units[prefix - 1]) && prefix < units.len();
    if cuts(old) || cuts(new) {
        prefix - 1
    } else {
        prefix
    }
}

/// A common suffix, shortened by one when it starts inside a surrogate pair of either text.
fn whole_suffix(old: &[u16], new: &[u16], suffix: usize) -> usize {
    let cuts = |units: &[u16]| {
        let start = units.len() - suffix;
        suffix > 0 && is_low(units[start]) && start > 0 && is_high(units[start - 1])
    };
    if cuts(old) || cuts(new) {
        suffix - 1
    } else {
        suffix
    }
}

fn is_high(unit: u16) -> bool {
    (0xD800..0xDC00).contains(&unit)
}

fn is_low(unit: u16) -> bool {
    (0xDC00..0xE000).contains(&unit)
}

/// Where an offset lands after somebody else's change. Words inserted exactly there stay behind it.
pub fn transform(offset: u32, ops: &[TextOp]) -> u32 {
    let (mut read, mut offset) = (0_u32, offset);
    for op in ops {
        match *op {
            TextOp::Retain(length) => read += length,
            TextOp::Insert(length) => {
                if read < offset {
                    offset += length;
                }
                read += length;
            }
            TextOp::Delete(length) => {
                if read < offset {
                    offset -= length.min(offset - read);
                }
            }
        }
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edit(at: u32, delete: u32, insert: &str) -> Option<TextEdit> {
        Some(TextEdit {
            at,
            delete,
            insert: insert.into(),
        })
    }

    #[test]
    fn the_caret_says_where_a_repeated_letter_was_typed() {
        assert_eq!(TextEdit::between("aaa", "aaaa", Some(2)), edit(1, 0, "a"));
        assert_eq!(TextEdit::between("aaa", "aaaa", Some(4)), edit(3, 0, "a"));
        assert_eq!(TextEdit::between("aaaa", "aaa", Some(1)), edit(1, 1, ""));
        assert_eq!(TextEdit::between("aaa", "aaa", Some(1)), None);
    }

    #[test]
    fn an_emoji_is_never_cut() {
        assert_eq!(TextEdit::between("x😀y", "x😁y", Some(3)), edit(1, 2, "😁"));
        assert_eq!(TextEdit::between("😀", "😀😀", Some(2)), edit(0, 0, "😀"));
        // The same low surrogate after another high one.
        assert_eq!(
            TextEdit::between("x\u{1F600}y", "x\u{1FA00}y", Some(3)),
            edit(1, 2, "\u{1FA00}")
        );
    }

    #[test]
    fn a_caret_follows_the_words_around_it() {
        use TextOp::*;
        assert_eq!(transform(3, &[Retain(1), Insert(2)]), 5);
        assert_eq!(transform(3, &[Retain(3), Insert(2)]), 3);
        assert_eq!(transform(3, &[Retain(1), Delete(5)]), 1);
        assert_eq!(transform(3, &[]), 3);
    }

    /// The text after an edit.
    fn after(text: &str, edit: &TextEdit) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        let (at, end) = (edit.at as usize, (edit.at + edit.delete) as usize);
        let (before, after) = (
            String::from_utf16(&units[..at]),
            String::from_utf16(&units[end..]),
        );
        format!(
            "{}{}{}",
            before.expect("whole letters"),
            edit.insert,
            after.expect("whole letters")
        )
    }

    #[test]
    fn steps_leave_alone_what_both_texts_have() {
        let steps = TextEdit::steps(
            "Tenir 96 cafés, contre 52 avant",
            "Tenir 110 cafés, contre 60 avant",
        );
        assert_eq!(
            steps,
            [edit(23, 2, "60"), edit(6, 2, "110")].map(Option::unwrap)
        );
        let (old, new) = ("a".repeat(5_000), "b".repeat(5_000));
        assert_eq!(TextEdit::steps(&old, &new).len(), 1);
    }

    proptest! {
        #[test]
        fn steps_turn_the_old_text_into_the_new_one(
            old in "[aé😀\u{1FA00}ß ]{0,20}", new in "[aé😀\u{1FA00}ß ]{0,20}",
        ) {
            let steps = TextEdit::steps(&old, &new);
            prop_assert_eq!(steps.iter().fold(old, |text, step| after(&text, step)), new);
        }

        #[test]
        fn an_edit_turns_the_old_text_into_the_new_one(
            old in "[aé😀\u{1FA00}ß]{0,12}", new in "[aé😀\u{1FA00}ß]{0,12}", caret in proptest::option::of(0_u32..30),
        ) {
            let result = match TextEdit::between(&old, &new, caret) {
                None => old.clone(),
                Some(edit) => after(&old, &edit),
            };
            prop_assert_eq!(result, new);
        }
    }
}
