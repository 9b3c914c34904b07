//! The parts of a version are the version.

use super::*;
use crate::{
    Dashboard, PersonId, WorkspaceId,
    rules::fixtures::{amount, content, mean, readings},
    version::{FORMAT, Sealed, Whose},
};
use proptest::prelude::*;
use std::{convert::Infallible, mem};
use uuid::Uuid;

/// Words that look like what stands between the parts.
const WORDS: [&str; 5] = [
    "Café d’été",
    "}},",
    "}},\"0190a000-0000-7000-8000-000000000001\":{",
    "\"readings\":{",
    "},\"settings\":{",
];

/// A version of so many indicators, each with one of the words beside its readings.
pub(in crate::version) fn version(indicators: u128, longest: usize) -> Version {
    let mut content = content();
    content.readings = (0..indicators)
        .map(|number| {
            let mut own = readings([("2025-01", amount(6.5)), ("2025-T2", mean(4.2, 171))]);
            for (place, reading) in own.values_mut().enumerate() {
                let word = WORDS[(number as usize + place) % WORDS.len()];
                reading.current.comment = word.repeat(1 + (number as usize * 7) % longest);
            }
            (Uuid::from_u128(number << 90 | number).into(), own)
        })
        .collect();
    Version {
        format: FORMAT.to_owned(),
        workspace: WorkspaceId::from_uuid(Uuid::from_u128(7)),
        number: 1,
        label: WORDS.concat(),
        period: "2025-T2".to_owned(),
        note: String::new(),
        frozen_at: "2025-07-01T09:00:00Z".to_owned(),
        frozen_by: String::new(),
        participants: Vec::new(),
        replaces: None,
        previous_hash: None,
        dashboard: Dashboard::of(&content),
        content,
    }
}

fn written(version: &Version) -> (String, Option<Places>) {
    let mut rest = version.clone();
    let readings = mem::take(&mut rest.content.readings);
    let (text, places) = write("<", &rest, &readings, ">").expect("written");
    let inside = text
        .strip_prefix('<')
        .and_then(|text| text.strip_suffix('>'));
    (inside.expect("what was asked for").to_owned(), places)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn parts_are_written_as_the_whole_is(indicators in 0..4 * MANY as u128, longest in 1..60_usize) {
        let version = version(indicators, longest);
        let (text, places) = written(&version);
        prop_assert_eq!(&text, &canonical::to_string(&version).expect("canonical"));
        prop_assert_eq!(places.is_some(), indicators >= MANY as u128);
        let (told, back) = read(&text, || 7);
        prop_assert_eq!(told, 7);
        prop_assert!(back.expect("a version") == version);
        let mut rest = version;
        let readings = mem::take(&mut rest.content.readings);
        prop_assert_eq!(reads_back(&text, places, &rest, &readings, || 7), (7, true));
    }
}

#[test]
fn a_large_text_is_read_in_parts() {
    let version = version(400, 60);
    let (text, _) = written(&version);
    let places = Places::of(&text).expect("a large text");
    let (rest, [first, second]) = places.cut(&text).expect("parts");
    assert!(!rest.contains("\"current\":"));
    for half in [first, second] {
        let mut count = 0;
        assert!(each(half, |_, _| {
            count += 1;
            true
        }));
        assert!((100..300).contains(&count), "{count}");
    }
}

#[test]
fn what_reads_back_differently_is_not_the_same() {
    for indicators in [3, 400] {
        let version = version(indicators, 60);
        let (text, places) = written(&version);
        let mut rest = version.clone();
        let readings = mem::take(&mut rest.content.readings);
        let check = |text: &str, rest: &Version, readings: &All| {
            reads_back(text, places, rest, readings, || ()).1
        };
        assert!(check(&text, &rest, &readings));
        for (from, to) in [("6.5", "6.6"), ("4.2", "4.3"), ("2025-07-01", "2025-07-02")] {
            let first = text.replacen(from, to, 1);
            assert!(!check(&first, &rest, &readings), "{from}");
            let at = text.rfind(from).expect("said");
            let mut last = text.clone();
            last.replace_range(at..at + from.len(), to);
            assert!(!check(&last, &rest, &readings), "the last {from}");
        }
        let mut other = rest.clone();
        other.number += 1;
        assert!(!check(&text, &other, &readings));
        for lost in [readings.keys().next(), readings.keys().next_back()] {
            let mut fewer = readings.clone();
            fewer.remove(lost.expect("an indicator"));
            assert!(!check(&text, &rest, &fewer));
        }
    }
}

#[test]
fn a_large_version_is_sealed_and_opened() {
    let mut version = version(400, 60);
    version.frozen_by = "Awa".to_owned();
    let awa = PersonId::from_uuid(Uuid::from_u128(1));
    let whose = Whose {
        frozen_by: awa,
        participants: Vec::new(),
    };
    for reading in version
        .content
        .readings
        .values_mut()
        .flat_map(|own| own.values_mut())
    {
        reading.current.by = awa;
        reading.current.by_name = "Awa".to_owned();
    }
    let wanted = version.clone();
    let sealing = Sealed::seal(version, &whose, || Ok::<_, Infallible>([7; 16]));
    let sealed = sealing.expect("sealed").sealed;
    assert!(sealed.version == wanted && !sealed.nameless().contains("Awa"));
    let names = sealed.disclosures().clone();
    let back = Sealed::open(sealed.nameless().to_owned(), names.clone()).expect("intact");
    assert!(back == sealed);
    assert!(Sealed::parse(&sealed.to_json()).expect("intact") == sealed);
    let changed = sealed.nameless().replacen("6.5", "6.6", 1);
    Sealed::open(changed, names).expect_err("it was changed");
}
