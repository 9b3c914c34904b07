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
use std::{collections::HashMap, rc::Rc, time::Duration};
use tokio::time::timeout;

/// How many people share one token of Jalon: it lets a hundred connections of one person in.
const PEOPLE_OF_A_TOKEN: usize = 90;

/// A contender, and the documents in it.
pub struct House {
    pub contender: Contender,
    /// Who makes workspaces, in Jalon.
    owner: Option<Owner>,
    /// Whether everybody comes with the owner's key.
    is_wide: bool,
    doors: HashMap<String, Vec<Place>>,
    /// What was in each document that was filled.
    bases: HashMap<String, Vec<u8>>,
}

impl House {
    pub async fn open(kind: Kind, programs: &Programs) -> Result<Self> {
        Self::of(Contender::start(kind, programs).await?).await
    }

    /// One that lets more people in than it does by default, all with the owner's key.
    pub async fn open_wide(kind: Kind, programs: &Programs) -> Result<Self> {
        let mut house = Self::of(Contender::start_wide(kind, programs).await?).await?;
        house.is_wide = true;
        Ok(house)
    }

    async fn of(contender: Contender) -> Result<Self> {
        let owner = match contender.jalon() {
            Some(server) => Some(Owner::of_owner(server).await?),
            None => None,
        };
        Ok(Self {
            contender,
            owner,
            is_wide: false,
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
        let mut places = Vec::new();
        let name = match &self.owner {
            Some(owner) if self.is_wide => {
                let name = owner.make_workspace(&title).await?;
                let door = owner.door(&name)?;
                places.push(self.contender.place_by(&name, &door.token)?);
                name
            }
            Some(owner) => {
                let name = owner.make_workspace(&title).await?;
                // Two more look at it from outside.
                for _ in 0..(people + 2).div_ceil(PEOPLE_OF_A_TOKEN) {
                    places.push(self.contender.place(&name).await?);
                }
                name
            }
            None => {
                places.push(self.contender.place(&title).await?);
                title
            }
        };
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

    /// How many edits of each author whoever comes now gets: hears until that is enough, or nothing came for `quiet`.
    pub async fn hear_until(
        &self,
        document: &Rc<Document>,
        is_enough: impl Fn(&[usize]) -> bool,
        quiet: Duration,
    ) -> Result<Vec<usize>> {
        let nobody = document.people;
        let place = self.place(&document.name, nobody)?;
        let tally = Rc::new(Tally::new()?);
        let (dialect, document) = (self.dialect(), document.clone());
        let visitor = Person::come(place, dialect, document, nobody, tally, false).await?;
        loop {
            let seen = visitor.seen.borrow().counts().to_vec();
            if is_enough(&seen) {
                return Ok(seen);
            }
            match timeout(quiet, visitor.hear()).await {
                Ok(open) => ensure!(open?, "the server closed"),
                Err(_) => return Ok(seen),
            }
        }
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
