//! What a sync server costs, measured beside others: the same people, documents and edits for Jalon, for servers that
//! a team could choose instead, and for a bare relay, which is the floor.

pub mod contender;
pub mod guest;
pub mod house;
pub mod keeps;
pub mod load;
pub mod lost;
pub mod person;
pub mod script;
pub mod socket;
pub mod tally;
pub mod wire;
