// What the page shows is what `assess` returns for the same case, always.
import { describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { every, generated, sameAsAssess, worked } from "./lib/same.mjs";

// Other cases in each browser; the engine's own tests know all of them.
for (const [engine, cases] of [
  [chromium, [...every(worked, 2), ...every(generated, 32)]],
  [firefox, [...every(worked.slice(1), 8), ...every(generated.slice(1), 120)]],
]) {
  describe(engine.name, { timeout: 900_000 }, () => {
    test(`the page shows what assess returns, for ${cases.length} cases entered by name`, () => sameAsAssess(engine, cases));
  });
}
