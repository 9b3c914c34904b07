//! Compressed twins of one file, made once so that the server never compresses.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::Files;

/// Below this many bytes a file fits in one network packet either way.
const WORTH_IT: usize = 1_000;

/// The twins `name.br` and `name.gz`. They are taken from `dist` when the file there is the same,
/// because the strongest compression of the client takes seconds.
pub fn twins(dist: &Path, name: &str, content: &[u8]) -> Result<Files> {
    let mut twins = Files::new();
    if content.len() < WORTH_IT {
        return Ok(twins);
    }
    let same = fs::read(dist.join(name)).is_ok_and(|found| found == content);
    for (extension, compress) in [("br", brotli as fn(&[u8]) -> Result<Vec<u8>>), ("gz", gzip)] {
        let twin = format!("{name}.{extension}");
        let kept = if same {
            fs::read(dist.join(&twin)).ok()
        } else {
            None
        };
        let compressed = match kept {
            Some(compressed) => compressed,
            None => compress(content)?,
        };
        if compressed.len() < content.len() {
            twins.insert(twin, compressed);
        }
    }
    Ok(twins)
}

fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        // The largest window that every browser accepts: 4 MiB.
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}
