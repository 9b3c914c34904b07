//! Updates against a document with content: a server refuses one and is as before, or takes it in whole; a client,
//! which trusts its server, survives it.
//!
//! The first byte says who receives; then come updates, each after its length (two bytes, the lower first).

#![no_main]

use jalon_shared::{
    Content, Workspace,
    workspace::{Limits, ReceiveError, merge_updates},
};
use libfuzzer_sys::fuzz_target;
use std::cell::RefCell;

/// The document that all updates of the seeds build on.
const DOCUMENT: &[u8] = include_bytes!("../seeds/document.bin");

/// A document, and what it says.
struct Kept {
    workspace: Workspace,
    state_vector: Vec<u8>,
    content: Content,
}

thread_local! {
    /// Documents as they were at first, for a client and a server: most inputs leave them so.
    static KEPT: RefCell<[Option<Kept>; 2]> = const { RefCell::new([None, None]) };
}

fn document(is_server: bool) -> Kept {
    let mut workspace = Workspace::load(DOCUMENT).expect("the document of the seeds");
    if is_server {
        let limits = Limits {
            entities: 30,
            readings: 8,
            text: 400,
            languages: 6,
        };
        workspace.guard(limits).expect("a whole document");
    }
    Kept {
        state_vector: workspace.state_vector(),
        content: workspace.content(),
        workspace,
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((who, mut rest)) = bytes.split_first() else {
        return;
    };
    let is_server = who % 4 != 0;
    let kept = KEPT.with_borrow_mut(|kept| kept[usize::from(is_server)].take());
    let mut kept = kept.unwrap_or_else(|| document(is_server));
    let mut is_as_before = true;
    while let Some((length, after)) = rest.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes(*length)).min(after.len());
        let (update, after) = after.split_at(length);
        rest = after;
        match kept.workspace.receive(update) {
            Ok(effect) if effect.update.is_empty() => {}
            Ok(_) => {
                is_as_before = false;
                check_whole(&kept.workspace, is_server);
                kept.state_vector = kept.workspace.state_vector();
                kept.content = kept.workspace.content();
                continue;
            }
            Err(ReceiveError::Broken) => {
                assert!(!is_server, "a server let something in that breaks it");
                return;
            }
            Err(_) => {}
        }
        assert_eq!(kept.workspace.state_vector(), kept.state_vector);
        assert_eq!(kept.workspace.content(), kept.content);
        let _ = merge_updates(&[update, update]);
        let _ = Workspace::load(update);
    }
    if is_as_before {
        KEPT.with_borrow_mut(|all| all[usize::from(is_server)] = Some(kept));
    }
});

/// What was taken in can be served, written and read again.
fn check_whole(workspace: &Workspace, is_server: bool) {
    let loaded = Workspace::load(&workspace.snapshot());
    let _ = (workspace.diff(&[0]), workspace.bin());
    if is_server {
        let loaded = loaded.expect("what a server took in is read again");
        assert_eq!(loaded.state_vector(), workspace.state_vector());
        assert_eq!(loaded.content(), workspace.content());
    }
}
