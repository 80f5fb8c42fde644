// The record as a tired worker goes through it: whom it is for, the sheet, the check, one way out; what is open comes first.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { drawn, until } from "./lib/steps.mjs";

/** The step's parts in the order in which they stand, by what each is found with. */
const ORDER = [
  "section[data-step=record] h1",
  "[data-output=handover]",
  ".sheets[data-shown]",
  ".left-out",
  '[data-action="copy"]',
  '[data-action="print"]',
  '[data-part="still-open"]',
  "[data-fold=answers]",
  '[name="record.wish_words"]',
  "[data-fold=plan]",
  "[data-part=save-copy]",
  "[data-part=earlier-copy]",
];

/** The buttons in sight that are filled: the one thing to press. */
const primary = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("#app .button:not(.second, .quiet)")].filter((one) => one.checkVisibility()).map((one) => one.dataset.action ?? one.textContent),
  );
const shown = (page) => page.evaluate(() => document.querySelector(".sheets").dataset.shown);

inEachBrowser(({ fresh }) => {
  fresh("it asks whom it is for, and shows the sheet for the next shift and no other", async (me, page) => {
    await me.step("record");
    await drawn(page);
    assert.match(await me.reads('[data-question="output"] > legend'), /^Who is it for\?$/);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[data-output][aria-pressed="true"]')].map((one) => one.dataset.output)), ["handover"]);
    assert.equal(await shown(page), "handover");
    assert.match(await me.reads(".sheets"), /Ring on-call and read this out[\s\S]*Handover to the next shift/);
    await me.press('[data-output="police"]');
    await until(page, () => /Report to the police/.test(document.querySelector(".sheets").textContent));
    assert.doesNotMatch(await me.holds(".sheets"), /Handover to the next shift/, "the rest is not there");
  });

  fresh("from whom it is for to what is kept, in that order", async (me, page) => {
    await me.step("situation");
    await me.choose("context.danger_now", "no");
    await me.step("record");
    await drawn(page);
    const places = await page.evaluate((order) => {
      const all = order.map((selector) => document.querySelector(selector));
      const missing = order.filter((_, place) => !all[place]);
      const out = order.filter((_, place) => place && all[place - 1] && all[place] && !(all[place - 1].compareDocumentPosition(all[place]) & Node.DOCUMENT_POSITION_FOLLOWING));
      return { missing, out };
    }, ORDER);
    assert.deepEqual(places, { missing: [], out: [] });
    assert.deepEqual(await axe(page), []);
  });

  fresh("one primary button, also when it asks before printing", async (me, page) => {
    await me.step("record");
    await drawn(page);
    assert.deepEqual(await primary(page), ["copy"]);
    await me.press('[data-action="print"]');
    assert.ok(await me.sees('[data-action="print-now"]'));
    assert.deepEqual(await primary(page), ["copy"]);
  });

  fresh("what was copied is seen beside the button, with a mark, and heard once", async (me, page) => {
    await me.step("record");
    await drawn(page);
    await page.evaluate(() => {
      // A browser that copies, whatever it lets a test do.
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: () => Promise.resolve() } });
      window.told = [];
      new MutationObserver(() => {
        const text = document.getElementById("told").textContent.trim();
        if (text) window.told.push(text);
      }).observe(document.getElementById("told"), { childList: true, characterData: true, subtree: true });
    });
    assert.equal((await me.reads(".copied")).trim(), "");
    await me.press('[data-action="copy"]');
    await until(page, () => window.told.length > 0);
    const { told, seen, mark, far } = await page.evaluate(() => {
      const [copy, copied] = ['[data-action="copy"]', ".copied"].map((selector) => document.querySelector(selector));
      const [from, to] = [copy, copied].map((one) => one.getBoundingClientRect());
      return { told: window.told, seen: copied.innerText, mark: getComputedStyle(copied, "::before").content, far: [Math.abs(to.left - from.right), Math.abs((to.top + to.bottom) / 2 - (from.top + from.bottom) / 2)] };
    });
    assert.deepEqual(told, [seen.trim()], "heard once, and what is seen");
    assert.match(seen, /^Copied\.$/);
    assert.match(mark, /✓/, "not by colour alone");
    assert.ok(far[0] < 40 && far[1] < 24, `beside the button: ${far}`);
    assert.match(await me.reads("section[data-step=record]"), /stays on the clipboard/, "what it leaves behind is said");
    // Of another sheet nothing was copied yet.
    await me.press('[data-output="summary"]');
    await until(page, () => document.querySelector(".copied").textContent === "");
  });

  fresh("the check is short: what is open first, then the answers by step with their count, each with its way back", async (me, page) => {
    await me.step("situation");
    await me.answer({ "context.danger_now": "no", "context.private_now": "yes" });
    await me.step("dash");
    await me.answer({ "dash.2": "yes", "dash.3": "dk" });
    await me.step("record");
    await me.layout("guided");
    await drawn(page);
    const rows = await page.evaluate(() => [...document.querySelectorAll("[data-row]")].map((row) => ({ name: row.dataset.row, open: row.closest('[data-part="still-open"]') !== null, seen: row.checkVisibility(), words: row.querySelector("button").textContent })));
    const first = rows.findIndex(({ open }) => !open);
    assert.ok(first > 0 && rows.slice(first).every(({ open }) => !open), "what is open stands before what was answered");
    assert.ok(rows.slice(0, first).every(({ words }) => !words.startsWith("Change") || /Dash 3/.test(words)) && rows[0].words.startsWith("Answer"));
    assert.ok(rows.filter(({ seen }) => seen).length <= 3, "three rows at most before anything is opened");
    const folds = await page.evaluate(() => [...document.querySelectorAll("[data-fold=answers]:not([hidden]) > summary")].map((one) => one.textContent));
    assert.ok(folds.length >= 2 && folds.every((words) => /\(\d+\)$/.test(words)), folds.join());
    const open = Number(/\d+/.exec(await me.reads('[data-action="to-open"]'))[0]);
    assert.equal(open, rows.filter(({ open }) => open).length, "how many are open is said before the way out");
    await me.press('[data-action="to-open"]');
    await until(page, (name) => document.activeElement.closest("[data-row]")?.dataset.row === name, rows[0].name);
    await page.evaluate(() => document.activeElement.click());
    await until(page, (name) => document.activeElement.name === name, rows[0].name);
  });

  fresh("the sheet that was chosen stays while an answer is changed, and goes with Clear", async (me, page) => {
    await me.step("record");
    await me.press('[data-output="marac"]');
    await me.step("dash");
    await me.step("record");
    await drawn(page);
    assert.equal(await shown(page), "marac");
    await me.press('[data-action="clear"]');
    await me.press('[data-action="clear-yes"]');
    await me.step("record");
    await drawn(page);
    assert.equal(await shown(page), "handover");
  });
});
