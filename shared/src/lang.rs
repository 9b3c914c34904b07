//! Language tags, such as `fr` or `fr-BE` (BCP 47, the short part of it that glossaries use).

use serde::{Deserialize, Deserializer, Serialize};
use std::{fmt, str::FromStr, sync::Arc};

/// A language tag in its canonical case: `fr`, `fr-BE`, `zh-Hans`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Lang(Arc<str>);

/// A text that is not a language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a language tag such as fr or fr-BE: {0:?}")]
pub struct InvalidLang(String);

impl Lang {
    /// The languages that are offered first to a glossary, in this order.
    pub const OFFERED: [&'static str; 4] = ["fr", "it", "en", "nl"];

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language without its region or script: `fr` for `fr-BE`.
    pub fn base(&self) -> Self {
        self.0
            .split_once('-')
            .map_or_else(|| self.clone(), |(base, _)| Self(base.into()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Lang {
    type Err = InvalidLang;

    fn from_str(text: &str) -> Result<Self, InvalidLang> {
        let mut tag = String::with_capacity(text.len());
        for (place, part) in text.trim().split(['-', '_']).enumerate() {
            let (shortest, longest) = if place == 0 { (2, 3) } else { (2, 8) };
            let fits = (shortest..=longest).contains(&part.len())
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if !fits || place > 2 {
                return Err(InvalidLang(text.to_owned()));
            }
            if place > 0 {
                tag.push('-');
            }
            match part.len() {
                2 if place > 0 => tag.push_str(&part.to_ascii_uppercase()),
                4 if place > 0 => {
                    tag.push_str(&part[..1].to_ascii_uppercase());
                    tag.push_str(&part[1..].to_ascii_lowercase());
                }
                _ => tag.push_str(&part.to_ascii_lowercase()),
            }
        }
        Ok(Self(tag.into()))
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_take_their_canonical_case() {
        for (given, tag) in [
            ("fr", "fr"),
            ("FR-be", "fr-BE"),
            ("zh-hans", "zh-Hans"),
            ("pt_br", "pt-BR"),
        ] {
            assert_eq!(
                given.parse::<Lang>().map(|lang| lang.to_string()),
                Ok(tag.to_owned())
            );
        }
        for text in ["", "f", "français", "fr-", "fr-B", "fr BE", "a-b-c-d", "éé"] {
            assert!(text.parse::<Lang>().is_err(), "{text}");
        }
    }
}
