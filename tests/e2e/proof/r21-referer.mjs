// R21: the other site is not told where the visitor comes from, by any way of leaving. What the wire carried is what counts.
import { EXIT } from "../lib/exit-site.mjs";
import { tapThreeOutside } from "../lib/outside.mjs";
import { arrive, atWeather, click } from "../lib/steps.mjs";

const WAYS = [
  ["a click", (page) => click(page, "#exit")],
  ["the middle button", (page) => middle(page)],
  ["the keyboard", async (page) => {
    await page.evaluate(() => document.getElementById("exit").focus());
    await page.keyboard.press("Enter");
  }],
  ["Shift three times", (_, { screen }) => tapThreeOutside(screen)],
];

async function middle(page) {
  const { x, y } = await page.evaluate(() => {
    const box = document.getElementById("exit").getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.click(x, y, { button: "middle" });
}

/** What gives the visitor away at the other site: a Referer, anything of ours in a header, an opener, an address that is not plain. */
async function traces({ wire }, page, origin) {
  await atWeather(page);
  const [request] = wire.exits();
  const { host } = new URL(origin);
  const named = Object.entries(request.headers).filter(([name, value]) => name === "referer" || name === "origin" || value.includes(host));
  const [referrer, opener] = await page.evaluate(() => [document.referrer, window.opener === null]);
  return [
    ...named.map(([name, value]) => `${name}: ${value}`),
    ...(request.url === EXIT ? [] : [`address ${request.url}`]),
    ...(referrer ? [`document.referrer ${referrer}`] : []),
    ...(opener ? [] : ["an opener"]),
  ];
}

export const R21 = {
  id: "R21",
  what: "Tells nobody where you come from",
  target: "no Referer, no opener, no query, no fragment, by every way of leaving",
  quick: { rounds: 1 },
  whole: { rounds: 10 },
  async prove(stage, { rounds }) {
    const outside = await stage.outside();
    const found = [];
    const { origin } = stage.tool;
    for (let round = 0; round < rounds; round++) {
      for (const [way, leave] of WAYS) {
        await outside.fresh(async (page) => {
          await stage.openTool(page);
          await leave(page, outside);
          found.push(...(await traces(outside, page, origin)).map((trace) => `${way}: ${trace}`));
        });
      }
      await outside.fresh(async (page) => {
        await arrive(page, stage.neutral, `${origin}/stalled`);
        await click(page, "#exit");
        found.push(...(await traces(outside, page, origin)).map((trace) => `before the program: ${trace}`));
      });
    }
    const theirs = await outside.fresh(async (page) => {
      await stage.openNaive(page);
      await click(page, "#exit");
      return traces(outside, page, stage.neutral.origin);
    });
    const visits = rounds * (WAYS.length + 1);
    return {
      done: `${visits} exits: ${WAYS.map(([way]) => way).join(", ")}, before the program is there; the request as it reached the other site's server`,
      ours: found.length ? [...new Set(found)].join("; ") : `nothing in ${visits} of ${visits}`,
      met: !found.length,
      control: theirs.join("; ") || "nothing",
      caught: theirs.some((trace) => trace.startsWith("referer")),
    };
  },
};
