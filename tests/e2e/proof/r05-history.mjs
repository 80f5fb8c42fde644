// R5: the browser's own list of visited pages. Chromium must not list the page after Exit; Firefox does, under its neutral title.
import { join } from "node:path";
import { atWeather, click, until } from "../lib/steps.mjs";
import { query, readDatabase } from "../lib/traces/sqlite.mjs";
import { PLACES, close, onScreen, withProfile } from "./visits.mjs";

const NEUTRAL = ["Notes"];

/** Comes, leaves by Exit; gives what the browser's history page says, if it has one, and the rows of its database. */
function visit(stage, place) {
  return withProfile(stage, async ({ profile, open }) => {
    const browser = await open();
    const page = await browser.newPage();
    await PLACES[place](stage, page);
    const { origin, pathname, host } = new URL(await page.evaluate(() => location.href));
    await click(page, "#exit");
    await atWeather(page);
    const chromium = stage.engine.name === "Chromium";
    const listed = chromium ? (await historyPage(browser)).includes(host) : null;
    await close({ browser, profile });
    const rows = await visited(chromium, profile, origin + pathname);
    return { listed, titles: [...new Set(rows.map(({ title }) => title))] };
  });
}

/** The words of chrome://history, once the page that Exit opened stands in it. */
async function historyPage(browser) {
  const page = await browser.newPage();
  page.start("chrome://history/");
  return until(page, () => {
    const inside = (node) => [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes];
    const words = (node) => (node.nodeType === Node.TEXT_NODE ? node.data : inside(node).map(words).join(" "));
    const text = words(document.body);
    return text.includes("Weather") && text;
  });
}

/** The rows of the database for an address. */
async function visited(chromium, profile, url) {
  const [file, table] = chromium ? ["Default/History", "urls"] : ["places.sqlite", "moz_places"];
  const rows = await query(await readDatabase(join(profile, file)), (all) => all(`SELECT url, title FROM ${table}`));
  return rows.filter((row) => row.url === url);
}

export const R5 = {
  id: "R5",
  what: "Not listed by Chromium's history page after Exit; in Firefox under the neutral title only",
  target: "0 listed in Chromium; in Firefox only the title “Notes”",
  quick: { visits: 1 },
  whole: { visits: 10 },
  prove: onScreen(async (stage, { visits }) => {
    const results = [];
    for (let n = 0; n < visits; n++) results.push(await visit(stage, "tool"));
    const naive = await visit(stage, "naive");
    const titles = [...new Set(results.flatMap((result) => result.titles))];
    const named = (result) => result.titles.some((title) => !NEUTRAL.includes(title));
    if (stage.engine.name === "Chromium") {
      const listed = results.filter((result) => result.listed).length;
      return {
        done: `${visits} visits that ended with Exit; then the words of chrome://history, and the History database once the browser was closed`,
        ours: `${listed} listed; a row stays in the database, under the title ${quoted(titles)}`,
        met: listed === 0,
        control: naive.listed ? `listed; in the database under ${quoted(naive.titles)}` : "not listed",
        caught: naive.listed,
      };
    }
    return {
      done: `${visits} visits that ended with Exit; then places.sqlite, once the browser was closed. Firefox has no way for a page not to be listed`,
      ours: `listed, under the title ${quoted(titles)}`,
      met: titles.length > 0 && !results.some(named),
      control: `listed, under the title ${quoted(naive.titles)}`,
      caught: named(naive),
    };
  }),
};

const quoted = (titles) => titles.map((title) => `“${title}”`).join(", ") || "none";
