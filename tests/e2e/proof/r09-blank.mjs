// R9: the page is blank at once, while the other site is still awaited: by its pixels, and by what is in it.
import { pagePlace, tapThreeOutside, thirdTap } from "../lib/outside.mjs";
import { numbers } from "../lib/notes.mjs";
import { atWeather, click, sleep, spy } from "../lib/steps.mjs";
import { STEPS } from "../lib/walk.mjs";
import { spread } from "./figures.mjs";

const SEED = 9;

/** Watches the screen until the page is blank, for `ms`; gives when it was, or null. */
async function whenBlank(screen, place, ms) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(3)) {
    if (screen.blank(place)) return Date.now();
  }
  return null;
}

/** Leaves by three taps with the other site `delay` ms late. */
async function leave({ screen, wire }, page, delay) {
  const place = await pagePlace(page);
  const shown = !screen.blank(place);
  wire.behaviour.delay = delay;
  const watcher = await spy(page);
  await tapThreeOutside(screen);
  const blank = await whenBlank(screen, place, 1000);
  const tapped = await thirdTap(page);
  // Until the other site has answered, nothing may come again.
  let again = 0;
  for (const end = tapped + delay - 200; blank && Date.now() < end; await sleep(100)) again += Number(!screen.blank(place));
  return { shown, after: blank ? blank - tapped : Infinity, again, seen: await watcher.seen() };
}

/** All there is in the page then, and that Escape does not get through. */
const LEFT = JSON.stringify({ text: "Loading", elements: [["DIV", "alert"]], title: "Notes", icon: "data:", address: "/", swallowed: true });
const others = (seen) => (seen.length ? seen.filter((one) => JSON.stringify(one) !== LEFT).length : 1);

export const R9 = {
  id: "R9",
  what: "Blank at once",
  target: "blank within 50 ms of the third Shift coming up, and until the other site is there; nothing in the page but one alert that says Loading; 20 of 20",
  quick: { visits: 2, delay: 1500 },
  whole: { visits: 20, delay: 10_000 },
  async prove(stage, { visits, delay }) {
    const outside = await stage.outside();
    const random = numbers(SEED);
    const times = [];
    let again = 0;
    let other = 0;
    for (let n = 0; n < visits; n++) {
      await outside.fresh(async (page) => {
        await stage.openTool(page);
        const step = STEPS[random(STEPS.length)];
        await page.evaluate((step) => document.querySelector(`button[data-step="${step}"]`).click(), step);
        await sleep(700);
        const left = await leave(outside, page, delay);
        times.push(left.shown ? left.after : Infinity);
        again += left.again;
        other += others(left.seen);
        await atWeather(page, delay + 10_000);
      });
      if (n % 5 === 4) stage.tell(`${n + 1} of ${visits}: ${spread(times).words}`);
    }
    // The same by a click.
    await outside.fresh(async (page) => {
      await stage.openTool(page);
      outside.wire.behaviour.delay = 1000;
      const watcher = await spy(page);
      await Promise.race([click(page, "#exit").catch(() => {}), sleep(100)]);
      other += others(await watcher.seen());
      await atWeather(page);
    });
    const naive = await outside.fresh(async (page) => {
      await stage.openNaive(page);
      await sleep(300);
      return leave(outside, page, 1500);
    });
    const still = naive.after === Infinity && /Help with abuse/.test(naive.seen[0]?.text) && !naive.seen[0].swallowed;
    const blank = times.filter((time) => time <= 50).length;
    return {
      done: `${visits} visits at steps by chance (seed ${SEED}), real window and keys, the other site ${delay / 1000} s late; every pixel of every second row, read from the screen's own memory each 3 ms; once by a click`,
      ours: `blank within 50 ms in ${blank} of ${visits}: ${spread(times).words}; shown again: ${again}; anything else in the page: ${other}`,
      works: times.every(Number.isFinite) && again === 0 && other === 0,
      met: blank === visits && again === 0 && other === 0,
      control: still ? `still there after a second, with all its words, and Escape gets through` : "blank",
      caught: naive.shown && still,
    };
  },
};
