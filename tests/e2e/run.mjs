// All page tests, or those named: one after the other, so that they do not disturb each other's times.
import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";

const here = new URL(".", import.meta.url);
const named = process.argv.slice(2);
const files = named.length ? named : (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();
const node = spawn(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...files], {
  cwd: here,
  stdio: "inherit",
});
node.on("exit", (code) => process.exit(code ?? 1));
