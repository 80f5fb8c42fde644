// Whoever presses a button that then goes keeps a place on the page: focus never falls to the body. A screen reader falls
// silent there, and the next Tab begins at the top.
import assert from "node:assert/strict";
import { enter, inputs } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { FILLED } from "./lib/filled.mjs";
import { atRest, until } from "./lib/steps.mjs";

const whole = '[data-layout="whole"]';
const first = '[name="context.danger_now"][value="no"]';
const clear = (question) => `[data-question="${question}"] > .clear`;

/** Each kind of button that goes, or takes its part of the page with it: how to come to it, and where focus is afterwards. */
const KINDS = [
  { what: "Clear answer, a question", come: async (me) => (await me.step("situation"), await me.press(first)), press: clear("context.danger_now"), then: '[name="context.danger_now"]' },
  { what: "Clear answer, a question of identify", come: async (me) => (await me.step("identify"), await me.choose("context.counter_allegation", "no")), press: clear("context.counter_allegation"), then: '[name="context.counter_allegation"]' },
  { what: "Clear answer, an indicator", come: async (me) => (await me.step("identify"), await me.press(whole), await me.choose("identify.F1.who", "1")), press: clear("identify.F1"), then: '[name="identify.F1.who"]' },
  { what: "Clear answer, a Dash item", come: async (me) => (await me.step("dash"), await me.choose("dash.4", "yes")), press: clear("dash.4"), then: '[name="dash.4"]' },
  { what: "Clear answer, a card", come: async (me) => (await me.step("situation"), await me.choose("context.child_harm", "hurt").catch(() => {}), await me.step("next-steps"), await me.press(whole), await me.press('[name$=".decision"][value="do"]')), press: ".decide > .clear", then: '[name$=".decision"]' },
  { what: "Clear answer, Tonight as a whole page", come: async (me) => (await me.step("situation"), await me.press(whole), await me.step("tonight"), await me.press(first)), press: clear("context.danger_now"), then: '[name="context.danger_now"]' },
  { what: "Clear answer, settings", come: async (me) => (await me.step("settings"), await me.choose("profile", "housing21")), press: clear("profile"), then: '[name="profile"]' },
  { what: "Clear answers, Tonight", come: async (me) => (await me.step("tonight"), await me.choose("context.danger_now", "no"), await me.button("Back")), press: ".actions .clear", then: "h1" },
  { what: "Add a note", come: (me) => me.step("situation"), press: '[data-question="context.danger_now"] div > .clear', then: "textarea" },
  { what: "Whole page, Tonight", come: (me) => me.step("tonight"), press: whole, then: whole },
  { what: "I'll do it later", come: (me) => me.step("dash"), press: ".notice .button.small", then: "p" },
  { what: "Undo", come: async (me) => (await me.step("identify"), await me.press(whole), await me.choose("identify.F1.who", "1"), await me.choose("identify.F1.sources", "1"), await by(me, '[data-action="discard-joint"]')), press: '[data-action="undo-discard"]', then: '[data-action="discard-joint"]' },
  { what: "Not now, print", come: async (me) => (await me.step("record"), await by(me, '[data-action="print"]')), press: "[data-asks] .button.second:last-child", then: '[data-action="print"]' },
  { what: "No, keep it", come: (me) => by(me, '.foot [data-action="clear"]'), press: "[data-asks] .button.second", then: '[data-action="clear"]' },
  { what: "Take this entry away", come: async (me) => (await me.step("record"), await by(me, '[data-action="add-share"]')), press: '[data-question="record.shares.0"] > .clear', then: '[data-action="add-share"]' },
  { what: "Take out a decision", come: async (me) => (await me.step("record"), await me.unfold("Your decisions"), await me.press('[data-action="add-decision"]'), await me.press('[data-action="add-decision"]')), press: '[data-fold="decisions"] .decide > .clear', then: ".clear" },
  { what: "Show the story", come: async (me) => (await me.step("workshop"), await me.press('[data-part="practice"]'), await me.press("[data-case]")), press: '[data-action="show-story"]', then: ".story" },
  { what: "Lock and save", come: async (me) => (await me.step("record"), await me.unfold("Save a copy"), await passphrase(me)), press: '[data-action="save-copy"]', then: '[data-action="save-copy"]' },
];

/** Presses a button by keyboard, so that it has focus. */
async function by(me, selector) {
  assert.ok(await focusOn(me.page, selector), selector);
  await me.page.keyboard.press("Enter");
  await atRest(me.page);
}

