//! Two pieces of work at once, where the machine has two threads for them.

#[cfg(not(target_arch = "wasm32"))]
use std::{num::NonZero, panic::resume_unwind, thread};

/// Does both, and gives what each of them gave. Where there is one thread alone, as in a browser, one comes after
/// the other; a panic of one is a panic of both.
#[cfg(not(target_arch = "wasm32"))]
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

#[cfg(target_arch = "wasm32")]
pub fn both<A: Send, B>(one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}

/// [`both`] when there is enough to do for a second thread, and else one after the other.
pub fn both_if<A: Send, B>(
    is_much: bool,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if is_much {
        both(one, other)
    } else {
        (one(), other())
    }
}
