// R24: what the browser shows around the page is neutral, and stays so until the other site is there.
import { servePlanted } from "../lib/planted.mjs";
import { atWeather, click, ready, sleep, spy } from "../lib/steps.mjs";
import { survey } from "./survey.mjs";

/** Titles that tell nothing. */
const TITLES = ["Notes"];

const wrong = ({ title, icon, address }) => [
  ...(TITLES.includes(title) ? [] : [`title “${title}”`]),
  ...(icon === "data:" ? [] : [`icon “${icon}”`]),
  ...(address === "/" ? [] : [`address ${address}`]),
];

/** What it shows while it leaves and the other site is slow, looked at every 50 ms. */
async function leaving(stage, page) {
  stage.browser.behaviour.delay = 1000;
  const watcher = await spy(page);
  await Promise.race([click(page, "#exit").catch(() => {}), sleep(100)]);
  const seen = await watcher.seen(8);
  await atWeather(page);
  return seen;
}

/** Faults of the surface, each put into a copy: a title that tells, an empty one while it leaves, another icon, another address. */
const PLANTS = {
  "a title that tells": `addEventListener("load", () => setTimeout(() => { document.title = "Help with abuse"; }, 300));`,
  "no title while it leaves": `addEventListener("pointerup", () => setTimeout(() => { document.title = ""; }, 20), true);`,
  "another icon": `addEventListener("load", () => setTimeout(() => { document.querySelector("link[rel=icon]").setAttribute("href", "/icon.png"); }, 300));`,
  "another address": `addEventListener("load", () => setTimeout(() => history.replaceState(null, "", "#dash"), 300));`,
};

async function plant(stage) {
  const found = [];
  for (const [name, script] of Object.entries(PLANTS)) {
    const planted = await servePlanted(script);
    await stage.fresh(async (page) => {
      page.start(`${planted.origin}/`);
      await ready(page);
      await sleep(600);
      const now = await page.evaluate(() => ({
        title: document.title,
        icon: document.querySelector("link[rel=icon]").getAttribute("href").slice(0, 5),
        address: location.pathname + location.search + location.hash,
      }));
      const seen = name.includes("leaves") ? await leaving(stage, page) : [now];
      if (seen.some((one) => wrong(one).length)) found.push(name);
    });
    planted.close();
  }
  return found;
}

export const R24 = {
  id: "R24",
  what: "Title, icon and address stay neutral",
  target: `title one of ${TITLES.join(", ")} and never empty, icon in the page, address “/”, on every screen and while it leaves`,
  quick: {},
  whole: {},
  async prove(stage) {
    const { screens } = await survey(stage);
    const seen = await stage.fresh(async (page) => {
      await stage.openTool(page);
      return leaving(stage, page);
    });
    const faults = [...screens, ...seen].flatMap(wrong);
    const found = await plant(stage);
    return {
      done: `${screens.length} screens, and ${seen.length} looks, 50 ms apart, while it left`,
      ours: `${faults.length} faults${faults.length ? `: ${[...new Set(faults)].join("; ")}` : ""}; title “${screens[0].title}”`,
      met: faults.length === 0 && new Set(screens.map(({ title }) => title)).size === 1 && seen.length >= 8,
      control: `${found.length} of ${Object.keys(PLANTS).length} planted faults found: ${found.join(", ")}`,
      caught: found.length === Object.keys(PLANTS).length,
    };
  },
};
