//! The languages of the interface, and how the reader's one is found.

/// A language of the interface. (The glossary of a workspace may have any others: [`jalon_shared::Lang`].)
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    French,
    English,
    Italian,
    Dutch,
}

impl Language {
    pub const ALL: [Self; 4] = [Self::French, Self::English, Self::Italian, Self::Dutch];

    /// The BCP 47 tag, for `lang` attributes, cookies and addresses.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::Italian => "it",
            Self::Dutch => "nl",
        }
    }

    /// What the language calls itself, for a switch.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::French => "Français",
            Self::English => "English",
            Self::Italian => "Italiano",
            Self::Dutch => "Nederlands",
        }
    }

    /// The language of a tag, whatever its region or case: `fr-BE`, `EN_us`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The language that a browser likes best among ours (RFC 9110, section 12.5.4); French when it names none.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (Self::default(), 0.0);
        for range in header.split(',') {
            let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
            let quality = weight
                .trim()
                .strip_prefix("q=")
                .map_or(Some(1.0), |text| text.trim().parse::<f32>().ok());
            if let (Some(language), Some(quality)) = (Self::from_tag(tag), quality)
                && quality > best.1
            {
                best = (language, quality);
            }
        }
        best.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_chooses_among_our_languages() {
        use Language::*;
        for (header, language) in [
            ("", French),
            ("en-GB,en;q=0.9,fr;q=0.8", English),
            ("fr-BE, en;q=0.9", French),
            ("it,en;q=0.7,fr;q=0.3", Italian),
            ("de,en;q=0.7,fr;q=0.3", English),
            ("en;q=0, fr;q=0.1", French),
            ("nl-BE,nl;q=0.9,fr;q=0.8", Dutch),
            ("de", French),
            ("en;q=nonsense", French),
            ("*;q=1, ;;, EN", English),
        ] {
            assert_eq!(Language::from_accept_language(header), language, "{header}");
        }
    }
}
