// Figures, not tests: how soon the first question can be answered beside a plain page, when the program has taken over, and how
// soon an answer shows.
// Chromium, processor slowed to a quarter, Slow 4G; the two pages in turn. RUNS=7 by default.
import { chromium } from "playwright-core";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { once } from "node:events";
import { brotliCompressSync, constants } from "node:zlib";

const runs = Number(process.env.RUNS ?? 7);
const here = new URL(".", import.meta.url);
const squeeze = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
const pages = {
  plain: { body: squeeze(await readFile(new URL("plain.html", here))), wait: 'input[name="q24"]' },
  ours: {
    body: squeeze(await readFile(new URL("../../../dist/index.html", here))),
    press: '[data-early="tonight"]',
    wait: '.screen:not([hidden]) [name="context.danger_now"]',
    up: 'section[data-step="tonight"]',
  },
};
const server = createServer((request, response) => {
  const page = pages[request.url.slice(1)];
  response.writeHead(page ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", "Content-Encoding": "br" });
  response.end(page?.body ?? squeeze(Buffer.from("")));
}).listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

async function open(name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: 1.6e6 / 8,
    uploadThroughput: 750e3 / 8,
  });
  await page.addInitScript(({ press, wait, up }) => {
    let pressed = !press;
    const look = () => {
      if (!pressed) {
        const door = document.querySelector(press);
        door?.click();
        pressed = door !== null;
      }
      if (!window.readyAt && pressed && document.querySelector(wait)) requestAnimationFrame(() => (window.readyAt ??= performance.now()));
      if (document.querySelector(up ?? wait)) requestAnimationFrame(() => (window.upAt = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  }, pages[name]);
  await page.goto(`${origin}/${name}`, { waitUntil: "commit" });
  await page.waitForFunction(() => window.readyAt && window.upAt, null, { timeout: 60_000 });
  const [ready, up] = await page.evaluate(() => [window.readyAt, window.upAt]);
  return { context, page, ready, up };
}

/** Milliseconds from an answer on the Dash until the result in the page has changed, for each item once. */
const answers = (page) =>
  page.evaluate(async () => {
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    while (!document.querySelector('button[data-step="dash"]')) await wait(20);
    await wait(300);
    document.querySelector('button[data-step="dash"]').click();
    await wait(300);
    document.querySelector('[data-layout="whole"]').click();
    await wait(1500);
    const times = [];
    for (const radio of document.querySelectorAll('input[name^="dash."][value="yes"]')) {
      const result = document.querySelector('[data-result="dash"]').dataset;
      const before = result.yes;
      const begun = performance.now();
      radio.click();
      for (let turn = 0; turn < 1000 && result.yes === before; turn += 1) await null;
      times.push(performance.now() - begun);
      await wait(30);
    }
    return times;
  });

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
const ready = { plain: [], ours: [] };
const ups = [];
const frames = [];
for (let run = -1; run < runs; run += 1) {
  for (const name of Object.keys(pages)) {
    const { context, page, ready: at, up } = await open(name);
    if (run >= 0) {
      ready[name].push(at);
      if (name === "ours") ups.push(up);
      if (name === "ours") frames.push(...(await answers(page)));
    }
    await context.close();
  }
}
await browser.close();
server.close();
console.log(`ours: ${pages.ours.body.length} bytes brotli; plain: ${pages.plain.body.length}`);
for (const name of Object.keys(ready)) console.log(`first question, ${name}: median ${median(ready[name]).toFixed(0)} ms of ${runs}`);
console.log(`ours, taken over by the program: median ${median(ups).toFixed(0)} ms`);
console.log(`ratio: ${(median(ready.ours) / median(ready.plain)).toFixed(2)}`);
console.log(`answer to updated result: median ${median(frames).toFixed(1)} ms of ${frames.length}, processor at a quarter`);
