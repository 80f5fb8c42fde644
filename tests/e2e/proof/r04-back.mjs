// R4: once left, the page never comes back, whichever way the history is travelled.
import { atWeather, click, sleep, type, until } from "../lib/steps.mjs";
import { walk } from "../lib/walk.mjs";

export const BACK = [-1, -1, -1, -1, -1];
export const BACK_AND_FORWARD = [...BACK, 1, 1, 1, 1, 1];

/** Goes through the history, a step at a time; how often something of ours came to be seen. */
export async function travel(page, steps = BACK_AND_FORWARD) {
  let revealed = 0;
  for (const step of steps) {
    if (!(await page.travel(step))) continue;
    for (let n = 0; n < 6; n++) {
      await sleep(50);
      revealed += await page.evaluate(() => Number(document.getElementById("exit") !== null)).catch(() => 0);
    }
  }
  return revealed;
}

/** One visit to every screen that ends with Exit: `revealed` times something was seen, the history became longer by each of `grew`. */
async function visit(stage, page, layout) {
  const before = await stage.openTool(page);
  const grown = async () => (await page.evaluate(() => history.length)) - before;
  await walk(page, { layout, hurried: true });
  await page.evaluate(() => document.querySelector('button[data-step="record"]').click());
  await until(page, () => document.querySelector("textarea") !== null);
  if (!(await type(page, "sentinel"))) throw new Error("nothing to type into");
  const there = await grown();
  await click(page, "#exit");
  await atWeather(page);
  return { grew: [there, await grown()], revealed: await travel(page) };
}

/** Back to the naive page: true when what was typed stands there again. */
async function naive(stage, page) {
  await stage.openNaive(page);
  await type(page, "sentinel");
  await click(page, "#exit");
  await atWeather(page);
  await page.travel(-1);
  return until(page, () => document.querySelector("textarea")?.value === "sentinel").then(
    () => true,
    () => false,
  );
}

/** Left by Back and not by Exit: true when Forward brings nothing of it again. */
async function leftByBack(stage, page) {
  await stage.openTool(page);
  await type(page, "sentinel");
  await page.travel(-1);
  await until(page, () => document.getElementById("to") !== null);
  await page.travel(1);
  await sleep(500);
  return page.evaluate(() => {
    const typed = [...document.querySelectorAll("textarea, input")].map((field) => field.value);
    return !(document.documentElement.outerHTML + typed).includes("sentinel");
  });
}

export const R4 = {
  id: "R4",
  what: "Back never reveals",
  target: "0 reveals in 50 visits; the history grows by exactly 1",
  quick: { visits: 1 },
  whole: { visits: 50 },
  async prove(stage, { visits }) {
    let revealed = 0;
    const grew = new Set();
    for (let n = 0; n < visits; n++) {
      const one = await stage.fresh((page) => visit(stage, page, n % 2 ? "whole" : "guided"));
      revealed += one.revealed;
      one.grew.forEach((by) => grew.add(by));
      if (n % 10 === 9) stage.tell(`${n + 1} of ${visits} visits, ${revealed} reveals`);
    }
    const forgotten = await stage.fresh((page) => leftByBack(stage, page));
    const caught = await stage.fresh((page) => naive(stage, page));
    return {
      done: `${visits} visits through every step, both layouts in turn, every fold opened, text typed, Exit, Back ×5 and Forward ×5 with the back/forward cache on; once left by Back`,
      ours: `${revealed} reveals; history grew by ${[...grew].join(" or ")}; left by Back: ${forgotten ? "nothing came again" : "text came again"}`,
      met: revealed === 0 && [...grew].join() === "1" && forgotten,
      control: caught ? "revealed with the text at the first Back" : "not revealed",
      caught,
    };
  },
};
