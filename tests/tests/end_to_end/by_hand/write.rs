//! How people write each thing: by its page, its labels and its choices.

use super::{
    grid::{INDICATORS, Indicator},
    words::{AXES, Axis, BLOCKS, Block, DECISION, Objective, Term, Typed},
};
use crate::{
    cast::Cast,
    cells::{Cell, cell},
    dashboard::{add, choose},
    indicators::row,
};
use anyhow::{Context, Result, ensure};
use jalon_tests::{
    browser::Browser,
    page::{one_spaced, the},
    until,
};

/// Goes to a page of the workspace by its tab.
async fn open(cast: &Cast, browser: &Browser, tab: &str, page: &str) -> Result<()> {
    let nav = the("navigation", "Pages de l’espace");
    browser.click(the("link", tab).within(&nav)).await?;
    browser
        .arrived(&format!("/w/{}/{page}", cast.workspace))
        .await?;
    Ok(())
}

pub async fn axes(cast: &Cast, browser: &Browser) -> Result<()> {
    open(cast, browser, "Objectifs…", "objectives").await?;
    for (place, axis) in AXES.iter().enumerate() {
        browser.click(the("button", "Ajouter un axe")).await?;
        let name = the("textbox", "Nom de l’axe…").nth(place);
        browser.has_focus(name).await?;
        browser.type_text(axis.label).await?;
        browser
            .fill(the("textbox", "Projet…").nth(place), axis.project)
            .await?;
        for (place, objective) in axis.objectives.iter().enumerate() {
            one_objective(browser, axis, place, objective)
                .await
                .with_context(|| objective.statement)?;
        }
    }
    Ok(())
}

async fn one_objective(
    browser: &Browser,
    axis: &Axis,
    place: usize,
    objective: &Objective,
) -> Result<()> {
    let section = the("region", axis.label);
    browser
        .click(the("button", "Ajouter un objectif…").within(&section))
        .await?;
    let card = the("article", "Objectif…").nth(place).within(&section);
    browser
        .has_focus(the("textbox", "Énoncé de l’objectif…").within(&card))
        .await?;
    browser.type_text(objective.statement).await?;
    browser
        .choose(the("combobox", "Statut…").within(&card), objective.status)
        .await?;
    browser
        .choose(
            the("combobox", "Pour qui").within(&card),
            objective.audience,
        )
        .await?;
    browser
        .fill(
            the("textbox", "Rôle qui en répond").within(&card),
            objective.role,
        )
        .await?;
    if let Some(day) = objective.due {
        browser
            .pick_day(the("Date", "Échéance").within(&card), day)
            .await?;
    }
    if !objective.notes.is_empty() {
        browser
            .click(the("DisclosureTriangle", "Notes SMART…").within(&card))
            .await?;
    }
    for (letter, note) in objective.notes {
        browser
            .fill(the("textbox", letter).within(&card), note)
            .await?;
    }
    let coach = the("region", "Le coach demande").within(&card);
    until("the coach to ask", async || {
        let says = one_spaced(&browser.find(coach).await?.text().await?);
        let asks = |question: &&str| says.contains(*question);
        ensure!(objective.asked.iter().all(asks), "it says {says:?}");
        Ok(Some(()))
    })
    .await?;
    browser
        .click(the("button", "Refermer les détails…").within(&card))
        .await
}

pub async fn indicators(cast: &Cast, browser: &Browser, all: &[Indicator]) -> Result<()> {
    open(cast, browser, "Indicateurs…", "indicators").await?;
    for indicator in all {
        one_indicator(browser, indicator)
            .await
            .with_context(|| indicator.name)?;
    }
    Ok(())
}

async fn one_indicator(browser: &Browser, indicator: &Indicator) -> Result<()> {
    let section = the("region", indicator.category);
    browser
        .click(the("button", "Ajouter un indicateur…").within(&section))
        .await?;
    let table = format!("Grille d’indicateurs : {}", indicator.category);
    let table = the("table", &table);
    let row = row(browser, &table, "").await?;
    browser
        .has_focus(the("textbox", "Nom de l’indicateur…").within(&row))
        .await?;
    browser.type_text(indicator.name).await?;
    browser
        .click(the("button", "Ouvrir la fiche…").within(&row))
        .await?;

    let title = format!("Fiche de l’indicateur : {}", indicator.name);
    let sheet = the("dialog", &title);
    for (label, choice) in indicator.choices {
        browser
            .choose(the("combobox", label).within(&sheet), choice)
            .await?;
    }
    for (index, level) in indicator.levels.iter().enumerate() {
        let label = format!("Niveau {}", index + 1);
        let field = the("textbox", &label).within(&sheet);
        // The first level comes with a second one.
        if browser.count(field).await? == 0 {
            browser
                .click(the("button", "Ajouter un niveau").within(&sheet))
                .await?;
        }
        browser.fill(field, level).await?;
    }
    for (label, text) in indicator.texts {
        browser
            .fill(the("textbox", label).within(&sheet), text)
            .await?;
    }
    for (label, number) in indicator.numbers {
        browser
            .enter(the("textbox", label).within(&sheet), number)
            .await?;
    }
    browser.press("Escape", 27).await?;
    browser.gone(sheet).await
}

