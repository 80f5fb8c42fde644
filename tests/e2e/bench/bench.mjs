// Figures, not tests: our page beside the same form made in other ways, in one run, page by page in turn. `node bench.mjs`
// prints them; `--write` also puts them into BENCHMARKS.md, which a busy machine is refused. `--quick` takes the first
// condition of each browser only. RUNS is 7 unless it is set; the first round warms up and is not counted.
import { readFile } from "node:fs/promises";
import { cpus } from "node:os";
import * as chromium from "../lib/chromium.mjs";
import * as firefox from "../lib/firefox.mjs";
import { sleep } from "../lib/steps.mjs";
import { makePages, NAMES } from "./pages.mjs";
import { report, write } from "./report.mjs";
import { LINES, serve } from "./serve.mjs";
import { visit } from "./visit.mjs";

const runs = Number(process.env.RUNS ?? 7);
const [quick, writing] = ["--quick", "--write"].map((word) => process.argv.includes(word));
/** Of two cores, what others may use while figures are taken. */
const MOST_BUSY = 0.1;

// Firefox cannot be told to slow the processor down.
const CONDITIONS = [
  { engine: chromium, line: "Slow 4G", cpu: 4 },
  { engine: chromium, line: "Slow 4G", cpu: 1 },
  { engine: chromium, line: "fast", cpu: 4 },
  { engine: chromium, line: "fast", cpu: 6 },
  { engine: firefox, line: "Slow 4G", cpu: 1 },
  { engine: firefox, line: "fast", cpu: 1 },
].filter(({ engine, line, cpu }) => !quick || (line === "Slow 4G" && cpu === (engine === chromium ? 4 : 1)));

/** The share of all processors that was in use for three seconds, before anything of ours runs. */
async function busy() {
  const times = async () => (await readFile("/proc/stat", "utf8")).split("\n", 1)[0].trim().split(/\s+/).slice(1).map(Number);
  const before = await times();
  await sleep(3000);
  const spent = (await times()).map((now, at) => now - before[at]);
  const all = spent.reduce((sum, one) => sum + one, 0);
  return 1 - (spent[3] + spent[4]) / all;
}

const load = await busy();
console.log(`the machine was ${Math.round(load * 100)} in 100 busy before this began`);
if (writing && load > MOST_BUSY) {
  console.error(`error: too busy for figures that are kept: ${MOST_BUSY * 100} in 100 at most`);
  process.exit(1);
}

const { bodies, steps } = await makePages();
const server = await serve(bodies);
const tables = [];
for (const { engine, line, cpu } of CONDITIONS) {
  const browser = await engine.launch({ more: engine === chromium ? ["--enable-precise-memory-info", "--js-flags=--expose-gc"] : {} });
  const figures = Object.fromEntries(Object.keys(NAMES).map((name) => [name, []]));
  try {
    for (let round = 0; round <= runs; round++) {
      for (const name of Object.keys(NAMES)) {
        const one = await visit(browser, server, { name, steps: steps[name], line: LINES[line], cpu });
        if (round > 0) figures[name].push(one);
      }
      console.log(`${engine.name}, ${line}, processor ÷${cpu}: round ${round} of ${runs}`);
    }
    tables.push({ browser: await browser.version(), line, cpu, figures });
  } finally {
    await browser.close();
  }
}
server.close();
const engineFigures = process.env.BENCH_ENGINE ? JSON.parse(await readFile(process.env.BENCH_ENGINE, "utf8")) : [];
const text = report({ tables, runs, load, processor: `${cpus().length} × ${cpus()[0].model}`, engineFigures });
console.log(text);
if (writing) await write(text);
