//! A real `jalon` process on a free port of the loopback, with a data folder of its own.

use crate::until;
use anyhow::{Context, Result, ensure};
use std::{
    path::{Path, PathBuf},
    process::{Output, Stdio},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
    sync::watch,
};

/// A server that is killed when it is dropped.
pub struct Server {
    process: Child,
    /// Its address, without a slash at the end.
    pub url: String,
    /// The one-time link that signs the owner in, from the first start.
    pub owner_link: Option<String>,
    listen: String,
    data: TempDir,
    demo: bool,
}

impl Server {
    /// Starts a server on new data; `demo` adds the demo workspace.
    pub async fn start(demo: bool) -> Result<Self> {
        let data = TempDir::new()?;
        let listen = free_address()?;
        let (process, url, owner_link) = launch(&listen, data.path(), demo).await?;
        ensure!(
            owner_link.is_some(),
            "the first start printed no link for the owner"
        );
        Ok(Self {
            process,
            url,
            owner_link,
            listen,
            data,
            demo,
        })
    }

    /// Kills the server as a power cut would.
    pub async fn kill(&mut self) -> Result<()> {
        self.process.kill().await.context("kill the server")
    }

    /// Asks the server to end, as a service manager does, and waits until it did.
    pub async fn stop(&mut self) -> Result<()> {
        let id = self.process.id().context("the server stopped already")?;
        let asked = Command::new("kill")
            .args(["-TERM", &id.to_string()])
            .status()
            .await?;
        ensure!(asked.success(), "the server could not be asked to end");
        let ended = self.process.wait().await?;
        ensure!(ended.success(), "the server ended with {ended}");
        Ok(())
    }

    /// Starts it again on the same data and port.
    pub async fn restart(&mut self) -> Result<()> {
        (self.process, self.url, _) = launch(&self.listen, self.data.path(), self.demo).await?;
        Ok(())
    }

    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// The address of the websockets.
    pub fn sync_url(&self) -> String {
        format!("{}/sync", self.url.replacen("http", "ws", 1))
    }

    /// Runs another `jalon` command on the same data folder, while the server runs.
    pub async fn command(&self, arguments: &[&str]) -> Result<Output> {
        command(&[arguments, &["--data", &self.data.path().to_string_lossy()]].concat()).await
    }

    /// The same, for a command that must succeed: what it printed.
    pub async fn printed(&self, arguments: &[&str]) -> Result<String> {
        let output = self.command(arguments).await?;
        let printed = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        ensure!(
            output.status.success(),
            "jalon {arguments:?}: {printed} {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(printed)
    }

    /// The id of the only workspace, or of the one whose title contains `title`.
    pub async fn workspace(&self, title: &str) -> Result<String> {
        let list = self.printed(&["workspaces"]).await?;
        let line = list
            .lines()
            .find(|line| line.contains(title))
            .with_context(|| format!("no {title:?} in {list}"))?;
        Ok(line.split('\t').next().unwrap_or_default().to_owned())
    }

    /// A token for scripts.
    pub async fn token(&self, workspace: &str, role: &str) -> Result<String> {
        self.printed(&["token", "--workspace", workspace, "--role", role])
            .await
    }
}

/// Runs a `jalon` command that needs no server.
pub async fn command(arguments: &[&str]) -> Result<Output> {
    Command::new(binary()?)
        .args(arguments)
        .output()
        .await
        .context("run jalon")
}

/// The program under test: `JALON_BIN`, or the debug build of this checkout.
fn binary() -> Result<PathBuf> {
    let path = std::env::var_os("JALON_BIN").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/debug/jalon"),
        PathBuf::from,
    );
    ensure!(
        path.exists(),
        "{} is not there: run `cargo xtask test`, or build it first",
        path.display()
    );
    Ok(path)
}

fn free_address() -> Result<String> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .to_string())
}

async fn launch(listen: &str, data: &Path, demo: bool) -> Result<(Child, String, Option<String>)> {
    let is_first = !data.join("jalon.db").exists();
    let mut command = Command::new(binary()?);
    command
        .args(["serve", "--listen", listen, "--data"])
        .arg(data);
    if demo {
        command.arg("--demo");
    }
    let mut process = command
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("start jalon")?;
    let output = process.stdout.take().context("the server has no output")?;
    let (found, owner_link) = watch::channel(None);
    tokio::spawn(async move {
        let mut lines = BufReader::new(output).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            if let Some(link) = line
                .split_whitespace()
                .find(|word| word.contains("/enter/"))
            {
                found.send_replace(Some(link.to_owned()));
            }
        }
    });
    let url = format!("http://{listen}");
    until("the server to answer", async || {
        ensure!(process.try_wait()?.is_none(), "the server stopped at once");
        Ok(reqwest::get(format!("{url}/healthz"))
            .await?
            .status()
            .is_success()
            .then_some(()))
    })
    .await?;
    if is_first {
        // The link is printed before the port answers; the reader of it may be a line behind.
        until("the owner's link", async || {
            Ok(owner_link.borrow().is_some().then_some(()))
        })
        .await?;
    }
    let owner_link = owner_link.borrow().clone();
    Ok((process, url, owner_link))
}
