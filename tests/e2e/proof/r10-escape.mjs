// R10: Escape stops a page from loading; it must not stop the exit. Real keys: the browser's own do not hear others.
import { tapThreeOutside, thirdTap } from "../lib/outside.mjs";
import { numbers } from "../lib/notes.mjs";
import { atWeather, sleep } from "../lib/steps.mjs";

const SEED = 10;
const DELAY = 1500;

/** Leaves, and presses Escape three times before the other site answers; true when it is reached all the same. */
async function leaveUnderEscape({ screen, wire }, page, random) {
  wire.behaviour.delay = DELAY;
  const moments = [0, 0, 0].map(() => random(DELAY - 300)).sort((one, other) => one - other);
  await tapThreeOutside(screen);
  const begun = await thirdTap(page);
  for (const moment of moments) {
    await sleep(begun + moment - Date.now());
    screen.press("Escape");
  }
  return atWeather(page, 2 * DELAY + 1000).then(
    () => true,
    () => false,
  );
}

export const R10 = {
  id: "R10",
  what: "Escape cannot cancel it",
  target: "arrives 20 times of 20",
  quick: { visits: 2, naive: 1 },
  whole: { visits: 20, naive: 5 },
  async prove(stage, { visits, naive }) {
    const outside = await stage.outside();
    const random = numbers(SEED);
    const times = async (n, open) => {
      let arrived = 0;
      for (let done = 0; done < n; done++) {
        arrived += await outside.fresh(async (page) => {
          await open(page);
          await sleep(300);
          return Number(await leaveUnderEscape(outside, page, random));
        });
      }
      return arrived;
    };
    const ours = await times(visits, stage.openTool);
    const theirs = await times(naive, stage.openNaive);
    return {
      done: `real window, real Escape three times at moments by chance (seed ${SEED}) while the other site is ${DELAY / 1000} s late`,
      ours: `arrived ${ours} of ${visits}`,
      met: ours === visits,
      control: `stranded ${naive - theirs} of ${naive}`,
      caught: theirs < naive,
    };
  },
};
