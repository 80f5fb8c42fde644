// R8: the heaviest work that the page has does not hold up the exit, and none of it takes long in one piece.
import { tapThreeOutside, thirdTap } from "../lib/outside.mjs";
import { numbers } from "../lib/notes.mjs";
import { atWeather, sleep, withDrawn } from "../lib/steps.mjs";
import { STEPS, walk } from "../lib/walk.mjs";
import { spread } from "./figures.mjs";

const SEED = 8;
const LONG = 50;
const HEAVY = ["identify", "dash", "next-steps", "record"];

/** Fills the fullest case there is, as fast as the page takes it. */
const fill = (page) => walk(page, { layout: "whole", answers: true, hurried: true, steps: ["situation", "identify", "dash", "next-steps"] });

/** From here on the page does its heaviest work without a rest: the largest steps, and all answers of the Dash. */
function toil(heavy) {
  const app = document.getElementById("app");
  const { port1, port2 } = new MessageChannel();
  const strokes = heavy.flatMap((step) => {
    const open = () => document.querySelector(`button[data-step="${step}"]`).click();
    const answers = () => app.querySelectorAll('input[name^="dash."][type="radio"]:not(:checked)').forEach((one) => one.name.match(/^dash\.\d+$/) && later.push(() => one.click()));
    return step === "dash" ? [open, answers] : [open];
  });
  const later = [];
  let at = 0;
  port1.onmessage = () => {
    if (app.ariaBusy !== "true") (later.shift() ?? strokes[at++ % strokes.length])();
    port2.postMessage(0);
  };
  port2.postMessage(0);
}

/** What our page drew at its heaviest, as markup. */
const drawnBy = (page) =>
  page.evaluate(withDrawn(async (heavy) => {
    const parts = [];
    for (const step of heavy) {
      document.querySelector(`button[data-step="${step}"]`).click();
      await drawn();
      parts.push(document.getElementById("app").innerHTML);
    }
    return parts;
  }), HEAVY);

/** Leaves by three taps `moment` ms after the work has begun. */
async function leaveAt({ screen, wire }, page, moment) {
  await sleep(moment);
  const asked = await tapThreeOutside(screen);
  const tapped = await thirdTap(page, 20_000);
  await atWeather(page, 20_000);
  return { time: wire.exits()[0].at - tapped, late: tapped - asked };
}

/** The usual page: it draws the same things, thirty times over in one piece. */
async function naive(stage, outside, parts) {
  return outside.fresh(async (page) => {
    await stage.openNaive(page);
    await page.evaluate((parts) => {
      const work = () => {
        for (let n = 0; n < 30; n++) {
          document.querySelector("main").innerHTML = parts[n % parts.length];
          document.body.getBoundingClientRect();
        }
      };
      setTimeout(work, 100);
    }, parts);
    return (await leaveAt(outside, page, 150)).time;
  });
}

/**
 * The pieces of work longer than 50 ms while a page is walked through. Chromium tells them by itself; in Firefox it is
 * the gaps between messages that the page sends itself without a rest.
 */
async function longPieces(page, run) {
  await page.evaluate((long) => {
    const found = (window.pieces = []);
    try {
      if (!PerformanceObserver.supportedEntryTypes.includes("longtask")) throw 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => found.push([startTime, duration]))).observe({ type: "longtask" });
    } catch (_) {
      let last = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        if (now - last > long) found.push([last, now - last]);
        last = now;
        port2.postMessage(0);
      };
      port2.postMessage(0);
    }
  }, LONG);
  const strokes = await run();
  await sleep(500);
  const pieces = await page.evaluate(() => window.pieces.splice(0));
  return pieces.map(([begun, took]) => ({ took, what: strokes.findLast(({ at }) => at <= begun + took - 1)?.what ?? "before the walk" }));
}

/** Every stroke in the layouts, all answered before or on the way; how many strokes, and the pieces that were too long. */
async function walkThrough(stage, { layouts, steps, answers }) {
  return stage.fresh(async (page) => {
    await stage.openTool(page);
    if (!answers) await fill(page);
    await page.throttle?.(4);
    await sleep(1000);
    let strokes = 0;
    const long = await longPieces(page, async () => {
      const done = [];
      for (const layout of layouts) {
        if (answers) done.push(...(await walk(page, { layout, steps, answers })));
        done.push(...(await walk(page, { layout, steps })));
        stage.tell(`${layout}: ${done.length} strokes`);
      }
      strokes = done.length;
      return done;
    });
    const planted = await longPieces(page, async () => {
      // A task of the page itself: those of the driver do not count.
      await page.evaluate(() => void setTimeout(() => { for (const end = performance.now() + 80; performance.now() < end; ); }));
      return [];
    });
    return { strokes, long: long.sort((one, other) => other.took - one.took), planted: planted.some(({ took }) => took > LONG) };
  });
}

export const R8 = {
  id: "R8",
  what: "Gone at once, whatever the page is busy with",
  target: "from the third Shift coming up to the request: max ≤ 200 ms; no task over 50 ms after loading, with the processor at a quarter",
  quick: { exits: 1, naive: 1, layouts: [], steps: [], answers: false },
  whole: { exits: 50, naive: 5, layouts: ["guided", "whole"], steps: STEPS, answers: true },
  async prove(stage, size) {
    const outside = await stage.outside();
    const random = numbers(SEED);
    const times = [];
    let late = 0;
    while (times.length < size.exits) {
      const one = await outside.fresh(async (page) => {
        await stage.openTool(page);
        await fill(page);
        await page.evaluate(toil, HEAVY);
        return leaveAt(outside, page, random(1500));
      });
      times.push(one.time);
      late = Math.max(late, one.late);
      if (times.length % 10 === 0) stage.tell(spread(times).words);
    }
    const parts = await outside.fresh(async (page) => {
      await stage.openTool(page);
      await fill(page);
      return drawnBy(page);
    });
    const theirs = [];
    while (theirs.length < size.naive) theirs.push(await naive(stage, outside, parts));
    const { strokes, long, planted } = await walkThrough(stage, size);
    const slowed = stage.engine.name === "Chromium";
    const worst = long.slice(0, 3).map(({ took, what }) => `${what} ${took.toFixed(0)} ms`).join("; ");
    return {
      done: [
        `${size.exits} exits at moments by chance (seed ${SEED}) while the fullest case is drawn and answered without a rest, real window and keys`,
        slowed
          ? `${strokes} strokes (${size.layouts.join(" and ")} layout) with the processor at a quarter, long tasks as the browser reports them`
          : `${strokes} strokes (${size.layouts.join(" and ")} layout); Firefox reports no long tasks and cannot be slowed: the gaps between messages that the page sends itself, at full speed`,
      ].join(". "),
      ours: `${spread(times).words}; the key was heard at most ${late.toFixed(0)} ms after it was pressed; ${strokes ? `${long.length} tasks over ${LONG} ms in ${strokes} strokes` : "long tasks are not measured at this size"}${long.length ? `, longest: ${worst}` : ""}`,
      works: times.every(Number.isFinite),
      // Without a walk nothing is known of long tasks.
      met: spread(times).max <= 200 && strokes > 0 && long.length === 0,
      control: `the same drawn by a naive page in one piece: ${spread(theirs).words}; a planted task of 80 ms ${planted ? "is" : "is not"} seen`,
      caught: spread(theirs).max > 200 && planted,
    };
  },
};
