// The whole proof, or the requirements that are named: `node prove.mjs [chromium|firefox] [R7 …]`. Each result is kept in
// target/prove as soon as it is there, so that a proof can go on where it stopped; then PRIVACY.md is written from them.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as chromium from "./lib/chromium.mjs";
import { display } from "./lib/display.mjs";
import * as firefox from "./lib/firefox.mjs";
import { dist } from "./lib/server.mjs";
import { report } from "./proof/report.mjs";
import { requirements } from "./proof/requirements.mjs";
import { openStage } from "./proof/stage.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const kept = join(root, "target/prove");
const words = process.argv.slice(2);
const named = words.filter((word) => /^R\d+$/.test(word));
const engines = [chromium, firefox].filter(
  ({ name }) => !words.some((word) => ["chromium", "firefox"].includes(word)) || words.includes(name.toLowerCase()),
);
const wanted = requirements.filter(({ id }) => !named.length || named.includes(id));
const sum = createHash("sha256").update(await readFile(join(dist, "index.html"))).digest("hex");

await mkdir(kept, { recursive: true });
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
    const date = new Date().toISOString().slice(0, 10);
    await writeFile(join(kept, `${id}-${engine.name}.json`), JSON.stringify({ id, version, sum, date, ...result }, null, 1));
    failed += Number(!result.met || !result.caught);
    tell(`${result.met ? "met" : "NOT MET"}: ${result.ours}; target: ${target}`);
    tell(`${result.caught ? "control fails, as it must" : "CONTROL NOT CAUGHT"}: ${result.control}`);
  }
  await stage.close();
}
await endDisplay();

const results = await Promise.all(
  (await readdir(kept)).map(async (name) => JSON.parse(await readFile(join(kept, name), "utf8"))),
);
const current = results.filter((result) => result.sum === sum);
await writeFile(join(root, "PRIVACY.md"), report(requirements, current, sum));
console.log(`\nPRIVACY.md: ${current.length} of ${requirements.length * 2} results; ${failed} of this run not as they should be`);
process.exit(failed ? 1 : 0);
