// A Yjs client that knows nothing of Jalon but its address: it speaks to the server as any
// `y-websocket` program would. It reads one JSON request a line on its input and answers each on its output.
//
//   node foreign-client.mjs ws://127.0.0.1:8080/sync WORKSPACE TOKEN
import { createInterface } from "node:readline";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

const [server, workspace, token] = process.argv.slice(2);
const doc = new Y.Doc();
const provider = new WebsocketProvider(server, workspace, doc, {
  params: { token },
  WebSocketPolyfill: WebSocket,
  disableBc: true,
  maxBackoffTime: 500,
});
provider.awareness.setLocalStateField("user", { name: "Somebody else" });

const entity = ({ root, id }) => (id === undefined ? doc.getMap(root) : doc.getMap(root).get(id));
const answers = {
  synced: () => provider.synced,
  read: ({ roots }) => Object.fromEntries(roots.map((root) => [root, doc.getMap(root).toJSON()])),
  text: (request) => entity(request)?.get(request.key)?.toString() ?? null,
  insert: (request) => entity(request).get(request.key).insert(request.at, request.text) ?? true,
  set: (request) => entity(request).set(request.key, request.value) ?? true,
  present: () => [...provider.awareness.getStates().values()],
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  try {
    console.log(JSON.stringify({ ok: answers[request.do](request) }));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
provider.destroy();
process.exit(0);
