// A copy of the built page with a fault put in on purpose, whose policy names the changed scripts: only the fault is wrong.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { builtHeaders, dist, listen } from "./server.mjs";

const SCRIPT = /<script>([^]*?)<\/script>/g;

/** The built page as it is. */
export const builtPage = () => readFile(join(dist, "index.html"), "utf8");

/** The texts of the scripts that stand in a page. */
export const scripts = (page) => [...page.matchAll(SCRIPT)].map(([, text]) => text);

/** The letters that each part of the program stands in. */
export const programTexts = (page) => [...page.matchAll(/<script type="application\/octet-stream"[^>]*>([^<]*)<\/script>/g)].map(([, text]) => text);

/** The parts of the program that stands in a page, read by the page's own script. */
export function program(page) {
  const script = scripts(page).find((script) => script.includes("function* putTogether"));
  // It ends where what drives it begins; without indentation its own parts end as it does.
  const [reader] = /function\* putTogether[^]*?\n}(?=\nconst readProgram)/.exec(script);
  const putTogether = new Function(`${reader} return putTogether;`)();
  const shared = {};
  const read = (text) => {
    const work = putTogether(text, shared);
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
    }
  };
  return programTexts(page).map(read);
}

const sum = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** Puts text at the end of the page's first script; gives the page and the headers that allow it. */
export function plant(page, headers, text) {
  return withFirst(page, headers, `${scripts(page)[0]}\n${text}`);
}

/** Puts another text in the place of the page's first script. */
function withFirst(page, headers, changed) {
  const [first] = scripts(page);
  if (changed === first) throw new Error("nothing was changed");
  const allow = (words) => words.replaceAll(sum(first), sum(changed));
  return { page: allow(page.replace(first, () => changed)), headers: headers.map(([name, value]) => [name, allow(value)]) };
}

/** Serves a page at any path with headers; both as given. */
export const serve = (page, headers) =>
  listen((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...Object.fromEntries(headers) });
    response.end(page);
  }, "127.0.0.1");

/** Serves the built page with text put in. */
export async function servePlanted(text) {
  const { page, headers } = plant(await builtPage(), await builtHeaders(), text);
  return { ...(await serve(page, headers)), page };
}

/**
 * A change of the page for `serveTool`: an exit that never asks how the page was come to, so that Back, Forward and a tab that was
 * brought back show it. All else is as it was: the policy names the sum of the changed script.
 */
export function neverAsks(page, headers) {
  const changed = scripts(page)[0].replace('"back_forward"', '"never"');
  return withFirst(page, headers, changed);
}
