// axe-core, run inside the page: what it finds, one line for each element.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { layOut, leaveOut } from "./steps.mjs";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Faults against WCAG 2.2 A and AA and axe's own best practices; an empty list when there are none.
 * `rules` names the only ones to look at, `without` those to leave out.
 */
export async function axe(page, rules = null, without = []) {
  await page.inject(`window.axe || (() => { ${source} })(); void 0`);
  await layOut(page);
  const faults = await page.evaluate(async ({ rules, without }) => {
    // What was off the screen only now gets its colours, and buttons fade from one to the other.
    for (let n = 0; n < 2; n++) await new Promise((frame) => requestAnimationFrame(frame));
    await Promise.all(document.getAnimations().map((fading) => fading.finished.catch(() => {})));
    const only = rules && { runOnly: { type: "rule", values: rules } };
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])), ...only });
    return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 120)}`));
  }, { rules, without });
  await leaveOut(page);
  return faults;
}

/** What is shown has no fault, light or dark, and nothing runs over at 320 px. The page is 1000 × 700 and light again after it. */
export async function isOpenToEveryone(page) {
  assert.deepEqual(await axe(page), []);
  await page.scheme("dark");
  assert.deepEqual(await axe(page, ["color-contrast"]), []);
  await page.scheme("light");
  await page.resize(320, 640);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  await page.resize(1000, 700);
}
