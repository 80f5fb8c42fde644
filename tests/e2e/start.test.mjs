// The first screen: its doors, also before the program is there; the nation once; blank sheets; a moment without talking.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { axe } from "./lib/axe.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import * as chromium from "./lib/chromium.mjs";
import { sides } from "./lib/pdf.mjs";
import { person } from "./lib/person.mjs";
import { dist, serveTool } from "./lib/server.mjs";
import { click, drawn, until, withDrawn } from "./lib/steps.mjs";

const at = (page, step) => until(page, (step) => document.querySelector(`section[data-step="${step}"] h1`) === document.activeElement, step);
const TELLING = /abuse|harm|violen|partner|perpetrator|survivor|danger|police|marac|dash\b|strang/i;

inEachBrowser(({ fresh }) => {
  fresh("the doors are the same before the program is there and after", async (me, page) => {
    const doors = await page.evaluate(() => [...document.querySelectorAll(".doors button")].map((one) => [one.dataset.step ?? "danger", one.textContent]));
    const html = await readFile(join(dist, "index.html"), "utf8");
    const early = [...html.matchAll(/<button[^>]* data-early="([^"]+)"[^>]*>(.*?)<\/button>/g)].map(([, door, words]) => [door, words.replace(/<[^>]+>/g, "")]);
    assert.deepEqual(early, doors);
    assert.deepEqual(doors.map(([step]) => step), ["danger", "tonight", "situation", "own-life", "dash"]);
  });

  fresh("the second half of a double tap on a door answers nothing behind it", async (me, page) => {
    await page.evaluate(
      withDrawn(async () => {
        const tap = (selector) => document.querySelector(selector).dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
        tap('.doors button[data-step="tonight"]');
        await drawn();
        tap('section[data-step="tonight"] [value="no"]');
      }),
    );
    await drawn(page);
    assert.equal(await me.has('section[data-step="tonight"] [data-screen="context.danger_now"]'), true);
    assert.equal(await me.has('[aria-pressed="true"][name="context.danger_now"]'), false);
  });

  fresh("who came for the Dash and the MARAC sheet gets both, and no other is shown first", async (me, page) => {
    await me.press('.doors button[data-step="dash"]');
    await at(page, "dash");
    await me.step("record");
    await drawn(page);
    assert.equal(await page.evaluate(() => document.querySelector(".sheets").dataset.shown), "marac");
  });

  fresh("the nation is asked once: it is in the case, on the numbers, and can be taken back", async (me, page) => {
    await me.choose("context.nation", "wales");
    assert.equal(await page.evaluate(() => document.activeElement.closest("h1")), null, "a choice moves nothing");
    await me.step("situation");
    await drawn(page);
    assert.equal(await page.evaluate(() => document.querySelector('[name="context.nation"]:checked')?.value ?? "wales"), "wales");
    await me.step("start");
    await me.press('.doors button[data-step="own-life"]');
    await at(page, "own-life");
    assert.ok(await me.has('[data-nation="wales"][aria-pressed="true"]'));
    assert.match(await page.evaluate(() => document.querySelector('section[data-step="own-life"] .numbers').textContent), /Live Fear Free/);
    await me.press('[data-action="first-screen"]');
    await at(page, "start");
    await me.press('[data-question="context.nation"] .clear');
    assert.equal(await page.evaluate(() => document.querySelector('[name="context.nation"]:checked')), null);
    assert.doesNotMatch(await me.reads("nav.steps"), /Started/);
  });

  fresh("who cannot talk gets a screen that tells nothing, a way without talking, and one press back", async (me, page) => {
    await page.evaluate(() => [...document.querySelectorAll("#app button")].find((one) => one.textContent === "I can't talk freely just now").focus());
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector('[data-stop="not-private"] h1') === document.activeElement);
    assert.equal(await me.sees("#app form"), false, "nothing of the work is in sight");
    assert.doesNotMatch(await me.reads(), TELLING);
    assert.doesNotMatch(await me.reads("#app"), /999/);
    assert.deepEqual(await axe(page), []);
    await me.press('[data-stop="not-private"] summary');
    const ways = await me.reads('.stop[data-stop="not-private"]');
    assert.match(ways, /999[\s\S]*55[\s\S]*18000[\s\S]*text[\s\S]*Exit/i);
    assert.doesNotMatch(ways, TELLING);
    assert.deepEqual(await axe(page), []);
    await me.press('[data-stop="not-private"] [data-action="uncover"]');
    await until(page, () => document.querySelector("#app form").checkVisibility());
    await until(page, () => /talk freely/.test(document.activeElement.textContent) && document.activeElement.tagName === "BUTTON");
    assert.doesNotMatch(await me.reads("nav.steps"), /Started/, "and nothing is left of it");
  });

  fresh("the blank sheets are in the page, each under its name, and nothing leaves it", async (me, page) => {
    await me.unfold("Blank sheets");
    await until(page, () => document.querySelectorAll("[data-paper] details").length > 8);
    assert.ok((await me.reads("[data-paper]")).includes("paper.html"));
    await me.press("[data-paper] details > summary", "Dash");
    await until(page, () => document.querySelector("[data-paper] [data-sheet=dash]") !== null);
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-paper] [data-sheet]").length), 1);
    assert.equal(await page.evaluate(() => document.querySelectorAll("#app [href], #app [src]").length), 0);
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  fresh("a heading shows focus to the keyboard and not to the mouse", async (me, page) => {
    const bar = () => page.evaluate(() => getComputedStyle(document.querySelector("#app h1")).boxShadow);
    await click(page, '.doors button[data-step="situation"]');
    await at(page, "situation");
    assert.equal(await bar(), "none");
    await page.evaluate(() => document.querySelector('nav.steps button[data-step="dash"]').focus());
    await page.keyboard.press("Tab");
    await page.keyboard.press(" ");
    await at(page, "next-steps");
    assert.notEqual(await bar(), "none");
  });
});

test("the blank sheets that are open print alone, each on its own sides", { timeout: 60_000 }, async () => {
  const [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
  try {
    const page = await browser.newPage();
    const me = await person(page).open(tool);
    await me.unfold("Blank sheets");
    await until(page, () => document.querySelectorAll("[data-paper] details").length > 8);
    // One side, then three more: what else is on the screen is on none of them.
    for (const [name, sheet, count] of [["Dash", "dash", 1], ["The situation", "situation", 4]]) {
      await me.press("[data-paper] details > summary", name);
      await until(page, (sheet) => document.querySelector(`[data-paper] [data-sheet=${sheet}]`) !== null, sheet);
      assert.deepEqual(sides(await page.pdf()), { count, sizes: ["595x842"] }, name);
    }
    await me.press("[data-paper] details > summary", "Dash");
    assert.equal(sides(await page.pdf()).count, 3, "what is folded up does not print");
  } finally {
    await browser.close();
    tool.close();
  }
});
