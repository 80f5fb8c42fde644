// R4: once left, the page never comes back, whichever way the history is travelled.
import { GOOD } from "../lib/filled.mjs";
import { neverAsks } from "../lib/planted.mjs";
import { serveTool } from "../lib/server.mjs";
import { useSettings } from "../lib/settings-link.mjs";
import { arrive, atWeather, click, ready, sleep, type, until } from "../lib/steps.mjs";
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

/** Left by Back and not by Exit: true when Forward leads to the other site, and never shows anything of the tool. */
async function leftByBack(stage, page) {
  await stage.openTool(page);
  await type(page, "sentinel");
  await page.travel(-1);
  await until(page, () => document.getElementById("to") !== null);
  await page.travel(1);
  return atWeather(page, 4000).then(() => true, () => false);
}

/**
 * A link with settings opened in the tab of the tool: by itself it makes a second entry in the history. One press of Back
 * leaves all the same, and after Exit nothing comes again.
 */
async function withLink(stage, page, fragment) {
  await stage.openTool(page);
  await page.evaluate((fragment) => {
    // As the link of a mail or a bookmark does.
    const link = document.body.appendChild(document.createElement("a"));
    link.href = fragment;
    link.click();
    link.remove();
  }, fragment);
  if (fragment === GOOD) await useSettings(page);
  await sleep(300);
  await type(page, "sentinel");
  await click(page, "#exit");
  await atWeather(page);
  return travel(page);
}

/** The blank sheets, left by Exit. */
async function sheets(stage, page) {
  await arrive(page, stage.neutral, `${stage.tool.origin}/paper.html`);
  await click(page, "#exit");
  await atWeather(page);
  return travel(page);
}

/** A tab that was closed and is opened again by the keys of the browser, in a real window: how many tabs show the tool. */
async function reopened(stage, deaf) {
  const { browser, screen } = await stage.outside();
  const page = await browser.newPage();
  const tool = deaf ? await serveTool(neverAsks) : stage.tool;
  await arrive(page, stage.neutral, `${tool.origin}/`);
  await ready(page);
  screen.aside();
  screen.press("ctrl+w");
  await sleep(1500);
  screen.press("ctrl+shift+t");
  await sleep(5000);
  let shown = 0;
  for (const tab of await browser.restored()) {
    const here = await Promise.race([tab.evaluate(() => Number(document.getElementById("exit") !== null)), sleep(2000)]).catch(() => 0);
    shown += here ?? 0;
    // The browser's own first tab stays: with the last one the browser would end.
    if (await tab.evaluate(() => location.href !== "about:blank").catch(() => true)) await tab.close().catch(() => {});
  }
  if (deaf) tool.close();
  return shown;
}

/** Runs before the page: hides how it was come to, as for a page that does not ask. */
function asIfNew() {
  performance.getEntriesByType = () => [{ type: "navigate" }];
}

/** The same, and Exit is a plain link, as it was on the sheets. */
function asLink() {
  performance.getEntriesByType = () => [{ type: "navigate" }];
  for (const type of ["pointerdown", "click", "pageshow"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
}

/** What a settings link and the sheets show of themselves, once, in the order of their names. */
async function otherWays(stage, deaf) {
  const shown = {};
  for (const [name, fault, run] of [
    ["a settings link", asIfNew, (page) => withLink(stage, page, GOOD)],
    ["a damaged one", asIfNew, (page) => withLink(stage, page, "#s=1.abc.00000000")],
    ["the sheets", asLink, (page) => sheets(stage, page)],
  ]) {
    shown[name] = await stage.fresh(async (page) => {
      if (deaf) await page.preload(fault);
      return run(page);
    });
  }
  shown["a tab that is opened again"] = await reopened(stage, deaf);
  return shown;
}

export const R4 = {
  id: "R4",
  what: "Back never reveals",
  target: "0 reveals in 50 visits, after a settings link in the same tab, of the sheets; the history grows by exactly 1; Forward leaves again",
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
    const others = await otherWays(stage, false);
    const came = Object.entries(others).filter(([, times]) => times > 0).map(([name]) => name);
    const back = await stage.fresh((page) => naive(stage, page));
    const planted = Object.values(await otherWays(stage, true)).filter((times) => times > 0).length;
    const caught = back && planted === Object.keys(others).length;
    return {
      done: `${visits} visits through every step, both layouts in turn, every fold opened, text typed, Exit, Back ×5 and Forward ×5 with the back/forward cache on; once left by Back; the same after a settings link was opened in the tab of the tool, after a damaged one, and of paper.html; a tab closed and opened again, in a real window with real keys`,
      ours: `${revealed} reveals; history grew by ${[...grew].join(" or ")}; left by Back: Forward ${forgotten ? "leads to the other site" : "shows the tool"}; ${came.length ? `shown again: ${came.join(", ")}` : "a settings link, the sheets, a tab opened again: 0 reveals"}`,
      met: revealed === 0 && [...grew].join() === "1" && forgotten && !came.length,
      control: `the naive page: ${back ? "revealed with the text at the first Back" : "not revealed"}; an exit that does not ask how it was come to, and sheets with a plain link: ${planted} of ${Object.keys(others).length} other ways revealed`,
      caught,
    };
  },
};
