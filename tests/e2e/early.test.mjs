// Tonight's first questions before the program is there: answered in the page as it arrives, and taken over where they stand.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { waiting } from "./lib/server.mjs";
import { atRest, layOut, sleep, until } from "./lib/steps.mjs";

/** Runs in the page: the words of the open screen and where they stand. */
function placesInPage() {
  const screen = [...document.querySelectorAll("#app .screen")].find((one) => one.checkVisibility());
  const places = [...screen.querySelectorAll(".progress, h1, button")].filter((one) => one.checkVisibility() && !one.closest(".progress *"));
  return places.map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    const words = one.matches(".progress") ? one.firstChild.data : one.textContent;
    // The line of progress is as wide as there is room.
    return [words, ...[x, y + scrollY, one.matches(".progress") ? 0 : width, height].map(Math.round)];
  });
}

inEachBrowser(({ at, fresh }) => {
  const late = async (page) => {
    page.start(`${at.tool.origin}/late?${Math.random()}`);
    await until(page, () => location.pathname === "/late" && document.querySelector('#early-tonight [data-action="back"]') !== null);
  };
  const press = async (page, selector) => {
    const refused = await page.evaluate((selector) => {
      const one = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
      one?.click();
      return one ? "" : `not in sight: ${selector}`;
    }, selector);
    assert.equal(refused, "");
  };
  const answer = (page, name, value) => press(page, `[name="context.${name}"][value="${value}"]:not([data-early])`);
  const heading = (page) => page.evaluate(() => (document.activeElement.matches("#app h1, #app [role=status]") ? document.activeElement.textContent : null));
  const arrive = async (page) => {
    waiting.splice(0).forEach((response) => response.rest());
    await until(page, () => document.querySelector('section[data-step="tonight"]') !== null, null, 30_000);
    await atRest(page);
  };

  fresh("three questions are answered before the program is there; it goes on at the next, with the answers in the case", async (me, page) => {
    await late(page);
    await press(page, '[data-early="tonight"]');
    assert.equal(await heading(page), "Is anyone in danger right now: them, a child, you, staff?");
    assert.equal(await me.sees(".doors"), false);
    assert.deepEqual(await axe(page), []);
    await answer(page, "danger_now", "no");
    assert.equal(await heading(page), "Is it private where you are?");
    await answer(page, "private_now", "yes");
    await answer(page, "told_by", "survivor");
    assert.equal(await heading(page), "Getting ready…");
    await arrive(page);
    assert.equal(await heading(page), "Have you said what you may have to pass on?");
    for (const [name, value] of [["told_by", "survivor"], ["private_now", "yes"], ["danger_now", "no"]]) {
      await me.press('[data-action="back"]');
      assert.ok(await me.has(`[name="context.${name}"][value="${value}"][aria-pressed="true"]`), name);
    }
  });

  fresh("what stands there before the program looks the same before the style of all else has come", async (_, page) => {
    await late(page);
    await until(page, () => document.styleSheets.length === 2);
    await layOut(page, "#before > .sheet");
    const looks = (all) =>
      page.evaluate((all) => {
        document.styleSheets[1].disabled = !all;
        return [...document.querySelectorAll("body, .bar *, .shell-before, .shell-before :not(option)")].filter((one) => one.checkVisibility()).map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          const own = getComputedStyle(one);
          const read = ["color", "backgroundColor", "borderTopColor", "font", "textDecoration", "listStyleType", "cursor"].map((name) => own[name]);
          return [one.outerHTML.slice(0, 60), x, y, width, height, ...read, getComputedStyle(one, "::before").content].join(" ");
        });
      }, all);
    for (const [width, height] of [[1280, 800], [1000, 700], [360, 640], [320, 256]]) {
      await page.resize(width, height);
      for (const early of ["danger", "tonight"]) {
        await press(page, `[data-early="${early}"]`);
        const whole = await looks(true);
        assert.ok(whole.length > 10);
        assert.deepEqual(await looks(false), whole);
        await looks(true);
        if (early === "tonight") await press(page, '#early-tonight [data-action="back"]');
      }
    }
  });

  fresh("a control that has arrived stands in the form that keeps nothing, wherever the line breaks", async (me, page) => {
    page.start(`${at.tool.origin}/early?${Math.random()}`);
    await until(page, () => document.querySelector('#early-tonight [data-action="back"]') !== null);
    const kept = await page.evaluate(() => [...document.querySelectorAll("button[name]")].filter((one) => one.form?.autocomplete !== "off").length);
    assert.equal(kept, 0);
    waiting.splice(0).forEach((response) => response.rest());
  });

  for (const [width, height] of [[360, 640], [1280, 800]]) {
    fresh(`at ${width} × ${height} nothing moves when the program takes over, and nothing scrolls`, async (me, page) => {
      await page.resize(width, height);
      await late(page);
      await press(page, '[data-early="tonight"]');
      await answer(page, "danger_now", "unknown");
      await answer(page, "private_now", "not-with-me");
      const before = await page.evaluate(placesInPage);
      assert.ok(before.length >= 9, JSON.stringify(before));
      assert.deepEqual(await page.evaluate(() => [scrollY, document.documentElement.scrollHeight - innerHeight]), [0, 0]);
      const last = before.at(-1);
      assert.ok(last[2] + last[4] <= height, `${last} is out of sight`);
      const title = await heading(page);
      await arrive(page);
      assert.deepEqual(await page.evaluate(placesInPage), before);
      assert.equal(await heading(page), title);
    });
  }

  fresh("skipped is not asked, Back takes an answer back, a double click answers once, and the doors come again", async (me, page) => {
    await late(page);
    await press(page, '[data-early="tonight"]');
    await press(page, '[data-action="skip"]');
    await answer(page, "private_now", "yes");
    await press(page, '[data-action="back"]');
    await press(page, '[data-action="back"]');
    assert.equal(await heading(page), "Is anyone in danger right now: them, a child, you, staff?");
    await press(page, '[data-action="back"]');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.early), "tonight");
    await press(page, '[data-early="tonight"]');
    const { x, y } = await page.evaluate(() => {
      const { x, y, width, height } = [...document.querySelectorAll('[data-screen] [value="no"]')].find((one) => one.checkVisibility()).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    // The one browser's name for a double click and the other's.
    await page.mouse.click(x, y, { clickCount: 2, count: 2 });
    assert.equal(await me.reads("#early-tonight .screen:not([hidden]) h1"), "Is it private where you are?");
    await press(page, '[data-action="skip"]');
    await arrive(page);
    assert.equal(await heading(page), "How do you know?");
    await me.press('[data-action="back"]');
    assert.equal(await me.has('[aria-pressed="true"][name="context.private_now"]'), false);
  });

  fresh("a double tap answers one question where the browser does not count taps", async (me, page) => {
    await late(page);
    const taps = (times, selector) =>
      page.evaluate(
        ({ times, selector }) => {
          for (let tap = 0; tap < times; tap++) {
            const shown = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
            shown.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
          }
        },
        { times, selector },
      );
    await taps(1, '[data-early="tonight"]');
    await taps(1, '[data-screen] [value="no"]');
    assert.equal(await heading(page), "Is anyone in danger right now: them, a child, you, staff?", "the second half of a tap on the door");
    await sleep(400);
    await taps(2, '[data-screen] [value="no"]');
    assert.equal(await heading(page), "Is it private where you are?");
  });

  fresh("danger now shows what to do at once, and the program stops there", async (me, page) => {
    await late(page);
    await press(page, '[data-early="tonight"]');
    await answer(page, "danger_now", "yes");
    assert.equal(await me.sees("#early-danger"), true);
    assert.match(await me.reads("#early-danger"), /999/);
    await arrive(page);
    assert.equal(await me.sees('[data-stop]'), true);
    assert.match(await me.reads("[data-stop]"), /999/);
  });

  fresh("where it is not private the page waits, and the program shows what can be done without talking", async (me, page) => {
    await late(page);
    await press(page, '[data-early="tonight"]');
    await answer(page, "danger_now", "no");
    await answer(page, "private_now", "no");
    assert.equal(await heading(page), "Getting ready…");
    await arrive(page);
    assert.equal(await me.sees('[data-stop="not-private"]'), true);
  });

  fresh("what was pressed is in no copy of the page, and nothing keeps it", async (me, page) => {
    const clean = await page.evaluate(() => window.waymark.page);
    await late(page);
    await press(page, '[data-early="tonight"]');
    await answer(page, "danger_now", "no");
    await answer(page, "private_now", "no");
    await arrive(page);
    const [kept, early] = await page.evaluate(() => [window.waymark.page, window.waymark.early]);
    // The server's own break stands where it stopped.
    assert.ok(kept.replace(/\n(?=\n<script type="text\/plain" id="words">)/, "") === clean, "the copy differs");
    assert.equal(early, "");
  });
});
