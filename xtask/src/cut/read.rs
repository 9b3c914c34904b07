//! The parts of a bound WebAssembly module that cutting it has to know. What else a module may hold is
//! refused, so that nothing is lost in silence.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    Data, DataKind, Element, ElementItems, ElementKind, Export, FuncType, FunctionBody, Global,
    Import, KnownCustom, MemoryType, Name, Operator, Parser, Payload, Table, TypeRef,
};

/// A function that the module itself holds.
pub struct Defined<'a> {
    /// Which of the module's types.
    pub ty: u32,
    pub body: FunctionBody<'a>,
}

/// A module, as it lies in the bytes. Functions are numbered as in the module: imported ones first.
pub struct Read<'a> {
    pub types: Vec<FuncType>,
    /// Every one of them a function.
    pub imports: Vec<Import<'a>>,
    pub defined: Vec<Defined<'a>>,
    pub tables: Vec<Table<'a>>,
    pub memory: MemoryType,
    pub globals: Vec<Global<'a>>,
    pub exports: Vec<Export<'a>>,
    /// Functions in tables, each with its table and the first slot.
    pub elements: Vec<Filled>,
    pub data: Vec<Data<'a>>,
    /// By the function's number, as the compiler mangled them.
    pub names: HashMap<u32, &'a str>,
    /// The section `target_features`, which engines ignore and tools read.
    pub features: Option<&'a [u8]>,
}

/// A run of slots of a table.
pub struct Filled {
    pub table: u32,
    pub start: u32,
    pub functions: Vec<u32>,
}

impl<'a> Read<'a> {
    /// # Errors
    /// When the bytes are no module, or hold what a client built by this project never holds.
    pub fn new(bytes: &'a [u8]) -> Result<Self> {
        let mut types = Vec::new();
        let mut imports = Vec::new();
        let mut kinds = Vec::new();
        let mut bodies = Vec::new();
        let mut tables = Vec::new();
        let mut memories = Vec::new();
        let mut globals = Vec::new();
        let mut exports = Vec::new();
        let mut elements = Vec::new();
        let mut data = Vec::new();
        let mut names = HashMap::new();
        let mut features = None;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::TypeSection(section) => {
                    for ty in section.into_iter_err_on_gc_types() {
                        types.push(ty?);
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        if !matches!(import.ty, TypeRef::Func(_)) {
                            bail!("{}: an import that is no function", import.name);
                        }
                        imports.push(import);
                    }
                }
                Payload::FunctionSection(section) => {
                    for ty in section {
                        kinds.push(ty?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        tables.push(table?);
                    }
                }
                Payload::MemorySection(section) => {
                    for memory in section {
                        memories.push(memory?);
                    }
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        globals.push(global?);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        exports.push(export?);
                    }
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        elements.push(filled(element?)?);
                    }
                }
                Payload::DataSection(section) => {
                    for piece in section {
                        let piece = piece?;
                        if matches!(piece.kind, DataKind::Passive) {
                            bail!("passive data");
                        }
                        data.push(piece);
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::StartSection { .. } => bail!("a start function"),
                Payload::TagSection(_) => bail!("exceptions"),
                Payload::CustomSection(section) => match section.as_known() {
                    KnownCustom::Name(subsections) => {
                        for subsection in subsections {
                            if let Name::Function(map) = subsection? {
                                for naming in map {
                                    let naming = naming?;
                                    names.insert(naming.index, naming.name);
                                }
                            }
                        }
                    }
                    _ if section.name() == "target_features" => features = Some(section.data()),
                    _ => {}
                },
                _ => {}
            }
        }
        if kinds.len() != bodies.len() {
            bail!("{} functions with {} bodies", kinds.len(), bodies.len());
        }
        let defined = kinds
            .into_iter()
            .zip(bodies)
            .map(|(ty, body)| Defined { ty, body })
            .collect();
        let [memory] = memories.as_slice() else {
            bail!("{} memories instead of one", memories.len());
        };
        Ok(Self {
            types,
            imports,
            defined,
            tables,
            memory: *memory,
            globals,
            exports,
            elements,
            data,
            names,
            features,
        })
    }

    /// How many functions are imported: the number of the first own one.
    pub fn imported(&self) -> u32 {
        self.imports.len() as u32
    }

    /// The numbers of the functions that the module itself holds.
    pub fn own_numbers(&self) -> Range<u32> {
        self.imported()..self.imported() + self.defined.len() as u32
    }

    /// A function that the module itself holds.
    pub fn own(&self, number: u32) -> Result<&Defined<'a>> {
        let place = number.checked_sub(self.imported());
        place
            .and_then(|place| self.defined.get(place as usize))
            .with_context(|| format!("function {number} has no body"))
    }

    /// The type of any function.
    pub fn type_of(&self, number: u32) -> Result<u32> {
        match self.imports.get(number as usize).map(|import| import.ty) {
            Some(TypeRef::Func(ty)) => Ok(ty),
            Some(_) => bail!("import {number} is no function"),
            None => Ok(self.own(number)?.ty),
        }
    }

    /// How many arguments functions of a type take.
    pub fn arguments(&self, ty: u32) -> Result<u32> {
        let ty = self.types.get(ty as usize).context("an unknown type")?;
        Ok(ty.params().len() as u32)
    }

    /// The functions that an own one calls by name, or whose reference it takes.
    pub fn called_by(&self, number: u32) -> Result<Vec<u32>> {
        let table = self.function_table()?;
        let mut called = Vec::new();
        let mut reader = self.own(number)?.body.get_operators_reader()?;
        while !reader.eof() {
            match reader.read()? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => called.push(function_index),
                // Slots of stand-ins follow the ones that the linker gave.
                Operator::TableGrow { table: grown } if grown == table => {
                    bail!("the table of functions grows while the client runs")
                }
                _ => {}
            }
        }
        Ok(called)
    }

    /// The one table that holds functions.
    pub fn function_table(&self) -> Result<u32> {
        let is_of_functions = |table: &Table<'_>| table.ty.element_type.is_func_ref();
        let mut found = (0..)
            .zip(&self.tables)
            .filter(|(_, table)| is_of_functions(table));
        match (found.next(), found.next()) {
            (Some((number, _)), None) => Ok(number),
            _ => bail!("not exactly one table of functions"),
        }
    }

    /// How many slots that table has.
    pub fn slots(&self) -> Result<u32> {
        let table = self.tables.get(self.function_table()? as usize);
        let slots = table.context("an unknown table")?.ty.initial;
        u32::try_from(slots).context("a table of functions that is too large")
    }

    /// Its slots that hold a function from the start, with that function.
    pub fn in_slots(&self) -> Result<Vec<(u32, u32)>> {
        let table = self.function_table()?;
        let runs = self.elements.iter().filter(|run| run.table == table);
        Ok(runs
            .flat_map(|run| (run.start..).zip(run.functions.iter().copied()))
            .collect())
    }
}

fn filled(element: Element<'_>) -> Result<Filled> {
    let ElementKind::Active {
        table_index,
        offset_expr,
    } = element.kind
    else {
        bail!("a run of functions that is not put into a table");
    };
    let mut reader = offset_expr.get_operators_reader();
    let Operator::I32Const { value } = reader.read()? else {
        bail!("a run of functions whose slot is computed");
    };
    let ElementItems::Functions(items) = element.items else {
        bail!("a run of slots that are not plain functions");
    };
    Ok(Filled {
        table: table_index.unwrap_or(0),
        start: u32::try_from(value).context("a slot below zero")?,
        functions: items.into_iter().collect::<Result<_, _>>()?,
    })
}
