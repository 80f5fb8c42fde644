// The processes of a browser that works in a profile: all of them, what each is for, and their end.
import { readFileSync, readdirSync } from "node:fs";
import { sleep } from "./steps.mjs";

/** Each process of the browser with this profile: `{ pid, role }`, the role as the browser calls it; the first one is "browser". */
export function family(profile) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(describe).filter(Boolean);
  const ours = new Set(all.filter(({ pid, words }) => pid !== process.pid && words.some((word) => word.includes(profile))).map(({ pid }) => pid));
  for (let before = -1; before !== ours.size; ) {
    before = ours.size;
    all.filter(({ parent }) => ours.has(parent)).forEach(({ pid }) => ours.add(pid));
  }
  return all.filter(({ pid }) => ours.has(pid)).map(({ pid, words }) => ({ pid, role: role(words) }));
}

/** Ends every process of the browser with this profile at once, as a crash or a pulled plug would. */
export async function kill(profile) {
  for (let tries = 0; tries < 100; tries++) {
    const left = family(profile);
    if (!left.length) return;
    for (const { pid } of left) attempt(() => process.kill(pid, "SIGKILL"));
    await sleep(50);
  }
  throw new Error(`processes of ${profile} do not end`);
}

/** Waits until no process of the browser is left. */
export async function ended(profile, ms = 20_000) {
  for (const end = Date.now() + ms; family(profile).length; await sleep(50)) {
    if (Date.now() > end) throw new Error(`the browser of ${profile} does not end`);
  }
}

/** Chromium names a process by `--type`, Firefox by its last word. */
function role(words) {
  const type = words.find((word) => word.startsWith("--type="))?.slice("--type=".length);
  if (type) return type;
  return words.includes("-contentproc") ? words.at(-1) : "browser";
}

function describe(name) {
  return attempt(() => {
    // Processes that have ended but were not yet waited for have no words.
    const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split(/[\0 ]/).filter(Boolean);
    const stat = readFileSync(`/proc/${name}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : { pid: Number(name), parent: Number(parent), words };
  });
}

function attempt(run) {
  try {
    return run();
  } catch {
    return undefined;
  }
}
