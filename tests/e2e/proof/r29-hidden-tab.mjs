// R29: while another tab is in front, nothing of the work can be seen; it comes back by itself, but never from under a cover
// that was put on by hand.
import { enter, inputs } from "../lib/drive.mjs";
import { FILLED } from "../lib/filled.mjs";
import { drawn, ready, until } from "../lib/steps.mjs";
import { previews } from "../lib/preview.mjs";
import { openTabs } from "../lib/tabs.mjs";

const WORDS = "sentinel words of a note";

/** Runs in the page: what of it could be seen, whether or not its tab is in front. */
function inSight(words) {
  const visible = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const says = (one) => one.matches("input, textarea, select, img, svg") || [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const shown = [...document.querySelectorAll("main *")].filter((one) => says(one) && visible(one));
  const typed = shown.filter((one) => one.value?.includes?.(words));
  const points = [];
  for (let x = 5; x < innerWidth; x += 40) {
    for (let y = 5; y < innerHeight; y += 20) {
      const at = document.elementFromPoint(x, y);
      if (at?.closest("main")) points.push(at.localName);
    }
  }
  return { hidden: document.hidden, shown: shown.length, typed: typed.length, points: points.length, words: document.querySelector("main")?.innerText.trim().length ?? 0 };
}

const covered = ({ shown, typed, points, words }) => words === 0 && typed === 0 && points === 0 && shown === 0;

/** Writes a note in the first field there is. */
const write = (page) =>
  page.evaluate((words) => {
    const field = document.querySelector("textarea");
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, WORDS);

/** Opens another tab in front and waits until the page knows. */
async function behind(tabs, page, neutral) {
  const other = await tabs.newPage();
  other.start(`${neutral.origin}/`);
  await other.front();
  await until(page, () => document.hidden);
  return other;
}

const state = (page) => page.evaluate(inSight, WORDS);
const pressed = (page, selector) => page.evaluate((selector) => document.querySelector(selector).click(), selector);

/** The tool with a case on its record step, or with nothing in it. */
async function openTool(tabs, tool, filled) {
  const page = await tabs.newPage();
  await page.front();
  page.start(`${tool.origin}/`);
  await ready(page);
  if (!filled) return page;
  await enter(page, inputs(FILLED));
  await pressed(page, 'button[data-step="record"]');
  await until(page, () => document.querySelector("textarea") !== null);
  await drawn(page);
  await write(page);
  return page;
}

/** `rounds` times away and back, then once under the cover by hand; the faults. */
async function ours(tabs, { tool, neutral, tell }, rounds) {
  const faults = [];
  const expect = (holds, what) => holds || faults.push(what);
  const page = await openTool(tabs, tool, true);
  expect(!covered(await state(page)), "nothing was to be seen even before");
  for (let round = 0; round < rounds; round++) {
    await behind(tabs, page, neutral);
    const away = await state(page);
    expect(away.hidden && covered(away), `behind another tab: ${JSON.stringify(away)}`);
    if (round === 0 && page.picture) {
      const [here, empty] = [await page.picture(), await emptyPicture(tabs, tool, neutral)];
      expect(here.equals(empty), "the picture of the hidden tab is not that of an empty one");
    }
    await page.front();
    await until(page, () => !document.hidden);
    const back = await until(page, (words) => document.getElementById("cover").hidden && document.querySelector("textarea")?.value === words, WORDS).catch(() => false);
    expect(back, "it did not come back by itself with what was typed");
    if (round % 5 === 4) tell(`${round + 1} of ${rounds} times away and back, ${faults.length} faults`);
  }
  await pressed(page, '#bar [data-action="cover"]');
  await behind(tabs, page, neutral);
  await page.front();
  await until(page, () => !document.hidden);
  await new Promise((done) => setTimeout(done, 300));
  expect(covered(await state(page)), "coming back lifted the cover that was put on by hand");
  await pressed(page, '#cover [data-action="uncover"]');
  expect(await until(page, (words) => document.querySelector("textarea")?.value === words, WORDS).catch(() => false), "the cover by hand did not lift by hand");
  return faults;
}

async function emptyPicture(tabs, tool, neutral) {
  const page = await openTool(tabs, tool, false);
  await behind(tabs, page, neutral);
  return page.picture();
}

/** The naive page behind another tab: true when its note can be seen there. */
async function naive(tabs, neutral) {
  const page = await tabs.newPage();
  await page.front();
  page.start(`${neutral.origin}/naive`);
  await until(page, () => document.querySelector("textarea") !== null);
  await write(page);
  await behind(tabs, page, neutral);
  const { hidden, typed } = await state(page);
  return hidden && typed > 0;
}

export const R29 = {
  id: "R29",
  what: "A hidden tab shows nothing",
  target: "nothing of the content to be seen while another tab is in front, nor in the picture that the browser shows of the tab; it lifts by itself on return, and never the cover by hand",
  quick: { rounds: 1, looks: 1 },
  whole: { rounds: 20, looks: 5 },
  async prove(stage, { rounds, looks }) {
    const tabs = await openTabs(stage.engine, stage.browser);
    try {
      const faults = await ours(tabs, stage, rounds);
      const seen = await naive(tabs, stage.neutral);
      const firefox = stage.engine.name === "Firefox";
      if (!firefox) faults.push(...(await previews({ tool: stage.tool, rounds: looks })).map((way) => `seen in the tab's preview, after ${way}`));
      const deaf = firefox ? [] : await previews({ tool: stage.tool, deaf: true });
      const picture = firefox
        ? "its picture is that of an empty page to the byte"
        : `${looks} times each another tab by Control and T, by Control and Tab and by a click, in a real window with a real keyboard and mouse, then the pointer on the tab: its preview looked at for 3.5 s. Control and T pressed as fast as a machine can have not been tried: no page can be faster`;
      return {
        done: `${rounds} times another tab in front of a filled record and back: text, visible elements, what lies at each point; ${picture}; then under the cover by hand. Minimised windows and the app switchers of phones have not been tried`,
        ours: `${faults.length} faults${faults.length ? `: ${[...new Set(faults)].slice(0, 3).join("; ")}` : ""}`,
        met: faults.length === 0,
        control: `${seen ? "the note can be read behind the other tab" : "the note cannot be read"}${firefox ? "" : `; a page that covers itself only once it is hidden, as ours did until November 2026, is seen in the preview after: ${deaf.join(", ") || "none"}`}`,
        caught: seen && (firefox || deaf.length === 3),
      };
    } finally {
      await tabs.close();
    }
  },
};
