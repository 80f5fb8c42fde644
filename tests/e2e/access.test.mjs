// For everyone: every step by keyboard, at 320 px, in light and dark, with nothing kept by the browser; and the controls
// of the frame: a moment that is not private, the cover, the settings link, starting afresh, an invalid number.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import { enter, inputs } from "./lib/drive.mjs";
import { FILLED, GOOD } from "./lib/filled.mjs";
import * as firefox from "./lib/firefox.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { openLink, settingsLink, useSettings } from "./lib/settings-link.mjs";
import { layOut, leaveOut, openStep, until } from "./lib/steps.mjs";

const STEPS = ["start", "tonight", "situation", "identify", "dash", "next-steps", "record", "own-life", "workshop", "service-check", "settings", "policy", "about"];
/** Words that must not be read over a shoulder. */
const TELLING = /abuse|harm|violen|partner|perpetrator|survivor|danger|police|marac|dash\b|strang/i;

describe("every step", { timeout: HANG }, () => {
  let browser, tool, page, me;

  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
    assert.deepEqual(await enter(page, inputs(FILLED)), []);
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const go = (step) => openStep(page, step);

  for (const layout of ["guided", "whole"]) {
    const each = async (look) => {
      await go("situation");
      await me.layout(layout);
      const found = [];
      for (const step of STEPS) {
        await go(step);
        await me.screens(async (screen) => {
          for (const fault of await look(step)) found.push(`${step} ${screen}, ${layout}: ${fault}`);
        });
      }
      assert.deepEqual(found, []);
    };

    test(`axe finds nothing, light and dark, ${layout}`, async () => {
      await page.resize(1000, 700);
      await page.scheme("light");
      await each(() => axe(page));
      await page.scheme("dark");
      await each(() => axe(page, ["color-contrast"]));
      await page.scheme("light");
    });

    for (const [width, height, name] of [[320, 640, "320 px"], [320, 256, "400 % of a small screen"]]) {
      test(`no sideways scrolling at ${name}, ${layout}`, async () => {
        await page.resize(width, height);
        await each(() =>
          page.evaluate(() => {
            const faults = [];
            const { scrollWidth, clientWidth } = document.documentElement;
            if (scrollWidth > clientWidth) {
              const wide = [...document.querySelectorAll("#app *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
              faults.push(`${scrollWidth} wide: ${wide.at(-1)?.outerHTML.slice(0, 120)}`);
            }
            return faults;
          }),
        );
        await page.resize(1000, 700);
      });
    }

    test(`the page keeps its height while what is off the screen is left out, ${layout}`, async () => {
      const frames = () =>
        page.evaluate(async () => {
          for (let n = 0; n < 6; n++) await new Promise((frame) => requestAnimationFrame(frame));
          return document.documentElement.scrollHeight;
        });
      await each(async () => {
        await page.evaluate(() => scrollTo(0, 0));
        const height = await frames();
        await layOut(page);
        const whole = await frames();
        await leaveOut(page);
        return Math.abs(height - whole) > 4 ? [`${height} px, laid out whole ${whole} px`] : [];
      });
    });

    for (const width of [320, 1000]) {
      test(`nothing is cut off, and nothing lies over what can be pressed, at ${width} px, ${layout}`, async () => {
        await page.resize(width, 700);
        await each(() => page.evaluate(cutOrUnder));
        await page.resize(1000, 700);
      });
    }
  }
});

/** Runs in the page: what is higher than its own box, and what has something over its middle. */
function cutOrUnder() {
  const faults = [];
  const app = document.getElementById("app");
  for (const box of app.querySelectorAll("fieldset, .choices, .seg, .toggle, .actions, .card, label, dd, li")) {
    if (!box.checkVisibility() || !box.clientHeight) continue;
    // What is off the screen may not be laid out.
    if (box.matches("fieldset, .card")) box.scrollIntoView({ block: "nearest" });
    const over = box.scrollHeight - box.clientHeight;
    if (over > 4) faults.push(`${over} px too low: ${box.outerHTML.slice(0, 120)}`);
  }
  for (const control of app.querySelectorAll("button:not(.skip), summary, a, label, textarea, select, input[type=text]")) {
    if (!control.checkVisibility()) continue;
    control.scrollIntoView({ block: "center" });
    const { x, y, width, height } = control.getClientRects()[0];
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    if (!control.contains(top) && !top?.contains(control)) faults.push(`${top?.outerHTML.slice(0, 80)} lies over ${control.outerHTML.slice(0, 120)}`);
  }
  return faults;
}

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: HANG }, () => {
    let browser, tool, page, me;

    before(async () => {
      [browser, tool] = await Promise.all([engine.launch(), serveTool()]);
    });
    after(async () => {
      await browser?.close();
      tool?.close();
    });

    /** A new page, at the first screen. */
    const fresh = (name, run, options = {}) =>
      test(name, options, async () => {
        page = await browser.newPage();
        me = person(page);
        try {
          await me.open(tool);
          await run();
        } finally {
          await page.close().catch(() => {});
        }
      });

    /** Where focus is, and whether that can be seen. */
    const focus = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        const drawn = (one) => {
          const style = one && getComputedStyle(one);
          return Boolean(style) && ((style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none");
        };
        return {
          id: at.id, tag: at.tagName, name: at.name ?? "", value: at.value ?? "", type: at.type ?? "",
          next: at.dataset.next ?? "", step: at.dataset.step ?? "", action: at.dataset.action ?? "", layout: at.dataset.layout ?? "",
          visible: at === document.body || [at, at.closest("label"), at.nextElementSibling].some(drawn),
          what: at.outerHTML.slice(0, 100),
        };
      });

    /** Presses Tab until focus is on what is meant; it must be seen all the way. */
    const tabTo = async (meant, most = 260) => {
      for (let n = 0; n < most; n++) {
        await page.keyboard.press("Tab");
        const at = await focus();
        assert.ok(at.visible, `focus cannot be seen on ${at.what}`);
        if (meant(at)) return at;
      }
      throw new Error(`not reached in ${most} presses of Tab: ${meant}`);
    };
    const onHeading = (words) =>
      until(page, (words) => document.activeElement.tagName === "H1" && document.activeElement.textContent.includes(words), words);
    /** Comes to a question by Tab and chooses: the first answer by Space, another by arrows. Space means what it chooses. */
    const choose = async (name, downs = 0) => {
      await tabTo((at) => at.name === name);
      if (!downs) await page.keyboard.press(" ");
      for (let n = 0; n < downs; n++) await page.keyboard.press("ArrowDown");
    };
    const chosen = (name) => page.evaluate((name) => document.querySelector(`[name="${name}"]:checked`)?.value, name);
    const goOn = async (words) => {
      // The whole situation has some 300 places to stop at.
      await tabTo((at) => at.next !== "", 400);
      await page.keyboard.press("Enter");
      await onHeading(words);
      assert.ok((await focus()).visible, "focus on the heading");
    };

    fresh("the whole way by keyboard", async () => {
      const first = await tabTo((at) => at.id === "exit", 2);
      assert.equal(first.id, "exit");
      await tabTo((at) => at.tag === "BUTTON" && at.step === "situation");
      await page.keyboard.press("Enter");
      await onHeading("Which nation");
      await tabTo((at) => at.layout === "whole");
      await page.keyboard.press("Enter");
      await until(page, () => document.activeElement.dataset.layout === "whole" && document.querySelector('[name="context.told_by"]') !== null);
      await choose("context.danger_now", 1);
      assert.equal(await chosen("context.danger_now"), "no");
      await choose("context.told_by");
      assert.equal(await chosen("context.told_by"), "survivor");
      await goOn("Who is doing what");
      await choose("context.counter_allegation", 1);
      assert.equal(await chosen("context.counter_allegation"), "no");
      await goOn("Dash");
      await choose("dash.with");
      await choose("dash.1");
      await choose("dash.2", 1);
      assert.deepEqual([await chosen("dash.1"), await chosen("dash.2")], ["yes", "no"]);
      await goOn("Next steps");
      const decided = await tabTo((at) => /^choices\..*\.decision$/.test(at.name));
      await page.keyboard.press(" ");
      assert.ok(await chosen(decided.name));
      await goOn("Record");
      await tabTo((at) => at.action === "copy");
      await tabTo((at) => at.name === "record.own_view_of_danger");
      await page.keyboard.type("It gets worse.");
      // No trap: at the end the page is left, and begins again at Exit.
      await tabTo((at) => at.tag === "BODY" || at.tag === "HTML" || at.id === "exit");
    });

    fresh("the screens by keyboard: an answer is a key once focus is on it, and focus comes to the next question", async () => {
      await tabTo((at) => at.tag === "BUTTON" && at.step === "situation");
      await page.keyboard.press("Enter");
      await onHeading("Which nation");
      for (const [name, value, next] of [["context.nation", "wales", "in danger"], ["context.danger_now", "no", "private"], ["context.private_now", "yes", "How do you know"]]) {
        await tabTo((at) => at.name === name && at.value === value, 8);
        await page.keyboard.press("Enter");
        await onHeading(next);
        assert.ok((await focus()).visible, "focus on the heading");
      }
      await tabTo((at) => at.action === "back", 12);
      await page.keyboard.press(" ");
      await onHeading("private");
    });

    fresh("not private: neutral words only, and Carry on brings the work back", async () => {
      await me.step("situation");
      await me.answer({ "context.danger_now": "no", "context.told_by": "survivor", "context.private_now": "no" });
      const seen = await me.reads();
      assert.match(seen, /Not a good moment/);
      const [telling] = TELLING.exec(seen) ?? [];
      assert.equal(telling, undefined);
      assert.equal(await me.sees("#app form, nav.steps"), false);
      assert.ok(await me.sees('[data-stop="not-private"]'));
      assert.equal(await page.evaluate(() => document.title), "Notes");
      assert.ok(await me.sees("#exit"));
      await me.press('[data-stop="not-private"] [data-action="uncover"]');
      assert.ok(await me.sees('section[data-step="situation"]'));
      assert.equal(await chosen("context.told_by"), "survivor");
      assert.equal(await chosen("context.private_now"), undefined);
    });

    fresh("Cover hides everything and keeps the answers; Carry on is in focus, the work out of reach", async () => {
      await me.step("situation");
      await me.choose("context.told_by", "survivor");
      await me.press('#bar [data-action="cover"]');
      await until(page, () => document.activeElement.dataset.action === "uncover");
      const inSight = () =>
        page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("#app") !== null &&
          document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("#cover") === null);
      assert.equal(await inSight(), false);
      for (let n = 0; n < 6; n++) {
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.closest("#app") !== null), false, "into the work");
      }
      await me.press('#cover [data-action="uncover"]');
      assert.equal(await chosen("context.told_by"), "survivor");
      assert.equal(await me.sees("#cover"), false);
    });

    fresh("Clear asks once, then starts afresh", async () => {
      await me.step("situation");
      await me.choose("context.told_by", "survivor");
      await me.press('[data-action="clear"]');
      await me.button("No, keep it");
      assert.equal(await chosen("context.told_by"), "survivor");
      await me.press('[data-action="clear"]');
      await me.press('[data-action="clear-yes"]');
      assert.ok(await me.sees('section[data-step="start"]'));
      await me.step("situation");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#app form :checked:not(option)").length), 0);
    });

    fresh("a broken settings link says so and changes nothing; a good one is used", async () => {
      await me.step("situation");
      await me.choose("context.told_by", "survivor");
      const wrong = settingsLink({ format: "waymark-settings/1", case: { dash_threshold: 99 } });
      for (const broken of [GOOD.slice(0, -1), "#s=1.abc.00000000", GOOD.replace("#s=1", "#s=2"), wrong]) {
        await openLink(page, broken);
        assert.ok(await me.sees('[data-area="refused"]'), broken);
        assert.equal(await me.has('[data-area="used"]'), false);
        assert.equal(await page.evaluate(() => location.hash), "");
        assert.equal(await chosen("context.told_by"), "survivor");
      }
      assert.match(await me.reads('[data-area="refused"]'), /dash_threshold/, "it names the field");
      await me.step("settings");
      assert.equal(await chosen("profile"), undefined);
      await openLink(page, GOOD);
      await useSettings(page);
      assert.equal(await chosen("profile"), "housing21");
      await me.step("about");
      await me.step("settings");
      assert.equal(await page.evaluate(() => document.querySelector('[name="settings.dash_threshold"]').value), "17");
      assert.match(await me.reads('[data-area="used"]'), /Oakshire/);
      assert.equal(await me.has('[data-area="refused"]'), false);
      await me.step("situation");
      assert.equal(await chosen("context.told_by"), "survivor");
    });

    fresh(
      "a settings link opened on the settings themselves shows its numbers there",
      async () => {
        await me.step("settings");
        await openLink(page, GOOD);
        await useSettings(page);
        assert.equal(await page.evaluate(() => document.querySelector('[name="settings.dash_threshold"]').value), "17");
      },
    );

    fresh("a number that is none: the error names the field and its bounds, and nothing else is lost", async () => {
      await me.step("situation");
      await me.press('[data-layout="whole"]');
      await me.answer({ "context.told_by": "survivor", "context.existing_dash": "other-agency" });
      await me.type("context.police_events_12m", "2");
      await me.type("context.events_12m", "99x");
      const field = await page.evaluate(() => {
        const field = document.querySelector('[name="context.events_12m"]');
        const error = document.getElementById(field.getAttribute("aria-errormessage"));
        return { typed: field.value, invalid: field.getAttribute("aria-invalid"), seen: error.checkVisibility(), error: error.textContent, label: document.getElementById(field.getAttribute("aria-labelledby")).textContent, described: field.getAttribute("aria-describedby") === error.id };
      });
      assert.equal(field.typed, "99x");
      assert.equal(field.invalid, "true");
      assert.ok(field.seen);
      assert.match(field.label, /separate events/, "its name is the question on the screen");
      assert.match(field.error, /^Events in .+: enter/, "the error names the field");
      assert.ok(field.described, "and is read with it");
      assert.match(field.error, /from \d+ to \d+/);
      assert.deepEqual([await chosen("context.told_by"), await chosen("context.existing_dash")], ["survivor", "other-agency"]);
      assert.equal(await page.evaluate(() => document.querySelector('[name="context.police_events_12m"]').value), "2");
      await me.type("context.events_12m", "9");
      assert.equal(await me.has('[aria-invalid="true"]'), false);
    });
  });
}
