//! Whether everybody has the same in the end: a server is measured for bringing everything to everybody, and for
//! nothing else.

use super::{
    contender::Kind,
    hall::LOOKED_THROUGH,
    house::House,
    load::Crowd,
    person::{Document, Person},
};
use anyhow::{Context, Result, ensure};
use jalon_shared::Workspace;
use std::rc::Rc;

impl Crowd {
    /// Checks that everybody has the same: what each was sent, by its edits; in some documents, what some of them
    /// have, and what somebody gets who comes now, by the whole content.
    pub async fn check(mut self, house: &House) -> Result<()> {
        for person in &self.people {
            let mut expected = person.document.counts();
            let mut seen = person.seen.borrow().counts().to_vec();
            // Nobody is sent their own.
            expected[person.number] = 0;
            seen[person.number] = 0;
            ensure!(seen == expected, "somebody lacks {seen:?} of {expected:?}");
        }
        let looked_through = self.documents.iter().take(LOOKED_THROUGH.0).cloned();
        let looked_through: Vec<_> = looked_through.collect();
        self.leave_but(&looked_through);
        for document in &looked_through {
            let script = &document.script;
            let expected = script.document(house.base(document), &document.counts())?;
            let there = self
                .people
                .iter()
                .filter(|person| Rc::ptr_eq(&person.document, document));
            for person in there {
                let Some(kept) = person.kept() else { continue };
                let own = script.authors[person.number].edits.iter();
                let own = own.take(document.counts()[person.number]);
                let mut has = Workspace::load(house.base(document))?;
                for update in own.map(|edit| &edit.update).chain(&kept) {
                    has.receive(update)?;
                }
                same(&has, &expected).context("somebody who was there")?;
            }
            if house.kind() != Kind::Relay {
                let has = house.look(document).await?;
                same(&has, &expected).context("somebody who comes now")?;
            }
        }
        Ok(())
    }

    /// A server lets only so many in: those whose documents nobody looks through make room for who looks.
    fn leave_but(&mut self, documents: &[Rc<Document>]) {
        let stays = |person: &Rc<Person>| {
            documents
                .iter()
                .any(|one| Rc::ptr_eq(one, &person.document))
        };
        for (person, listening) in self.people.iter().zip(&self.listening) {
            if !stays(person) {
                listening.abort();
            }
        }
        self.people.retain(stays);
    }
}

/// Whether two documents hold the same edits and say the same.
pub fn same(has: &Workspace, expected: &Workspace) -> Result<()> {
    ensure!(
        has.state_vector() == expected.state_vector(),
        "has not the same edits"
    );
    ensure!(
        has.content() == expected.content(),
        "has the same edits and another content"
    );
    Ok(())
}
