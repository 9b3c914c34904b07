//! The names that follow the content, filled into the page, its script, its worker and the manifest.

use anyhow::{Result, bail};

use super::Files;
use crate::fingerprint::short;

/// Addresses of the hashed files.
pub struct Names {
    pub styles: String,
    pub script: String,
    pub wasm: String,
    /// What the first page does not run; empty when the client was not cut in two.
    pub rest: String,
    /// As a JSON object, by language.
    pub words: String,
    /// Empty while the boot script itself is filled in.
    pub boot: String,
}

impl Names {
    /// Puts the addresses in the place of `{{css}}`, `{{js}}`, `{{wasm}}`, `{{rest}}`,
    /// `{{words}}` and `{{boot}}`.
    ///
    /// # Errors
    /// When a placeholder stays: a page with one would be broken for everybody.
    pub fn fill_in(&self, template: &str) -> Result<String> {
        let mut text = template.to_owned();
        text = text.replace("{{words}}", &self.words);
        for (name, address) in self.pairs() {
            if !address.is_empty() || name == "rest" {
                text = text.replace(&format!("{{{{{name}}}}}"), address);
            }
        }
        if let Some((_, rest)) = text.split_once("{{") {
            let name = rest.split("}}").next().unwrap_or_default();
            bail!("a page of client/web has a placeholder that nothing fills: {{{{{name}}}}}");
        }
        Ok(text)
    }

    /// The addresses as JSON: `{"css": "/assets/app-….css", …}`.
    pub fn manifest(&self) -> String {
        let pairs = self
            .pairs()
            .map(|(name, address)| format!("  \"{name}\": \"{address}\""));
        format!("{{\n{}\n}}\n", pairs.join(",\n"))
    }

    fn pairs(&self) -> [(&'static str, &str); 5] {
        [
            ("css", &self.styles),
            ("js", &self.script),
            ("wasm", &self.wasm),
            ("rest", &self.rest),
            ("boot", &self.boot),
        ]
    }
}

/// Tells the service worker what to keep, under a version that changes when any of it does.
pub fn worker(template: &str, files: &Files) -> String {
    let mut list = String::from("[");
    let mut contents = Vec::new();
    for (name, content) in files {
        contents.extend_from_slice(name.as_bytes());
        contents.extend_from_slice(short(content).as_bytes());
        list.push_str(&format!("\n  \"/{name}\","));
    }
    list.push_str("\n]");
    contents.extend_from_slice(template.as_bytes());
    template
        .replace("__VERSION__", &short(&contents))
        .replace("__PRECACHE__", &list)
}
