// R15: three taps of Shift leave from every kind of control, while an input method composes, and with anything open.
import { resolve, stroke, writeInPage } from "../lib/keys.mjs";
import { pagePlace, tapThreeOutside } from "../lib/outside.mjs";
import { person } from "../lib/person.mjs";
import { STEPS } from "../lib/round.mjs";
import { atWeather, sleep, until, withDrawn } from "../lib/steps.mjs";

const TAPS = resolve([...stroke("ShiftLeft"), ...stroke("ShiftRight"), ...stroke("ShiftLeft")]);

/** Opens a step as a whole page with every fold open. */
const openStep = (page, step) =>
  page.evaluate(withDrawn(async (step) => {
    const press = async (selector) => {
      document.querySelector(selector)?.click();
      await drawn();
    };
    if (!window.whole) {
      await press('button[data-step="situation"]');
      await press('[data-layout="whole"]');
      window.whole = true;
    }
    await press(`button[data-step="${step}"]`);
    await openFolds();
  }), step);

/** What can have focus: its kind, such as `input radio`, and where among all that can. */
const focusable = (page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]")];
    return all.flatMap((one, place) => {
      const kind = [one.localName, one.localName === "input" ? one.type : "", one.inputMode, one.readOnly ? "readonly" : ""].filter(Boolean).join(" ");
      return one.checkVisibility() && !one.disabled ? [{ kind, place }] : [];
    });
  });

const focusAt = (place) => (page) =>
  page.evaluate((place) => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]")];
    all[place].focus();
    return document.activeElement === all[place];
  }, place);

/** Presses what a selector finds and puts focus on another element. */
const pressAndFocus = (selector, then) => async (page) => {
  await until(page, (selector) => document.querySelector(selector) !== null, selector);
  await page.evaluate((selector) => document.querySelector(selector).click(), selector);
  await until(page, (then) => {
    const target = [...document.querySelectorAll(then)].find((one) => one.checkVisibility());
    target?.focus();
    return target !== undefined && document.activeElement === target;
  }, then);
  return true;
};

/** In the middle of composing, as an input method does. `shift` is the name that it gives to the Shift key. */
const composing = (shift) => async (page, stage) => {
  await page.evaluate(() => document.querySelector("textarea").focus());
  const begun = resolve([{ down: "KeyN", key: "Process", composing: true }, { compose: "に" }, { up: "KeyN", composing: true }]);
  const taps = TAPS.map((event) => ({ ...event, name: event.down ? shift : "Shift", composing: true }));
  const real = stage.engine.name === "Chromium";
  await (real ? page.play(begun) : writeInPage(page, begun));
  await (real ? page.play(taps) : writeInPage(page, taps)).catch(() => {});
  return null;
};

/** A panel that lies over the page, put in by the test: a `dialog` that is not modal, with focus in it. */
const dialog = (page) =>
  page.evaluate(() => {
    const dialog = document.createElement("dialog");
    const field = dialog.appendChild(document.createElement("input"));
    document.body.append(dialog);
    dialog.show();
    field.focus();
    return document.activeElement === field;
  });

/** Each moment: the step it is on, and how it comes about. `true` means that focus is where it should be. */
const MOMENTS = [
  { what: "while an input method composes", step: "record", come: composing("Shift") },
  { what: "while an input method composes that takes Shift for itself", step: "record", come: composing("Process") },
  { what: "the question before printing is open", step: "record", come: pressAndFocus('[data-action="print"]', '[data-action="print-now"]') },
  { what: "the question before clearing is open", step: "start", come: pressAndFocus('[data-action="clear"]', '[data-action="clear-yes"]') },
  { what: "the panel of danger is open", step: "start", come: pressAndFocus('[name="context.danger_now"][value="yes"]', '[data-action="called"]') },
  { what: "the cover is on", step: "situation", come: pressAndFocus('#bar [data-action="cover"]', '#cover [data-action="uncover"]') },
  { what: "the moment is not private", step: "situation", come: pressAndFocus('[name="context.private_now"][value="no"]', '[data-stop="not-private"] [data-action="uncover"]') },
  { what: "a dialog lies over the page", step: "dash", come: dialog },
  { what: "nothing has focus", step: "about", come: (page) => page.evaluate(() => document.activeElement.blur() ?? true) },
];

/** Comes to a moment and taps; true when the page was left. */
async function leavesFrom(stage, page, { step, come }) {
  await person(page).open(stage.tool);
  await openStep(page, step);
  const focused = await come(page, stage);
  if (focused === false) return false;
  if (focused) await page.play(TAPS).catch(() => {});
  return atWeather(page, 3000).then(() => true, () => false);
}

