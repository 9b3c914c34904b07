//! A small made-up client, laid out in a temporary folder.

use super::*;

/// A project with a page, two style folders and a bound client with one snippet.
fn project() -> Result<tempfile::TempDir> {
    let folder = tempfile::tempdir()?;
    let file = |path: &str, content: &str| -> Result<()> {
        let path = folder.path().join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        Ok(fs::write(path, content)?)
    };
    file("client/web/index.html", "{{css}} {{js}} {{wasm}} {{boot}}")?;
    file("client/web/boot.js", "{{js}} {{wasm}}")?;
    file("client/web/boot.css", "boot{}")?;
    file("client/web/sw.js", "__VERSION__ __PRECACHE__")?;
    file("client/web/favicon.svg", "<svg/>")?;
    file("client/web/styles/20-b.css", "b{}")?;
    file("client/web/styles/10-a.css", "a{}")?;
    file("view/styles/tokens.css", "tokens{}")?;
    file("view/locales/fr/a.ftl", "# a comment\nhello = Bonjour\n")?;
    file("view/locales/en/a.ftl", "hello = Hello\n")?;
    file("bound/client.js", "import './snippets/x/inline0.js'")?;
    file("bound/client_bg.wasm", &"wasm".repeat(1_000))?;
    file("bound/snippets/x/inline0.js", "snippet")?;
    Ok(folder)
}

fn lay_out_in(folder: &Path, compressed: bool) -> Result<Vec<String>> {
    let dist = folder.join("dist");
    lay_out(folder, &folder.join("bound"), &dist, compressed)?;
    files_under(&dist)?
        .iter()
        .map(|file| Ok(file.strip_prefix(&dist)?.to_string_lossy().into_owned()))
        .collect()
}

fn named(names: &[String], start: &str, end: &str) -> String {
    let mut found = names
        .iter()
        .filter(|name| name.starts_with(start) && name.ends_with(end));
    let name = found.next().cloned().unwrap_or_default();
    assert!(
        !name.is_empty() && found.next().is_none(),
        "one {start}*{end} in {names:?}"
    );
    name
}

#[test]
fn the_page_names_files_that_exist() -> Result<()> {
    let folder = project()?;
    let names = lay_out_in(folder.path(), false)?;
    let dist = folder.path().join("dist");
    let page = fs::read_to_string(dist.join("index.html"))?;
    let addresses: Vec<&str> = page.split_whitespace().collect();
    assert_eq!(addresses.len(), 4);
    for address in addresses {
        assert!(names.contains(&address.trim_start_matches('/').to_owned()));
        assert!(fs::read_to_string(dist.join(MANIFEST))?.contains(address));
    }
    Ok(())
}

#[test]
fn styles_are_joined_in_order() -> Result<()> {
    let folder = project()?;
    let names = lay_out_in(folder.path(), false)?;
    let styles = named(&names, "assets/app-", ".css");
    let styles = fs::read_to_string(folder.path().join("dist").join(styles))?;
    assert_eq!(styles, "tokens{}\nboot{}\na{}\nb{}\n");
    Ok(())
}

#[test]
fn snippets_move_with_their_content() -> Result<()> {
    let folder = project()?;
    let before = named(&lay_out_in(folder.path(), false)?, "assets/client-", ".js");
    fs::write(folder.path().join("bound/snippets/x/inline0.js"), "other")?;
    let names = lay_out_in(folder.path(), false)?;
    let after = named(&names, "assets/client-", ".js");
    assert_ne!(before, after, "and the old one is gone");
    let snippet = named(&names, "assets/snippets-", "/x/inline0.js");
    let script = fs::read_to_string(folder.path().join("dist").join(after))?;
    assert!(script.contains(snippet.trim_start_matches("assets/")));
    Ok(())
}

#[test]
fn twins_decompress_to_their_file_and_go_with_it() -> Result<()> {
    let folder = project()?;
    let names = lay_out_in(folder.path(), true)?;
    let twin = named(&names, "assets/client-", ".wasm.br");
    let twin = fs::read(folder.path().join("dist").join(twin))?;
    let mut content = Vec::new();
    brotli::BrotliDecompress(&mut twin.as_slice(), &mut content)?;
    assert_eq!(content, "wasm".repeat(1_000).into_bytes());
    let names = lay_out_in(folder.path(), false)?;
    assert!(!names.iter().any(|name| name.ends_with(".br")));
    Ok(())
}

#[test]
fn the_worker_changes_with_any_file() -> Result<()> {
    let folder = project()?;
    let worker = |folder: &Path| fs::read_to_string(folder.join("dist/sw.js"));
    lay_out_in(folder.path(), false)?;
    let before = worker(folder.path())?;
    assert!(before.contains("\"/index.html\"") && before.contains("\"/favicon.svg\""));
    assert!(!before.contains("sw.js") && !before.contains(MANIFEST));
    fs::write(folder.path().join("client/web/favicon.svg"), "<svg></svg>")?;
    lay_out_in(folder.path(), false)?;
    assert_ne!(before, worker(folder.path())?);
    Ok(())
}

#[test]
fn a_forgotten_placeholder_stops_the_build() -> Result<()> {
    let folder = project()?;
    fs::write(folder.path().join("client/web/boot.js"), "{{boot}}")?;
    let error = lay_out_in(folder.path(), false)
        .err()
        .map(|error| error.to_string());
    assert!(error.unwrap_or_default().contains("{{boot}}"));
    Ok(())
}

#[test]
fn a_fingerprint_holds_only_for_a_finished_dist() -> Result<()> {
    let folder = project()?;
    let dist = folder.path().join("dist");
    assert!(!is_current(&dist, "f"));
    lay_out_in(folder.path(), false)?;
    remember(&dist, "f")?;
    assert!(is_current(&dist, "f") && !is_current(&dist, "g"));
    forget(&dist)?;
    assert!(!is_current(&dist, "f"));
    Ok(())
}
