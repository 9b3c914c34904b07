//! A text as the coach reads it: words without case and accents, and what each number stands for.

use super::lexicon as words;

/// A text cut into words.
pub struct Text {
    words: Vec<Word>,
    /// How many words a reader counts: `bien-être` is one.
    length: usize,
}

struct Word {
    /// As it was typed.
    typed: String,
    /// In lower case and without accents.
    plain: String,
    /// What stands between the word before and this one.
    gap: String,
    role: Role,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Role {
    Word,
    /// A number of something.
    Value(f64),
    /// A number of months, of years and so on, an age among them.
    Duration,
    /// A part of a date: a day, a month, a year, a quarter.
    Date,
}

impl Text {
    pub fn new(text: &str) -> Self {
        let length = text
            .split_whitespace()
            .filter(|part| part.contains(char::is_alphanumeric))
            .count();
        let mut text = Self {
            words: join_thousands(cut(text)),
            length,
        };
        text.find_dates();
        text.find_numbers();
        text
    }

    /// How many words a reader counts.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Whether it names people or a group.
    pub fn names_an_audience(&self) -> bool {
        self.words
            .iter()
            .any(|word| word.is_one_of(words::AUDIENCE))
    }

    /// Whether it uses a verb that names no change anybody could see.
    pub fn is_vague(&self) -> bool {
        let verb = |word: &Word| {
            has_form(&word.plain, words::VAGUE_FRENCH, words::FRENCH_ENDINGS)
                || has_form(&word.plain, words::VAGUE_ENGLISH, words::ENGLISH_ENDINGS)
                || word.is_one_of(words::VAGUE_FORMS)
        };
        let noun = |word: &Word| word.is_one_of(words::VAGUE_NOUNS);
        let raises_awareness = self.words.iter().enumerate().any(|(at, word)| {
            let mut next = self.words.iter().skip(at + 1).take(3);
            word.is_one_of(words::RAISE) && next.any(|next| next.plain == "awareness")
        });
        self.words.iter().any(verb) || self.words.iter().take(2).any(noun) || raises_awareness
    }

    /// Whether it counts what is done (500 actions) rather than what changes.
    pub fn counts_actions(&self) -> bool {
        self.words.iter().enumerate().any(|(at, word)| {
            let counted = || {
                self.before(at, 2)
                    .any(|word| matches!(word.role, Role::Value(_)))
            };
            let done = || self.before(at, 4).any(|word| word.is_one_of(words::DOING));
            word.is_one_of(words::ACTIONS) && (counted() || done())
        })
    }

    /// Whether it holds a number of something or a described level.
    pub fn has_a_value(&self) -> bool {
        let is_value =
            |word: &Word| matches!(word.role, Role::Value(_)) || word.is_one_of(words::LEVELS);
        self.words.iter().any(is_value)
    }

    /// Whether it names a date, a period or a delay.
    pub fn has_a_time(&self) -> bool {
        self.words.iter().enumerate().any(|(at, word)| {
            let follows =
                |before: &[&str], reach| self.before(at, reach).any(|word| word.is_one_of(before));
            let from_here = word.plain == "ici" && self.before(at, 1).any(|word| word.plain == "d");
            let is_unit = word.is_one_of(words::TIME_UNITS);
            let counted = || self.before(at, 2).any(|word| word.role == Role::Duration);
            word.role == Role::Date
                || from_here
                || word.is_one_of(words::PERIODS)
                || (is_unit && follows(words::EVERY, 1))
                || (is_unit && counted() && follows(words::WITHIN, 4))
        })
    }

