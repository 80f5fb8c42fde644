// Starting: from a server, from a folder, and where something it needs is missing.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { serveTool } from "./lib/server.mjs";
import { atWeather, click, tapThree, until } from "./lib/steps.mjs";

async function inBrowser(engine, options, run) {
  const browser = await engine.launch(options);
  const tool = await serveTool();
  try {
    await run(await browser.newPage(), tool, browser);
  } finally {
    await browser.close();
    tool.close();
  }
}

/** The words that stand there before the program is up. */
const firstWords = () => {
  const seen = (id) => document.getElementById(id).getClientRects().length > 0;
  return {
    problem: seen("problem"),
    waiting: seen("wait"),
    numbers: /999/.test(document.body.innerText) && /0808 2000 247/.test(document.body.innerText),
    sheet: document.querySelector(".sheet").getClientRects().length > 0,
  };
};

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: 120_000 }, () => {
    test("R13 without WebAssembly: plain words, numbers, the sheet, and both ways out", () =>
      inBrowser(engine, { wasm: false }, async (page, tool) => {
        for (const leave of [() => click(page, "#exit"), () => tapThree(page)]) {
          page.start(`${tool.origin}/`);
          await until(page, () => document.getElementById("problem")?.hidden === false);
          assert.equal(await page.evaluate(() => typeof WebAssembly), "undefined");
          assert.deepEqual(await page.evaluate(firstWords), { problem: true, waiting: false, numbers: true, sheet: true });
          assert.deepEqual(await axe(page), []);
          await leave();
          await atWeather(page);
        }
      }));
  });
}

// Chromium only: WebDriver BiDi asks the page itself, and so needs its JavaScript.
test("R14 without JavaScript: the link, the numbers and the sheet", () =>
  inBrowser(chromium, { script: false }, async (page, tool, browser) => {
    page.start(`${tool.origin}/`);
    await until(page, () => document.querySelector(".sheet") !== null);
    assert.deepEqual(await page.evaluate(firstWords), { problem: false, waiting: false, numbers: true, sheet: true });
    assert.match(await page.evaluate(() => document.querySelector("noscript").innerText), /JavaScript/);
    await click(page, "#exit");
    await until(page, () => document.getElementById("weather") !== null);
    assert.equal(browser.exits[0].headers.referer, undefined);
  }));
