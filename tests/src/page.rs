//! Finding and using things on a page as a screen reader does: by role and accessible name.

use crate::{browser::Browser, until};
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicU64, Ordering};
use thirtyfour::{By, WebElement, prelude::ElementQueryable};

/// What a test looks for. `name` may end with `…`, which stands for any ending.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    pub role: &'a str,
    pub name: &'a str,
    /// Which one of several, from 0.
    pub index: usize,
    /// The container in which it is looked for.
    pub within: Option<&'a Target<'a>>,
}

/// Something with a role and a name.
pub const fn the<'a>(role: &'a str, name: &'a str) -> Target<'a> {
    Target {
        role,
        name,
        index: 0,
        within: None,
    }
}

impl<'a> Target<'a> {
    pub const fn nth(mut self, index: usize) -> Self {
        self.index = index;
        self
    }

    pub const fn within(mut self, container: &'a Target<'a>) -> Self {
        self.within = Some(container);
        self
    }

    fn fits(&self, name: &str) -> bool {
        match self.name.strip_suffix('…') {
            Some(start) => name.starts_with(start),
            None => name == self.name,
        }
    }
}

/// Keys that are held, in the numbers of the protocol.
pub const CTRL: u8 = 2;
pub const SHIFT: u8 = 8;

static NEXT_MARK: AtomicU64 = AtomicU64::new(0);

impl Browser {
    /// How many things now have this role and name.
    pub async fn count(&self, target: Target<'_>) -> Result<usize> {
        Ok(self.nodes(&target).await?.len())
    }

    /// The names of all that fits, in the order of the page.
    pub async fn names(&self, target: Target<'_>) -> Result<Vec<String>> {
        let nodes = self.nodes(&target).await?;
        let name = |node: &Value| one_spaced(node["name"]["value"].as_str().unwrap_or_default());
        Ok(nodes.iter().map(name).collect())
    }

    /// Waits for a thing and takes it as an element.
    pub async fn find(&self, target: Target<'_>) -> Result<WebElement> {
        let what = format!("{target:?}");
        let found = until(&what, async || {
            let nodes = self.nodes(&target).await?;
            let Some(node) = nodes.get(target.index) else {
                return Ok(None);
            };
            Ok(Some(self.element(node).await?))
        });
        match found.await {
            Ok(element) => Ok(element),
            Err(error) => bail!(
                "{error:#}\nthe page has: {}",
                self.outline().await.unwrap_or_default()
            ),
        }
    }

    /// Waits until nothing has this role and name.
    pub async fn gone(&self, target: Target<'_>) -> Result<()> {
        until(&format!("{target:?} to go"), async || {
            Ok((self.count(target).await? == 0).then_some(()))
        })
        .await
    }

