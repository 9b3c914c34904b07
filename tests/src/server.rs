//! A real `jalon` process on a free port of the loopback, with a data folder of its own.

use crate::until;
use anyhow::{Context, Result, bail, ensure};
use std::{
    fs::File,
    hash::{BuildHasher, Hasher, RandomState},
    io,
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Output, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
    process::{Child, Command},
    sync::watch,
    time::sleep,
};

/// How often a server that starts is asked whether it answers, when that is timed.
const LOOK: Duration = Duration::from_millis(1);

/// A server that is killed when it is dropped.
pub struct Server {
    process: Child,
    /// Its address, without a slash at the end.
    pub url: String,
    /// The one-time link that signs the owner in, from the first start.
    pub owner_link: Option<String>,
    listen: String,
    setup: Setup,
    /// Holds `data`, and the log of a quiet server.
    folder: TempDir,
}

/// How a server is started.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// Adds the demo workspace.
    pub demo: bool,
    /// Its log goes to a file, and only what is a warning or worse.
    pub quiet: bool,
    /// More arguments for `jalon serve`.
    pub more: Vec<String>,
}

impl Server {
    /// Starts a server on new data; `demo` adds the demo workspace.
    pub async fn start(demo: bool) -> Result<Self> {
        Self::start_with(Setup {
            demo,
            ..Setup::default()
        })
        .await
    }

    /// Starts a server on new data.
    pub async fn start_with(setup: Setup) -> Result<Self> {
        let folder = TempDir::new()?;
        let listen = free_address()?;
        let launched = launch(&listen, folder.path(), &setup).await?;
        ensure!(
            launched.owner_link.is_some(),
            "the first start printed no link for the owner"
        );
        Ok(Self {
            process: launched.process,
            url: format!("http://{listen}"),
            owner_link: launched.owner_link,
            listen,
            setup,
            folder,
        })
    }

    /// Kills the server as a power cut would.
    pub async fn kill(&mut self) -> Result<()> {
        self.process.kill().await.context("kill the server")
    }

    /// Limits how large any file of the server may grow, as a full disk would; `None` lifts the limit.
    pub async fn limit_files(&self, bytes: Option<u64>) -> Result<()> {
        let id = self.process.id().context("the server stopped already")?;
        let limit = bytes.map_or_else(|| "unlimited".to_owned(), |bytes| bytes.to_string());
        let limited = Command::new("prlimit")
            .args(["--pid", &id.to_string(), &format!("--fsize={limit}:")])
            .status()
            .await
            .context("run prlimit, which is part of util-linux")?;
        ensure!(limited.success(), "the files could not be limited");
        Ok(())
    }

    /// Asks the server to end, as a service manager does, and waits until it did.
    pub async fn stop(&mut self) -> Result<()> {
        let id = self.id()?;
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
        self.process = launch(&self.listen, self.folder.path(), &self.setup)
            .await?
            .process;
        Ok(())
    }

    /// Starts it again on the same data and port; how long it took until it answered.
    pub async fn restart_timed(&mut self) -> Result<Duration> {
        const QUESTION: &[u8] =
            b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        let began = Instant::now();
        self.process = serve(&self.listen, self.folder.path(), &self.setup)?;
        loop {
            let mut answer = Vec::new();
            let asked: io::Result<()> = async {
                let mut socket = TcpStream::connect(&self.listen).await?;
                socket.write_all(QUESTION).await?;
                socket.read_to_end(&mut answer).await.map(drop)
            }
            .await;
            if asked.is_ok() && answer.starts_with(b"HTTP/1.1 200 ") {
                return Ok(began.elapsed());
            }
            ensure!(
                self.process.try_wait()?.is_none(),
                "the server stopped at once"
            );
            sleep(LOOK).await;
        }
    }

    /// Starts it again, and kills it after a while, wherever it is then.
    pub async fn restart_in_vain(&mut self, after: Duration) -> Result<()> {
        self.process = serve(&self.listen, self.folder.path(), &self.setup)?;
        tokio::time::sleep(after).await;
        self.kill().await
    }

    /// The number of its process.
    pub fn id(&self) -> Result<u32> {
        self.process.id().context("the server stopped already")
    }

    pub fn data(&self) -> PathBuf {
        data_in(self.folder.path())
    }

    /// What a quiet server logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(log_in(self.folder.path())).unwrap_or_default()
    }

    /// Keeps the data folder when this is dropped, for whoever looks into a failure; where it is.
    pub fn keep_data(&mut self) -> PathBuf {
        self.folder.disable_cleanup(true);
        self.data()
    }

    /// Host and port.
    pub fn address(&self) -> &str {
        &self.listen
    }

    /// The address of the websockets.
    pub fn sync_url(&self) -> String {
        format!("{}/sync", self.url.replacen("http", "ws", 1))
    }

    /// Runs another `jalon` command on the same data folder, while the server runs.
    pub async fn command(&self, arguments: &[&str]) -> Result<Output> {
        command(&[arguments, &["--data", &self.data().to_string_lossy()]].concat()).await
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

    /// `jalon check` finds nothing wrong.
    pub async fn check(&self) -> Result<()> {
        self.printed(&["check"]).await.map(drop)
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

/// A port that nobody has, outside the range from which the system takes ports for sockets that go out:
/// it must still be free when the server starts again.
pub(crate) fn free_address() -> Result<String> {
    const PORTS: std::ops::Range<u16> = 10_000..32_000;
    let span = u64::from(PORTS.end - PORTS.start);
    for _ in 0..100 {
        let chance = RandomState::new().build_hasher().finish() % span;
        let port = PORTS.start + u16::try_from(chance)?;
        if let Ok(listener) = TcpListener::bind(("127.0.0.1", port)) {
            return Ok(listener.local_addr()?.to_string());
        }
    }
    bail!("no free port")
}

fn data_in(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn log_in(folder: &Path) -> PathBuf {
    folder.join("log")
}

/// A server that answers.
struct Launched {
    process: Child,
    owner_link: Option<String>,
}

/// Starts the process.
fn serve(listen: &str, folder: &Path, setup: &Setup) -> Result<Child> {
    let mut command = Command::new(binary()?);
    command
        .args(["serve", "--listen", listen, "--data"])
        .arg(data_in(folder))
        .args(&setup.more);
    if setup.demo {
        command.arg("--demo");
    }
    if setup.quiet {
        let log = File::options()
            .create(true)
            .append(true)
            .open(log_in(folder))?;
        command.env("JALON_LOG", "warn").stderr(log);
    }
    command
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("start jalon")
}

/// Starts the process and waits until it answers.
async fn launch(listen: &str, folder: &Path, setup: &Setup) -> Result<Launched> {
    let is_first = !data_in(folder).join("jalon.db").exists();
    let mut process = serve(listen, folder, setup)?;
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
    until("the server to answer", async || {
        ensure!(process.try_wait()?.is_none(), "the server stopped at once");
        Ok(reqwest::get(format!("http://{listen}/healthz"))
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
    Ok(Launched {
        process,
        owner_link,
    })
}
