// Nobody at the page: the cover, the two idle clocks, the hold, and what each says. The page's clock is put forward.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { axe } from "./lib/axe.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { settingsLink, useSettings } from "./lib/settings-link.mjs";
import { atRest, ready, sleep, until } from "./lib/steps.mjs";

/** The page looks at its clocks every second: longer than that, what must not come of it has no event. */
const A_TICK = 1300;
const NEUTRAL = /abuse|survivor|perpetrator|victim|violen|danger|harm|police|helpline|dash|marac/i;

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: HANG }, () => {
    let browser, tool, page, worker;
    before(async () => {
      tool = await serveTool();
      browser = await engine.launch();
    });
    after(async () => {
      await browser?.close();
      tool?.close();
    });

    /** A worker at a fresh page with a note typed and a choice made, on the Situation. */
    function working(name, run) {
      test(name, async () => {
        page = await browser.newPage();
        try {
          worker = await person(page).open(tool);
          await worker.step("situation");
          await worker.choose("context.nation", "wales");
          await worker.step("record");
          await worker.type("record.wish_words", "a sentence of hers");
          // The selection is told of a moment after it moved, and that is a touch.
          await atRest(page);
          await run();
        } finally {
          await page.close().catch(() => {});
        }
      });
    }
    /** Puts the page's clock forward. */
    const later = (minutes) =>
      page.evaluate((minutes) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + minutes * 60_000;
      }, minutes);
    const covered = () => page.evaluate(() => !document.getElementById("cover").hidden);
    const waitFor = (state) => until(page, (state) => document.getElementById("cover").hidden !== state, state);
    const words = () => page.evaluate(() => document.getElementById("cover").innerText);
    const kept = () =>
      page.evaluate(() => document.querySelector('[name="record.wish_words"]')?.value === "a sentence of hers");
    const focused = () => page.evaluate(() => document.activeElement.dataset.action ?? document.activeElement.tagName);
    const seen = () =>
      page.evaluate(() => [...document.querySelectorAll("#app, #app *")].filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.innerText).map((one) => one.innerText).join("\n"));

    working("Cover hides all of it at once, says so in neutral words, and keeps it", async () => {
      await worker.press('#bar [data-action="cover"]');
      await waitFor(true);
      assert.equal(await seen(), "");
      assert.equal(await focused(), "uncover");
      assert.match(await words(), /What you typed is kept\. If nobody carries on within 45 minutes, it is cleared\./);
      assert.doesNotMatch(await words(), NEUTRAL);
      assert.deepEqual(await axe(page), []);
      await page.keyboard.press("Escape");
      await page.keyboard.press("KeyA");
      assert.equal(await covered(), true, "only a deliberate press lifts it");
      await worker.press('[data-action="uncover"]');
      await waitFor(false);
      assert.equal(await kept(), true);
      assert.equal(await focused(), "TEXTAREA", "back in the field that was being written");
    });

    working("five minutes untouched: covered, kept", async () => {
      await later(4.9);
      await sleep(A_TICK);
      assert.equal(await covered(), false);
      await later(0.2);
      await waitFor(true);
      assert.equal(await focused(), "uncover");
      assert.match(await words(), /^Nothing was touched for 5 minutes\. What you typed is kept\./);
      await worker.press('[data-action="uncover"]');
      await waitFor(false);
      assert.equal(await kept(), true);
    });

    working("45 minutes under cover: a warning seen and spoken in the last minute, then nothing is left", async () => {
      await worker.press('#bar [data-action="cover"]');
      await waitFor(true);
      await later(44.2);
      await until(page, () => document.querySelector("#cover [role=alert]").innerText !== "");
      assert.match(await words(), /In less than a minute everything typed here is cleared\. To keep it, press Carry on\./);
      assert.doesNotMatch(await words(), NEUTRAL);
      assert.deepEqual(await axe(page), []);
      await later(1);
      await until(page, () => /was cleared/.test(document.getElementById("cover").innerText));
      assert.match(await words(), /^Nobody carried on within 45 minutes, so everything typed here was cleared\. Nothing was kept\./);
      assert.equal(await page.evaluate(() => document.querySelector("#cover [role=alert]").innerText), "");
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML.includes("a sentence of hers")), false);
      await worker.press('[data-action="uncover"]');
      await waitFor(false);
      assert.equal(await page.evaluate(() => document.querySelector("[data-step=start] h1") !== null), true);
      await worker.step("situation");
      assert.equal(await page.evaluate(() => document.querySelector('[name="context.nation"][value="wales"]').checked), false);
    });

    working("Carry on in the last minute keeps everything", async () => {
      await worker.press('#bar [data-action="cover"]');
      await later(44.5);
      await until(page, () => document.querySelector("#cover [role=alert]").innerText !== "");
      await worker.press('[data-action="uncover"]');
      await waitFor(false);
      await later(1);
      await sleep(A_TICK);
      assert.equal(await kept(), true);
    });

    working("an hour of hold stops both clocks, says until when, and can be ended", async () => {
      await worker.press('.foot [data-action="hold"]');
      await until(page, () => /On hold until \d\d:\d\d/.test(document.querySelector(".hold p").innerText));
      assert.equal(await page.evaluate(() => document.querySelector('.foot [data-action="hold"]').ariaPressed), "true");
      await later(59);
      await sleep(A_TICK);
      assert.equal(await covered(), false);
      assert.equal(await kept(), true);
      await worker.press('.foot [data-action="hold"]');
      await until(page, () => document.querySelector(".hold p").innerText === "");
      await later(5.1);
      await waitFor(true);
      await worker.press('#cover [data-action="hold"]');
      await waitFor(false);
      assert.match(await page.evaluate(() => document.querySelector(".hold p").innerText), /On hold until/);
    });

    working("a hidden tab covers itself, lifts that again, and never the cover by hand", async () => {
      const hide = (hidden) =>
        page.evaluate((hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
          document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
        }, hidden);
      const left = () => page.evaluate(() => [document.activeElement.name, Math.round(document.activeElement.getBoundingClientRect().top)]);
      await page.evaluate(() => {
        const last = [...document.querySelectorAll("#app textarea")].at(-1);
        last.focus();
        last.scrollIntoView({ block: "center" });
      });
      const before = await left();
      assert.ok(before[0] && before[1] > 0 && (await page.evaluate(() => scrollY)) > 0, `somewhere in the page: ${before}`);
      await hide(true);
      assert.equal(await covered(), true);
      await hide(false);
      await waitFor(false);
      assert.deepEqual(await left(), before, "somebody who looked at another tab goes on where they were");
      await worker.press('#bar [data-action="cover"]');
      await hide(true);
      await hide(false);
      await atRest(page);
      assert.equal(await covered(), true);
    });

    working("Clear asks once, then says that everything is cleared", async () => {
      await worker.press('.foot [data-action="clear"]');
      await worker.press('[data-action="clear-yes"]');
      await until(page, () => document.querySelector(".said").innerText === "Everything you typed is cleared.");
      assert.equal(await page.evaluate(() => document.querySelector("[data-step=start] h1") !== null), true);
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML.includes("a sentence of hers")), false);
    });

    test("an area's minutes are used, and those outside their range leave the usual ones", async () => {
      page = await browser.newPage();
      try {
        for (const [minutes, expected, after = 5.1] of [[{ shared_device: true, cover_minutes: 9 }, /^Nothing was touched for a minute\..*within 10 minutes/s, 1.1], [{ cover_minutes: 2, wipe_minutes: 10 }, /touched for 2 minutes.*within 10 minutes/s], [{ cover_minutes: 1 }, /touched for 5 minutes.*within 45 minutes/s]]) {
          page.start("about:blank");
          await until(page, () => location.href === "about:blank");
          page.start(`${tool.origin}/${settingsLink({ format: "waymark-settings/1", page: minutes })}`);
          await ready(page);
          if (minutes.cover_minutes > 1) await useSettings(page);
          await later(after);
          await waitFor(true);
          assert.match(await words(), expected);
        }
      } finally {
        await page.close();
      }
    });
  });
}
