// What a stop or a cover hides is hidden from paper, the find bar, a selection of everything and the accessibility tree too; and
// the curtain, which hides from the eye before another tab can come to the front, touches nothing else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { sides } from "./lib/pdf.mjs";
import { person } from "./lib/person.mjs";
import { dist, listen } from "./lib/server.mjs";
import { atWeather, click, inTab, layOut, until } from "./lib/steps.mjs";

inEachBrowser(({ at }) => {
  /** All that can be had of the case without lifting what hides it. */
  const gets = async (page) => {
    await layOut(page);
    const got = await page.evaluate(() => {
      const legend = document.querySelector('[data-question="context.danger_now"] legend')?.textContent ?? "";
      getSelection().removeAllRanges();
      const found = window.find(legend, false, false, true);
      getSelection().selectAllChildren(document.body);
      const selected = getSelection().toString().includes(legend);
      getSelection().removeAllRanges();
      return { legend, found, selected };
    });
    const read = [...(await page.accessible("heading")), ...(await page.accessible("radio"))];
    return { ...got, heard: read.filter((text) => !/good moment/i.test(text)).length, sides: sides(await page.pdf()).count };
  };

  const HIDDEN = {
    "a moment that is not private": async (me) => {
      await me.choose("context.private_now", "no");
      await until(me.page, () => document.querySelector('[data-stop="not-private"] [data-action="uncover"]') !== null);
    },
    "a cover by hand": async (me) => {
      await click(me.page, '#bar [data-action="cover"]');
      await until(me.page, () => !document.getElementById("cover").hidden);
    },
  };
  for (const [what, hide] of Object.entries(HIDDEN)) {
    test(`${what} hides the case from paper, find, selection and screen readers`, () =>
      inTab(at.browser, async (page) => {
        const me = await person(page).open(at.tool);
        await me.step("situation");
        await me.choose("context.danger_now", "no");
        const open = await gets(page);
        assert.ok(open.legend.length > 10 && open.found && open.selected && open.heard > 5 && open.sides > 1, JSON.stringify(open));
        await hide(me);
        const hidden = await gets(page);
        assert.deepEqual([hidden.found, hidden.selected, hidden.heard, hidden.sides], [false, false, 0, 1], JSON.stringify(hidden));
      }));
  }

  test("the curtain is drawn when the pointer or the focus leaves and with keys for another tab, and lifted on return", () =>
    inTab(at.browser, async (page) => {
      const me = await person(page).open(at.tool);
      await me.step("record");
      await until(page, () => document.querySelector("textarea") !== null);
      await page.evaluate(() => {
        const field = document.querySelector("textarea");
        field.scrollIntoView({ block: "center" });
        field.focus();
      });
      await page.keyboard.type("a sentence of hers");
      const drawn = () =>
        page.evaluate(() => {
          const after = getComputedStyle(document.documentElement, "::after");
          return after.content !== "none" && after.position === "fixed" && after.backgroundColor !== "rgba(0, 0, 0, 0)";
        });
      const send = (type, more) => page.evaluate(({ type, more }) => void dispatchEvent(new MouseEvent(type, more)), { type, more });
      assert.equal(await drawn(), false);
      for (const key of ["Control", "Alt", "Meta"]) {
        await page.keyboard.down(key);
        assert.equal(await drawn(), true, key);
        await page.keyboard.up(key);
        assert.equal(await drawn(), false, `${key} let go`);
      }
      // What is written and marked stays, and so does the focus.
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      const field = await page.evaluate(() => {
        const field = document.activeElement;
        return { kind: field.localName, value: field.value, marked: field.selectionEnd - field.selectionStart };
      });
      assert.deepEqual(field, { kind: "textarea", value: "a sentence of hers", marked: 18 });
      await send("mouseout", {});
      assert.equal(await drawn(), true, "the pointer left");
      await page.mouse.move(300, 300);
      await until(page, () => !document.documentElement.classList.contains("away"));
      await page.evaluate(() => void dispatchEvent(new Event("blur")));
      assert.equal(await drawn(), true, "the window lost the focus");
      assert.ok(await page.evaluate(() => document.getElementById("app").inert !== true && document.activeElement.localName === "textarea"));
      await page.keyboard.type("x");
      assert.equal(await drawn(), false, "somebody writes again");
    }));

  test("before the browser's window to choose a file opens, the curtain is drawn, and the page says that Exit waits", () =>
    inTab(at.browser, async (page) => {
      const me = await person(page).open(at.tool);
      await me.unfold("Open a saved copy");
      assert.match(await me.reads("#app"), /While the window to choose a file is open, Exit waits/);
      const drawn = await page.evaluate(() => {
        let drawn = null;
        // In the place of the window itself.
        HTMLInputElement.prototype.click = () => { drawn = document.documentElement.classList.contains("away"); };
        document.querySelector('[data-action="choose-copy"]').click();
        return drawn;
      });
      assert.equal(drawn, true);
    }));

  test("a page inside another page shows Exit and nothing else, and Exit leaves the whole of it", () =>
    inTab(at.browser, async (page) => {
      const html = await readFile(join(dist, "index.html"));
      // As from a disk, where no header forbids it.
      const frames = await listen((request, response) => {
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
        response.end(request.url === "/" ? "<!doctype html><title>x</title><iframe width=800 height=500 src=/inside></iframe>" : html);
      }, "127.0.0.1");
      try {
        page.start(`${frames.origin}/`);
        const at = await until(page, () => {
          const frame = document.querySelector("iframe");
          const inside = frame?.contentDocument;
          if (inside?.readyState !== "complete" || inside.body.innerText.trim() !== "Exit") return null;
          const [outer, exit] = [frame.getBoundingClientRect(), inside.getElementById("exit").getBoundingClientRect()];
          return { x: outer.x + frame.clientLeft + exit.x + exit.width / 2, y: outer.y + frame.clientTop + exit.y + exit.height / 2 };
        });
        await page.mouse.click(at.x, at.y).catch(() => {});
        await atWeather(page);
      } finally {
        frames.close();
      }
    }));
});
