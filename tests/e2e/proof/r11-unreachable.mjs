// R11: the other site cannot be reached. What stands there then is the browser's own page or nothing at all, never ours.
import { openWire } from "../lib/wire.mjs";
import { click, inTab, sleep, type, until } from "../lib/steps.mjs";
import { BACK, BACK_AND_FORWARD, travel } from "./r04-back.mjs";

const TYPED = "sentinel";

/** No name server knows the exit site. The wire is left aside: it would be asked instead. */
const NO_NAME = {
  Chromium: ["--no-proxy-server", "--host-resolver-rules=MAP www.bbc.co.uk ~NOTFOUND"],
  Firefox: { "network.proxy.type": 0, "network.trr.mode": 3, "network.trr.uri": "https://127.0.0.1:1/" },
};

/** What stands there after the exit: something of ours (the link, the program, what was typed), the exit site, the blank page. */
const look = (page) =>
  page.evaluate((typed) => {
    const text = (document.body?.innerText ?? "").trim();
    const fields = [...document.querySelectorAll("input, textarea")].map(({ value }) => value).join(" ");
    return {
      ours: document.getElementById("exit") !== null || document.getElementById("app") !== null || `${text} ${fields}`.includes(typed),
      reached: document.getElementById("weather") !== null,
      blank: text === "Loading" && document.querySelectorAll("body *").length === 1,
      told: text.split("\n")[0] || document.title,
    };
  }, TYPED);

/** The ways in which it can be out of reach, each with what makes it so and how far the history may be travelled. */
const WAYS = [
  // Forward would ask our own server for the page again: there is nothing to come back from memory, and nothing typed.
  { what: "answers without a page", answer: "nothing", steps: BACK, blank: true },
  { what: "refuses the connection", answer: "refused", steps: BACK_AND_FORWARD },
  { what: "the device is offline", offline: true, steps: BACK_AND_FORWARD },
  { what: "its name is not known", noName: true, steps: BACK_AND_FORWARD },
];

/** Leaves with the other site out of reach; what stood there, and how often something of ours came again. */
async function leave(page, wire, way, leaveBy) {
  wire.behaviour.answer = way.answer ?? "page";
  if (way.offline) await page.offline();
  await leaveBy();
  await sleep(1200);
  const seen = await look(page);
  return { ...seen, revealed: await travel(page, way.steps) };
}

export const R11 = {
  id: "R11",
  what: "Safe when the other site is out of reach",
  target: "only the browser's own error page or a blank neutral page; Back reveals nothing",
  quick: { rounds: 1 },
  whole: { rounds: 5 },
  async prove(stage, { rounds }) {
    const { engine, neutral } = stage;
    const wire = await openWire();
    const browsers = { usual: await engine.launch({ wire: wire.port }), noName: await engine.launch({ wire: wire.port, more: NO_NAME[engine.name] }) };
    const visit = (way, run) => inTab(browsers[way.noName ? "noName" : "usual"], run);
    const faults = [];
    const seen = [];
    for (let round = 0; round < rounds; round++) {
      for (const way of WAYS) {
        const one = await visit(way, async (page) => {
          await stage.openTool(page);
          await page.evaluate(() => document.querySelector('button[data-step="record"]').click());
          await until(page, () => document.querySelector("textarea") !== null);
          await type(page, TYPED);
          return leave(page, wire, way, () => click(page, "#exit"));
        });
        if (one.reached) throw new Error(`${way.what}, and yet it was reached`);
        if (one.ours || one.revealed || one.blank !== Boolean(way.blank)) faults.push(`${way.what}: ${one.told}, revealed ${one.revealed}`);
        if (!round) seen.push(`${way.what}: ${one.blank ? "blank" : `“${one.told}”`}`);
      }
    }
    const [, refused] = WAYS;
    const theirs = await visit(refused, async (page) => {
      await stage.openNaive(page);
      await type(page, TYPED);
      return leave(page, wire, refused, () => click(page, "#exit"));
    });
    await Promise.all(Object.values(browsers).map((browser) => browser.close()));
    wire.close();
    return {
      done: `${rounds} times each: ${WAYS.map(({ what }) => what).join(", ")}; then Back ×5 and, but for the first, Forward ×5`,
      ours: faults.length ? faults.join("; ") : `${seen.join("; ")}; 0 reveals in ${rounds * WAYS.length}`,
      met: !faults.length,
      control: theirs.revealed ? "the naive page is revealed by Back" : "not revealed",
      caught: theirs.revealed > 0,
    };
  },
};
