//! What a sync server costs, measured beside others: the same people, documents and edits for Jalon, for servers that
//! a team could choose instead, and for a bare relay, which is the floor.

pub mod cold;
pub mod commit;
pub mod contender;
pub mod growth;
pub mod guest;
pub mod hall;
pub mod house;
pub mod idle;
pub mod keeps;
pub mod kill;
pub mod letters;
pub mod load;
pub mod lost;
pub mod measure;
pub mod person;
pub mod replicas;
pub mod rounds;
pub mod script;
pub mod seen;
pub mod socket;
pub mod table;
pub mod tally;
pub mod typing;
pub mod wire;
pub mod works;