    /// From which value to which, where it says so: *de 38 % à 55 %*, *from 7.4 to 6*.
    pub fn step(&self) -> Option<(f64, f64)> {
        let value = |at: usize| match self.words.get(at)?.role {
            Role::Value(value) => Some(value),
            _ => None,
        };
        let starts = self
            .words
            .iter()
            .enumerate()
            .filter(|(_, word)| matches!(word.plain.as_str(), "de" | "from"));
        let step = |(at, _): (usize, &Word)| {
            if self.before(at, 2).any(|word| word.is_one_of(words::SCALES)) {
                return None;
            }
            let base = value(at + 1)?;
            // The unit may stand between: de 38 personnes suivies à 55.
            let to = (at + 2..at + 7).find(|to| {
                self.words
                    .get(*to)
                    .is_some_and(|word| matches!(word.plain.as_str(), "a" | "to"))
            })?;
            let target = value(to + 1)?;
            let is_range = self
                .words
                .get(to + 2)
                .is_some_and(|word| word.is_one_of(words::RANGES));
            (!is_range).then_some(if base <= target {
                (base, target)
            } else {
                (target, base)
            })
        };
        starts.into_iter().find_map(step)
    }

    /// The words before one, nearest first.
    fn before(&self, at: usize, reach: usize) -> impl Iterator<Item = &Word> {
        self.words.iter().take(at).rev().take(reach)
    }

    fn find_dates(&mut self) {
        let roles: Vec<Role> = (0..self.words.len()).map(|at| self.date_role(at)).collect();
        for (word, role) in self.words.iter_mut().zip(roles) {
            word.role = role;
        }
        // 30/09/2025, 2025-T2: what is joined to a year belongs to the date.
        for at in 1..self.words.len() {
            self.join(at - 1, at, at);
        }
        for at in (1..self.words.len()).rev() {
            self.join(at, at - 1, at);
        }
    }

    /// Spreads a date from one word to its neighbour, over a gap that only dates have.
    fn join(&mut self, from: usize, to: usize, gap: usize) {
        let is_date = self
            .words
            .get(from)
            .is_some_and(|word| word.role == Role::Date);
        let is_joined = self
            .words
            .get(gap)
            .is_some_and(|word| matches!(word.gap.as_str(), "/" | "-" | "."));
        if let Some(word) = self.words.get_mut(to)
            && is_date
            && is_joined
            && word.starts_with_digit()
        {
            word.role = Role::Date;
        }
    }

    fn date_role(&self, at: usize) -> Role {
        let Some(word) = self.words.get(at) else {
            return Role::Word;
        };
        let next = self.words.get(at + 1);
        let is_day = word
            .plain
            .trim_end_matches(|letter: char| letter.is_ascii_alphabetic())
            .parse()
            .is_ok_and(|day: u8| (1..=31).contains(&day));
        let date = word.is_month()
            || word.is_quarter()
            || (is_day && next.is_some_and(Word::is_month))
            || (word.is_in_our_times() && self.is_year(at));
        if date { Role::Date } else { Role::Word }
    }

    /// Whether four digits are a year by what stands around them, and not 2,000 of something.
    fn is_year(&self, at: usize) -> bool {
        let before = self.before(at, 1).next();
        let follows_a_date = before.is_none_or(|word| {
            word.is_one_of(words::BEFORE_A_YEAR)
                || word.is_month()
                || word.is_quarter()
                || word.starts_with_digit()
        });
        let ends_a_phrase = self
            .words
            .get(at + 1)
            .is_none_or(|next| next.gap.trim() != "");
        follows_a_date || ends_a_phrase
    }

    fn find_numbers(&mut self) {
        let roles: Vec<Role> = (0..self.words.len())
            .map(|at| self.number_role(at))
            .collect();
        for (word, role) in self.words.iter_mut().zip(roles) {
            word.role = role;
        }
    }

    fn number_role(&self, at: usize) -> Role {
        let Some(word) = self.words.get(at) else {
            return Role::Word;
        };
        let in_words = || word.is_one_of(words::NUMBERS).then_some(f64::NAN);
        match (word.role, word.number().or_else(in_words)) {
            (Role::Word, Some(number)) => {
                // dans les six prochains mois
                let mut next = self.words.iter().skip(at + 1).take(2);
                let is_duration = next.any(|next| next.is_one_of(words::TIME_UNITS));
                if is_duration {
                    Role::Duration
                } else {
                    Role::Value(number)
                }
            }
            (role, _) => role,
        }
    }
}

impl Word {
    /// Whether it is one of these, in the singular or the plural, masculine or feminine.
    fn is_one_of(&self, list: &[&str]) -> bool {
        let plain = self.plain.as_str();
        let endings = ["s", "x", "e", "es"]
            .into_iter()
            .filter_map(|ending| plain.strip_suffix(ending));
        let stem_in_y = plain.strip_suffix("ies");
        list.contains(&plain)
            || endings
                .into_iter()
                .any(|stem| stem.len() > 1 && list.contains(&stem))
            || stem_in_y
                .is_some_and(|stem| list.iter().any(|word| word.strip_suffix('y') == Some(stem)))
    }

