//! A contender with documents in it: where people come in, how a document is filled, and what is in it.

use super::{
    contender::{Contender, Dialect, Kind, Programs},
    person::{Document, Person},
    socket::Place,
    tally::Tally,
};
use crate::{http::Script as Owner, proc::Process, until};
use anyhow::{Context, Result, ensure};
use jalon_shared::Workspace;
use std::{collections::HashMap, rc::Rc};

/// How many people share one token of Jalon: it lets a hundred connections of one person in.
const PEOPLE_OF_A_TOKEN: usize = 90;

/// A contender, and the documents in it.
pub struct House {
    pub contender: Contender,
    /// Who makes workspaces, in Jalon.
    owner: Option<Owner>,
    doors: HashMap<String, Vec<Place>>,
    /// What was in each document that was filled.
    bases: HashMap<String, Vec<u8>>,
}

impl House {
    pub async fn open(kind: Kind, programs: &Programs) -> Result<Self> {
        let contender = Contender::start(kind, programs).await?;
        let owner = match contender.jalon() {
            Some(server) => Some(Owner::of_owner(server).await?),
            None => None,
        };
        Ok(Self {
            contender,
            owner,
            doors: HashMap::new(),
            bases: HashMap::new(),
        })
    }

    pub fn kind(&self) -> Kind {
        self.contender.kind()
    }

    pub fn dialect(&self) -> Dialect {
        self.contender.dialect()
    }

    pub fn process(&self) -> Result<Process> {
        Ok(Process::of(self.contender.id()?))
    }

    /// Makes a document that so many people can come to; its name.
    pub async fn document(&mut self, people: usize) -> Result<String> {
        let title = format!("atelier-{}", self.doors.len());
        let (name, tokens) = match &self.owner {
            // Two more look at it from outside.
            Some(owner) => (
                owner.make_workspace(&title).await?,
                (people + 2).div_ceil(PEOPLE_OF_A_TOKEN),
            ),
            None => (title, 1),
        };
        let mut places = Vec::new();
        for _ in 0..tokens {
            places.push(self.contender.place(&name).await?);
        }
        self.doors.insert(name.clone(), places);
        Ok(name)
    }

    /// Where the person with this number comes in.
    pub fn place(&self, document: &str, person: usize) -> Result<&Place> {
        let places = self.doors.get(document).context("an unknown document")?;
        places
            .get(person / PEOPLE_OF_A_TOKEN)
            .or(places.last())
            .context("a document without a door")
    }

    /// Brings updates into a document from outside, and waits until whoever comes gets them.
    pub async fn fill(&mut self, document: &Rc<Document>, updates: &[Vec<u8>]) -> Result<()> {
        let mut expected = Workspace::new();
        let visitor = self.visitor(document, false).await?;
        for update in updates {
            expected.receive(update)?;
            visitor.bring(update).await?;
        }
        let expected = expected.state_vector();
        let filled = until("the document to be there", async || {
            let has = self.look(document).await?;
            Ok((!has.lacks(&expected)?).then(|| has.snapshot()))
        });
        let base = filled.await?;
        self.bases.insert(document.name.clone(), base);
        Ok(())
    }

    /// What was in a document before anybody typed.
    pub fn base<'h>(&'h self, document: &'h Document) -> &'h [u8] {
        self.bases
            .get(&document.name)
            .unwrap_or(&document.script.base)
    }

    /// What whoever comes now gets.
    pub async fn look(&self, document: &Rc<Document>) -> Result<Workspace> {
        let visitor = self.visitor(document, true).await?;
        let mut has = Workspace::new();
        for update in visitor.kept().unwrap_or_default() {
            has.receive(&update)?;
        }
        Ok(has)
    }

    /// Somebody who only looks, and has got all that was there.
    async fn visitor(&self, document: &Rc<Document>, keep: bool) -> Result<Rc<Person>> {
        ensure!(
            self.kind() != Kind::Relay,
            "a relay has nothing for whoever comes"
        );
        let nobody = document.people;
        let visitor = Person::come(
            self.place(&document.name, nobody)?,
            self.dialect(),
            document.clone(),
            nobody,
            Rc::new(Tally::new()?),
            keep,
        )
        .await?;
        visitor.get_in_step().await?;
        Ok(visitor)
    }
}
