//! The frames of the public y-protocols as a load generator reads them: where the bytes lie, and nothing copied. The
//! format is that of <https://github.com/yjs/y-protocols/blob/master/PROTOCOL.md>.

/// What a frame is.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard<'b> {
    /// The server asks what it lacks.
    Question,
    /// An update, or the answer to a question.
    Update { update: &'b [u8], is_answer: bool },
    /// One of the messages that only Jalon has: the whole frame.
    Own(&'b [u8]),
    /// Presence, and what else a load generator passes over.
    Other,
}

/// What is answered to the question of a server: nothing that it lacks.
pub const NOTHING_LACKS: [u8; 5] = [0, 1, 2, 0, 0];

/// Asks for everything.
pub const ASK: [u8; 4] = [0, 0, 1, 0];

pub fn read(frame: &[u8]) -> Heard<'_> {
    match frame {
        [0, 0, ..] => Heard::Question,
        [0, kind @ (1 | 2), rest @ ..] => match number(rest) {
            Some((length, update)) if update.len() as u64 >= length => Heard::Update {
                update: &update[..length as usize],
                is_answer: *kind == 1,
            },
            _ => Heard::Other,
        },
        [100..=127, ..] => Heard::Own(frame),
        _ => Heard::Other,
    }
}

/// Who wrote the first items of an update, and the number of the first: the quick way to an update of one author.
pub fn author(update: &[u8]) -> Option<(u64, u64)> {
    let (clients, rest) = number(update)?;
    let (_, rest) = number(rest).filter(|_| clients == 1)?;
    let (client, rest) = number(rest)?;
    Some((client, number(rest)?.0))
}

/// A varuint of lib0, and what comes after it.
pub fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0;
    for (index, byte) in bytes.iter().enumerate().take(10) {
        number |= u64::from(byte & 0x7f).checked_shl(7 * u32::try_from(index).ok()?)?;
        if byte & 0x80 == 0 {
            return Some((number, &bytes[index + 1..]));
        }
    }
    None
}
