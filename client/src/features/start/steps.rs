//! The steps of the first minute, and what of them the document says is done.

use jalon_shared::{EntityKind, Workspace};

/// A step, in the order in which they are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What brings people together: a title, and a sentence about it.
    Present,
    /// A first objective.
    Write,
    /// Somebody else.
    Invite,
    /// A first block of the dashboard.
    Show,
}

impl Step {
    pub const ALL: [Self; 4] = [Self::Present, Self::Write, Self::Invite, Self::Show];

    /// The end of the keys of its words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Write => "write",
            Self::Invite => "invite",
            Self::Show => "show",
        }
    }

    /// Whether the document says that it is done. Who was invited stands elsewhere.
    pub fn is_done_in(self, workspace: &Workspace) -> bool {
        match self {
            Self::Present => {
                let settings = workspace.settings();
                !settings.title.trim().is_empty() && !settings.mission.trim().is_empty()
            }
            Self::Write => has_objective(workspace),
            Self::Invite => false,
            Self::Show => !workspace.blocks().is_empty(),
        }
    }

    /// What has to be watched to know.
    pub const WATCHED: [EntityKind; 3] = [
        EntityKind::Settings,
        EntityKind::Objective,
        EntityKind::Block,
    ];
}

/// Whether somebody wrote an objective.
pub fn has_objective(workspace: &Workspace) -> bool {
    let mut objectives = workspace.objectives().into_iter();
    objectives.any(|id| {
        let objective = workspace.objective(id);
        objective.is_some_and(|objective| !objective.statement.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_shared::{
        BlockId, Command, EntityRef, Field, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit,
    };
    use uuid::Uuid;

    #[test]
    fn a_step_is_done_by_what_was_written() {
        let mut workspace = Workspace::new();
        let stamp = Stamp {
            person: PersonId::from_uuid(Uuid::nil()),
            name: "Ada".into(),
            at: 0,
        };
        let done = |workspace: &Workspace| Step::ALL.map(|step| step.is_done_in(workspace));
        let mut apply = |command: Command| {
            workspace.apply(&command, &stamp).expect("a valid command");
            done(&workspace)
        };
        let write = |field: Field, text: &str| Command::Edit {
            field: EntityRef::SETTINGS.field(field),
            edit: TextEdit {
                at: 0,
                delete: 0,
                insert: text.into(),
            },
        };
        assert_eq!(apply(write(Field::Title, "Escale")), [false; 4]);
        assert_eq!(
            apply(write(Field::Mission, "Rouler ensemble.")),
            [true, false, false, false]
        );
        let objective = ObjectiveId::from_uuid(Uuid::from_u128(1));
        // A card that is still empty is no objective.
        let empty = apply(NewEntity::new(objective).into());
        assert_eq!(empty, [true, false, false, false]);
        let statement = objective.field(Field::Statement);
        let edit = TextEdit {
            at: 0,
            delete: 0,
            insert: "Ouvrir un atelier.".into(),
        };
        let written = apply(Command::Edit {
            field: statement,
            edit,
        });
        assert_eq!(written, [true, true, false, false]);
        let block = BlockId::from_uuid(Uuid::from_u128(2));
        assert_eq!(
            apply(NewEntity::new(block).into()),
            [true, true, false, true]
        );
    }
}
