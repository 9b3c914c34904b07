//! What a sync server costs, measured beside others: the same people, documents and edits for Jalon, for servers that
//! a team could choose instead, and for a bare relay, which is the floor.

pub mod contender;
pub mod guest;
pub mod keeps;
pub mod socket;
