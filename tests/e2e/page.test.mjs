// What the page shows is what `assess` returns for the same case, always.
import { describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { every, generated, sameAsAssess, worked } from "./lib/same.mjs";

for (const [engine, cases] of [
  [chromium, [...worked, ...every(generated, 16)]],
  [firefox, [...every(worked, 8), ...every(generated, 120)]],
]) {
  describe(engine.name, { timeout: 900_000 }, () => {
    test(`the page shows what assess returns, for ${cases.length} cases entered by name`, () => sameAsAssess(engine, cases));
  });
}
