//! One hash of everything the browser client is made of, so that an unchanged client is not built
//! again. Says nothing about how it is built.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// What the client is made of, relative to the project's folder.
const INPUTS: [&str; 7] = [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "shared",
    "view",
    "client",
    "xtask",
];

/// Hashes the inputs' names and contents, and `how` they are built.
pub fn of(root: &Path, how: &str) -> Result<String> {
    let mut hasher = Sha256::new();
    hasher.update(how);
    for input in INPUTS {
        for file in files_under(&root.join(input))? {
            let content = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy();
            for part in [name.as_bytes(), content.as_slice()] {
                hasher.update((part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
    }
    Ok(hex(&hasher.finalize()))
}

/// The first 12 hexadecimal digits of a content's hash: enough for a name in an address.
pub fn short(content: &[u8]) -> String {
    let mut text = hex(&Sha256::digest(content));
    text.truncate(12);
    text
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every file at or under a path, sorted; nothing when the path does not exist.
pub fn files_under(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let mut files = Vec::new();
    let mut folders = vec![path.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        let entries =
            fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_names_follow_the_content() {
        assert_eq!(short(b""), "e3b0c44298fc");
        assert_ne!(short(b"a"), short(b"b"));
    }

    #[test]
    fn the_way_of_building_counts() -> Result<()> {
        let root = crate::project::root();
        assert_eq!(of(&root, "web")?, of(&root, "web")?);
        assert_ne!(of(&root, "web")?, of(&root, "web-dev")?);
        Ok(())
    }
}
