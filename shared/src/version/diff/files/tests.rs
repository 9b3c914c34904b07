//! Two files say of each other what their contents do.

use super::*;
use crate::{
    Measure, PersonId, Version,
    rules::fixtures::{amount, readings},
    version::{Whose, parts::tests::version},
};
use proptest::prelude::*;
use std::convert::Infallible;
use uuid::Uuid;

/// The file of a version, with salts of its own.
fn sealed(version: Version, salt: u128) -> String {
    let mut salts = salt << 64..;
    let whose = Whose {
        frozen_by: PersonId::from_uuid(Uuid::nil()),
        participants: Vec::new(),
    };
    let next = || Ok::<_, Infallible>(salts.next().unwrap_or_default().to_be_bytes());
    let sealing = Sealed::seal(version, &whose, next).expect("sealed");
    sealing.sealed.nameless().to_owned()
}

/// What somebody does to a version.
#[derive(Debug, Clone)]
enum Deed {
    Measure(usize),
    Comment(usize),
    Name(usize, bool),
    Period(usize),
    Lose(usize),
    Add(u128),
    Rename(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let place = || 0..400_usize;
    prop_oneof![
        place().prop_map(Deed::Measure),
        place().prop_map(Deed::Comment),
        (place(), any::<bool>()).prop_map(|(place, empty)| Deed::Name(place, empty)),
        place().prop_map(Deed::Period),
        place().prop_map(Deed::Lose),
        any::<u128>().prop_map(Deed::Add),
        place().prop_map(Deed::Rename),
    ]
}

fn does(version: &mut Version, deed: &Deed) {
    let content = &mut version.content;
    let id = |place: usize| content.readings.keys().nth(place).copied();
    match *deed {
        Deed::Add(id) => {
            let own = readings([("2025-03", amount(1.0))]);
            content.readings.insert(Uuid::from_u128(id).into(), own);
        }
        Deed::Lose(place) => {
            if let Some(id) = id(place) {
                content.readings.remove(&id);
            }
        }
        Deed::Period(place) => {
            let own = id(place).and_then(|id| content.readings.get_mut(&id));
            own.into_iter()
                .for_each(|own| own.extend(readings([("2024", amount(1.0))])));
        }
        Deed::Rename(place) => {
            let count = content.indicators.len();
            content.indicators[place % count].name += "!";
        }
        Deed::Measure(place) | Deed::Comment(place) | Deed::Name(place, _) => {
            let own = id(place).and_then(|id| content.readings.get_mut(&id));
            let reading = own.and_then(|own| own.values_mut().next_back());
            let Some(entry) = reading.map(|reading| &mut reading.current) else {
                return;
            };
            match *deed {
                Deed::Measure(_) => entry.measure = Measure::Withdrawn,
                Deed::Comment(_) => entry.comment += "}},\"",
                Deed::Name(_, true) => entry.by_name.clear(),
                _ => entry.by_name += "é",
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn files_differ_as_their_contents_do(
        deeds in prop::collection::vec(deed(), 0..12),
        indicators in prop_oneof![Just(3), Just(400)],
    ) {
        let (mut before, small) = (version(indicators, 60), version(2, 60));
        // As many as there are readings, so that what differs has a name.
        let known = before.content.indicators[0].clone();
        let ids: Vec<_> = before.content.readings.keys().copied().collect();
        before.content.indicators.extend(ids.into_iter().map(|id| {
            let mut indicator = known.clone();
            indicator.id = id;
            indicator
        }));
        let mut after = before.clone();
        for deed in &deeds {
            does(&mut after, deed);
        }
        let open = |version: &Version, salt| Readable::open(sealed(version.clone(), salt)).expect("intact");
        prop_assert_eq!(open(&before, 1).unread.is_some(), indicators == 400);
        for (was, is) in [(&before, &after), (&after, &before), (&small, &after), (&after, &small)] {
            let found = open(was, 1).compare(open(is, 2)).expect("a comparison");
            let told = [&found.before, &found.after].map(|side| (side.number, side.label.clone(), side.frozen_at.clone()));
            prop_assert_eq!(told, [was, is].map(|version| (version.number, version.label.clone(), version.frozen_at.clone())));
            prop_assert_eq!(found.diff, diff(&was.content, &is.content));
        }
    }
}

#[test]
fn readings_that_are_the_same_are_not_read() {
    let before = version(400, 60);
    let mut after = before.clone();
    does(&mut after, &Deed::Measure(200));
    let (was, is) = (sealed(before, 1), sealed(after, 2));
    let open = |file: &str| Readable::open(file.to_owned()).expect("intact");
    let (was, is) = (open(&was), open(&is));
    let (was, is) = (
        was.unread().expect("not read"),
        is.unread().expect("not read"),
    );
    let (was, is) = differing(was, is).expect("readings");
    // That which differs, and the last.
    assert!(was.len() <= 2 && was.keys().eq(is.keys()), "{}", was.len());
}

#[test]
fn a_file_that_was_changed_is_not_compared() {
    for longest in [1, 60] {
        let file = sealed(version(400, longest), 1);
        let changed = file.replacen("6.5", "6.6", 1);
        assert!(matches!(
            Readable::open(changed),
            Err(SealError::Tampered { .. })
        ));
    }
}
