//! What the main thread of a page does while a crowd types and nobody types in it: processor time, so that what
//! else the machine is busy with does not count.

use super::{crowd::Crowd, keys::SETTLING};
use crate::browser::Browser;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// What was done, from one moment to another.
#[derive(Debug, Default, Clone, Copy)]
pub struct Work {
    /// For how long it was watched, in seconds.
    pub seconds: f64,
    /// Edits of others that were made meanwhile.
    pub edits: f64,
    /// Processor time in seconds: all of it, and of that the page's scripts with the client, where things stand
    /// (layout), and how they look (styles). The rest is painting, and the browser's own.
    pub all: f64,
    pub scripts: f64,
    pub layout: f64,
    pub styles: f64,
    /// How often it was found out where things stand.
    pub layouts: f64,
}

/// Watches the page that is open.
pub async fn watch(browser: &Browser, crowd: &Crowd, lasts: Duration) -> Result<Work> {
    let ticks = json!({ "timeDomain": "threadTicks" });
    browser.devtools("Performance.enable", ticks).await?;
    sleep(SETTLING).await;
    let (begun, before) = (Instant::now(), look(browser, crowd).await?);
    sleep(lasts).await;
    let after = look(browser, crowd).await?;
    browser.devtools("Performance.disable", json!({})).await?;
    Ok(Work {
        seconds: begun.elapsed().as_secs_f64(),
        edits: after.edits - before.edits,
        all: after.all - before.all,
        scripts: after.scripts - before.scripts,
        layout: after.layout - before.layout,
        styles: after.styles - before.styles,
        layouts: after.layouts - before.layouts,
    })
}

/// The browser's counts since the page began.
async fn look(browser: &Browser, crowd: &Crowd) -> Result<Work> {
    let said = browser
        .devtools("Performance.getMetrics", json!({}))
        .await?;
    let metrics = said["metrics"].as_array().context("no metrics")?;
    let count = |name: &str| {
        let mut named = metrics.iter().filter(|metric| metric["name"] == name);
        named
            .next()
            .and_then(|metric| metric["value"].as_f64())
            .with_context(|| format!("no {name} in {}", Value::from(metrics.clone())))
    };
    Ok(Work {
        seconds: 0.0,
        edits: crowd.edits() as f64,
        all: count("TaskDuration")?,
        scripts: count("ScriptDuration")?,
        layout: count("LayoutDuration")?,
        styles: count("RecalcStyleDuration")?,
        layouts: count("LayoutCount")?,
    })
}
