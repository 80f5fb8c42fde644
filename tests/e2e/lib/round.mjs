// A round through every screen there is: each step in both layouts, the screens of Tonight, panels, folds and notes, what
// comes only later, and what stands there when the program breaks. Whoever looks is called at each of them.
import { enter, inputs } from "./drive.mjs";
import { FILLED, GOOD } from "./filled.mjs";
import { held, resolve, stroke } from "./keys.mjs";
import { until } from "./steps.mjs";

export const STEPS = ["start", "tonight", "situation", "identify", "dash", "next-steps", "record", "own-life", "workshop", "service-check", "settings", "policy", "about"];

/** Presses the first one in sight that a selector finds, as soon as there is one, and waits until the page has drawn. */
const must = (page, selector) =>
  until(page, async (selector) => {
    const target = [...document.querySelectorAll(selector)].find((one) => (one.closest("label") ?? one).checkVisibility());
    target?.click();
    // A long page is drawn in several goes.
    do await new Promise((done) => setTimeout(done, 30));
    while (document.getElementById("app").ariaBusy === "true");
    return target !== undefined;
  }, selector, 5000);

/** Opens a step by its button, which is folded away on a small screen. */
const step = (page, name) =>
  until(page, async (name) => {
    document.querySelector(`nav.steps button[data-step="${name}"], .foot button[data-step="${name}"]`).click();
    do await new Promise((done) => setTimeout(done, 30));
    while (document.getElementById("app").ariaBusy === "true");
    return document.querySelector(`section[data-step="${name}"]`) !== null;
  }, name, 5000);

/** Opens every fold and every note of the step that is shown. */
const unfold = (page) =>
  page.evaluate(async () => {
    const drawn = async () => {
      do await new Promise((done) => setTimeout(done, 30));
      while (document.getElementById("app").ariaBusy === "true");
    };
    document.querySelectorAll("#app details").forEach((fold) => { fold.open = true; });
    await drawn();
    document.querySelectorAll("#app fieldset .clear").forEach((button) => button.firstChild?.textContent === "Add a note" && button.click());
    await drawn();
  });

/** Opens a settings link in this tab, without an entry in the history of its own. */
const openLink = (page, fragment) =>
  page.evaluate((fragment) => {
    location.replace(fragment);
    return new Promise((done) => setTimeout(done, 100));
  }, fragment);

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
  const layout = (name) => must(page, `[data-layout="${name}"]`);

  await at("start, just opened");
  await step(page, "tonight");
  for (let screen = 1; await page.evaluate(() => document.querySelector('section[data-step="tonight"] [data-action="next"]') !== null); screen++) {
    await at(`tonight, screen ${screen}`);
    await must(page, '[data-action="next"]');
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

  await step(page, "identify");
  await page.evaluate(() => document.querySelector("select").focus());
  await page.play(resolve(held("AltLeft", stroke("ArrowDown"))));
  await at("a list open");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");

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
    for (const [name, fragment] of [["refused", "#s=1.abc.00000000"], ["used", GOOD]]) {
      await openLink(page, fragment);
      await at(`a settings link ${name}`);
    }
  }
  await must(page, '#bar [data-action="cover"]');
  await at("covered");
  await must(page, '#cover [data-action="uncover"]');
  await page.evaluate(() => window.waymark.problem());
  await at("broken");
  return seen;
}
