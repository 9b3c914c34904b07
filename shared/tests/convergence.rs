//! Whatever people do, in whatever order it reaches the others, everybody ends up with the same.
//!
//! A plan is a list of small numbers, so that a failing one is shrunk, printed and kept by proptest.

use jalon_shared::{
    AxisId, Change, Choice, Command, EntityKind, EntityRef, Field, FieldKind, FieldRef,
    IndicatorId, Lang, Measure, NewEntity, Period, PersonId, Place, ReadingId, Settings, Stamp,
    TermId, TextEdit, TextOp, Value, Workspace, glossary::TermStatus, indicator::Category,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};
use uuid::Uuid;

const KINDS: [EntityKind; 7] = [
    EntityKind::Axis,
    EntityKind::Objective,
    EntityKind::Indicator,
    EntityKind::Verbatim,
    EntityKind::Term,
    EntityKind::Decision,
    EntityKind::Block,
];
/// How many entities of a kind people deal with.
const FEW: u8 = 4;

/// What happens next, in small numbers: their meaning is in [`Party::step`].
type Step = (u8, u8, u8, u8, u16);

fn stamp(peer: usize, at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(peer as u128 + 1)),
        name: format!("P{peer}"),
        at,
    }
}

fn lang(number: u8) -> Lang {
    Lang::OFFERED[usize::from(number) % Lang::OFFERED.len()]
        .parse()
        .unwrap()
}

fn period(number: u8) -> Period {
    ["2025-T1", "2025-T2", "2025"][usize::from(number) % 3]
        .parse()
        .unwrap()
}

/// A replica, and what a view of it knows from changes alone.
struct Peer {
    workspace: Workspace,
    /// The shared texts, each followed by the steps of its changes.
    texts: BTreeMap<FieldRef, String>,
    /// Updates on their way here, each with its sender: those of one sender arrive in their order.
    inbox: Vec<VecDeque<Vec<u8>>>,
    online: bool,
}

impl Peer {
    fn new(from: &[u8], peers: usize) -> Self {
        let workspace = Workspace::load(from).unwrap();
        let mut peer = Self {
            workspace,
            texts: BTreeMap::new(),
            inbox: vec![VecDeque::new(); peers],
            online: true,
        };
        peer.look_again(None);
        peer
    }

    /// Reads the texts of a kind anew, as a view does when a list changed.
    fn look_again(&mut self, kind: Option<EntityKind>) {
        self.texts
            .retain(|field, _| kind.is_some_and(|kind| kind != field.entity.kind));
        for (entity, fields) in every_text() {
            if kind.is_none_or(|kind| kind == entity.kind) {
                for field in fields {
                    let field = entity.field(field);
                    if let Some(text) = self.workspace.text(&field) {
                        self.texts.insert(field, text);
                    }
                }
            }
        }
    }

    /// Follows changes, texts by their steps.
    fn follow(&mut self, changes: &[Change]) {
        for change in changes {
            if let Change::Text { field, ops, now } = change {
                let text = self.texts.entry(field.clone()).or_default();
                *text = replay(text, ops, now);
            }
        }
        for change in changes {
            if let Change::List(kind) = change {
                self.look_again(Some(*kind));
            }
        }
    }

    fn check_mirror(&self) {
        for (entity, fields) in every_text() {
            for field in fields {
                let field = entity.field(field);
                assert_eq!(
                    self.texts.get(&field).cloned(),
                    self.workspace.text(&field),
                    "{field}"
                );
            }
        }
    }
}

/// A text after steps; what they insert is taken from the text `now`, where it must stand.
fn replay(text: &str, ops: &[TextOp], now: &str) -> String {
    let (old, now): (Vec<u16>, Vec<u16>) =
        (text.encode_utf16().collect(), now.encode_utf16().collect());
    let (mut read, mut new) = (0, Vec::new());
    for op in ops {
        match *op {
            TextOp::Retain(length) => {
                new.extend_from_slice(&old[read..read + length as usize]);
                read += length as usize;
            }
            TextOp::Insert(length) => {
                new.extend_from_slice(&now[new.len()..new.len() + length as usize])
            }
            TextOp::Delete(length) => read = old.len().min(read.saturating_add(length as usize)),
        }
    }
    new.extend_from_slice(&old[read..]);
    String::from_utf16(&new).expect("whole letters")
}

