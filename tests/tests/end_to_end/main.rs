//! Everything that the program promises, tried from the outside: one test program, so that it links once.

mod cast;

mod foreign_client;
mod joining;