/** Every kind of control that some step has, with the first place of each. */
const kinds = (stage) =>
  stage.fresh(async (page) => {
    await stage.openTool(page);
    const found = new Map();
    for (const step of STEPS) {
      await openStep(page, step);
      for (const { kind, place } of await focusable(page)) if (!found.has(kind)) found.set(kind, { what: kind, step, come: focusAt(place) });
    }
    return [...found.values()];
  });

/**
 * What opens a list of the browser's own over the page: in Firefox that takes every key and the first press, those of the way out
 * too. Only real keys meet it: a driver's go past it. So none may be there, in any step.
 */
const LISTS = "select, input[list], input[type=date], input[type=time], input[type=month], input[type=week], input[type=datetime-local], input[type=color]";
const lists = (stage) =>
  stage.fresh(async (page) => {
    await stage.openTool(page);
    const found = [];
    for (const step of STEPS) {
      await openStep(page, step);
      found.push(...(await page.evaluate((lists) => [...document.querySelectorAll(lists)].map((one) => one.outerHTML.slice(0, 60)), LISTS)));
    }
    return found;
  });

/** A list put into the page and, with `open`, opened with real keys in a real window; then three real taps of Shift: true when they leave. */
async function leavesWithList(stage, open) {
  const outside = await stage.outside();
  return outside.fresh(async (page) => {
    await stage.openTool(page);
    const { x, y } = await pagePlace(page);
    outside.screen.point(x + 300, y + 300);
    await page.evaluate(() => {
      const list = document.createElement("select");
      for (const name of ["one", "two", "three"]) list.append(new Option(name));
      document.querySelector("#app form").prepend(list);
      list.focus();
    });
    if (open) outside.screen.press("alt+Down");
    await sleep(700);
    await tapThreeOutside(outside.screen, 80);
    return atWeather(page, 2500).then(() => true, () => false);
  });
}

/** Makes the exit deaf while something is typed into, as many shortcuts are. */
const deafInFields = () =>
  addEventListener("keyup", (event) => {
    if (event.target instanceof Element && event.target.matches("input, textarea, select")) event.stopImmediatePropagation();
  }, true);

export const R15 = {
  id: "R15",
  what: "Shift three times leaves from any control",
  target: "every kind of control and every moment leaves; no control opens a list of the browser's own",
  quick: { rounds: 1, only: ["textarea", "input radio", "while an input method composes that takes Shift for itself", "the question before printing is open", "a dialog lies over the page"] },
  whole: { rounds: 5 },
  async prove(stage, { rounds, only }) {
    const all = [...(await kinds(stage)), ...MOMENTS];
    const moments = all.filter(({ what }) => !only || only.includes(what));
    const missed = [];
    for (let round = 0; round < rounds; round++) {
      await stage.fresh(async (page) => {
        for (const moment of moments) if (!(await leavesFrom(stage, page, moment))) missed.push(moment.what);
      });
      stage.tell(`round ${round + 1} of ${rounds}: ${missed.length} missed`);
    }
    const deaf = await stage.fresh(async (page) => {
      await page.preload(deafInFields);
      return !(await leavesFrom(stage, page, moments.find(({ what }) => what.startsWith("textarea"))));
    });
    const open = await lists(stage);
    const withList = await leavesWithList(stage, true);
    const closed = await leavesWithList(stage, false);
    const names = moments.map(({ what }) => what);
    return {
      done: `focus on each kind of control there is, and in each moment (${names.join("; ")}), ${rounds} times` + (stage.engine.name === "Firefox" ? "; composing is written in the page, as WebDriver knows no input method" : ""),
      ours: `${moments.length * rounds - missed.length} of ${moments.length * rounds} left${missed.length ? `; missed: ${[...new Set(missed)].join("; ")}` : ""}; ${open.length} controls that open a list of the browser's own${open.length ? `: ${open[0]}` : ""}`,
      met: missed.length === 0 && open.length === 0 && moments.length === (only ?? all).length && all.length > MOMENTS.length + 8,
      control: `${deaf ? "an exit deaf in fields, put in on purpose, does not leave from a textarea" : "an exit deaf in fields leaves all the same"}; with a drop-down list put in and opened by real keys, three real taps ${withList ? "leave" : "do not leave"}, with it closed they ${closed ? "do" : "do not either"}`,
      caught: deaf && !withList && closed,
    };
  },
};
