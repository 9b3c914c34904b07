//! The gate: what an update may bring into a workspace that others share. An update is looked through
//! block by block before the document sees it, so that nothing of a refused one was ever relayed.
//!
//! A block often says no more of its place than beside which item it stands. So the gate keeps an index of
//! what every item lies in ([`places`]), which follows each update; what may lie where is in [`rules`].

mod contest;
mod draft;
mod letters;
mod places;
mod rules;
mod sequence;

use super::{
    Roots,
    order::{self, Arrival},
    update::{self, Fault, Update},
};
pub use rules::Sender;

use draft::Draft;
use places::{Place, Places};
use sequence::Sequences;
use yrs::ReadTxn;

/// How much a workspace may hold, over what is asked of each command. Checked before the document is touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Entities of all kinds, with those in the bin: a large glossary and a hundred sessions of decisions
    /// are a tenth of it.
    pub entities: usize,
    /// Entries of readings: two hundred indicators, monthly for forty years, each corrected once.
    pub readings: usize,
    /// Entries of threads: a hundred people who say two hundred things each.
    pub talk: usize,
    /// UTF-16 code units of one shared text. Ten times [`super::write::LONGEST_TEXT`], to which each client
    /// keeps: people who write offline at the same time may exceed that together, and lose nothing.
    pub text: u32,
    /// Languages of the glossary, in use at once.
    pub languages: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            entities: 20_000,
            readings: 200_000,
            talk: 20_000,
            text: 10 * super::write::LONGEST_TEXT,
            languages: 64,
        }
    }
}

/// Why an update may not come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Objection {
    Form(Fault),
    /// It does something that the model does not know.
    Schema(&'static str),
    /// The workspace would hold too much.
    Full(&'static str),
}

impl From<Fault> for Objection {
    fn from(fault: Fault) -> Self {
        Self::Form(fault)
    }
}

/// The gate of one document.
pub struct Gate {
    limits: Limits,
    /// **Invariant:** between two calls of the workspace, it knows exactly the items of the document.
    places: Places,
    /// Where the letters of the same items stand, and of what passed and was not followed yet.
    sequences: Sequences,
}

/// What an update that may come in adds to the index.
pub struct Pass(places::News);

impl Gate {
    /// The gate of a document, from all of it as one update.
    ///
    /// # Errors
    /// When that is no whole document.
    pub fn of(snapshot: &[u8], limits: Limits) -> Result<Self, Fault> {
        let update = update::read(snapshot)?;
        let arrivals = order::order(&update, |_| 0)?;
        Ok(Self::over(&update, arrivals, limits))
    }

    /// The gate of a document of which all was read, in the order in which it comes in.
    pub fn over(update: &Update, arrivals: Vec<Arrival>, limits: Limits) -> Self {
        let mut gate = Self {
            limits,
            places: Places::default(),
            sequences: Sequences::default(),
        };
        gate.note(update, arrivals);
        gate
    }

    /// Looks an update through, for the document as it is in `txn`.
    ///
    /// # Errors
    /// [`Objection`]; nothing was changed.
    pub fn judge(
        &mut self,
        bytes: &[u8],
        txn: &impl ReadTxn,
        roots: &Roots,
        sender: Option<Sender>,
    ) -> Result<Pass, Objection> {
        // What passed before, and was not followed, never came in.
        self.sequences.take_back();
        let (update, arrivals) = self.read(bytes)?;
        let known = rules::Known {
            places: &self.places,
            sequences: &mut self.sequences,
            limits: &self.limits,
            sender,
        };
        rules::judge(known, &update, &arrivals, txn, roots)
    }

    /// Follows the document, which took in what passed.
    pub fn follow(&mut self, Pass(news): Pass) {
        self.places.add(news);
        self.sequences.keep();
    }

    /// Follows what was done on this side, which keeps to the model by itself.
    ///
    /// # Errors
    /// When the update does not continue what is known.
    pub fn learn(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.sequences.take_back();
        let (update, arrivals) = self.read(bytes)?;
        self.note(&update, arrivals);
        Ok(())
    }

    /// Takes what is new in an update into the index.
    fn note(&mut self, update: &Update, arrivals: Vec<Arrival>) {
        let mut draft = Draft::new(&self.places);
        for arrival in arrivals {
            if let Some(block) = arrival.of(update) {
                // What is foreign is noted as such, and nobody may build on it.
                let place = draft.note(arrival.client, arrival.from, block);
                if let Ok(Place::Letters(text)) = place {
                    let put = self
                        .sequences
                        .put(text, arrival.client, arrival.from, block);
                    if put.is_err() {
                        self.sequences.let_go(text);
                    }
                }
            }
        }
        let news = draft.finish();
        self.places.add(news);
        self.sequences.keep();
        for (client, range) in &update.deleted {
            self.places.rewritten(*client, range);
        }
    }

    fn read<'a>(&self, bytes: &'a [u8]) -> Result<(Update<'a>, Vec<Arrival>), Fault> {
        let update = update::read(bytes)?;
        let arrivals = order::order(&update, |client| self.places.end(client))?;
        Ok((update, arrivals))
    }

    /// The clock after the last that is here of a client.
    pub fn end(&self, client: u64) -> u32 {
        self.places.end(client)
    }

    /// Bytes of memory that the index takes, about.
    pub fn memory(&self) -> usize {
        self.places.memory() + self.sequences.memory()
    }
}
