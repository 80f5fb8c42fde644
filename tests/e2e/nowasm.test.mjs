// Where WebAssembly is missing: the way from index.html to nowasm.html, and the whole flow there.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { every, sameAsAssess, worked } from "./lib/same.mjs";
import { builtPage, program, serve } from "./lib/planted.mjs";
import { builtHeaders, dist, serveTool } from "./lib/server.mjs";
import { atWeather, click, ready, sleep, tapThree, until } from "./lib/steps.mjs";
import { walkthroughs } from "./lib/stories.mjs";

const FILE = "nowasm.html";
const onDisk = (file) => pathToFileURL(resolve(join(dist, file))).href;
/** Refused, as it is no settings: what shows that it arrived. */
const FRAGMENT = "#s=1.abc.00000000";

/** How much of the control that leads to the other page is in sight: 0 for none. */
const control = () => document.querySelector("#other-page-open:not([hidden])")?.getClientRects().length ?? 0;

for (const [engine, cases] of [
  [chromium, every(worked, 12)],
  [firefox, every(worked.slice(1), 16)],
]) {
  describe(`${engine.name} without WebAssembly`, { timeout: 1_800_000 }, () => {
    async function inBrowser(options, run) {
      const browser = await engine.launch(options);
      const tool = await serveTool();
      try {
        await run(await browser.newPage(), { tool, browser });
      } finally {
        await browser.close();
        tool.close();
      }
    }

    test("index.html leads there by one press: one history entry, and the settings go along", () =>
      inBrowser({ wasm: false }, async (page, { tool }) => {
        for (const home of [`${tool.origin}/`, onDisk("index.html")]) {
          page.start(home + FRAGMENT);
          await until(page, control);
          const before = await page.evaluate(() => [history.length, document.getElementById("before") !== null]);
          assert.equal(before[1], true, "index.html is not up without WebAssembly");
          assert.deepEqual(await axe(page), []);
          await click(page, "#other-page-open");
          await until(page, (file) => location.pathname.endsWith(file), FILE);
          await ready(page);
          const there = await page.evaluate(() => [
            typeof WebAssembly,
            history.length,
            location.hash,
            document.querySelector("[data-area]")?.dataset.area,
          ]);
          assert.deepEqual(there, ["undefined", before[0], "", "refused"]);
        }
      }));

    test("a browser that refuses the program, as an older one does, is led there too", async () => {
      const held = await builtPage();
      const version = held.replace(/(id="program">)(.{256})(.{4})./su, (_, before, table, magic) => before + table + magic + [...table][2]);
      assert.notEqual(version, held);
      assert.equal(program(version)[0][4], 2);
      const served = await serve(version, await builtHeaders());
      try {
        await inBrowser({}, async (page) => {
          page.start(`${served.origin}/`);
          await until(page, control);
          assert.deepEqual(await axe(page), []);
        });
      } finally {
        served.close();
      }
    });

    test("with WebAssembly there is no such control", () =>
      inBrowser({}, async (page, { tool }) => {
        page.start(`${tool.origin}/`);
        await ready(page);
        assert.equal(await page.evaluate(control), 0);
      }));

    test("it is up within 10 s, says nothing to the console, asks for nothing, and leaves by press and by Shift", () =>
      inBrowser({ wasm: false }, async (page, { tool, browser }) => {
        for (const leave of [() => click(page, "#exit"), () => tapThree(page)]) {
          tool.log.length = page.said.length = 0;
          const begun = Date.now();
          page.start(`${tool.origin}/${FILE}`);
          await ready(page);
          const took = Date.now() - begun;
          console.log(`${engine.name}: ${FILE} is up after ${took} ms`);
          assert.ok(took < 10_000);
          assert.deepEqual(page.said, []);
          assert.deepEqual(tool.log.map(({ url }) => url), [`/${FILE}`]);
          await leave();
          await atWeather(page);
        }
        assert.equal(browser.exits.length, 2);
      }));

    test(`it shows what assess returns, for ${cases.length} cases entered by name`, () =>
      sameAsAssess(engine, cases, { wasm: false, file: FILE }));

    // The control: what is asserted of nowasm.html is not true of the page that needs WebAssembly.
    test("index.html itself is not up, whatever is waited for", () =>
      inBrowser({ wasm: false }, async (page, { tool }) => {
        page.start(`${tool.origin}/`);
        await until(page, control);
        await sleep(2000);
        await assert.rejects(until(page, () => document.getElementById("before") === null, null, 1000));
      }));
  });
}

walkthroughs(FILE, { wasm: false });
