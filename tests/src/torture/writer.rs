//! A writer: a member who types without a break, keeps the document when the line goes, and remembers
//! which of all that was typed the server has promised to keep.

use super::plan;
use crate::{link::Door, peer::Peer, words::Says};
use anyhow::{Context, Result, ensure};
use jalon_shared::{
    IndicatorId, PersonId, Stamp,
    protocol::{Frame, Message, Refusal},
};
use rand::{Rng, rngs::StdRng};
use std::time::Duration;
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};

/// The longest pause between two things that a writer does.
const LONGEST_PAUSE: Duration = Duration::from_millis(6);

/// A writer and everything that was typed.
pub struct Writer {
    pub door: Door,
    pub peer: Peer,
    /// Everything by chance; given anew for each round.
    pub rng: StdRng,
    stamp: Stamp,
    /// The indicator that this writer alone gives a target, and which one it gave last.
    own: Option<(IndicatorId, f64)>,
    /// What nobody promised yet to keep, and the frame of this socket that carries it, if one does.
    open: Vec<(Option<u64>, Says)>,
    /// What the server promised to keep since this was last taken.
    pub kept: Vec<Says>,
    /// How many frames of this socket are counted in `tally`.
    counted: u64,
    pub tally: Tally,
}

/// What a writer did, in numbers.
#[derive(Debug, Default, Clone, Copy)]
pub struct Tally {
    /// Updates sent while connected.
    pub updates: u64,
    /// Frames with an update that were acknowledged.
    pub acknowledged: u64,
    /// Words and figures typed.
    pub typed: u64,
}

impl Writer {
    pub fn new(door: Door, name: &str, rng: StdRng) -> Self {
        Self {
            door,
            peer: Peer::new(),
            rng,
            stamp: Stamp {
                person: PersonId::from_uuid(uuid::Uuid::nil()),
                name: name.to_owned(),
                at: 0,
            },
            own: None,
            open: Vec::new(),
            kept: Vec::new(),
            counted: 0,
            tally: Tally::default(),
        }
    }

    /// Connects and is in step with the server both ways: it has what the server has, and everything
    /// that it has is durable. `false` when the server went away meanwhile.
    pub async fn come_back(&mut self) -> Result<bool> {
        for (frame, _) in &mut self.open {
            *frame = None;
        }
        self.counted = 0;
        if self.peer.connect(&self.door).await.is_err() {
            return Ok(false);
        }
        self.peer.ask().await;
        let (mut answered, mut synced) = (0, false);
        while !synced || answered == 0 || self.peer.acknowledged < answered {
            let Some(frame) = self.peer.hear().await? else {
                return Ok(false);
            };
            synced |= matches!(frame, Frame::SyncStep2 { .. });
            answered = self.follow(&frame).await?.unwrap_or(answered);
        }
        ensure!(self.open.is_empty(), "an answer left {:?} open", self.open);
        Ok(true)
    }

    /// Takes part until the line goes, or `stop` comes and everything that was sent was taken in.
    pub async fn storm(&mut self, mut stop: watch::Receiver<bool>) -> Result<()> {
        let mut next = self.next_time();
        while self.peer.is_connected() {
            // Nothing is sent inside: what is chosen against would be cut off halfway.
            let heard = tokio::select! {
                heard = self.peer.hear() => Some(heard?),
                () = sleep_until(next) => None,
                stopped = stop.wait_for(|stop| *stop) => {
                    drop(stopped);
                    self.finish().await?;
                    break;
                }
            };
            match heard {
                Some(Some(frame)) => drop(self.follow(&frame).await?),
                Some(None) => {}
                None => {
                    self.type_something().await?;
                    next = self.next_time();
                }
            }
        }
        Ok(())
    }

    /// Waits until the server has taken in what was sent, though it may not be durable yet.
    async fn finish(&mut self) -> Result<()> {
        self.peer.ask().await;
        while let Some(frame) = self.peer.hear().await? {
            self.follow(&frame).await?;
            if matches!(frame, Frame::SyncStep2 { .. }) {
                break;
            }
        }
        Ok(())
    }

    /// Hears what still comes until the line goes.
    pub async fn hear_all(&mut self) -> Result<()> {
        while let Some(frame) = self.peer.hear().await? {
            self.follow(&frame).await?;
        }
        Ok(())
    }

    /// Answers a frame and learns from it; the number of the answer, if it was one to the question what
    /// the server lacks.
    async fn follow(&mut self, frame: &Frame) -> Result<Option<u64>> {
        match frame {
            Frame::SyncStep1 { state_vector } => {
                let number = self.peer.answer(state_vector).await?;
                for (frame, _) in &mut self.open {
                    frame.get_or_insert(number);
                }
                return Ok(Some(number));
            }
            Frame::Jalon(Message::Welcome { person, .. }) => self.stamp.person = *person,
            Frame::Jalon(Message::Acknowledged { through }) => {
                let through = *through;
                self.tally.acknowledged += through - self.counted;
                self.counted = through;
                let kept = &mut self.kept;
                self.open.retain(|(frame, says)| {
                    let durable = frame.is_some_and(|frame| frame <= through);
                    if durable {
                        kept.push(*says);
                    }
                    !durable
                });
            }
            Frame::Jalon(Message::Refused { frame, reason }) => {
                ensure!(
                    *reason == Refusal::Storage,
                    "frame {frame} of an honest writer was refused: {reason:?}"
                );
                for (carrier, _) in &mut self.open {
                    if *carrier == Some(*frame) {
                        *carrier = None;
                    }
                }
            }
            _ => {}
        }
        Ok(None)
    }

    /// Does one thing, also while there is no line.
    pub async fn type_something(&mut self) -> Result<()> {
        self.stamp.at = i64::try_from(plan::now_ms()).context("the clock")?;
        if self.own.is_none() {
            let (indicator, command) = plan::own_indicator(&mut self.rng);
            self.carry_out(vec![command]).await?;
            self.own = Some((indicator, 0.0));
        }
        let plan = plan::choose(&self.peer.document, self.own, &mut self.rng);
        let frame = self.carry_out(plan.commands).await?;
        if let Some(says) = plan.says {
            if let (Says::Figure(_, value), Some((_, last))) = (says, &mut self.own) {
                *last = value;
            }
            self.tally.typed += 1;
            self.open.push((frame, says));
        }
        Ok(())
    }

    /// The number of the last frame that was sent.
    async fn carry_out(&mut self, commands: Vec<jalon_shared::Command>) -> Result<Option<u64>> {
        let mut last = None;
        for command in commands {
            let effect = self.peer.document.apply(&command, &self.stamp);
            let update = effect.with_context(|| format!("{command:?}"))?.update;
            if self.peer.is_connected() && !update.is_empty() {
                last = Some(self.peer.send_update(update).await);
                self.tally.updates += 1;
            }
        }
        Ok(last)
    }

    /// Everything that was typed and that nobody promised yet to keep.
    pub fn open(&self) -> impl Iterator<Item = Says> + '_ {
        self.open.iter().map(|(_, says)| *says)
    }

    /// What of it was sent on the last socket, and not refused.
    pub fn sent(&self) -> impl Iterator<Item = Says> + '_ {
        let sent = self.open.iter().filter(|(frame, _)| frame.is_some());
        sent.map(|(_, says)| *says)
    }

    fn next_time(&mut self) -> Instant {
        Instant::now() + LONGEST_PAUSE.mul_f64(self.rng.random::<f64>())
    }
}
