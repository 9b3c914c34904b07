//! Everything that the program promises, tried from the outside: one test program, so that it links once.

mod cast;
mod cells;

mod accessible;
mod bin;
mod by_hand;
mod crowd;
mod dashboard;
mod design;
mod first_page;
mod first_paint;
mod foreign_client;
mod forgetting;
mod full_disk;
mod glossary;
mod grid;
mod indicators;
mod joining;
mod keyboard;
mod languages;
mod leaving;
mod objectives;
mod offline;
mod presence;
mod readings;
mod restoring;
mod screens;
mod talk;
mod together;
mod town_hall;
mod versions;
