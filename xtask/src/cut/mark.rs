//! The client in which every function leaves a mark when it runs, to find out which ones the first page
//! needs.

use std::convert::Infallible;

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, Instruction, MemArg, MemoryType, Module};
use wasmparser::{FunctionBody, Parser};

use super::read::Read;

/// Size of a page of memory, in bytes.
const PAGE: u64 = 65_536;

/// A function of the client, in the order of their marks.
pub struct Marked {
    /// Its mangled name.
    pub name: String,
    /// Size of its body without the mark, in bytes.
    pub size: usize,
    /// Which others it calls by name, by their place among the marks.
    pub calls: Vec<usize>,
}

/// A client that marks, and where its marks are.
pub struct Marking {
    pub module: Vec<u8>,
    /// Address of the first mark: one byte for each function.
    pub address: u64,
    pub functions: Vec<Marked>,
}

/// # Errors
/// When it is no client.
pub fn mark(bound: &[u8]) -> Result<Marking> {
    let module = Read::new(bound)?;
    let mut functions = Vec::new();
    for number in module.own_numbers() {
        let called = module.called_by(number)?.into_iter();
        functions.push(Marked {
            name: module.names.get(&number).copied().unwrap_or("").to_owned(),
            size: module.own(number)?.body.range().len(),
            calls: called
                .filter_map(|called| called.checked_sub(module.imported()))
                .map(|place| place as usize)
                .collect(),
        });
    }
    // Behind the memory with which the client starts: what allocates asks for more behind that.
    let address = module.memory.initial * PAGE;
    let mut writer = Writer {
        address,
        pages: (functions.len() as u64).div_ceil(PAGE),
        next: 0,
    };
    let mut out = Module::new();
    writer
        .parse_core_module(&mut out, Parser::new(0), bound)
        .map_err(|error| anyhow!("{error}"))?;
    Ok(Marking {
        module: out.finish(),
        address,
        functions,
    })
}

struct Writer {
    address: u64,
    pages: u64,
    /// Number of the next body.
    next: i32,
}

impl Reencode for Writer {
    type Error = Infallible;

    fn memory_type(&mut self, ty: wasmparser::MemoryType) -> Result<MemoryType, Error<Infallible>> {
        let mut ty = utils::memory_type(self, ty);
        ty.minimum += self.pages;
        Ok(ty)
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: FunctionBody<'_>,
    ) -> Result<(), Error<Infallible>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(self.next));
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::I32Store8(MemArg {
            offset: self.address,
            align: 0,
            memory_index: 0,
        }));
        self.next += 1;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            function.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&function);
        Ok(())
    }
}
