// What came out, kept in target/prove as soon as it is there, so that a proof can go on where it stopped.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist } from "../lib/server.mjs";

const folder = fileURLToPath(new URL("../../../target/prove/", import.meta.url));

/** The SHA-256 of the page that is proved. */
export const sum = createHash("sha256").update(await readFile(join(dist, "index.html"))).digest("hex");

/** Keeps a result; `size` is "whole" or "quick". */
export async function keep(engine, id, size, version, result) {
  await mkdir(folder, { recursive: true });
  const date = new Date().toISOString().slice(0, 10);
  const name = `${id}-${engine.name}-${size}.json`;
  await writeFile(join(folder, name), JSON.stringify({ id, browser: engine.name, size, version, sum, date, ...result }, null, 1));
}

/** All that is kept: one for each requirement and browser, the whole one before the quick one. */
export async function kept() {
  const names = await readdir(folder).catch(() => []);
  const results = await Promise.all(names.filter((name) => name.endsWith(".json")).map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8"))));
  return results.filter(
    (one) => one.size === "whole" || !results.some(({ id, browser, size }) => size === "whole" && id === one.id && browser === one.browser),
  );
}
