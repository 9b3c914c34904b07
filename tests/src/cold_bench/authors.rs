//! The people who write the large document over the public wire, each edit an update of its own: mostly letters
//! into texts that they share, sometimes one taken back, and choices, figures and readings in between.

use crate::{
    chance::Seed,
    http::Script,
    link::{Door, Link},
};
use anyhow::{Context, Result, bail};
use futures::future::try_join_all;
use jalon_shared::{
    Command, EntityRef, Field, FieldRef, IndicatorId, Measure, NewEntity, ObjectiveId, Period,
    PersonId, ReadingId, Stamp, TextEdit, Value, Workspace,
    objective::ObjectiveStatus,
    protocol::{Frame, Message},
};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};

/// How many objectives, and half as many indicators more, they write about: as in a full workshop.
const OBJECTIVES: usize = 24;

/// Where they write: the texts of an objective and of an indicator.
const OF_OBJECTIVES: [Field; 4] = [
    Field::Statement,
    Field::Specific,
    Field::Measurable,
    Field::Relevant,
];
const OF_INDICATORS: [Field; 4] = [
    Field::Definition,
    Field::Source,
    Field::Collection,
    Field::KnownBiases,
];

/// After how many edits somebody hears what the others wrote.
const BREATH: usize = 40;

/// How many edits go out together.
const AT_ONCE: usize = 10;

/// In thousandths: how often somebody chooses or enters something instead of a letter, and takes a letter back.
const FIGURES: u32 = 50;
const CHOICES: u32 = 70;
const READINGS: u32 = 30;
const TAKEN_BACK: u32 = 60;

/// How many people write how much.
#[derive(Debug, Clone, Copy)]
pub struct Party {
    pub people: usize,
    /// Of all together.
    pub edits: usize,
}

impl Party {
    /// Writes, and returns when all of it is on the server's disk: what everybody has then.
    pub async fn write(&self, owner: &Script, workspace: &str) -> Result<Workspace> {
        let mut authors = Vec::new();
        for number in 0..self.people {
            let name = format!("Plume {number}");
            let door = Door::of_member(owner, workspace, "contributor", &name).await?;
            authors.push(Author::come(&door).await?);
        }
        let first = authors.first_mut().context("nobody writes")?;
        first.prepare(OBJECTIVES).await?;
        let share = self.edits.div_ceil(self.people.max(1));
        let writing = authors.into_iter().enumerate().map(|(number, mut author)| {
            author.rng = Seed(5).chance_of(&number.to_string());
            tokio::spawn(async move {
                author.sync().await?;
                author.write_alone(share).await?;
                Ok::<_, anyhow::Error>(author)
            })
        });
        let mut last = None;
        for author in try_join_all(writing).await? {
            last = Some(author?);
        }
        let mut last = last.context("nobody writes")?;
        last.sync().await?;
        Ok(last.document)
    }
}

/// Somebody who writes.
pub struct Author {
    document: Workspace,
    link: Link,
    rng: StdRng,
    stamp: Stamp,
    sent: u64,
    acknowledged: u64,
    /// Where they write now, and how many letters more.
    caret: Option<(FieldRef, u32, usize)>,
}

impl Author {
    pub async fn come(door: &Door) -> Result<Self> {
        let mut author = Self {
            document: Workspace::new(),
            link: Link::open(door).await?,
            rng: Seed(7).chance_of("alone"),
            stamp: Stamp {
                person: PersonId::from_uuid(uuid::Uuid::nil()),
                name: "Plume".to_owned(),
                at: 1_750_000_000_000,
            },
            sent: 0,
            acknowledged: 0,
            caret: None,
        };
        author.sync().await?;
        Ok(author)
    }

    pub fn into_document(self) -> Workspace {
        self.document
    }

    /// Makes what everybody writes about: so many objectives, and indicators of these.
    pub async fn prepare(&mut self, objectives: usize) -> Result<()> {
        for number in 0..objectives + objectives * 3 / 2 {
            let chance = self.rng.random();
            let at = 1_750_000_000_000 + number as u64;
            let entity: EntityRef = if number < objectives {
                ObjectiveId::born(at, chance).into()
            } else {
                IndicatorId::born(at, chance).into()
            };
            self.does(&NewEntity::new(entity).into()).await?;
        }
        self.settle().await
    }

    /// Makes so many single edits, and waits until all are on the server's disk.
    pub async fn write_alone(&mut self, edits: usize) -> Result<()> {
        for number in 1..=edits {
            while !self.edit().await? {}
            if number % AT_ONCE == 0 {
                self.link.flush().await;
            }
            if number % BREATH == 0 {
                self.sync().await?;
            }
        }
        self.settle().await
    }

    /// One edit; whether it changed anything.
    async fn edit(&mut self) -> Result<bool> {
        let command = match self.rng.random_range(0..1000) {
            n if n < CHOICES => self.choice(),
            n if n < CHOICES + FIGURES => self.figure(),
            n if n < CHOICES + FIGURES + READINGS => self.reading(),
            _ => self.letter(),
        };
        match command {
            Some(command) => self.does(&command).await,
            None => Ok(false),
        }
    }

