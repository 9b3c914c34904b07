//! Where the programs of the contenders lie: `cargo xtask bench` installs them and says so by variables.

use super::Kind;
use anyhow::{Context, Result, ensure};
use std::{
    env, fs,
    net::SocketAddr,
    path::{Path, PathBuf},
};
use tokio::process::Command;

/// The files that contenders are started from. Jalon's own is found by [`crate::server`].
#[derive(Debug, Clone)]
pub struct Programs {
    /// Node.js of the version that the scripts want.
    pub node: PathBuf,
    /// The folder of `hocuspocus.mjs` and `y-websocket.mjs`.
    pub scripts: PathBuf,
    pub relay: PathBuf,
    pub y_sweet: PathBuf,
}

impl Programs {
    /// The programs that `JALON_PEERS_NODE`, `JALON_PEERS`, `JALON_RELAY` and `JALON_Y_SWEET` name, else those of
    /// this checkout: the relay is looked for beside the program that runs.
    ///
    /// # Errors
    /// When the program that runs does not know where it lies.
    pub fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let said = |name| env::var_os(name).map(PathBuf::from);
        let scripts = said("JALON_PEERS").unwrap_or_else(|| here.join("npm/peers"));
        let running = env::current_exe()?;
        // Tests lie one folder deeper.
        let folder = running
            .ancestors()
            .skip(1)
            .find(|folder| folder.file_name().is_none_or(|name| name != "deps"))
            .context("this program lies in no folder")?;
        Ok(Self {
            node: said("JALON_PEERS_NODE")
                .unwrap_or_else(|| scripts.join("node_modules/node/bin/node")),
            relay: said("JALON_RELAY").unwrap_or_else(|| folder.join("relay")),
            y_sweet: said("JALON_Y_SWEET")
                .unwrap_or_else(|| here.join("../target/peers/bin/y-sweet")),
            scripts,
        })
    }

    /// Which version of it is measured, as its package says.
    pub fn version(&self, kind: Kind) -> String {
        let of = |package: &str| {
            let path = self.scripts.join("node_modules").join(package);
            let text = fs::read_to_string(path.join("package.json")).unwrap_or_default();
            let json: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
            let version = json["version"].as_str().unwrap_or("unknown");
            format!("{package} {version}")
        };
        match kind {
            Kind::Jalon => "Jalon of this checkout".to_owned(),
            Kind::Relay => "the relay of this checkout".to_owned(),
            Kind::Hocuspocus => {
                let parts = ["@hocuspocus/server", "@hocuspocus/extension-sqlite", "node"];
                parts.map(of).join(" with ")
            }
            Kind::YWebsocket => ["@y/websocket-server", "y-leveldb", "node"]
                .map(of)
                .join(" with "),
            Kind::YSweet => "y-sweet 0.9.1 with its file system store".to_owned(),
        }
    }

    /// What starts this contender on its folder and address.
    ///
    /// # Errors
    /// When its program is not there.
    pub(super) fn command(&self, kind: Kind, data: &Path, address: SocketAddr) -> Result<Command> {
        let script = |name| -> Result<Command> {
            let mut command = Command::new(there(&self.node)?);
            command
                .arg(there(&self.scripts.join(name))?)
                .args(["--port", &address.port().to_string(), "--data"])
                .arg(data);
            Ok(command)
        };
        match kind {
            Kind::Hocuspocus => script("hocuspocus.mjs"),
            Kind::YWebsocket => script("y-websocket.mjs"),
            Kind::Relay => {
                let mut command = Command::new(there(&self.relay)?);
                command.args(["--listen", &address.to_string()]);
                Ok(command)
            }
            Kind::YSweet => {
                let mut command = Command::new(there(&self.y_sweet)?);
                let (host, port) = (address.ip().to_string(), address.port().to_string());
                command.args(["serve", "--host", &host, "--port", &port]);
                // By default it stores each document whole at most every 10 s, asks for no token, and tells much.
                command.arg(data).env("RUST_LOG", "warn");
                Ok(command)
            }
            Kind::Jalon => anyhow::bail!("Jalon is started by what knows it"),
        }
    }
}

fn there(program: &Path) -> Result<&Path> {
    ensure!(
        program.exists(),
        "{} is not there: `cargo xtask bench` installs what it measures",
        program.display()
    );
    Ok(program)
}
