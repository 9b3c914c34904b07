//! A sealed version is intact or it is not: no change of its content goes unseen.

use super::*;
use crate::{
    Dashboard, Indicator, Role, WorkspaceId,
    dashboard::Figure,
    indicator::Aggregation,
    rules::fixtures::{amount, content, counts, mean, ratio, readings},
    version::{Disclosure, Participant},
};
use proptest::prelude::*;
use std::convert::Infallible;
use uuid::Uuid;

const AWA: PersonId = PersonId::from_uuid(Uuid::from_u128(1));
const OTHER_AWA: PersonId = PersonId::from_uuid(Uuid::from_u128(2));

fn version() -> Version {
    let mut content = content();
    // Measures of every shape, as each is read back in its own way.
    let id = content.indicators[0].id;
    let measures = [
        ("2025-01", amount(6.5)),
        ("2025-T1", ratio(37.0, 90.0)),
        ("2025-T2", mean(4.2, 171)),
        ("2025-T3", counts(&[2, 7, 17, 15])),
    ];
    content.readings.insert(id, readings(measures));
    content.indicators.push(Indicator {
        aggregation: Aggregation::Distribution,
        levels: vec!["Jamais".to_owned()],
        ..content.indicators[0].clone()
    });
    Version {
        format: FORMAT.to_owned(),
        workspace: WorkspaceId::from_uuid(Uuid::from_u128(7)),
        number: 2,
        label: "Bilan d’été".to_owned(),
        period: "2025-T2".to_owned(),
        note: "Corrigé après relecture.".to_owned(),
        frozen_at: "2025-07-01T09:00:00Z".to_owned(),
        frozen_by: "Awa".to_owned(),
        participants: vec![
            Participant {
                name: "Awa".to_owned(),
                role: Role::Facilitator,
            },
            Participant {
                name: "Awa".to_owned(),
                role: Role::Reader,
            },
        ],
        replaces: Some(1),
        previous_hash: Some("0".repeat(64)),
        dashboard: Dashboard::of(&content),
        content,
    }
}

/// Sealed with salts that count from 0.
fn sealing() -> Sealing {
    let mut salts = 0..;
    let whose = Whose {
        frozen_by: AWA,
        participants: vec![AWA, OTHER_AWA],
    };
    let salt = || Ok::<_, Infallible>(u128::to_be_bytes(salts.next().unwrap_or_default()));
    Sealed::seal(version(), &whose, salt).expect("sealed")
}

fn sealed() -> Sealed {
    sealing().sealed
}

/// A file of the format before, in which names are part of the hashed content.
fn with_names_inside() -> Value {
    let mut value = serde_json::to_value(version()).expect("JSON");
    value["format"] = json!(FORMAT_WITH_NAMES);
    value
}

/// A file with only some of its names.
fn telling(only: impl Fn(&str) -> bool) -> String {
    let sealed = sealed();
    let mut told = sealed.disclosures().clone();
    told.retain(|digest, _| only(digest));
    Sealed::with_names(sealed.nameless(), &told)
}

#[test]
fn a_sealed_version_reads_back() {
    let sealed = sealed();
    assert_eq!(sealed.hash.len(), 64);
    assert!(sealed.nameless().starts_with(&format!(
        r#"{{"hash":"{}","version":{{"content":"#,
        sealed.hash
    )));
    assert_eq!(
        canonical(&serde_json::from_str(&sealed.to_json()).expect("JSON")),
        sealed.to_json(),
        "the whole file is canonical"
    );
    assert_eq!(Sealed::parse(&sealed.to_json()), Ok(sealed));
}

#[test]
fn every_name_is_outside_of_what_is_hashed() {
    let Sealing { sealed, people } = sealing();
    assert!(!sealed.nameless().contains("Awa"));
    // Equal names of two people are two digests, and one person has one.
    let mut whose: Vec<_> = people.values().copied().collect();
    whose.sort_unstable();
    let typed_by = version()
        .content
        .entries(version().content.indicators[0].id)
        .map(|entry| entry.by)
        .next();
    let mut expected = vec![AWA, OTHER_AWA, typed_by.expect("a reading")];
    expected.sort_unstable();
    expected.dedup();
    assert_eq!(whose, expected);
    assert_eq!(
        people.keys().collect::<Vec<_>>(),
        sealed.disclosures().keys().collect::<Vec<_>>()
    );
}

#[test]
fn a_name_can_be_removed_and_the_version_stays_intact() {
    let Sealing { sealed, people } = sealing();
    let file = telling(|digest| people[digest] != AWA);
    let back = Sealed::parse(&file).expect("intact");
    assert_eq!((&back.hash, back.withheld), (&sealed.hash, 1));
    assert_eq!(back.version.frozen_by, "");
    let names = back
        .version
        .participants
        .iter()
        .map(|one| one.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["", "Awa"]);
    assert_eq!(back.to_json(), file);
    let none = Sealed::parse(sealed.nameless()).expect("intact");
    assert_eq!((none.withheld, none.hash), (people.len(), sealed.hash));
}

