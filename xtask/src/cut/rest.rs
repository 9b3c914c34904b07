//! The half that comes later. It works on the memory and the tables of the first, fills the slots of the
//! stand-ins, brings its own data, and then says that it is there.

use anyhow::{Context, Result};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, EntityType, FunctionSection, ImportSection,
    Instruction, Module, StartSection,
};

use super::first::written;
use super::numbers::{Numbers, features, place, put, say};
use super::plan::{FLAG, MEMORY, Plan, THERE, global_name, lent_name, table_name};
use super::read::Read;

/// The module that everything is imported from, as `client/web/boot.js` calls the first half.
const FIRST: &str = "first";

pub fn write(module: &Read<'_>, plan: &Plan) -> Result<Vec<u8>> {
    let mut numbers = Numbers::of(plan.lent.iter().chain(&plan.later));
    let start = numbers.len();

    let mut out = Module::new();
    let (types, nothing) = numbers.types(module)?;
    out.section(&types);

    let mut imports = ImportSection::new();
    for (place, function) in plan.lent.iter().enumerate() {
        let ty = EntityType::Function(module.type_of(*function)?);
        imports.import(FIRST, &lent_name(place), ty);
    }
    for (number, ty) in (0..).zip(numbers.tables(module, plan)?) {
        imports.import(FIRST, &table_name(number), ty);
    }
    let memory = numbers.memory_type(module.memory).map_err(say)?;
    imports.import(FIRST, MEMORY, memory);
    for (number, global) in (0..).zip(&module.globals) {
        let ty = numbers.global_type(global.ty).map_err(say)?;
        imports.import(FIRST, &global_name(number), ty);
    }
    imports.import(FIRST, THERE, FLAG);
    out.section(&imports);

    let mut functions = FunctionSection::new();
    for function in &plan.later {
        functions.function(module.type_of(*function)?);
    }
    functions.function(nothing);
    out.section(&functions);
    out.section(&StartSection {
        function_index: start,
    });

    let mut elements = ElementSection::new();
    let table = module.function_table()?;
    let slots = filled(module, plan, &numbers)?;
    for run in slots.chunk_by(|before, after| before.0 + 1 == after.0) {
        let start = run.first().map_or(0, |(slot, _)| *slot);
        let functions = run.iter().map(|(_, function)| *function);
        put(&mut elements, table, start, functions.collect());
    }
    out.section(&elements);

    let mut code = CodeSection::new();
    for function in &plan.later {
        numbers.body(module, *function, &mut code)?;
    }
    let there = module.globals.len() as u32;
    code.function(&written(&[
        Instruction::I32Const(1),
        Instruction::GlobalSet(there),
        Instruction::End,
    ]));
    out.section(&code);

    let mut data = DataSection::new();
    for (number, segment) in (0..).zip(&module.data) {
        for idle in plan.needed.idle_in(number) {
            let content = segment.data.get(idle.start as usize..idle.end as usize);
            let content = content.context("data beyond its segment")?.to_vec();
            data.active(0, &place(segment, idle.start)?, content);
        }
    }
    out.section(&data);
    features(module, &mut out);
    Ok(out.finish())
}

/// Every slot that this half fills, in order, with the function's number here.
fn filled(module: &Read<'_>, plan: &Plan, numbers: &Numbers) -> Result<Vec<(u32, u32)>> {
    let mut filled = Vec::new();
    for (function, slot) in &plan.slots {
        filled.push((*slot, numbers.get(*function)?));
    }
    // One function may lie in several slots.
    for (slot, function) in module.in_slots()? {
        if plan.slots.contains_key(&function) {
            filled.push((slot, numbers.get(function)?));
        }
    }
    filled.sort_unstable();
    filled.dedup();
    Ok(filled)
}
