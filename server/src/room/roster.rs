//! Who is in a room, and what their awareness says. A client id belongs to one connection; what it says
//! of itself is stamped with the person behind that connection. What many say within a moment is told together.

use super::{Claim, Repetitions, guide::Guide};
use crate::{
    connection::{
        outbox::{Close, Outbox},
        packet::Packet,
    },
    line::Together,
};
use jalon_shared::{
    PersonId, Role,
    presence::{self, Presence, User},
    protocol::{AwarenessEntry, Message, awareness_of},
};
use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, VecDeque},
    sync::Arc,
    time::Duration,
};
use tokio::time::Instant;

/// How many awareness clients one connection may speak for: a page is one.
const CLIENTS_PER_CONNECTION: usize = 4;

/// How many clients that left are remembered. Later than that, time has passed their counts.
const REMEMBERED: usize = 256;

/// How long the others wait at most for what somebody says of themselves: sixty people who move their carets are
/// then some fifteen frames a second for each of them, and not some hundreds.
const GATHERING: Duration = Duration::from_millis(60);

/// Names one connection in its room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConnectionId(pub u64);

/// One connection in the room.
pub struct Seat {
    pub person: PersonId,
    pub name: String,
    /// Every name that they have or had: what they said offline may bear an old one.
    pub names: BTreeSet<String>,
    pub role: Role,
    pub outbox: Arc<Outbox>,
    /// What the client last said it has. Before it asked for the rest it gets no updates, since they build on
    /// what it was not given.
    pub state_vector: Option<Vec<u8>>,
    /// Which history the client says it has.
    pub claim: Claim,
    /// How often it may say what is known.
    pub repetitions: Repetitions,
}

impl Seat {
    /// Tells whoever sits here that they are no longer welcome. What still waits in the mailbox from
    /// them changes nothing.
    pub fn send_away(&mut self) {
        self.role = Role::Reader;
        self.outbox.say(Message::AccessChanged { role: None });
        self.outbox.close(Close::Access);
    }

    fn user(&self) -> User {
        let bytes = self.person.uuid().into_bytes();
        // The last bytes are random in a version 7 UUID.
        let color = bytes
            .iter()
            .fold(0_u8, |sum, byte| sum.rotate_left(3) ^ byte)
            % Presence::COLORS;
        User {
            person: self.person,
            name: self.name.clone(),
            color,
        }
    }
}

/// What one awareness client last said.
struct Client {
    connection: ConnectionId,
    /// What the client itself counts.
    said: u32,
    /// What the others were told: the server counts for itself, so that a client that comes back with
    /// an old count is seen at once.
    told: u32,
    state: Value,
}

impl Client {
    /// What the others are told.
    fn entry(&self, id: u64) -> AwarenessEntry {
        AwarenessEntry {
            client: id,
            clock: self.told,
            state: Some(self.state.clone()),
        }
    }
}

/// Everybody in a room.
#[derive(Default)]
pub struct Roster {
    seats: BTreeMap<ConnectionId, Seat>,
    clients: HashMap<u64, Client>,
    /// Who left lately, and the count that the others were told then.
    left: VecDeque<(u64, u32)>,
    /// Whose words the others have not heard yet: of each client only the last.
    unheard: BTreeSet<u64>,
    /// When they were told last.
    told_at: Option<Instant>,
    /// Who leads the others from page to page.
    ///
    /// **Invariant:** they are here, as a facilitator.
    pub(super) guide: Option<Guide>,
}

impl Drop for Roster {
    /// However a room ends, also by a bug: nobody stays connected to nothing. They come back at once.
    fn drop(&mut self) {
        self.close(Close::Restart);
    }
}

impl Roster {
    pub fn is_empty(&self) -> bool {
        self.seats.is_empty()
    }

    pub fn seat(&mut self, id: ConnectionId) -> Option<&mut Seat> {
        self.seats.get_mut(&id)
    }

