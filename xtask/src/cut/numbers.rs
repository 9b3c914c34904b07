//! Functions have other numbers in each half: this copies code and keeps it calling the same ones.

use std::collections::HashMap;
use std::fmt;

use anyhow::{Context, Result, anyhow, bail};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, ElementSection, Elements, Module, TableType, TypeSection,
};
use wasmparser::{DataKind, Operator};

use super::plan::Plan;
use super::read::Read;

/// The number in one half of each function that this half knows, by its number in the whole client.
pub struct Numbers(HashMap<u32, u32>);

impl Numbers {
    /// Numbers them in their order.
    pub fn of<'a>(functions: impl Iterator<Item = &'a u32>) -> Self {
        Self(functions.copied().zip(0..).collect())
    }

    /// How many functions have one.
    pub fn len(&self) -> u32 {
        self.0.len() as u32
    }

    pub fn find(&self, function: u32) -> Option<u32> {
        self.0.get(&function).copied()
    }

    /// # Errors
    /// When the half does not know it: the plan is wrong.
    pub fn get(&self, function: u32) -> Result<u32> {
        self.find(function).ok_or_else(|| Missing(function).into())
    }

    /// The client's types, and one more: a function that takes and gives nothing, with its number.
    pub fn types(&mut self, module: &Read<'_>) -> Result<(TypeSection, u32)> {
        let mut types = TypeSection::new();
        for ty in &module.types {
            types
                .ty()
                .func_type(&self.func_type(ty.clone()).map_err(say)?);
        }
        let nothing = types.len();
        types.ty().function([], []);
        Ok((types, nothing))
    }

    /// The client's tables, the one of functions with a slot for every stand-in.
    pub fn tables(&mut self, module: &Read<'_>, plan: &Plan) -> Result<Vec<TableType>> {
        let of_functions = module.function_table()?;
        let mut tables = Vec::new();
        for (number, table) in (0..).zip(&module.tables) {
            let mut ty = self.table_type(table.ty).map_err(say)?;
            if number == of_functions {
                ty.minimum = u64::from(plan.slots_after);
                ty.maximum = ty.maximum.map(|most| most.max(ty.minimum));
            }
            tables.push(ty);
        }
        Ok(tables)
    }

    /// Copies a function's code.
    pub fn body(&mut self, module: &Read<'_>, function: u32, code: &mut CodeSection) -> Result<()> {
        let body = module.own(function)?.body.clone();
        self.parse_function_body(code, body).map_err(say)
    }
}

impl Reencode for Numbers {
    type Error = Missing;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Missing>> {
        self.find(function)
            .ok_or(Error::UserError(Missing(function)))
    }
}

/// A function that a half calls and does not know.
#[derive(Debug)]
pub struct Missing(u32);

impl fmt::Display for Missing {
    fn fmt(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            text,
            "a half of the client calls function {}, which it does not know",
            self.0
        )
    }
}

impl std::error::Error for Missing {}

pub fn say(error: Error<Missing>) -> anyhow::Error {
    match error {
        Error::ParseError(error) => error.into(),
        Error::UserError(error) => error.into(),
        other => anyhow!("{other}"),
    }
}

/// Puts functions into a table from a slot on.
pub fn put(elements: &mut ElementSection, table: u32, start: u32, functions: Vec<u32>) {
    // The first table has no number in the older form, which is shorter.
    let table = (table != 0).then_some(table);
    let functions = Elements::Functions(functions.into());
    elements.active(table, &ConstExpr::i32_const(start as i32), functions);
}

/// Where a segment's bytes come to lie in the memory, from the given one on.
pub fn place(segment: &wasmparser::Data<'_>, from: u32) -> Result<ConstExpr> {
    let DataKind::Active { offset_expr, .. } = &segment.kind else {
        bail!("data that is not put into the memory");
    };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => {
            let from = i32::try_from(from).context("data beyond the memory")?;
            Ok(ConstExpr::i32_const(value + from))
        }
        _ => bail!("data whose place is computed"),
    }
}

/// Says which features of engines the code uses, for tools that read it.
pub fn features(module: &Read<'_>, out: &mut Module) {
    if let Some(features) = module.features {
        out.section(&CustomSection {
            name: "target_features".into(),
            data: features.into(),
        });
    }
}
