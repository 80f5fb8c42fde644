// R14: JavaScript is off. The exit is a plain link in sight, and the help can be read.
import { arrive, atWeather, click, inTab } from "../lib/steps.mjs";

/** What can be read and reached with no script: asked by the driver, which a page without scripts still answers. */
const firstSight = (page) =>
  page.evaluate(() => {
    const exit = document.getElementById("exit");
    const box = exit.getBoundingClientRect();
    const seen = (selector) => document.querySelector(selector).getClientRects().length > 0;
    return {
      inView: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth,
      onTop: document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === exit,
      numbers: /999/.test(document.body.innerText) && /0808 2000 247/.test(document.body.innerText),
      told: /JavaScript/.test(document.querySelector("noscript").innerText),
      sheet: seen(".sheet"),
      "no word of waiting or trouble": !seen("#wait") && !seen("#problem"),
      scripts: window.waymark !== undefined,
    };
  });

/** Presses Exit by `press`; gives the header that names where it came from, or that it did not leave. */
async function leave(browser, page, press) {
  browser.exits.length = 0;
  await press(page);
  const arrived = await atWeather(page, 4000).then(() => true, () => false);
  return { arrived, referer: browser.exits[0]?.headers.referer };
}

const PRESSES = {
  "a click": (page) => click(page, "#exit"),
  "the keyboard": async (page) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
  },
};

export const R14 = {
  id: "R14",
  what: "Works without JavaScript",
  target: "the link is in sight without scrolling, leaves, and tells nobody; the help can be read",
  quick: { rounds: 1 },
  whole: { rounds: 5 },
  async prove(stage, { rounds }) {
    const browser = await stage.engine.launch({ script: false });
    const faults = [];
    const visit = (run) =>
      inTab(browser, async (page) => {
        await arrive(page, stage.neutral, `${stage.tool.origin}/`);
        return run(page);
      });
    for (let round = 0; round < rounds; round++) {
      for (const [way, press] of Object.entries(PRESSES)) {
        await visit(async (page) => {
          const { scripts, ...seen } = await firstSight(page);
          if (scripts) faults.push("scripts run");
          for (const name in seen) if (!seen[name]) faults.push(`not so: ${name}`);
          const { arrived, referer } = await leave(browser, page, press);
          if (!arrived || referer) faults.push(`${way}: ${arrived ? `Referer ${referer}` : "does not leave"}`);
        });
      }
    }
    const planted = await visit(async (page) => {
      await page.evaluate(() => document.getElementById("exit").removeAttribute("href"));
      return leave(browser, page, PRESSES["a click"]);
    });
    await browser.close();
    return {
      done: `${rounds} visits each by a click and by Tab and Enter, scripts switched off in the browser`,
      ours: faults.length ? [...new Set(faults)].join("; ") : "in sight, on top, leaves, no Referer; numbers, the sheet and the word on JavaScript can be read",
      met: !faults.length,
      control: planted.arrived ? "leaves" : "an exit that is no link but a script does not leave",
      caught: !planted.arrived,
    };
  },
};
