// The whole proof, or the requirements that are named: `node prove.mjs [chromium|firefox] [R7 …]`; `report` proves nothing.
// Then PRIVACY.md is written from all results that are kept, each with the build it was made on.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import * as chromium from "./lib/chromium.mjs";
import { display } from "./lib/display.mjs";
import * as firefox from "./lib/firefox.mjs";
import { keep, kept, sum } from "./proof/kept.mjs";
import { report } from "./proof/report.mjs";
import { requirements } from "./proof/requirements.mjs";
import { openStage } from "./proof/stage.mjs";

const words = process.argv.slice(2);
const named = words.filter((word) => /^R\d+$/.test(word));
const browsers = [chromium, firefox].filter(({ name }) => words.includes(name.toLowerCase()));
const engines = words.includes("report") ? [] : browsers.length ? browsers : [chromium, firefox];
const wanted = requirements.filter(({ id }) => !named.length || named.includes(id));

const endDisplay = await display();
let failed = 0;
for (const engine of engines) {
  const begun = Date.now();
  const tell = (text) => console.log(`  ${String(Math.round((Date.now() - begun) / 1000)).padStart(5)} s  ${text}`);
  const stage = await openStage(engine, tell);
  const version = await stage.browser.version();
  console.log(`\n==> ${version}, ${wanted.length} requirements`);
  for (const [place, { id, what, target, whole, prove }] of wanted.entries()) {
    console.log(`${id} (${place + 1} of ${wanted.length}): ${what}`);
    const result = await prove(stage, whole).catch((error) => ({
      done: "stopped by an error",
      ours: String(error.message).split("\n")[0],
      met: false,
      control: "",
      caught: false,
    }));
    await stage.tidy();
    await keep(engine, id, "whole", version, result);
    failed += Number(!result.met || !result.caught);
    tell(`${result.met ? "met" : "NOT MET"}: ${result.ours}; target: ${target}`);
    tell(`${result.caught ? "control fails, as it must" : "CONTROL NOT CAUGHT"}: ${result.control}`);
  }
  await stage.close();
}
await endDisplay();

const results = await kept();
await writeFile(fileURLToPath(new URL("../../PRIVACY.md", import.meta.url)), report(requirements, results, sum));
const current = results.filter((result) => result.sum === sum).length;
console.log(
  `\nPRIVACY.md: ${results.length} of ${requirements.length * 2} results, ${current} of them of this build; ${failed} of this run not as they should be`,
);
process.exit(failed ? 1 : 0);
