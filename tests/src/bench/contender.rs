//! A server that is measured: Jalon, the bare relay, or one that a team could choose instead. Each is one process with
//! its default settings, which stores what it gets in a folder of its own (the relay has nothing to store); what its
//! clients say and hear is [`Dialect`]'s affair.

mod dialect;
mod process;
mod programs;
mod y_sweet;

pub use dialect::Dialect;
pub use programs::Programs;

use super::socket::Place;
use crate::server::{Server, Setup, free_address};
use anyhow::Result;
use jalon_shared::protocol::SUBPROTOCOL;
use process::Process;
use std::{net::SocketAddr, path::PathBuf};

/// Which server it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Jalon,
    /// Forwards bytes, with no document and no storage: the least that a server can do.
    Relay,
    Hocuspocus,
    YWebsocket,
    YSweet,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::Relay,
        Self::Hocuspocus,
        Self::YWebsocket,
        Self::YSweet,
        Self::Jalon,
    ];

    /// As tables say it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jalon => "Jalon",
            Self::Relay => "bare relay",
            Self::Hocuspocus => "Hocuspocus + SQLite",
            Self::YWebsocket => "y-websocket + LevelDB",
            Self::YSweet => "y-sweet",
        }
    }

    pub const fn dialect(self) -> Dialect {
        match self {
            Self::Hocuspocus => Dialect::Named,
            Self::Jalon | Self::Relay | Self::YWebsocket | Self::YSweet => Dialect::Plain,
        }
    }

    /// Whether what it was sent is there again after it ended and started as it should.
    pub const fn stores(self) -> bool {
        !matches!(self, Self::Relay)
    }
}

/// A running server. It is killed when this is dropped.
pub struct Contender {
    kind: Kind,
    server: Running,
}

enum Running {
    Jalon(Box<Server>),
    Other(Box<Process>),
}

impl Contender {
    /// Starts a server on new data, and waits until its port answers.
    ///
    /// # Errors
    /// When its program is not there or ends at once.
    pub async fn start(kind: Kind, programs: &Programs) -> Result<Self> {
        Self::start_with(kind, programs, Vec::new()).await
    }

    /// The same, with room for more connections than Jalon lets in by default.
    ///
    /// # Errors
    /// When its program is not there or ends at once.
    pub async fn start_wide(kind: Kind, programs: &Programs) -> Result<Self> {
        let more = [
            "--max-connections=20000",
            "--max-connections-per-person=20000",
        ];
        Self::start_with(kind, programs, more.map(str::to_owned).to_vec()).await
    }

    async fn start_with(kind: Kind, programs: &Programs, more: Vec<String>) -> Result<Self> {
        let server = match kind {
            Kind::Jalon => {
                let setup = Setup {
                    quiet: true,
                    more,
                    ..Setup::default()
                };
                Running::Jalon(Box::new(Server::start_with(setup).await?))
            }
            other => {
                let address = free_address()?.parse()?;
                let process = Process::start(other, programs, address).await?;
                Running::Other(Box::new(process))
            }
        };
        Ok(Self { kind, server })
    }

    pub const fn kind(&self) -> Kind {
        self.kind
    }

    pub const fn dialect(&self) -> Dialect {
        self.kind.dialect()
    }

    /// The number of the process that does the work.
    ///
    /// # Errors
    /// When it ended.
    pub fn id(&self) -> Result<u32> {
        match &self.server {
            Running::Jalon(server) => server.id(),
            Running::Other(process) => process.id(),
        }
    }

    /// Jalon itself, for what the others do not have; `None` when it is another.
    pub fn jalon(&self) -> Option<&Server> {
        match &self.server {
            Running::Jalon(server) => Some(server),
            Running::Other(_) => None,
        }
    }

    /// Where it stores.
    pub fn data(&self) -> PathBuf {
        match &self.server {
            Running::Jalon(server) => server.data(),
            Running::Other(process) => process.data(),
        }
    }

    /// What it printed, for whoever looks into a failure.
    pub fn log(&self) -> String {
        match &self.server {
            Running::Jalon(server) => server.log(),
            Running::Other(process) => process.log(),
        }
    }

    pub fn listens(&self) -> Result<SocketAddr> {
        match &self.server {
            Running::Jalon(server) => Ok(server.address().parse()?),
            Running::Other(process) => Ok(process.address),
        }
    }

    /// Where people come to a document, as one and the same person where a server tells people apart. It begins to be
    /// when somebody comes, except that a document of Jalon is a workspace, which must be there, by its id.
    ///
    /// # Errors
    /// When the server does not let anybody in.
    pub async fn place(&self, document: &str) -> Result<Place> {
        let path = match &self.server {
            Running::Jalon(server) => {
                let token = server.token(document, "contributor").await?;
                return self.place_by(document, &token);
            }
            Running::Other(process) if self.kind == Kind::YSweet => {
                y_sweet::make(process.address, document).await?;
                y_sweet::path(document)
            }
            Running::Other(_) => format!("/{document}"),
        };
        Ok(Place {
            address: self.listens()?,
            path,
            protocol: None,
        })
    }

    /// Where whoever has this token comes to a workspace of Jalon.
    pub fn place_by(&self, workspace: &str, token: &str) -> Result<Place> {
        Ok(Place {
            address: self.listens()?,
            path: format!("/sync/{workspace}?token={token}"),
            protocol: Some(SUBPROTOCOL),
        })
    }

    /// Ends it at once, in the middle of whatever it does.
    pub async fn kill(&mut self) -> Result<()> {
        match &mut self.server {
            Running::Jalon(server) => server.kill().await,
            Running::Other(process) => process.kill().await,
        }
    }

    /// Asks it to end, as a service manager does, and waits until it did.
    pub async fn stop(&mut self) -> Result<()> {
        match &mut self.server {
            Running::Jalon(server) => server.stop().await,
            Running::Other(process) => process.stop().await,
        }
    }

    /// Starts it again, after it ended, on the same data and port.
    pub async fn restart(&mut self) -> Result<()> {
        match &mut self.server {
            Running::Jalon(server) => server.restart().await,
            Running::Other(process) => process.restart().await,
        }
    }
}
