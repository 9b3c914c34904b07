//! The messages and the code agree: nothing is missing, nothing is left over, every language says the same
//! things with the same variables and in the same form, and each is typeset as its readers expect.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Messages whose keys the code puts together from a variable at their start. (Keys such as
/// `format!("kind-{}", ..)` are understood by themselves.)
const PUT_TOGETHER: &[&str] = &["month-"];

/// A message: where it is, its text, and the variables inside.
#[derive(Debug, Clone, Default)]
struct Message {
    file: String,
    text: String,
    variables: BTreeSet<String>,
}

/// The languages beside French, which has every message first.
const OTHERS: [&str; 3] = ["en", "it", "nl"];

#[test]
fn every_language_has_the_same_messages_with_the_same_variables() {
    let french = messages("fr");
    let mut faults = Vec::new();
    for language in OTHERS {
        let other = messages(language);
        for key in french.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
            match (french.get(key), other.get(key)) {
                (Some(fr), Some(other)) if fr.variables != other.variables => {
                    faults.push(format!(
                        "{key}: {:?} in fr, {:?} in {language}",
                        fr.variables, other.variables
                    ));
                }
                (Some(fr), Some(other)) if fr.file != other.file => faults.push(format!(
                    "{key}: fr/{} and {language}/{}",
                    fr.file, other.file
                )),
                (Some(fr), Some(other)) if variants(&fr.text) != variants(&other.text) => {
                    faults.push(format!("{key}: other variants in fr than in {language}"));
                }
                (Some(_), Some(other)) if other.text.trim().is_empty() => {
                    faults.push(format!("{key} says nothing in {language}"));
                }
                (Some(_), Some(_)) => {}
                (Some(_), None) => faults.push(format!("{key} is missing in {language}")),
                (None, _) => faults.push(format!("{key} is in {language}, not in fr")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_sentence_was_left_in_another_language() {
    // Names, examples and words that two languages share are short; a sentence that is the same in two
    // languages was not translated.
    let mut faults = Vec::new();
    let languages: Vec<_> = ["fr", "en", "it", "nl"]
        .map(|language| (language, messages(language)))
        .into();
    for (at, (one, left)) in languages.iter().enumerate() {
        for (other, right) in &languages[at + 1..] {
            for (key, message) in left {
                let text = without_placeables(&message.text);
                let is_sentence = text
                    .split_whitespace()
                    .filter(|word| word.len() > 1)
                    .count()
                    > 3;
                let is_same = right.get(key).is_some_and(|same| same.text == message.text);
                if is_sentence && is_same {
                    faults.push(format!("{key} is the same in {one} and {other}: {text}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The names of the variants of a message, in order: a choice is made by the same words in each language.
fn variants(text: &str) -> Vec<&str> {
    let names = text.lines().filter_map(|line| {
        let line = line.trim();
        let line = line.strip_prefix('*').unwrap_or(line);
        line.strip_prefix('[')?.split(']').next()
    });
    names.collect()
}

#[test]
fn every_message_that_the_code_asks_for_exists_and_every_other_is_gone() {
    let french = messages("fr");
    let sources = sources();
    assert!(sources.len() > 20, "the sources were not found");
    let mut faults = Vec::new();
    let mut named = BTreeSet::new();
    let mut patterns = BTreeSet::new();
    for (path, text) in &sources {
        patterns.extend(patterns_in(text));
        for literal in literals(text) {
            named.insert(literal);
        }
        for call in [".t(", ".t_with("] {
            for rest in text.split(call).skip(1) {
                let Some(literal) = rest
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next())
                else {
                    continue;
                };
                if !french.contains_key(literal) && literal != "no-such-message" {
                    faults.push(format!("{}: no message {literal:?}", path.display()));
                }
            }
        }
    }
    for (key, message) in &french {
        let is_put_together = PUT_TOGETHER.iter().any(|start| key.starts_with(start))
            || patterns.iter().any(|(start, end)| match *start {
                "" => key
                    .strip_suffix(end)
                    .is_some_and(|word| named.contains(word)),
                start => key.starts_with(start) && key.ends_with(end),
            });
        if !is_put_together && !named.contains(key.as_str()) {
            faults.push(format!("{key} in {} is never used", message.file));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn french_is_typeset_as_french() {
    let mut faults = Vec::new();
    for (key, message) in messages("fr") {
        // What stands between braces is for Fluent, and addresses are not sentences.
        let text = without_placeables(&message.text)
            .replace("https://", "")
            .replace("http://", "");
        let mut fault =
            |what: &str| faults.push(format!("{key} in {}: {what}: {text}", message.file));
        if text.contains('\'') {
            fault("an apostrophe is ’");
        }
        let letters: Vec<char> = text.chars().collect();
        for (at, letter) in letters.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| letters.get(at)).copied();
            let after = letters.get(at + 1).copied();
            let is_joined = |space: Option<char>| matches!(space, Some('\u{a0}' | '\u{202f}'));
            let stands_after_word = before
                .is_some_and(|c| !c.is_whitespace() && !"?!…(«".contains(c))
                || before == Some(' ');
            match letter {
                ':' if after.is_some_and(|c| c.is_ascii_digit())
                    && before.is_some_and(|c| c.is_ascii_digit()) => {}
                ':' | ';' | '?' | '!' | '%' if stands_after_word && !is_joined(before) => {
                    fault(&format!("a no-break space goes before {letter}"));
                }
                '»' if !is_joined(before) => fault("a no-break space goes before »"),
                '«' if !is_joined(after) => fault("a no-break space goes after «"),
                _ => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_others_are_typeset_in_their_way() {
    let mut faults = Vec::new();
    for language in OTHERS {
        // Italian quotes as French does, without spaces inside; the two others hang their quotes high.
        let foreign_quotes = match language {
            "it" => "“”„‘\"",
            _ => "«»„\"",
        };
        for (key, message) in messages(language) {
            let text = without_placeables(&message.text)
                .replace("https://", "")
                .replace("http://", "");
            let mut fault =
                |what: &str| faults.push(format!("{key} in {language}: {what}: {text}"));
            if text.contains('\'') {
                fault("an apostrophe is ’");
            }
            if text.contains(|c| foreign_quotes.contains(c)) {
                fault("these quotes belong to another language");
            }
            for (open, close) in [('«', '»'), ('“', '”')] {
                if text.matches(open).count() != text.matches(close).count() {
                    fault("a quote is not closed");
                }
            }
            let is_apart = |space: char| matches!(space, ' ' | '\u{a0}' | '\u{202f}');
            let letters: Vec<char> = text.chars().collect();
            for pair in letters.windows(2) {
                let [before, after] = pair else { continue };
                if is_apart(*before) && ":;?!%»”".contains(*after) {
                    fault(&format!("no space goes before {after}"));
                }
                if "«“".contains(*before) && is_apart(*after) {
                    fault(&format!("no space goes after {before}"));
                }
            }
            if text.contains("...") {
                fault("three points are one letter: …");
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// All the messages of a language by key: a plain reader of what the files use of Fluent.
fn messages(folder: &str) -> BTreeMap<String, Message> {
    let mut messages: BTreeMap<String, Message> = BTreeMap::new();
    for path in files(&root().join("locales").join(folder), "ftl") {
        let file = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(&path).expect("a file of messages is text");
        let mut current: Option<String> = None;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let starts_message = line.starts_with(|c: char| c.is_ascii_alphabetic());
            if starts_message && let Some((key, value)) = line.split_once(" =") {
                let message = Message {
                    file: file.clone(),
                    text: value.trim().to_owned(),
                    variables: BTreeSet::new(),
                };
                let double = messages.insert(key.to_owned(), message);
                assert!(double.is_none(), "{key} is twice in {folder}");
                current = Some(key.to_owned());
            } else if let Some(message) = current.as_ref().and_then(|key| messages.get_mut(key)) {
                message.text.push('\n');
                message.text.push_str(line.trim());
            }
        }
        assert!(
            text.lines().all(|line| !line.contains('\t')),
            "{file} has a tab"
        );
    }
    for message in messages.values_mut() {
        let names = message.text.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
                .collect::<String>()
        });
        message.variables = names.collect();
    }
    messages
}

/// The sentences of a message: what stands in braces is for Fluent, except the variants of a choice.
fn without_placeables(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let line = line.trim();
        let variant = line
            .strip_prefix('*')
            .unwrap_or(line)
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'));
        let line = variant.map_or(line, |(_, text)| text);
        let mut depth = 0_i32;
        for c in line.chars() {
            match c {
                '{' => depth += 1,
                '}' => {
                    depth -= 1;
                    // Something stands there: a figure or a name.
                    out.push('x');
                }
                c if depth <= 0 => out.push(c),
                _ => {}
            }
        }
        out.push('\n');
    }
    out
}

fn without_comments(source: &str) -> String {
    let lines = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Every source that may ask for a message.
fn sources() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    for folder in ["src", "../client/src", "../server/src"] {
        paths.extend(files(&root().join(folder), "rs"));
    }
    paths
        .into_iter()
        .filter_map(|path| {
            Some((
                path.clone(),
                without_comments(&fs::read_to_string(path).ok()?),
            ))
        })
        .collect()
}

/// Keys that are put together, as what they start and end with: `"kind-{}"`, `"choice-{}-{}-hint"`, and
/// `"{key}-hint"`, which stands for the keys that are named elsewhere.
fn patterns_in(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let parts = text.split('"').filter(|part| {
        let is_key = |b: u8| b.is_ascii_alphanumeric() || b"-_{}.".contains(&b);
        part.len() < 80 && part.bytes().all(is_key)
    });
    parts.filter_map(|part| {
        let (start, _) = part.split_once('{')?;
        let (_, end) = part.rsplit_once('}')?;
        let is_telling = match start {
            "" => end.starts_with('-'),
            start => start.ends_with('-') && start.len() > 4,
        };
        is_telling.then_some((start, end))
    })
}

/// What stands between double quotes.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|part| {
        part.len() < 80
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b))
    })
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
