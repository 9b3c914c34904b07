// Keeps the client itself for offline use, never what people wrote: that is the client's own store.
// Addresses of the server (api, join, sync, frozen versions) pass by untouched.

const CACHE = "jalon-__VERSION__";
const FILES = __PRECACHE__;
const PAGE = "/index.html";
// On a line this slow the kept page is better than waiting.
const PATIENCE_MS = 5000;

self.addEventListener("install", (event) => {
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldVersions());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (isLivePage(address.pathname)) event.respondWith(page(event));
  } else if (FILES.includes(address.pathname) && address.pathname !== PAGE) {
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

async function forgetOldVersions() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("jalon-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
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

async function kept(request) {
  return (await caches.match(request, { cacheName: CACHE, ignoreVary: true })) ?? fetch(request);
}
