//! `jalon serve`: what can be said to it, and the life of the process around the server.

use super::{Data, LISTEN};
use anyhow::Result;
use clap::Args;
use jalon_server::{Config, config, secret::Secret, serve};
use std::{
    io::{self, Write},
    net::SocketAddr,
    path::Path,
    process::ExitCode,
};
use tokio::signal::unix::{SignalKind, signal};

/// The signal that a file grows beyond its limit: the same on Linux and macOS.
const SIGXFSZ: i32 = 25;

#[derive(Args)]
struct Address {
    /// Where to listen
    #[arg(long, env = "JALON_LISTEN", default_value = LISTEN)]
    listen: SocketAddr,
    /// The address that people type, such as https://jalon.example
    #[arg(long, env = "JALON_PUBLIC_URL", value_parser = public_url)]
    public_url: Option<String>,
    /// Where people write to who cannot use something: a mail address or a web address
    #[arg(long, env = "JALON_CONTACT", value_parser = contact)]
    contact: Option<String>,
}

#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    address: Address,
    #[command(flatten)]
    data: Data,
    /// A network of reverse proxies on other machines or in other containers, such as 172.16.0.0/12: what they
    /// say in X-Forwarded-For is believed. Those on this machine always are
    #[arg(
        long = "trusted-proxy",
        env = "JALON_TRUSTED_PROXY",
        value_delimiter = ','
    )]
    trusted_proxies: Vec<ipnet::IpNet>,
    /// Lets who has it read the metrics from another machine
    #[arg(long, env = "JALON_METRICS_TOKEN", hide_env_values = true, value_parser = metrics_token)]
    metrics_token: Option<Secret>,
    /// Add the demo workspace, once
    #[arg(long, env = "JALON_DEMO", value_parser = clap::builder::FalseyValueParser::new())]
    demo: bool,
    #[command(flatten)]
    limits: Limits,
}

/// How much the server takes on.
#[derive(Args)]
struct Limits {
    /// Open connections, of everybody together
    #[arg(long, env = "JALON_MAX_CONNECTIONS", default_value_t = config::Limits::default().connections)]
    max_connections: usize,
    /// Open connections of one person, or of the programs that share one token
    #[arg(long, env = "JALON_MAX_CONNECTIONS_PER_PERSON", default_value_t = config::Limits::default().connections_of_one)]
    max_connections_per_person: usize,
    /// MiB of one workspace
    #[arg(long, env = "JALON_MAX_DOCUMENT_MIB", default_value_t = config::Limits::default().document >> 20, value_parser = document_size)]
    max_document_mib: usize,
}

/// A size in MiB that is at least one and that a machine can count in bytes.
fn document_size(text: &str) -> Result<usize, String> {
    let size = text.parse().map_err(|_| "it must be a number of MiB")?;
    if (1..=4096).contains(&size) {
        Ok(size)
    } else {
        Err("it must be between 1 and 4096".to_owned())
    }
}

/// An address with a scheme and a host, and nothing after the host.
pub fn public_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(url.to_owned())
        }
        _ => Err("it must look like https://jalon.example, without a path".to_owned()),
    }
}

/// A mail address or a web address, as it is shown to everybody and made a link.
fn contact(text: &str) -> Result<String, String> {
    let text = text.trim();
    let is_web = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .is_some_and(|rest| !rest.is_empty());
    let is_mail = text.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty() && host.contains('.') && !host.contains(['@', '/'])
    }) && !text.contains([':', '?', '&']);
    if (is_web || is_mail) && !text.contains(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err("it must look like somebody@jalon.example or https://jalon.example/help".to_owned())
    }
}

/// A token that nobody guesses.
fn metrics_token(text: &str) -> Result<Secret, String> {
    /// As many letters as 128 random bits have at least, whatever they are written in.
    const LEAST: usize = 22;
    if text.len() < LEAST || text.contains(char::is_whitespace) {
        return Err(format!(
            "it must have {LEAST} letters or more, and no space"
        ));
    }
    Ok(Secret::given(text))
}

impl Serve {
    pub fn run(self) -> Result<ExitCode> {
        let config = Config {
            listen: self.address.listen,
            public_url: self.address.public_url,
            contact: self.address.contact,
            trusted_proxies: self.trusted_proxies,
            metrics_token: self.metrics_token,
            demo: self.demo,
            limits: config::Limits {
                connections: self.limits.max_connections,
                connections_of_one: self.limits.max_connections_per_person,
                document: self.limits.max_document_mib << 20,
            },
            ..Config::new(self.data.folder)
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let (mut asked, mut interrupted) = (
                signal(SignalKind::terminate())?,
                signal(SignalKind::interrupt())?,
            );
            // A limit on the size of files would end the process with this signal. Where somebody listens to
            // it, the write fails instead, and that is told like a full disk.
            let _too_large = signal(SignalKind::from_raw(SIGXFSZ))?;
            let data = config.data.clone();
            let prepared = serve::prepare(config).await?;
            // Before the first answer, so that whoever waits for the port finds the link.
            // Whoever reads it may be gone already; that is no reason to end.
            let _ = say_hello(&prepared, &data);
            prepared
                .run(async move {
                    tokio::select! { _ = asked.recv() => (), _ = interrupted.recv() => () }
                })
                .await?;
            Ok(ExitCode::SUCCESS)
        })
    }
}

/// Says where the server is, and how its owner comes in.
fn say_hello(prepared: &serve::Prepared, data: &Path) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "Jalon is ready: {}", prepared.url)?;
    let data = data.display();
    writeln!(
        out,
        "For a new link of the owner: jalon owner-link --data {data}"
    )?;
    if let Some(link) = &prepared.owner_link {
        writeln!(out, "Sign in as the owner, once, within the hour: {link}")?;
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_a_mail_address_or_a_web_address() {
        for text in ["aide@asso.example", "https://asso.example/aide"] {
            assert_eq!(contact(text).as_deref(), Ok(text));
        }
        for text in [
            "aide",
            "javascript:alert(1)",
            "a@b",
            "a b@c.example",
            "https://",
            "x:y@c.example",
        ] {
            assert!(contact(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_public_address_has_no_path() {
        assert_eq!(
            public_url("https://jalon.example/").as_deref(),
            Ok("https://jalon.example")
        );
        for text in [
            "jalon.example",
            "https://",
            "https://a/b",
            "ftp://a",
            "https://a@b",
        ] {
            assert!(public_url(text).is_err(), "{text}");
        }
    }
}
