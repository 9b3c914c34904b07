//! Places in shared texts that stay beside their letter while others write.

use super::Workspace;
use crate::{FieldKind, FieldRef, presence::Anchor};
use yrs::{
    Assoc, ID, IndexScope, IndexedSequence, Map, Out, ReadTxn, StickyIndex, Text, TextRef,
    Transact,
    block::ClientID,
    branch::{Branch, BranchPtr},
};

impl Workspace {
    /// The place at an offset (UTF-16 code units) of a shared text; `None` when there is no such text, or when it is
    /// shorter.
    pub fn anchor(&self, field: &FieldRef, offset: u32) -> Option<Anchor> {
        let txn = self.doc.transact();
        let text = self.shared_text(&txn, field)?;
        let length = text.len(&txn);
        if offset >= length {
            return (offset == length).then_some(Anchor::End);
        }
        let id = *text.sticky_index(&txn, offset, Assoc::After)?.id()?;
        Some(Anchor::Before {
            client: id.client.get(),
            clock: id.clock,
        })
    }

    /// Where a place is now, as an offset in UTF-16 code units. Where its letter was when that is deleted; `None`
    /// when the text has never had that letter, as far as this replica knows.
    pub fn locate(&self, field: &FieldRef, anchor: Anchor) -> Option<u32> {
        let txn = self.doc.transact();
        let text = self.shared_text(&txn, field)?;
        let length = text.len(&txn);
        let Anchor::Before { client, clock } = anchor else {
            return Some(length);
        };
        let id = ID::new(ClientID::new(client), clock);
        let place = StickyIndex::new(IndexScope::Relative(id), Assoc::After).get_offset(&txn)?;
        let branch: &Branch = text.as_ref();
        let is_here = place.branch == BranchPtr::from(branch);
        is_here.then(|| place.index.min(length))
    }

    fn shared_text(&self, txn: &impl ReadTxn, field: &FieldRef) -> Option<TextRef> {
        if field.field.kind() != FieldKind::Text {
            return None;
        }
        let fields = self.roots.entity(txn, field.entity)?;
        match fields.get(txn, &field.field.key())? {
            Out::YText(text) => Some(text),
            _ => None,
        }
    }
}
