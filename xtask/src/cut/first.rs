//! The half that starts: everything that the first page runs, and stand-ins for what else it names. A
//! stand-in fetches the rest when that is not there yet, and calls the real one.

use anyhow::{Context, Result};
use wasm_encoder::reencode::Reencode;
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, DataSection, ElementSection, ExportKind, ExportSection,
    Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, Module,
    TableSection,
};

use wasmparser::Import;

use super::later::plain;
use super::numbers::{Numbers, features, place, put, say};
use super::plan::{FLAG, MEMORY, Plan, THERE, global_name, lent_name, table_name};
use super::read::Read;

/// What fetches the rest, among what the client imports: `client/src/rest.rs`.
const FETCH: &str = "jalonRestNow";

/// So many hexadecimal digits end a name that binding made.
const HASH: usize = 16;

pub fn write(module: &Read<'_>, plan: &Plan) -> Result<Vec<u8>> {
    let fetch = (0..)
        .zip(&module.imports)
        .find_map(|(number, import)| import.name.contains(FETCH).then_some(number))
        .with_context(|| format!("the client imports no {FETCH}"))?;
    let imported: Vec<u32> = (0..module.imported()).collect();
    let own = || plan.first.iter().chain(&plan.stand_ins);
    let mut numbers = Numbers::of(imported.iter().chain(own()));
    let ensure = numbers.len();

    let mut out = Module::new();
    let (types, nothing) = numbers.types(module)?;
    out.section(&types);

    let mut imports = ImportSection::new();
    for (import, name) in module.imports.iter().zip(short_names(module)) {
        let import = Import {
            name: &name,
            ..*import
        };
        numbers.parse_import(&mut imports, import).map_err(say)?;
    }
    out.section(&imports);

    let mut functions = FunctionSection::new();
    for function in own() {
        functions.function(module.type_of(*function)?);
    }
    functions.function(nothing);
    out.section(&functions);

    let mut tables = TableSection::new();
    for ty in numbers.tables(module, plan)? {
        tables.table(ty);
    }
    out.section(&tables);
    let mut memories = MemorySection::new();
    memories.memory(numbers.memory_type(module.memory).map_err(say)?);
    out.section(&memories);

    let mut globals = GlobalSection::new();
    for global in &module.globals {
        numbers
            .parse_global(&mut globals, global.clone())
            .map_err(say)?;
    }
    let there = globals.len();
    globals.global(FLAG, &ConstExpr::i32_const(0));
    out.section(&globals);

    let mut exports = ExportSection::new();
    for export in &module.exports {
        numbers.parse_export(&mut exports, *export).map_err(say)?;
    }
    for (place, function) in plan.lent.iter().enumerate() {
        exports.export(&lent_name(place), ExportKind::Func, numbers.get(*function)?);
    }
    for number in 0..tables.len() {
        exports.export(&table_name(number), ExportKind::Table, number);
    }
    for number in 0..there {
        exports.export(&global_name(number), ExportKind::Global, number);
    }
    exports.export(THERE, ExportKind::Global, there);
    exports.export(MEMORY, ExportKind::Memory, 0);
    out.section(&exports);

    let mut elements = ElementSection::new();
    for run in &module.elements {
        // Nobody here knows of a slot whose function has no stand-in: anything may lie in it.
        let functions = run.functions.iter();
        let functions = functions.map(|function| numbers.find(*function).unwrap_or(ensure));
        put(&mut elements, run.table, run.start, functions.collect());
    }
    out.section(&elements);

    let mut code = CodeSection::new();
    for function in &plan.first {
        numbers.body(module, *function, &mut code)?;
    }
    for function in &plan.stand_ins {
        code.function(&stand_in(module, plan, *function, ensure)?);
    }
    code.function(&written(&[
        Instruction::GlobalGet(there),
        Instruction::I32Eqz,
        Instruction::If(BlockType::Empty),
        Instruction::Call(fetch),
        Instruction::End,
        Instruction::End,
    ]));
    out.section(&code);

    let mut data = DataSection::new();
    for (number, segment) in (0..).zip(&module.data) {
        let mut content = segment.data.to_vec();
        for idle in plan.needed.idle_in(number) {
            let idle = content.get_mut(idle.start as usize..idle.end as usize);
            idle.context("data beyond its segment")?.fill(0);
        }
        data.active(0, &place(segment, 0)?, content);
    }
    out.section(&data);
    features(module, &mut out);
    Ok(out.finish())
}

/// The name of each function, in the order in which [`write`] numbers them.
pub fn names(module: &Read<'_>, plan: &Plan) -> String {
    let named = |number: &u32| {
        let name = module.names.get(number);
        name.map_or_else(|| number.to_string(), |name| plain(name))
    };
    let imported = module.imports.iter().map(|import| import.name.to_owned());
    let first = plan.first.iter().map(named);
    let stand_ins = plan.stand_ins.iter();
    let stand_ins = stand_ins.map(|number| format!("of the rest: {}", named(number)));
    let names: Vec<String> = imported.chain(first).chain(stand_ins).collect();
    names.join("\n")
}

/// A shorter name for each import that binding gave a long one with a hash.
pub fn short_names(module: &Read<'_>) -> Vec<String> {
    let is_hash = |end: &str| end.len() == HASH && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    let names = module.imports.iter().enumerate();
    names
        .map(|(place, import)| match import.name.rsplit_once('_') {
            Some((_, end)) if is_hash(end) => lent_name(place),
            _ => import.name.to_owned(),
        })
        .collect()
}

/// What stands for a function of the rest: it makes sure that the rest is there, and calls what then lies in
/// its slot.
fn stand_in(module: &Read<'_>, plan: &Plan, function: u32, ensure: u32) -> Result<Function> {
    let ty = module.type_of(function)?;
    let slot = plan.slots.get(&function);
    let slot = *slot.context("a stand-in without a slot")?;
    let mut code = vec![Instruction::Call(ensure)];
    code.extend((0..module.arguments(ty)?).map(Instruction::LocalGet));
    code.push(Instruction::I32Const(slot as i32));
    code.push(Instruction::CallIndirect {
        type_index: ty,
        table_index: module.function_table()?,
    });
    code.push(Instruction::End);
    Ok(written(&code))
}

/// A function without variables of its own.
pub fn written(code: &[Instruction<'_>]) -> Function {
    let mut function = Function::new([]);
    for instruction in code {
        function.instruction(instruction);
    }
    function
}
