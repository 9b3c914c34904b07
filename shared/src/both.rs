//! Two pieces of work at once, where the machine has two threads for them.

use std::{num::NonZero, panic::resume_unwind, thread};

/// Does both, and gives what each of them gave. Where there is one thread alone, as in a browser, one comes after
/// the other; a panic of one is a panic of both.
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    if thread::available_parallelism().map_or(1, NonZero::get) == 1 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let beside = scope.spawn(one);
        let other = other();
        match beside.join() {
            Ok(one) => (one, other),
            Err(panic) => resume_unwind(panic),
        }
    })
}
