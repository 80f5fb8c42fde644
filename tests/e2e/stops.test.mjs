// A stop: the same full screen wherever the answer is given. It is heard, it is never lost, and an arrow key passes over it.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { atRest, sleep, until } from "./lib/steps.mjs";

/** How each stop comes about, what lifts it, and what its screen names. */
const STOPS = {
  "danger-now": { name: "context.danger_now", value: "yes", done: "called", title: /999 now/, number: /999/ },
  "suicidal-now": { name: "context.suicidal_now", value: "yes", done: "helped", title: /suicide/, number: /\d{3}/ },
  "emergency-signs": { name: "context.red_flags", value: "yes", done: "seen", title: /ambulance/, number: /999/ },
  "child-now": { name: "context.child_with_perpetrator_tonight", value: "yes", done: "protected", title: /child/, number: /999/ },
};
const TELLING = /abuse|harm|violen|partner|perpetrator|survivor|danger|police|marac|dash\b|strang/i;

inEachBrowser(({ fresh }) => {
  /** The screen of a stop that is in sight, and whether anything else of the work is. */
  const screen = (page) =>
    page.evaluate(() => {
      const stop = [...document.querySelectorAll("#app [data-stop]:has(> h1)")].find((one) => !one.dataset.step && one.checkVisibility());
      if (!stop) return null;
      const box = stop.querySelector("h1").getBoundingClientRect();
      return {
        stop: stop.dataset.stop,
        title: stop.querySelector("h1").textContent,
        steps: [...stop.querySelectorAll(":scope > ol > li")].map((line) => line.textContent),
        focus: document.activeElement === stop.querySelector("h1"),
        inSight: box.top >= 0 && box.bottom <= innerHeight,
        work: document.querySelector("#app form")?.checkVisibility() ?? false,
      };
    });
  const shown = (page) => until(page, () => !document.querySelector("#app form").checkVisibility() && [...document.querySelectorAll("#app [data-stop]:has(> h1)")].some((one) => !one.dataset.step && one.checkVisibility() && document.activeElement === one.querySelector("h1")));
  const gone = (page) => until(page, () => document.querySelector("#app form").checkVisibility());
  const heard = (page, id) => page.evaluate((id) => document.getElementById(id).textContent, id);
  const focusName = (page) => page.evaluate(() => document.activeElement.name ?? document.activeElement.tagName);
  const press = async (me, page, selector) => {
    // The heading of a step takes focus some frames after it is drawn.
    await atRest(page);
    await page.evaluate((selector) => {
      const target = document.querySelector(selector);
      target.scrollIntoView({ block: "center" });
      target.focus();
    }, selector);
    await page.keyboard.press(" ");
  };

  const PLACES = [
    ["situation", "guided", "danger-now", (me) => me.step("situation")],
    ["situation", "whole", "suicidal-now", async (me) => (await me.step("situation"), await me.press('[data-layout="whole"]'))],
    ["tonight, whole", "whole", "danger-now", async (me) => (await me.step("situation"), await me.press('[data-layout="whole"]'), await me.step("tonight"))],
  ];
  PLACES.push(
    ["situation, whole page", "whole", "emergency-signs", async (me) => (await me.step("situation"), await me.press('[data-layout="whole"]'))],
    ["situation, whole page", "whole", "child-now", async (me) => (await me.step("situation"), await me.press('[data-layout="whole"]'), await me.choose("context.child_harm", "hurt"))],
    ["Dash, under an item", "guided", "suicidal-now", async (me) => (await me.step("dash"), await me.choose("dash.5", "yes"))],
    ["Dash, under another", "guided", "emergency-signs", async (me) => (await me.step("dash"), await me.choose("dash.15", "yes"))],
  );
  for (const [where, , stop, come] of PLACES) {
    for (const [width, height] of [[1000, 700], [360, 640]]) {
      fresh(`${stop} in ${where} at ${width} px: full screen, heard, lifted, and back to the question`, async (me, page) => {
        const { name, value, done, title, number } = STOPS[stop];
        await come(me);
        await page.resize?.(width, height);
        const radio = `[name="${name}"][value="${value}"]`;
        await press(me, page, radio);
        await shown(page);
        const seen = await screen(page);
        assert.equal(seen.stop, stop);
        assert.match(seen.title, title);
        assert.ok(seen.steps.length <= 5 && seen.steps.some((line) => number.test(line)), String(seen.steps));
        assert.ok(seen.inSight);
        assert.equal(seen.work, false, "nothing else is in sight");
        await until(page, () => document.getElementById("urged").textContent.length > 10);
        assert.deepEqual(await axe(page), []);
        assert.ok((await page.evaluate(() => document.querySelector("[data-step][data-stop]:not(button)")?.dataset.stop)) === stop, "the step's root carries it too");
        await me.press('[data-action="stop-aside"]');
        await gone(page);
        await until(page, (name) => document.activeElement.name === name, name);
        assert.ok(await me.sees('[data-action="stop-open"]'), "it is not lost");
        await me.press('[data-action="stop-open"]');
        await shown(page);
        await me.press(`[data-stop] [data-action="${done}"]`);
        await gone(page);
        await until(page, (name) => document.activeElement.name === name, name);
        assert.equal(await me.sees('[data-action="stop-open"]'), false);
        assert.equal(await page.evaluate((radio) => document.querySelector(radio).checked, radio), true, "the answer stays");
      });
    }
  }

  fresh("danger now at the door: the same screen; put aside it stays in sight in every step", async (me, page) => {
    await me.press("button.door.now");
    await shown(page);
    assert.equal((await screen(page)).stop, "danger-now");
    await me.press('[data-action="stop-aside"]');
    await gone(page);
    for (const step of ["tonight", "situation", "identify", "dash", "next-steps", "record"]) {
      await me.step(step);
      assert.ok(await me.sees('[data-action="stop-open"]'), step);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await atRest(page);
      const top = await page.evaluate(() => document.querySelector('[data-action="stop-open"]').getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 300, `${step}: the bar is at ${top}`);
    }
    await me.step("start");
    await me.press("button.door.now");
    await shown(page);
  });

  fresh("Tonight: the same screen; done, the next question has focus; put aside, the path goes on", async (me, page) => {
    await me.step("tonight");
    await press(me, page, 'button[name="context.danger_now"][value="yes"]');
    await shown(page);
    assert.match(await me.reads('[data-stop="danger-now"]'), /landline/);
    await me.press('[data-action="stop-aside"]');
    await gone(page);
    await until(page, () => document.activeElement.tagName === "H1" && document.querySelector('[name="context.private_now"]') !== null);
    await me.press('[data-action="stop-open"]');
    await shown(page);
    await me.press('[data-action="called"]');
    await gone(page);
    await until(page, () => document.activeElement.tagName === "H1" && document.querySelector('[name="context.private_now"]') !== null);
  });

  fresh("a stop that is put aside hides no other", async (me, page) => {
    await me.step("situation");
    await press(me, page, '[name="context.danger_now"][value="yes"]');
    await shown(page);
    await me.press('[data-action="stop-aside"]');
    await gone(page);
    await me.press('[data-layout="whole"]');
    await press(me, page, '[name="context.suicidal_now"][value="yes"]');
    await shown(page);
    assert.equal((await screen(page)).stop, "suicidal-now");
    await me.press('[data-action="stop-aside"]');
    await gone(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll('[data-action="stop-open"]').length), 2);
    await me.press('[data-action="stop-open"]');
    await shown(page);
    assert.equal((await screen(page)).stop, "danger-now");
    await me.press('[data-action="called"]');
    await gone(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll('[data-action="stop-open"]').length), 1);
  });

  fresh("an arrow key passes over a stop; resting on it for a second means it", async (me, page) => {
    await me.step("situation");
    await press(me, page, '[name="context.danger_now"][value="no"]');
    await page.keyboard.press("ArrowUp");
    assert.equal(await page.evaluate(() => document.querySelector('[name="context.danger_now"]:checked').value), "yes");
    // An answer that an arrow key came to is meant after a second: what must not come within it has no event.
    await sleep(300);
    assert.equal(await screen(page), null);
    await page.keyboard.press("ArrowDown");
    await sleep(1300);
    assert.equal(await screen(page), null, "passed over");
    await page.keyboard.press("ArrowUp");
    await sleep(400);
    assert.equal(await screen(page), null);
    await shown(page);
    await me.press('[data-action="stop-aside"]');
    await until(page, () => document.activeElement.name === "context.danger_now");
  });

  fresh("not private: passed over by arrow keys, meant by Space, heard, and back to the question", async (me, page) => {
    await me.step("situation");
    await press(me, page, '[name="context.private_now"][value="yes"]');
    await page.keyboard.press("ArrowDown");
    await sleep(200);
    assert.equal(await screen(page), null);
    await page.keyboard.press("ArrowDown");
    await sleep(1300);
    assert.equal(await screen(page), null);
    assert.equal(await page.evaluate(() => document.querySelector('[name="context.private_now"]:checked').value), "not-with-me");
    await page.keyboard.press("ArrowUp");
    await shown(page);
    assert.equal((await screen(page)).stop, "not-private");
    await until(page, () => document.getElementById("urged").textContent !== "");
    assert.doesNotMatch(await me.reads(), TELLING);
    assert.doesNotMatch(await heard(page, "urged"), TELLING);
    const before = await page.evaluate(() => scrollY);
    await me.press('[data-stop="not-private"] [data-action="uncover"]');
    await gone(page);
    await until(page, () => document.activeElement.name === "context.private_now");
    assert.equal(await page.evaluate(() => document.querySelector('[name="context.private_now"]:checked')), null);
    assert.ok((await page.evaluate(() => scrollY)) >= before);
    assert.equal(await focusName(page), "context.private_now");
  });
});
