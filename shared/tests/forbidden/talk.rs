//! Everybody speaks for themselves: what a server refuses of comments.

use crate::foreign::{AXIS, Foreign, INDICATOR, check_refused, id, workspace};
use jalon_shared::{
    AxisId, Command, CommandError, PersonId, Stamp, Subject, Workspace,
    talk::{self, Deed},
    workspace::{Limits, ReceiveError, Sender},
};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;
use yrs::Any;

const AWA: u128 = 1;
const NOE: u128 = 2;
const THREAD: u128 = 30;

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(id(number))
}

fn about() -> Subject {
    AxisId::from_uuid(id(AXIS)).into()
}

fn stamp(number: u128, name: &str) -> Stamp {
    Stamp {
        person: person(number),
        name: name.to_owned(),
        at: 100,
    }
}

fn entry(number: u128, deed: Deed) -> Command {
    Command::Talk {
        id: id(number).into(),
        about: about(),
        thread: id(THREAD).into(),
        deed,
    }
}

fn say(text: &str) -> Deed {
    Deed::Say {
        text: text.to_owned(),
        mentions: Vec::new(),
    }
}

fn correct(number: u128) -> Deed {
    Deed::Correct {
        comment: id(number).into(),
        text: "autrement".to_owned(),
        mentions: Vec::new(),
    }
}

/// What a replica that has all of a workspace writes by a command of ours.
fn written(server: &Workspace, command: &Command, by: &Stamp) -> Vec<u8> {
    let mut peer = Workspace::load(&server.snapshot()).expect("a workspace");
    peer.apply(command, by).expect("a command").update
}

/// What the server says to an update of somebody.
fn send(
    server: &mut Workspace,
    update: &[u8],
    sender: u128,
    facilitates: bool,
) -> Result<(), ReceiveError> {
    let names = match sender {
        AWA => BTreeSet::from(["Awa".to_owned(), "Awa D.".to_owned()]),
        _ => BTreeSet::from(["Noé".to_owned()]),
    };
    let sender = Sender {
        person: person(sender),
        names: &names,
        facilitates,
    };
    server.receive_from(update, sender).map(drop)
}

#[test]
fn nobody_speaks_as_somebody_else() {
    let mut server = workspace(Limits::default());
    let refused = Err(ReceiveError::Schema(
        "a comment in the name of somebody else",
    ));
    let before = server.snapshot();
    for (by, sender) in [
        (stamp(NOE, "Noé"), AWA),
        (stamp(AWA, "Noé"), AWA),
        (stamp(AWA, "Awa"), NOE),
        (stamp(AWA, ""), AWA),
    ] {
        for deed in [say("oui"), Deed::Resolve, Deed::Reopen] {
            let update = written(&server, &entry(40, deed), &by);
            assert_eq!(send(&mut server, &update, sender, true), refused);
        }
    }
    // Whoever is nobody in particular says nothing.
    let update = written(&server, &entry(40, say("oui")), &stamp(AWA, "Awa"));
    assert_eq!(server.receive(&update).map(drop), refused);
    assert_eq!(server.snapshot(), before);
    for (number, name) in [(40, "Awa"), (41, "Awa D.")] {
        let update = written(&server, &entry(number, say("oui")), &stamp(AWA, name));
        assert_eq!(send(&mut server, &update, AWA, false), Ok(()));
    }
    assert_eq!(server.threads(about())[0].comments.len(), 2);
}

