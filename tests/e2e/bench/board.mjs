// Figures, not tests: how soon the board shows what five hundred pasted codes come to. Chromium, processor slowed to a quarter.
// RUNS=7 by default.
import { chromium } from "playwright-core";
import { chance, encode, payload } from "../lib/code-oracle.mjs";
import { serveTool } from "../lib/server.mjs";

const runs = Number(process.env.RUNS ?? 7);
const slides = { items: '.splits [data-item="24"]', agreement: '[data-figure="percent"]' };
const tool = await serveTool();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});

const random = chance(13);
const block = Array.from({ length: 500 }, () => {
  const items = Array.from({ length: 24 }, (_, place) => (random(24) > place ? 1 : 1 + random(3))).join("");
  return encode({ ...payload(random, { vignette: 1, round: 0 }), items });
}).join("\n");

/** Milliseconds from the paste until a slide that was asked for at once stands, and the longest task in between. */
const pasted = (page, slide, shown) =>
  page.evaluate(
    async ({ block, slide, shown }) => {
      const wait = (ms) => new Promise((done) => setTimeout(done, ms));
      const press = async (selector) => {
        while (!document.querySelector(selector)) await wait(20);
        document.querySelector(selector).click();
        await wait(300);
      };
      for (const selector of ['button[data-step="workshop"]', '[data-part="board"]', '[data-votes="codes"]']) await press(selector);
      let longest = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (longest = Math.max(longest, duration)))).observe({ type: "longtask" });
      const field = document.querySelector('[name="workshop.codes"]');
      await wait(500);
      const begun = performance.now();
      field.value = block;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector(`[data-slide="${slide}"]`).click();
      while (!document.querySelector(shown) || document.getElementById("app").ariaBusy === "true") await wait(0);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const took = performance.now() - begun;
      await wait(300);
      return [took, longest];
    },
    { block, slide, shown },
  );

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1];
for (const [slide, shown] of Object.entries(slides)) {
  const times = [];
  for (let run = -1; run < runs; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(tool.origin);
    const session = await context.newCDPSession(page);
    await page.waitForSelector('button[data-step="workshop"]', { state: "attached" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const time = await pasted(page, slide, shown);
    if (run >= 0) times.push(time);
    await context.close();
  }
  const [took, longest] = [0, 1].map((place) => median(times.map((time) => time[place])).toFixed(0));
  console.log(`500 codes to "${slide}": median ${took} ms of ${runs}, longest task ${longest} ms, processor at a quarter`);
}
await browser.close();
tool.close();
