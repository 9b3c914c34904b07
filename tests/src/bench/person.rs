//! One person of a work: a socket, what came over it, and when they type.

use super::{
    contender::Dialect,
    script::Script,
    seen::Seen,
    socket::{Place, Socket, packet},
    tally::Tally,
    wire::{self, Heard},
};
use anyhow::{Context, Result};
use jalon_shared::protocol::{Frame, Message};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};

/// A document that some people share.
pub struct Document {
    pub name: String,
    pub script: Rc<Script>,
    /// When each edit of each author was sent (nanoseconds of the tally).
    pub sent: RefCell<Vec<Vec<u64>>>,
    /// How many of the authors are here.
    pub people: usize,
}

impl Document {
    pub fn new(name: String, script: Rc<Script>, people: usize) -> Rc<Self> {
        let sent = RefCell::new(vec![Vec::new(); people]);
        Rc::new(Self {
            name,
            script,
            sent,
            people,
        })
    }

    /// How many edits of each author were sent.
    pub fn counts(&self) -> Vec<usize> {
        self.sent.borrow().iter().map(Vec::len).collect()
    }
}

pub struct Person {
    pub document: Rc<Document>,
    /// Which author this is.
    pub number: usize,
    dialect: Dialect,
    socket: Socket,
    tally: Rc<Tally>,
    /// What came.
    pub seen: RefCell<Seen>,
    /// All that came since the beginning, for whoever is looked at afterwards.
    kept: Option<RefCell<Vec<Vec<u8>>>>,
    /// Whether everything that was there came.
    in_step: Cell<bool>,
    /// How many frames with an update were sent.
    frames: Cell<u64>,
    /// Those that were not acknowledged: their number, and when they were sent.
    waiting: RefCell<VecDeque<(u64, u64)>>,
    /// How many of the author's edits are durable.
    pub acknowledged: Cell<usize>,
}

impl Person {
    /// Comes in and asks for what there is. `keep` says whether all that comes is kept.
    pub async fn come(
        place: &Place,
        dialect: Dialect,
        document: Rc<Document>,
        number: usize,
        tally: Rc<Tally>,
        keep: bool,
    ) -> Result<Rc<Self>> {
        let socket = Socket::open(place).await?;
        let person = Rc::new(Self {
            seen: RefCell::new(Seen::nothing(document.people)),
            document,
            number,
            dialect,
            socket,
            tally,
            kept: keep.then(RefCell::default),
            in_step: Cell::new(false),
            frames: Cell::new(0),
            waiting: RefCell::default(),
            acknowledged: Cell::new(0),
        });
        for hello in dialect.hello(&person.document.name) {
            person.socket.send(&packet(&hello)).await?;
        }
        Ok(person)
    }

    /// Hears until everything that was there has come.
    pub async fn get_in_step(&self) -> Result<()> {
        while !self.in_step.get() {
            anyhow::ensure!(self.hear().await?, "the server closed");
        }
        Ok(())
    }

    /// Hears until the socket ends; what goes wrong is told to the tally.
    pub async fn listen(self: Rc<Self>) {
        loop {
            match self.hear().await {
                Ok(true) => {}
                Ok(false) => return self.tally.wrong("the server closed a socket"),
                Err(error) => return self.tally.wrong(format!("{error:#}")),
            }
        }
    }

    /// Hears what comes next; `false` when the server closed.
    pub async fn hear(&self) -> Result<bool> {
        let mut answers = Vec::new();
        let now = Cell::new(None);
        let open = self
            .socket
            .hear(|message| {
                // One look at the clock for all that came together.
                let now = now.get().unwrap_or_else(|| {
                    let time = self.tally.now();
                    now.set(Some(time));
                    time
                });
                if let Some(frame) = self.dialect.unwrap(message) {
                    self.take(frame, now, &mut answers);
                }
            })
            .await?;
        if !answers.is_empty() {
            self.socket.send(&answers).await?;
        }
        Ok(open)
    }

    fn take(&self, frame: &[u8], now: u64, answers: &mut Vec<u8>) {
        match wire::read(frame) {
            Heard::Question => {
                self.frames.set(self.frames.get() + 1);
                let answer = self.dialect.wrap(&self.document.name, &wire::NOTHING_LACKS);
                answers.extend(packet(&answer));
            }
            Heard::Update { update, is_answer } => {
                self.count(update, now);
                if let Some(kept) = &self.kept {
                    kept.borrow_mut().push(update.to_vec());
                }
                if is_answer {
                    self.in_step.set(true);
                }
            }
            Heard::Own(frame) => match Frame::decode(frame) {
                Ok(Frame::Jalon(Message::Acknowledged { through })) => {
                    self.hear_acknowledged(through, now);
                }
                Ok(Frame::Jalon(Message::Refused { reason, .. })) => {
                    self.tally.wrong(format!("an edit was refused: {reason:?}"));
                }
                _ => {}
            },
            Heard::Other => {}
        }
    }

    /// Counts the edits that an update brings.
    fn count(&self, update: &[u8], now: u64) {
        self.tally.message();
        let mut seen = self.seen.borrow_mut();
        let note = |author, edit| self.note(author, edit, now);
        if let Err(wrong) = seen.take(&self.document.script, update, note) {
            self.tally.wrong(wrong);
        }
    }

    fn note(&self, author: usize, edit: usize, now: u64) {
        if author == self.number {
            return;
        }
        if let Some(sent) = self.document.sent.borrow()[author].get(edit) {
            self.tally.delivered(*sent, now);
        }
    }

    fn hear_acknowledged(&self, through: u64, now: u64) {
        let mut waiting = self.waiting.borrow_mut();
        while let Some((_, sent)) = waiting
            .front()
            .filter(|(frame, _)| *frame <= through)
            .copied()
        {
            waiting.pop_front();
            self.acknowledged.set(self.acknowledged.get() + 1);
            self.tally.acknowledged(sent, now);
        }
    }

    /// Types the next edit; `false` when there is none left.
    pub async fn edit(&self) -> Result<bool> {
        let script = self.document.script.clone();
        let next = self.document.sent.borrow()[self.number].len();
        let Some(edit) = script.authors[self.number].edits.get(next) else {
            return Ok(false);
        };
        let frame = self.dialect.wrap(&self.document.name, &edit.frame);
        let now = self.tally.now();
        let others = i64::try_from(self.document.people)? - 1;
        self.document.sent.borrow_mut()[self.number].push(now);
        self.tally.open.set(self.tally.open.get() + others);
        self.frames.set(self.frames.get() + 1);
        self.waiting
            .borrow_mut()
            .push_back((self.frames.get(), now));
        self.socket.send(&packet(&frame)).await.context("type")?;
        Ok(true)
    }

    /// Sends an update that is nobody's edit.
    pub async fn bring(&self, update: &[u8]) -> Result<()> {
        let frame = Frame::Update {
            update: update.to_vec(),
        };
        let frame = self.dialect.wrap(&self.document.name, &frame.encode());
        self.frames.set(self.frames.get() + 1);
        Ok(self.socket.send(&packet(&frame)).await?)
    }

    /// All that came, when it is kept.
    pub fn kept(&self) -> Option<Vec<Vec<u8>>> {
        self.kept.as_ref().map(|kept| kept.borrow().clone())
    }
}
