//! Whether everything that was written stands in the frozen version: on its page, and in its file.

use super::{
    grid::{INDICATORS, Indicator},
    words::{AXES, BLOCKS, DECISION, FREEZE, ORGANISATION, TITLE, Term},
};
use crate::cast::{Cast, GUEST};
use anyhow::{Context, Result, ensure};
use jalon_tests::{http::Script, page::one_spaced, server};
use serde_json::Value;
use tempfile::TempDir;

/// Every word that was written stands on the frozen page, and every figure.
pub fn page(page: &str, terms: &[Term]) -> Result<()> {
    let mut wanted: Vec<&str> = vec![
        TITLE,
        ORGANISATION,
        GUEST,
        "31 décembre 2025",
        "1er semestre 2025",
        FREEZE[0].1,
        FREEZE[2].1,
    ];
    for axis in &AXES {
        wanted.extend([axis.label, axis.project]);
        for objective in axis.objectives {
            wanted.extend([
                objective.statement,
                objective.audience,
                objective.role,
                objective.status,
            ]);
            wanted.extend(objective.notes.iter().map(|(_, note)| *note));
        }
    }
    for indicator in &INDICATORS {
        wanted.extend([indicator.category, indicator.name, indicator.said]);
        wanted.extend(indicator.levels);
        wanted.extend(
            indicator
                .texts
                .iter()
                .chain(indicator.choices)
                .map(|(_, text)| *text),
        );
        wanted.extend(indicator.verbatims.iter().flat_map(|(_, said)| *said));
    }
    for term in terms {
        wanted.extend(term.texts.iter().flat_map(|(_, text)| text.lines()));
        wanted.extend(term.choices.iter().map(|(_, choice)| *choice));
    }
    wanted.extend(BLOCKS.iter().flat_map(|block| [block.title, block.text]));
    wanted.extend(DECISION);
    let missing: Vec<&str> = wanted
        .into_iter()
        .filter(|words| !page.contains(&one_spaced(words)))
        .collect();
    ensure!(missing.is_empty(), "the frozen page lacks {missing:#?}");
    Ok(())
}

/// The version as JSON: the counts, the figures, the hash, and a server that finds nothing amiss.
pub async fn version(cast: &Cast, terms: &[Term]) -> Result<()> {
    let script = Script::new(
        &cast.server,
        Some(cast.server.token(&cast.workspace, "reader").await?),
    );
    let path = format!("/api/workspaces/{}/versions/1", cast.workspace);
    let version = script.get(&path).await?;
    let content = &version["content"];
    let readings: usize = INDICATORS
        .iter()
        .map(|indicator| indicator.readings.len())
        .sum();
    let verbatims: usize = INDICATORS
        .iter()
        .map(|indicator| indicator.verbatims.len())
        .sum();
    let objectives: usize = AXES.iter().map(|axis| axis.objectives.len()).sum();
    let cells = content["readings"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(_, cells)| length(cells));
    for (what, found, wanted) in [
        ("axes", length(&content["axes"]), AXES.len()),
        ("objectives", length(&content["objectives"]), objectives),
        (
            "indicators",
            length(&content["indicators"]),
            INDICATORS.len(),
        ),
        ("readings", cells.sum(), readings),
        ("verbatims", length(&content["verbatims"]), verbatims),
        ("terms", length(&content["terms"]), terms.len()),
        ("blocks", length(&content["blocks"]), BLOCKS.len()),
        ("decisions", length(&content["decisions"]), 1),
        ("languages", length(&content["settings"]["languages"]), 3),
        ("participants", length(&version["participants"]), 2),
    ] {
        ensure!(
            found == wanted,
            "{found} {what} instead of {wanted}: {content}"
        );
    }

    let figures = version["dashboard"]["figures"]
        .as_array()
        .context("no figures")?;
    for Indicator {
        name,
        figure: (aggregate, progress, n),
        ..
    } in &INDICATORS
    {
        let figure = figures
            .iter()
            .find(|figure| figure["name"] == *name)
            .with_context(|| format!("no figure of {name}"))?;
        let near = |key: &str, wanted: f64| {
            figure[key]
                .as_f64()
                .is_some_and(|found| (found - wanted).abs() < 0.000_05)
        };
        ensure!(
            near("aggregate", *aggregate) && near("progress", *progress),
            "{name}: {figure}"
        );
        ensure!(figure["n"].as_u64() == *n, "{name}: {figure}");
    }
    for objective in AXES.iter().flat_map(|axis| axis.objectives) {
        let all = content["objectives"].as_array().into_iter().flatten();
        let found = all
            .into_iter()
            .find(|found| found["statement"] == objective.statement);
        let linked = found.map(|found| length(&found["indicators"]));
        ensure!(
            linked == Some(objective.indicators.len()),
            "{}: {found:?}",
            objective.statement
        );
    }

    cast.server.printed(&["check"]).await?;
    let folder = TempDir::new()?;
    let file = folder.path().join("version.json");
    std::fs::write(&file, script.text(&format!("{path}?download=1")).await?)?;
    let verified = server::command(&["verify", &file.to_string_lossy()]).await?;
    ensure!(
        verified.status.success(),
        "{}",
        String::from_utf8_lossy(&verified.stdout)
    );
    Ok(())
}

fn length(value: &Value) -> usize {
    value
        .as_array()
        .map(Vec::len)
        .or(value.as_object().map(serde_json::Map::len))
        .unwrap_or(0)
}
