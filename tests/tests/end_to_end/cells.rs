//! Cells of the grid of readings, by the name of their row and their period, as somebody finds them: by looking
//! along a row.

use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::Browser,
    page::{SHIFT, one_spaced},
    until,
};

/// A cell: the start of the name of its indicator, and its period as the page names it (`juillet 2025`, `T2 2025`).
#[derive(Debug, Clone, Copy)]
pub struct Cell<'a> {
    pub row: &'a str,
    pub period: &'a str,
}

pub const fn cell<'a>(row: &'a str, period: &'a str) -> Cell<'a> {
    Cell { row, period }
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

impl Cell<'_> {
    /// The expression that finds it on the page.
    fn element(self) -> Result<String> {
        let (part, year) = self.period.split_once(' ').unwrap_or(("", self.period));
        let month = MONTHS.iter().position(|month| *month == part);
        let period = match (month, part) {
            (Some(month), _) => format!("{year}-{:02}", month + 1),
            (None, "") => year.to_owned(),
            (None, part) => format!("{year}-{part}"),
        };
        let row = serde_json::to_string(self.row).context("a name")?;
        Ok(format!(
            "[...document.querySelectorAll('[role=grid] [role=row]')]
                .find(row => row.querySelector('[role=rowheader]')?.innerText.startsWith({row}))
                ?.querySelector('[data-period=\"{period}\"]')"
        ))
    }

    /// Waits for it and gives it the keyboard.
    pub async fn focus(self, browser: &Browser) -> Result<()> {
        let element = self.element()?;
        until(&format!("{self:?} to take the keyboard"), async || {
            let script = format!(
                "const cell = {element}; cell?.focus(); return !!cell && document.activeElement === cell"
            );
            Ok((browser.script(&script).await? == true).then_some(()))
        })
        .await
    }

    /// Waits until the keyboard is in it.
    pub async fn has_focus(self, browser: &Browser) -> Result<()> {
        let script = format!(
            "const cell = {}; return !!cell && document.activeElement === cell",
            self.element()?
        );
        until(&format!("the keyboard in {self:?}"), async || {
            Ok((browser.script(&script).await? == true).then_some(()))
        })
        .await
    }

    /// What it says, without its marks.
    pub async fn text(self, browser: &Browser) -> Result<String> {
        let script = format!(
            "return {}?.querySelector('.grid-value')?.innerText ?? null",
            self.element()?
        );
        let text = browser.script(&script).await?;
        Ok(one_spaced(
            text.as_str().with_context(|| format!("no {self:?}"))?,
        ))
    }

    /// Waits until it says this.
    pub async fn says(self, browser: &Browser, text: &str) -> Result<()> {
        until(&format!("{self:?} to say {text:?}"), async || {
            let says = self.text(browser).await?;
            ensure!(says == one_spaced(text), "it says {says:?}");
            Ok(Some(()))
        })
        .await
    }

    /// Types into it over what it holds, and stays in its box.
    pub async fn write(self, browser: &Browser, text: &str) -> Result<()> {
        self.focus(browser).await?;
        browser.press("F2", 113).await?;
        until("the box of the cell", async || {
            let script = "return document.activeElement.matches('[role=gridcell] input')";
            Ok((browser.script(script).await? == true).then_some(()))
        })
        .await?;
        match text {
            "" => browser.press("Delete", 46).await,
            text => browser.type_text(text).await,
        }
    }

    /// Types into it and goes on with Tab.
    pub async fn enter(self, browser: &Browser, text: &str) -> Result<()> {
        self.write(browser, text).await?;
        browser.press("Tab", 9).await
    }

    /// Opens its sheet.
    pub async fn open(self, browser: &Browser) -> Result<()> {
        self.focus(browser).await?;
        browser.chord("F2", 113, SHIFT, &[]).await?;
        browser.find(jalon_tests::page::the("dialog", "…")).await?;
        Ok(())
    }
}
