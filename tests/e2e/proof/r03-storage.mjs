// R3: the browser refuses all storage where the headers are sent; where they are not, the page does not use it.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { arrive, atWeather, click, ready, sleep, until } from "../lib/steps.mjs";
import { scan } from "../lib/traces/scan.mjs";
import { STEPS, walk } from "../lib/walk.mjs";
import { PLACES } from "./visits.mjs";

/** Runs in the page: the kinds of storage that answer, and those that throw. */
async function tryAll() {
  const kinds = {
    localStorage: () => localStorage.length,
    sessionStorage: () => sessionStorage.length,
    indexedDB: () => new Promise((yes, no) => {
      const request = indexedDB.open("x");
      request.onsuccess = yes;
      request.onerror = () => no(request.error);
    }),
    caches: () => caches.open("x"),
    cookie: () => { document.cookie = "x=1"; return document.cookie; },
    files: () => navigator.storage.getDirectory(),
  };
  const tried = { refused: [], answered: [] };
  for (const name in kinds) {
    await Promise.resolve().then(kinds[name]).then(() => tried.answered.push(name), () => tried.refused.push(name));
  }
  return tried;
}

/** Runs before the page: whatever puts something into storage is noted, and still done. */
function watchCalls() {
  window.calls = [];
  const watch = (owner, name) => {
    const original = owner?.[name];
    if (!original) return;
    owner[name] = function (...words) {
      window.calls.push(name);
      return original.apply(this, words);
    };
  };
  watch(window.Storage?.prototype, "setItem");
  watch(window.IDBFactory?.prototype, "open");
  watch(window.CacheStorage?.prototype, "open");
  watch(window.StorageManager?.prototype, "getDirectory");
  watch(window.StorageManager?.prototype, "persist");
  watch(window.ServiceWorkerContainer?.prototype, "register");
  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(Document.prototype, "cookie", {
    ...cookie,
    set(value) {
      window.calls.push("cookie");
      cookie.set.call(this, value);
    },
  });
}

/** What a worker can do in these steps; the settings are only looked at, since one of them is to remember how the page looks. */
async function use(page, steps) {
  await walk(page, { layout: "whole", steps: steps.filter((step) => step !== "settings"), answers: true });
  await walk(page, { layout: "guided", steps, answers: false });
}

/** The calls that store, from a disk where storage answers or of the naive page, and what then stands in the two storages. */
function watched(stage, steps) {
  return stage.fresh(async (page) => {
    await page.preload(watchCalls);
    if (steps) {
      await PLACES.file(stage, page);
      await use(page, steps);
    } else {
      await draft(stage, page);
    }
    return page.evaluate(() => ({ calls: window.calls, kept: localStorage.length + sessionStorage.length }));
  });
}

async function draft(stage, page) {
  await arrive(page, stage.neutral, `${stage.neutral.origin}/naive-draft`);
  await until(page, () => window.kept);
}

/** The files in which browsers keep what a page stores. */
const STORES = {
  Chromium: {
    "Local Storage": /^Default\/Local Storage/,
    "Session Storage": /^Default\/Session Storage/,
    IndexedDB: /^Default\/IndexedDB/,
    Cache: /CacheStorage/,
    files: /^Default\/File System/,
    cookies: /^Default\/(Network\/)?Cookies/,
  },
  Firefox: {
    "Local Storage": /^storage\/default\/.*\/ls\b/,
    "Session Storage": /^sessionstore/,
    IndexedDB: /^storage\/default\/.*\/idb\b/,
    Cache: /^storage\/default\/.*\/cache\b/,
    files: /^storage\/default\/.*\/fs\b/,
    cookies: /^cookies/,
  },
};

/** The stores in the profile that know the host, after a visit that ended with Exit and a browser that was closed. */
async function onDisk(stage, steps) {
  const profile = await mkdtemp(join(tmpdir(), "left-behind-"));
  try {
    const browser = await stage.engine.launch({ profile });
    const page = await browser.newPage();
    if (steps) {
      await stage.openTool(page);
      await use(page, steps);
    } else {
      await draft(stage, page);
    }
    const { hostname, origin } = new URL(await page.evaluate(() => location.href));
    await sleep(1_000);
    await click(page, "#exit");
    await atWeather(page);
    await browser.close();
    // A list of tabs names every address; what a page stored stands there under its origin.
    const stored = `"${origin}":{`;
    const { finds } = await scan(profile, [hostname, stored]);
    const names = (await readdir(profile, { recursive: true })).filter((name) => name.includes(hostname));
    const files = finds.filter(({ file, text }) => !file.startsWith("sessionstore") || text.startsWith(stored)).map(({ file }) => file);
    return Object.entries(STORES[stage.engine.name]).flatMap(([store, place]) => ([...names, ...files].some((file) => place.test(file)) ? [store] : []));
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export const R3 = {
  id: "R3",
  what: "Storage is impossible",
  target: "6 of 6 kinds of storage throw; no call that stores; nothing of ours in the browser's stores on disk",
  quick: { steps: ["settings", "about"] },
  whole: { steps: STEPS },
  async prove(stage, { steps }) {
    const [tool, naive] = [
      await stage.fresh(async (page) => (await stage.openTool(page), page.evaluate(tryAll))),
      await stage.fresh(async (page) => (await stage.openNaive(page), page.evaluate(tryAll))),
    ];
    const [own, theirs] = [await watched(stage, steps), await watched(stage)];
    const [ours, kept] = [await onDisk(stage, steps), await onDisk(stage)];
    return {
      done: "each kind of storage tried in the page as it is served; the steps of the page used from a disk, where storage answers, with each call that stores noted; and the same as it is served, then Exit, then every store in the profile searched for our address",
      ours: `${tool.refused.length} of 6 throw${tool.answered.length ? ` (not: ${tool.answered})` : ""}; ${own.calls.length} calls that store${own.calls.length ? ` (${own.calls})` : ""}, ${own.kept} things kept; our address in ${ours.length} stores on disk${ours.length ? ` (${ours})` : ""}`,
      met: tool.refused.length === 6 && own.calls.length + own.kept + ours.length === 0,
      control: `${naive.refused.length} of 6 throw; ${theirs.calls.length} calls (${theirs.calls}); its address in ${kept.join(", ") || "no store"}`,
      caught: naive.refused.length === 0 && theirs.calls.length >= 6 && kept.length >= 3,
    };
  },
};
