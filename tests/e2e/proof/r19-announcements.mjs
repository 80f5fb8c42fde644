// R19: what the way out says to someone who hears the page, and that no word of it tells what the page is for.
import { axe } from "../lib/axe.mjs";
import { click, ready, sleep, tap, until } from "../lib/steps.mjs";

/** Words that must not be heard over a shoulder. */
const TELLING = /abuse|harm|violen|partner|perpetrator|survivor|victim|danger|police|marac|dash\b|strang|safety|emergency|help/i;

/** Rules of good practice that ask for what a blank page must not have. */
const NOT_ON_A_BLANK_PAGE = /^(landmark-one-main|page-has-heading-one):/;

/** How long the announcement of a time-out comes after the last tap, at the latest. */
const TIMED_OUT = 5500;

/**
 * What is done, and what must be heard of it, in order: `role` is what a screen reader takes it for. Each is begun where the
 * one before ended.
 */
const ANNOUNCEMENTS = [
  { when: "one tap", act: (page) => tap(page), role: "status", says: "Shift, press 2 more times to exit" },
  { when: "two taps", act: (page) => tap(page), role: "status", says: "Shift, press 1 more time to exit" },
  { when: "the time-out", act: () => sleep(TIMED_OUT), role: "status", says: "Exit by Shift has timed out" },
  { when: "a tap after the time-out", act: (page) => tap(page), role: "status", says: "Shift, press 2 more times to exit" },
  { when: "another key", act: (page) => page.keyboard.press("KeyB"), role: "status", says: null },
];

/** What is heard: each announcement as the accessibility tree has it, and what axe finds while it is there. */
async function hear(page, announcements) {
  const heard = [];
  for (const { when, act, role, says } of announcements) {
    await act(page);
    await sleep(50);
    const said = (await page.accessible(role)).map((text) => text.trim()).filter(Boolean);
    const expected = says === null ? !said.some((text) => /Shift/.test(text)) : said.includes(says);
    heard.push({ when, said: said.filter((text) => /Shift/.test(text)).join(" / "), expected, axe: when === "one tap" ? await axe(page) : [] });
  }
  return heard;
}

/** The page that stands there while the next one loads, kept there by a site that answers without one. */
async function leaving(stage, page) {
  stage.browser.behaviour.nothing = true;
  await click(page, "#exit");
  await until(page, () => document.querySelector("[role=alert]")?.textContent === "Loading" && document.getElementById("exit") === null);
  await sleep(200);
  return { alert: await page.accessible("alert"), status: await page.accessible("status"), axe: (await axe(page)).filter((fault) => !NOT_ON_A_BLANK_PAGE.test(fault)) };
}

/** Announcements that a screen reader is not given, or is given otherwise: each must be found. */
const PLANTS = {
  "hidden from screen readers": () => document.getElementById("exit-note").setAttribute("aria-hidden", "true"),
  "no live region": () => document.getElementById("exit-note").removeAttribute("role"),
  "other words": () => {
    const note = document.getElementById("exit-note");
    new MutationObserver(() => {
      if (note.textContent.startsWith("Shift")) note.textContent = "Help with abuse: press Shift again";
    }).observe(note, { childList: true, characterData: true, subtree: true });
  },
};

async function plant(stage) {
  const found = [];
  for (const [name, run] of Object.entries(PLANTS)) {
    await stage.fresh(async (page) => {
      await stage.openTool(page);
      await page.evaluate(run);
      const [one] = await hear(page, ANNOUNCEMENTS.slice(0, 1));
      if (!one.expected) found.push(name);
    });
  }
  return found;
}

export const R19 = {
  id: "R19",
  what: "The way out is announced",
  target: "each tap, the time-out and “Loading” are in the accessibility tree; no announcement holds a telling word; axe finds nothing",
  quick: {},
  whole: {},
  async prove(stage) {
    const heard = await stage.fresh(async (page) => {
      page.start(`${stage.tool.origin}/`);
      await ready(page);
      return hear(page, ANNOUNCEMENTS);
    });
    const blank = await stage.fresh(async (page) => {
      await stage.openTool(page);
      return leaving(stage, page);
    });
    const words = [...heard.map(({ said }) => said), ...blank.alert, ...blank.status];
    const faults = [
      ...heard.filter(({ expected }) => !expected).map(({ when, said }) => `after ${when} it says “${said}”`),
      ...(blank.alert.join() === "Loading" && blank.status.length === 0 ? [] : [`while it leaves it says “${[...blank.alert, ...blank.status]}”`]),
      ...words.filter((said) => TELLING.test(said)).map((said) => `“${said}” tells`),
      ...[...heard.flatMap((one) => one.axe), ...blank.axe].map((fault) => `axe: ${fault}`),
    ];
    const found = await plant(stage);
    return {
      done: `what the ${stage.engine.name === "Chromium" ? "accessibility tree holds" : "elements that the accessibility tree takes for status and alert hold"} after ${ANNOUNCEMENTS.map(({ when }) => when).join(", ")}, and while it leaves; axe on both (on the blank page without its rules for a heading and a main part). NVDA and VoiceOver are tried by hand, once a release`,
      ours: `${faults.length} faults${faults.length ? `: ${faults.slice(0, 4).join("; ")}` : ""}; heard: ${[...new Set(words.filter(Boolean))].join("; ")}`,
      met: faults.length === 0 && words.filter(Boolean).length >= 5,
      control: `${found.length} of ${Object.keys(PLANTS).length} planted faults found: ${found.join(", ")}`,
      caught: found.length === Object.keys(PLANTS).length,
    };
  },
};
