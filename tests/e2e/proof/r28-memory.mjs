// R28: what the memory of the running browser still holds of a text once the page is left. Only Linux shows it: /proc.
import { MARK } from "../lib/filling.mjs";
import { family } from "../lib/processes.mjs";
import { atWeather, click, sleep, until } from "../lib/steps.mjs";
import { findInMemory } from "../lib/traces/memory.mjs";
import { PLACES, onScreen, sideBySide, withProfile } from "./visits.mjs";

/** Nothing but the keys brings this into the browser: it is never part of a question to the page. */
const TEXT = `${MARK}memory`;
const AFTER = 5_000;
/** The processes that hold pages, as each browser calls them. */
const RENDERERS = ["renderer", "tab"];

/** How a visit ends, other than by an Exit that arrives. None of these lets the browser end the page's process. */
const ENDS = {
  async awaited(browser, page) {
    browser.behaviour.delay = 60_000;
    await Promise.race([click(page, "#exit").catch(() => {}), sleep(1_000)]);
  },
  async nothing(browser, page) {
    browser.behaviour.nothing = true;
    await Promise.race([click(page, "#exit").catch(() => {}), sleep(1_000)]);
  },
  async cleared(browser, page) {
    for (const action of ["clear", "clear-yes"]) {
      await until(page, (action) => document.querySelector(`[data-action="${action}"]`) !== null, action);
      await page.evaluate((action) => document.querySelector(`[data-action="${action}"]`).click(), action);
    }
  },
};

/** One visit; how often the text stands in all renderers and in all other processes, before Exit and after. */
function visit(stage, { place, beside, end }) {
  return withProfile(stage, async ({ profile, open }) => {
    const browser = await open();
    if (beside) await PLACES[place](stage, await browser.newPage());
    const page = await browser.newPage();
    await PLACES[place](stage, page);
    const opens = await page.evaluate(() => {
      const record = document.querySelector('button[data-step="record"]');
      record?.click();
      return record !== null;
    });
    await until(page, () => document.querySelector("textarea")?.checkVisibility());
    // The heading takes the focus when a step opens: not in the middle of what is typed next.
    if (opens) await until(page, () => document.activeElement.matches("h1"));
    for (let tries = 0; tries < 10 && !(await page.evaluate(() => document.activeElement.matches("textarea"))); tries++) {
      await click(page, "textarea");
      await sleep(500);
    }
    await page.keyboard.type(TEXT);
    const length = await page.evaluate(() => document.activeElement.textLength);
    if (length !== TEXT.length) throw new Error(`${length} of ${TEXT.length} letters were typed`);
    await sleep(1_000);
    const before = count(profile);
    if (end) {
      await ENDS[end](browser, page);
    } else {
      await click(page, "#exit");
      await atWeather(page);
    }
    await sleep(AFTER);
    const after = count(profile);
    await browser.close();
    return { before, after };
  });
}

function count(profile) {
  const counts = { renderers: 0, others: 0 };
  for (const { pid, role } of family(profile)) {
    const finds = findInMemory(pid, TEXT) ?? [];
    counts[RENDERERS.includes(role) ? "renderers" : "others"] += finds.length;
  }
  return counts;
}

export const R28 = {
  id: "R28",
  what: "Memory: 5 s after an Exit that arrives no page process holds what was typed",
  target: "0 in renderers once the other site is there; while it is awaited, where it answers without a page, and after Clear the count is reported, without a claim; what the browser's own process holds is reported, without a claim",
  quick: { visits: 1, more: [["while the other site is awaited", { place: "tool", end: "awaited" }]] },
  whole: {
    visits: 10,
    more: [
      ["with the tool open in a second tab", { place: "tool", beside: true }],
      ["from a disk", { place: "file" }],
      ["while the other site is awaited", { place: "tool", end: "awaited" }],
      ["where the other site answers without a page", { place: "tool", end: "nothing" }],
      ["after Clear", { place: "tool", end: "cleared" }],
    ],
  },
  prove: onScreen(async (stage, { visits, more }) => {
    const plans = [...Array.from({ length: visits }, () => ({ place: "tool" })), { place: "naive" }, ...more.map(([, plan]) => plan)];
    const results = await sideBySide(stage, plans, visit);
    const own = results.slice(0, visits);
    const naive = results[visits];
    const others = more.map(([words], n) => [words, results[visits + 1 + n]]);
    const most = (which, process) => Math.max(...own.map((one) => one[which][process]));
    if (own.some(({ before }) => before.renderers === 0)) throw new Error("the text was not found while it stood in the page");
    return {
      done: `${visits} visits: a text typed key by key into a field of several lines, Exit, 5 s, then the memory of every process searched in UTF-8 and UTF-16. While it stood in the page it was found ${most("before", "renderers")} times in its process`,
      ours: [
        `${most("after", "renderers")} in renderers, ${most("after", "others")} in the browser's other processes (the most of ${visits})`,
        ...others.map(([words, { after }]) => `${words}, where the process lives on or may: ${after.renderers} and ${after.others}`),
      ].join("; "),
      met: most("after", "renderers") === 0,
      control: `${naive.after.renderers} in renderers, ${naive.after.others} in the others`,
      caught: naive.after.renderers > 0,
    };
  }),
};
