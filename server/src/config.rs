//! How a server is set up. The command line and the environment fill it in.

use crate::secret::Secret;
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
    /// Where reverse proxies are that add the address of who calls to `X-Forwarded-For`, beside this machine.
    pub trusted_proxies: Vec<IpNet>,
    /// Who has it reads the metrics from another machine.
    pub metrics_token: Option<Secret>,
    /// Whether the demo workspace is added once.
    pub demo: bool,
    /// How long a workspace stays in memory when nobody is there.
    pub idle: Duration,
}

impl Config {
    /// A server on a free port of this machine.
    pub fn new(data: impl Into<PathBuf>) -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 0)),
            data: data.into(),
            public_url: None,
            trusted_proxies: Vec::new(),
            metrics_token: None,
            demo: false,
            idle: Duration::from_secs(60),
        }
    }
}
