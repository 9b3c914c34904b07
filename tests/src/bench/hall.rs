//! The documents of a work in a contender, and how people come to them.

use super::{
    contender::Kind,
    house::House,
    person::{Document, Person},
    script::Script,
    socket::Place,
    tally::Tally,
};
use anyhow::Result;
use futures::{StreamExt, TryStreamExt, stream};
use std::rc::Rc;

/// How many of those who come at once are on their way.
const COMING: usize = 64;

/// How many documents are looked through afterwards, and by how many people in each.
pub const LOOKED_THROUGH: (usize, usize) = (8, 3);

/// Documents, and who will come to them.
pub struct Hall {
    pub documents: Vec<Rc<Document>>,
    pub tally: Rc<Tally>,
    coming: Vec<Coming>,
}

/// Somebody on their way.
struct Coming {
    place: Place,
    document: Rc<Document>,
    number: usize,
    /// Whether all that comes is kept.
    keep: bool,
}

impl Hall {
    /// Makes the documents for so many people each, and fills them.
    pub async fn prepare(
        house: &mut House,
        script: &Rc<Script>,
        documents: usize,
        people: usize,
    ) -> Result<Self> {
        let mut hall = Self {
            documents: Vec::new(),
            tally: Rc::new(Tally::new()?),
            coming: Vec::new(),
        };
        for document in 0..documents {
            let name = house.document(people).await?;
            let shared = Document::new(name, script.clone(), people);
            if house.kind() != Kind::Relay {
                house.fill(&shared, &script.pieces).await?;
            }
            for number in 0..people {
                hall.coming.push(Coming {
                    place: house.place(&shared.name, number)?.clone(),
                    document: shared.clone(),
                    number,
                    keep: document < LOOKED_THROUGH.0 && number < LOOKED_THROUGH.1,
                });
            }
            hall.documents.push(shared);
        }
        Ok(hall)
    }

    /// Lets everybody come; `get_in_step` says whether each waits until they have what is there.
    pub async fn come(&self, house: &House, get_in_step: bool) -> Result<Vec<Rc<Person>>> {
        let dialect = house.dialect();
        let get_in_step = get_in_step && house.kind() != Kind::Relay;
        let come = self.coming.iter().map(|coming| async move {
            let Coming {
                place,
                document,
                number,
                keep,
            } = coming;
            let (document, tally) = (document.clone(), self.tally.clone());
            let person = Person::come(place, dialect, document, *number, tally, *keep).await?;
            if get_in_step {
                person.get_in_step().await?;
            }
            anyhow::Ok(person)
        });
        stream::iter(come).buffered(COMING).try_collect().await
    }
}
