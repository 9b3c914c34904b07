// Hocuspocus with the extension that stores in SQLite, as its documentation starts it.
//
//   node hocuspocus.mjs --port 9001 --data DIR
//
// Its own defaults: a document is written whole 2 s after an edit and at least each 10 s (`debounce`, `maxDebounce`),
// and at once when the last person leaves; the database has SQLite's own settings; nobody has to show a token.
// Set here: where it listens, where the database lies, and that it prints no start screen.
import { join } from "node:path";
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";
import { data, port } from "./arguments.mjs";

const server = new Server({
  address: "127.0.0.1",
  port,
  quiet: true,
  extensions: [new SQLite({ database: join(data, "hocuspocus.sqlite") })],
});
await server.listen();
