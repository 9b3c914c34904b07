// The server of y-websocket with its LevelDB store: the very program that its package installs.
//
//   node y-websocket.mjs --port 9002 --data DIR
//
// Its own defaults: each update is written as it comes, after those before it, and not forced to the disk; the path
// of the address names the document; it holds no extra check of who comes in.
// Set here, by the variables of its documentation: where it listens, and `YPERSISTENCE`, without which it stores nothing.
import { data, port } from "./arguments.mjs";

process.env.HOST = "127.0.0.1";
process.env.PORT = String(port);
process.env.YPERSISTENCE = data;
await import("./node_modules/@y/websocket-server/src/server.js");
