// All page tests, or those named, two files side by side, as each mostly waits for a browser; then the privacy proof, one lane
// for each browser, as each of its visits is a whole browser. `--pages` leaves the proof out, `--proof` all else.
//
// A few tests that failed are run twice more; of the page tests with all of their suite, as they go on where the one before ended.
// One that then passes both times counts as passed and is named as unsteady at the end: with so many tests in real browsers one
// that met a busy machine must not hide what the others say, and must not be forgotten. The last line counts.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as firefox from "./lib/firefox.mjs";

const PROOF = /^privacy-/;
/** A little more than the widest guard of a file's own tests (`proof/quick.mjs`): a file that never ends is a failure that says so. */
const MOST_MINUTES = 35;
/** More failures than this are no accident. */
const MOST_AGAIN = 4;
const AGAIN = 2;

const here = new URL(".", import.meta.url);
const reporter = new URL("lib/results-reporter.mjs", here).pathname;
const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith("--"));
const files = named.length ? named : (await readdir(here)).filter((name) => name.endsWith(".test.mjs")).sort();

/**
 * Runs the tests of one file, or only the tests and suites of these names; gives each test's result, and whether all went well or
 * was cut off.
 */
async function runFile(file, env, names) {
  const folder = await mkdtemp(join(tmpdir(), "page-test-results-"));
  const results = join(folder, "results");
  const reporters = ["--test-reporter=spec", "--test-reporter-destination=stdout", `--test-reporter=${reporter}`, `--test-reporter-destination=${results}`];
  const only = names.map((name) => `--test-name-pattern=^${name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}$`);
  const node = spawn(process.execPath, ["--test", ...reporters, ...only, file], {
    cwd: here,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...env },
  });
  const limit = setTimeout(() => {
    console.error(`error: after ${MOST_MINUTES} minutes this file of page tests had not ended: ${file}`);
    node.kill();
  }, MOST_MINUTES * 60_000);
  const ended = once(node, "exit");
  const before = `${file.replace(".test.mjs", "")}: `;
  for await (const line of createInterface({ input: node.stdout })) console.log(`${before}${line}`);
  const [code, signal] = await ended;
  clearTimeout(limit);
  const lines = await readFile(results, "utf8").catch(() => "");
  await rm(folder, { recursive: true, force: true });
  const tests = lines.split("\n").filter(Boolean).map((line) => ({ ...JSON.parse(line), file }));
  // A file that breaks before its first test says so nowhere else.
  return { well: code === 0 && tests.length > 0, cut: signal !== null, tests };
}

/** Runs these files, two at a time; `names` gives for each the tests or suites that are wanted, if not all. */
async function run(files, env, names = () => []) {
  const waiting = [...files];
  const done = { well: true, cut: false, tests: [] };
  const lane = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      const { well, cut, tests } = await runFile(file, env, names(file));
      Object.assign(done, { well: done.well && well, cut: done.cut || cut });
      done.tests.push(...tests);
    }
  };
  await Promise.all([lane(), lane()]);
  return done;
}

/**
 * Runs these files, and what failed of them again; gives how many passed and failed. `alone` if a test can run without those before
 * it in its suite.
 */
async function judged(files, env, { alone }) {
  if (!files.length) return { passed: 0, failed: 0 };
  const { well, cut, tests } = await run(files, env);
  const failures = tests.filter(({ passed }) => !passed);
  const passed = tests.length - failures.length;
  const told = (what, { file, name, why }) => console.log(`${what}: ${file}: ${name}: ${why}`);
  if (cut || !failures.length || failures.length > MOST_AGAIN) {
    for (const failure of failures) told("failed", failure);
    // What was cut off, or a file that broke, has failed though it names no test.
    return { passed, failed: failures.length || (well ? 0 : 1) };
  }
  const steady = new Set(failures);
  const names = (file) => {
    const wanted = failures.filter((failure) => failure.file === file).map(({ name, suite }) => (alone ? name : suite));
    // A test that stands in no suite goes on from the ones before it in the file.
    return wanted.includes(null) ? [] : [...new Set(wanted)];
  };
  for (let time = 0; time < AGAIN; time++) {
    const again = await run(new Set(failures.map(({ file }) => file)), env, names);
    for (const failure of failures) {
      const same = again.tests.filter(({ file, suite, name }) => file === failure.file && suite === failure.suite && name === failure.name);
      if (again.cut || !same.length || same.some(({ passed }) => !passed)) steady.delete(failure);
    }
  }
  for (const failure of failures) told(steady.has(failure) ? `unsteady, passed ${AGAIN} times after it failed` : "failed", failure);
  return { passed: passed + steady.size, failed: failures.length - steady.size };
}

/** Runs the page tests, each Firefox from a copy of one profile: making a new one takes longer than most tests. */
async function judgedPages(files) {
  const profile = await mkdtemp(join(tmpdir(), "page-test-first-"));
  try {
    const made = files.length && (await firefox.launch({ profile }).then((browser) => browser.close().then(() => true), () => false));
    return await judged(files, made ? { FIREFOX_PROFILE: profile } : {}, { alone: false });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const none = { passed: 0, failed: 0 };
const pages = words.includes("--proof") ? none : await judgedPages(files.filter((name) => !PROOF.test(name)));
const proof = words.includes("--pages") ? none : await judged(files.filter((name) => PROOF.test(name)), {}, { alone: true });
const failed = pages.failed + proof.failed;
console.log(`${pages.passed + proof.passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