fn every_text() -> Vec<(EntityRef, Vec<Field>)> {
    let texts = |kind: EntityKind| {
        let langs: Vec<Lang> = (0..4).map(lang).collect();
        let fields = kind
            .fields()
            .iter()
            .cloned()
            .chain(langs.iter().flat_map(move |lang| kind.fields_in(lang)));
        fields
            .filter(|field| field.kind() == FieldKind::Text)
            .collect::<Vec<_>>()
    };
    let few = KINDS
        .into_iter()
        .flat_map(|kind| (0..FEW).map(move |number| entity(kind, number)));
    few.chain([EntityRef::SETTINGS])
        .map(|entity| (entity, texts(entity.kind)))
        .collect()
}

fn entity(kind: EntityKind, number: u8) -> EntityRef {
    EntityRef::new(kind, Uuid::from_u128(u128::from(number % FEW) + 1))
}

/// Everybody, and the updates between them.
struct Party {
    peers: Vec<Peer>,
    now: i64,
    readings: u128,
}

impl Party {
    fn new(peers: usize) -> Self {
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
            now: 1_000,
            readings: 0,
        }
    }

    /// One thing happens: somebody acts, an update arrives, somebody goes offline or comes back.
    fn step(&mut self, (who, what, a, b, c): Step) {
        let peers = self.peers.len();
        let who = usize::from(who) % peers;
        self.now += i64::from(c);
        match what % 24 {
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
            _ => {
                if let Some(command) = self.command(who, what % 24, a, b, c) {
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
            _ if c % 2 == 0 => Command::AddLanguage { lang: lang(a) },
            _ => Command::RemoveLanguage { lang: lang(a) },
        })
    }

    /// Everybody comes back online, and all that is on its way arrives.
    fn settle(&mut self) {
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
    }

    fn check(&self) {
        let first = &self.peers[0].workspace;
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
        _ => <jalon_shared::indicator::Aggregation as Choice>::ALL[usize::from(c / 8) % 4].into(),
    }
}

fn check_equal(one: &Workspace, other: &Workspace) {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn everybody_ends_up_with_the_same(
        peers in 2_usize..=5,
        plan in proptest::collection::vec(any::<Step>(), 1..250),
    ) {
        let mut party = Party::new(peers);
        for step in plan {
            party.step(step);
        }
        party.settle();
        party.check();
    }
}

/// Two replicas of one workspace with three axes.
fn two() -> (Workspace, Workspace, Vec<AxisId>) {
    let mut one = Workspace::new();
    one.setup(
        &Settings {
            languages: vec![lang(0)],
            ..Settings::default()
        },
        &stamp(0, 1),
    );
    let axes: Vec<AxisId> = (1..=3)
        .map(|number| AxisId::from_uuid(Uuid::from_u128(number)))
        .collect();
    for axis in &axes {
        one.apply(&NewEntity::new(*axis).into(), &stamp(0, 2))
            .unwrap();
    }
    let two = Workspace::load(&one.snapshot()).unwrap();
    (one, two, axes)
}

fn exchange(one: &mut Workspace, two: &mut Workspace) {
    let (to_two, to_one) = (
        one.diff(&two.state_vector()).unwrap(),
        two.diff(&one.state_vector()).unwrap(),
    );
    one.receive(&to_one).unwrap();
    two.receive(&to_two).unwrap();
    check_equal(one, two);
}

#[test]
fn moves_at_once_lose_nobody() {
    let (mut one, mut two, axes) = two();
    let to = |axis: AxisId, place| Command::Move {
        entity: axis.into(),
        place,
    };
    for (here, there) in [
        (
            to(axes[0], Place::Last),
            to(axes[0], Place::After(axes[1].uuid())),
        ),
        (to(axes[2], Place::First), to(axes[1], Place::First)),
        (
            to(axes[2], Place::After(axes[0].uuid())),
            to(axes[1], Place::After(axes[0].uuid())),
        ),
    ] {
        one.apply(&here, &stamp(0, 3)).unwrap();
        two.apply(&there, &stamp(1, 3)).unwrap();
        exchange(&mut one, &mut two);
        let mut ids = one.axes();
        ids.sort();
        assert_eq!(ids, axes);
    }
    // The two that chose one position can be parted.
    let between = NewEntity::new(AxisId::from_uuid(Uuid::from_u128(9)))
        .at(Place::After(one.axes()[1].uuid()));
    let last = one.axes()[2];
    one.apply(&between.into(), &stamp(0, 4)).unwrap();
    assert_eq!(
        one.axes()[2..],
        [AxisId::from_uuid(Uuid::from_u128(9)), last]
    );
}

