// The blank sheets: nothing in them can run but the exit, they print on A4, and they hold what the tool asks and no more.
import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { HANG } from "./lib/limits.mjs";
import { sides } from "./lib/pdf.mjs";
import { dist, serveTool } from "./lib/server.mjs";
import { atWeather, click, tap, until } from "./lib/steps.mjs";

const content = new URL("../../crates/content/data/", import.meta.url);
const read = (name) => readFile(new URL(name, content), "utf8");
const values = (text, key) => [...text.matchAll(new RegExp(`^${key} = "(.*)"$`, "gm"))].map(([, value]) => value);

// On paper the sector's own words stand in their places.
const labels = values(await read("words/en/items.toml"), "label").map((label) => label.replace(/[{}]/g, ""));
/** Each helpline of the file, as its keys. */
const helplines = (await read("helplines.toml"))
  .split("[[helpline]]")
  .slice(1)
  .map((block) => Object.fromEntries([...block.matchAll(/^(\w+) = "(.*)"$/gm)].map(([, key, value]) => [key, value])));
const shown = helplines.filter(({ status, number }) => number && /^(verified|supported)$/.test(status));
/** For those who harm: it stands on no sheet for someone who is harmed. */
const OTHER = "respect-phoneline";

/** The sheets by name, and how many sides of A4 each fills. */
const SIDES = { tonight: 1, act: 1, situation: 3, identify: 1, dash: 1, "dash-beside": 1, "next-steps": 1, numbers: 1, say: 1, "trainer-plan": 1, "trainer-care": 1, "trainer-handout": 1, "trainer-evidence": 1, "trainer-study": 1 };
const ALL = Object.values(SIDES).reduce((sum, sides) => sum + sides, 0);

const onDisk = pathToFileURL(resolve(join(dist, "paper.html"))).href;
const open = async (page, address) => {
  page.start(address);
  await until(page, (address) => location.href === address && document.readyState === "complete", address);
};

/** Everything of a page of sheets that is not as it should be. */
async function faults(page) {
  const { scripts, handlers, links, first, sheets, text, wide } = await page.evaluate(() => ({
    // The exit is the only one, and the first thing in the page.
    scripts: document.scripts.length - Number(document.head.firstElementChild?.localName === "script" && "waymark" in window),
    handlers: [...document.querySelectorAll("*")].flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith("on"))),
    links: [...document.querySelectorAll("[href], [src], form, input, textarea")].map((one) => one.id || one.getAttribute("rel")),
    first: document.querySelector("body a, button, input, summary, [tabindex]")?.id,
    sheets: [...document.querySelectorAll("[data-sheet]")].map((one) => one.dataset.sheet),
    text: document.body.textContent,
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  }));
  const found = [];
  if (scripts) found.push("a script");
  if (handlers.length) found.push(`handlers: ${handlers}`);
  if (links.join() !== "icon,exit") found.push(`links or controls: ${links}`);
  if (first !== "exit") found.push("Exit is not first");
  if (sheets.join() !== Object.keys(SIDES).join()) found.push(`sheets: ${sheets}`);
  for (const label of labels) if (!text.includes(label)) found.push(`no item “${label}”`);
  for (const { id, number } of shown) if (id !== OTHER && !text.includes(number)) found.push(`no number of ${id}`);
  if (text.includes(helplines.find(({ id }) => id === OTHER).number)) found.push(`the number of ${OTHER}`);
  if (wide) found.push("wider than the screen");
  return found;
}

