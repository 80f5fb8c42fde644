// The gallery of the debug build, as somebody walks it: one shelf at a time, each example by its name.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { headersFor, hosts, parseRules } from "./header-rules.mjs";
import { listen } from "./server.mjs";
import { drawn, ready, until } from "./steps.mjs";

/** Where `cargo xtask build --debug` puts it. */
const folder = fileURLToPath(new URL("../../../target/debug-dist/", import.meta.url));

/** The gallery on loopback, with its headers. */
export async function serveGallery() {
  const read = (name) =>
    readFile(join(folder, name), "utf8").catch(() => {
      throw new Error("there is no gallery: cargo xtask build --debug makes it");
    });
  const [page, rules] = await Promise.all([read("gallery.html"), read("_headers")]);
  const headers = Object.fromEntries(headersFor(parseRules(rules).rules, hosts["Cloudflare Pages"], "/gallery.html"));
  return listen((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
    response.end(page);
  }, "127.0.0.1");
}

/** Opens the gallery; gives the names of its shelves. */
export async function openGallery(page, { origin }) {
  page.start(`${origin}/gallery.html`);
  await until(page, () => location.pathname === "/gallery.html" && document.getElementById("app") !== null);
  await ready(page);
  return page.evaluate(() => [...document.querySelectorAll("[data-shelf]")].map((one) => one.dataset.shelf));
}

/** Opens a shelf; gives the names of its examples. */
export async function openShelf(page, shelf) {
  await page.evaluate((shelf) => document.querySelector(`[data-shelf="${shelf}"]`).click(), shelf);
  await until(page, (shelf) => document.querySelector(`[data-shelf-open="${shelf}"]`) !== null, shelf);
  await drawn(page);
  return page.evaluate(() => [...document.querySelectorAll("[data-example]")].map((one) => one.dataset.example));
}

/** Presses a button of an example by its words, without moving focus, and waits until what comes of it is rendered. */
export async function pressIn(page, example, words) {
  const found = await page.evaluate(
    ({ example, words }) => {
      const button = [...document.querySelectorAll(`[data-example="${example}"] button`)].find((one) => one.textContent.trim() === words);
      button?.click();
      return Boolean(button);
    },
    { example, words },
  );
  if (!found) throw new Error(`no button “${words}” in ${example}`);
  await drawn(page);
}
