// R20: Exit is there on every screen, at once, large, and under nothing.
import { round } from "../lib/round.mjs";
import { colours } from "../lib/steps.mjs";
import { VIEWPORTS, look, survey } from "./survey.mjs";

/** What is wrong with Exit on a screen, in words. Where the page begins it comes first of all. */
function wrong(name, { exit, tabs }) {
  const stops = name.startsWith("start, just opened") ? [1] : [1, 2];
  return [...exit, ...(stops.includes(tabs) ? [] : [`not among the first tab stops, up to ${stops.at(-1)}`])].map((fault) => `${name}: ${fault}`);
}

/** Firefox takes forced colours from a preference, so it needs a browser of its own. */
async function withForcedColours(stage, run) {
  if (stage.engine.name === "Chromium") {
    return stage.fresh(async (page) => {
      await page.forceColours();
      return run(page);
    });
  }
  const browser = await stage.engine.launch({ more: { "browser.display.document_color_use": 2 } });
  try {
    return await run(await browser.newPage());
  } finally {
    await browser.close();
  }
}

/** A round at one size; the faults, and the number of screens. */
async function roundAt(stage, name, { width, height, forced }) {
  const go = async (page) => {
    await page.resize(width, height);
    await stage.openTool(page);
    const faults = [];
    if (forced && !(await page.evaluate(() => matchMedia("(forced-colors: active)").matches))) faults.push("the colours are not forced");
    const screens = await round(page, async (screen) => {
      faults.push(...wrong(`${screen}, ${name}`, await look(page)));
      if (forced && screen === "start, just opened" && !(await drawn(page))) faults.push(`${screen}, ${name}: Exit cannot be told from what is behind it`);
    });
    return { faults, screens };
  };
  return forced ? withForcedColours(stage, go) : stage.fresh(go);
}

/** True when the bar with Exit alone on it shows more than one colour. */
async function drawn(page) {
  await page.evaluate(() => {
    for (const one of document.body.querySelectorAll("*")) if (!one.closest("#exit") && !one.contains(document.getElementById("exit"))) one.dataset.aside = one.style.visibility = "hidden";
  });
  const count = colours(await page.screenshot());
  await page.evaluate(() => document.querySelectorAll("[data-aside]").forEach((one) => {
    one.style.visibility = "";
    delete one.dataset.aside;
  }));
  return count > 1;
}

/** What would hide Exit, put into the page: each must be found. */
const PLANTS = {
  "an element over it": () => {
    const over = document.createElement("div");
    over.style.cssText = "position:fixed;inset:0 0 auto 0;height:100px;z-index:2147483647";
    document.body.append(over);
  },
  "too small": () => { document.getElementById("exit").style.cssText = "min-height:0;height:30px;width:30px;min-width:0;padding:0"; },
  "scrolled away": () => {
    document.getElementById("bar").style.position = "static";
    document.body.style.minHeight = "3000px";
  },
  "behind two other stops": () => {
    for (let n = 0; n < 2; n++) document.body.prepend(document.createElement("button"));
  },
};

async function plant(stage) {
  const found = [];
  for (const [name, run] of Object.entries(PLANTS)) {
    await stage.fresh(async (page) => {
      await stage.openTool(page);
      const before = wrong("", await look(page));
      await page.evaluate(run);
      if (!before.length && wrong("", await look(page)).length) found.push(name);
    });
  }
  return found;
}

export const R20 = {
  id: "R20",
  what: "Exit is always in reach",
  target: "on every screen, at four sizes: first or second tab stop, 44 × 44 px, in sight and on top at every scroll position",
  quick: { sizes: ["400 %"] },
  whole: { sizes: Object.keys(VIEWPORTS) },
  async prove(stage, { sizes }) {
    const faults = [];
    let screens = 0;
    for (const name of sizes) {
      // The round at 400 % is made anyway, for others.
      const shared = name === "400 %" && (await survey(stage)).screens;
      const at = shared
        ? { faults: shared.flatMap((screen) => wrong(`${screen.name}, ${name}`, screen)), screens: shared.length }
        : await roundAt(stage, name, VIEWPORTS[name]);
      faults.push(...at.faults);
      screens += at.screens;
      stage.tell(`${name}: ${at.screens} screens, ${at.faults.length} faults`);
    }
    const found = await plant(stage);
    return {
      done: `${screens} screens in ${sizes.length} sizes (${sizes.map((name) => `${name} ${VIEWPORTS[name].width} × ${VIEWPORTS[name].height}`).join(", ")}), each at five scroll positions, with real presses of Tab`,
      ours: `${faults.length} faults${faults.length ? `: ${faults.slice(0, 5).join("; ")}` : ""}`,
      met: faults.length === 0 && screens >= 40 * sizes.length,
      control: `${found.length} of ${Object.keys(PLANTS).length} planted faults found: ${found.join(", ")}`,
      caught: found.length === Object.keys(PLANTS).length,
    };
  },
};
