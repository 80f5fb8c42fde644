// A screen reader that goes back by headings, tables or buttons, and Sticky Keys that are switched on. Of a screen reader's
// Shift and a letter the page hears the Shift only, as a clean tap, and then it moves: so it was measured with Orca 43.1 in both
// browsers, Shift+H on any step: a scroll 41 to 44 ms and a change of the selection 53 to 54 ms after Shift went down. NVDA and
// JAWS keep the letter in the same way (by their source and their design; neither has been tried).
import { sleep } from "./steps.mjs";

/** How the page moves: each is what one screen reader or another does. */
const MOVES = {
  "scrolls and selects": () => {
    scrollBy(0, scrollY > 60 ? -60 : 60);
    const heads = [...document.querySelectorAll("h1, h2, h3, legend")].filter((one) => one.checkVisibility());
    window.place = ((window.place ?? 0) + 1) % heads.length;
    getSelection().collapse(heads[window.place], 0);
  },
  "only selects": () => {
    const heads = [...document.querySelectorAll("h1, h2, h3, legend")].filter((one) => one.checkVisibility());
    window.place = ((window.place ?? 0) + 1) % heads.length;
    getSelection().collapse(heads[window.place], 0);
  },
  "only scrolls": () => scrollBy(0, scrollY > 60 ? -60 : 60),
  "moves the focus": () => {
    const all = [...document.querySelectorAll("#app button, #app input")].filter((one) => one.checkVisibility() && one !== document.activeElement);
    all[0].focus({ preventScroll: true });
  },
};

/** When the page moves: while Shift is still down, or after it came up; in ms. */
const TIMES = { "while Shift is down": [45, 0, 80], "after Shift came up": [40, 60, 0] };

/** Every way of going back: `{ what, move, times }`. */
export const WAYS = Object.entries(MOVES).flatMap(([how, move]) => Object.entries(TIMES).map(([when, times]) => ({ what: `${how} ${when}`, move, times })));

/** Goes back `count` times, 0.8 s between. */
export async function goBack(page, { move, times: [before, after, rest] }, count = 4) {
  for (let n = 0; n < count; n++) {
    await page.keyboard.down("ShiftLeft");
    await sleep(before);
    if (!after) await page.evaluate(move);
    await sleep(rest);
    await page.keyboard.up("ShiftLeft");
    await sleep(after);
    if (after) await page.evaluate(move);
    await sleep(800);
  }
}

/** Sticky Keys are switched on by five taps of Shift. */
export async function stickyKeys(page) {
  for (let n = 0; n < 5; n++) {
    await page.keyboard.down("ShiftLeft").catch(() => {});
    await page.keyboard.up("ShiftLeft").catch(() => {});
    await sleep(150);
  }
}

/** Switches the taps off or on as somebody does under Settings, at "Display". */
export async function switchTaps(page) {
  await page.evaluate(async () => {
    document.querySelector('.foot button[data-step="settings"], button[data-step="settings"]').click();
    for (let n = 0; n < 400 && !document.querySelector('[data-display="shift-exit"]'); n++) await new Promise((done) => setTimeout(done, 25));
    document.querySelector('[data-display="shift-exit"]').click();
  });
}