    pub async fn click(&self, target: Target<'_>) -> Result<()> {
        until(&format!("a click on {target:?}"), async || {
            let element = self.find(target).await?;
            self.script_on(
                &element,
                "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            )
            .await?;
            element.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Replaces all the text of a field, as by selecting it and typing.
    pub async fn fill(&self, target: Target<'_>, text: &str) -> Result<()> {
        self.focus(target).await?;
        self.script("document.activeElement.select?.()").await?;
        if text.is_empty() {
            return self.press("Delete", 46).await;
        }
        self.type_text(text).await
    }

    /// Fills a field and leaves it with Tab, as people do when a value is complete.
    pub async fn enter(&self, target: Target<'_>, text: &str) -> Result<()> {
        self.fill(target, text).await?;
        self.press("Tab", 9).await
    }

    pub async fn focus(&self, target: Target<'_>) -> Result<()> {
        let element = self.find(target).await?;
        self.script_on(
            &element,
            "arguments[0].scrollIntoView({ block: 'center' }); arguments[0].focus()",
        )
        .await?;
        self.has_focus(target).await
    }

    /// Waits until a thing has the focus.
    pub async fn has_focus(&self, target: Target<'_>) -> Result<()> {
        until(&format!("{target:?} to have the focus"), async || {
            let element = self.find(target).await?;
            let focused = self
                .script_on(&element, "return document.activeElement === arguments[0]")
                .await?;
            Ok((focused == true).then_some(()))
        })
        .await
    }

    /// Puts the caret into a field, before the letter at `at`.
    pub async fn put_caret(&self, target: Target<'_>, at: usize) -> Result<()> {
        self.focus(target).await?;
        let script = format!("document.activeElement.setSelectionRange({at}, {at})");
        self.script(&script).await?;
        Ok(())
    }

    /// Types into whatever has the focus.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.devtools("Input.insertText", json!({ "text": text }))
            .await?;
        Ok(())
    }

    /// Presses and releases a key while others are held ([`CTRL`], [`SHIFT`]). `commands` are what the browser's
    /// own editor makes of it, such as `copy`: a page driven from outside has no menu that would.
    pub async fn chord(&self, key: &str, code: u32, held: u8, commands: &[&str]) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let commands = if kind == "keyUp" { &[] } else { commands };
            let event = json!({
                "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code,
                "modifiers": held, "commands": commands,
            });
            self.devtools("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    /// Presses and releases a key by its DOM name and Windows code.
    pub async fn press(&self, key: &str, code: u32) -> Result<()> {
        let text = if key == "Enter" { "\r" } else { "" };
        for kind in ["keyDown", "keyUp"] {
            let event = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "text": text });
            self.devtools("Input.dispatchKeyEvent", event).await?;
        }
        Ok(())
    }

    /// Chooses an option of a `<select>` by its visible label.
    pub async fn choose(&self, target: Target<'_>, option: &str) -> Result<()> {
        let select = self.find(target).await?;
        let script = "const [select, label] = arguments;
            const option = [...select.options].find(option => option.label.trim() === label);
            if (!option) return [...select.options].map(option => option.label).join(' | ');
            select.focus(); select.value = option.value;
            select.dispatchEvent(new Event('input', { bubbles: true }));
            select.dispatchEvent(new Event('change', { bubbles: true }));
            return true;";
        let arguments = vec![select.to_json()?, json!(option)];
        let chosen = self.driver.execute(script, arguments).await?.json().clone();
        ensure!(chosen == true, "{target:?} offers {chosen}, not {option:?}");
        Ok(())
    }

    /// Puts a day (`2025-12-31`) into a date field, as the browser's own calendar does.
    pub async fn pick_day(&self, target: Target<'_>, day: &str) -> Result<()> {
        let field = self.find(target).await?;
        let script = "const [field, day] = arguments;
            field.focus(); field.value = day;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let arguments = vec![field.to_json()?, json!(day)];
        self.driver.execute(script, arguments).await?;
        Ok(())
    }

    /// The text that a thing shows, with any run of spaces as one.
    pub async fn text(&self, target: Target<'_>) -> Result<String> {
        Ok(one_spaced(&self.find(target).await?.text().await?))
    }

    /// The value of a field.
    pub async fn value(&self, target: Target<'_>) -> Result<String> {
        self.find(target)
            .await?
            .value()
            .await?
            .context("it has no value")
    }

    /// Waits until a field has this value.
    pub async fn has_value(&self, target: Target<'_>, value: &str) -> Result<()> {
        until(&format!("{target:?} to hold {value:?}"), async || {
            let found = self.value(target).await?;
            ensure!(found == value, "it holds {found:?}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits until the page shows a text, wherever; any run of spaces counts as one.
    pub async fn shows(&self, text: &str) -> Result<()> {
        let wanted = one_spaced(text);
        until(&format!("the page to show {text:?}"), async || {
            let page = self.visible_text().await?;
            ensure!(page.contains(&wanted), "it shows {page}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits until the page no longer shows a text.
    pub async fn hides(&self, text: &str) -> Result<()> {
        let unwanted = one_spaced(text);
        until(&format!("the page not to show {text:?}"), async || {
            Ok((!self.visible_text().await?.contains(&unwanted)).then_some(()))
        })
        .await
    }

    /// All the text that the page shows, what stands in its fields included, with any run of spaces as one.
    pub async fn visible_text(&self) -> Result<String> {
        let script = "const typed = [...document.querySelectorAll('input:not([type=checkbox], [type=radio]), textarea')];
            return [document.body.innerText, ...typed.map(field => field.value)].join(' ')";
        let text = self.script(script).await?;
        Ok(one_spaced(text.as_str().unwrap_or_default()))
    }

    /// Every role and name on the page, for the message of a test that did not find its thing.
    pub async fn outline(&self) -> Result<String> {
        let tree = self
            .devtools("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let named = nodes
            .iter()
            .filter(|node| node["ignored"] != true)
            .filter_map(|node| {
                let (role, name) = (
                    node["role"]["value"].as_str()?,
                    node["name"]["value"].as_str()?,
                );
                (!name.is_empty() && !matches!(role, "StaticText" | "InlineTextBox"))
                    .then(|| format!("{role} {name:?}"))
            });
        Ok(named.collect::<Vec<_>>().join("; "))
    }

    async fn nodes(&self, target: &Target<'_>) -> Result<Vec<Value>> {
        let root = match target.within {
            None => self
                .devtools("Runtime.evaluate", json!({ "expression": "document" }))
                .await?["result"]
                .clone(),
            Some(container) => {
                let containers = Box::pin(self.nodes(container)).await?;
                let node = containers
                    .get(container.index)
                    .with_context(|| format!("no {container:?}"))?;
                self.object(node).await?
            }
        };
        let query = json!({ "objectId": root["objectId"], "role": target.role });
        let found = self.devtools("Accessibility.queryAXTree", query).await?;
        let nodes = found["nodes"].as_array().cloned().unwrap_or_default();
        let fits = |node: &Value| {
            node["ignored"] != true
                && target.fits(&one_spaced(
                    node["name"]["value"].as_str().unwrap_or_default(),
                ))
        };
        Ok(nodes.into_iter().filter(fits).collect())
    }

    async fn object(&self, node: &Value) -> Result<Value> {
        let resolved = self
            .devtools(
                "DOM.resolveNode",
                json!({ "backendNodeId": node["backendDOMNodeId"] }),
            )
            .await?;
        Ok(resolved["object"].clone())
    }

    /// Hands a node of the accessibility tree over to WebDriver, by a mark on its element.
    async fn element(&self, node: &Value) -> Result<WebElement> {
        let mark = NEXT_MARK.fetch_add(1, Ordering::Relaxed).to_string();
        let call = json!({
            "objectId": self.object(node).await?["objectId"],
            "functionDeclaration": "function (mark) { this.dataset.testMark = mark }",
            "arguments": [{ "value": mark }],
        });
        self.devtools("Runtime.callFunctionOn", call).await?;
        Ok(self
            .driver
            .query(By::Css(format!("[data-test-mark='{mark}']")))
            .nowait()
            .first()
            .await?)
    }

    async fn script_on(&self, element: &WebElement, script: &str) -> Result<Value> {
        Ok(self
            .driver
            .execute(script, vec![element.to_json()?])
            .await?
            .json()
            .clone())
    }
}

/// The same text with any run of spaces, breaks and no-break spaces as one plain space.
pub fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
