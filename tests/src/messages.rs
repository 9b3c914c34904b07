//! The words of the page in any of its languages, as a test needs them to find things: the beginning of each
//! message, up to its first variable. They are read from the files that translators write.

use anyhow::{Context, Result, bail};
use std::{collections::BTreeMap, fs, path::Path};

/// The messages of one language.
pub struct Messages {
    pub language: String,
    by_key: BTreeMap<String, String>,
}

impl Messages {
    /// The messages of a language by its tag.
    pub fn of(language: &str) -> Result<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../view/locales");
        let mut by_key = BTreeMap::new();
        for file in fs::read_dir(folder.join(language))? {
            let text = fs::read_to_string(file?.path())?;
            let messages = text.lines().filter_map(|line| line.split_once(" = "));
            by_key.extend(messages.map(|(key, text)| (key.to_owned(), text.to_owned())));
        }
        Ok(Self {
            language: language.to_owned(),
            by_key,
        })
    }

    /// A message as the name of something; one with a variable ends with `…` in its place, which stands for any
    /// ending. Any run of spaces is one.
    pub fn name(&self, key: &str) -> Result<String> {
        let text = self
            .by_key
            .get(key)
            .with_context(|| format!("no message {key} in {}", self.language))?;
        let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(match text.split_once('{') {
            Some((start, _)) if start.trim().is_empty() => bail!("{key} begins with a variable"),
            Some((start, _)) => format!("{}…", spaced(start)),
            None => spaced(text),
        })
    }
}
