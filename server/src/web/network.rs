//! Where a request comes from: the address of who calls, behind proxies too, as far as callers are told apart.

use super::App;
use crate::line::OtherEnd;
use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use ipnet::IpNet;
use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    sync::Arc,
};

/// Where somebody calls from, as far as it can be told apart: an IPv4 address, or the 48 bits of an IPv6
/// address that one site is given, since whoever has a site has all its addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Network(IpAddr);

impl Network {
    pub fn of(address: IpAddr) -> Self {
        Self(match address.to_canonical() {
            IpAddr::V6(address) => {
                const SITE: u128 = !0 << 80; // the first 48 of 128 bits
                IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & SITE))
            }
            address => address,
        })
    }
}

/// Where a request comes from.
pub struct From(pub Network);

impl FromRequestParts<Arc<App>> for From {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<OtherEnd>>();
        let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.0.ip());
        Ok(Self(Network::of(caller(
            peer.to_canonical(),
            &parts.headers,
            &app.config.trusted_proxies,
        ))))
    }
}

/// Who is behind the proxies. Each adds the address that it saw at the end; only what a proxy that is
/// trusted added is believed, or everybody could say to be somebody else.
fn caller(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let is_proxy = |address: &IpAddr| {
        address.is_loopback() || trusted.iter().any(|network| network.contains(address))
    };
    let mut caller = peer;
    let lines = headers.get_all("x-forwarded-for").into_iter().rev();
    let added = lines.flat_map(|line| line.to_str().unwrap_or_default().rsplit(','));
    for added in added {
        if !is_proxy(&caller) {
            break;
        }
        let Ok(address) = added.trim().parse::<IpAddr>() else {
            break;
        };
        caller = address.to_canonical();
    }
    caller
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_trusted_proxies_say_who_calls() {
        let trusted = ["172.16.0.0/12".parse().expect("a network")];
        for (peer, forwarded, expected) in [
            // Nobody on the way.
            ("192.0.2.1", &[][..], "192.0.2.1"),
            ("192.0.2.1", &["198.51.100.1"], "192.0.2.1"),
            // A proxy on this machine, and one beside it; whoever calls wrote something too.
            ("127.0.0.1", &["192.0.2.1"], "192.0.2.1"),
            ("::1", &["192.0.2.1"], "192.0.2.1"),
            ("172.18.0.2", &["192.0.2.1"], "192.0.2.1"),
            ("172.18.0.2", &["198.51.100.1, 192.0.2.1"], "192.0.2.1"),
            ("172.18.0.2", &["198.51.100.1", "192.0.2.1"], "192.0.2.1"),
            // Two proxies, one after the other.
            ("127.0.0.1", &["192.0.2.1, 172.18.0.2"], "192.0.2.1"),
            ("127.0.0.1", &["not an address"], "127.0.0.1"),
            ("127.0.0.1", &[], "127.0.0.1"),
        ] {
            let mut headers = HeaderMap::new();
            for line in forwarded {
                headers.append("x-forwarded-for", HeaderValue::from_static(line));
            }
            let peer = peer.parse().expect("an address");
            let found = caller(peer, &headers, &trusted);
            assert_eq!(found.to_string(), expected, "{peer} {forwarded:?}");
        }
    }

    #[test]
    fn a_site_has_all_its_addresses() {
        let network = |text: &str| Network::of(text.parse().expect("an address"));
        assert_eq!(network("2001:db8:1:2::3"), network("2001:db8:1:ffff::1"));
        assert_ne!(network("2001:db8:1::1"), network("2001:db8:2::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
        assert_ne!(network("192.0.2.1"), network("192.0.2.2"));
    }
}
