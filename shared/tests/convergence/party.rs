//! Several replicas, what they do, and the updates between them.

use crate::{
    peer::{FEW, KINDS, Peer, entity, lang, period},
    server::Server,
};
use jalon_shared::{
    Change, Choice, Command, Content, Field, FieldKind, IndicatorId, Measure, NewEntity, PersonId,
    Place, ReadingId, Settings, Stamp, TextEdit, Value, Workspace,
    glossary::TermStatus,
    indicator::{Aggregation, Category},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// What happens next, in small numbers: their meaning is in [`Party::step`].
pub type Step = (u8, u8, u8, u8, u16);

pub fn stamp(peer: usize, at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(peer as u128 + 1)),
        name: format!("P{peer}"),
        at,
    }
}

/// Everybody, and the updates between them.
pub struct Party {
    peers: Vec<Peer>,
    server: Server,
    now: i64,
    readings: u128,
    /// All that anybody wrote, in the order of its making: the first is what all began with.
    pub log: Vec<Vec<u8>>,
}

impl Party {
    pub fn new(peers: usize) -> Self {
        let mut first = Workspace::new();
        let languages = vec![lang(0), lang(1)];
        first.setup(
            &Settings {
                title: "Escale".into(),
                languages,
                ..Settings::default()
            },
            &stamp(0, 1),
        );
        let snapshot = first.snapshot();
        Self {
            peers: (0..peers).map(|_| Peer::new(&snapshot, peers)).collect(),
            server: Server::new(&snapshot),
            now: 1_000,
            readings: 0,
            log: vec![snapshot],
        }
    }

    /// One thing happens: somebody acts, an update arrives, somebody goes offline or comes back.
    pub fn step(&mut self, (who, what, a, b, c): Step) {
        let peers = self.peers.len();
        let who = usize::from(who) % peers;
        self.now += i64::from(c);
        match what % 26 {
            0..=5 => {
                let from = usize::from(a) % peers;
                let (peer, often) = (&mut self.peers[who], b % 3);
                let arrived = if peer.online {
                    peer.inbox[from].pop_front()
                } else {
                    None
                };
                if let Some(update) = arrived {
                    // Some arrive twice.
                    for _ in 0..=often {
                        let Ok(effect) = peer.workspace.receive(&update) else {
                            // It builds on what a third one has not sent yet: it comes again later.
                            peer.inbox[from].push_front(update);
                            break;
                        };
                        peer.follow(&effect.changes);
                    }
                }
            }
            6 => self.peers[who].online = a % 2 == 0,
            7 => {
                let peer = &mut self.peers[who];
                let effect = if a % 3 == 0 {
                    peer.workspace.redo()
                } else {
                    peer.workspace.undo()
                };
                if let Some(effect) = effect {
                    self.tell(who, &effect.update, &effect.changes);
                }
            }
            24 => self.server.sync(&mut self.peers[who]),
            25 => self.server.restart(),
            _ => {
                if let Some(command) = self.command(who, what % 26, a, b, c) {
                    let by = stamp(who, self.now);
                    if let Ok(effect) = self.peers[who].workspace.apply(&command, &by) {
                        self.tell(who, &effect.update, &effect.changes);
                    }
                }
            }
        }
    }

    fn tell(&mut self, who: usize, update: &[u8], changes: &[Change]) {
        self.peers[who].follow(changes);
        if update.is_empty() {
            assert_eq!(changes, []);
            return;
        }
        self.log.push(update.to_vec());
        if self.peers[who].online {
            self.server.hear(update);
        }
        for (other, peer) in self.peers.iter_mut().enumerate() {
            if other != who {
                peer.inbox[who].push_back(update.to_vec());
            }
        }
    }

