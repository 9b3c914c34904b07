//! A Yjs client in JavaScript, made of public packages: it shows that the wire is the public one.

use crate::{server::Server, until};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::{
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};

/// A running client; it is killed when it is dropped.
pub struct ForeignClient {
    _process: Child,
    requests: ChildStdin,
    answers: Lines<BufReader<ChildStdout>>,
}

impl ForeignClient {
    /// Joins a workspace with a token and waits until it has what the server has.
    pub async fn join(server: &Server, workspace: &str, token: &str) -> Result<Self> {
        let folder = packages()?;
        let mut process = Command::new("node")
            .arg(folder.join("foreign-client.mjs"))
            .args([&server.sync_url(), workspace, token])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("start node, which the foreign client runs on")?;
        let requests = process.stdin.take().context("no input")?;
        let answers = BufReader::new(process.stdout.take().context("no output")?).lines();
        let mut client = Self {
            _process: process,
            requests,
            answers,
        };
        client.synced().await?;
        Ok(client)
    }

    /// Waits until it is in step with the server.
    pub async fn synced(&mut self) -> Result<()> {
        until("the foreign client to be in step", async || {
            Ok((self.ask(json!({ "do": "synced" })).await? == true).then_some(()))
        })
        .await
    }

    /// One request and its answer.
    pub async fn ask(&mut self, request: Value) -> Result<Value> {
        self.requests
            .write_all(format!("{request}\n").as_bytes())
            .await?;
        let line = self
            .answers
            .next_line()
            .await?
            .context("the foreign client stopped")?;
        let mut answer: Value = serde_json::from_str(&line)?;
        ensure!(answer.get("error").is_none(), "{request}: {answer}");
        Ok(answer["ok"].take())
    }

    /// What it sees under some roots of the document.
    pub async fn read(&mut self, roots: &[&str]) -> Result<Value> {
        self.ask(json!({ "do": "read", "roots": roots })).await
    }
}

/// The folder of the test packages: `JALON_NODE_MODULES` names its `node_modules`.
pub fn packages() -> Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("npm");
    let modules = std::env::var_os("JALON_NODE_MODULES")
        .map_or_else(|| folder.join("node_modules"), PathBuf::from);
    ensure!(
        modules.exists(),
        "{} is not there: run `cargo xtask test`, or `npm ci` in tests/npm",
        modules.display()
    );
    Ok(folder)
}
