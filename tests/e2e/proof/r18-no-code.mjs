// R18: keys without a `code`, as keyboards on a screen send them, are no taps.
import { resolve, stroke, writeInPage } from "../lib/keys.mjs";
import { atWeather, ready, tapThree, until } from "../lib/steps.mjs";

/** Three times Shift, as such keyboards report it. */
const REPORTS = ["", "Unidentified"].flatMap((code) =>
  ["ShiftLeft", "ShiftRight"].map((side) => resolve([0, 0, 0].flatMap(() => stroke(side)).map((event) => ({ ...event, code })))),
);

/** Sends every report `rounds` times; how many Shift keys the page heard of, and whether it left. */
async function send(stage, page, rounds) {
  await page.evaluate(() => {
    window.heard = 0;
    addEventListener("keyup", (event) => { window.heard += Number(event.key === "Shift" && ["", "Unidentified"].includes(event.code)); }, true);
  });
  let sent = 0;
  for (let round = 0; round < rounds; round++) {
    for (const report of REPORTS) {
      // Real input can leave the code out in Chromium only, and cannot name one that is not known.
      const real = stage.engine.name === "Chromium" && report[0].code === "" && round % 2 === 0;
      await (real ? page.play(report) : writeInPage(page, report)).catch(() => {});
      sent += 3;
    }
  }
  const left = await atWeather(page, 500).then(() => true, () => false);
  return { sent, left, heard: left ? null : await page.evaluate(() => window.heard) };
}

export const R18 = {
  id: "R18",
  what: "Keyboards on the screen do not trigger the exit",
  target: "0 exits from events with an empty or unknown code",
  quick: { rounds: 10 },
  whole: { rounds: 200 },
  async prove(stage, { rounds }) {
    const ours = await stage.fresh(async (page) => {
      page.start(`${stage.tool.origin}/`);
      await ready(page);
      await page.evaluate(() => document.querySelector('button[data-step="record"]').click());
      await until(page, () => document.querySelector("textarea") !== null);
      await page.evaluate(() => document.querySelector("textarea").focus());
      const result = await send(stage, page, rounds);
      // The page still listens: a real one leaves.
      await tapThree(page).catch(() => {});
      return { ...result, real: await atWeather(page, 3000).then(() => true, () => false) };
    });
    const naive = await stage.fresh(async (page) => {
      await stage.openNaive(page);
      return send(stage, page, 1);
    });
    return {
      done: `${ours.sent} taps of Shift with no code or an unknown one, as keyboards on a screen report them${stage.engine.name === "Firefox" ? ", written in the page" : ""}; then three of a real keyboard. An iPad or Android itself has not been tried`,
      ours: `${ours.left ? "left" : "0 exits"}; the page heard ${ours.heard} of ${ours.sent}; a real keyboard ${ours.real ? "leaves" : "does not leave"}`,
      met: !ours.left && ours.heard === ours.sent && ours.real,
      control: naive.left ? "left" : "did not leave",
      caught: naive.left,
    };
  },
};
