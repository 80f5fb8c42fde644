// The page for somebody who reads about their own life: nothing of a worker's tool is on it, and one nation comes first.
import assert from "node:assert/strict";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { until } from "./lib/steps.mjs";

const open = async (me, page) => {
  await me.press('.doors button[data-step="own-life"]');
  await until(page, () => document.querySelector('section[data-step="own-life"] h1') === document.activeElement);
};
const shown = (page, selector) =>
  page.evaluate((selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility()).map((one) => one.textContent), selector);

inEachBrowser(({ fresh }) => {
  fresh("no worker's step can be reached from it but by the one way back", async (me, page) => {
    await open(me, page);
    assert.deepEqual(await shown(page, "#app button[data-step], nav.steps, .foot, .menu"), []);
    await me.press('[data-action="first-screen"]');
    await until(page, () => document.querySelector('section[data-step="start"] h1') === document.activeElement);
    assert.ok((await shown(page, "nav.steps")).length, "the worker's steps are back with the first screen");
  });

  fresh("who cannot be heard finds a way in every nation, and no number is a link", async (me, page) => {
    await open(me, page);
    for (const [nation, way] of Object.entries({ england: /web chat/, wales: /Text: 07860/, scotland: /web chat/, "northern-ireland": /email, help@/ })) {
      await me.press(`[data-nation="${nation}"]`);
      await until(page, (nation) => document.querySelector(`[data-nation="${nation}"]`).getAttribute("aria-pressed") === "true", nation);
      assert.match(await page.evaluate(() => document.querySelector('section[data-step="own-life"] .numbers').textContent), way, nation);
    }
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#app [href]")].map((one) => one.outerHTML)), []);
  });

  fresh("a stop that a worker has put aside is not told to whoever reads it, and stands again with the first screen", async (me, page) => {
    await me.press('.doors button[data-step="tonight"]');
    await me.choose("context.danger_now", "yes");
    await me.press('[data-action="stop-aside"]');
    await me.step("start");
    assert.equal((await shown(page, '[data-action="stop-open"]')).length, 1);
    await open(me, page);
    assert.deepEqual(await shown(page, '[data-action="stop-open"]'), []);
    await me.press('[data-action="first-screen"]');
    await until(page, () => document.querySelector('section[data-step="start"] h1') === document.activeElement);
    assert.equal((await shown(page, '[data-action="stop-open"]')).length, 1);
  });

  fresh("before a choice each nation gives its main line; after it the chosen one comes first, and no case has begun", async (me, page) => {
    await open(me, page);
    const nations = await shown(page, "#app h2 + .numbers");
    assert.equal(nations.length, 4);
    await me.press('[data-nation="wales"]');
    await until(page, () => document.querySelector('[data-nation="wales"]').getAttribute("aria-pressed") === "true");
    const first = await page.evaluate(() => document.querySelector('section[data-step="own-life"] .numbers').textContent);
    assert.match(first, /Live Fear Free/);
    assert.match(first, /Text: 07860 077333\./, "a way for somebody who cannot be heard");
    assert.match(first, /Also: web chat and email/);
    await me.press('[data-action="first-screen"]');
    assert.doesNotMatch((await shown(page, "nav.steps")).join(), /In progress|Started/);
    await me.press('.doors button[data-step="situation"]');
    await until(page, () => document.querySelector('section[data-step="situation"]') !== null);
    assert.equal(await page.evaluate(() => document.querySelectorAll("#app :checked").length), 0, "the choice went into no case");
  });
});
