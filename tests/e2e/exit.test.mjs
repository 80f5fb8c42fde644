// Leaving, and what is left. The numbers are those of the requirements; the naive page must fail where ours passes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { serveNeutral, serveTool, waiting } from "./lib/server.mjs";
import { EXIT } from "./lib/exit-site.mjs";
import { arrive, atWeather, click, colours, ready, sleep, spy, stays, tapThree, type } from "./lib/steps.mjs";

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: 300_000 }, () => {
    let browser, tool, neutral, page;

    before(async () => {
      [tool, neutral] = await Promise.all([serveTool(), serveNeutral()]);
      browser = await engine.launch();
    });
    after(async () => {
      await browser?.close();
      tool?.close();
      neutral?.close();
    });

    /** A new tab, at the tool or at the naive page; closed when the test is over. */
    function fresh(name, run) {
      test(name, async () => {
        page = await browser.newPage();
        browser.exits.length = tool.log.length = 0;
        browser.behaviour.delay = 0;
        try {
          await run();
        } finally {
          await page.close().catch(() => {});
        }
      });
    }
    const openTool = async () => {
      const length = await arrive(page, neutral, `${tool.origin}/`);
      await ready(page);
      return length;
    };
    const openNaive = () => arrive(page, neutral, `${neutral.origin}/naive`);
    /** Presses, without waiting for what comes of it: that would be the next page. */
    const begin = (press) => Promise.race([press().catch(() => {}), sleep(100)]);

    fresh("R9 R10 blank at once: one alert that says Loading and nothing else; no key gets through", async () => {
      await openTool();
      assert.ok(colours(await page.screenshot()) > 1);
      browser.behaviour.delay = 1500;
      const watcher = await spy(page);
      await begin(() => click(page, "#exit"));
      assert.deepEqual((await watcher.seen())[0], {
        text: "Loading",
        elements: [["DIV", "alert"]],
        title: "Notes",
        icon: "data:",
        address: "/",
        swallowed: true,
      });
      assert.equal(colours(await page.screenshot()), 1, "the picture is not blank");
      await page.keyboard.press("Escape");
      await atWeather(page);
    });

    fresh("R9 the naive page is still there while the next one loads", async () => {
      await openNaive();
      browser.behaviour.delay = 1500;
      const watcher = await spy(page);
      await begin(() => click(page, "#exit"));
      const [{ text, swallowed }] = await watcher.seen();
      assert.match(text, /Help with abuse/);
      assert.equal(swallowed, false);
    });

    for (const [way, leave] of [["a click", () => click(page, "#exit")], ["Shift three times", () => tapThree(page)]]) {
      fresh(`R12 ${way} leaves while the rest of the page has not come`, async () => {
        await arrive(page, neutral, `${tool.origin}/stalled`);
        assert.equal(await page.evaluate(() => document.getElementById("app")), null, "it did not stall");
        browser.behaviour.delay = 1000;
        const watcher = await spy(page);
        await begin(leave);
        await watcher.seen();
        waiting.splice(0).forEach((response) => response.rest());
        for (const { text } of await watcher.seen(8)) assert.equal(text, "Loading");
        await atWeather(page);
      });
    }

    fresh("R12 the naive page hears no Shift before its script has come", async () => {
      await arrive(page, neutral, `${neutral.origin}/naive-stalled`);
      await tapThree(page);
      await stays(page, browser, 0);
    });

    fresh("R13 after a panic the exit works and plain words stand there", async () => {
      await openTool();
      await page.evaluate(() => window.waymark.problem());
      assert.equal(await page.evaluate(() => document.getElementById("problem").getClientRects().length > 0), true);
      await tapThree(page);
      await atWeather(page);
    });

    fresh("R21 the exit names nobody: no Referer, no query, no fragment, no opener", async () => {
      await openTool();
      await click(page, "#exit");
      await atWeather(page);
      assert.equal(browser.exits[0].url, EXIT);
      assert.equal(browser.exits[0].headers.referer, undefined);
      assert.deepEqual(await page.evaluate(() => [document.referrer, window.opener]), ["", null]);
    });

    fresh("R21 the naive page names itself", async () => {
      await openNaive();
      await click(page, "#exit");
      await atWeather(page);
      assert.equal(browser.exits[0].headers.referer, `${neutral.origin}/`);
    });

    fresh("R22 one request brings the page, and then there is silence", async () => {
      await openTool();
      await type(page, "some words");
      await page.evaluate(async () => {
        for (const attempt of [() => fetch("/x"), () => navigator.sendBeacon("/x"), () => { new Image().src = "/x"; }]) {
          try { await attempt(); } catch {}
        }
      });
      await sleep(500);
      assert.deepEqual(tool.log.map((request) => request.url), ["/"]);
    });

    fresh("the settings fragment is taken out of the address and given to the page", async () => {
      page.start(`${tool.origin}/#s=1.abc.00000000`);
      await ready(page);
      const seen = await page.evaluate(() => ({ hash: location.hash, kept: window.waymark.fragment, told: document.querySelector("[data-area]")?.dataset.area }));
      assert.deepEqual(seen, { hash: "", kept: "", told: "refused" });
    });

    fresh("another exit must be https, and goes without query and fragment", async () => {
      await openTool();
      const set = (value) => page.evaluate((value) => {
        window.waymark.exitUrl = value;
        return [window.waymark.exitUrl, document.getElementById("exit").href];
      }, value);
      for (const bad of ["http://example.org/", "javascript:alert(1)", "data:,x", "nonsense", ""]) {
        assert.deepEqual(await set(bad), [EXIT, EXIT], bad);
      }
      assert.deepEqual(await set("https://www.bbc.co.uk/news?q=1#x"), Array(2).fill("https://www.bbc.co.uk/news"));
    });

    fresh("a hook that fails does not hold the exit, and pressing twice is pressing once", async () => {
      await openTool();
      await page.evaluate(() => {
        window.waymark.beforeExit = () => { throw new Error("no"); };
        window.waymark.exit();
        window.waymark.exit();
      });
      await atWeather(page);
      assert.equal(browser.exits.length, 1);
    });

    fresh("coming back out of the browser's memory leaves again", async () => {
      await openTool();
      await page.evaluate(() => { dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })); });
      await atWeather(page);
    });
  });
}
