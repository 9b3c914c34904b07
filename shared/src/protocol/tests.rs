//! Frames against the encodings of yrs itself, and against bytes that lie.

use super::*;
use crate::{Generation, PersonId, Role};
use proptest::prelude::*;
use serde_json::json;
use yrs::{
    StateVector,
    sync::{AwarenessUpdate, Message as Theirs, SyncMessage, awareness::AwarenessUpdateEntry},
    updates::{decoder::Decode, encoder::Encode},
};

fn check(frame: &Frame, theirs: &Theirs) {
    assert_eq!(frame.encode(), theirs.encode_v1());
    assert_eq!(Frame::decode(&theirs.encode_v1()).as_ref(), Ok(frame));
}

#[test]
fn frames_are_those_of_y_protocols() {
    let state_vector = StateVector::from_iter([(yrs::block::ClientID::new(1 << 40), 70_000)]);
    let bytes = state_vector.encode_v1();
    check(
        &Frame::SyncStep1 {
            state_vector: bytes,
        },
        &Theirs::Sync(SyncMessage::SyncStep1(state_vector)),
    );
    let update = vec![7; 300];
    check(
        &Frame::SyncStep2 {
            update: update.clone(),
        },
        &Theirs::Sync(SyncMessage::SyncStep2(update.clone())),
    );
    check(
        &Frame::Update {
            update: update.clone(),
        },
        &Theirs::Sync(SyncMessage::Update(update)),
    );
    check(
        &Frame::Auth {
            reason: "été".into(),
        },
        &Theirs::Auth(Some("été".into())),
    );
    check(&Frame::QueryAwareness, &Theirs::AwarenessQuery);
    for (state, text) in [
        (Some(json!({"page": "grid"})), r#"{"page":"grid"}"#),
        (None, "null"),
    ] {
        let entry = AwarenessUpdateEntry {
            clock: 9,
            json: text.into(),
        };
        let update = AwarenessUpdate {
            clients: [(yrs::block::ClientID::new(5_000_000_000), entry)].into(),
        };
        let entries = vec![AwarenessEntry {
            client: 5_000_000_000,
            clock: 9,
            state,
        }];
        check(&Frame::Awareness { entries }, &Theirs::Awareness(update));
    }
}

/// What a frame is can be told from its first bytes.
#[test]
fn a_number_that_is_longer_than_it_has_to_be_is_none() {
    for frame in [
        &[0x80, 0, 0, 1, 0][..],
        &[0, 0x80, 0, 1, 0],
        &[0, 0x82, 0, 2, 0, 0],
        &[0x81, 0x80, 0, 1, 0],
        &[0x83, 0],
    ] {
        assert_eq!(
            Frame::decode(frame),
            Err(ProtocolError::Number),
            "{frame:?}"
        );
    }
    assert!(Frame::decode(&[0, 0, 1, 0]).is_ok());
}

#[test]
fn our_messages_are_custom_messages_to_others() {
    let person = PersonId::from_uuid(uuid::Uuid::from_u128(7));
    for (number, message) in [
        (
            100,
            Message::Welcome {
                person,
                name: "Zoé".into(),
                role: Role::Contributor,
                client: Some(1 << 50),
                generation: Generation::FIRST,
            },
        ),
        (101, Message::Acknowledged { through: 12 }),
        (
            102,
            Message::Refused {
                frame: 3,
                reason: Refusal::TooLarge,
            },
        ),
        (
            103,
            Message::VersionFrozen {
                number: 2,
                label: "Juin".into(),
            },
        ),
        (104, Message::AccessChanged { role: None }),
        (105, Message::Storage { writable: false }),
        (
            106,
            Message::VersionRestored {
                number: 2,
                label: "Juin".into(),
                person,
                name: "Zoé".into(),
            },
        ),
        (
            108,
            Message::Guide {
                person: Some(person),
            },
        ),
        (108, Message::Guide { person: None }),
    ] {
        let frame = Frame::Jalon(message);
        assert!(
            matches!(Theirs::decode_v1(&frame.encode()), Ok(Theirs::Custom(tag, _)) if tag == number)
        );
        assert_eq!(Frame::decode(&frame.encode()), Ok(frame));
    }
    assert_eq!(
        String::from_utf8_lossy(
            &Frame::Jalon(Message::Refused {
                frame: 3,
                reason: Refusal::TooLarge
            })
            .encode()[2..]
        ),
        r#"{"frame":3,"reason":"too_large"}"#,
    );
}

#[test]
fn lies_are_refused() {
    assert_eq!(
        Frame::decode(&[0, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1]),
        Err(ProtocolError::Truncated)
    );
    assert_eq!(
        Frame::decode(&[1, 6, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 1]),
        Err(ProtocolError::Truncated)
    );
    assert_eq!(Frame::decode(&[0xFF; 12]), Err(ProtocolError::Number));
    assert_eq!(
        Frame::decode(&[0x7f, 0]),
        Err(ProtocolError::UnknownMessage(127))
    );
    assert_eq!(
        Frame::decode(&[0, 9]),
        Err(ProtocolError::UnknownMessage(9))
    );
    assert_eq!(Frame::decode(&[]), Err(ProtocolError::Truncated));
    assert_eq!(Frame::decode(&[2, 0, 1, 0xFF]), Err(ProtocolError::Text));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
        let _ = Frame::decode(&bytes);
    }
}