#[test]
fn what_somebody_said_is_changed_by_nobody_else() {
    let mut server = workspace(Limits::default());
    let (awa, noe) = (stamp(AWA, "Awa"), stamp(NOE, "Noé"));
    let update = written(&server, &entry(40, say("oui")), &awa);
    assert_eq!(send(&mut server, &update, AWA, false), Ok(()));
    let own = Err(ReceiveError::Schema("a comment of somebody else"));
    let comment = id(40).into();
    for deed in [correct(40), Deed::Withdraw { comment }] {
        let update = written(&server, &entry(41, deed), &noe);
        // Also not by a facilitator, who may take it away, and say so.
        assert_eq!(send(&mut server, &update, NOE, true), own);
    }
    let remove = written(&server, &entry(41, Deed::Remove { comment }), &noe);
    let may_not = ReceiveError::Schema("a comment taken away by somebody who may not");
    assert_eq!(send(&mut server, &remove, NOE, false), Err(may_not));
    // In the same update as the comment, and before it: then readers pass over it.
    let mut peer = Workspace::load(&server.snapshot()).expect("a workspace");
    for (number, deed) in [
        (50, correct(51)),
        (
            52,
            Deed::Withdraw {
                comment: id(51).into(),
            },
        ),
    ] {
        peer.apply(&entry(number, deed), &noe).expect("a command");
    }
    let early = peer.diff(&server.state_vector()).expect("an update");
    assert_eq!(send(&mut server, &early, NOE, false), Ok(()));
    let update = written(&server, &entry(51, say("le mien")), &awa);
    assert_eq!(send(&mut server, &update, AWA, false), Ok(()));
    let thread = server.threads(about()).remove(0);
    let texts: Vec<_> = thread.standing().map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["oui", "le mien"]);
    assert!(server.erase_replaced(&[about()]).update.is_empty());
    assert_eq!(send(&mut server, &remove, NOE, true), Ok(()));
    assert!(server.threads(about())[0].comments[0].gone.is_some());
}

