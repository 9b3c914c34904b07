//! The commands that prove: a whole data folder, a version that somebody kept, and a backup before it is put in place.

use super::Data;
use anyhow::{Context, Result};
use jalon_server::{
    check,
    restore::{self, RestoreError},
    store::database,
};
use jalon_shared::version::Sealed;
use std::{fs, path::Path, process::ExitCode};

pub fn check_all(data: &Data) -> Result<ExitCode> {
    let mut report = check::check(&database::open_for_reading(&data.folder)?)?;
    check::copies(&data.folder, &mut report)?;
    for note in &report.notes {
        println!("note: {note}");
    }
    for fault in &report.faults {
        println!("{fault}");
    }
    if report.faults.is_empty() {
        println!(
            "ok: {} workspaces, {} frozen versions",
            report.workspaces, report.versions
        );
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

pub fn put_back(data: &Data, from: &Path) -> Result<ExitCode> {
    let (folder, file) = (data.folder.display(), from.display());
    match restore::restore(&data.folder, from) {
        Ok(restored) => {
            let report = restored.report;
            println!(
                "restored {file} into {folder}: {} workspaces, {} frozen versions",
                report.workspaces, report.versions
            );
            if let Some(aside) = restored.aside {
                println!("what was there is kept: {}", aside.display());
            }
            match restored.forgotten {
                Some(0) => {}
                Some(count) => println!(
                    "{count} people asked to be forgotten since the backup: the next start forgets them again"
                ),
                None => println!(
                    "Whoever was forgotten since the backup has to be forgotten again: jalon forget"
                ),
            }
            println!(
                "Sign-ins, invitations, tokens and roles are those of the backup: whoever joined since has to\n\
                 join again, and whoever was taken out since has to be taken out again.\n\
                 A page that was open since is told so: it keeps its own copy, and merges nothing in.\n\
                 Next: jalon serve --data {folder}"
            );
            Ok(ExitCode::SUCCESS)
        }
        Err(RestoreError::Faults(faults)) => {
            for fault in faults {
                println!("{fault}");
            }
            println!("{file} does not check clean: nothing was changed");
            Ok(ExitCode::FAILURE)
        }
        Err(error) => Err(error.into()),
    }
}

pub fn verify(file: &Path) -> Result<ExitCode> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    match Sealed::parse(&text) {
        Ok(sealed) => {
            let version = &sealed.version;
            println!(
                "intact: version {} “{}” of {}",
                version.number, version.label, version.workspace
            );
            let by = match version.frozen_by.as_str() {
                "" => "somebody whose name is withheld",
                name => name,
            };
            println!("frozen at {} by {by}", version.frozen_at);
            match sealed.withheld {
                0 => {}
                1 => println!("1 name is withheld on request"),
                many => println!("{many} names are withheld on request"),
            }
            println!("hash {}", sealed.hash);
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            println!("not intact: {error}");
            Ok(ExitCode::FAILURE)
        }
    }
}
