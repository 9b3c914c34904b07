//! What the server counts, as Prometheus text.

use prometheus_client::{
    encoding::{EncodeLabelSet, text},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::{Registry, Unit},
};
use std::{fmt, fs, time::Duration};

/// The counters of a server. Whoever counts holds it; nobody waits for it.
pub struct Metrics {
    registry: Registry,
    /// Workspaces that are live.
    pub rooms: Gauge,
    /// Open sockets.
    pub connections: Gauge,
    /// Updates that changed a document.
    pub updates: Counter,
    /// Frames that were not taken, by reason.
    pub refused: Family<Reason, Counter>,
    /// Connections that were too slow and synced again.
    pub resyncs: Counter,
    /// Connections for which there was no place.
    pub turned_away: Counter,
    /// Connections whose other side was gone without a word.
    pub half_open: Counter,
    /// Rooms that ended by a bug and were opened again.
    pub rebuilt: Counter,
    /// Updates that build on something that has not come.
    pub apart: Gauge,
    pub apart_bytes: Gauge,
    /// Rooms whose updates the disk does not take.
    pub storage_trouble: Gauge,
    /// Whether removing the name of somebody who asked for it does not succeed.
    pub not_forgotten: Gauge,
    commit_seconds: Histogram,
    memory_bytes: Gauge,
}

/// Why a frame was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Reason {
    pub reason: &'static str,
}

impl Metrics {
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("jalon");
        let (rooms, connections, storage_trouble, memory_bytes) = (
            Gauge::default(),
            Gauge::default(),
            Gauge::default(),
            Gauge::default(),
        );
        let (updates, resyncs, refused) =
            (Counter::default(), Counter::default(), Family::default());
        // From half a millisecond (a fast disk) to eight seconds (a disk in trouble).
        let commit_seconds = Histogram::new((0..15).map(|power| 0.0005 * f64::from(1 << power)));
        registry.register("rooms", "Live workspaces", rooms.clone());
        registry.register("connections", "Open websockets", connections.clone());
        registry.register(
            "updates",
            "Updates that changed a document",
            updates.clone(),
        );
        registry.register(
            "refused",
            "Frames that were not taken",
            Family::clone(&refused),
        );
        registry.register(
            "resyncs",
            "Slow connections that were synced again",
            resyncs.clone(),
        );
        let (turned_away, half_open, rebuilt) =
            (Counter::default(), Counter::default(), Counter::default());
        registry.register(
            "turned_away",
            "Connections for which there was no place",
            turned_away.clone(),
        );
        registry.register(
            "half_open",
            "Connections whose other side was gone without a word",
            half_open.clone(),
        );
        registry.register(
            "rebuilt",
            "Live workspaces that ended by a bug and were read again",
            rebuilt.clone(),
        );
        let (apart, apart_bytes) = (Gauge::default(), Gauge::default());
        registry.register(
            "apart",
            "Updates kept apart until what they build on has come",
            apart.clone(),
        );
        registry.register_with_unit("apart", "Their size", Unit::Bytes, apart_bytes.clone());
        registry.register(
            "storage_trouble",
            "Live workspaces whose updates the disk does not take",
            storage_trouble.clone(),
        );
        let not_forgotten = Gauge::default();
        registry.register(
            "not_forgotten",
            "Whether somebody who asked to be forgotten is not yet, since something is in the way",
            not_forgotten.clone(),
        );
        registry.register_with_unit(
            "commit",
            "Time from the start of a transaction until it is on the disk",
            Unit::Seconds,
            commit_seconds.clone(),
        );
        registry.register_with_unit(
            "resident_memory",
            "Memory in use",
            Unit::Bytes,
            memory_bytes.clone(),
        );
        Self {
            registry,
            rooms,
            connections,
            updates,
            refused,
            resyncs,
            turned_away,
            half_open,
            rebuilt,
            apart,
            apart_bytes,
            storage_trouble,
            not_forgotten,
            commit_seconds,
            memory_bytes,
        }
    }

    /// Counts a transaction.
    pub fn committed(&self, took: Duration) {
        self.commit_seconds.observe(took.as_secs_f64());
    }

    /// Counts a frame that was not taken.
    pub fn refuse(&self, reason: &'static str) {
        self.refused.get_or_create(&Reason { reason }).inc();
    }

    /// Everything, in the text format of Prometheus (OpenMetrics 1.0).
    pub fn text(&self) -> Result<String, fmt::Error> {
        if let Some(bytes) = resident_memory() {
            self.memory_bytes.set(bytes);
        }
        let mut text = String::new();
        text::encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

impl Default for Metrics {
    fn default() -> Self {
        Self::new()
    }
}

/// Bytes of memory in use, where the system tells (Linux: the second field of `/proc/self/statm`).
fn resident_memory() -> Option<i64> {
    /// Of every architecture that this is deployed on.
    const PAGE: i64 = 4096; // bytes
    let statm = fs::read_to_string("/proc/self/statm").ok()?;
    let pages: i64 = statm.split_ascii_whitespace().nth(1)?.parse().ok()?;
    Some(pages * PAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_names_everything() {
        let metrics = Metrics::new();
        metrics.refuse("role");
        metrics.committed(Duration::from_millis(3));
        let text = metrics.text().expect("text");
        for name in [
            "jalon_rooms",
            "jalon_connections",
            "jalon_updates_total",
            "jalon_refused_total{reason=\"role\"} 1",
            "jalon_commit_seconds_bucket",
            "jalon_resident_memory_bytes",
        ] {
            assert!(text.contains(name), "{name} is missing in\n{text}");
        }
    }
}
