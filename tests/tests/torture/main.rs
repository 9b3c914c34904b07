//! What must not be lost, tried on a real server process that is killed, filled with nonsense, starved and
//! broken. The long runs of the same are `cargo xtask torture` and `cargo xtask soak`.

mod kill;
