//! One line when a step begins and one with its duration when it ends; knows nothing of any step.

use std::time::{Duration, Instant};

use anyhow::Result;

/// Does one step of a build and says so on standard error.
pub fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("▸ {what}");
    let start = Instant::now();
    let result = work();
    let mark = if result.is_ok() { '✓' } else { '✗' };
    eprintln!("{mark} {what} ({})", duration(start.elapsed()));
    result
}

/// Says that a step had nothing to do.
pub fn unchanged(what: &str) {
    eprintln!("✓ {what} (nothing changed)");
}

/// Seconds with one decimal under a minute, else minutes and seconds.
pub fn duration(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 59.95 {
        return format!("{seconds:.1} s");
    }
    let whole = seconds.round() as u64;
    format!("{} min {:02} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_short_to_read() {
        let check = |millis, text: &str| assert_eq!(duration(Duration::from_millis(millis)), text);
        check(0, "0.0 s");
        check(1_250, "1.2 s");
        check(59_990, "1 min 00 s");
        check(125_400, "2 min 05 s");
    }
}
