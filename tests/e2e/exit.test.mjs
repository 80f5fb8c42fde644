// Leaving, and what is left. The numbers are those of the requirements; the naive page must fail where ours passes.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { serveNeutral, serveTool, waiting } from "./lib/server.mjs";
import { EXIT } from "./lib/exit-site.mjs";
import { arrive, atWeather, click, colours, ready, sleep, spy, stays, tap, tapThree, type, until } from "./lib/steps.mjs";

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
    /** Back and forward five times each; how often something with an exit link came to be seen. */
    const backAndForward = async () => {
      let revealed = 0;
      for (const step of [-1, -1, -1, -1, -1, 1, 1, 1, 1, 1]) {
        if (!(await page.travel(step))) continue;
        for (let n = 0; n < 6; n++) {
          await sleep(50);
          revealed += await page.evaluate(() => Number(document.getElementById("exit") !== null)).catch(() => 0);
        }
      }
      return revealed;
    };

    fresh("R4 Back never reveals, and the visit took one history entry", async () => {
      const before = await openTool();
      await type(page, "sentinel");
      assert.equal(await page.evaluate(() => history.length), before + 1);
      await click(page, "#exit");
      await atWeather(page);
      assert.equal(await page.evaluate(() => history.length), before + 1);
      assert.equal(await backAndForward(), 0);
    });

    fresh("R4 the naive page is revealed, with what was typed", async () => {
      await openNaive();
      await type(page, "sentinel");
      await click(page, "#exit");
      await atWeather(page);
      await page.travel(-1);
      await until(page, () => document.querySelector("textarea")?.value === "sentinel");
    });

    fresh("R4 left by Back: Forward shows nothing that was there", async () => {
      await openTool();
      await type(page, "sentinel");
      await page.travel(-1);
      await until(page, () => document.getElementById("to") !== null);
      await page.travel(1);
      await sleep(500);
      const text = await page.evaluate(() => document.documentElement.outerHTML + [...document.querySelectorAll("textarea, input")].map((field) => field.value));
      assert.ok(!text.includes("sentinel"));
    });

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

    fresh("R15 Shift three times leaves from inside a field", async () => {
      await openTool();
      await type(page, "a note");
      await tapThree(page);
      await atWeather(page);
    });

    fresh("R16 capitals, arrows, clicks, held and combined Shift do not leave", async () => {
      await openTool();
      await type(page, "x");
      const { keyboard, mouse } = page;
      const held = async (inside) => {
        await keyboard.down("ShiftLeft");
        await inside();
        await keyboard.up("ShiftLeft");
      };
      for (let n = 0; n < 4; n++) await held(() => keyboard.press("KeyA"));
      for (let n = 0; n < 4; n++) await held(() => keyboard.press("ArrowLeft"));
      for (let n = 0; n < 4; n++) await held(() => mouse.click(500, 400));
      for (let n = 0; n < 4; n++) {
        await tap(page);
        await keyboard.press("KeyB");
      }
      await keyboard.down("AltLeft");
      for (let n = 0; n < 4; n++) await tap(page);
      await keyboard.up("AltLeft");
      for (let n = 0; n < 4; n++) {
        await page.evaluate(() => {
          const send = (type, repeat) =>
            document.activeElement.dispatchEvent(new KeyboardEvent(type, { key: "Shift", code: "ShiftLeft", repeat, bubbles: true }));
          send("keydown", false);
          send("keydown", true);
          send("keyup", false);
        });
      }
      for (let n = 0; n < 4; n++) {
        await page.evaluate(() => {
          for (const type of ["keydown", "keyup"]) document.body.dispatchEvent(new KeyboardEvent(type, { key: "Shift", code: "", bubbles: true }));
        });
      }
      await stays(page, browser, 0);
    });

    fresh("R16 the naive page leaves while capitals are typed", async () => {
      await openNaive();
      await type(page, "x");
      for (let n = 0; n < 3; n++) {
        await page.keyboard.down("ShiftLeft");
        await page.keyboard.press("KeyA");
        await page.keyboard.up("ShiftLeft");
      }
      await atWeather(page);
    });

    // Written as events: WebDriver takes left and right Shift for one key.
    fresh("R17 overlapping left and right are two taps", async () => {
      await openTool();
      await page.evaluate(() => {
        const send = (type, code) =>
          document.body.dispatchEvent(new KeyboardEvent(type, { key: "Shift", code, bubbles: true }));
        send("keydown", "ShiftLeft");
        send("keydown", "ShiftRight");
        send("keyup", "ShiftLeft");
        send("keyup", "ShiftRight");
      });
      await tap(page, "ShiftRight");
      await atWeather(page);
    });

    fresh("R19 each tap is announced, and so is the time-out", async () => {
      await openTool();
      const note = () => page.evaluate(() => document.getElementById("exit-note").textContent);
      await tap(page);
      assert.equal(await note(), "Shift, press 2 more times to exit");
      await tap(page);
      assert.equal(await note(), "Shift, press 1 more time to exit");
      await sleep(5200);
      assert.equal(await note(), "Exit by Shift has timed out");
      await tap(page);
      assert.equal(await note(), "Shift, press 2 more times to exit");
      await stays(page, browser, 0);
    });

    fresh("R20 Exit is the first tab stop, large, and on top at any scroll position", async () => {
      await openTool();
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.id), "exit");
      for (const part of [0, 0.5, 1]) {
        const exit = await page.evaluate((part) => {
          scrollTo(0, part * document.documentElement.scrollHeight);
          const box = document.getElementById("exit").getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return { wide: box.width >= 44, high: box.height >= 44, top: top?.id };
        }, part);
        assert.deepEqual(exit, { wide: true, high: true, top: "exit" });
      }
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

    fresh("R24 title, icon and address are neutral and stay", async () => {
      await openTool();
      const surface = () => page.evaluate(() => ({
        title: document.title,
        icon: document.querySelector("link[rel=icon]").href.slice(0, 5),
        path: location.pathname + location.search + location.hash,
      }));
      assert.deepEqual(await surface(), { title: "Notes", icon: "data:", path: "/" });
    });

    fresh("R25 the served policy names exactly the scripts and the style of the page", async () => {
      await openTool();
      const { meta, sums } = await page.evaluate(async () => {
        const meta = document.querySelector("meta[http-equiv=Content-Security-Policy]").content;
        const inline = [...document.querySelectorAll("script:not([type]), style")].map((element) => element.textContent);
        const sums = [];
        for (const text of inline) {
          const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
          sums.push(`'sha256-${btoa(String.fromCharCode(...sum))}'`);
        }
        return { meta, sums };
      });
      assert.deepEqual(meta.match(/'sha256-[^']+'/g).sort(), sums.sort());
    });

    fresh("R26 what is put into the page does not run", async () => {
      await openTool();
      const ran = await page.evaluate(async () => {
        const attempts = {
          html: () => { document.createElement("div").innerHTML = "<img src=x onerror=window.ran=1>"; },
          script: () => { const s = document.createElement("script"); s.textContent = "window.ran=2"; document.body.append(s); },
          handler: () => { document.body.setAttribute("onclick", "window.ran=3"); document.body.click(); document.body.removeAttribute("onclick"); },
          timer: () => { setTimeout("window.ran=4"); },
          url: () => { document.createElement("script").src = "https://example.org/x.js"; },
        };
        const done = [];
        for (const name in attempts) {
          try { attempts[name](); done.push(name); } catch {}
        }
        await new Promise((go) => setTimeout(go, 200));
        return window.ran ?? null;
      });
      assert.equal(ran, null);
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
