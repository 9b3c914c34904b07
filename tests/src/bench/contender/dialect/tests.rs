//! Against the bytes that went over a socket of `@hocuspocus/server` 4.7.0, spoken to by the JavaScript libraries `yjs`,
//! `y-protocols` and `lib0`: two people in a document `d1`, of whom one types "hi".

use super::Dialect;
use anyhow::{Context, Result};
use jalon_shared::protocol::Frame;

/// "hi" in a text, from client 7.
const TYPED: &str = "010107000401017402686900";

#[test]
fn a_client_of_hocuspocus_begins_with_a_token_and_a_question() {
    let hello: Vec<String> = Dialect::Named.hello("d1").iter().map(hex).collect();
    assert_eq!(hello, ["026431020000", "02643100000100"]);
}

#[test]
fn what_is_typed_bears_the_name_of_the_document() -> Result<()> {
    let update = Frame::Update {
        update: bytes(TYPED)?,
    };
    assert_eq!(
        hex(Dialect::Named.wrap("d1", &update.encode())),
        format!("02643100020c{TYPED}")
    );
    Ok(())
}

#[test]
fn frames_are_found_in_what_hocuspocus_says() -> Result<()> {
    let frame = |message: &str| -> Result<Option<Frame>> {
        let message = bytes(message)?;
        let frame = Dialect::Named.unwrap(&message);
        Ok(frame.map(Frame::decode).transpose()?)
    };
    let update = bytes(TYPED)?;
    // What the server asks and what it answers, when nobody had typed and afterwards.
    let state_vector = vec![0];
    let asked = Frame::SyncStep1 { state_vector };
    assert_eq!(frame("02643100000100")?, Some(asked));
    let state_vector = vec![1, 7, 2];
    let asked = Frame::SyncStep1 { state_vector };
    assert_eq!(frame("026431000003010702")?, Some(asked));
    let nothing = vec![0, 0];
    let answer = Frame::SyncStep2 { update: nothing };
    assert_eq!(frame("0264310001020000")?, Some(answer));
    let update_there = update.clone();
    let answer = Frame::SyncStep2 {
        update: update_there,
    };
    let answered = format!("02643100010c{TYPED}");
    assert_eq!(frame(&answered)?, Some(answer));
    // What it passes on.
    let typed = format!("02643100020c{TYPED}");
    assert_eq!(frame(&typed)?, Some(Frame::Update { update }));
    let presence = frame("026431010b010701077b226e223a317d")?;
    assert!(matches!(presence, Some(Frame::Awareness { .. })));
    Ok(())
}

#[test]
fn what_only_hocuspocus_says_is_passed_over() -> Result<()> {
    // "read-write" after the token; that an update was taken.
    for message in ["02643102020a726561642d7772697465", "0264310801"] {
        assert_eq!(Dialect::Named.unwrap(&bytes(message)?), None, "{message}");
    }
    Ok(())
}

#[test]
fn what_is_no_message_is_passed_over() -> Result<()> {
    for message in [
        "",
        "02",
        "0264",
        "026431",
        "ff",
        "ffffffffffffffffffffff7f00",
    ] {
        assert_eq!(Dialect::Named.unwrap(&bytes(message)?), None, "{message}");
    }
    Ok(())
}

#[test]
fn a_long_name_is_found_again() {
    let name = "é".repeat(200);
    let message = Dialect::Named.wrap(&name, &[0, 2, 1, 7]);
    assert_eq!(Dialect::Named.unwrap(&message), Some(&[0, 2, 1, 7][..]));
}

#[test]
fn the_others_speak_the_plain_protocol() -> Result<()> {
    assert_eq!(Dialect::Plain.hello("d1"), [bytes("00000100")?]);
    let frame = bytes(TYPED)?;
    assert_eq!(Dialect::Plain.wrap("d1", &frame), frame);
    assert_eq!(Dialect::Plain.unwrap(&frame), Some(frame.as_slice()));
    Ok(())
}

fn hex(bytes: impl AsRef<[u8]>) -> String {
    let digits = bytes.as_ref().iter().map(|byte| format!("{byte:02x}"));
    digits.collect()
}

fn bytes(hex: &str) -> Result<Vec<u8>> {
    (0..hex.len())
        .step_by(2)
        .map(|at| {
            let digits = hex.get(at..at + 2).context("an odd digit")?;
            Ok(u8::from_str_radix(digits, 16)?)
        })
        .collect()
}
