// Starts the client, and says so kindly when it cannot start. Words stand in the page, not here.
// Written for browsers older than the client needs, since those have to show that page too.

// The client comes in two halves. The first is all that the page on which a workspace opens runs; the rest
// works on the memory of the first and fills its gaps. It is asked for soon, in the background, once that page
// can be used, or now, when something of it is called before. While developing there is only a first half.
const REST = "{{rest}}";
const OPENS_A_WORKSPACE = /^\/w\/[^/]+(\/objectives)?\/?$/;
let client;
let compiledRest;
let isThere = REST === "";

window.jalonRestIsThere = () => isThere;

window.jalonRestSoon = async () => {
  await getRest();
  join();
};

window.jalonRestNow = () => {
  try {
    compiledRest ??= new WebAssembly.Module(readNow(REST));
    join();
  } catch (error) {
    // What called is half done: the client cannot go on.
    sayTrouble();
    throw new Error("something of the rest was needed: " + error.stack);
  }
};

function readNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  // One byte in each letter: nothing else can be waited for.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(address + ": " + request.status);
  return Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255);
}

async function getRest() {
  if (!isThere && !compiledRest) compiledRest = await compile(REST);
}

function join() {
  if (isThere) return;
  // The first half, which already runs.
  new WebAssembly.Instance(compiledRest, { first: client.initSync() });
  isThere = true;
  keepForOffline();
}

// The language that was chosen on this device, else the first of the browser's that Jalon speaks: the server's
// pages change the cookie, so that what was chosen there last holds here too.
const WORDS = {{words}};

function language() {
  const isOurs = (tag) => Object.hasOwn(WORDS, tag);
  const cookie = /(?:^|; *)jalon_lang=([a-z]+)/.exec(document.cookie)?.[1];
  let stored;
  try {
    stored = localStorage.getItem("jalon_lang");
  } catch {
    // A browser that keeps nothing.
  }
  const wishes = navigator.languages.map((tag) => tag.split("-")[0].toLowerCase());
  return [cookie, stored, ...wishes].find((tag) => tag && isOurs(tag)) ?? "fr";
}

window.jalonWordsOf = async (tag) => {
  const response = await fetch(WORDS[tag]);
  if (!response.ok) throw new Error(WORDS[tag] + ": " + response.status);
  return response.text();
};

// A line that brought the first half this soon, in milliseconds since the page was asked for, can bring the rest
// beside what the page still loads.
const QUICK_MS = 2000;

async function begin() {
  window.jalonLanguage = language();
  document.documentElement.lang = jalonLanguage;
  const needsAll = !OPENS_A_WORKSPACE.test(location.pathname);
  // Compiled while it downloads; the waiting picture goes only when the client is ready to draw.
  const [script, compiled, words] = await Promise.all([
    import("{{js}}"),
    compile("{{wasm}}"),
    jalonWordsOf(jalonLanguage),
    needsAll ? getRest() : undefined,
  ]);
  const isQuick = performance.now() < QUICK_MS;
  client = script;
  window.jalonWords = words;
  document.getElementById("main").replaceChildren();
  await client.default({ module_or_path: compiled });
  if (needsAll || isThere || isQuick) keepForOffline();
}

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address + ": " + response.status);
  return WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

begin().catch((error) => {
  sayTrouble();
  // For whoever looks with the browser's tools, and for the tests.
  throw error;
});

function sayTrouble() {
  document.getElementById("main").textContent = "";
  const trouble = document.getElementById("boot-trouble");
  trouble.hidden = false;
  // Above the first picture, which can still be read.
  document.body.prepend(trouble);
}

// Says for as long as this page is open which version of the program it runs: its files are kept that long.
if (navigator.locks) {
  const script = document.querySelector("script[type=module][src]").getAttribute("src");
  navigator.locks.request("jalon runs " + script, { mode: "shared" }, () => new Promise(() => {})).catch(console.warn);
}

// Last, since it downloads whatever the page did not need so far, the other languages too.
function keepForOffline() {
  // Works without: the page is then only not there offline.
  navigator.serviceWorker?.register("/sw.js").then(beTaken).catch(console.warn);
}

// A worker that became active while this page was on its way knows nothing of it.
function beTaken(registration) {
  if (!navigator.serviceWorker.controller) registration.active?.postMessage("claim");
}
