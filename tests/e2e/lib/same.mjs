// What the page shows is what `assess` returns for the same case, always.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { assess, enter, enterable, expected, inputs, shown } from "./drive.mjs";
import { person } from "./person.mjs";
import { serveTool } from "./server.mjs";

const fixtures = new URL("../../fixtures/", import.meta.url);
const lines = async (file) => (await readFile(new URL(file, fixtures), "utf8")).trim().split("\n").map((line) => JSON.parse(line));

/** The worked cases, each with its name. */
export const worked = [...(await lines("identify.ndjson")), ...(await lines("cases.ndjson"))].map(({ name, case: one }) => [name, one]);
/** The cases that a program made up. */
export const generated = (await lines("oracle.ndjson")).map(({ case: one }, place) => [`generated ${place}`, one]);

/** Every `step`-th of a list, so that a part of it stands for the whole. */
export const every = (list, step) => list.filter((_, place) => place % step === 0);

/** Enters these cases by name in one page, and compares each with the command line's answer. */
export async function sameAsAssess(engine, cases, { wasm = true, file = "" } = {}) {
  const asked = cases.map(([, one]) => enterable(one));
  const answers = assess(asked);
  const browser = await engine.launch({ wasm });
  const tool = await serveTool();
  try {
    const page = await browser.newPage();
    const me = person(page, file);
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
}
