// R13: no WebAssembly, a policy that forbids it, a program that breaks: the exit works, and plain words stand there.
import { serveTool } from "../lib/server.mjs";
import { arrive, atWeather, click, ready, sleep, tapThree, until } from "../lib/steps.mjs";

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

const readable = (page) =>
  page.evaluate(() => {
    const seen = (id) => Boolean(document.getElementById(id)?.getClientRects().length);
    return seen("problem") && !seen("wait") && /999/.test(document.body.innerText) && seen("exit");
  });

/** Waits for the plain words. */
const plainWords = (page) => until(page, () => document.getElementById("problem")?.getClientRects().length > 0, null, 5000).then(() => readable(page), () => false);

const WAYS_OUT = { "a click": (page) => click(page, "#exit"), "Shift three times": tapThree };

export const R13 = {
  id: "R13",
  what: "Works when the program is missing or broken",
  target: "the exit works by a click and by Shift; plain words and numbers stand there; 4 of 4",
  quick: { rounds: 1 },
  whole: { rounds: 5 },
  async prove(stage, { rounds }) {
    const { engine, neutral, tool } = stage;
    const forbidden = await serveTool((page, headers) => ({
      page: page.replace(KEYWORD, ""),
      headers: headers.map(([name, value]) => [name, value.replace(KEYWORD, "")]),
    }));
    // The fault: the exit comes with the program, as a part of it.
    const late = await serveTool((page, headers) => ({ page: page.replace(/<script>[\s\S]*?<\/script>/, ""), headers }));
    const without = await engine.launch({ wasm: false });
    const visit = async (browser, run) => {
      const page = await browser.newPage();
      try {
        return await run(page);
      } finally {
        await page.close().catch(() => {});
      }
    };
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
    for (let round = 0; round < rounds; round++) {
      for (const [what, [browser, server, breakIt]] of Object.entries(cases)) {
        for (const [way, leave] of Object.entries(WAYS_OUT)) {
          await visit(browser, async (page) => {
            await page.preload(keepProgram);
            await arrive(page, neutral, `${server.origin}/`);
            await breakIt(page);
            if (!(await plainWords(page))) faults.push(`${what}: no plain words`);
            await leave(page);
            if (!(await left(page))) faults.push(`${what}: ${way} does not leave`);
          });
        }
      }
    }
    const dead = await visit(without, async (page) => {
      await arrive(page, neutral, `${late.origin}/`);
      await sleep(500);
      await tapThree(page);
      return !(await left(page));
    });
    await without.close();
    forbidden.close();
    late.close();
    const asked = rounds * Object.keys(cases).length;
    return {
      done: `${rounds} times each, out by a click and by Shift: ${Object.keys(cases).join(", ")}`,
      ours: faults.length ? [...new Set(faults)].join("; ") : `left ${2 * asked} of ${2 * asked}, with plain words each time`,
      met: !faults.length,
      control: dead ? "with the exit in the program Shift three times does nothing" : "leaves",
      caught: dead,
    };
  },
};
