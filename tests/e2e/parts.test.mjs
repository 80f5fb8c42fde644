// The page comes in parts: what works while the rest is on its way, what is said where it breaks off, and what an exit leaves.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { keepMemories } from "./lib/memory.mjs";
import { waiting } from "./lib/server.mjs";
import { settingsLink } from "./lib/settings-link.mjs";
import { atRest, click, drawn, ready, sleep, until, up } from "./lib/steps.mjs";

inEachBrowser(({ at, fresh }) => {
  /** Opens the page, which stands still after a part. */
  const openAfter = async (page, part, fragment = "") => {
    page.start(`${at.tool.origin}/${part}?${Math.random()}${fragment}`);
    await until(page, (part) => location.pathname === `/${part}` && document.readyState === "loading", part);
  };
  const goOn = () => waiting.splice(0).forEach((response) => response.rest());
  /** The page ends here: as a proxy ends it that gives up, or as a line that breaks. */
  const breakOff = (way) => waiting.splice(0).forEach((response) => response[way]());
  const heading = (page) => page.evaluate(() => document.activeElement.closest("#app h1")?.textContent ?? null);
  const awaited = (page) => page.evaluate(() => document.querySelector("[data-awaited]")?.textContent ?? null);
  const missing = (page) => until(page, () => document.querySelector("[data-awaited] [role=alert]")?.textContent);
  const tonight = async (me, page) => {
    await me.press('.doors button[data-step="tonight"]');
    await me.choose("context.danger_now", "no");
    await me.choose("context.private_now", "yes");
    await atRest(page);
  };

  fresh("Tonight and a stop work after the first part; a step says that it is on its way, and opens by itself", async (me, page) => {
    await openAfter(page, "first");
    await up(page);
    await tonight(me, page);
    assert.equal(await heading(page), "How do you know?");
    await me.step("dash");
    await atRest(page);
    assert.equal(await heading(page), "Dash");
    assert.match(await awaited(page), /on its way/);
    assert.deepEqual(await axe(page), []);
    await me.step("start");
    await me.press('.doors [name="context.danger_now"]');
    assert.ok(await me.sees('[data-stop="danger-now"]'));
    await me.press('[data-action="stop-aside"]');
    await me.step("dash");
    goOn();
    await until(page, () => document.querySelector('section[data-step="dash"]') !== null);
    await atRest(page);
    assert.notEqual(await heading(page), null, "focus was lost");
    await me.step("tonight");
    await ready(page);
    await me.press('[data-action="back"]');
    assert.ok(await me.has('[name="context.private_now"][value="yes"][aria-pressed="true"]'));
  });

  fresh("every screen of Tonight works after the first part, on one page too; what it comes to opens by itself", async (me, page) => {
    await openAfter(page, "first");
    await up(page);
    await me.press('.doors button[data-step="tonight"]');
    await me.press('[data-layout="whole"]');
    await drawn(page);
    assert.ok((await page.evaluate(() => document.querySelectorAll('section[data-step="tonight"] fieldset').length)) > 10);
    await me.choose("context.injury", "none");
    await me.press('[data-layout="guided"]');
    const seen = new Set();
    for (let left = 20; left && !(await awaited(page)); left--) {
      await atRest(page);
      seen.add(await heading(page));
      await me.press('.screen [data-action="skip"], .screen [data-action="next"]');
    }
    assert.ok(seen.size >= 8, [...seen].join("; "));
    assert.equal(await page.evaluate(() => document.documentElement.classList.contains("broken")), false);
    goOn();
    await until(page, () => document.querySelector('[data-step="tonight"] .donow') !== null);
    await atRest(page);
    assert.notEqual(await heading(page), null, "focus was lost");
  });

  fresh("nothing on the first screen moves when the later parts come", async (me, page) => {
    await page.resize(1280, 800);
    await openAfter(page, "first");
    await up(page);
    await atRest(page);
    const places = () =>
      [...document.querySelectorAll("#app :is(h1, legend, summary, dt, button)")]
        .filter((one) => one.checkVisibility() && !one.closest("details:not([open]) > :not(summary)"))
        .map((one) => {
          const { x, y, width } = one.getBoundingClientRect();
          return [one.textContent.split("\u00a0")[0].trim().slice(0, 20), ...[x, y + scrollY, width].map(Math.round)];
        });
    const before = await page.evaluate(places);
    assert.ok(before.length > 25, String(before.length));
    goOn();
    await ready(page);
    await atRest(page);
    const after = await page.evaluate(places);
    assert.deepEqual(after.map(([, ...place]) => place), before.map(([, ...place]) => place));
  });

  fresh("whoever waits with focus on Exit keeps it when the part comes", async (me, page) => {
    await openAfter(page, "first");
    await up(page);
    await me.step("dash");
    await atRest(page);
    await page.evaluate(() => document.getElementById("exit").focus());
    goOn();
    await ready(page);
    await atRest(page);
    assert.equal(await page.evaluate(() => document.activeElement.id), "exit");
  });

  // Chromium tells of a line that breaks by nothing at all: then it is told after a while.
  for (const way of ["end", "destroy"]) {
    fresh(`a page that breaks off after its first part (${way}) says what did not come, and keeps what was answered`, async (me, page) => {
      await openAfter(page, "first");
      await up(page);
      await tonight(me, page);
      await me.step("situation");
      breakOff(way);
      assert.match(await missing(page), /has not arrived/);
      assert.deepEqual(await axe(page), []);
      await me.step("tonight");
      await atRest(page);
      assert.equal(await heading(page), "How do you know?");
      await me.press('[data-action="back"]');
      assert.ok(await me.has('[name="context.private_now"][value="yes"][aria-pressed="true"]'));
      await me.step("start");
      await me.press('.doors [name="context.danger_now"]');
      assert.ok(await me.sees('[data-stop="danger-now"]'));
    });

  }

  fresh("a page that breaks off after the steps still counts the Dash; only the record is missing", async (me, page) => {
    await openAfter(page, "steps");
    await up(page);
    await until(page, () => waymark.part("steps").then(() => true));
    await me.step("dash");
    await drawn(page);
    await me.press('[data-layout="whole"]');
    await me.choose("dash.3", "yes");
    breakOff("end");
    await me.step("record");
    assert.match(await missing(page), /has not arrived/);
    await me.step("dash");
    await drawn(page);
    assert.ok(await me.has('[name="dash.3"][value="yes"]:checked'));
    assert.ok(await me.sees('[data-result="now"]'));
  });

  fresh("settings that come with a link are asked about before the first answer: the doors wait for the part that reads them", async (me, page) => {
    await openAfter(page, "first", settingsLink({ format: "waymark-settings/1", owner: "A service", page: { exit: "https://www.example.org/" } }));
    await sleep(1500);
    assert.ok(await me.sees(".shell-words"));
    assert.equal(await me.sees(".doors [data-step]"), false, "it runs without the settings");
    goOn();
    await ready(page);
    assert.ok(await me.sees('[data-area="asked"]'));
    await me.press('[data-action="use-settings"]');
    assert.equal(await page.evaluate(() => document.getElementById("exit").href), "https://www.example.org/");
  });

  fresh("a page that breaks off before the settings of its link can be read does not run without them: it says so", async (me, page) => {
    await openAfter(page, "first", settingsLink({ format: "waymark-settings/1", page: { exit: "https://www.example.org/" } }));
    await until(page, () => typeof waymark.part === "function");
    breakOff("end");
    await until(page, () => document.getElementById("problem")?.hidden === false);
    assert.equal(await me.sees(".doors [data-step]"), false);
  });

  fresh("after an exit no later part is put into the memory that was overwritten", async (me, page) => {
    await page.preload(keepMemories);
    await openAfter(page, "first");
    await up(page);
    await tonight(me, page);
    at.browser.behaviour.nothing = true;
    try {
      // Not waited for: the page that Exit leads to never answers.
      click(page, "#exit").catch(() => {});
      await until(page, () => waymark.gone);
      goOn();
      await sleep(1000);
      const left = await page.evaluate(() => window.memories.map(({ buffer }) => new Uint8Array(buffer).some((byte) => byte !== 0)));
      assert.deepEqual(left, [false]);
      assert.equal(await page.evaluate(() => document.body.textContent.trim()), "Loading");
    } finally {
      at.browser.behaviour.nothing = false;
    }
  });
});
