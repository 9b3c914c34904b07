//! The process of a contender that is not Jalon, with a data folder of its own.

use super::{Kind, Programs};
use crate::until;
use anyhow::{Context, Result, ensure};
use std::{
    fs::{self, File},
    net::SocketAddr,
    os::unix::process::ExitStatusExt,
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};
use tempfile::TempDir;
use tokio::{
    net::TcpStream,
    process::{Child, Command},
    time::timeout,
};

/// How long one that was asked to end may take: far beyond what any of them needs to write what it has.
const PATIENCE: Duration = Duration::from_secs(60);

/// A signal by which a process is asked to end: its name, and its number on Linux.
type Signal = (&'static str, i32);

const SIGTERM: Signal = ("-TERM", 15);
const SIGINT: Signal = ("-INT", 2);

/// A process that is killed when this is dropped.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
    kind: Kind,
    programs: Programs,
    /// Holds the data, and the log.
    folder: TempDir,
}

impl Process {
    pub async fn start(kind: Kind, programs: &Programs, address: SocketAddr) -> Result<Self> {
        let folder = TempDir::new()?;
        Ok(Self {
            child: launch(kind, programs, folder.path(), address).await?,
            address,
            kind,
            programs: programs.clone(),
            folder,
        })
    }

    pub fn id(&self) -> Result<u32> {
        self.child.id().context("the server stopped already")
    }

    pub fn data(&self) -> PathBuf {
        data_in(self.folder.path())
    }

    pub fn log(&self) -> String {
        read_log(self.folder.path())
    }

    pub async fn kill(&mut self) -> Result<()> {
        self.child.kill().await.context("kill the server")
    }

    /// Asks it to end, and waits until it did; one that knows no better than to fall by the signal may.
    pub async fn stop(&mut self) -> Result<()> {
        let (signal, number) = match self.kind {
            // The only one by which it writes what it has before it ends.
            Kind::YSweet => SIGINT,
            _ => SIGTERM,
        };
        let asked = Command::new("kill")
            .args([signal, &self.id()?.to_string()])
            .status()
            .await?;
        ensure!(asked.success(), "the server could not be asked to end");
        let ended = timeout(PATIENCE, self.child.wait())
            .await
            .with_context(|| format!("it goes on after {PATIENCE:?}"))??;
        ensure!(
            ended.success() || ended.signal() == Some(number),
            "the server ended with {ended}: {}",
            self.log()
        );
        Ok(())
    }

    pub async fn restart(&mut self) -> Result<()> {
        let folder = self.folder.path();
        self.child = launch(self.kind, &self.programs, folder, self.address).await?;
        Ok(())
    }
}

/// Starts the process and waits until its port answers.
async fn launch(
    kind: Kind,
    programs: &Programs,
    folder: &Path,
    address: SocketAddr,
) -> Result<Child> {
    fs::create_dir_all(data_in(folder))?;
    let log = File::options()
        .create(true)
        .append(true)
        .open(log_in(folder))?;
    let mut child = programs
        .command(kind, &data_in(folder), address)?
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .with_context(|| format!("start {}", kind.name()))?;
    let answers = until("the port to answer", async || {
        let ended = child.try_wait()?.is_some();
        let answers = TcpStream::connect(address).await.is_ok();
        Ok((ended || answers).then_some(answers && !ended))
    })
    .await?;
    ensure!(
        answers,
        "{} stopped at once: {}",
        kind.name(),
        read_log(folder)
    );
    Ok(child)
}

fn data_in(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn log_in(folder: &Path) -> PathBuf {
    folder.join("log")
}

fn read_log(folder: &Path) -> String {
    fs::read_to_string(log_in(folder)).unwrap_or_default()
}
