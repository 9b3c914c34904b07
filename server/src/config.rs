//! How a server is set up. The command line and the environment fill it in.

use crate::{connection::Heartbeat, room::Terms, secret::Secret};
use ipnet::IpNet;
use std::{net::SocketAddr, path::PathBuf, time::Duration};

/// How a server is set up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The folder of the database.
    pub data: PathBuf,
    /// The address that people type, without a slash at the end. Without it, links take the host that
    /// their request came to.
    pub public_url: Option<String>,
    /// Where people write to who cannot use something: a mail address or a web address, which the statement
    /// about accessibility shows.
    pub contact: Option<String>,
    /// Where reverse proxies are that add the address of who calls to `X-Forwarded-For`, beside this machine.
    pub trusted_proxies: Vec<IpNet>,
    /// Who has it reads the metrics from another machine.
    pub metrics_token: Option<Secret>,
    /// Whether the demo workspace is added once.
    pub demo: bool,
    /// How long a workspace stays in memory when nobody is there.
    pub idle: Duration,
    pub heartbeat: Heartbeat,
    pub limits: Limits,
}

/// How much one server takes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Open connections: each keeps some kilobytes, and a megabyte or two beside its document while its client
    /// reads slowly.
    pub connections: usize,
    /// Open connections of one person: their devices and windows, and the programs that share one token.
    pub connections_of_one: usize,
    /// Bytes of one document, as it is kept: beyond that updates are refused, so that nobody fills the memory.
    pub document: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 10_000,
            connections_of_one: 100,
            document: 64 << 20, // 64 MiB
        }
    }
}

impl Config {
    /// Under what terms its rooms live.
    pub fn terms(&self) -> Terms {
        Terms {
            idle: self.idle,
            document: self.limits.document,
        }
    }

    /// A server on a free port of this machine.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            data: data.into(),
            public_url: None,
            contact: None,
            trusted_proxies: Vec::new(),
            metrics_token: None,
            demo: false,
            idle: Duration::from_secs(60),
            heartbeat: Heartbeat::default(),
            limits: Limits::default(),
        }
    }
}
