//! Lays out `dist/`, the finished client: names that follow the content for whatever may be cached
//! for ever, the page that names them, and compressed twins. Building the parts is `web`'s work.

mod compress;
mod page;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};

use crate::fingerprint::{files_under, short};

/// What the bound client is called before its name follows its content.
pub const BOUND_NAME: &str = "client";
/// The WebAssembly among what was bound.
pub const BOUND_WASM: &str = "client_bg.wasm";

/// The half of the client that comes later, beside the first.
pub const REST_NAME: &str = "rest.wasm";

/// Which inputs `dist/` was made of; written last, so that a stopped build leaves none.
const FINGERPRINT: &str = ".fingerprint";
/// Which hashed files belong together, for pages that the server draws.
const MANIFEST: &str = "manifest.json";

/// Content by its path in `dist/`.
type Files = BTreeMap<String, Vec<u8>>;

/// Whether `dist` was made of the inputs with this fingerprint.
pub fn is_current(dist: &Path, fingerprint: &str) -> bool {
    dist.join(MANIFEST).is_file()
        && fs::read_to_string(dist.join(FINGERPRINT)).is_ok_and(|found| found == fingerprint)
}

/// Says that `dist` may be made of anything.
pub fn forget(dist: &Path) -> Result<()> {
    let file = dist.join(FINGERPRINT);
    if file.exists() {
        fs::remove_file(file)?;
    }
    Ok(())
}

/// Says what `dist` is made of.
pub fn remember(dist: &Path, fingerprint: &str) -> Result<()> {
    fs::write(dist.join(FINGERPRINT), fingerprint)?;
    Ok(())
}

/// A short text that differs between any two clients.
pub fn identity(dist: &Path) -> String {
    fs::read(dist.join(MANIFEST)).map_or_else(|_| "none".to_owned(), |manifest| short(&manifest))
}

/// Makes `dist` hold exactly the client bound in `bound` and the pages and styles under `root`.
/// Files that stay the same are not touched, so that a server that embeds them stays built.
pub fn lay_out(root: &Path, bound: &Path, dist: &Path, compressed: bool) -> Result<()> {
    let mut files = assemble(root, bound)?;
    if compressed {
        add_compressed(&mut files, dist)?;
    }
    write(&files, dist)?;
    eprintln!("{}", summary(&files));
    Ok(())
}

fn assemble(root: &Path, bound: &Path) -> Result<Files> {
    let web = root.join("client/web");
    let mut files = Files::new();

    let wasm = add_hashed(&mut files, "client", "wasm", read(&bound.join(BOUND_WASM))?);
    let rest = match bound.join(REST_NAME) {
        file if file.is_file() => add_hashed(&mut files, "rest", "wasm", read(&file)?),
        _ => String::new(),
    };
    let script = read_text(&bound.join(format!("{BOUND_NAME}.js")))?;
    let script = rename_snippets(&mut files, bound, script)?;
    let script = add_hashed(&mut files, "client", "js", script.into_bytes());

    let view_styles = joined(&styles_in(&root.join("view/styles"))?)?;
    let mut all_styles = view_styles.clone();
    all_styles.extend(joined(&[web.join("boot.css")])?);
    all_styles.extend(joined(&styles_in(&web.join("styles"))?)?);
    let styles = add_hashed(&mut files, "app", "css", all_styles);

    let words = words(root, &mut files)?;
    let mut names = page::Names {
        words,
        styles,
        script,
        wasm,
        rest,
        boot: String::new(),
    };
    let boot = names.fill_in(&read_text(&web.join("boot.js"))?)?;
    names.boot = add_hashed(&mut files, "boot", "js", boot.into_bytes());

    for file in plain_files(&web)? {
        let name = file.strip_prefix(&web)?.to_string_lossy().into_owned();
        files.insert(name, read(&file)?);
    }
    let index = names.fill_in(&read_text(&web.join("index.html"))?)?;
    files.insert("index.html".to_owned(), index.into_bytes());

    // The worker keeps all of the above for offline use; what follows is for the server's pages.
    let worker = page::worker(&read_text(&web.join("sw.js"))?, &files);
    files.insert("sw.js".to_owned(), worker.into_bytes());
    files.insert("assets/view.css".to_owned(), view_styles);
    files.insert(MANIFEST.to_owned(), names.manifest().into_bytes());
    Ok(files)
}

/// Adds a file whose name follows its content and gives its address.
fn add_hashed(files: &mut Files, stem: &str, extension: &str, content: Vec<u8>) -> String {
    let path = format!("assets/{stem}-{}.{extension}", short(&content));
    let address = format!("/{path}");
    files.insert(path, content);
    address
}

