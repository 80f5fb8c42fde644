// The guided Dash: one item a screen, three answers, one press each; what it comes to so far stays in view on every screen.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { assess, expected } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { atRest, drawn, sleep, until, withDrawn } from "./lib/steps.mjs";

const ITEMS = Array.from({ length: 24 }, (_, place) => place + 1);
const SCREENS = ["dash.with", "dash.heard", ...ITEMS.map((item) => `dash.${item}`), "dash.judgement", "result"];
/** What a yes to these brings up stands under it, and the screen stays. */
const STAYS = [5, 13, 14, 15, 16, 22];
/** The gravest first, then the other danger signs, then by number: of a sheet on which nothing is answered yet. */
const TEN = [13, 14, 15, 16, 22, 2, 3, 5, 6, 8];
/** Room for a bar at the foot of a phone. */
const FOOT = 52;

/** Runs in the page: where the worker is, and what a program can read of it. */
function sightInPage() {
  const screen = document.querySelectorAll("[data-screen]");
  const progress = document.querySelector("[data-progress]");
  const results = document.querySelectorAll('[data-result="dash"]');
  return {
    screens: screen.length,
    screen: screen[0]?.dataset.screen,
    at: Number(progress?.dataset.at),
    of: Number(progress?.dataset.of),
    heading: document.activeElement === document.querySelector("#app h1") && screen[0]?.contains(document.activeElement),
    results: results.length,
    result: { ...results[0]?.dataset },
    shown: results[0]?.checkVisibility() ? results[0].innerText.replace(/\s+/g, " ") : "",
  };
}

/** Runs in the page: what does not fit the screen. */
function tooMuchInPage(foot) {
  const found = [];
  const screen = document.querySelector("[data-screen]");
  const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
  const over = Math.round(screen.getBoundingClientRect().bottom + scrollY + foot - innerHeight);
  if (over > 0) found.push(`${over} px too high`);
  if (foot && scrollHeight > innerHeight) found.push(`the page scrolls by ${scrollHeight - innerHeight}`);
  if (scrollWidth > clientWidth) found.push(`${scrollWidth} wide`);
  const beside = document.querySelector('.split > [data-result="dash"]');
  if (beside && beside.scrollHeight > beside.clientHeight + 1) found.push(`the result beside scrolls by ${beside.scrollHeight - beside.clientHeight}`);
  return found;
}

/** Runs in the page: keeps in `window.order` when a heading takes focus and what is said, in turn. */
function listen() {
  window.order = [];
  addEventListener("focusin", ({ target }) => target.matches("h1") && window.order.push("focus"));
  new MutationObserver(() => {
    const said = document.getElementById("told").textContent.trim();
    if (said) window.order.push(said);
  }).observe(document.getElementById("told"), { subtree: true, childList: true, characterData: true });
}