    fn command(&mut self, who: usize, what: u8, a: u8, b: u8, c: u16) -> Option<Command> {
        let kind = KINDS[usize::from(a) % KINDS.len()];
        let entity = entity(kind, b);
        let other = Uuid::from_u128(u128::from(c % u16::from(FEW)) + 1);
        let place = [
            Place::First,
            Place::Last,
            Place::Before(other),
            Place::After(other),
        ][usize::from(c / 4) % 4];
        let field = |written: FieldKind| {
            let lang = lang(a / 7);
            let fields: Vec<Field> = kind
                .fields()
                .iter()
                .cloned()
                .chain(kind.fields_in(&lang))
                .collect();
            let fields: Vec<Field> = fields
                .into_iter()
                .filter(|field| field.kind() == written)
                .collect();
            let field = fields
                .get(usize::from(c / 16) % fields.len().max(1))?
                .clone();
            Some(entity.field(field))
        };
        Some(match what {
            8..=10 => {
                // Ids are new ones: only one replica makes each.
                if usize::from(b % FEW) % self.peers.len() != who {
                    return None;
                }
                NewEntity::new(entity).at(place).into()
            }
            11..=14 => {
                let field = field(FieldKind::Text)?;
                let text: Vec<char> = self.peers[who]
                    .workspace
                    .text(&field)
                    .unwrap_or_default()
                    .chars()
                    .collect();
                let units =
                    |letters: &[char]| letters.iter().map(|letter| letter.len_utf16() as u32).sum();
                let at = usize::from(c) % (text.len() + 1);
                let delete = usize::from(c / 7) % 4;
                let deleted = &text[at..(at + delete).min(text.len())];
                let insert = ["", "é", "😀", "abc", "ça va"][usize::from(c) % 5].to_owned();
                Command::Edit {
                    field,
                    edit: TextEdit {
                        at: units(&text[..at]),
                        delete: units(deleted),
                        insert,
                    },
                }
            }
            15 => Command::Set {
                field: field(FieldKind::Value)?,
                value: value(c),
            },
            16 => Command::Link {
                field: field(FieldKind::Set)?,
                to: other,
            },
            17 => Command::Unlink {
                field: field(FieldKind::Set)?,
                to: other,
            },
            18 => Command::Move { entity, place },
            19 => Command::Delete { entity },
            20 => Command::Restore { entity },
            21 | 22 => {
                self.readings += 1;
                let measure = match c % 5 {
                    0 => Measure::Amount {
                        value: f64::from(c) / 3.0,
                    },
                    1 => Measure::Ratio {
                        numerator: f64::from(c),
                        denominator: 40.0,
                    },
                    2 => Measure::Mean {
                        value: 3.25,
                        n: u64::from(c),
                    },
                    3 => Measure::Levels {
                        counts: BTreeMap::from([(1, u64::from(c)), (7, 2)]),
                    },
                    _ => Measure::Withdrawn,
                };
                let indicator = IndicatorId::from_uuid(Uuid::from_u128(u128::from(b % 2) + 1));
                let id = ReadingId::from_uuid(Uuid::from_u128(self.readings));
                Command::Record {
                    id,
                    indicator,
                    period: period(a),
                    measure,
                    comment: format!("n° {c}"),
                }
            }
            _ if c.is_multiple_of(2) => Command::AddLanguage { lang: lang(a) },
            _ => Command::RemoveLanguage { lang: lang(a) },
        })
    }

    /// Everybody comes back online, and all that is on its way arrives.
    pub fn settle(&mut self) {
        for peer in &mut self.peers {
            peer.online = true;
        }
        while self
            .peers
            .iter()
            .any(|peer| peer.inbox.iter().any(|queue| !queue.is_empty()))
        {
            let mut arrived = false;
            for peer in &mut self.peers {
                for from in 0..peer.inbox.len() {
                    while let Some(update) = peer.inbox[from].pop_front() {
                        match peer.workspace.receive(&update) {
                            Ok(effect) => peer.follow(&effect.changes),
                            Err(_) => {
                                peer.inbox[from].push_front(update);
                                break;
                            }
                        }
                        arrived = true;
                    }
                }
            }
            assert!(arrived, "updates wait for one another");
        }
        for peer in &mut self.peers {
            self.server.sync(peer);
        }
    }

    /// What everybody sees, once they settled.
    pub fn content(&self) -> Content {
        self.peers[0].workspace.content()
    }

    pub fn snapshot(&self) -> Vec<u8> {
        self.peers[0].workspace.snapshot()
    }

    pub fn check(&self) {
        let first = &self.peers[0].workspace;
        check_equal(self.server.workspace(), first);
        for peer in &self.peers {
            assert_eq!(peer.workspace.state_vector(), first.state_vector());
            check_equal(&peer.workspace, first);
            peer.check_mirror();
            // The index that followed each change is the one that a load makes, and all else, too.
            let snapshot = peer.workspace.snapshot();
            check_equal(&Workspace::load(&snapshot).unwrap(), first);
            assert_eq!(peer.workspace.diff(&first.state_vector()).unwrap()[0], 0);
        }
    }
}

fn value(c: u16) -> Value {
    match c % 8 {
        0 => Value::None,
        1 => Value::Number(f64::from(c % 6)),
        2 => Value::Id(Uuid::from_u128(u128::from(c / 8 % u16::from(FEW)) + 1)),
        3 => "2025-06-30".into(),
        4 => period(1).into(),
        5 => Category::ALL[usize::from(c / 8) % 3].into(),
        6 => TermStatus::ALL[usize::from(c / 8) % 3].into(),
        _ => <Aggregation as Choice>::ALL[usize::from(c / 8) % 4].into(),
    }
}

pub fn check_equal(one: &Workspace, other: &Workspace) {
    assert_eq!(one.content(), other.content());
    assert_eq!(one.bin(), other.bin());
    for indicator in (0..2).map(|number| IndicatorId::from_uuid(Uuid::from_u128(number + 1))) {
        for period in (0..3).map(period) {
            assert_eq!(
                one.history(indicator, period),
                other.history(indicator, period)
            );
            assert_eq!(
                one.reading(indicator, period),
                other.reading(indicator, period)
            );
        }
    }
}
