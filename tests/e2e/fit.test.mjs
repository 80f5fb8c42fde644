// Whatever fits a usual screen with usual text fits a narrow one, with the tool's own larger text and with the spacing of
// WCAG 1.4.12 too: nothing is wider than the screen, no word is broken, nothing lies over another; in forced colours what
// is chosen and what has focus can be told.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { enter, inputs } from "./lib/drive.mjs";
import { FILLED } from "./lib/filled.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { openFolds, openStep, until } from "./lib/steps.mjs";

const STEPS = ["start", "situation", "identify", "dash", "next-steps", "record", "own-life", "service-check", "settings", "policy", "about"];
/** The spacing that nothing may be lost under (WCAG 1.4.12). */
const SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";
const DOUBLE = "html { font-size: 200% !important; }";

/** Runs in the page: what is wider than the screen, words that are broken, and links of the first row that lie over another. */
function faults() {
  const found = [];
  scrollTo(0, 0);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
    found.push(`${scrollWidth} wide: ${wide.at(-1)?.outerHTML.slice(0, 120)}`);
  }
  const range = document.createRange();
  for (const box of document.querySelectorAll(".bar button, #exit, #app :is(.seg span, button, .toggle button, legend, th, dt, h1, h2, h3, h4)")) {
    if (!box.checkVisibility()) continue;
    for (const text of box.childNodes) {
      if (text.nodeType !== 3) continue;
      for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{N}’']+/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const rows = new Set([...range.getClientRects()].filter((row) => row.width > 1).map((row) => Math.round(row.top)));
        if (rows.size > 1) found.push(`“${word}” is broken in ${box.outerHTML.slice(0, 100)}`);
      }
    }
  }
  const links = [...document.querySelectorAll("#app :is(.progress .link, .menu, .stop-bar .button, h1)")].filter((one) => one.checkVisibility());
  for (const [place, one] of links.entries()) {
    const [a, ...others] = [one, ...links.slice(place + 1)].map((link) => link.getBoundingClientRect());
    const over = others.some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1);
    if (over) found.push(`something lies over ${one.outerHTML.slice(0, 100)}`);
  }
  return found;
}

describe("fit", { timeout: HANG }, () => {
  let browser, tool, page, me;

  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const style = (css) =>
    page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, css);
  const go = (step) => openStep(page, step);
  const larger = () =>
    page.evaluate(() => {
      document.documentElement.classList.add("text-larger");
    });

  const WAYS = [
    [320, "plain", async () => {}],
    [360, "plain", async () => {}],
    [320, "the tool's larger text", larger],
    [320, "spaced text", () => style(SPACING)],
    [640, "text twice as large", () => style(DOUBLE)],
    [1280, "plain", async () => {}],
  ];
  for (const [width, name, turn] of WAYS) {
    test(`Tonight at ${width} px, ${name}: no screen is wider, no word is broken, nothing lies over another`, async () => {
      await me.open(tool);
      await page.resize(width, 640);
      await turn();
      const found = [];
      const look = async () => {
        const title = await page.evaluate(() => document.querySelector("#app h1").textContent);
        for (const fault of await page.evaluate(faults)) found.push(`${title}: ${fault}`);
      };
      await go("tonight");
      await look();
      const answer = async (name, value) => {
        await me.choose(name, value);
        await look();
      };
      await answer("context.danger_now", "no");
      await answer("context.private_now", "yes");
      await answer("context.told_by", "survivor");
      await answer("context.limits_explained", "yes");
      await me.button("They are not sure");
      await look();
      await me.button("Same building");
      await look();
      await answer("context.injury", "emergency");
      await me.press('[data-action="stop-aside"]');
      await look();
      await me.goOn();
      await answer("context.child_harm", "hurt");
      for (let screen = 0; screen < 3; screen++) {
        await me.goOn();
        await look();
      }
      assert.deepEqual(found, []);
    });

    test(`every step at ${width} px, ${name}: none is wider, no word is broken`, async () => {
      await me.open(tool);
      await page.resize(1000, 700);
      assert.deepEqual(await enter(page, inputs(FILLED)), []);
      await page.resize(width, 640);
      await turn();
      const found = [];
      for (const step of STEPS) {
        await go(step);
        await openFolds(page);
        for (const fault of await page.evaluate(faults)) found.push(`${step}: ${fault}`);
      }
      assert.deepEqual(found, []);
    });
  }

  for (const [width, name, turn] of WAYS) {
    test(`every guided screen at ${width} px, ${name}: none is wider, no word is broken`, async () => {
      await me.open(tool);
      await page.resize(1000, 700);
      assert.deepEqual(await enter(page, inputs(FILLED)), []);
      await page.resize(width, 640);
      await turn();
      const found = [];
      for (const step of ["situation", "identify", "dash"]) {
        await go(step);
        await me.layout("guided");
        await me.screens(async (screen) => {
          for (const fault of await page.evaluate(faults)) found.push(`${step} ${screen}: ${fault}`);
        });
      }
      assert.deepEqual(found, []);
    });
  }

  describe("forced colours", () => {
    test("focus of a heading, a pressed answer, the open step and the key of the board can be told", async () => {
      await me.open(tool);
      await page.resize(1000, 700);
      await page.forceColours();
      try {
        await go("tonight");
        await until(page, () => document.activeElement.tagName === "H1");
        await page.evaluate(() => document.querySelector('[name="context.danger_now"][value="no"]').focus());
        await page.keyboard.press("Enter");
        await until(page, () => document.activeElement.tagName === "H1");
        const heading = await page.evaluate(() => {
          const at = getComputedStyle(document.activeElement);
          return [document.activeElement.tagName, at.outlineStyle];
        });
        assert.deepEqual(heading, ["H1", "solid"]);
        await me.button("Back");
        const colours = (selector) => page.evaluate((selector) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one).backgroundColor), selector);
        const [pressed] = await colours('.bigs [aria-pressed="true"]');
        const [other] = await colours('.bigs [aria-pressed="false"]');
        assert.notEqual(pressed, other);
        // Only the open step has a mark beside it.
        const marks = await page.evaluate(() => [...document.querySelectorAll(".step:not([aria-current])")].map((step) => getComputedStyle(step).borderLeftColor));
        const canvas = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        assert.deepEqual([...new Set(marks)], [canvas]);
        await go("workshop");
        await me.press('[data-part="tally"]');
        await me.press('[data-focus="ten-items"]');
        for (const [answer, count] of [["yes", 3], ["no", 2], ["dk", 1]]) await me.type(`workshop.first.15.${answer}`, String(count));
        await me.press('[data-part="board"]');
        await me.press('[data-slide="items"]');
        const key = await page.evaluate(() =>
          [...document.querySelectorAll(".key .vote-bar i")].map((one) => {
            const { backgroundColor, backgroundImage, forcedColorAdjust } = getComputedStyle(one);
            return `${forcedColorAdjust} ${backgroundColor} ${backgroundImage}`;
          }),
        );
        assert.equal(new Set(key).size, 3, String(key));
        assert.ok(key.every((one) => one.startsWith("none ")), String(key));
      } finally {
        await page.scheme("light");
      }
    });
  });
});
