//! Secrets, codes and new identifiers: everything that comes from chance.

use sha2::{Digest, Sha256};
use std::fmt;

/// The operating system gave no randomness.
#[derive(Debug, thiserror::Error)]
#[error("the system has no randomness to give")]
pub struct NoChance;

/// The letters of a secret: 32 of them, so that each is worth five bits.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Letters of an invitation code: none can be taken for another, read aloud or from the last row.
/// Left out: 0 O, 1 I L, 2 Z, 5 S, 8 B.
const CODE_LETTERS: &[u8; 25] = b"ACDEFGHJKMNPQRTUVWXY34679";

/// How many letters an invitation code has: 25^6 is 244 million codes.
pub const CODE_LENGTH: usize = 6;

/// A secret that signs somebody in: 26 letters of five bits each, 130 bits. It is shown once, to
/// whom it belongs; only its hash is kept, and nothing prints it by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new() -> Result<Self, NoChance> {
        let letters = random::<26>()?.map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
        Ok(Self(letters.into_iter().collect()))
    }

    /// What somebody handed in; it may be anything.
    pub fn given(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The secret itself, for whom it belongs to.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// SHA-256 in lower-case hexadecimal: what the database knows. A secret has 130 random bits, so
    /// it needs neither salt nor a slow hash.
    pub fn hash(&self) -> String {
        sha256(self.0.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A new invitation code.
pub fn code() -> Result<String, NoChance> {
    let mut code = String::with_capacity(CODE_LENGTH);
    while code.len() < CODE_LENGTH {
        // Ten whole alphabets fit into a byte; what is beyond would favour the first letters.
        for byte in random::<16>()?.into_iter().filter(|byte| *byte < 250) {
            if code.len() < CODE_LENGTH {
                code.push(char::from(CODE_LETTERS[usize::from(byte % 25)]));
            }
        }
    }
    Ok(code)
}

/// A code as it was typed, in the form in which it is kept: upper case, without spaces and dashes.
/// `None` when it cannot be a code.
pub fn typed_code(text: &str) -> Option<String> {
    let letters: String = text
        .chars()
        .filter(|letter| {
            !letter.is_whitespace() && !matches!(letter, '-' | '\u{2010}'..='\u{2015}')
        })
        .map(|letter| letter.to_ascii_uppercase())
        .take(CODE_LENGTH + 1)
        .collect();
    let fits = letters.len() == CODE_LENGTH
        && letters.bytes().all(|letter| CODE_LETTERS.contains(&letter));
    fits.then_some(letters)
}

/// The chance in a new identifier; its time is given by the caller.
pub fn id_bytes() -> Result<[u8; 10], NoChance> {
    random()
}

/// The salt of a name in a frozen version: 128 bits.
pub fn salt() -> Result<[u8; 16], NoChance> {
    random()
}

fn random<const N: usize>() -> Result<[u8; N], NoChance> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoChance)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(typed_code(" acd-34f "), Some("ACD34F".to_owned()));
        for text in [
            "",
            "ACD34",
            "ACD34FF",
            "ACD3O4",
            "ÀCD34F",
            "ACD34F7777777777777",
        ] {
            assert_eq!(typed_code(text), None, "{text}");
        }
    }

    #[test]
    fn codes_and_secrets_are_long_enough_and_differ() {
        let (one, other) = (code().expect("chance"), code().expect("chance"));
        assert_eq!(typed_code(&one).as_deref(), Some(one.as_str()));
        assert_ne!(one, other);
        let secret = Secret::new().expect("chance");
        assert_eq!(secret.reveal().len(), 26);
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_eq!(secret.hash().len(), 64);
    }
}
