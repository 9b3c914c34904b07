//! Starts the client in the page that loaded it.

#[cfg(target_arch = "wasm32")]
fn main() {
    jalon_client::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the web client: build it with `cargo xtask web` and open it in a browser.");
}
