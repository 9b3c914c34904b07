// Keeps the client itself for offline use, never what people wrote: that is the client's own store.
// Addresses of the server (api, join, sync, frozen versions) pass by untouched.

const CACHE = "jalon-__VERSION__";
const FILES = __PRECACHE__;
const PAGE = "/index.html";
// On a line this slow the kept page is better than waiting.
const PATIENCE_MS = 5000;
// What the locks of open pages are called, before the address of the script that started each.
const RUNS = "jalon runs ";

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim()));
});

// A page that came between two of the worker's steps asks to be taken in.
self.addEventListener("message", (event) => {
  if (event.data === "claim") event.waitUntil(self.clients.claim());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") {
    // Whoever was the last of an older version is gone by now.
    event.waitUntil(forgetOldVersions());
    if (isLivePage(address.pathname)) event.respondWith(page(event));
  } else if (address.pathname.startsWith("/assets/") || (FILES.includes(address.pathname) && address.pathname !== PAGE)) {
    event.respondWith(kept(request));
  }
});

async function keep() {
  const cache = await caches.open(CACHE);
  // Names under /assets/ follow their content; the rest must come fresh.
  await cache.addAll(
    FILES.map((file) => new Request(file, { cache: file.startsWith("/assets/") ? "default" : "reload" })),
  );
  await self.skipWaiting();
}

// A page of an older version may still ask for a part of it: its files stay for as long as such a page is open.
async function forgetOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("jalon-") && name !== CACHE);
  const used = await startedBy();
  await Promise.all(old.map((name) => forgetUnused(name, used)));
}

async function forgetUnused(name, used) {
  const cache = await caches.open(name);
  const found = await Promise.all(used.map((script) => cache.match(script)));
  if (!found.some(Boolean)) await caches.delete(name);
}

// The scripts that started the pages which are open now: each page holds a lock that names its own.
async function startedBy() {
  const locks = await self.navigator.locks?.query();
  const names = (locks?.held ?? []).map((lock) => lock.name);
  return names.filter((name) => name.startsWith(RUNS)).map((name) => name.slice(RUNS.length));
}

// The list of workspaces and the live workspaces, not the frozen versions under /w/{id}/v/.
function isLivePage(path) {
  return path === "/" || (path.startsWith("/w/") && !/^\/w\/[^/]+\/v(\/|$)/.test(path));
}

// The server's page first. The kept one when there is no line, a very slow one, or when the server is
// just being replaced behind its proxy.
async function page(event) {
  const fromServer = fetch(event.request);
  const fromCache = async () => (await caches.match(PAGE, { cacheName: CACHE })) ?? fromServer;
  event.waitUntil(fromServer.catch(() => {}));
  let timer;
  const tooSlow = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  try {
    const answer = await Promise.race([fromServer, tooSlow]);
    return answer && answer.status < 500 ? answer : await fromCache();
  } catch {
    return await fromCache();
  } finally {
    clearTimeout(timer);
  }
}

// Files under /assets/ bear names that follow their content: that of an older version is as good from its own cache.
async function kept(request) {
  const { pathname } = new URL(request.url);
  const options = FILES.includes(pathname) ? { ignoreVary: true, cacheName: CACHE } : { ignoreVary: true };
  return (await caches.match(request, options)) ?? fetch(request);
}
