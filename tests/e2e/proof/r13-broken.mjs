// R13: no WebAssembly, a policy that forbids it, a program that breaks: the exit works, and plain words stand there.
import { axe } from "../lib/axe.mjs";
import { serveTool } from "../lib/server.mjs";
import { arrive, atWeather, click, inTab, ready, sleep, tapThree, until } from "../lib/steps.mjs";

const KEYWORD = " 'wasm-unsafe-eval'";

/** Keeps hold of the program as it starts. Runs before the page's own scripts. */
function keepProgram() {
  if (typeof WebAssembly === "undefined") return;
  const start = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...all) => {
    const started = await start(...all);
    window.program = (started.instance ?? started).exports;
    return started;
  };
}

/** Breaks the program while it runs; the next press is what it does not survive. */
const BREAKS = {
  "its memory runs out": () => {
    for (const size of [1 << 24, 1 << 10, 1]) {
      try {
        for (;;) window.program.__wbindgen_malloc(size, 1);
      } catch (_) {}
    }
  },
  "its memory is overwritten": () => void new Uint8Array(window.program.memory.buffer).fill(0xff),
  "it tells of a panic": () => window.waymark.problem(),
};

/** What of the plain words is missing. */
const missing = (page) =>
  page.evaluate(() => {
    const seen = (selector) => Boolean(document.querySelector(selector)?.getClientRects().length);
    const text = document.body.innerText;
    const there = { words: seen("#problem"), exit: seen("#exit"), sheet: seen(".sheet"), numbers: /999/.test(text) && /0808 2000 247/.test(text), "an end of waiting": !seen("#wait") };
    return Object.keys(there).filter((name) => !there[name]);
  });

/** Waits for the plain words; gives what is missing then. */
const read = async (page) => {
  await until(page, () => document.getElementById("problem")?.getClientRects().length > 0, null, 3000).catch(() => {});
  return missing(page);
};

const WAYS_OUT = [
  ["a click", (page) => click(page, "#exit")],
  ["Shift three times", tapThree],
];

export const R13 = {
  id: "R13",
  what: "Works when the program is missing or broken",
  target: "the exit works by a click and by Shift; plain words and numbers stand there; 4 of 4",
  // At the quick size each case has one way out, in turn.
  quick: { rounds: 1, both: false },
  whole: { rounds: 5, both: true },
  async prove(stage, { rounds, both }) {
    const { engine, neutral, tool } = stage;
    const forbidden = await serveTool((page, headers) => ({
      page: page.replace(KEYWORD, ""),
      headers: headers.map(([name, value]) => [name, value.replace(KEYWORD, "")]),
    }));
    // The fault: the exit comes with the program, as a part of it.
    const late = await serveTool((page, headers) => ({ page: page.replace(/<script>[\s\S]*?<\/script>/, ""), headers }));
    const without = await engine.launch({ wasm: false });
    const left = (page) => atWeather(page, 5000).then(() => true, () => false);
    const cases = {
      "WebAssembly is missing": [without, tool, (page) => until(page, () => typeof WebAssembly === "undefined")],
      "the policy forbids it": [stage.browser, forbidden, async () => {}],
    };
    for (const [what, run] of Object.entries(BREAKS)) {
      cases[what] = [stage.browser, tool, async (page) => {
        await ready(page);
        await page.evaluate(run);
        for (const step of ["identify", "record"]) {
          await page.evaluate((step) => document.querySelector(`button[data-step="${step}"]`)?.click(), step);
          await sleep(100);
        }
      }];
    }
    const faults = [];
    let visits = 0;
    for (let round = 0; round < rounds; round++) {
      for (const [place, [what, [browser, server, breakIt]]] of Object.entries(cases).entries()) {
        for (const [way, leave] of both ? WAYS_OUT : [WAYS_OUT[place % 2]]) {
          visits++;
          await inTab(browser, async (page) => {
            await page.preload(keepProgram);
            await arrive(page, neutral, `${server.origin}/`);
            await breakIt(page);
            faults.push(...(await read(page)).map((name) => `${what}: no ${name}`));
            if (browser === without) faults.push(...(await axe(page)).map((rule) => `${what}: ${rule}`));
            await leave(page);
            if (!(await left(page))) faults.push(`${what}: ${way} does not leave`);
          });
        }
      }
    }
    const dead = await inTab(without, async (page) => {
      await arrive(page, neutral, `${late.origin}/`);
      await sleep(500);
      await tapThree(page);
      return !(await left(page));
    });
    await without.close();
    forbidden.close();
    late.close();
    return {
      done: `${rounds} times each, out by a click ${both ? "and" : "or"} by Shift: ${Object.keys(cases).join(", ")}`,
      ours: faults.length ? [...new Set(faults)].join("; ") : `left ${visits} of ${visits}, with plain words each time`,
      met: !faults.length,
      control: dead ? "with the exit in the program Shift three times does nothing" : "leaves",
      caught: dead,
    };
  },
};
