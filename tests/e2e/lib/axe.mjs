// axe-core, run inside the page: what it finds, one line for each element.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Faults against WCAG 2.2 A and AA and axe's own best practices; an empty list when there are none. */
export async function axe(page) {
  await page.inject(`${source}; void 0`);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 120)}`));
  });
}