    pub fn seats(&mut self) -> impl Iterator<Item = &mut Seat> {
        self.seats.values_mut()
    }

    /// Ends every connection, unless its end was said before.
    pub fn close(&self, why: Close) {
        for seat in self.seats.values() {
            seat.outbox.close(why);
        }
    }

    /// Seats a connection; it is told who is here.
    pub fn join(&mut self, id: ConnectionId, seat: Seat) {
        if let Some(frame) = self.everybody_but(id) {
            seat.outbox.answer(frame);
        }
        self.seats.insert(id, seat);
    }

    /// Takes a connection away; the others are told at once. `clock` as in [`Self::speak`].
    pub fn leave(&mut self, id: ConnectionId, clock: u32) -> Option<Seat> {
        let seat = self.seats.remove(&id)?;
        let mut entries = Vec::new();
        for (client, was) in self.clients.extract_if(|_, client| client.connection == id) {
            let told = after(was.told, clock);
            remember(&mut self.left, client, told);
            self.unheard.remove(&client);
            entries.push(AwarenessEntry {
                client,
                clock: told,
                state: None,
            });
        }
        self.tell_others(id, entries);
        self.guide_went(id);
        Some(seat)
    }

    /// Takes what a connection says of its own clients and stamps it; the others are told soon ([`Self::tell_at`]),
    /// that somebody left at once. What it says of other people's clients is not heard. `clock` is the least count for a client that is new here: it
    /// grows with time, so that a client is believed again after it left or after a restart.
    pub fn speak(&mut self, id: ConnectionId, entries: Vec<AwarenessEntry>, clock: u32) {
        let Some(seat) = self.seats.get(&id) else {
            return;
        };
        let (user, person) = (seat.user(), seat.person);
        let mut partings = Vec::new();
        for AwarenessEntry {
            client,
            clock: said,
            state,
        } in entries
        {
            let known = match self.clients.get(&client) {
                Some(known) if known.connection == id => {
                    if said < known.said || (said == known.said && state.is_some()) {
                        continue;
                    }
                    Some(known.told)
                }
                // The same person on a new socket, while the server still waits for the old one.
                Some(known)
                    if self
                        .seats
                        .get(&known.connection)
                        .is_some_and(|seat| seat.person == person) =>
                {
                    Some(known.told)
                }
                Some(_) => continue,
                None => self
                    .left
                    .iter()
                    .find(|(left, _)| *left == client)
                    .map(|(_, told)| *told),
            };
            // What a client counts is not believed: beyond the highest count nobody would see it leave.
            let told = known.map_or(clock, |told| after(told, clock));
            let Some(state) = state else {
                if self.clients.remove(&client).is_some() {
                    remember(&mut self.left, client, told);
                    self.unheard.remove(&client);
                    partings.push(AwarenessEntry {
                        client,
                        clock: told,
                        state: None,
                    });
                }
                continue;
            };
            let of_this_connection =
                |(other, it): &(&u64, &Client)| it.connection == id && **other != client;
            if self.clients.iter().filter(of_this_connection).count() >= CLIENTS_PER_CONNECTION {
                continue;
            }
            let state = presence::stamp(&state, &user);
            self.clients.insert(
                client,
                Client {
                    connection: id,
                    said,
                    told,
                    state,
                },
            );
            self.unheard.insert(client);
        }
        self.tell_others(id, partings);
    }

    /// When the others are to be told what was said since they were; `None` when nothing was.
    pub fn tell_at(&self) -> Option<Instant> {
        let soon = self.told_at.map(|told| told + GATHERING);
        (!self.unheard.is_empty()).then(|| soon.unwrap_or_else(Instant::now))
    }

