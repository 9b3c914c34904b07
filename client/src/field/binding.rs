//! The binding of one text box to a shared text: pure bookkeeping, no browser and no document in it.
//!
//! Offsets are UTF-16 code units, as browsers and the document count. The shadow is what the box showed
//! when it last agreed with the document; the difference from it is what the person typed.

use jalon_shared::text::{TextEdit, TextOp, transform};

/// Whether a text box can show line breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    One,
    Many,
}

impl Lines {
    /// A text as the box would show it, every code unit in its place: browsers drop line breaks from one-line
    /// boxes and shorten CR LF in the others, and the next difference would then delete them for everybody.
    pub fn show(self, text: &str) -> String {
        match self {
            Self::One => text.replace(['\n', '\r'], " "),
            Self::Many => text.replace('\r', " "),
        }
    }
}

/// What a box must show now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub text: String,
    /// The selection, moved over what somebody else did.
    pub start: u32,
    pub end: u32,
}

/// One text box.
#[derive(Debug, Clone)]
pub struct Binding {
    lines: Lines,
    /// What the box showed when it last agreed with the document.
    shadow: String,
    /// A dead key or an input method is composing: the box is left alone until it is done.
    composing: bool,
    /// What others did meanwhile, and the text that it led to.
    waiting: Vec<Vec<TextOp>>,
    latest: Option<String>,
}

impl Binding {
    pub fn new(lines: Lines, text: &str) -> Self {
        Self {
            lines,
            shadow: lines.show(text),
            composing: false,
            waiting: Vec::new(),
            latest: None,
        }
    }

    /// What the box shows while nobody types.
    pub fn shadow(&self) -> &str {
        &self.shadow
    }

    /// The box changed: what to write into the document, if anything.
    pub fn input(&mut self, now: &str, caret: Option<u32>) -> Option<TextEdit> {
        if self.composing {
            return None;
        }
        let edit = TextEdit::between(&self.shadow, now, caret);
        now.clone_into(&mut self.shadow);
        edit
    }

    pub fn composition_started(&mut self) {
        self.composing = true;
    }

    /// The composition is done: what to write, already moved over what others did meanwhile, and where the
    /// caret goes if the box must be shown anew afterwards.
    pub fn composition_ended(
        &mut self,
        now: &str,
        caret: Option<u32>,
    ) -> (Option<TextEdit>, Option<u32>) {
        self.composing = false;
        let edit = TextEdit::between(&self.shadow, now, caret);
        let waiting = std::mem::take(&mut self.waiting);
        let Some(latest) = self.latest.take() else {
            now.clone_into(&mut self.shadow);
            return (edit, None);
        };
        self.shadow = latest;
        let over = |offset: u32| {
            waiting
                .iter()
                .fold(offset, |offset, ops| transform(offset, ops))
        };
        let edit = edit.map(|edit| {
            let (start, end) = (over(edit.at), over(edit.at + edit.delete));
            TextEdit {
                at: start,
                delete: end.saturating_sub(start),
                insert: edit.insert,
            }
        });
        let caret = match &edit {
            Some(edit) => edit.at + u32::try_from(edit.insert.encode_utf16().count()).unwrap_or(0),
            None => over(caret.unwrap_or(0)),
        };
        (edit, Some(caret))
    }

    pub const fn is_composing(&self) -> bool {
        self.composing
    }

    /// The box leaves the page: what to write of a composition that was not done.
    pub fn leave(&mut self, now: &str) -> Option<TextEdit> {
        self.composing
            .then(|| self.composition_ended(now, None).0)
            .flatten()
    }

    /// The document changed, and not through this box: what to show, unless a composition is going on.
    pub fn changed(
        &mut self,
        ops: &[TextOp],
        now: &str,
        (start, end): (u32, u32),
    ) -> Option<Shown> {
        let now = self.lines.show(now);
        if self.composing {
            self.waiting.push(ops.to_vec());
            self.latest = Some(now);
            return None;
        }
        self.shadow.clone_from(&now);
        Some(Shown {
            text: now,
            start: transform(start, ops),
            end: transform(end, ops),
        })
    }

    /// Takes the document's text whatever was typed: the last edit was not possible.
    pub fn reset(&mut self, text: &str) -> String {
        self.shadow = self.lines.show(text);
        (self.composing, self.latest) = (false, None);
        self.waiting.clear();
        self.shadow.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng, rngs::StdRng};

    fn edit(at: u32, delete: u32, insert: &str) -> Option<TextEdit> {
        Some(TextEdit {
            at,
            delete,
            insert: insert.into(),
        })
    }

