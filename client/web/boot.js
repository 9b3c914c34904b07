// Starts the client, and says so kindly when it cannot start. Words stand in the page, not here.
// Written for browsers older than the client needs, since those have to show that page too.

// The language that was chosen on this device, else the first of the browser's that the page has words in.
function speak() {
  const chosen = /(?:^|; )jalon_lang=([a-z]+)/.exec(document.cookie);
  const wanted = (chosen ? [chosen[1]] : []).concat(navigator.languages || []);
  const known = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).filter((tag) => /^(fr|en|it|nl)$/.test(tag));
  if (known.length) document.documentElement.lang = known[0];
}

async function begin() {
  const client = await import("{{js}}");
  // Compiled while it downloads; the waiting picture goes only when the client is ready to draw.
  const compiled = await compile("{{wasm}}");
  document.getElementById("main").replaceChildren();
  await client.default({ module_or_path: compiled });
}

async function compile(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(address + ": " + response.status);
  return WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

speak();
begin().catch((error) => {
  document.getElementById("main").textContent = "";
  const trouble = document.getElementById("boot-trouble");
  trouble.hidden = false;
  // Above the first picture, which can still be read.
  document.body.prepend(trouble);
  // For whoever looks with the browser's tools, and for the tests.
  throw error;
});

if ("serviceWorker" in navigator) {
  // Works without: the page is then only not there offline.
  navigator.serviceWorker.register("/sw.js").catch(console.warn);
}
