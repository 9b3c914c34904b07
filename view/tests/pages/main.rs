//! The pages that the server writes, from the outside: headings, tables, language, and what hostile words become.

mod fixture;

use dioxus::prelude::Element;
use jalon_shared::{
    Role,
    version::{Sealed, diff::Comparison},
};
use jalon_view::{
    html,
    pages::{
        CodePage, CodePageProps, EnterPage, EnterPageProps, JoinPage, JoinPageProps, MessageAction,
        MessagePage, MessagePageProps, NameProblem, Notice, Whose,
    },
    version::{DiffPage, DiffPageProps, VersionPage, VersionPageProps},
    words::Language,
};

fn page<P: Clone + 'static>(
    title: &str,
    language: Language,
    component: fn(P) -> Element,
    props: P,
) -> String {
    let shell = html::Shell {
        title,
        language,
        theme: None,
        css_href: "jalon.css",
    };
    shell.around(component, props, |html| html)
}

fn version_page(language: Language) -> String {
    page_of(fixture::sealed(), language)
}

fn page_of(sealed: Sealed, language: Language) -> String {
    let props = VersionPageProps {
        language,
        sealed: sealed.into(),
        workspace_href: Some("/w/1".into()),
        json_href: Some("/api/1".into()),
        diff_href: Some("/diff".into()),
        replaced_by: Some((3, "/w/1/v/3".into())),
        own_path: Some("/here".into()),
    };
    page(&props.title(), language, VersionPage, props)
}

fn diff_page(language: Language) -> String {
    let (before, after) = (
        fixture::version(1, fixture::content()),
        fixture::version(2, fixture::later()),
    );
    let props = DiffPageProps {
        language,
        comparison: Comparison::of(before.into(), after.into()).into(),
        before_href: "/w/1/v/1".into(),
        after_href: "/w/1/v/2".into(),
        workspace_href: None,
        own_path: None,
    };
    page(&props.title(), language, DiffPage, props)
}

fn join_page(language: Language, problem: Option<NameProblem>) -> String {
    let props = JoinPageProps {
        language,
        workspace: fixture::HOSTILE.into(),
        role: Role::Contributor,
        action: "/join/ABCDEF".into(),
        name: fixture::HOSTILE.into(),
        problem,
        known_as: Some("Awa".into()),
        own_path: Some("/here".into()),
    };
    page(&props.title(), language, JoinPage, props)
}

fn small_pages(language: Language) -> Vec<(&'static str, String)> {
    let enter = |whose: Whose| EnterPageProps {
        language,
        whose,
        action: "/enter/x".into(),
        own_path: None,
    };
    let code = CodePageProps {
        language,
        action: "/join".into(),
        code: "ABC".into(),
        unknown: true,
        own_path: None,
    };
    let actions = vec![
        MessageAction::TypeCode {
            href: "/join".into(),
        },
        MessageAction::Home { href: "/".into() },
    ];
    let message = MessagePageProps {
        language,
        notice: Notice::InvitationGone,
        actions,
        own_path: None,
    };
    vec![
        ("join", join_page(language, None)),
        (
            "join-problem",
            join_page(language, Some(NameProblem::TooLong { limit: 60 })),
        ),
        (
            "enter",
            page(
                "enter",
                language,
                EnterPage,
                enter(Whose::Person { name: "Awa".into() }),
            ),
        ),
        (
            "enter-owner",
            page(
                "enter",
                language,
                EnterPage,
                enter(Whose::Owner {
                    name: fixture::HOSTILE.into(),
                    problem: None,
                }),
            ),
        ),
        ("code", page("code", language, CodePage, code)),
        ("message", page("message", language, MessagePage, message)),
    ]
}

fn all_pages(language: Language) -> Vec<(&'static str, String)> {
    let mut pages = small_pages(language);
    pages.push(("version", version_page(language)));
    pages.push(("diff", diff_page(language)));
    pages
}

fn count(html: &str, part: &str) -> usize {
    html.matches(part).count()
}

