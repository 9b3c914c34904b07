//! Opening a workspace: for the first time over a slow line, and again with all that the browser kept.

use super::{USABLE, Visitor, saved};
use crate::{browser::Browser, page::the, until};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// A line of 1.6 Mbit/s down and 750 kbit/s up with 150 ms there and back, in bytes per second and
/// milliseconds: a phone far from its mast.
const DOWN: u64 = 1_600_000 / 8;
const UP: u64 = 750_000 / 8;
const LATENCY: u64 = 150;

/// When things happened, in milliseconds since the visit began.
#[derive(Debug, Clone, Copy)]
pub struct Visit {
    /// Something of the workspace can be read: the first paint that has content, which is the server's picture.
    pub readable: f64,
    /// The largest thing is there.
    pub largest: f64,
    /// The page can be typed into.
    pub usable: f64,
    /// What came over the line until then, in bytes.
    pub bytes: f64,
}

/// What a page says of its own start.
const TELL: &str = "
    const usable = performance.getEntriesByName(arguments[0])[0]?.startTime;
    const readable = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    if (usable === undefined || readable === undefined) return null;
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
    const largest = observer.takeRecords().at(-1)?.startTime ?? readable;
    observer.disconnect();
    const files = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    const bytes = files.filter((file) => file.startTime < usable).reduce((sum, file) => sum + file.transferSize, 0);
    return { readable, largest, usable, bytes };";

/// A visit by a browser that has nothing.
pub async fn first(visitor: &Visitor) -> Result<Visit> {
    let browser = visitor.browser().await?;
    browser.devtools("Network.enable", json!({})).await?;
    let line = json!({
        "offline": false, "latency": LATENCY, "downloadThroughput": DOWN, "uploadThroughput": UP,
    });
    browser
        .devtools("Network.emulateNetworkConditions", line)
        .await?;
    browser.goto(&visitor.page("objectives")).await?;
    let visit = told(&browser).await?;
    type_a_word(&browser).await?;
    browser.quit().await?;
    Ok(visit)
}

/// Reloads by a browser that was there before.
pub async fn again(visitor: &Visitor, times: usize) -> Result<Vec<Visit>> {
    let browser = visitor.browser().await?;
    browser.goto(&visitor.page("objectives")).await?;
    told(&browser).await?;
    saved(&browser).await?;
    until("the service worker to have everything", async || {
        let found = browser
            .script("return navigator.serviceWorker.controller?.state === 'activated'")
            .await?;
        Ok((found == true).then_some(()))
    })
    .await?;
    // Once more, so that the browser has compiled what it will keep compiled.
    browser.goto(&visitor.page("objectives")).await?;
    told(&browser).await?;
    let mut visits = Vec::new();
    for _ in 0..times {
        browser.goto(&visitor.page("objectives")).await?;
        visits.push(told(&browser).await?);
        saved(&browser).await?;
    }
    type_a_word(&browser).await?;
    browser.quit().await?;
    Ok(visits)
}

/// Waits until the page is usable; what it says of itself.
async fn told(browser: &Browser) -> Result<Visit> {
    let script = TELL.replace("arguments[0]", &format!("'{USABLE}'"));
    let said = until("the page to be usable", async || {
        let said = browser.script(&script).await?;
        Ok((!said.is_null()).then_some(said))
    })
    .await?;
    let number = |name: &str| -> Result<f64> {
        said.get(name)
            .and_then(Value::as_f64)
            .with_context(|| format!("no {name} in {said}"))
    };
    Ok(Visit {
        readable: number("readable")?,
        largest: number("largest")?,
        usable: number("usable")?,
        bytes: number("bytes")?,
    })
}

/// The page is what it says: what is typed is taken, and kept by the server.
async fn type_a_word(browser: &Browser) -> Result<()> {
    let statement = the("textbox", "Énoncé de l’objectif");
    browser.put_caret(statement, 0).await?;
    browser.type_text("Ici ").await?;
    let value = browser.value(statement).await?;
    ensure!(
        value.starts_with("Ici "),
        "what was typed was not taken: {value:?}"
    );
    saved(browser).await
}
