//! One person alone in a workspace: what they do, and what they take back.

use jalon_shared::{
    Change, Command, FieldRef, PersonId, Settings, Stamp, TextEdit, Workspace, workspace::Effect,
};
use uuid::Uuid;

mod forget;
mod recording;
mod talk;
mod undo;
mod workspace;

fn at(at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".into(),
        at,
    }
}

fn id<I: From<Uuid>>(number: u128) -> I {
    I::from(Uuid::from_u128(number))
}

fn workspace() -> Workspace {
    let mut workspace = Workspace::new();
    let languages = ["fr", "it"].map(|tag| tag.parse().unwrap()).to_vec();
    let settings = Settings {
        title: "Escale".into(),
        currency: "CHF".into(),
        languages,
        ..Settings::default()
    };
    let effect = workspace.setup(&settings, &at(1));
    assert!(!effect.update.is_empty() && effect.changes.contains(&Change::Languages));
    assert_eq!(workspace.settings(), settings);
    assert_eq!(workspace.setup(&settings, &at(1)), Effect::default());
    workspace
}

fn apply(workspace: &mut Workspace, command: impl Into<Command>, time: i64) -> Effect {
    workspace.apply(&command.into(), &at(time)).unwrap()
}

fn write(field: FieldRef, place: u32, delete: u32, insert: &str) -> Command {
    Command::Edit {
        field,
        edit: TextEdit {
            at: place,
            delete,
            insert: insert.into(),
        },
    }
}
