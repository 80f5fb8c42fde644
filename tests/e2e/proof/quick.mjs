// Every requirement of the privacy promise at its quick size, in one browser. `prove.mjs` does them whole.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { HANG } from "../lib/limits.mjs";
import { keep } from "./kept.mjs";
import { requirements } from "./requirements.mjs";
import { openStage } from "./stage.mjs";

/** Declares one test for each requirement, in this browser (`lib/chromium.mjs` or `lib/firefox.mjs`). */
export function proveQuickly(engine) {
  // Thirty requirements, each with browsers of its own: on a machine that compiles beside them they take over 900 s.
  describe(engine.name, { timeout: 3 * HANG }, () => {
    let stage, version;
    before(async () => {
      stage = await openStage(engine);
      version = await stage.browser.version();
    });
    after(() => stage?.close());

    for (const { id, what, target, quick, prove } of requirements.filter((one) => one.quick)) {
      test(`${id} ${what}`, async () => {
        try {
          const result = await prove(stage, quick);
          await keep(engine, id, "quick", version, result);
          const { ours, met, works, control, caught } = result;
          // How long something takes is measured on a quiet machine, by the whole proof; here it need only work.
          if (works !== undefined) return assert.ok(works, ours);
          assert.ok(met, `${ours}; target: ${target}`);
          assert.ok(caught, `the control passes, so this test proves nothing: ${control}`);
        } finally {
          await stage.tidy();
        }
      });
    }
  });
}
