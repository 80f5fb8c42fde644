// R12: the exit works as soon as it can be seen, before the rest of the page and the program have come.
import { waiting } from "../lib/server.mjs";
import { arrive, atWeather, click, sleep, spy, tapThree } from "../lib/steps.mjs";

const WAYS = [
  ["a click", (page) => click(page, "#exit")],
  ["Shift three times", tapThree],
];

/** Leaves a page that has stalled; what comes of it after all must not be seen. Gives what went wrong, or nothing. */
async function leaveStalled(stage, page, leave) {
  await arrive(page, stage.neutral, `${stage.tool.origin}/stalled`);
  if (await page.evaluate(() => document.getElementById("app") !== null)) return "it did not stall";
  stage.browser.behaviour.delay = 1000;
  const watcher = await spy(page);
  // Not waited for: that would be for the next page.
  await Promise.race([leave(page).catch(() => {}), sleep(100)]);
  await watcher.seen();
  waiting.splice(0).forEach((response) => response.rest());
  const other = (await watcher.seen(8)).find(({ text }) => text !== "Loading");
  const arrived = await atWeather(page).then(() => true, () => false);
  return arrived ? other && `it showed ${other.text.slice(0, 40)}` : "it did not leave";
}

export const R12 = {
  id: "R12",
  what: "Works before the program is there",
  target: "leaves by a click and by Shift three times while the page has stalled after the link; 20 of 20",
  quick: { visits: 1, naive: 1 },
  whole: { visits: 20, naive: 5 },
  async prove(stage, { visits, naive }) {
    const faults = [];
    for (let n = 0; n < visits; n++) {
      for (const [way, leave] of WAYS) {
        const fault = await stage.fresh((page) => leaveStalled(stage, page, leave));
        if (fault) faults.push(`${way}: ${fault}`);
      }
      if (n % 5 === 4) stage.tell(`${n + 1} of ${visits} each, ${faults.length} faults`);
    }
    let stayed = 0;
    for (let n = 0; n < naive; n++) {
      stayed += await stage.fresh(async (page) => {
        await arrive(page, stage.neutral, `${stage.neutral.origin}/naive-stalled`);
        await tapThree(page);
        return atWeather(page, 1000).then(() => 0, () => 1);
      });
    }
    return {
      done: `${visits} visits each by a click and by Shift, the answer held after the exit link; its rest comes while the other site is awaited`,
      ours: faults.length ? faults.slice(0, 3).join("; ") : `left ${2 * visits} of ${2 * visits}, and nothing of the rest was seen`,
      met: !faults.length,
      control: `Shift three times does nothing ${stayed} of ${naive} times`,
      caught: stayed === naive,
    };
  },
};
