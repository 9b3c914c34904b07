//! What everybody will type, made before anything is measured: a document as the work begins, and for each author
//! the updates of their own replica of it, one edit each. All contenders get the same bytes.

use super::letters;
use crate::{
    link::Door,
    peer::Peer,
    server::{Server, Setup},
    words::entities,
};
use anyhow::{Context, Result, ensure};
use jalon_shared::{
    Command, EntityKind, EntityRef, Field, FieldRef, Measure, NewEntity, ObjectiveId, Period,
    PersonId, Settings, Stamp, TextEdit, Value, Workspace, protocol::Frame,
};
use std::collections::HashMap;
use uuid::Uuid;
use yrs::{Update, merge_updates_v1, updates::decoder::Decode};

/// What the document is, and what is typed into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A few empty texts, into which everybody types letters.
    Letters,
    /// The sample workspace, into which people type words, figures of the grid and readings, as they do.
    Sample,
}

/// After how many letters an author goes on in another text, so that none becomes longer than people write.
const LETTERS: usize = 150;

/// How many texts [`Shape::Letters`] has.
const TEXTS: u128 = 10;

/// How many letters somebody of [`Shape::Sample`] types for each figure.
const LETTERS_FOR_A_FIGURE: usize = 8;

/// A document and what is typed into it.
pub struct Script {
    /// The document as the work begins, as one update.
    pub base: Vec<u8>,
    /// The same in updates that a server takes: most take no very long ones.
    pub pieces: Vec<Vec<u8>>,
    pub authors: Vec<Author>,
    /// The number of an author in `authors`, by the number of their replica.
    by_client: HashMap<u64, usize>,
}

/// What one author types.
pub struct Author {
    pub client: u64,
    /// In their order.
    pub edits: Vec<Edit>,
}

/// One edit.
pub struct Edit {
    /// The update by itself.
    pub update: Vec<u8>,
    /// The frame that brings it.
    pub frame: Vec<u8>,
    /// Where the author's items end with it: with the edit before, which of them it brings.
    pub end: u32,
}

impl Script {
    /// Lets `authors` type `edits` each.
    pub fn write(base: Vec<u8>, shape: Shape, authors: usize, edits: usize) -> Result<Self> {
        Self::after(vec![base], shape, authors, edits)
    }

    /// The same in a document that some updates bring, one after the other.
    pub fn after(pieces: Vec<Vec<u8>>, shape: Shape, authors: usize, edits: usize) -> Result<Self> {
        let base = match pieces.as_slice() {
            [base] => base.clone(),
            _ => merge_updates_v1(&pieces)?,
        };
        let authors: Vec<Author> = (0..authors)
            .map(|number| Author::write(&base, shape, number, edits))
            .collect::<Result<_>>()?;
        let numbered = authors.iter().enumerate();
        let by_client = numbered.map(|(number, author)| (author.client, number));
        Ok(Self {
            by_client: by_client.collect(),
            base,
            pieces,
            authors,
        })
    }

    /// The author who writes under this number.
    pub fn author(&self, client: u64) -> Option<usize> {
        self.by_client.get(&client).copied()
    }

    /// What everybody has who had `base`, and got the first `sent` edits of each author.
    pub fn document(&self, base: &[u8], sent: &[usize]) -> Result<Workspace> {
        let mut document = Workspace::load(base)?;
        for (author, sent) in self.authors.iter().zip(sent) {
            for edit in author.edits.iter().take(*sent) {
                document.receive(&edit.update)?;
            }
        }
        Ok(document)
    }
}

impl Author {
    fn write(base: &[u8], shape: Shape, number: usize, count: usize) -> Result<Self> {
        let mut document = Workspace::load(base)?;
        let mut typist = Typist::new(&document, number)?;
        let client = document.client_id();
        let mut edits = Vec::with_capacity(count);
        while shape == Shape::Letters && edits.len() < count {
            let (command, letters) = typist.text(count - edits.len());
            let together = document.apply(&command, &typist.stamp)?.update;
            let single = letters::one_by_one(&together, &letters)?.into_iter();
            edits.extend(single.map(|letter| Edit::new(letter.update, letter.end)));
        }
        for turn in edits.len()..count {
            let command = if turn % (LETTERS_FOR_A_FIGURE + 1) == LETTERS_FOR_A_FIGURE {
                typist.figure(turn)?
            } else {
                typist.letter()
            };
            let update = document.apply(&command, &typist.stamp)?.update;
            let brought = Update::decode_v1(&update)?.insertions(true);
            let own = brought.iter().filter(|(by, _)| by.get() == client);
            let end = own.flat_map(|(_, clocks)| clocks.iter().map(|clocks| clocks.end));
            let end = end.max().context("an edit that nobody could count")?;
            edits.push(Edit::new(update, end));
        }
        Ok(Self { client, edits })
    }
}