    fn is_month(&self) -> bool {
        words::MONTHS.contains(&self.plain.as_str())
            || words::MONTHS_WITH_CAPITAL.contains(&self.typed.as_str())
    }

    /// T2, Q3, S1, H2.
    fn is_quarter(&self) -> bool {
        let mut letters = self.plain.chars();
        let (kind, number, end) = (letters.next(), letters.next(), letters.next());
        matches!(kind, Some('t' | 'q' | 's' | 'h'))
            && matches!(number, Some('1'..='4'))
            && end.is_none()
    }

    fn is_in_our_times(&self) -> bool {
        self.plain.len() == 4
            && self
                .plain
                .parse()
                .is_ok_and(|year: u16| (1990..2100).contains(&year))
    }

    fn starts_with_digit(&self) -> bool {
        self.plain
            .starts_with(|letter: char| letter.is_ascii_digit())
    }

    /// The number that digits write, in the French or the English way: `7,4`, `7.4`, `1,200`.
    fn number(&self) -> Option<f64> {
        if !self.starts_with_digit() {
            return None;
        }
        let digits = self
            .plain
            .trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        let is_thousands = digits
            .split_once(',')
            .is_some_and(|(whole, rest)| whole.len() <= 3 && rest.len() == 3);
        digits
            .replace(',', if is_thousands { "" } else { "." })
            .parse()
            .ok()
    }
}

fn has_form(word: &str, stems: &[&str], endings: &[&str]) -> bool {
    stems.iter().any(|stem| {
        word.strip_prefix(stem)
            .is_some_and(|ending| endings.contains(&ending))
    })
}

/// Cuts a text at everything that is neither a letter, a digit, nor a mark inside a number.
fn cut(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut word, mut gap) = (String::new(), String::new());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let in_number = matches!(letter, ',' | '.')
            && word.ends_with(|last: char| last.is_ascii_digit())
            && letters.peek().is_some_and(char::is_ascii_digit);
        if letter.is_alphanumeric() || in_number || ('\u{300}'..='\u{36F}').contains(&letter) {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            words.push(Word::new(
                std::mem::take(&mut word),
                std::mem::take(&mut gap),
            ));
        }
        gap.push(letter);
    }
    if !word.is_empty() {
        words.push(Word::new(word, gap));
    }
    words
}

impl Word {
    fn new(typed: String, gap: String) -> Self {
        Self {
            plain: plain(&typed),
            typed,
            gap,
            role: Role::Word,
        }
    }
}

/// Makes one number of `1 200`, whatever the space.
fn join_thousands(words: Vec<Word>) -> Vec<Word> {
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut joined: Vec<Word> = Vec::new();
    for word in words {
        match joined.last_mut() {
            Some(last)
                if matches!(word.gap.as_str(), " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
                    && all_digits(&last.plain)
                    && last.plain.len() != 4
                    && word.plain.len() >= 3
                    && word.plain.get(..3).is_some_and(all_digits)
                    && !word.plain.get(3..4).is_some_and(all_digits) =>
            {
                last.plain += &word.plain;
                last.typed += &word.typed;
            }
            _ => joined.push(word),
        }
    }
    joined
}

/// In lower case and without the accents of French.
fn plain(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for letter in word.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' => plain.push('a'),
            'é' | 'è' | 'ê' | 'ë' => plain.push('e'),
            'î' | 'ï' | 'í' => plain.push('i'),
            'ô' | 'ö' | 'ó' => plain.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => plain.push('u'),
            'ç' => plain.push('c'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            '\u{300}'..='\u{36F}' => {}
            letter => plain.push(letter),
        }
    }
    plain
}
