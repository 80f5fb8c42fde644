// The smaller rules of leaving, which no requirement of the proof tries.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { HANG } from "./lib/limits.mjs";
import { serveNeutral, serveTool } from "./lib/server.mjs";
import { EXIT } from "./lib/exit-site.mjs";
import { arrive, atWeather, ready } from "./lib/steps.mjs";

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: HANG }, () => {
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

    /** A new tab; closed when the test is over. */
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

    fresh("a program that hangs when it is told to empty itself does not hold up the exit", async () => {
      await openTool();
      const pressed = await page.evaluate(() => {
        window.waymark.beforeExit = () => { for (const end = Date.now() + 4000; Date.now() < end; ); };
        setTimeout(window.waymark.exit, 100);
        return Date.now() + 100;
      });
      await atWeather(page);
      const waited = browser.exits[0].at - pressed;
      assert.ok(waited < 2000, `${waited} ms`);
    });

    fresh("the blank page is on the screen before the old one is emptied, and that is not left out", async () => {
      await openTool();
      browser.behaviour.delay = 2000;
      const order = await page.evaluate(async () => {
        const order = [];
        window.waymark.beforeExit = () => order.push("emptied");
        window.waymark.exit();
        requestAnimationFrame(() => order.push("picture"));
        while (order.length < 2) await new Promise((next) => setTimeout(next, 5));
        return order;
      });
      assert.deepEqual(order, ["picture", "emptied"]);
      await atWeather(page);
    });

    fresh("coming back out of the browser's memory leaves again", async () => {
      await openTool();
      await page.evaluate(() => { dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })); });
      await atWeather(page);
    });
  });
}
