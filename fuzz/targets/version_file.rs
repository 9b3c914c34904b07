//! The file of a frozen version: one that is accepted is written again, and is accepted again.

#![no_main]

use jalon_shared::version::{SealError, Sealed};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    check(text);
    // No chance finds the hash of another content: it is put right, as a forger would.
    if let (Err(SealError::Tampered { found, .. }), Ok(mut file)) =
        (Sealed::parse(text), serde_json::from_str::<Value>(text))
    {
        file["hash"] = Value::from(found);
        check(&file.to_string());
    }
});

fn check(text: &str) {
    if let Ok(sealed) = Sealed::parse(text) {
        let again = Sealed::parse(&sealed.to_json()).expect("what was written is read");
        assert_eq!(again, sealed);
        Sealed::parse(sealed.nameless()).expect("it is intact without its names");
    }
}