/// A value of an entry with some of its parts changed.
fn raw(number: u128, changed: &[(&str, Any)]) -> Any {
    let mut parts = HashMap::from([
        ("id".to_owned(), Any::from(id(number).to_string())),
        ("about".to_owned(), Any::from(about().to_string())),
        ("thread".to_owned(), Any::from(id(THREAD).to_string())),
        (
            "deed".to_owned(),
            Any::from_json(r#"{"does":"say","text":"oui","mentions":[]}"#).expect("JSON"),
        ),
        ("by".to_owned(), Any::from(person(AWA).to_string())),
        ("by_name".to_owned(), Any::from("Awa")),
        ("at".to_owned(), Any::from(100)),
    ]);
    for (key, value) in changed {
        parts.insert((*key).to_owned(), value.clone());
    }
    Any::Map(parts.into())
}

fn key(number: u128) -> String {
    format!("{}/{}/{}", about(), id(THREAD), id(number))
}

#[test]
fn what_is_no_comment_is_refused() {
    let deed = |json: &str| ("deed", Any::from_json(json).expect("JSON"));
    let long = format!(
        r#"{{"does":"say","text":"{}","mentions":[]}}"#,
        "x".repeat(talk::LONGEST_COMMENT as usize + 1)
    );
    let crowd = vec![format!(r#"{{"person":"{}","name":"Eva"}}"#, id(5)); talk::MOST_MENTIONS + 1];
    let crowd = format!(
        r#"{{"does":"say","text":"oui","mentions":[{}]}}"#,
        crowd.join(",")
    );
    let unreadable = "a comment that cannot be read";
    let no_key = "a comment under a key that is none";
    let rows = [
        (unreadable, key(41), Any::from(74.5)),
        (unreadable, key(41), raw(42, &[])),
        (unreadable, key(41), raw(41, &[deed(r#"{"does":"shout"}"#)])),
        (unreadable, key(41), raw(41, &[deed(&long)])),
        (unreadable, key(41), raw(41, &[deed(&crowd)])),
        (
            unreadable,
            key(41),
            raw(41, &[deed(r#"{"does":"say","text":"  ","mentions":[]}"#)]),
        ),
        (unreadable, key(41), raw(41, &[("at", Any::from(1e300))])),
        (
            unreadable,
            key(41),
            raw(41, &[("thread", Any::from(Uuid::nil().to_string()))]),
        ),
        (unreadable, key(41), raw(41, &[("by", Any::from("Awa"))])),
        (no_key, "talk".to_owned(), raw(41, &[])),
        (no_key, key(41).replace("axis", "settings"), raw(41, &[])),
        (no_key, key(41).replace("axis", "reading"), raw(41, &[])),
        ("a comment that is rewritten", key(40), raw(40, &[])),
    ];
    for (why, key, value) in rows {
        check(why, |foreign| drop(foreign.put("talk", &key, value)));
    }
    check("a comment that is deleted", |foreign| {
        foreign.remove("talk", &key(40));
    });
    // What a client of the format writes by itself is let in.
    let mut server = with_a_comment();
    let foreign = Foreign::new(Some(&server));
    foreign.put("talk", &key(41), raw(41, &[]));
    let update = foreign.update_for(&server);
    assert_eq!(send(&mut server, &update, AWA, false), Ok(()));
}

fn with_a_comment() -> Workspace {
    let mut server = workspace(Limits::default());
    let update = written(&server, &entry(40, say("oui")), &stamp(AWA, "Awa"));
    assert_eq!(send(&mut server, &update, AWA, false), Ok(()));
    server
}

/// Awa does something against the schema: alone, and in all that she has, to a server that was just started
/// again.
fn check(why: &'static str, deed: impl FnOnce(&Foreign)) {
    let mut server = with_a_comment();
    let foreign = Foreign::new(Some(&server));
    deed(&foreign);
    let refused = Err(ReceiveError::Schema(why));
    let before = server.snapshot();
    let update = foreign.update_for(&server);
    assert_eq!(send(&mut server, &update, AWA, true), refused, "{why}");
    let mut loaded = Workspace::load(&before).expect("a workspace");
    loaded.guard(Limits::default()).expect("a guard");
    assert_eq!(send(&mut loaded, &foreign.all(), AWA, true), refused);
    assert_eq!(server.snapshot(), before);
}

#[test]
fn there_is_an_end_to_talking() {
    let limits = Limits {
        talk: 2,
        ..Limits::default()
    };
    let mut server = workspace(limits);
    for (number, fits) in [(40, true), (41, true), (42, false)] {
        let update = written(&server, &entry(number, say("oui")), &stamp(AWA, "Awa"));
        let full = Err(ReceiveError::Full("too many comments"));
        let expected = if fits { Ok(()) } else { full };
        assert_eq!(send(&mut server, &update, AWA, false), expected);
    }
    // What was erased does not count twice, also after a start.
    let withdraw = Deed::Withdraw {
        comment: id(40).into(),
    };
    server
        .apply(&entry(43, withdraw), &stamp(AWA, "Awa"))
        .expect("a command");
    assert!(!server.erase_replaced(&[about()]).update.is_empty());
    let mut loaded = Workspace::load(&server.snapshot()).expect("a workspace");
    let limits = Limits { talk: 4, ..limits };
    loaded.guard(limits).expect("a guard");
    let update = written(&loaded, &entry(44, say("oui")), &stamp(AWA, "Awa"));
    assert_eq!(send(&mut loaded, &update, AWA, false), Ok(()));
}

#[test]
fn a_command_keeps_to_it_by_itself() {
    let mut server = workspace(Limits::default());
    let by = stamp(AWA, "Awa");
    let empty = server.apply(&entry(40, say(" ")), &by);
    assert_eq!(empty, Err(CommandError::InvalidComment));
    let nothing = Command::Talk {
        id: id(40).into(),
        about: AxisId::from_uuid(id(INDICATOR)).into(),
        thread: id(THREAD).into(),
        deed: say("oui"),
    };
    let missing = server.apply(&nothing, &by);
    assert!(matches!(missing, Err(CommandError::NotFound(_))));
    // Other writing goes on beside a refused comment.
    let forged = written(&server, &entry(40, say("oui")), &stamp(NOE, "Noé"));
    let why = ReceiveError::Schema("a comment in the name of somebody else");
    check_refused(&mut server, &forged, &why);
}