/// Once there are indicators, the objectives say which of them show the way.
pub async fn links(cast: &Cast, browser: &Browser) -> Result<()> {
    open(cast, browser, "Objectifs…", "objectives").await?;
    for axis in &AXES {
        let section = the("region", axis.label);
        for (place, objective) in axis.objectives.iter().enumerate() {
            if objective.indicators.is_empty() {
                continue;
            }
            let card = the("article", "Objectif…").nth(place).within(&section);
            browser
                .click(the("button", "Ouvrir les détails…").within(&card))
                .await?;
            browser
                .click(the("button", "Relier un indicateur").within(&card))
                .await?;
            for name in objective.indicators {
                let search = the("searchbox", "Chercher un indicateur").within(&card);
                browser.fill(search, name).await?;
                browser
                    .click(the("button", &format!("Relier : {name}")).within(&card))
                    .await?;
                browser
                    .find(the("button", &format!("Ne plus relier : {name}")).within(&card))
                    .await?;
            }
            browser
                .click(the("button", "Refermer les détails…").within(&card))
                .await?;
        }
    }
    Ok(())
}

pub async fn terms(cast: &Cast, browser: &Browser, terms: &[Term]) -> Result<()> {
    open(cast, browser, "Glossaire…", "glossary").await?;
    for term in terms {
        one_term(browser, term)
            .await
            .with_context(|| term.word.clone())?;
    }
    Ok(())
}

async fn one_term(browser: &Browser, term: &Term) -> Result<()> {
    browser.click(the("button", "Ajouter un terme")).await?;
    let unnamed = the("article", "Terme sans nom");
    browser
        .has_focus(the("textbox", "Terme (français)").within(&unnamed))
        .await?;
    browser.type_text(&term.word).await?;
    let card = the("article", &term.word);
    for (label, choice) in &term.choices {
        browser
            .choose(the("combobox", label).within(&card), choice)
            .await?;
    }
    for (label, text) in &term.texts {
        browser
            .fill(the("textbox", label).within(&card), text)
            .await?;
    }
    browser
        .click(the("button", &format!("Refermer : {}", term.word)).within(&card))
        .await
}

pub async fn readings(cast: &Cast, browser: &Browser) -> Result<()> {
    open(cast, browser, "Relevés…", "readings").await?;
    until("the table of 2025", async || {
        if browser.count(the("grid", "Relevés de 2025…")).await? > 0 {
            return Ok(Some(()));
        }
        browser.click(the("button", "Année précédente…")).await?;
        Ok(None)
    })
    .await?;
    for indicator in &INDICATORS {
        for (period, typed) in indicator.readings {
            let cell = cell(indicator.name, period);
            one_reading(browser, cell, typed)
                .await
                .with_context(|| format!("{cell:?}"))?;
        }
        for (period, said) in indicator.verbatims {
            let cell = cell(indicator.name, period);
            one_verbatim(browser, cell, said)
                .await
                .with_context(|| format!("{cell:?}"))?;
        }
    }
    Ok(())
}

async fn one_reading(browser: &Browser, cell: Cell<'_>, typed: &[Typed]) -> Result<()> {
    if let [("", number)] = typed {
        return cell.enter(browser, number).await;
    }
    cell.open(browser).await?;
    let editor = the("dialog", "…");
    for (label, number) in typed {
        browser
            .fill(the("textbox", label).within(&editor), number)
            .await?;
    }
    browser
        .click(the("button", "Enregistrer la valeur").within(&editor))
        .await?;
    browser.gone(editor).await
}

async fn one_verbatim(browser: &Browser, cell: Cell<'_>, said: &[&str; 3]) -> Result<()> {
    cell.open(browser).await?;
    let editor = the("dialog", "…");
    browser
        .click(the("button", "Ajouter une parole").within(&editor))
        .await?;
    let group = the("group", "Parole recueillie…").within(&editor);
    for (label, words) in ["Thème", "Parole", "Qui parle"].iter().zip(said) {
        browser
            .fill(the("textbox", label).within(&group), words)
            .await?;
    }
    browser.press("Escape", 27).await?;
    browser.gone(editor).await
}

pub async fn dashboard(cast: &Cast, browser: &Browser) -> Result<()> {
    open(cast, browser, "Tableau de bord…", "dashboard").await?;
    for block in &BLOCKS {
        one_block(browser, block)
            .await
            .with_context(|| block.title)?;
    }
    let [text, role, indicator] = DECISION;
    browser.click(the("button", "Ajouter une décision")).await?;
    let decision = the("group", "Décision");
    browser
        .has_focus(the("textbox", "Décision").within(&decision))
        .await?;
    browser.type_text(text).await?;
    browser
        .fill(the("textbox", "Qui s’en charge").within(&decision), role)
        .await?;
    browser
        .choose(
            the("combobox", "Indicateur concerné").within(&decision),
            indicator,
        )
        .await?;
    browser
        .pick_day(the("Date", "Date").within(&decision), "2025-07-01")
        .await?;
    browser
        .click(the(
            "button",
            &format!("Terminé : {}", BLOCKS[BLOCKS.len() - 1].title),
        ))
        .await
}

async fn one_block(browser: &Browser, block: &Block) -> Result<()> {
    add(browser, block.kind, block.title).await?;
    if !block.text.is_empty() {
        browser.fill(the("textbox", "Texte"), block.text).await?;
    }
    for indicator in block.indicators {
        choose(browser, indicator).await?;
    }
    Ok(())
}
