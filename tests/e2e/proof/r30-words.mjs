// R30: honest words. What is not covered is named, and nothing is claimed that nobody can promise.
import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { builtPage, serve } from "../lib/planted.mjs";
import { builtHeaders } from "../lib/server.mjs";
import { drawn, ready, until } from "../lib/steps.mjs";
import { survey } from "./survey.mjs";

const root = new URL("../../../", import.meta.url);
const BANNED = (await readFile(new URL("tests/fixtures/banned-claims.txt", root), "utf8")).split("\n").filter((line) => line && !line.startsWith("#"));

/** What the words on privacy must name as not covered. */
const NOT_COVERED = {
  "browsing history": /list of pages .*visited|history/i,
  downloads: /downloads/i,
  clipboard: /clipboard/i,
  print: /print/i,
  spyware: /spyware/i,
  "network logs": /network/i,
  "the find bar": /find bar offers/i,
  "the preview of a tab": /picture .*of a tab/i,
  "memory until the other site is there": /memory: .*until the other site/i,
  "windows of the browser's own": /Exit waits while the browser's own window/i,
};

/** The banned claims in a text. */
function claims(text) {
  const plain = text.toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ");
  return BANNED.filter((claim) => plain.includes(claim));
}

/** The words of a page without its scripts, its program and its style. */
const wordsOf = (page) => page.replace(/<script(?! type="text\/plain")[^>]*>[^]*?<\/script>|<style>[^]*?<\/style>/g, " ").replace(/<[^>]+>/g, " ");

/** Every text that is handed out or read: name and text. The documents are there once they are written. */
async function texts() {
  const content = new URL("crates/content/data/", root);
  const files = (await readdir(fileURLToPath(content), { recursive: true })).filter((name) => name.endsWith(".toml")).map((name) => `crates/content/data/${name}`);
  const documents = ["README.md", "PRIVACY.md", "SECURITY.md", "ARCHITECTURE.md"];
  const read = async (name) => ({ name, text: await readFile(new URL(name, root), "utf8").catch(() => "") });
  const all = await Promise.all([...files, ...documents].map(read));
  return [...all.filter(({ text }) => text), { name: "the built page", text: wordsOf(await builtPage()) }];
}

/** What stands on the page about privacy, up to the check. */
const privacy = (words) => /\nWhat it cannot cover\n([^]*?)\nCheck for yourself\n/.exec(words)?.[1] ?? "";
const unnamed = (words) => Object.keys(NOT_COVERED).filter((name) => !NOT_COVERED[name].test(privacy(words)));

/** A copy with a false claim in its foot and one line less about what is not covered, as a person sees it. */
async function plant(stage) {
  const page = await builtPage();
  const changed = page.replaceAll("Exit, Back and closing lose it.", "It leaves no trace.").replace("Spyware, and add-ons", "Add-ons");
  const server = await serve(changed, await builtHeaders());
  try {
    return await stage.fresh(async (page) => {
      page.start(`${server.origin}/`);
      await ready(page);
      await page.evaluate(() => document.querySelector('button[data-step="about"]').click());
      await until(page, () => document.querySelector("[data-guarantee]") !== null);
      await drawn(page);
      const words = await page.evaluate(() => document.body.innerText);
      return { claims: claims(words), unnamed: unnamed(words) };
    });
  } finally {
    server.close();
  }
}

export const R30 = {
  id: "R30",
  what: "Honest words",
  target: "history, downloads, clipboard, print, spyware, network logs, the find bar, previews of tabs, memory and the browser's own windows are named as not covered; no banned claim anywhere",
  quick: {},
  whole: {},
  async prove(stage) {
    const all = await texts();
    const found = all.flatMap(({ name, text }) => claims(text).map((claim) => `“${claim}” in ${name}`));
    const { screens } = await survey(stage);
    found.push(...screens.flatMap(({ name, words }) => claims(words).map((claim) => `“${claim}” on ${name}`)));
    const about = screens.filter(({ name }) => name.startsWith("about, "));
    const missing = about.flatMap(({ words }) => unnamed(words));
    const planted = await plant(stage);
    const each = BANNED.filter((claim) => claims(`Here it ${claim.toUpperCase()}, they say`).includes(claim));
    return {
      done: `${BANNED.length} banned claims looked for in ${all.length} texts (words, documents, the built page) and on ${screens.length} screens; the words on what is not covered, in both layouts`,
      ours: `${found.length} banned claims${found.length ? `: ${found.slice(0, 5).join("; ")}` : ""}; not named: ${missing.length ? [...new Set(missing)].join(", ") : "none"}`,
      met: found.length === 0 && about.length === 2 && missing.length === 0 && all.length > 10,
      control: `a copy with a false claim and without spyware: found ${planted.claims.length} claim, not named: ${planted.unnamed.join(", ")}; each banned claim put into a text: ${each.length} of ${BANNED.length} found`,
      caught: planted.claims.length > 0 && planted.unnamed.join() === "spyware" && each.length === BANNED.length,
    };
  },
};
