// All page tests, or those named, two files side by side, as each mostly waits for a browser; then the privacy proof, one lane
// for each browser, as each of its visits is a whole browser. `--pages` leaves the proof out, `--proof` all else.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as firefox from "./lib/firefox.mjs";

const PROOF = /^privacy-/;
/** Far more than all of them take, also while a second build runs beside them, as in CI: one that never ends is a failure that says so. */
const MOST_MINUTES = 45;

const here = new URL(".", import.meta.url);
const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith("--"));
const files = named.length ? named : (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();

/** Runs these files, two at a time; true when all passed. */
function run(files, env = {}) {
  if (!files.length) return true;
  const node = spawn(process.execPath, ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files], {
    cwd: here,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  const limit = setTimeout(() => {
    console.error(`error: after ${MOST_MINUTES} minutes the page tests had not ended: ${files.join(", ")}`);
    node.kill();
  }, MOST_MINUTES * 60_000);
  return new Promise((done) =>
    node.on("exit", (code) => {
      clearTimeout(limit);
      done(code === 0);
    }),
  );
}

/** Runs the page tests, each Firefox from a copy of one profile: making a new one takes longer than most tests. */
async function runPages(files) {
  if (!files.length) return true;
  const profile = await mkdtemp(join(tmpdir(), "page-test-first-"));
  try {
    const made = await firefox.launch({ profile }).then((browser) => browser.close().then(() => true), () => false);
    return await run(files, made ? { FIREFOX_PROFILE: profile } : {});
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const pages = words.includes("--proof") || (await runPages(files.filter((name) => !PROOF.test(name))));
const proof = words.includes("--pages") || (await run(files.filter((name) => PROOF.test(name))));
process.exit(pages && proof ? 0 : 1);
