//! The first picture of a live page: for those alone who may see the workspace, small, and safe whatever
//! people write. The client's page must have been built (`cargo xtask web --dev`).

use super::{
    harness::{TestServer, until},
    peer::Peer,
};
use flate2::read::GzDecoder;
use jalon_server::pages::live::MOST_BYTES;
use jalon_shared::{Field, NewEntity, ObjectiveId, TermId};
use reqwest::{Method, Response, StatusCode, header};
use std::io::Read;

const PAGES: [&str; 9] = [
    "",
    "/objectives",
    "/indicators",
    "/readings",
    "/glossary",
    "/dashboard",
    "/versions",
    "/people",
    "/bin",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_picture_is_for_those_who_may_see_the_workspace() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Notre impact").await;
    let author = server.member(&workspace, "contributor", "Nadia").await;
    let reader = server.member(&workspace, "reader", "Rachid").await;
    let elsewhere = server.workspace("Ailleurs").await;
    let stranger = server.member(&elsewhere, "facilitator", "Omar").await;
    write(&server, &workspace, &author.token, "Rompre l’isolement").await;
    let path = format!("/w/{workspace}/objectives");
    let token = super::roles::token(&server, &workspace, "reader");
    for secret in [&author.token, &reader.token, &server.owner, &token] {
        shows(&server, &path, secret, "Rompre l’isolement").await;
        for page in PAGES {
            let answer = server
                .send(Method::GET, &format!("/w/{workspace}{page}"), secret, None)
                .await;
            assert_eq!(answer.status(), StatusCode::OK, "{page}");
            assert_eq!(
                answer.headers()[header::CACHE_CONTROL],
                "no-store",
                "{page}"
            );
            let html = answer.text().await.expect("a page");
            assert!(
                html.contains("id=\"picture\"") && html.contains("Notre impact"),
                "{page}"
            );
            assert!(!html.contains(secret.as_str()), "a secret on {page}");
        }
    }
    let plain = html(&server, "/", "").await;
    assert!(plain.contains("id=\"main\""), "build the client first");
    for secret in ["", "nonsense", &stranger.token] {
        assert_eq!(html(&server, &path, secret).await, plain);
    }
    for path in ["/w/nonsense", &format!("/w/{workspace}/nonsense")] {
        assert_eq!(html(&server, path, &author.token).await, plain, "{path}");
    }
    // Whoever was taken out sees nothing from then on, though the picture was drawn a moment ago.
    let people = format!("/api/workspaces/{workspace}/people/{}", reader.person);
    let (status, _) = server
        .call(Method::DELETE, &people, &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(html(&server, &path, &reader.token).await, plain);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_people_write_cannot_become_a_part_of_the_page() {
    const HOSTILE: &str =
        "</title><script>alert(1)</script>\"'><img src=x onerror=alert(1)><!--picture-->";
    let server = TestServer::start().await;
    let workspace = server.workspace(HOSTILE).await;
    let author = server
        .member(&workspace, "contributor", "\"><b onclick='x'>")
        .await;
    write(&server, &workspace, &author.token, HOSTILE).await;
    let path = format!("/w/{workspace}/objectives");
    shows(
        &server,
        &path,
        &author.token,
        "class=\"statement\">&#60;/title&#62;",
    )
    .await;
    let plain = html(&server, "/", "").await;
    for page in PAGES {
        let html = html(&server, &format!("/w/{workspace}{page}"), &author.token).await;
        for letters in ["<script", "<img", "onerror=alert(1)>", "<b "] {
            assert_eq!(
                html.matches(letters).count(),
                plain.matches(letters).count(),
                "{letters} on {page}"
            );
        }
        assert_eq!(html.matches("id=\"picture\"").count(), 1, "{page}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_with_its_picture_is_small_however_much_people_wrote() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Beaucoup de mots").await;
    let author = server.member(&workspace, "contributor", "Nadia").await;
    let mut peer = Peer::join(&server, &workspace, &author.token).await;
    let mut random = Random(7);
    for _ in 0..200 {
        let objective = NewEntity::new(ObjectiveId::from_uuid(random.uuid()));
        peer.does(objective.text(Field::Statement, random.words(1_500)))
            .await;
        let term = NewEntity::new(TermId::from_uuid(random.uuid()));
        peer.does(term.text(Field::Disagreement, random.words(1_500)))
            .await;
    }
    peer.settle().await;
    for page in PAGES {
        let path = format!("/w/{workspace}{page}");
        until("the words to be in the picture", async || {
            let answer = packed(&server, &path, &author.token).await;
            let bytes = answer.bytes().await.expect("a body");
            assert!(bytes.len() <= MOST_BYTES, "{} bytes on {page}", bytes.len());
            let mut html = String::new();
            GzDecoder::new(&*bytes)
                .read_to_string(&mut html)
                .expect("a page");
            assert!(html.contains("Beaucoup de mots"), "{page}");
            // What is cut says that there is more.
            html.contains("class=\"tab-count\" aria-hidden=\"true\">200<")
                .then_some(())
        })
        .await;
    }
    let path = format!("/w/{workspace}/objectives");
    let html = html(&server, &path, &author.token).await;
    assert!(html.contains("class=\"statement\"") && html.contains("L’espace s’ouvre…"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_first_picture_speaks_the_language_of_whoever_reads() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Notre impact").await;
    let path = format!("/w/{workspace}/readings");
    let ask = |path: String, language: &'static str| {
        server
            .request(Method::GET, &path)
            .bearer_auth(&server.owner)
            .header(header::ACCEPT_LANGUAGE, language)
            .send()
    };
    for (asked, tag, heading) in [
        ("fr", "fr", "Relevés"),
        ("en-GB,fr;q=0.5", "en", "Readings"),
    ] {
        let answer = ask(path.clone(), asked).await.expect("a page");
        assert_eq!(answer.headers()[header::CONTENT_LANGUAGE], tag);
        let html = answer.text().await.expect("a page");
        assert!(html.contains(&format!("<html lang=\"{tag}\">")), "{asked}");
        assert!(html.contains(&format!("<h1>{heading}</h1>")), "{asked}");
        assert!(
            html.contains(&format!("<title>{heading} · Notre impact · Jalon</title>")),
            "{asked}"
        );
    }
    let chosen = ask(format!("{path}?lang=en"), "fr").await.expect("a page");
    let cookie = chosen.headers()[header::SET_COOKIE].to_str().expect("text");
    assert!(cookie.starts_with("jalon_lang=en"), "{cookie}");
}

/// Writes an objective, and waits until it is kept.
async fn write(server: &TestServer, workspace: &str, token: &str, statement: &str) {
    let mut peer = Peer::join(server, workspace, token).await;
    let objective = NewEntity::new(ObjectiveId::from_uuid(Random(3).uuid()));
    peer.does(objective.text(Field::Statement, statement)).await;
    peer.settle().await;
}

/// Waits until a page shows something: a picture may be a moment old.
async fn shows(server: &TestServer, path: &str, token: &str, what: &str) {
    until(what, async || {
        html(server, path, token).await.contains(what).then_some(())
    })
    .await;
}

async fn html(server: &TestServer, path: &str, token: &str) -> String {
    let answer = server.send(Method::GET, path, token, None).await;
    answer.text().await.expect("a page")
}

async fn packed(server: &TestServer, path: &str, token: &str) -> Response {
    let request = server.request(Method::GET, path).bearer_auth(token);
    let answer = request
        .header(header::ACCEPT_ENCODING, "gzip")
        .send()
        .await
        .expect("a page");
    assert_eq!(answer.headers()[header::CONTENT_ENCODING], "gzip");
    answer
}

/// Letters that nothing can compress, the same in each run (xorshift).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn uuid(&mut self) -> uuid::Uuid {
        uuid::Uuid::from_u64_pair(self.next(), self.next())
    }

    fn words(&mut self, letters: usize) -> String {
        let letter = |_| char::from_u32(0x4e00 + (self.next() % 20_000) as u32).unwrap_or(' ');
        (0..letters).map(letter).collect()
    }
}
