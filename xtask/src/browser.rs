//! The browser that the tests drive: the system's Chromium and its driver.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::apt;
use crate::project::find_program;

/// A browser and the program that drives it, of one version.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Finds them, by `JALON_CHROMIUM` and `JALON_CHROMEDRIVER` or on the search path, or installs them.
pub fn find() -> Result<Browser> {
    if let Some(browser) = present() {
        return Ok(browser);
    }
    apt::install("Chromium and its driver", &["chromium", "chromium-driver"])?;
    present().context(
        "Chromium or chromedriver is not on the search path, please install both or name them \
         with JALON_CHROMIUM and JALON_CHROMEDRIVER",
    )
}

fn present() -> Option<Browser> {
    let told = |name| env::var_os(name).map(PathBuf::from);
    Some(Browser {
        chromium: told("JALON_CHROMIUM").or_else(|| {
            find_program(&[
                "chromium",
                "chromium-browser",
                "google-chrome-stable",
                "google-chrome",
            ])
        })?,
        driver: told("JALON_CHROMEDRIVER").or_else(|| find_program(&["chromedriver"]))?,
    })
}
