// R6: killed in the middle of a word and started again with its tabs brought back: no field has anything in it.
import { contentsOf, contentsOfSteps } from "../lib/filling.mjs";
import { kill } from "../lib/processes.mjs";
import { ready, sleep } from "../lib/steps.mjs";
import { PLACES, fill, midEdit, onScreen, sideBySide, withProfile } from "./visits.mjs";

/** After a crash Chromium asks whether to bring the tabs back, and is told so here; Firefox does it by itself. */
const AGAIN = { Chromium: { more: ["--restore-last-session", "--hide-crash-restore-bubble"] }, Firefox: {} };

/** What the fields hold after the crash that they did not hold before anything was put in. */
function visit(stage, { place, steps }) {
  return withProfile(stage, async ({ profile, open }) => {
    const contents = place === "naive" ? contentsOf : contentsOfSteps;
    const page = await (await open()).newPage();
    await PLACES[place](stage, page);
    const fresh = await contents(page);
    const url = await page.evaluate(() => location.href);
    await fill(stage, page, place, steps);
    await midEdit({ stage, page, profile });
    await kill(profile);
    const again = await broughtBack(await open(AGAIN[stage.engine.name]), url);
    if (place !== "naive") await ready(again);
    // What comes back may come a moment after the page.
    await sleep(2_000);
    const came = (await contents(again)).filter((one) => !fresh.includes(one));
    return { place, came };
  });
}

/** The tab of this address, once the browser has brought it back. */
async function broughtBack(browser, url) {
  for (let n = 0; n < 40; n++) {
    for (const page of await browser.restored()) {
      if (await page.evaluate((url) => location.href === url && document.readyState === "complete", url).catch(() => false)) return page;
    }
    await sleep(500);
  }
  throw new Error("the tab was not brought back");
}

const STEPS = [["situation", "dash"], ["identify", "record"], ["tonight", "next-steps"], ["workshop:own", "workshop:board"]];

export const R6 = {
  id: "R6",
  what: "Crash restore brings back nothing",
  target: "all fields empty",
  quick: { visits: 1 },
  whole: { visits: 12 },
  prove: onScreen(async (stage, { visits }) => {
    const ours = Array.from({ length: visits }, (_, n) => ({ place: "tool", steps: STEPS[n % STEPS.length] }));
    const results = await sideBySide(stage, [{ place: "naive" }, ...ours], visit);
    const [naive, ...own] = results;
    const came = own.flatMap((result) => result.came);
    return {
      done: `${visits} visits, every kind of field filled, the browser killed while typing and started again with its tabs brought back; then all fields of all steps read`,
      ours: came.length ? `came back: ${came.join(", ")}` : "the tab came back, all fields as in a new one",
      met: came.length === 0,
      control: naive.came.length ? `${naive.came.length} fields came back filled` : "no field came back",
      caught: naive.came.length > 0,
    };
  }),
};