#[test]
fn every_page_passes_the_security_policy_and_says_its_language() {
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            assert!(
                html.starts_with(&format!(
                    "<!DOCTYPE html>\n<html lang=\"{}\">",
                    language.tag()
                )),
                "{name}"
            );
            assert!(!html.contains("<script"), "{name} has a script");
            assert!(
                !html.contains("<style") && !html.contains("<b style"),
                "{name} has a style"
            );
            // Inside a tag an inline style would start with a space; escaped words cannot.
            assert!(!html.contains(" style=\""), "{name} has an inline style");
            assert_eq!(count(&html, "<h1"), 1, "{name} has one title");
            assert_eq!(count(&html, "<main"), 1, "{name} has one main part");
            assert_eq!(count(&html, "{$"), 0, "{name} lacks a variable");
        }
    }
}

#[test]
fn a_page_links_to_itself_in_every_other_language() {
    for language in Language::ALL {
        for (name, html) in [
            ("join", join_page(language, None)),
            ("version", version_page(language)),
        ] {
            for other in Language::ALL {
                let link = format!("href=\"/here?lang={}\"", other.tag());
                assert_eq!(html.contains(&link), other != language, "{name}: {link}");
            }
        }
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    for (name, html) in all_pages(Language::French) {
        let values = |attribute: &str| -> Vec<String> {
            let start = format!(" {attribute}=\"");
            let parts = html.split(&start).skip(1);
            parts
                .filter_map(|part| part.split('"').next())
                .map(str::to_owned)
                .collect()
        };
        let ids = values("id");
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{name} repeats an id");
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for value in values(attribute) {
                for reference in value.split(' ') {
                    assert!(
                        unique.iter().any(|id| id == reference),
                        "{name}: {attribute} to {reference}"
                    );
                }
            }
        }
        for link in values("href")
            .iter()
            .filter_map(|href| href.strip_prefix('#'))
        {
            assert!(
                unique.iter().any(|id| id == link),
                "{name}: link to #{link}"
            );
        }
    }
}

