// R7: how soon the other site is asked for, by the clock of the third Shift itself to the request at a real server.
import { tapThreeOutside, thirdTap } from "../lib/outside.mjs";
import { atWeather, sleep } from "../lib/steps.mjs";
import { spread } from "./figures.mjs";

/** From the third tap to the request; `before` is done in the page first. Three taps of a real keyboard. */
export async function timeToRequest({ screen, wire }, page, before = () => {}) {
  await before(page);
  await tapThreeOutside(screen);
  const tapped = await thirdTap(page);
  await atWeather(page, 20_000);
  return wire.exits()[0].at - tapped;
}

/** The fault: 300 ms of tidying up between the press and the leaving. */
const slowExit = (page) =>
  page.evaluate(() => {
    let taps = 0;
    const tidy = (event) => {
      if (event.key !== "Shift" || ++taps < 3) return;
      for (const end = performance.now() + 300; performance.now() < end; );
    };
    document.addEventListener("keydown", tidy, true);
  });

export const R7 = {
  id: "R7",
  what: "Gone at once, when nothing else happens",
  target: "from the third Shift coming up to the request: p50 ≤ 60 ms, p95 ≤ 120 ms, max ≤ 200 ms",
  quick: { exits: 2, slow: 1 },
  whole: { exits: 100, slow: 5 },
  async prove(stage, { exits, slow }) {
    const outside = await stage.outside();
    const visit = (before) =>
      outside.fresh(async (page) => {
        await stage.openTool(page);
        await sleep(300);
        return timeToRequest(outside, page, before);
      });
    const times = [];
    while (times.length < exits) {
      times.push(await visit());
      if (times.length % 20 === 0) stage.tell(spread(times).words);
    }
    const slowed = [];
    while (slowed.length < slow) slowed.push(await visit(slowExit));
    const { p50, p95, max, words } = spread(times);
    return {
      done: "real window, real Shift keys (XTEST), a new TLS connection to a local server that stands for the exit site, through a local proxy; a new tab each time",
      ours: words,
      works: times.every(Number.isFinite),
      met: p50 <= 60 && p95 <= 120 && max <= 200,
      control: `an exit that tidies up for 300 ms first: ${spread(slowed).words}`,
      caught: spread(slowed).max > 200,
    };
  },
};
