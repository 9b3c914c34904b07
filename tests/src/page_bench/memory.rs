//! What a page holds while a crowd goes on typing: JavaScript's heap, the client's own memory, nodes.

use crate::browser::Browser;
use anyhow::{Context, Result};
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// How often it is measured: so many times, and not more often than this.
const SAMPLES: u32 = 20;
const OFTEN: Duration = Duration::from_secs(3);

/// Keeps hold of the client's memory, which the page itself hands to nobody.
const KEEP: &str = "{ const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...given) => {
        const made = await instantiate.apply(WebAssembly, given);
        window.__memory = (made.instance ?? made).exports.memory;
        return made;
    }; }";

/// What a page held at one moment.
#[derive(Debug, Clone, Copy)]
pub struct Held {
    /// Since the watch began.
    pub minutes: f64,
    /// Bytes.
    pub heap: f64,
    /// Bytes; it never shrinks.
    pub client: f64,
    pub nodes: f64,
}

/// Before a page is opened.
pub async fn prepare(browser: &Browser) -> Result<()> {
    let source = json!({ "source": KEEP });
    browser
        .devtools("Page.addScriptToEvaluateOnNewDocument", source)
        .await?;
    Ok(())
}

/// Watches the page that is open.
pub async fn watch(browser: &Browser, lasts: Duration) -> Result<Vec<Held>> {
    let begun = Instant::now();
    let every = (lasts / SAMPLES).max(OFTEN);
    let mut held = Vec::new();
    loop {
        held.push(look(browser, begun.elapsed()).await?);
        let left = lasts.saturating_sub(begun.elapsed());
        if left.is_zero() {
            return Ok(held);
        }
        sleep(every.min(left)).await;
    }
}

async fn look(browser: &Browser, since: Duration) -> Result<Held> {
    browser
        .devtools("HeapProfiler.collectGarbage", json!({}))
        .await?;
    let counters = browser.devtools("Memory.getDOMCounters", json!({})).await?;
    let heap = browser.devtools("Runtime.getHeapUsage", json!({})).await?;
    let client = browser.script("return __memory.buffer.byteLength").await?;
    Ok(Held {
        minutes: since.as_secs_f64() / 60.0,
        heap: heap["usedSize"].as_f64().context("no heap")?,
        client: client.as_f64().context("no memory of the client")?,
        nodes: counters["nodes"].as_f64().context("no nodes")?,
    })
}
