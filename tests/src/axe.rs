//! The accessibility checker axe-core inside a page, and what it does not look at: whether the page needs
//! sideways scrolling where a person zooms to 400 %.

use crate::{browser::Browser, until};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::Path;

/// axe-core, as npm installs it for the tests.
const AXE: &str = "npm/node_modules/axe-core/axe.min.js";

/// What is asked of a page: WCAG 2.2, A and AA, and what axe-core holds for good practice.
const TAGS: [&str; 7] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
];

/// Waits until what was switched is drawn, then asks axe-core.
const RUN: &str = "const [options, done] = arguments;
requestAnimationFrame(() => requestAnimationFrame(() => axe.run(document, options).then(
  result => done(result.violations.map(({ id, help, nodes }) => ({ id, help,
    nodes: nodes.slice(0, 4).map(({ target, any, all, none }) => target.join(' ') + ' – '
      + [...any, ...all, ...none].map(check => check.message).join('; ').slice(0, 220)),
    more: Math.max(0, nodes.length - 4) }))),
  error => done([{ id: 'axe', help: String(error), nodes: [], more: 0 }]))))";

/// What is wider than the page, outside of what scrolls by itself.
const OVERFLOW: &str = "const width = document.documentElement.clientWidth;
if (document.documentElement.scrollWidth <= width) return [];
const scrolls = element => {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (getComputedStyle(at).overflowX !== 'visible') return true;
  return false;
};
return [...document.body.querySelectorAll('*')]
  .filter(element => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
  .slice(0, 4).map(element => element.tagName + '.' + element.className + ' reaches to ' + Math.round(element.getBoundingClientRect().right))
  .concat('the page is ' + document.documentElement.scrollWidth + ' wide, its window ' + width)";

/// Which rules are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    All,
    /// Everything but colours and sizes: they do not depend on the language.
    Names,
    /// Colours alone, after another theme was put on.
    Colours,
    /// Colours, with 7 to 1 for words.
    ColoursFromFar,
}

impl Rules {
    fn options(self) -> Value {
        let contrast = "color-contrast";
        match self {
            Self::All => json!({
                "runOnly": TAGS,
                "rules": { "target-size": { "enabled": true } },
                "resultTypes": ["violations"],
            }),
            Self::Names => json!({
                "runOnly": TAGS,
                "rules": { "target-size": { "enabled": false }, contrast: { "enabled": false } },
                "resultTypes": ["violations"],
            }),
            Self::Colours => json!({ "runOnly": [contrast], "resultTypes": ["violations"] }),
            Self::ColoursFromFar => json!({
                "runOnly": [contrast, "color-contrast-enhanced"],
                "resultTypes": ["violations"],
            }),
        }
    }
}

impl Browser {
    /// What axe-core finds on the page as it is now, a line for each kind of fault.
    pub async fn faults(&self, rules: Rules) -> Result<Vec<String>> {
        if self.script("return typeof axe").await? == "undefined" {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(AXE);
            let axe = std::fs::read_to_string(&path)
                .with_context(|| format!("{}: `cargo xtask test` installs it", path.display()))?;
            self.script(&axe).await?;
        }
        let found = self
            .driver
            .execute_async(RUN, vec![rules.options()])
            .await?
            .json()
            .clone();
        let faults = found.as_array().context("axe-core gave no list")?;
        Ok(faults.iter().map(described).collect())
    }

    /// What makes the page wider than its window, once everything found its place.
    pub async fn overflow(&self) -> Result<Vec<String>> {
        let mut wide = Vec::new();
        // What stays is the finding, not a failure to look.
        let _ = until("a page as wide as its window", async || {
            wide = self.wider().await?;
            Ok(wide.is_empty().then_some(()))
        })
        .await;
        Ok(wide)
    }

    async fn wider(&self) -> Result<Vec<String>> {
        let found = self.script(OVERFLOW).await?;
        let text = |line: &Value| line.as_str().unwrap_or_default().to_owned();
        Ok(found
            .as_array()
            .map(|lines| lines.iter().map(text).collect())
            .unwrap_or_default())
    }
}

fn described(fault: &Value) -> String {
    let text = |name: &str| fault[name].as_str().unwrap_or_default().to_owned();
    let nodes = fault["nodes"].as_array().cloned().unwrap_or_default();
    let nodes: Vec<&str> = nodes.iter().filter_map(Value::as_str).collect();
    format!(
        "{} ({}): {} and {} more",
        text("id"),
        text("help"),
        nodes.join(" | "),
        fault["more"]
    )
}
