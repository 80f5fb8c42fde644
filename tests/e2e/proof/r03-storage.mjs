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

/** Everything a worker can do; the settings are only looked at, since one of them is to remember how the page looks. */
async function useAll(page) {
  await walk(page, { layout: "whole", steps: STEPS.filter((step) => step !== "settings"), answers: true });
  await walk(page, { layout: "guided", answers: false });
}

/** Uses all of the page where storage answers; the calls that store, and what then stands in the two storages. */
async function watched(stage, place) {
  return stage.fresh(async (page) => {
    await page.preload(watchCalls);
    if (place === "file") {
      await PLACES.file(stage, page);
      await useAll(page);
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

/** Where browsers put what a page stores. */
const PLACES_ON_DISK = {
  Chromium: ["Local Storage", "Session Storage", "IndexedDB", "Service Worker", "File System", "WebStorage", "Cookies", "Network"].map((name) => `Default/${name}`),
  Firefox: ["storage/default", "storage/temporary", "webappsstore.sqlite", "cookies.sqlite", "sessionstore-backups", "sessionstore.jsonlz4"],
};

/** The places in the profile that know the host, after a visit that ended with Exit and a browser that was closed. */
async function onDisk(stage, place) {
  const profile = await mkdtemp(join(tmpdir(), "left-behind-"));
  try {
    const browser = await stage.engine.launch({ profile });
    const page = await browser.newPage();
    if (place === "tool") {
      await stage.openTool(page);
      await useAll(page);
    } else {
      await draft(stage, page);
    }
    const { hostname, port } = new URL(await page.evaluate(() => location.href));
    await sleep(1_000);
    await click(page, "#exit");
    await atWeather(page);
    await browser.close();
    return await knowing(stage.engine.name, profile, hostname, port);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function knowing(engine, profile, hostname, port) {
  // The address as it is written in a key and in the name of a folder.
  const written = [`${hostname}:${port}`, `${hostname}+${port}`, `${hostname}_${port}`];
  const names = (await readdir(profile, { recursive: true })).filter((name) => written.some((one) => name.includes(one)));
  const { finds } = await scan(profile, written);
  const found = [...names, ...finds.map(({ file }) => file)];
  return PLACES_ON_DISK[engine].filter((place) => found.some((name) => name.startsWith(place)));
}

export const R3 = {
  id: "R3",
  what: "Storage is impossible",
  target: "6 of 6 kinds of storage throw; no call that stores; nothing of ours in the browser's stores on disk",
  quick: {},
  whole: {},
  async prove(stage) {
    const [tool, naive] = [
      await stage.fresh(async (page) => (await stage.openTool(page), page.evaluate(tryAll))),
      await stage.fresh(async (page) => (await stage.openNaive(page), page.evaluate(tryAll))),
    ];
    const [own, theirs] = [await watched(stage, "file"), await watched(stage, "naive")];
    const [ours, kept] = [await onDisk(stage, "tool"), await onDisk(stage, "naive")];
    return {
      done: "each kind of storage tried in the page as it is served; all of the page used from a disk, where storage answers, with each call that stores noted; and all of it used as it is served, then Exit, then every store in the profile searched for our address",
      ours: `${tool.refused.length} of 6 throw${tool.answered.length ? ` (not: ${tool.answered})` : ""}; ${own.calls.length} calls that store${own.calls.length ? ` (${own.calls})` : ""}, ${own.kept} things kept; our address in ${ours.length} stores on disk${ours.length ? ` (${ours})` : ""}`,
      met: tool.refused.length === 6 && own.calls.length + own.kept + ours.length === 0,
      control: `${naive.refused.length} of 6 throw; ${theirs.calls.length} calls (${theirs.calls}); its address in ${kept.join(", ") || "no store"}`,
      caught: naive.refused.length === 0 && theirs.calls.length >= 6 && kept.length >= 3,
    };
  },
};
