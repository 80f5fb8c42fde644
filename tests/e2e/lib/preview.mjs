// The picture that Chromium shows of a tab when the pointer rests on it while another tab is in front. It is taken before the page
// knows that it is hidden. A real window with a real keyboard and mouse; what it shows is read from the screen's own memory.
import puppeteer from "puppeteer-core";
import { openScreen } from "./screen.mjs";
import { drawn, ready, sleep, until } from "./steps.mjs";

/** Stands for what was typed: a colour that nothing else on the screen has. */
const MARK = 0xff00fe;
/** The middle of the first and of the second tab, for a window of this size with one tab before ours. */
const TABS = { first: [120, 18], ours: [340, 18] };

/** How somebody goes to another tab. */
const WAYS = {
  "Control and T": (screen) => screen.chord("Control_L", "t"),
  "Control and Tab": (screen) => screen.chord("Control_L", "Tab"),
  "a click on another tab": (screen) => screen.reach(...TABS.first, true),
};

/** Runs before the page: hides from it all that comes before a tab is hidden. */
function deafBefore() {
  for (const type of ["mouseout", "blur", "keydown"]) {
    addEventListener(type, (event) => {
      if (type !== "keydown" || ["Control", "Alt", "Meta"].includes(event.key)) event.stopImmediatePropagation();
    }, true);
  }
}

/** Goes to another tab in each way `rounds` times and rests the pointer on ours; the ways in which the work was seen there. */
export async function previews({ tool, rounds = 1, deaf = false }) {
  const screen = await openScreen();
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: false,
    defaultViewport: null,
    env: { ...process.env, DISPLAY: screen.display },
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--window-size=1100,850", "--window-position=0,0"],
  });
  const faults = [];
  try {
    const [first] = await browser.pages();
    for (let round = 0; round < rounds; round++) {
      for (const [way, go] of Object.entries(WAYS)) {
        const page = await browser.newPage();
        if (deaf) await page.evaluateOnNewDocument(deafBefore);
        screen.point(500, 500);
        page.goto(`${tool.origin}/`).catch(() => {});
        await ready(page);
        await page.evaluate(() => document.querySelector('button[data-step="record"]').click());
        await until(page, () => document.querySelector("textarea") !== null);
        await drawn(page);
        await page.evaluate(() => {
          const mark = document.createElement("div");
          mark.style.cssText = "position: fixed; inset: 20%; background: rgb(255, 0, 254); z-index: 5";
          document.querySelector(".shell").append(mark);
        });
        await sleep(800);
        if (!screen.shows(MARK)) throw new Error("the mark was never on the screen");
        go(screen);
        await until(page, () => document.hidden);
        await sleep(1200);
        screen.reach(...TABS.ours);
        let seen = false;
        for (const end = Date.now() + 3500; Date.now() < end; await sleep(60)) seen ||= screen.shows(MARK);
        if (seen) faults.push(way);
        for (const one of await browser.pages()) if (one !== first) await one.close();
      }
    }
    return faults;
  } finally {
    await browser.close();
    await screen.close();
  }
}
