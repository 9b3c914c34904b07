//! Frozen versions as somebody keeps them who trusts nobody: the bytes of each, compared for ever after.

use crate::{
    http::{Script, text_at},
    words::{Word, words_in},
};
use anyhow::{Context, Result, ensure};
use jalon_shared::version::Sealed;
use reqwest::Method;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The versions of one workspace.
#[derive(Default)]
pub struct Frozen {
    /// The file of each version that was ever seen.
    files: BTreeMap<u64, String>,
    /// The hash of each version of which the server said that it was made.
    promised: BTreeMap<u64, String>,
}

impl Frozen {
    pub fn len(&self) -> usize {
        self.files.len()
    }

    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The server said that it made a version.
    pub fn promise(&mut self, entry: &Value) -> Result<()> {
        self.promised
            .insert(number_of(entry)?, text_at(entry, "hash")?.to_owned());
        Ok(())
    }

    /// Reads all versions again: every one that was promised is there, none has changed, each names the
    /// one before it. Gives the words that they hold.
    pub async fn verify(&mut self, script: &Script, workspace: &str) -> Result<BTreeSet<Word>> {
        let list = script
            .get(&format!("/api/workspaces/{workspace}/versions"))
            .await?;
        let mut listed = BTreeMap::new();
        for entry in list.as_array().context("no list of versions")? {
            listed.insert(number_of(entry)?, text_at(entry, "hash")?.to_owned());
        }
        for (number, hash) in &self.promised {
            ensure!(
                listed.get(number) == Some(hash),
                "version {number} was promised with the hash {hash}, and is {:?}",
                listed.get(number)
            );
        }
        let mut previous: Option<String> = None;
        let mut words = BTreeSet::new();
        for (place, (number, hash)) in listed.iter().enumerate() {
            ensure!(
                *number == place as u64 + 1,
                "version {} is missing",
                place + 1
            );
            let path = format!("/api/workspaces/{workspace}/versions/{number}?download");
            let file = script.file(&path).await?;
            let sealed = Sealed::parse(&file).with_context(|| format!("version {number}"))?;
            ensure!(
                sealed.hash == *hash && sealed.version.previous_hash == previous,
                "version {number} is not in the chain"
            );
            words.extend(words_in(&file));
            let kept = self.files.entry(*number).or_insert_with(|| file.clone());
            ensure!(*kept == file, "version {number} has changed");
            previous = Some(sealed.hash);
        }
        let last = self.files.keys().next_back();
        ensure!(
            last.is_none_or(|last| listed.contains_key(last)),
            "version {last:?} is gone"
        );
        Ok(words)
    }
}

/// Freezes; the answer, or `None` when the server went away before it could give one.
pub async fn freeze(script: &Script, workspace: &str, label: &str) -> Result<Option<Value>> {
    let path = format!("/api/workspaces/{workspace}/versions");
    let body = json!({ "label": label, "period": "2025", "note": "" });
    match script.call(Method::POST, &path, Some(body)).await {
        Ok((status, entry)) if status.is_success() => Ok(Some(entry)),
        // A server that stops says that it is not there; the version may be there all the same.
        Ok((status, answer)) => {
            ensure!(status.as_u16() == 503, "freezing: {status} {answer}");
            Ok(None)
        }
        Err(_) => Ok(None),
    }
}

fn number_of(entry: &Value) -> Result<u64> {
    entry["number"].as_u64().context("a version has no number")
}