#[test]
fn a_name_that_was_not_frozen_is_found_out() {
    let sealed = sealed();
    let renamed = sealed.to_json().replace("Awa", "Eva");
    assert!(matches!(
        Sealed::parse(&renamed),
        Err(SealError::Forged { .. })
    ));
    // Neither under a digest of its own, which stands nowhere.
    let forged = names::Disclosure {
        name: "Eva".to_owned(),
        salt: "00".repeat(16),
    };
    let mut told = sealed.disclosures().clone();
    told.insert(forged.digest(), forged);
    assert!(matches!(
        Sealed::parse(&Sealed::with_names(sealed.nameless(), &told)),
        Err(SealError::Stray { .. })
    ));
}

#[test]
fn a_file_of_the_format_before_is_still_intact() {
    let old = canonical(&with_names_inside());
    let json = file(&digest(&old), &old);
    let back = Sealed::parse(&json).expect("intact");
    assert_eq!((back.version.frozen_by.as_str(), back.withheld), ("Awa", 0));
    assert_eq!(back.to_json(), json);
    // It has nothing outside of what is hashed.
    let stray = Sealed::with_names(&json, sealed().disclosures());
    assert!(matches!(
        Sealed::parse(&stray),
        Err(SealError::Stray { .. })
    ));
}

/// The canonical form is that of the RFC, not merely one of ours (RFC 8785, sections 3.2.2 and 3.2.3).
#[test]
fn the_hash_is_over_the_canonical_form_of_the_rfc() {
    let value = json!({ "é": [56.0, 1e21, 0.002, -0.0], "a": "€\u{f}\n\"", "\u{1F600}": null, "\u{FB33}": true });
    assert_eq!(
        canonical(&value),
        "{\"a\":\"€\\u000f\\n\\\"\",\"é\":[56,1e+21,0.002,0],\"😀\":null,\"\u{FB33}\":true}"
    );
    // printf '{}' | sha256sum
    assert_eq!(
        hash(&json!({})),
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    );
}

#[test]
fn spaces_and_the_order_of_keys_mean_nothing() {
    let sealed = sealed();
    let value: Value = serde_json::from_str(&sealed.to_json()).expect("JSON");
    let pretty = serde_json::to_string_pretty(
        &json!({ "version": value["version"], "disclosures": value["disclosures"], "hash": value["hash"] }),
    );
    assert_eq!(Sealed::parse(&pretty.expect("JSON")), Ok(sealed));
}

#[test]
fn fields_of_a_later_jalon_are_checked_and_kept() {
    let mut value = with_names_inside();
    value["mood"] = json!("sereine");
    let json = file(&hash(&value), &canonical(&value));
    let sealed = Sealed::parse(&json).expect("intact");
    assert_eq!(sealed.version.label, version().label);
    assert_eq!(sealed.to_json(), json);
    let changed = json.replace("sereine", "morose");
    assert!(matches!(
        Sealed::parse(&changed),
        Err(SealError::Tampered { .. })
    ));
}

