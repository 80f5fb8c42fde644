// Filling a page as a worker would, with words that can be found again: the tool's own controls, and one of each kind
// that HTML has, put beside them or standing in the naive page.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { withDrawn } from "./steps.mjs";

/** What is typed begins with this and ends with the kind of the control. */
export const MARK = "zqveil4711k";
const DATE = "7319-11-23";
const RANGE = "650193847261";
const NUMBER = "481906275318";
/** How the names and values of the planted controls begin: browsers keep those of what was chosen. */
const NAMES = "mulberry.";

/** What has no keys of its own that are the same in every language is set. */
const SET = { date: DATE, range: RANGE, select: "mulberry.chosen" };
/** What is typed where not every text will do; nothing where a click is all. */
const TYPED = { number: NUMBER, email: `${MARK}email@example.org`, url: `https://${MARK}url`, tick: "", pick: "" };

/** Every word that nothing on disk may hold. */
export const SENTINELS = [MARK, DATE, RANGE, NUMBER, NAMES];
/** The steps of the tool that have controls, and the parts of the workshop that have some. */
export const STEPS = ["start", "situation", "identify", "dash", "next-steps", "record", "tonight", "service-check", "settings", "workshop:tally", "workshop:board", "workshop:own"];
/** The kinds of controls that the tool has. */
export const KINDS = ["button", "checkbox", "radio", "text", "textarea"];

const fixture = await readFile(fileURLToPath(new URL("../fixtures/naive-form.html", import.meta.url)), "utf8");
const controls = /<!--controls-->(.*)<!--\/controls-->/s.exec(fixture)[1];

/** Goes on past every stop that an answer has opened, so that what stands behind it can be filled. */
async function passStops(page) {
  await page.evaluate(async () => {
    const frame = () => new Promise((go) => setTimeout(go, 60));
    await frame(); // the last answer may still be on its way to a stop
    for (let n = 0; n < 8; n++) {
      await frame();
      const on = document.querySelector('[data-stop] [data-action="stop-aside"], [data-stop="not-private"] [data-action="uncover"]');
      if (!on) return;
      on.click();
    }
  });
}

/** The first, the middle and the last control of each kind in a step, answered with real keys and clicks; their kinds and names. */
export async function fillStep(page, step) {
  await passStops(page);
  const picked = await page.evaluate(withDrawn(pickInPage), step);
  const filled = [];
  for (const [place, { kind, name }] of picked.entries()) {
    if (!(await press(page, place))) continue;
    if (kind === "text" || kind === "textarea") await page.keyboard.type(`${MARK}${kind}`);
    if (await page.evaluate(tookInPage, place)) filled.push({ kind, name });
  }
  return filled;
}

/** Puts one control of each kind into the tool's own form, with what the tool gives to all of its controls. */
export async function plant(page) {
  await passStops(page);
  await page.evaluate((controls) => {
    const form = document.querySelector("#app form");
    const own = form.querySelector("input, textarea, button[name]");
    const guards = ["autocomplete", "spellcheck", "writingsuggestions", "translate"].map((name) => [name, own.getAttribute(name)]);
    const place = form.appendChild(document.createElement("div"));
    place.innerHTML = controls;
    for (const control of place.querySelectorAll("input, textarea, select, [contenteditable]")) {
      for (const [name, value] of guards) if (value !== null) control.setAttribute(name, value);
    }
  }, controls);
}

/** Fills the controls of `naive-form.html`, wherever they stand. On a busy machine a click may miss: then again. */
export async function fillAll(page) {
  const kinds = await page.evaluate(() => {
    window.picked = [...document.querySelectorAll('[name^="mulberry."], [data-name^="mulberry."]')];
    return window.picked.map((control) => (control.name || control.dataset.name).split(".")[1]);
  });
  for (const [place, kind] of kinds.entries()) {
    for (let tries = 0; !(await page.evaluate(heldInPage, { place, word: SET[kind] ?? (kind === "number" ? NUMBER : MARK) })); tries++) {
      if (tries === 5) throw new Error(`${kind} does not take what is put in`);
      // What stands in front may have come since: a stop waits until an answer is meant.
      if (tries > 0) await passStops(page);
      if (kind in SET) await page.evaluate(setInPage, { place, value: SET[kind] });
      else if (await press(page, place)) await page.keyboard.type(TYPED[kind] ?? `${MARK}${kind}`);
    }
  }
}

/** What all controls hold, in every step of the tool. */
export async function contentsOfSteps(page) {
  const contents = [];
  for (const step of STEPS) {
    await page.evaluate(withDrawn(pickInPage), step);
    contents.push(...(await contentsOf(page)));
  }
  return contents;
}

/** What the controls of this page hold, and which are chosen. */
export const contentsOf = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("input, textarea, select, [contenteditable]")].flatMap((control) => {
      if (["checkbox", "radio"].includes(control.type) && !control.checked) return [];
      const value = control.value ?? control.textContent;
      return value ? [`${control.name ?? control.dataset.name}=${value}`] : [];
    }),
  );

/** A real click on a picked control; false when it cannot be reached any more. */
async function press(page, place) {
  // The curtain that lies over a window without focus lifts when the pointer comes to it.
  await page.mouse.move(20, 200);
  await page.mouse.move(30, 210);
  const at = await page.evaluate((place) => {
    const control = window.picked[place];
    const target = control.closest("label") ?? control;
    if (!control.isConnected || !target.checkVisibility()) return null;
    target.scrollIntoView({ block: "center" });
    const box = control.matches("[type=checkbox], [type=radio]") ? target.getClientRects()[0] : control.getBoundingClientRect();
    const [x, y] = [box.x + Math.min(box.width, 60) / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(x, y);
    return target.contains(top) ? { x, y } : null;
  }, place);
  if (!at) return false;
  await page.mouse.click(at.x, at.y);
  return true;
}

/** Runs in the page, where `drawn` is known: opens a step with all there is in it, and picks the first, the middle and the last control of each kind. */
async function pickInPage(place) {
  const [step, part] = place.split(":");
  document.querySelector(`button[data-step="${step}"]`).click();
  await drawn();
  if (part) {
    document.querySelector(`[data-part="${part}"]`).click();
    await drawn();
    // Where votes are pasted, and where a story of one's own is written.
    document.querySelector('[data-votes="codes"], [data-action="own-new"]')?.click();
    await drawn();
  }
  document.querySelector('#app [data-layout="whole"][aria-pressed="false"]')?.click();
  await drawn();
  await openFolds();
  const kinds = {};
  for (const control of document.querySelectorAll("#app input, #app textarea, #app select, #app form button[name]")) {
    if ((control.closest("label") ?? control).checkVisibility()) (kinds[control.type] ??= []).push(control);
  }
  const some = (list) => new Set([list[0], list[list.length >> 1], list.at(-1)]);
  window.picked = Object.values(kinds).flatMap((list) => [...some(list)]);
  return window.picked.map(({ type, name }) => ({ kind: type, name }));
}

/** Runs in the page: an answer may take its question away. */
function tookInPage(place) {
  const control = window.picked[place];
  return !control.isConnected || control.type === "button" || control.checked || (!["checkbox", "radio"].includes(control.type) && control.value !== "");
}

/** Runs in the page: the control tells of it as if it had been done by hand. */
function setInPage({ place, value }) {
  const control = window.picked[place];
  control.focus();
  control.value = value;
  for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Runs in the page. */
function heldInPage({ place, word }) {
  const control = window.picked[place];
  if (["checkbox", "radio"].includes(control.type)) return control.checked;
  return (control.value ?? control.textContent).includes(word);
}