async function passphrase(me) {
  await me.page.evaluate(() => {
    for (const id of ["save-passphrase", "save-passphrase-again"]) {
      const field = document.getElementById(id);
      field.value = "twelve small green boats";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

/** Gives focus to what a selector finds in sight. */
const focusOn = (page, selector) =>
  page.evaluate((selector) => {
    const target = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
    target?.scrollIntoView({ block: "center" });
    target?.focus();
    return document.activeElement === target;
  }, selector);

const focused = (page, selector) =>
  page.evaluate((selector) => ({ fits: document.activeElement.matches(selector), is: document.activeElement.outerHTML.slice(0, 120), body: document.activeElement === document.body }), selector);

inEachBrowser(({ fresh }) => {
  fresh("who has gone on to Exit while a step opens keeps it: the heading, whose frame comes late, leaves focus there", async (me, page) => {
    await me.step("situation");
    await atRest(page);
    await page.evaluate(() => {
      const frame = window.requestAnimationFrame.bind(window);
      window.late = 0;
      window.requestAnimationFrame = (run) => setTimeout(() => frame((at) => (run(at), window.late++)), 300);
      document.querySelector('button[data-step="dash"]').click();
      document.getElementById("exit").focus();
    });
    await until(page, () => window.late > 0 && document.querySelector('section[data-step="dash"] h1') !== null);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 500)));
    assert.equal(await page.evaluate(() => document.activeElement.id), "exit");
  });

  for (const kind of KINDS) {
    fresh(`${kind.what}: focus stays`, async (me, page) => {
      await kind.come(me);
      await atRest(page);
      assert.ok(await focusOn(page, kind.press), `there is such a button: ${kind.press}`);
      await page.keyboard.press("Enter");
      await atRest(page);
      if (kind.what === "Lock and save") await until(page, () => document.querySelector('[data-action="stop-work"]') === null, null, 30_000);
      const at = await focused(page, kind.then);
      assert.equal(at.body, false, "focus fell to the body");
      assert.ok(at.fits, `focus is on ${at.is}`);
    });
  }

  fresh("focus finds its control without a look at where all others stand, which the browser would lay out for it", async (me, page) => {
    await me.step("situation", { guided: true });
    await atRest(page);
    assert.ok(await focusOn(page, whole));
    await page.evaluate(() => {
      const read = Element.prototype.getBoundingClientRect;
      window.reads = 0;
      Element.prototype.getBoundingClientRect = function () {
        window.reads++;
        return read.call(this);
      };
    });
    await page.keyboard.press("Enter");
    await until(page, (whole) => document.activeElement.matches(`${whole}[aria-pressed="true"]`), whole);
    assert.ok((await page.evaluate(() => document.querySelectorAll("#app input").length)) > 200);
    // One for the control that is found, and a few for whoever else keeps a place; it was one for each input.
    assert.ok((await page.evaluate(() => window.reads)) < 5);
  });

  fresh("a separate case, no: focus goes back to the button that asked", async (me, page) => {
    await enter(page, inputs({ ...FILLED, context: { ...FILLED.context, counter_allegation: "yes" } }));
    await me.step("dash");
    await atRest(page);
    const asks = await page.evaluate(() => {
      const asks = [...document.querySelectorAll("[data-step=dash] button.second.small")].find((one) => one.textContent.startsWith("Start a separate case"));
      asks?.setAttribute("id", "asks");
      return Boolean(asks);
    });
    assert.ok(asks);
    assert.ok(await focusOn(page, "#asks"), "the button that asks");
    await page.keyboard.press("Enter");
    await until(page, () => document.querySelector("[data-asks]") !== null);
    await atRest(page);
    const at = await focused(page, "[data-asks] h3");
    assert.ok(at.fits, `what is asked has focus, not ${at.is}`);
    await focusOn(page, "[data-step=dash] .panel .button.second");
    await page.keyboard.press("Enter");
    await atRest(page);
    assert.ok((await focused(page, "#asks")).fits);
  });

  for (const [what, come, press, then] of [
    ["Add a decision", async (me) => (await me.step("record"), await me.unfold("Your decisions")), '[data-action="add-decision"]', '[name="record.decisions.0.what"]'],
    ["Add what you passed on", (me) => me.step("record"), '[data-action="add-share"]', '[data-question="record.shares.0"] *'],
  ]) {
    fresh(`${what}: focus goes to the new fields`, async (me, page) => {
      await come(me);
      await atRest(page);
      await focusOn(page, press);
      await page.keyboard.press("Enter");
      await atRest(page);
      const at = await focused(page, then);
      assert.ok(at.fits, `focus is on ${at.is}`);
    });
  }
});