#[test]
fn what_is_wrong_is_said() {
    let sealed = sealed();
    let json = sealed.to_json();
    let other = "f".repeat(64);
    let with = |value: Value| file(&hash(&value), &canonical(&value));
    let without = |key: &str| {
        let mut value = with_names_inside();
        value.as_object_mut().expect("an object").remove(key);
        value
    };
    let mut names_for_digests = with_names_inside();
    names_for_digests["format"] = json!(FORMAT);
    let mut later = serde_json::to_value(version()).expect("JSON");
    later["format"] = json!("jalon.version/9");
    for (json, wanted) in [
        (String::new(), "not a JSON file"),
        ("Bilan d’été".to_owned(), "not a JSON file"),
        ("[".repeat(100_000), "not a JSON file"),
        (json[..json.len() - 1].to_owned(), "not a JSON file"),
        (json.clone() + "{}", "not a JSON file"),
        (
            json.replace(r#""number":2"#, r#""number":9007199254740993"#),
            "too large",
        ),
        (
            json.replace(r#""number":2"#, r#""number":1e999"#),
            "not a JSON file",
        ),
        // Another program might read the first of two numbers, and this one the second.
        (
            json.replace(r#""number":2"#, r#""number":9,"number":2"#),
            "twice",
        ),
        ("7".to_owned(), "no hash and version"),
        (r#"{"version":{}}"#.to_owned(), "no hash"),
        (format!(r#"{{"hash":"{other}"}}"#), "no version"),
        (format!(r#"{{"hash":"{other}","version":7}}"#), "no version"),
        (with(json!({})), "no format"),
        (with(later), "jalon.version/9"),
        (with(without("label")), "missing field `label`"),
        (
            with(names_for_digests),
            "a name stands where a digest should",
        ),
        (
            json.replace(r#","salt":"#, r#","pepper":1,"salt":"#),
            "unknown field `pepper`",
        ),
        (
            json.replace(&sealed.hash, &other),
            "changed after it was frozen",
        ),
        (
            json.replace(&sealed.hash, &sealed.hash.to_uppercase()),
            "changed after it was frozen",
        ),
        (json.replace("Tenir 96", "Tenir 95"), &sealed.hash),
    ] {
        match Sealed::parse(&json) {
            Ok(_) => panic!("accepted: {json:.80}"),
            Err(error) => assert!(error.to_string().contains(wanted), "{error} for {json:.80}"),
        }
    }
}

/// Whether a file is refused, or says what the original says: names may be left out, never changed.
fn is_seen(changed: &str, original: &Sealed) -> bool {
    Sealed::parse(changed).map_or(true, |back| {
        let mut told = back.disclosures().iter();
        back.nameless() == original.nameless()
            && told.all(|(digest, name)| original.disclosures().get(digest) == Some(name))
    })
}

#[test]
fn no_byte_changes_unseen() {
    let original = sealed();
    let json = original.to_json();
    for at in 0..json.len() {
        for flip in [0x01, 0x02, 0x20] {
            let mut bytes = json.clone().into_bytes();
            bytes[at] ^= flip;
            let Ok(changed) = String::from_utf8(bytes) else {
                continue;
            };
            assert!(
                is_seen(&changed, &original),
                "byte {at}: {}",
                &changed[at.saturating_sub(20)..(at + 20).min(changed.len())]
            );
        }
    }
}

proptest! {
    #[test]
    fn no_edit_goes_unseen(at in 0.0..1.0_f64, delete in 0_usize..4, insert in "[ -~é]{0,3}") {
        let original = sealed();
        let json = original.to_json();
        let letters: Vec<char> = json.chars().collect();
        let at = (at * letters.len() as f64) as usize;
        let end = (at + delete).min(letters.len());
        let changed: String = letters[..at].iter().copied().chain(insert.chars()).chain(letters[end..].iter().copied()).collect();
        prop_assert!(is_seen(&changed, &original));
    }

    #[test]
    fn any_text_is_refused_or_read_and_never_a_panic(text in "\\PC{0,60}") {
        prop_assert!(Sealed::parse(&text).is_err());
    }
}

proptest! {
    /// A mean of means has more digits than anybody types, and so has a share of a target.
    #[test]
    fn a_version_reads_back_whatever_its_numbers_are(
        numbers in prop::collection::vec(prop::num::f64::NORMAL | prop::num::f64::ZERO, 1..50),
        thirds in prop::collection::vec(1_u32..100_000, 1..50),
    ) {
        let mut version = version();
        let thirds = thirds.into_iter().map(|n| f64::from(n) / 3.0 + 0.1);
        let figure = version.dashboard.figures[0].clone();
        version.dashboard.figures = numbers.into_iter().chain(thirds).map(|number| Figure {
            aggregate: Some(number),
            ..figure.clone()
        }).collect();
        let whose = Whose { frozen_by: AWA, participants: vec![AWA, OTHER_AWA] };
        let sealing = Sealed::seal(version, &whose, || Ok::<_, Infallible>([0; 16])).expect("sealed");
        let back = Sealed::parse(&sealing.sealed.to_json());
        prop_assert_eq!(back.as_ref(), Ok(&sealing.sealed));
    }
}

/// What is kept is opened by its bytes, and read as strictly when they are not those that were sealed.
#[test]
fn what_is_kept_opens_to_what_was_sealed() {
    let sealed = sealed();
    let open = |nameless: &str| Sealed::open(nameless.to_owned(), sealed.disclosures().clone());
    assert_eq!(open(sealed.nameless()).as_ref(), Ok(&sealed));
    let spaced = sealed.nameless().replacen(':', ": ", 1);
    assert_eq!(open(&spaced).as_ref(), Ok(&sealed));
    let changed = sealed.nameless().replace("Bilan", "bilan");
    assert!(matches!(open(&changed), Err(SealError::Tampered { .. })));
    let none = Sealed::open(sealed.nameless().to_owned(), Disclosures::new()).expect("intact");
    assert_eq!(none.withheld, sealed.disclosures().len());
    let stray = Disclosures::from([(
        Disclosure {
            name: "Bo".to_owned(),
            salt: "00".to_owned(),
        }
        .digest(),
        Disclosure {
            name: "Bo".to_owned(),
            salt: "00".to_owned(),
        },
    )]);
    let told = Sealed::open(sealed.nameless().to_owned(), stray);
    assert!(matches!(told, Err(SealError::Stray { .. })));
    let old = with_names_inside();
    let old = file(&hash(&old), &canonical(&old));
    assert_eq!(
        Sealed::open(old.clone(), Disclosures::new()),
        Sealed::parse(&old)
    );
}
