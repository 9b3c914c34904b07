//! From a key to the paint that shows it, while a crowd types.

use super::{PEOPLE, Visitor, saved};
use crate::{browser::Browser, until};
use anyhow::{Context, Result, ensure};
use rand::Rng;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::sleep;

/// Between two keys, in milliseconds: a good typist's pace, and no multiple of a frame.
const PACE: std::ops::Range<u64> = 60..180;

/// How long the crowd may type before the first key, so that the page is past its start.
pub(super) const SETTLING: Duration = Duration::from_secs(3);

/// What was measured, in milliseconds.
#[derive(Debug, Default, Clone)]
pub struct Keys {
    /// From the key to the end of the paint that shows it.
    pub painted: Vec<f64>,
    /// From the key to the end of all that the page does because of it.
    pub handled: Vec<f64>,
    /// How long the main thread was blocked, each time that it was for more than 50 ms.
    pub blocked: Vec<f64>,
    /// For how long this was watched.
    pub watched: f64,
}

/// The time of a key is that of its event, which the browser sets when the key comes in from outside. The frame
/// that shows it is the next one; a message that is posted in it is delivered after it was painted.
const WATCH: &str = "
    window.__keys = { painted: [], handled: [], blocked: [], since: performance.now() };
    const after = (then) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = then; port2.postMessage(0); };
    addEventListener('keydown', (event) => {
        const since = (list) => () => list.push(performance.now() - event.timeStamp);
        after(since(__keys.handled));
        requestAnimationFrame(() => after(since(__keys.painted)));
    }, true);
    new PerformanceObserver((list) => {
        for (const task of list.getEntries()) __keys.blocked.push(task.duration);
    }).observe({ type: 'longtask' });";

/// Types into a statement of one's own.
pub async fn in_a_text(browser: &Browser, visitor: &Visitor, keys: usize) -> Result<Keys> {
    browser.goto(&visitor.page("objectives")).await?;
    saved(browser).await?;
    click_on(browser, ".add-objective").await?;
    until("the new statement to have the focus", async || {
        let id = browser.script("return document.activeElement.id").await?;
        let is_statement = id.as_str().is_some_and(|id| id.ends_with("-statement"));
        Ok(is_statement.then_some(()))
    })
    .await?;
    sleep(SETTLING).await;
    browser.script(WATCH).await?;
    let mut typed = String::new();
    for number in 0..keys {
        let letter = match number % 6 {
            5 => ' ',
            place => char::from(b"aeiou"[place]),
        };
        typed.push(letter);
        press(browser, letter).await?;
    }
    let value = browser
        .script("return document.activeElement.value")
        .await?;
    ensure!(
        value
            .as_str()
            .is_some_and(|value| value.contains(typed.trim_end())),
        "what was typed is not there: {value}"
    );
    taken(browser, keys).await
}

/// Types figures into the first cells of a column.
pub async fn in_the_grid(browser: &Browser, visitor: &Visitor, keys: usize) -> Result<Keys> {
    browser.goto(&visitor.page("readings")).await?;
    saved(browser).await?;
    until("a cell to take the focus", async || {
        let found = browser
            .script(
                "const cell = document.querySelector('.readings-row input, [role=grid] td[role=gridcell]:not([aria-readonly=true])');
                cell?.focus();
                return !!cell && document.activeElement === cell",
            )
            .await?;
        Ok((found == true).then_some(()))
    })
    .await?;
    sleep(SETTLING).await;
    browser.script(WATCH).await?;
    for number in 0..keys {
        match number % 5 {
            // On to the cell below.
            4 => {
                browser.press("Enter", 13).await?;
                sleep(pause()).await;
            }
            digit => press(browser, char::from(b"1234"[digit])).await?,
        }
    }
    taken(browser, keys).await
}

/// Clicks on a button by its style, with a mouse that stays there. What finds things by their role would turn on what
/// the browser does for screen readers, which costs time with each picture.
async fn click_on(browser: &Browser, selector: &str) -> Result<()> {
    let script = format!(
        "const button = document.querySelector('#main {selector}');
        if (!button) return null;
        button.scrollIntoView({{ block: 'center' }});
        const {{ x, y, width, height }} = button.getBoundingClientRect();
        return {{ x: x + width / 2, y: y + height / 2 }};"
    );
    let place = until("the button to be there", async || {
        let place = browser.script(&script).await?;
        Ok((!place.is_null()).then_some(place))
    })
    .await?;
    for kind in ["mouseMoved", "mousePressed", "mouseReleased"] {
        let event = json!({
            "type": kind, "x": place["x"], "y": place["y"], "button": "left", "clickCount": 1,
        });
        browser.devtools("Input.dispatchMouseEvent", event).await?;
    }
    Ok(())
}

async fn press(browser: &Browser, letter: char) -> Result<()> {
    let upper = letter.to_ascii_uppercase();
    let code = match letter {
        ' ' => "Space".to_owned(),
        '0'..='9' => format!("Digit{letter}"),
        _ => format!("Key{upper}"),
    };
    for kind in ["keyDown", "keyUp"] {
        let mut event = json!({
            "type": kind, "key": letter.to_string(), "code": code, "windowsVirtualKeyCode": u32::from(upper),
        });
        if kind == "keyDown" {
            event["text"] = json!(letter.to_string());
        }
        browser.devtools("Input.dispatchKeyEvent", event).await?;
    }
    sleep(pause()).await;
    Ok(())
}

fn pause() -> Duration {
    Duration::from_millis(rand::rng().random_range(PACE))
}

async fn taken(browser: &Browser, keys: usize) -> Result<Keys> {
    let said = until("every key to be painted", async || {
        let said = browser
            .script("return { ...__keys, watched: performance.now() - __keys.since }")
            .await?;
        let painted = said["painted"].as_array().map_or(0, Vec::len);
        Ok((painted >= keys).then_some(said))
    })
    .await
    .with_context(|| format!("{keys} keys, {PEOPLE} people"))?;
    let list = |name: &str| -> Vec<f64> {
        let all = said[name].as_array().into_iter().flatten();
        all.filter_map(Value::as_f64).collect()
    };
    Ok(Keys {
        painted: list("painted"),
        handled: list("handled"),
        blocked: list("blocked"),
        watched: said["watched"].as_f64().unwrap_or_default(),
    })
}