    /// A shared text as the document would change it.
    fn written(text: &str, edit: &TextEdit) -> String {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        let (start, end) = (edit.at as usize, (edit.at + edit.delete) as usize);
        units.splice(start..end, edit.insert.encode_utf16());
        String::from_utf16(&units).expect("whole letters")
    }

    #[test]
    fn a_composition_waits_for_its_end() {
        let mut binding = Binding::new(Lines::One, "hello");
        binding.composition_started();
        assert_eq!(binding.input("hello^", Some(6)), None);
        assert_eq!(
            binding.changed(&[TextOp::Insert(2)], "XXhello", (5, 5)),
            None
        );
        assert_eq!(
            binding.composition_ended("helloê", Some(6)),
            (edit(7, 0, "ê"), Some(8))
        );
        assert_eq!(binding.shadow(), "XXhello");
    }

    #[test]
    fn a_composition_in_a_box_that_leaves_is_not_lost() {
        let mut binding = Binding::new(Lines::One, "hello");
        assert_eq!(binding.leave("hello"), None);
        binding.composition_started();
        assert_eq!(binding.leave("hello^"), edit(5, 0, "^"));
    }

    #[test]
    fn a_composition_alone_needs_no_new_drawing() {
        let mut binding = Binding::new(Lines::One, "hello");
        binding.composition_started();
        assert_eq!(
            binding.composition_ended("helloê", Some(6)),
            (edit(5, 0, "ê"), None)
        );
        assert_eq!(binding.input("helloê!", Some(7)), edit(6, 0, "!"));
    }

    #[test]
    fn a_composition_that_replaces_deleted_words_inserts_where_they_were() {
        let mut binding = Binding::new(Lines::One, "un deux trois");
        binding.composition_started();
        let ops = [TextOp::Retain(2), TextOp::Delete(5)];
        assert_eq!(binding.changed(&ops, "un trois", (3, 7)), None);
        assert_eq!(
            binding.composition_ended("un ê trois", Some(4)),
            (edit(2, 0, "ê"), Some(3))
        );
    }

    #[test]
    fn the_selection_follows_its_words() {
        let mut binding = Binding::new(Lines::Many, "un deux");
        let shown = binding.changed(&[TextOp::Insert(3)], "oh un deux", (3, 7));
        assert_eq!(
            shown,
            Some(Shown {
                text: "oh un deux".into(),
                start: 6,
                end: 10
            })
        );
    }

    #[test]
    fn line_breaks_that_a_box_cannot_show_stay_in_the_document() {
        let mut one = Binding::new(Lines::One, "un\ndeux");
        assert_eq!(one.input("un deux!", Some(8)), edit(7, 0, "!"));
        let mut many = Binding::new(Lines::Many, "un\r\ndeux");
        assert_eq!(many.input("un \ndeux!", Some(9)), edit(8, 0, "!"));
    }

    /// Whoever types here and whoever types elsewhere, in any order, the box and the document agree.
    #[test]
    fn the_box_and_the_document_stay_equal() {
        let letters = [
            "a",
            "b",
            "é",
            "e\u{301}",
            "😀",
            "😁",
            "\u{1FA00}",
            "👩‍🚀",
            "ß",
            "\n",
        ];
        let mut random = StdRng::seed_from_u64(7);
        for _ in 0..500 {
            let (mut document, mut shown) = (String::new(), String::new());
            let mut binding = Binding::new(Lines::Many, "");
            for _ in 0..30 {
                let starts: Vec<usize> = shown
                    .char_indices()
                    .map(|(at, _)| at)
                    .chain([shown.len()])
                    .collect();
                let start = random.random_range(0..starts.len());
                let end = (start + random.random_range(0..3)).min(starts.len() - 1);
                let words: String = (0..random.random_range(0..3))
                    .map(|_| letters[random.random_range(0..10)])
                    .collect();
                let mut now = shown.clone();
                now.replace_range(starts[start]..starts[end], &words);
                let after = now[..starts[start] + words.len()].encode_utf16().count() as u32;
                if random.random_bool(0.5) {
                    let caret = random.random_bool(0.8).then_some(after);
                    if let Some(edit) = binding.input(&now, caret) {
                        document = written(&document, &edit);
                    }
                    shown = now;
                } else if let Some(edit) = TextEdit::between(&document, &now, None) {
                    document = written(&document, &edit);
                    shown = binding
                        .changed(&edit.ops(), &document, (0, 0))
                        .expect("no composition")
                        .text;
                }
                assert_eq!((&shown, binding.shadow()), (&document, document.as_str()));
            }
        }
    }
}