    /// Tells everybody what the others said. Whoever said nothing shares its bytes with the rest.
    pub fn tell(&mut self) {
        self.told_at = Some(Instant::now());
        let unheard = std::mem::take(&mut self.unheard);
        let news = unheard.into_iter().filter_map(|id| {
            let client = self.clients.get(&id)?;
            Some((client.connection, client.entry(id).encode()))
        });
        let news: Vec<(ConnectionId, Vec<u8>)> = news.collect();
        if news.is_empty() {
            return;
        }
        let mut shared = None;
        for (id, seat) in &self.seats {
            if news.iter().any(|(author, _)| author == id) {
                let others = news.iter().filter(|(author, _)| author != id);
                let others: Vec<&[u8]> = others.map(|(_, entry)| entry.as_slice()).collect();
                if !others.is_empty() {
                    seat.outbox.relay(&awareness_of(&others).into());
                }
            } else {
                let frame = shared.get_or_insert_with(|| {
                    let all: Vec<&[u8]> = news.iter().map(|(_, entry)| entry.as_slice()).collect();
                    Packet::from(awareness_of(&all))
                });
                seat.outbox.relay(frame);
            }
        }
    }

    /// Gives a person another name, on every screen.
    pub fn rename(&mut self, person: PersonId, name: &str, clock: u32) {
        for seat in self.seats.values_mut().filter(|seat| seat.person == person) {
            name.clone_into(&mut seat.name);
            seat.names.insert(name.to_owned());
        }
        let mut entries = Vec::new();
        for (id, client) in &mut self.clients {
            let Some(seat) = self
                .seats
                .get(&client.connection)
                .filter(|seat| seat.person == person)
            else {
                continue;
            };
            client.state = presence::stamp(&client.state, &seat.user());
            client.told = after(client.told, clock);
            entries.push(client.entry(*id));
        }
        if let Some(frame) = awareness(entries) {
            self.seats
                .values()
                .for_each(|seat| seat.outbox.relay(&frame));
        }
    }

    /// The state of everybody else, if anybody has one.
    pub fn everybody_but(&self, own: ConnectionId) -> Option<Packet> {
        let others = self
            .clients
            .iter()
            .filter(|(_, client)| client.connection != own);
        awareness(others.map(|(id, client)| client.entry(*id)).collect())
    }

    /// Lets acknowledgements wait for nothing more.
    pub fn hurry(&self) {
        for seat in self.seats.values() {
            seat.outbox.hurry();
        }
    }

    /// Writes to everybody what there is for them.
    pub fn push(&self) {
        let mut together = Together::default();
        for seat in self.seats.values() {
            seat.outbox.push_with(&mut together);
        }
        together.write();
    }

    /// Relays an update to everybody who is in step, but its author. All share its bytes.
    pub fn relay_update(&self, author: Option<ConnectionId>, frame: &Packet) {
        for (id, seat) in &self.seats {
            if Some(*id) != author && seat.state_vector.is_some() {
                seat.outbox.relay(frame);
            }
        }
    }

    /// Relays a frame to everybody but its author. All share its bytes.
    fn relay(&self, author: Option<ConnectionId>, frame: &Packet) {
        for (id, seat) in &self.seats {
            if Some(*id) != author {
                seat.outbox.relay(frame);
            }
        }
    }

    fn tell_others(&self, author: ConnectionId, entries: Vec<AwarenessEntry>) {
        if let Some(frame) = awareness(entries) {
            self.relay(Some(author), &frame);
        }
    }
}

fn remember(left: &mut VecDeque<(u64, u32)>, client: u64, told: u32) {
    left.retain(|(other, _)| *other != client);
    if left.len() == REMEMBERED {
        left.pop_front();
    }
    left.push_back((client, told));
}

fn awareness(entries: Vec<AwarenessEntry>) -> Option<Packet> {
    let encoded: Vec<Vec<u8>> = entries.iter().map(AwarenessEntry::encode).collect();
    (!encoded.is_empty()).then(|| awareness_of(&encoded).into())
}

/// A count that everybody believes who was told `told`.
fn after(told: u32, least: u32) -> u32 {
    told.saturating_add(1).max(least)
}