#[test]
fn the_join_page_is_small_and_works_as_a_form() {
    let html = join_page(Language::French, Some(NameProblem::Missing));
    assert!(html.len() < 50_000);
    for part in [
        "<label class=\"label\" for=\"name\">Votre prénom</label>",
        "method=\"post\"",
        "action=\"/join/ABCDEF\"",
        "name=\"name\"",
        "role=\"alert\"",
        "Écrivez votre prénom pour entrer.",
        "Continuer avec ce nom",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
}

#[test]
fn a_frozen_version_says_everything() {
    let html = version_page(Language::French);
    for part in [
        "Mesurer ce qui compte",
        "Point du deuxième trimestre",
        "1er juillet 2025 à 09:12 (temps universel), par Léa",
        "T2 2025",
        "Version 2",
        "Version 3",
        "D’ici au 31 décembre 2025, porter de 38 % à 55 %",
        "Progression de 9 points observée",
        "94\u{202f}%",
        "46,7\u{202f}%",
        "79 sur 169",
        "niveau 4\u{a0}: 14",
        "Aussi saisi\u{a0}: 9\u{a0}cafés, par Malik",
        "Un écart à comprendre",
        "impact social",
        "lang=\"en\">social impact",
        "Faut-il y inclure les effets non voulus ?",
        "Ouvrir une permanence le samedi matin",
        "1er juillet 2025",
        "jalon verify jalon-version-2.json",
        "<details class=\"data\">",
    ] {
        assert!(html.contains(part), "the page lacks {part:?}");
    }
    let order = [
        "id=\"dashboard\"",
        "id=\"objectives\"",
        "id=\"grid\"",
        "id=\"readings\"",
        "id=\"glossary\"",
        "id=\"seal\"",
    ];
    let places: Vec<_> = order.iter().map(|part| html.find(part)).collect();
    assert!(
        places.is_sorted() && places.iter().all(Option::is_some),
        "{places:?}"
    );
    assert_eq!(
        count(&html, "role=\"img\""),
        count(&html, "<desc"),
        "every picture is told in words"
    );
    assert!(
        html.find("impact social")
            .is_some_and(|agreed| html.find("bilan").is_some_and(|debated| agreed < debated))
    );
    let hash = fixture::sealed().hash;
    assert!(hash.get(..8).is_some_and(|group| html.contains(group)));
    for words in ["échec", "retard", "mauvais"] {
        assert!(!html.contains(words), "no blame: {words}");
    }
}

#[test]
fn a_comparison_tells_what_changed_in_words() {
    let html = diff_page(Language::French);
    for part in [
        "<del>96</del>",
        "<ins>110</ins>",
        "<ins>, dans six salles</ins>",
        "Proposé",
        "Validé ensemble",
        "Rompre l’isolement des personnes âgées",
        "Soutenir les proches aidants",
        "Former deux binômes de plus.",
        "En débat",
        "Retiré",
        "46,7\u{202f}% (79 sur 169)",
        "47,9\u{202f}% (81 sur 169)",
        "non renseigné",
    ] {
        assert!(html.contains(part), "the page lacks {part:?}");
    }
    let (before, after) = (
        fixture::version(1, fixture::content()),
        fixture::version(2, fixture::content()),
    );
    let props = DiffPageProps {
        language: Language::French,
        comparison: Comparison::of(before.into(), after.into()).into(),
        before_href: String::new(),
        after_href: String::new(),
        workspace_href: None,
        own_path: None,
    };
    assert!(html::fragment(DiffPage, props).contains("Rien n’a changé"));
}

/// Writes the pages to a folder, to look at them: `JALON_PAGES=/tmp/pages cargo test -p jalon-view -- --ignored`.
#[test]
#[ignore = "writes files for a person to look at"]
fn write_pages_to_look_at() -> std::io::Result<()> {
    let folder = std::path::PathBuf::from(
        std::env::var("JALON_PAGES").unwrap_or_else(|_| "target/pages".into()),
    );
    std::fs::create_dir_all(&folder)?;
    let styles = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let mut files: Vec<_> = std::fs::read_dir(styles)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.sort();
    let css = files
        .iter()
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .collect::<String>();
    std::fs::write(folder.join("jalon.css"), css)?;
    for language in Language::ALL {
        for (name, html) in all_pages(language) {
            std::fs::write(folder.join(format!("{name}.{}.html", language.tag())), html)?;
        }
    }
    Ok(())
}

#[test]
fn names_that_were_removed_are_told_in_neutral_words() {
    let nameless = Sealed::parse(fixture::sealed().nameless()).expect("intact");
    let count = nameless.withheld;
    let french = page_of(nameless.clone(), Language::French);
    let english = page_of(nameless, Language::English);
    for name in ["Léa", "Malik"] {
        assert!(version_page(Language::French).contains(name));
        assert!(!french.contains(name) && !english.contains(name), "{name}");
    }
    assert!(french.contains("par une personne") && english.contains("by somebody"));
    assert!(
        french.contains(&format!("{count}\u{a0}noms ont été retirés"))
            || french.contains(&format!("{count} noms ont été retirés"))
    );
    assert!(!version_page(Language::French).contains("été retiré"));
}

#[test]
fn a_whole_figure_has_no_decimals_anywhere() {
    for page in [version_page(Language::French), diff_page(Language::French)] {
        let padded: Vec<&str> = page
            .match_indices(",0")
            .filter(|(at, _)| {
                let digits = |text: &str, next: fn(&str) -> Option<char>| {
                    next(text).is_some_and(|letter| letter.is_ascii_digit())
                };
                digits(&page[..*at], |text| text.chars().next_back())
                    && !digits(&page[at + 2..], |text| text.chars().next())
            })
            .map(|(at, _)| page[at..].split('<').next().unwrap_or_default())
            // What people wrote themselves is theirs.
            .filter(|text| !text.contains("sur 10 la charge"))
            .collect();
        assert!(padded.is_empty(), "{padded:?}");
    }
}