    fn choice(&mut self) -> Option<Command> {
        let objective = *self.document.objectives().choose(&mut self.rng)?;
        let status = *ObjectiveStatus::ALL.choose(&mut self.rng)?;
        Some(Command::Set {
            field: objective.field(Field::Status),
            value: status.into(),
        })
    }

    fn figure(&mut self) -> Option<Command> {
        let indicator = *self.document.indicators().choose(&mut self.rng)?;
        Some(Command::Set {
            field: indicator.field(Field::TargetValue),
            value: Value::Number(self.rng.random_range(0..10_000).into()),
        })
    }

    fn reading(&mut self) -> Option<Command> {
        let month = self.rng.random_range(1..=12);
        let year = self.rng.random_range(2021..=2026);
        Some(Command::Record {
            id: ReadingId::born(1_750_000_000_000, self.rng.random()),
            indicator: *self.document.indicators().choose(&mut self.rng)?,
            period: format!("{year}-{month:02}").parse::<Period>().ok()?,
            measure: Measure::Amount {
                value: self.rng.random_range(0..1_000).into(),
            },
            comment: String::new(),
        })
    }

    /// The next letter where they write, or the last one taken back.
    fn letter(&mut self) -> Option<Command> {
        let (field, at, left) = match self.caret.take() {
            Some(caret) if caret.2 > 0 => caret,
            _ => self.somewhere()?,
        };
        let length = self.document.text(&field)?.encode_utf16().count();
        let at = at.min(u32::try_from(length).ok()?);
        let takes_back = at > 0 && self.rng.random_range(0..1000) < TAKEN_BACK;
        let (edit, next) = if takes_back {
            let (at, insert) = (at - 1, String::new());
            (
                TextEdit {
                    at,
                    delete: 1,
                    insert,
                },
                at,
            )
        } else {
            let letter = *b"esaintrulodcpm ".choose(&mut self.rng)?;
            let insert = char::from(letter).to_string();
            (
                TextEdit {
                    at,
                    delete: 0,
                    insert,
                },
                at + 1,
            )
        };
        self.caret = Some((field.clone(), next, left - 1));
        Some(Command::Edit { field, edit })
    }

    /// Another text, and a place in it: its end, or where a word was put in between.
    fn somewhere(&mut self) -> Option<(FieldRef, u32, usize)> {
        let field = if self.rng.random_bool(0.5) {
            let field = OF_OBJECTIVES.choose(&mut self.rng)?.clone();
            self.document
                .objectives()
                .choose(&mut self.rng)?
                .field(field)
        } else {
            let field = OF_INDICATORS.choose(&mut self.rng)?.clone();
            self.document
                .indicators()
                .choose(&mut self.rng)?
                .field(field)
        };
        let length = self.document.text(&field)?.encode_utf16().count();
        let end = u32::try_from(length).ok()?;
        let at = if self.rng.random_bool(0.7) {
            end
        } else {
            self.rng.random_range(0..=end)
        };
        Some((field, at, self.rng.random_range(8..80)))
    }

    /// Does something and sends it; whether it changed anything.
    async fn does(&mut self, command: &Command) -> Result<bool> {
        let effect = self.document.apply(command, &self.stamp);
        let update = effect.with_context(|| format!("{command:?}"))?.update;
        if update.is_empty() {
            return Ok(false);
        }
        self.sent += 1;
        self.link.feed(Frame::Update { update }.encode()).await;
        Ok(true)
    }

    /// Takes in what the others wrote.
    async fn sync(&mut self) -> Result<()> {
        let state_vector = self.document.state_vector();
        self.link
            .send(Frame::SyncStep1 { state_vector }.encode())
            .await;
        // What is relayed meanwhile is in the answer, too, or comes with the next one.
        loop {
            if let Frame::SyncStep2 { update } = self.hear().await? {
                self.document.receive(&update)?;
                return Ok(());
            }
        }
    }

    /// Waits until all that was sent is on the server's disk.
    async fn settle(&mut self) -> Result<()> {
        self.link.flush().await;
        while self.acknowledged < self.sent {
            self.hear().await?;
        }
        Ok(())
    }

    async fn hear(&mut self) -> Result<Frame> {
        let frame = self
            .link
            .hear()
            .await?
            .context("the server closed the socket")?;
        match &frame {
            Frame::Jalon(Message::Welcome { person, name, .. }) => {
                (self.stamp.person, self.stamp.name) = (*person, name.clone());
            }
            Frame::Jalon(Message::Acknowledged { through }) => self.acknowledged = *through,
            Frame::Jalon(Message::Refused { frame, reason }) => {
                bail!("frame {frame} was refused: {reason:?}")
            }
            _ => {}
        }
        Ok(frame)
    }
}

/// A small edit, as the frame that brings it.
pub fn signature(document: &mut Workspace, number: usize) -> Result<Frame> {
    let stamp = Stamp {
        person: PersonId::from_uuid(uuid::Uuid::nil()),
        name: "Visite".to_owned(),
        at: 1_750_000_000_000,
    };
    let field = FieldRef {
        entity: EntityRef::SETTINGS,
        field: Field::Mission,
    };
    let insert = format!("{number}, ");
    let (at, delete) = (0, 0);
    let edit = TextEdit { at, delete, insert };
    let update = document
        .apply(&Command::Edit { field, edit }, &stamp)?
        .update;
    Ok(Frame::Update { update })
}
