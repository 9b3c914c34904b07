//! The server through its public door: real requests and real sockets against a server on a free port.

mod apart;
mod coming_in;
mod crowding;
mod first_picture;
mod forgetting;
mod freezing;
mod going_out;
mod guarding;
mod guessing;
mod harness;
mod hiding;
mod keeping;
mod living;
mod meanwhile;
mod operating;
mod pages;
mod peer;
mod presence;
mod refusing;
mod restoring;
mod roles;
mod storage;
mod talk;
mod trouble;
mod vanishing;
mod wire;
