// A browser as people have it: a real window on a screen of its own, a real keyboard, and a network that is watched.
import { openScreen } from "./screen.mjs";
import { inTab, sleep } from "./steps.mjs";
import { openWire } from "./wire.mjs";

/** Opens one; what is done in it is done by `screen` and seen by `wire`. */
export async function openOutside(engine) {
  const [screen, wire] = await Promise.all([openScreen(), openWire()]);
  const browser = await engine.launch({ headful: true, display: screen.display, wire: wire.port });
  return {
    browser,
    screen,
    wire,
    /** Runs with a new tab that is in front, which is closed when it is over. The log begins empty. */
    fresh(run) {
      wire.log.length = 0;
      Object.assign(wire.behaviour, { delay: 0, answer: "page" });
      screen.aside();
      return inTab(browser, async (page) => {
        await page.preload(witness);
        return run(page);
      });
    },
    async close() {
      await browser.close();
      wire.close();
      await screen.close();
    },
  };
}

/** Three taps of the real Shift key, `pause` ms apart; gives when the last one was asked for. */
export async function tapThreeOutside(screen, pause = 30) {
  screen.press("Shift_L");
  await sleep(pause);
  screen.press("Shift_L");
  await sleep(pause);
  const at = Date.now();
  screen.press("Shift_L");
  return at;
}

/** When the third tap came up, by the clock of the event itself; waits until the page has told. */
export async function thirdTap(page, ms = 10_000) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(5)) {
    const line = page.said.find((line) => line.startsWith("third "));
    if (line) return Number(line.slice(6));
  }
  throw new Error("no third tap was heard");
}

/** Runs in each page before its own scripts: tells when the third tap comes up, in the time of all clocks. */
function witness() {
  let taps = 0;
  const tell = (event) => {
    if (event.key === "Shift" && ++taps === 3) console.log(`third ${Date.now() - (performance.now() - event.timeStamp)}`);
  };
  addEventListener("keyup", tell, true);
}

/** The space at the foot of the page where browsers say whom they wait for. */
const STATUS = 40;

/** Where the page itself is on the screen, a little within its edges. */
export const pagePlace = (page) =>
  page.evaluate((status) => {
    const edge = (outerWidth - innerWidth) / 2;
    const left = globalThis.mozInnerScreenX ?? screenX + edge;
    const top = globalThis.mozInnerScreenY ?? screenY + outerHeight - innerHeight - edge;
    return { x: Math.round(left) + 8, y: Math.round(top) + 8, width: innerWidth - 16, height: innerHeight - status };
  }, STATUS);
