// A round through every screen there is: each step in both layouts, the screens of Tonight, panels, folds and notes, what
// comes only later, and what stands there when the program breaks. Whoever looks is called at each of them.
import { enter, inputs } from "./drive.mjs";
import { FILLED, GOOD } from "./filled.mjs";
import { openLink } from "./settings-link.mjs";
import { until, withDrawn } from "./steps.mjs";

export const STEPS = ["start", "tonight", "situation", "identify", "dash", "next-steps", "record", "own-life", "workshop", "service-check", "settings", "policy", "about"];

/** Presses the first one in sight that a selector finds, as soon as there is one, and waits until the page has drawn. */
const must = (page, selector) =>
  until(page, withDrawn(async (selector) => {
    const target = [...document.querySelectorAll(selector)].find((one) => (one.closest("label") ?? one).checkVisibility());
    target?.click();
    await drawn();
    return target !== undefined;
  }), selector);

/** Opens a step by its button, which is folded away on a small screen. */
const step = (page, name) =>
  until(page, withDrawn(async (name) => {
    document.querySelector(`nav.steps button[data-step="${name}"], .foot button[data-step="${name}"]`).click();
    await drawn();
    return document.querySelector(`section[data-step="${name}"]`) !== null;
  }), name);

/** Opens every fold and every note of the step that is shown. */
const unfold = (page) =>
  page.evaluate(withDrawn(async () => {
    await openFolds();
    document.querySelectorAll("#app fieldset .clear").forEach((button) => button.firstChild?.textContent === "Add a note" && button.click());
    await drawn();
  }));

/**
 * Goes round in a page of the tool that was just opened and is up, and calls `look(name)` at each screen; gives the number of
 * screens. It ends with the words for a program that broke. `links: false` leaves the settings links out.
 */
export async function round(page, look, { links = true } = {}) {
  let seen = 0;
  const at = async (name) => {
    seen++;
    await look(name);
  };
  // On a narrow screen the buttons stand on the page of the case.
  const layout = (name) =>
    page.evaluate(
      withDrawn(async (name) => {
        document.querySelector(`#app [data-layout="${name}"][aria-pressed="false"]`)?.click();
        await drawn();
      }),
      name,
    );
  const ON = 'section[data-step="tonight"] [data-screen] :is([data-action="next"], [data-action="skip"])';

  await at("start, just opened");
  await step(page, "tonight");
  for (let screen = 1; await page.evaluate((on) => document.querySelector(on) !== null, ON); screen++) {
    await at(`tonight, screen ${screen}`);
    await must(page, ON);
  }
  await at("tonight, what to do");
  await step(page, "start");
  await must(page, '[name="context.danger_now"]');
  await until(page, () => document.querySelector('[data-action="called"]') !== null);
  await at("danger now");
  await must(page, '[data-action="called"]');
  await must(page, '.foot [data-action="clear"]');
  await until(page, () => document.querySelector('[data-action="clear-yes"]') !== null);
  await at("before clearing");
  await must(page, '[data-action="clear-yes"]');
  await step(page, "situation");
  await layout("whole");
  await must(page, '[name="context.suicidal_now"][value="yes"]');
  await until(page, () => document.querySelector('[data-action="helped"]') !== null);
  await at("help with suicide now");
  await must(page, '[data-action="helped"]');
  await must(page, '[name="context.private_now"][value="no"]');
  await until(page, () => document.querySelector('[data-stop="not-private"] [data-action="uncover"]') !== null);
  await at("not private");
  await must(page, '[data-stop="not-private"] [data-action="uncover"]');

  const missing = await enter(page, inputs(FILLED));
  if (missing.length) throw new Error(`not there: ${missing}`);
  for (const name of ["guided", "whole"]) {
    await step(page, "situation");
    await layout(name);
    for (const one of STEPS) {
      await step(page, one);
      await unfold(page);
      await at(`${one}, ${name}`);
    }
  }

  await step(page, "record");
  for (const output of ["handover", "decision-log", "summary"]) {
    await must(page, `[data-output="${output}"]`);
    await at(`record, ${output}`);
  }
  await must(page, '[data-action="print"]');
  await until(page, () => document.querySelector('[data-action="print-now"]') !== null);
  await at("before printing");
  await must(page, '[data-action="print"]');
  // A browser that will not copy.
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: () => Promise.reject() } });
    document.execCommand = () => false;
  });
  await must(page, '[data-action="copy"]');
  await until(page, () => document.querySelector("textarea[readonly]") !== null);
  await at("to copy by hand");
  if (links) {
    for (const [name, fragment] of [["refused", "#s=1.abc.00000000"], ["asked about", GOOD]]) {
      await openLink(page, fragment);
      await at(`a settings link ${name}`);
    }
    await must(page, '[data-action="use-settings"]');
    await at("settings in use");
  }
  await must(page, '#bar [data-action="cover"]');
  await at("covered");
  await must(page, '#cover [data-action="uncover"]');
  await page.evaluate(() => window.waymark.problem());
  await at("broken");
  return seen;
}
