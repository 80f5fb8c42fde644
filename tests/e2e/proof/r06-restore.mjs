// R6: killed in the middle of a word and started again with its tabs brought back: no field has anything in it.
import { contentsOf, contentsOfSteps } from "../lib/filling.mjs";
import { kill } from "../lib/processes.mjs";
import { neverAsks } from "../lib/planted.mjs";
import { serveTool } from "../lib/server.mjs";
import { arrive, ready, sleep } from "../lib/steps.mjs";
import { PLACES, fill, midEdit, onScreen, sideBySide, withProfile } from "./visits.mjs";

async function openAt(stage, page, tool) {
  await arrive(page, stage.neutral, `${tool.origin}/`);
  await ready(page);
}

/** After a crash Chromium asks whether to bring the tabs back, and is told so here; Firefox does it by itself. */
const AGAIN = { Chromium: { more: ["--restore-last-session", "--hide-crash-restore-bubble"] }, Firefox: {} };

/** How often a visit is made: on a busy machine a browser may start after the crash without its tabs, which shows nothing. */
const TRIES = 3;

async function visit(stage, plan) {
  for (let tries = 1; ; tries++) {
    const result = await visitOnce(stage, plan);
    if (result) return result;
    if (tries === TRIES) throw new Error(`the tab was not brought back in ${TRIES} visits`);
  }
}

/** What the fields hold after the crash that they did not hold before anything was put in; nothing if no tab came back. */
function visitOnce(stage, { place, steps }) {
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
    if (!again) return null;
    if (place !== "naive") await ready(again);
    // What comes back may come a moment after the page.
    await sleep(2_000);
    const came = (await contents(again)).filter((one) => !fresh.includes(one));
    return { place, came };
  });
}

/** The tool as it is: true when the tab that is brought back leaves for the other site at once. */
function leaves(stage) {
  return withProfile(stage, async ({ profile, open }) => {
    const page = await (await open()).newPage();
    await fill(stage, page, "tool", STEPS[0]);
    await midEdit({ stage, page, profile });
    await kill(profile);
    const again = await open(AGAIN[stage.engine.name]);
    for (let n = 0; n < 40; n++) {
      for (const tab of await again.restored()) {
        if (await tab.evaluate(() => location.href).then((href) => href.startsWith("https://www.bbc.co.uk/"), () => false)) return true;
      }
      await sleep(500);
    }
    return false;
  });
}

/** The tab of this address, once the browser has brought it back; nothing when it does not. */
async function broughtBack(browser, url) {
  for (let n = 0; n < 40; n++) {
    for (const page of await browser.restored()) {
      if (await page.evaluate((url) => location.href === url && document.readyState === "complete", url).catch(() => false)) return page;
    }
    await sleep(500);
  }
  return null;
}

const STEPS = [["situation", "dash"], ["identify", "record"], ["tonight", "next-steps"], ["workshop:own", "workshop:board"]];

export const R6 = {
  id: "R6",
  what: "Crash restore brings back nothing",
  target: "the tab leaves at once; were it to stay, all fields would be empty",
  quick: { visits: 1 },
  whole: { visits: 12 },
  prove: onScreen(async (stage, { visits }) => {
    const ours = Array.from({ length: visits }, (_, n) => ({ place: "tool", steps: STEPS[n % STEPS.length] }));
    // The tab would leave before anything could be read in it: its fields are those of an exit that does not ask.
    const stays = await serveTool(neverAsks);
    const results = await sideBySide({ ...stage, openTool: (page) => openAt(stage, page, stays) }, [{ place: "naive" }, ...ours], visit);
    stays.close();
    const left = await leaves(stage);
    const [naive, ...own] = results;
    const came = own.flatMap((result) => result.came);
    return {
      done: `${visits} visits, every kind of field filled, the browser killed while typing and started again with its tabs brought back; then all fields of all steps read, in a page whose exit does not ask how it was come to; and once the page as it is`,
      ours: `the page as it is ${left ? "left at once" : "did not leave"}; ${came.length ? `came back: ${came.join(", ")}` : "one that stays came back with all fields as in a new one"}`,
      met: came.length === 0 && left,
      control: `${naive.came.length ? `${naive.came.length} fields came back filled` : "no field came back"}; a page whose exit does not ask came back and stayed`,
      caught: naive.came.length > 0,
    };
  }),
};
