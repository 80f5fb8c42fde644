// The same tests in both browsers: one browser and one served tool for all of them, a tab of its own for each.
import { after, before, describe, test } from "node:test";
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { HANG } from "./limits.mjs";
import { person } from "./person.mjs";
import { serveTool } from "./server.mjs";
import { inTab } from "./steps.mjs";

/**
 * Describes `tests` once for each browser. It is given `at`, which holds `browser` and `tool` once a test runs, and
 * `fresh(name, run)`: a test in a new tab with the tool opened, whose `run` gets the person at it and the tab.
 */
export function inEachBrowser(tests) {
  for (const engine of [chromium, firefox]) {
    describe(engine.name, { timeout: HANG }, () => {
      const at = {};
      before(async () => {
        [at.browser, at.tool] = await Promise.all([engine.launch(), serveTool()]);
      });
      after(async () => {
        await at.browser?.close();
        at.tool?.close();
      });
      const fresh = (name, run) =>
        test(name, () => inTab(at.browser, async (page) => run(await person(page).open(at.tool), page)));
      tests({ at, fresh });
    });
  }
}
