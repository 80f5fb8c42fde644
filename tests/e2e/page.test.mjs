// What the page shows is what `assess` returns for the same case, always.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { assess, enter, enterable, expected, inputs, shown } from "./lib/drive.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";

const fixtures = new URL("../fixtures/", import.meta.url);
const lines = async (file) => (await readFile(new URL(file, fixtures), "utf8")).trim().split("\n").map((line) => JSON.parse(line));
const worked = [...(await lines("identify.ndjson")), ...(await lines("cases.ndjson"))].map(({ name, case: one }) => [name, one]);
const generated = (await lines("oracle.ndjson")).map(({ case: one }, place) => [`generated ${place}`, one]);

/** Every `step`-th of a list, so that a part of it stands for the whole. */
const every = (list, step) => list.filter((_, place) => place % step === 0);

for (const [engine, cases] of [
  [chromium, [...worked, ...every(generated, 16)]],
  [firefox, [...every(worked, 8), ...every(generated, 120)]],
]) {
  describe(engine.name, { timeout: 900_000 }, () => {
    test(`the page shows what assess returns, for ${cases.length} cases entered by name`, async () => {
      const asked = cases.map(([, one]) => enterable(one));
      const answers = assess(asked);
      const browser = await engine.launch();
      const tool = await serveTool();
      try {
        const page = await browser.newPage();
        const me = person(page);
        for (const [place, one] of asked.entries()) {
          await me.open(tool);
          const name = cases[place][0];
          assert.equal(answers[place].error, undefined, name);
          assert.deepEqual(await enter(page, inputs(one)), [], `${name}: every input is on its step in the whole layout`);
          assert.deepEqual(await shown(page), expected(answers[place]), name);
        }
      } finally {
        await browser.close();
        tool.close();
      }
    });
  });
}
