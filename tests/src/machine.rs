//! What measurements ran on (Linux, `/proc`).

use std::fs;

/// The processors and the memory.
pub fn describe() -> String {
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    let of = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        line.and_then(|line| line.split_once(':')).map_or_else(
            || "unknown".to_owned(),
            |(_, value)| value.trim().to_owned(),
        )
    };
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{cores} cores of {}, {} of memory",
        of(&read("/proc/cpuinfo"), "model name"),
        of(&read("/proc/meminfo"), "MemTotal")
    )
}

/// How busy it was in the last minute.
pub fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}

/// The release of the kernel.
pub fn kernel() -> String {
    let release = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    release.trim().to_owned()
}

/// A machine before something is measured on it.
pub struct Before {
    load: String,
    times: Option<Times>,
}

impl Before {
    pub fn now() -> Self {
        Self {
            load: load(),
            times: Times::now(),
        }
    }

    /// How busy it was then and is now, and what a virtual one did not get meanwhile.
    pub fn until_now(&self) -> String {
        let loads = format!(
            "Load before it began: {}, at its end: {}",
            self.load,
            load()
        );
        match (&self.times, Times::now()) {
            (Some(before), Some(now)) => {
                let share = before.taken_until(&now) * 100.0;
                format!(
                    "{loads}; of the time in which its processors had something to do, their host gave {share:.0} % to others."
                )
            }
            _ => format!("{loads}."),
        }
    }
}

/// How long all processors together were at work, in ticks since the start.
struct Times {
    /// They were, or would have been.
    busy: u64,
    /// They would have been, and their host did something else.
    taken: u64,
}

impl Times {
    /// After `/proc/stat` (proc_stat(5)).
    fn now() -> Option<Self> {
        Self::read(&fs::read_to_string("/proc/stat").ok()?)
    }

    fn read(text: &str) -> Option<Self> {
        let ticks = text
            .lines()
            .next()?
            .strip_prefix("cpu ")?
            .split_whitespace();
        let ticks: Vec<u64> = ticks.map_while(|ticks| ticks.parse().ok()).collect();
        let [user, nice, system, _idle, _waiting, irq, softirq, taken, ..] = ticks[..] else {
            return None;
        };
        let busy = user + nice + system + irq + softirq + taken;
        Some(Self { busy, taken })
    }

    /// Which share of the time until then was taken.
    fn taken_until(&self, then: &Self) -> f64 {
        let busy = then.busy.saturating_sub(self.busy);
        then.taken.saturating_sub(self.taken) as f64 / busy.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_host_takes_is_a_share_of_what_was_wanted() {
        let read = |line: &str| Times::read(line).expect("times");
        let before = read("cpu  100 0 50 1000 7 0 10 40 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n");
        let then = read("cpu  130 0 60 3000 9 0 10 100 0 0\n");
        assert!((before.taken_until(&then) - 0.6).abs() < 1e-9);
        assert!(before.taken_until(&before).abs() < 1e-9);
        assert!(Times::read("intr 1 2 3").is_none());
    }
}
