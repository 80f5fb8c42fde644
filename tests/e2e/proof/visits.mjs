// Visits in a browser of their own: a real window, a profile on disk, stock settings; and how such a visit may end.
import { mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { display } from "../lib/display.mjs";
import { fillAll, fillStep, plant } from "../lib/filling.mjs";
import { ended, kill } from "../lib/processes.mjs";
import { dist } from "../lib/server.mjs";
import { arrive, click, ready, sleep, until } from "../lib/steps.mjs";
import { isMozLz4, unpackMozLz4 } from "../lib/traces/mozlz4.mjs";

/** What each browser puts its session into, and how long it must be given at least. */
const SESSION = {
  Chromium: { folder: "Default/Sessions", least: 6_000 },
  Firefox: { folder: "sessionstore-backups", least: 19_000 },
};
const MOST = 90_000;

/** Waits until the browser has written its session, after what was done before this. */
async function settled({ stage, profile }) {
  const { folder, least } = SESSION[stage.engine.name];
  const since = Date.now();
  await sleep(least);
  await waitFor(`a session in ${folder}`, async () => {
    const names = await readdir(join(profile, folder)).catch(() => []);
    const times = await Promise.all(names.map((name) => stat(join(profile, folder, name)).then(({ mtimeMs }) => mtimeMs, () => 0)));
    return times.some((time) => time > since) || "not written";
  });
}

/**
 * Waits until the session on disk knows the page as it stands while someone is typing. Firefox asks the page every 15 s,
 * and writes every 15 s what it was told: that it has done so shows in how far the page is scrolled.
 */
export async function midEdit({ stage, page, profile }) {
  await sleep(MOMENT);
  const before = await page.evaluate(() => {
    const top = scrollY;
    scrollBy(0, top > 100 ? -50 : 50);
    return top;
  });
  if (stage.engine.name === "Chromium") return settled({ stage, profile });
  return waitFor("the page as it is scrolled, in the session", async () => {
    const top = await page.evaluate(() => scrollY);
    const session = await readFile(join(profile, SESSION.Firefox.folder, "recovery.jsonlz4")).catch(() => Buffer.alloc(0));
    const known = isMozLz4(session) ? [...unpackMozLz4(session).toString().matchAll(/"scroll":"\d+,(\d+)"/g)].map(([, place]) => place) : [];
    return (Math.abs(top - before) > 5 && known.some((place) => Math.abs(place - top) < 2)) || `from ${before} to ${top}, known: ${known}`;
  });
}

/** Asks until the answer is true; otherwise it says what is missing. */
async function waitFor(what, there) {
  const end = Date.now() + MOST;
  for (let answer = await there(); answer !== true; answer = await there()) {
    if (Date.now() > end) throw new Error(`${what}: ${answer}`);
    await sleep(500);
  }
}

/** A requirement that needs a screen has one for as long as it takes. */
export const onScreen = (prove) => async (stage, size) => {
  const endDisplay = await display();
  try {
    return await prove(stage, size);
  } finally {
    endDisplay();
  }
};

/** A profile for as long as `run` takes; `open()` gives a browser in it. */
export async function withProfile(stage, run) {
  const profile = await mkdtemp(join(tmpdir(), "left-behind-"));
  const open = (options) => stage.engine.launch({ headful: true, stock: true, profile, ...options });
  try {
    return await run({ profile, open });
  } finally {
    await kill(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where a visit goes: the tool with its headers, the tool from a disk, or the naive page. */
export const PLACES = {
  async tool(stage, page) {
    await stage.openTool(page);
  },
  async file(stage, page) {
    page.start(`file://${dist}index.html`);
    await until(page, () => location.protocol === "file:" && document.getElementById("exit") !== null);
    await ready(page);
  },
  async naive(stage, page) {
    await arrive(page, stage.neutral, `${stage.neutral.origin}/naive-form`);
  },
};

/** Opens the place and fills it; the names of the tool's own controls that were answered, with their kinds. */
export async function fill(stage, page, place, steps) {
  await PLACES[place](stage, page);
  const filled = [];
  if (place !== "naive") {
    for (const step of steps) filled.push(...(await fillStep(page, step)));
    await plant(page);
  }
  await fillAll(page);
  return filled;
}

/**
 * The six ends of a visit; the browser's own first tab and window stay open beside it. Each leaves the profile to be
 * searched; `turn` says which of two ways the browser itself ends.
 */
export const FLOWS = {
  "Exit, then closed": async (visit) => {
    await leaveBy(visit, () => click(visit.page, "#exit"));
    await close(visit);
  },
  "Exit, then killed": async (visit) => {
    await leaveBy(visit, () => click(visit.page, "#exit"));
    await kill(visit.profile);
  },
  "killed while typing": async (visit) => {
    await midEdit(visit);
    await kill(visit.profile);
  },
  "tab closed": async (visit) => {
    await leaveBy(visit, () => visit.page.close());
    await closeOrKill(visit);
  },
  "window closed": async (visit) => {
    await leaveBy(visit, () => visit.page.close());
    await closeOrKill(visit);
  },
  "loaded again": async (visit) => {
    await leaveBy(visit, () => visit.page.reload());
    await closeOrKill(visit);
  },
};

async function leaveBy(visit, leave) {
  await sleep(MOMENT);
  await leave();
  await settled(visit);
}

const closeOrKill = (visit) => (visit.turn % 2 ? kill(visit.profile) : close(visit));

export async function close({ browser, profile }) {
  await browser.close();
  await ended(profile);
}

/** Long enough for a browser to hear of what was typed. */
const MOMENT = 1_500;

const AT_ONCE = 3;

/** Runs one of these after the other, a few at the same time: they mostly wait. Gives the answers in their order. */
export async function sideBySide(stage, plans, run) {
  const results = [];
  const left = [...plans.entries()];
  let done = 0;
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [place, plan] = next;
      results[place] = await run(stage, plan);
      if (++done % 6 === 0) stage.tell(`${done} of ${plans.length} visits`);
    }
  };
  // One that fails ends the rest, but not in the middle.
  const stop = (error) => {
    left.length = 0;
    throw error;
  };
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => work().catch(stop)));
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
  return results;
}
