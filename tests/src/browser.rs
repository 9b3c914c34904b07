//! Real Chromium windows, driven through ChromeDriver: each one a person with a browser of their own.

use crate::until;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{path::Path, process::Stdio};
use tempfile::TempDir;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver, WindowHandle};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// What Chromium needs to run headless, as root, on a machine without a network.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=fr-FR",
];

/// Collects what goes wrong in a page before its first script runs.
const WATCH_ERRORS: &str = "window.__errors = [];
addEventListener('error', e => __errors.push('error: ' + e.message));
addEventListener('unhandledrejection', e => __errors.push('rejection: ' + e.reason));
document.addEventListener('securitypolicyviolation', e => __errors.push('csp: ' + e.violatedDirective + ' ' + e.blockedURI));
{ const error = console.error; console.error = (...a) => { __errors.push('console: ' + a.join(' ')); error.apply(console, a); }; }";

/// How large a window is, in CSS pixels.
#[derive(Debug, Clone, Copy)]
pub enum Screen {
    Phone,
    Laptop,
    Projector,
    /// A laptop of 1280 x 1024 at 400 % (WCAG 2.2, 1.4.10).
    Zoomed,
}

impl Screen {
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Phone => (360, 740),
            Self::Laptop => (1280, 800),
            Self::Projector => (1920, 1080),
            Self::Zoomed => (320, 256),
        }
    }
}

/// One browser with a profile of its own. Call [`Browser::quit`] at the end of a test.
pub struct Browser {
    pub(crate) driver: WebDriver,
    service: Child,
    _profile: TempDir,
}

impl Browser {
    /// Opens a window with its own driver process, in French.
    pub async fn open(screen: Screen) -> Result<Self> {
        let (service, port) = start_driver().await?;
        let profile = TempDir::new()?;
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary(&program("JALON_CHROMIUM", "/usr/bin/chromium"))?;
        let (width, height) = screen.size();
        let own = [
            format!("--window-size={width},{height}"),
            format!("--user-data-dir={}", profile.path().display()),
            "--accept-lang=fr-FR,fr".to_owned(),
        ];
        for flag in FLAGS.into_iter().chain(own.iter().map(String::as_str)) {
            capabilities.add_arg(flag)?;
        }
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await?;
        let browser = Self {
            driver,
            service,
            _profile: profile,
        };
        browser
            .devtools(
                "Page.addScriptToEvaluateOnNewDocument",
                json!({ "source": WATCH_ERRORS }),
            )
            .await?;
        browser.resize(screen).await?;
        Ok(browser)
    }

    /// Gives the page the exact size of a screen (a headless window cannot be narrower than 500 pixels).
    pub async fn resize(&self, screen: Screen) -> Result<()> {
        let (width, height) = screen.size();
        let mobile = matches!(screen, Screen::Phone);
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        Ok(())
    }

    pub async fn goto(&self, url: &str) -> Result<()> {
        self.driver
            .goto(url)
            .await
            .with_context(|| format!("go to {url}"))
    }

    /// Opens another page in this window and goes on there; a handle on the one before.
    pub async fn new_tab(&self) -> Result<WindowHandle> {
        let before = self.driver.window().await?;
        let tab = self.driver.new_tab().await?;
        self.switch_to(&tab).await?;
        Ok(before)
    }

    /// A handle on the page in which this window is.
    pub async fn tab(&self) -> Result<WindowHandle> {
        Ok(self.driver.window().await?)
    }

    /// Ends another page at once, as a crash does; it is not asked. This window stays where it is.
    pub async fn end_tab(&self, page: &WindowHandle) -> Result<()> {
        let here = self.tab().await?;
        self.switch_to(page).await?;
        self.devtools("Page.close", json!({})).await?;
        self.switch_to(&here).await
    }

    /// Goes on in another page of this window.
    pub async fn switch_to(&self, page: &WindowHandle) -> Result<()> {
        self.driver.switch_to_window(page.clone()).await?;
        Ok(())
    }

    pub async fn url(&self) -> Result<String> {
        Ok(self.driver.current_url().await?.to_string())
    }

    /// Waits until the address contains `part`.
    pub async fn arrived(&self, part: &str) -> Result<String> {
        until(&format!("the address to contain {part}"), async || {
            Ok(Some(self.url().await?).filter(|url| url.contains(part)))
        })
        .await
    }

    /// Runs a script in the page and takes what it returns.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self
            .driver
            .execute(script, Vec::new())
            .await?
            .json()
            .clone())
    }

    /// Runs a script of promises in the page and takes what the last one brings: the body of an `async` function.
    pub async fn promise(&self, script: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; (async () => {{ {script} }})().then(done, e => done('error: ' + e))"
        );
        let brought = self.driver.execute_async(script, Vec::new()).await?;
        Ok(brought.json().clone())
    }

    /// A command of the Chrome DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.driver
            .cdp()
            .send_raw(command, parameters)
            .await
            .with_context(|| command.to_owned())
    }

    /// Everything that went wrong in the page since it was loaded: errors, refused scripts and styles.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let errors = self.script("return window.__errors ?? []").await?;
        let text = |error: &Value| error.as_str().unwrap_or_default().to_owned();
        Ok(errors
            .as_array()
            .map(|errors| errors.iter().map(text).collect())
            .unwrap_or_default())
    }

    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        self.driver.screenshot(path).await?;
        Ok(())
    }

    /// Closes the window and ends its driver.
    pub async fn quit(mut self) -> Result<()> {
        self.driver.clone().quit().await?;
        self.service.kill().await?;
        Ok(())
    }
}

fn program(variable: &str, default: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| default.to_owned())
}

/// ChromeDriver takes a free port of one family of addresses and wants the same of the other, which another program
/// may have: it ends then, and is started again so many times.
const STARTS: usize = 5;

async fn start_driver() -> Result<(Child, u16)> {
    for _ in 1..STARTS {
        if let Some(started) = try_to_start_driver().await? {
            return Ok(started);
        }
    }
    let started = try_to_start_driver().await?;
    started.context("chromedriver stopped before it had a port")
}

/// Starts ChromeDriver on a port that it chooses, and reads that port from what it prints. `None` when it stopped.
async fn try_to_start_driver() -> Result<Option<(Child, u16)>> {
    let mut service = Command::new(program("JALON_CHROMEDRIVER", "/usr/bin/chromedriver"))
        .arg("--port=0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("start chromedriver: run `cargo xtask test`, which installs it where it can")?;
    let mut lines = BufReader::new(
        service
            .stdout
            .take()
            .context("chromedriver has no output")?,
    )
    .lines();
    while let Some(line) = lines.next_line().await? {
        if let Some(port) = line
            .rsplit_once("successfully on port ")
            .and_then(|(_, port)| port.trim_end_matches('.').parse().ok())
        {
            tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
            return Ok(Some((service, port)));
        }
    }
    Ok(None)
}
