//! Which edits somebody got, by what is in the updates that came: a server may merge many into one, send some again,
//! or bring them in other pieces than they were typed in.

use super::{script::Script, wire};
use yrs::{Update, updates::decoder::Decode};

/// How many edits of each author came: always the first ones, since each builds on the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen(Vec<usize>);

impl Seen {
    pub fn nothing(authors: usize) -> Self {
        Self(vec![0; authors])
    }

    pub fn counts(&self) -> &[usize] {
        &self.0
    }

    /// Takes in an update and tells each edit that came with it for the first time: its author, and which it is.
    ///
    /// # Errors
    /// When it cannot be read, or an edit came without the one before it.
    pub fn take(
        &mut self,
        script: &Script,
        update: &[u8],
        mut tell: impl FnMut(usize, usize),
    ) -> Result<(), &'static str> {
        // Mostly it is the next edit of somebody, as they sent it.
        let author = wire::author(update).and_then(|(client, _)| script.author(client));
        if let Some(author) = author
            && let Some(count) = self.0.get_mut(author)
            && let Some(edit) = script.authors[author].edits.get(*count)
            && edit.update == update
        {
            tell(author, *count);
            *count += 1;
            return Ok(());
        }
        let update = Update::decode_v1(update).map_err(|_| "what came cannot be read")?;
        for (client, ranges) in update.insertions(true).iter() {
            let Some(author) = script.author(client.get()) else {
                continue;
            };
            let Some(count) = self.0.get_mut(author) else {
                continue;
            };
            let edits = &script.authors[author].edits;
            for range in ranges.iter() {
                let begin = count.checked_sub(1).map_or(0, |last| edits[last].end);
                if range.start > begin {
                    return Err("an edit came before the one before it");
                }
                while edits.get(*count).is_some_and(|edit| edit.end <= range.end) {
                    tell(author, *count);
                    *count += 1;
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{super::script::Shape, *};
    use anyhow::Result;
    use yrs::merge_updates_v1;

    async fn script() -> Result<Script> {
        let base = super::super::script::base(Shape::Letters).await?;
        Script::write(base, Shape::Letters, 3, 400)
    }

    fn merged(script: &Script, author: usize, edits: std::ops::Range<usize>) -> Result<Vec<u8>> {
        let edits = &script.authors[author].edits[edits];
        let updates: Vec<&[u8]> = edits.iter().map(|edit| edit.update.as_slice()).collect();
        Ok(merge_updates_v1(updates)?)
    }

    #[tokio::test]
    async fn each_edit_counts_once_however_it_comes() -> Result<()> {
        let script = script().await?;
        let (mut seen, mut told) = (Seen::nothing(3), Vec::new());
        let single = |edit: usize| script.authors[1].edits[edit].update.clone();
        let both = [merged(&script, 0, 0..40)?, merged(&script, 2, 0..9)?];
        let coming = [
            single(0),
            single(1),
            single(1),
            single(0),
            // Over the end of the first text, some of it again.
            merged(&script, 1, 1..200)?,
            merged(&script, 1, 50..150)?,
            merged(&script, 1, 199..201)?,
            merge_updates_v1([both[0].as_slice(), both[1].as_slice()])?,
            script.base.clone(),
        ];
        for update in coming {
            seen.take(&script, &update, |author, edit| told.push((author, edit)))
                .map_err(anyhow::Error::msg)?;
        }
        assert_eq!(seen.counts(), [40, 201, 9]);
        let mut once = told.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!((once.len(), told.len()), (250, 250));
        Ok(())
    }

    #[tokio::test]
    async fn a_gap_is_told() -> Result<()> {
        let script = script().await?;
        for late in [
            script.authors[1].edits[1].update.clone(),
            merged(&script, 1, 1..9)?,
            merged(&script, 1, 170..180)?,
        ] {
            let mut seen = Seen::nothing(3);
            let mut told = 0;
            assert!(seen.take(&script, &late, |_, _| told += 1).is_err());
            assert_eq!((seen.counts(), told), (&[0, 0, 0][..], 0));
        }
        assert!(
            Seen::nothing(3)
                .take(&script, b"nothing", |_, _| {})
                .is_err()
        );
        Ok(())
    }
}