#[test]
fn words_written_into_what_another_deletes_come_back_with_it() {
    let (mut one, mut two, axes) = two();
    let field = axes[1].field(Field::Label);
    let edit = TextEdit {
        at: 0,
        delete: 0,
        insert: "Répit".into(),
    };
    one.apply(
        &Command::Delete {
            entity: axes[1].into(),
        },
        &stamp(0, 3),
    )
    .unwrap();
    two.apply(
        &Command::Edit {
            field: field.clone(),
            edit,
        },
        &stamp(1, 3),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.axes(), [axes[0], axes[2]]);
    let bin = two.bin();
    assert_eq!(
        (
            bin[0].title.as_str(),
            bin[0].deleted_by.as_str(),
            bin[0].deleted_at
        ),
        ("Répit", "P0", 3)
    );
    two.apply(
        &Command::Restore {
            entity: axes[1].into(),
        },
        &stamp(1, 4),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.axes(), axes);
    assert_eq!(
        one.axis(axes[1]).map(|axis| axis.label),
        Some("Répit".to_owned())
    );
}

#[test]
fn two_readings_at_once_are_both_kept_and_the_next_settles_it() {
    let (mut one, mut two, _) = two();
    let indicator = IndicatorId::from_uuid(Uuid::from_u128(5));
    one.apply(&NewEntity::new(indicator).into(), &stamp(0, 3))
        .unwrap();
    exchange(&mut one, &mut two);
    let record = |id: u128, value: f64| Command::Record {
        id: ReadingId::from_uuid(Uuid::from_u128(id)),
        indicator,
        period: period(0),
        measure: Measure::Amount { value },
        comment: String::new(),
    };
    one.apply(&record(1, 10.0), &stamp(0, 4)).unwrap();
    two.apply(&record(2, 12.0), &stamp(1, 5)).unwrap();
    exchange(&mut one, &mut two);
    let reading = one.reading(indicator, period(0)).unwrap();
    assert!(reading.is_disputed());
    assert_eq!(
        (reading.current.measure, reading.others.len()),
        (Measure::Amount { value: 12.0 }, 1)
    );
    let effect = two.apply(&record(3, 10.0), &stamp(1, 1)).unwrap();
    assert_eq!(
        effect.changes,
        [Change::Reading {
            indicator,
            period: period(0)
        }]
    );
    exchange(&mut one, &mut two);
    let reading = one.reading(indicator, period(0)).unwrap();
    assert!(!reading.is_disputed());
    assert_eq!(
        (
            reading.current.by_name.as_str(),
            reading.current.supersedes.len()
        ),
        ("P1", 2)
    );
    assert_eq!(one.history(indicator, period(0)).len(), 3);
    let withdrawn = Measure::Withdrawn;
    let id = ReadingId::from_uuid(Uuid::from_u128(4));
    let command = Command::Record {
        id,
        indicator,
        period: period(0),
        measure: withdrawn,
        comment: "?".into(),
    };
    one.apply(&command, &stamp(0, 9)).unwrap();
    assert!(one.readings(indicator).is_empty() && one.content().readings.is_empty());
    assert_eq!(
        one.reading(indicator, period(0))
            .map(|reading| reading.current.comment),
        Some("?".to_owned())
    );
}

#[test]
fn a_term_made_while_another_adds_a_language_gets_both() {
    let (mut one, mut two, _) = two();
    let term = TermId::from_uuid(Uuid::from_u128(6));
    let nl = lang(3);
    one.apply(&Command::AddLanguage { lang: nl.clone() }, &stamp(0, 3))
        .unwrap();
    two.apply(
        &NewEntity::new(term)
            .text(Field::TermIn(lang(0)), "répit")
            .into(),
        &stamp(1, 3),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    let entries = one.term(term).unwrap().entries;
    assert_eq!(
        entries.keys().map(Lang::as_str).collect::<Vec<_>>(),
        ["fr", "nl"]
    );
    assert!(entries[&nl].is_missing());
    let edit = TextEdit {
        at: 0,
        delete: 0,
        insert: "adempauze".into(),
    };
    let field = term.field(Field::TermIn(nl.clone()));
    assert_eq!(one.text(&field), None);
    one.apply(&Command::Edit { field, edit }, &stamp(0, 4))
        .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(two.term(term).unwrap().entries[&nl].term, "adempauze");
    // Words of a language that is taken out come back with it.
    two.apply(&Command::RemoveLanguage { lang: nl.clone() }, &stamp(1, 5))
        .unwrap();
    assert_eq!(two.term(term).unwrap().entries.len(), 1);
    two.apply(&Command::AddLanguage { lang: nl.clone() }, &stamp(1, 6))
        .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.term(term).unwrap().entries[&nl].term, "adempauze");
}
