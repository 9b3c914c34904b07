//! Everything that the program promises, tried from the outside: one test program, so that it links once.

mod foreign_client;
