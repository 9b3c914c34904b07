//! The frames of a socket: what can be read is written again, and reads the same.

#![no_main]

use jalon_shared::{Workspace, protocol::Frame};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

/// The document that all updates of the seeds build on.
const DOCUMENT: &[u8] = include_bytes!("../seeds/document.bin");

static WORKSPACE: LazyLock<Workspace> =
    LazyLock::new(|| Workspace::load(DOCUMENT).expect("the document of the seeds"));

fuzz_target!(|bytes: &[u8]| {
    let Ok(frame) = Frame::decode(bytes) else {
        return;
    };
    if let Frame::SyncStep1 { state_vector } = &frame {
        // Whoever asks gets an answer that is an update, or none.
        if let Ok(missing) = WORKSPACE.diff(state_vector) {
            let _ = Workspace::load(&missing);
        }
    }
    let encoded = frame.encode();
    let again = Frame::decode(&encoded).expect("what was written is read");
    assert_eq!(again, frame);
    assert_eq!(again.encode(), encoded);
});