/** A double click with the mouse. */
async function twice(page, selector) {
  const at = await page.evaluate((selector) => {
    const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, selector);
  // The one browser's name for it and the other's.
  await page.mouse.click(at.x, at.y, { clickCount: 2, count: 2 });
}

inEachBrowser(({ fresh }) => {
  const sight = async (page) => {
    await atRest(page);
    return page.evaluate(sightInPage);
  };
  const begin = async (me, page) => {
    await me.step("dash", { guided: true });
    return sight(page);
  };
  const to = async (me, page, screen) => {
    while ((await sight(page)).screen !== screen) await me.goOn();
  };

  fresh("every screen in turn: one press an item, a number that stays, focus on each heading, and what assess returns", async (me, page) => {
    const seen = [await begin(me, page)];
    const one = { format: "waymark-case/1", dash: {} };
    const cases = [structuredClone(one)];
    const press = async (name, value) => {
      await me.choose(`dash.${name}`, value);
      const stays = STAYS.includes(name) && value === "yes";
      if (stays) {
        assert.equal((await sight(page)).screen, `dash.${name}`, "the screen stays with what it calls for");
        assert.ok(await me.sees(".screen .follows .at-once") || name === 5);
        await me.press('[data-action="next"]');
      }
      if (ITEMS.includes(name)) one.dash.answers = { ...one.dash.answers, [name]: value };
      else one.dash[name] = value;
      seen.push(await sight(page));
      cases.push(structuredClone(one));
    };
    await press("with", "survivor");
    await press("heard", "alone");
    me.count = 0;
    for (const item of ITEMS) await press(item, ["yes", "no", "dk"][item % 3]);
    assert.equal(me.count, 24 + ITEMS.filter((item) => STAYS.includes(item) && item % 3 === 0).length, "one press an item");
    await me.choose("dash.judgement", "medium");
    assert.equal((await sight(page)).screen, "dash.judgement", "a row moves nothing");
    one.dash.judgement = "medium";
    await me.press('[data-action="next"]');
    seen.push(await sight(page));
    cases.push(structuredClone(one));

    assert.deepEqual(seen.map(({ screen }) => screen), SCREENS);
    assert.deepEqual(seen.map(({ at, of }) => [at, of]), SCREENS.map((_, place) => [place + 1, 28]));
    assert.ok(seen.every(({ screens, heading, results }) => screens === 1 && heading && results === 1));
    for (const [place, assessed] of assess(cases).entries()) {
      const { yes, lowest, highest, reach, prompt, routes } = seen[place].result;
      assert.deepEqual({ yes, lowest, highest, reach, prompt, routes }, expected(assessed).dash, SCREENS[place]);
      const { shown } = seen[place];
      assert.match(shown, place < 3 ? /Not started/ : new RegExp(`\\b${yes} yes\\b.* Could be ${lowest} to ${highest}\\.|The count is ${lowest}\\.`), SCREENS[place]);
      if (place >= 3 && !assessed.dash.complete) assert.match(shown, /\bincomplete\b/, SCREENS[place]);
    }
    await me.press('[data-screen="result"] [data-next="next-steps"]');
    await drawn(page);
    assert.ok(await me.has('[data-step="next-steps"] h1'));
  });

  fresh("Back undoes the going, Skip leaves an item open, an answer can be taken back, and the place is kept", async (me, page) => {
    await begin(me, page);
    const held = () => page.evaluate(() => document.querySelector('.bigs [aria-pressed="true"]')?.value);
    await me.choose("dash.with", "information");
    assert.equal((await sight(page)).screen, "dash.1", "nobody answered, so nobody could hear");
    await me.choose("dash.1", "no");
    await me.press('[data-action="skip"]');
    assert.equal((await sight(page)).screen, "dash.3");
    assert.equal((await sight(page)).result.highest, "23");
    for (const screen of ["dash.2", "dash.1"]) {
      await me.press('[data-action="back"]');
      const now = await sight(page);
      assert.deepEqual([now.screen, now.heading], [screen, true]);
    }
    assert.equal(await held(), "no");
    await me.press(".actions .clear");
    assert.equal(await held(), undefined);
    assert.equal((await sight(page)).result.highest, "24");
    assert.equal(await page.evaluate(() => document.activeElement.name), "dash.1", "focus goes to the answers");
    await me.press('[data-action="back"]');
    assert.equal((await sight(page)).screen, "dash.with");
    await me.press('[data-action="back"]');
    await drawn(page);
    assert.ok(await me.has('[data-step="case"] h1'), "from the first screen back to the case");
    await begin(me, page);
    await to(me, page, "dash.9");
    await me.step("about");
    assert.deepEqual([(await begin(me, page)).screen, (await sight(page)).heading], ["dash.9", true]);
  });

  fresh("the keys 1, 2 and 3 answer while focus is on the screen, and nowhere else", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.1");
    for (const [place, [key, value]] of [["1", "yes"], ["2", "no"], ["3", "dk"]].entries()) {
      await page.keyboard.press(key);
      const now = await sight(page);
      assert.deepEqual([now.screen, now.heading], [`dash.${place + 2}`, true]);
      await me.press('[data-action="back"]');
      assert.equal(await page.evaluate(() => document.querySelector('.bigs [aria-pressed="true"]').value), value);
      assert.equal(await page.evaluate((value) => document.querySelector(`.bigs [value="${value}"]`).ariaKeyShortcuts ?? document.querySelector(`.bigs [value="${value}"]`).getAttribute("aria-keyshortcuts"), value), key);
      await me.press('[data-action="next"]');
      await atRest(page);
    }
    for (const key of ["0", "4", "5", "y"]) await page.keyboard.press(key);
    assert.equal((await sight(page)).screen, "dash.4");
    // In a field a number is a number.
    await page.evaluate(() => (document.querySelector(".screen details").open = true));
    await drawn(page);
    await page.evaluate(() => document.querySelector('[name="dash.4.note"]').focus());
    await page.keyboard.type("2 times in 1 week");
    assert.deepEqual(await page.evaluate(() => [document.activeElement.name, document.activeElement.value]), ["dash.4.note", "2 times in 1 week"]);
    assert.equal((await sight(page)).screen, "dash.4");
    // Outside of the screen, and with another key held, it is none of ours.
    await page.evaluate(() => document.querySelector(".back-to-case").focus());
    await page.keyboard.press("1");
    await page.evaluate(() => document.querySelector(".screen h1").focus());
    await page.keyboard.down("Shift");
    await page.keyboard.press("1");
    await page.keyboard.up("Shift");
    const after = await sight(page);
    assert.deepEqual([after.screen, after.result.yes], ["dash.4", "1"]);
  });

  fresh("what a yes brings up opens under it, and the stop it brings gives the place back", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.5");
    await me.choose("dash.5", "yes");
    await me.choose("context.suicidal_now", "no");
    assert.equal((await sight(page)).screen, "dash.5", "a row moves nothing");
    await me.choose("context.suicidal_now", "yes");
    await until(page, () => document.querySelector('#app [data-stop="suicidal-now"] > h1')?.checkVisibility() && !document.querySelector("#app form").checkVisibility());
    await me.press('[data-action="stop-aside"]');
    await until(page, () => document.activeElement.name === "context.suicidal_now");
    assert.equal((await sight(page)).screen, "dash.5");
    await me.choose("dash.5", "no");
    assert.equal((await sight(page)).screen, "dash.6", "any other answer goes on");
    await to(me, page, "dash.15");
    await page.keyboard.press("1");
    assert.match(await me.reads(".screen .follows"), /Neck or breath, done or tried: medical check today/);
    await me.choose("context.strangulation_within_4_weeks", "no");
    await until(page, () => /before the last 4 weeks/.test(document.querySelector(".follows .at-once").textContent));
    await me.choose("context.red_flags", "yes");
    await until(page, () => document.querySelector('#app [data-stop="emergency-signs"] > h1')?.checkVisibility());
    await me.press('[data-action="stop-aside"]');
    await until(page, () => document.activeElement.name === "context.red_flags");
    await me.press('[data-action="next"]');
    assert.deepEqual([(await sight(page)).screen, (await sight(page)).heading], ["dash.16", true]);
  });

  fresh("the other person was asked: the warning takes the place of the question, and leads to what they said as information", async (me, page) => {
    await begin(me, page);
    await me.choose("dash.with", "perpetrator");
    const warned = await sight(page);
    assert.deepEqual([warned.screen, warned.at, warned.of, warned.heading], ["dash.with", 1, 28, true]);
    assert.match(await me.reads(".screen .notice.urgent"), /^Never put these questions to the other person\s.*There is no total.*ring 999/s);
    await me.press('[data-action="next"]');
    const on = await sight(page);
    assert.deepEqual([on.screen, on.result.yes], ["dash.1", ""]);
    assert.match(on.shown, /Never put these questions to the other person.*No total.*answers are not the survivor's/);
    await me.press('[data-action="back"]');
    assert.ok((await sight(page)).heading);
    await me.press(".actions .clear");
    await atRest(page);
    assert.equal(await page.evaluate(() => document.activeElement.name), "dash.with", "the question is there again, and has focus");
    await me.choose("dash.with", "perpetrator");
    await me.choose("dash.with", "information");
    assert.equal((await sight(page)).screen, "dash.1");
  });

  fresh("ten minutes: the ten gravest open items come first, and no number changes", async (me, page) => {
    await begin(me, page);
    await me.press('[data-action="ten-minutes"]');
    assert.match(await me.reads(".screen"), /A short list is never a complete Dash/);
    await me.choose("dash.with", "survivor");
    await me.choose("dash.heard", "alone");
    const order = [...TEN, ...ITEMS.filter((item) => !TEN.includes(item))];
    const seen = [];
    for (const item of order) {
      seen.push(await sight(page));
      assert.match(await me.reads(".screen h1"), new RegExp(`^(Practice: )?${item} `));
      await me.choose(`dash.${item}`, "no");
    }
    assert.deepEqual(seen.map(({ screen, at, of }) => [screen, at, of]), order.map((item, place) => [`dash.${item}`, place + 3, 28]));
    assert.equal((await sight(page)).screen, "dash.judgement");
  });

  fresh("ten minutes in the midst of it: the gravest open one comes next, and pressed again the form's order is back", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.2");
    await me.press('[data-action="ten-minutes"]');
    const grave = await sight(page);
    assert.deepEqual([grave.screen, grave.at, grave.of, grave.heading], ["dash.13", 3, 28, true]);
    await me.press('[data-action="ten-minutes"]');
    assert.deepEqual([(await sight(page)).screen, (await sight(page)).at], ["dash.13", 15]);
  });

  fresh("a double click answers one item, and goes on by one screen", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.1");
    await twice(page, '[data-screen="dash.1"] [value="yes"]');
    assert.equal((await sight(page)).screen, "dash.2");
    await twice(page, '[data-screen="dash.2"] [data-action="skip"]');
    assert.equal((await sight(page)).screen, "dash.3");
    await me.press('[data-action="back"]');
    assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-pressed="true"][name="dash.2"]').length), 0);
  });

  fresh("a double tap answers one item where the browser does not count taps, and a later tap the next", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.1");
    const taps = (times) =>
      page.evaluate(
        withDrawn(async (times) => {
          for (let tap = 0; tap < times; tap++) {
            document.querySelector('[data-screen^="dash."] [value="no"]').dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
            await drawn();
          }
        }),
        times,
      );
    await taps(2);
    assert.equal((await sight(page)).screen, "dash.2");
    await sleep(400);
    await taps(1);
    assert.equal((await sight(page)).screen, "dash.3");
  });

  fresh("each answer is one sentence, said after the next heading has focus", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.1");
    await page.evaluate(listen);
    const faults = [];
    for (const item of ITEMS) {
      const value = STAYS.includes(item) ? "yes" : ["no", "yes", "dk"][item % 3];
      await page.evaluate(() => void (window.order.length = 0));
      await me.choose(`dash.${item}`, value);
      const goes = !STAYS.includes(item);
      await until(page, (goes) => window.order.some((one) => one !== "focus") && (!goes || window.order.includes("focus")), goes);
      // Also what comes too much: of that there is no event.
      await sleep(350);
      const order = await page.evaluate(() => window.order.slice());
      const said = order.filter((one) => one !== "focus");
      if (said.length !== 1 || !said[0].startsWith(`Item ${item} `) || said[0].split(/\s+/).length > 25) faults.push(`${item}: ${JSON.stringify(order)}`);
      if (goes && (order.filter((one) => one === "focus").length !== 1 || order.at(-1) === "focus")) faults.push(`${item}: ${JSON.stringify(order)}`);
      if (!goes) await me.press('[data-action="next"]');
    }
    assert.deepEqual(faults, []);
  });

  fresh("on a slow device, whose frames come late, an answer is said after the next heading has focus too", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.1");
    await page.evaluate(listen);
    await page.evaluate(() => {
      const frame = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (run) => setTimeout(() => frame(run), 300);
    });
    await me.choose("dash.1", "no");
    await until(page, () => window.order.includes("focus") && window.order.length > 1);
    const order = await page.evaluate(() => window.order.slice());
    assert.deepEqual([order[0], order.length, order[1].startsWith("Item 1 ")], ["focus", 2, true], String(order));
  });

  fresh("the result leads to the screens of what is worth asking again, and to the judgement", async (me, page) => {
    await begin(me, page);
    await to(me, page, "dash.1");
    await me.choose("dash.1", "yes");
    await to(me, page, "result");
    await me.press('[data-screen="result"] summary', "14 can still be reached");
    await me.press('[data-screen="result"] .markers button');
    const item = await sight(page);
    assert.deepEqual([item.screen, item.heading], ["dash.13", true]);
    await to(me, page, "result");
    await me.button("Always open: your judgement");
    assert.equal((await sight(page)).screen, "dash.judgement");
  });

  fresh("the result fits a phone while it is grave and open, and Back leads from it", async (me, page) => {
    await begin(me, page);
    await me.choose("dash.with", "survivor");
    await me.choose("dash.heard", "with-others");
    await to(me, page, "dash.1");
    for (const item of [1, 2, 3]) await me.choose(`dash.${item}`, ["yes", "no", "dk"][item - 1]);
    await to(me, page, "dash.15");
    await me.choose("dash.15", "yes");
    await to(me, page, "result");
    await page.resize(360, 640);
    await atRest(page);
    assert.deepEqual(await page.evaluate(tooMuchInPage, FOOT), []);
    await me.unfold("What to say");
    assert.match(await me.reads(".folds"), /never something to tell either person[\s\S]*Say[\s\S]*Don't/);
    await me.press('[data-action="back"]');
    assert.equal((await sight(page)).screen, "dash.judgement");
  });

  fresh("what else to ask stands behind a fold where the case makes it matter, in both layouts, and asks for no answer", async (me, page) => {
    const lists = () => page.evaluate(() => [...document.querySelectorAll("[data-beside]")].map((fold) =>
      [fold.open, ...[...fold.querySelectorAll("[data-list]")].map((one) => one.dataset.list)]));
    await me.step("situation");
    await me.choose("context.survivor_age", "16-17");
    await begin(me, page);
    assert.deepEqual(await lists(), [[false, "young"]], "before the items, what is known of the case");
    const before = (await sight(page)).result;
    await to(me, page, "dash.8");
    assert.deepEqual(await lists(), []);
    await me.choose("dash.8", "yes");
    await to(me, page, "result");
    await until(page, () => document.querySelector("[data-beside]") !== null);
    assert.deepEqual(await lists(), [[false, "young", "stalking"]]);
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-beside] :is(input, textarea, button)").length), 0);
    assert.equal((await sight(page)).result.yes, String(Number(before.yes || 0) + 1), "the one yes is all that counts");
    await me.step("dash");
    await until(page, () => document.querySelector("[data-beside]") !== null);
    assert.deepEqual(await lists(), [[false, "young", "stalking"]]);
    assert.match(await me.reads("[data-beside] summary"), /^Also ask about: being young; stalking/);
    await page.evaluate(() => (document.querySelector("[data-beside]").open = true));
    assert.match(await me.reads("[data-beside]"), /no answer adds to its count[\s\S]*We found no test/);
    assert.deepEqual(await axe(page), []);
  });

  for (const [width, height, foot] of [[360, 640, FOOT], [1280, 800, 0]]) {
    fresh(`nothing scrolls at ${width} × ${height}, and every kind of screen is open to everyone`, async (me, page) => {
      await page.resize(1000, 700);
      await begin(me, page);
      await page.resize(width, height);
      const found = [];
      const looked = new Set();
      const look = async (what, kind) => {
        await sight(page);
        for (const fault of await page.evaluate(tooMuchInPage, foot)) found.push(`${what}: ${fault}`);
        if (!looked.has(kind)) for (const fault of await axe(page)) found.push(`${what}: ${fault}`);
        looked.add(kind);
      };
      await look("first", "with");
      await me.press('[data-action="ten-minutes"]');
      await look("ten minutes", "ten");
      await me.press('[data-action="ten-minutes"]');
      await me.choose("dash.with", "perpetrator");
      await look("warning", "warning");
      await me.press(".actions .clear");
      await me.choose("dash.with", "survivor");
      await look("who could hear", "heard");
      await me.choose("dash.heard", "family-interpreter");
      await look("heard with others", "doubtful");
      await me.press('[data-action="next"]');
      for (const item of ITEMS) {
        await look(`item ${item}`, "item");
        await me.choose(`dash.${item}`, "yes");
        if (!STAYS.includes(item)) continue;
        await look(`item ${item}, yes`, `yes ${item}`);
        await me.press('[data-action="next"]');
      }
      await look("judgement", "judgement");
      await me.press('[data-action="next"]');
      await look("result", "result");
      await me.press('[data-action="back"]');
      for (const item of ITEMS) {
        await me.press('[data-action="back"]');
        if (item % 6 === 0) await look(`answered, ${item}`, "answered");
      }
      assert.deepEqual(found, []);
    });
  }
});