for (const engine of [chromium, firefox]) {
  describe(`${engine.name}: paper.html`, { timeout: HANG }, () => {
    async function inBrowser(options, run) {
      const browser = await engine.launch(options);
      const tool = await serveTool();
      try {
        await run(await browser.newPage(), tool, browser);
      } finally {
        await browser.close();
        tool.close();
      }
    }

    test("no script and no link but Exit, every sheet, item and number, from a server and a folder, wide and narrow", () =>
      inBrowser({}, async (page, tool) => {
        for (const address of [`${tool.origin}/paper.html`, onDisk]) {
          // Once only: a second time could not be told from the first until it had come.
          await open(page, address);
          for (const width of [1000, 320]) {
            await page.resize(width, 700);
            assert.deepEqual(await faults(page), [], `${address} at ${width}`);
            assert.equal(await page.evaluate(() => document.title), "Notes");
          }
          assert.deepEqual(page.said, []);
        }
        assert.deepEqual([...new Set(tool.log.map(({ url }) => url))], ["/paper.html"]);
      }));

    test("clean for axe", () =>
      inBrowser({}, async (page) => {
        // From the folder: there no header keeps axe itself out.
        await open(page, onDisk);
        assert.deepEqual(await axe(page), []);
      }));

    test("Exit leaves without any script, and says nothing of where from", () =>
      inBrowser({ script: false }, async (page, tool, browser) => {
        page.start(`${tool.origin}/paper.html`);
        await until(page, () => document.getElementById("exit") !== null);
        await click(page, "#exit");
        await atWeather(page);
        assert.equal(browser.exits.length, 1);
        assert.equal(browser.exits[0].headers.referer, undefined);
      }));

    test("Exit leaves by a press, by Space and by Shift three times, which is announced", () =>
      inBrowser({}, async (page, tool, browser) => {
        const ways = {
          "a press": () => click(page, "#exit"),
          Space: async () => {
            await page.evaluate(() => document.getElementById("exit").focus());
            await page.keyboard.press(" ");
          },
          Shift: async () => {
            await tap(page);
            assert.match(await page.evaluate(() => document.getElementById("exit-note").textContent), /2 more times/);
            await tap(page);
            await tap(page);
          },
        };
        for (const [place, [way, leave]] of Object.entries(ways).entries()) {
          browser.exits.length = 0;
          page.start(`${tool.origin}/paper.html?${place}`);
          await until(page, (visit) => location.search === visit && document.readyState === "complete", `?${place}`);
          await leave().catch((error) => { if (error.code === "ERR_ASSERTION") throw error; });
          await atWeather(page);
          assert.equal(browser.exits.length, 1, way);
        }
      }));

    // The control: the same look at pages with a fault each.
    test("a script, a link, a missing item, another number and a wide page are found", () =>
      inBrowser({}, async (page) => {
        const folder = await mkdtemp(join(tmpdir(), "page-test-"));
        const whole = await readFile(join(dist, "paper.html"), "utf8");
        const other = helplines.find(({ id }) => id === OTHER).number;
        try {
          for (const [place, [fault, html]] of [
            [/^a script$/, whole.replace("</main>", "<script>0</script></main>")],
            [/^links or controls/, whole.replace("</main>", '<a href="#x">x</a></main>')],
            [/^Exit is not first$/, whole.replace("<body>", '<body><a href="#x">x</a>')],
            [/^no item “Money worries”$/, whole.replaceAll("Money worries", "")],
            [/^no number of live-fear-free$/, whole.replaceAll("0808 80 10 800", "")],
            [/^the number of respect-phoneline$/, whole.replace("</main>", `${other}</main>`)],
            [/^wider than the screen$/, whole.replace("</main>", '<svg width="4000"></svg></main>')],
          ].entries()) {
            assert.notEqual(html, whole);
            const path = join(folder, `${place}.html`);
            await writeFile(path, html);
            await open(page, pathToFileURL(path).href);
            const found = await faults(page);
            assert.ok(found.some((one) => fault.test(one)), `${fault}: found ${found}`);
          }
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      }));
  });
}

describe("on paper", { timeout: HANG }, () => {
  async function printed(run) {
    const browser = await chromium.launch();
    try {
      await run(await browser.newPage());
    } finally {
      await browser.close();
    }
  }

  test(`${ALL} sides of A4, each sheet on its own`, () =>
    printed(async (page) => {
      await open(page, onDisk);
      assert.deepEqual(sides(await page.pdf()), { count: ALL, sizes: ["595x842"] });
      for (const [sheet, count] of Object.entries(SIDES)) {
        await page.evaluate((sheet) => {
          for (const one of document.querySelectorAll("[data-sheet]")) one.hidden = one.dataset.sheet !== sheet;
        }, sheet);
        assert.equal(sides(await page.pdf()).count, count, sheet);
      }
    }));

  test("no word is smaller than ten points, and there is room to write", () =>
    printed(async (page) => {
      await open(page, onDisk);
      // The width of the paper, and the style of paper on the screen.
      await page.resize(703, 900);
      const { small, low } = await page.evaluate(() => {
        for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])) if (rule.media?.mediaText === "print") rule.media.mediaText = "screen";
        const texts = [...document.querySelectorAll(".paper, .paper *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
        const small = texts.filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 13.3);
        // One letter goes into a cell of this sheet, and a sentence into those of the others.
        const least = (one) => (one.closest('[data-sheet="identify"]') ? 22 : 27);
        const low = [...document.querySelectorAll(".paper td.write, .paper .rule")].filter((one) => one.getBoundingClientRect().height < least(one));
        return { small: small.map((one) => one.outerHTML.slice(0, 90)), low: low.map((one) => one.closest(".paper").dataset.sheet) };
      });
      assert.deepEqual(small, []);
      assert.deepEqual(low, []);
    }));

  test("the control: without the style it is not the same number of sides", () =>
    printed(async (page) => {
      await open(page, onDisk);
      await page.evaluate(() => document.querySelectorAll("style").forEach((one) => one.remove()));
      assert.notEqual(sides(await page.pdf()).count, ALL);
    }));
});
