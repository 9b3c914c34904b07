// What the bench says to each server: `--port N --data DIR`.
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
if (!Number(values.port) || !values.data) throw new Error("say --port N --data DIR");
mkdirSync(values.data, { recursive: true });

export const port = Number(values.port);
export const data = values.data;
