//! Everything that the program promises, tried from the outside: one test program, so that it links once.

mod cast;

mod bin;
mod foreign_client;
mod indicators;
mod joining;
mod languages;
mod objectives;
mod together;
mod versions;
