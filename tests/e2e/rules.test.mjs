// How this tool decides: every rule with its source, on a page in which nothing can run but the exit, to read and to sign off.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { catalogue } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { sides } from "./lib/pdf.mjs";
import { atWeather, click, until } from "./lib/steps.mjs";

const { triggers, pathways, indicators } = catalogue();
const ids = (rows) => rows.map(({ id }) => id);

const open = async (page, tool) => {
  page.start(`${tool.origin}/rules.html`);
  await until(page, () => document.readyState === "complete" && document.querySelector(".rules h1") !== null);
};
/** The rules as they stand: code, all of its words, its sources, and whether the cells for a pen are empty. */
const rules = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll(".rules table:has(thead) tbody tr")].map((row) => ({
      code: row.cells[0].textContent,
      when: row.cells[1].textContent,
      follows: row.cells[2].textContent,
      sources: row.cells[3].textContent.trim(),
      pens: row.cells.length === 6 && !row.cells[4].textContent.trim() && !row.cells[5].textContent.trim(),
    })),
  );

inEachBrowser(({ fresh, at }) => {
  fresh("every row of the engine's table is there, each saying when it holds, what follows and what it rests on", async (_, page) => {
    await open(page, at.tool);
    const all = await rules(page);
    const codes = new Set(all.map(({ code }) => code));
    for (const id of [...ids(triggers), ...ids(indicators), "R1", "R4", "danger-now", "O1", "ONE_ACCOUNT", "few-domains", "C1.3.1", "dash_threshold"]) {
      assert.ok(codes.has(id), id);
    }
    for (const { code, when, follows, sources, pens } of all) {
      assert.ok(when && follows && sources, `${code}: ${JSON.stringify([when, follows, sources])}`);
      assert.ok(pens, `${code}: the last two columns are for a pen`);
    }
    const headings = await page.evaluate(() => [...document.querySelectorAll(".rules :is(h1, h2, h3)")].map((heading) => heading.tagName));
    assert.equal(headings.filter((name) => name === "H1").length, 1);
    assert.ok(headings.filter((name) => name === "H3").length >= ids(pathways).length, "a part for each step");
    // Each source that a rule names stands in the list at the end with its title.
    const listed = await page.evaluate(() => [...document.querySelectorAll(".rules > table:last-of-type tr")].map((row) => row.cells[0].textContent));
    for (const source of new Set(all.flatMap(({ sources }) => sources.split(", ")))) assert.ok(listed.includes(source), source);
  });

  fresh("axe finds nothing, light and dark, and nothing scrolls sideways at 320 px or 400 %", async (_, page) => {
    await open(page, at.tool);
    assert.deepEqual(await axe(page), []);
    // Firefox has no way to ask for the dark scheme.
    await page.scheme?.("dark");
    assert.deepEqual(await axe(page, ["color-contrast"]), []);
    for (const height of [640, 256]) {
      await page.resize(320, height);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `320 x ${height}`);
    }
  });

  fresh("it prints at 11 points with room to sign, and says what it was made from", async (_, page) => {
    await open(page, at.tool);
    const words = await page.evaluate(() => document.querySelector(".rules").textContent);
    assert.match(words, /program \d+\.\d+\.\d+, rules and words \d{4}-\d\d-\d\d/);
    await page.evaluate(() => {
      addEventListener("beforeprint", () => {
        const cells = [...document.querySelectorAll(".rules td, .rules th")];
        window.small = cells.filter((cell) => parseFloat(getComputedStyle(cell).fontSize) < 14.6).length;
      });
    });
    const pdf = await page.pdf();
    assert.equal(await page.evaluate(() => window.small), 0, "smaller than 11 points");
    assert.ok(sides(pdf).count > 10, "the list is long");
  });

  fresh("nothing on it can run but the exit, and it asks for nothing", async (_, page) => {
    at.tool.log.length = 0;
    await open(page, at.tool);
    assert.equal(await page.evaluate(() => document.scripts.length), 1);
    assert.deepEqual(at.tool.log.map(({ url }) => url), ["/rules.html"]);
    await click(page, "#exit");
    await atWeather(page);
  });
});