impl Edit {
    fn new(update: Vec<u8>, end: u32) -> Self {
        let frame = Frame::Update { update };
        Self {
            frame: frame.encode(),
            update: match frame {
                Frame::Update { update } => update,
                _ => Vec::new(),
            },
            end,
        }
    }
}

/// Somebody who types.
struct Typist {
    stamp: Stamp,
    /// The texts of the document, from the one where this typist begins.
    texts: Vec<FieldRef>,
    indicators: Vec<EntityRef>,
    /// How many letters were typed.
    letters: usize,
}

impl Typist {
    fn new(document: &Workspace, number: usize) -> Result<Self> {
        let objectives = entities(document, EntityKind::Objective).into_iter();
        let text = |entity, field| FieldRef { entity, field };
        let statements = objectives.map(|objective| text(objective, Field::Statement));
        let indicators = entities(document, EntityKind::Indicator);
        let biases = indicators
            .iter()
            .map(|indicator| text(*indicator, Field::KnownBiases));
        let mut texts: Vec<FieldRef> = statements.chain(biases).collect();
        ensure!(!texts.is_empty(), "a document without texts");
        let first = number % texts.len();
        texts.rotate_left(first);
        Ok(Self {
            stamp: Stamp {
                person: PersonId::from_uuid(Uuid::from_u128(number as u128 + 1)),
                name: format!("Personne {}", number + 1),
                at: 1_750_000_000_000, // June 2025
            },
            texts,
            indicators,
            letters: 0,
        })
    }

    /// The next letter of a text, after the one that this typist typed last. A text begins at the beginning, so that
    /// it is the same place whatever the others type.
    fn letter(&mut self) -> Command {
        self.letters(1).0
    }

    /// Letters until the text is as long as people write, but `most`; and which they are.
    fn text(&mut self, most: usize) -> (Command, String) {
        self.letters(most.min(LETTERS - self.letters % LETTERS))
    }

    fn letters(&mut self, count: usize) -> (Command, String) {
        let at = u32::try_from(self.letters % LETTERS).unwrap_or_default();
        let field = self.texts[self.letters / LETTERS % self.texts.len()].clone();
        let alphabet = ('a'..='z').cycle().skip(self.letters % 26);
        let insert: String = alphabet.take(count).collect();
        self.letters += count;
        let edit = TextEdit {
            at,
            delete: 0,
            insert: insert.clone(),
        };
        (Command::Edit { field, edit }, insert)
    }

    /// A figure: the target of an indicator, or a reading of it.
    fn figure(&self, turn: usize) -> Result<Command> {
        let indicator = self.indicators[turn % self.indicators.len()];
        let value = turn as f64 + 0.5;
        if turn.is_multiple_of(2) {
            return Ok(Command::Set {
                field: FieldRef {
                    entity: indicator,
                    field: Field::TargetValue,
                },
                value: Value::Number(value),
            });
        }
        let month = u8::try_from(turn / 2 % 12)?;
        let year = 2020 + i16::try_from(turn / 24 % 6)?;
        let period = Period::new(year, month, jalon_shared::Frequency::Monthly);
        Ok(Command::Record {
            id: Uuid::from_u128(rand::random()).into(),
            indicator: indicator.id.into(),
            period: period.context("a month")?,
            measure: Measure::Amount { value },
            comment: String::new(),
        })
    }
}

/// The document in which a work begins, as one update, which says nothing of the settings: some servers have their own.
pub async fn base(shape: Shape) -> Result<Vec<u8>> {
    let by = Stamp {
        person: PersonId::from_uuid(Uuid::nil()),
        name: "Semeuse".to_owned(),
        at: 1_750_000_000_000, // June 2025
    };
    let mut beneath = Workspace::new();
    beneath.setup(&Settings::default(), &by);
    let mut document = Workspace::load(&beneath.snapshot())?;
    match shape {
        Shape::Letters => {
            for number in 0..TEXTS {
                let objective = ObjectiveId::from_uuid(Uuid::from_u128(number + 1));
                document.apply(&NewEntity::new(objective).into(), &by)?;
            }
        }
        Shape::Sample => {
            let mut sample = sample().await?.content();
            sample.settings = document.content().settings;
            document.restore(&sample, &by, || Uuid::from_u128(rand::random()))?;
        }
    }
    Ok(document.diff(&beneath.state_vector())?)
}

/// The sample as the demo has it.
async fn sample() -> Result<Workspace> {
    let setup = Setup {
        demo: true,
        quiet: true,
        ..Setup::default()
    };
    let server = Server::start_with(setup).await?;
    let workspace = server.workspace("").await?;
    let door = Door {
        address: server.address().to_owned(),
        token: server.token(&workspace, "reader").await?,
        workspace,
    };
    let mut peer = Peer::join(&door).await?;
    peer.leave().await;
    Ok(peer.document)
}