/// Adds the messages of each language, all its Fluent files as one without comments, and gives their addresses
/// as a JSON object by language.
fn words(root: &Path, files: &mut Files) -> Result<String> {
    let locales = root.join("view/locales");
    let mut languages: Vec<PathBuf> = fs::read_dir(&locales)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    languages.sort();
    let mut addresses = Vec::new();
    for language in languages {
        let mut messages = String::new();
        for file in files_under(&language)? {
            let text = read_text(&file)?;
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                messages.push_str(line);
                messages.push('\n');
            }
        }
        let tag = language.file_name().unwrap_or_default().to_string_lossy();
        let address = add_hashed(
            files,
            &format!("words-{tag}"),
            "ftl.txt",
            messages.into_bytes(),
        );
        addresses.push(format!("\"{tag}\": \"{address}\""));
    }
    Ok(format!("{{ {} }}", addresses.join(", ")))
}

/// The script imports its snippets by a path that does not follow their content: their folder gets a
/// name that does, and the script learns it.
fn rename_snippets(files: &mut Files, bound: &Path, script: String) -> Result<String> {
    let folder = bound.join("snippets");
    let mut snippets = Vec::new();
    let mut everything = Vec::new();
    for file in files_under(&folder)? {
        let name = file.strip_prefix(&folder)?.to_string_lossy().into_owned();
        let content = read(&file)?;
        everything.extend_from_slice(name.as_bytes());
        everything.extend_from_slice(&content);
        snippets.push((name, content));
    }
    if snippets.is_empty() {
        return Ok(script);
    }
    let renamed = format!("snippets-{}", short(&everything));
    for (name, content) in snippets {
        files.insert(format!("assets/{renamed}/{name}"), content);
    }
    Ok(script.replace("./snippets/", &format!("./{renamed}/")))
}

/// The style sheets of one folder in the order of their names.
fn styles_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut styles = files_under(folder)?;
    styles.retain(|file| file.extension().is_some_and(|extension| extension == "css"));
    Ok(styles)
}

fn joined(styles: &[PathBuf]) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    for style in styles {
        all.extend(read(style)?);
        all.push(b'\n');
    }
    Ok(all)
}

/// Icons and whatever else is served as it lies there.
fn plain_files(web: &Path) -> Result<Vec<PathBuf>> {
    let mut plain = files_under(web)?;
    plain.retain(|file| {
        let taken = ["index.html", "boot.js", "boot.css", "sw.js"];
        !file.starts_with(web.join("styles")) && !taken.iter().any(|name| *file == web.join(name))
    });
    Ok(plain)
}

/// Compresses every file for which that is worth it, all at once; what `dist` already holds is kept.
fn add_compressed(files: &mut Files, dist: &Path) -> Result<()> {
    let dist = &dist;
    let twins: Vec<Result<Files>> = thread::scope(|scope| {
        let tasks: Vec<_> = files
            .iter()
            .map(|(name, content)| scope.spawn(move || compress::twins(dist, name, content)))
            .collect();
        tasks
            .into_iter()
            .map(|task| match task.join() {
                Ok(twins) => twins,
                Err(_) => bail!("a compressing thread stopped"),
            })
            .collect()
    });
    for twin in twins {
        files.append(&mut twin?);
    }
    Ok(())
}

/// Writes what changed and removes what is no longer there.
fn write(files: &Files, dist: &Path) -> Result<()> {
    for (name, content) in files {
        let path = dist.join(name);
        if fs::read(&path).is_ok_and(|found| found == *content) {
            continue;
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content).with_context(|| format!("writing {}", path.display()))?;
    }
    for path in files_under(dist)? {
        let name = path.strip_prefix(dist)?.to_string_lossy().into_owned();
        if !files.contains_key(&name) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// What a browser downloads for the page on which a workspace opens, and what comes later, file by file as
/// `raw, compressed`, in bytes.
fn summary(files: &Files) -> String {
    let size = |name: &String, content: &Vec<u8>| {
        let twin = files.get(&format!("{name}.br")).unwrap_or(content).len();
        (content.len(), twin)
    };
    // Of the languages the largest: somebody reads in one.
    let is_words = |name: &&String| name.starts_with("assets/words-") && name.ends_with(".txt");
    let words = files.keys().filter(is_words);
    let largest =
        words.max_by_key(|name| files.get(*name).map_or(0, |content| size(name, content).1));
    let mut text = String::new();
    let mut first_load = 0;
    for (name, content) in files {
        let ends = [".br", ".gz"];
        if !name.starts_with("assets/") || ends.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let (raw, compressed) = size(name, content);
        let later = name.starts_with("assets/rest-")
            || name == "assets/view.css"
            || (is_words(&name) && Some(name) != largest);
        if !later {
            first_load += compressed;
        }
        let when = if later { "later" } else { "first" };
        text.push_str(&format!("  {when} {raw:>9} {compressed:>8}  {name}\n"));
    }
    format!("{text}  first load: {} kB", first_load.div_ceil(1000))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("reading {}", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))
}

#[cfg(test)]
mod tests;
