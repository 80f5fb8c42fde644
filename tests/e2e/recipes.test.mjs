// In a situation with a recipe its words stand on the page, and none that make no sense there.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { enter, enterable, inputs } from "./lib/drive.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { openStep, withDrawn } from "./lib/steps.mjs";

const root = new URL("../../", import.meta.url);
const read = (file) => readFile(new URL(file, root), "utf8");
const met = (await read("tests/fixtures/recipes.ndjson")).trim().split("\n").map((line) => JSON.parse(line));

/** What must be read on What to do, in each situation. */
const STANDS = {
  "young-person": /Help for every child here, the young person too[\s\S]*Wanting to live together is to be expected|Wanting to live together is to be expected[\s\S]*Help for every child here, the young person too/,
  "forced-travel": /No contact with family, community or school/,
  "both-on-site": /Nobody is put out tonight because of this/,
  "third-party-report": /A plan for your own team, until they can be seen alone/,
  "ended-long-ago": /A safety plan, if there is danger now/,
  colleague: /Rotas, keys and systems that both can see/,
  carer: /Staying together, with other help/,
  "survivor-charged": /Offer legal advice first; then report to police, if they want it/,
};

/** All the text of the open step, what is folded too, in one line. */
const told = (page) =>
  page.evaluate(withDrawn(async () => {
    await drawn();
    const step = document.querySelector(".open-step").cloneNode(true);
    for (const block of step.querySelectorAll("p, li, h1, h2, h3, h4, dt, dd, summary, legend, td, th, pre")) block.append(" ");
    return step.textContent.replace(/\s+/g, " ");
  }));

describe("recipes", { timeout: HANG }, () => {
  let browser, tool, page, me;
  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  for (const { name, recipe, case: one } of met) {
    test(name, async () => {
      const file = await read(`crates/content/data/recipes/${recipe}.toml`);
      const without = JSON.parse(/^without_words = (\[.*\])$/m.exec(file)[1]);
      await me.open(tool);
      assert.deepEqual(await enter(page, inputs(enterable(one))), []);
      await openStep(page, "next-steps");
      const text = await told(page);
      assert.match(text, STANDS[recipe]);
      await openStep(page, "record");
      for (const words of [text, await told(page)]) {
        const stands = without.filter((word) => words.toLowerCase().includes(word));
        assert.deepEqual(stands, []);
      }
    });
  }

  test("who goes back to a case without a recipe reads the general words again", async () => {
    const { case: one } = met.find(({ recipe }) => recipe === "third-party-report");
    await me.open(tool);
    await enter(page, inputs(enterable(one)));
    await openStep(page, "next-steps");
    assert.match(await told(page), STANDS["third-party-report"]);
    assert.deepEqual(await enter(page, [{ step: "situation", name: "context.told_by", value: "survivor" }]), []);
    await openStep(page, "next-steps");
    const text = await told(page);
    assert.doesNotMatch(text, STANDS["third-party-report"]);
    assert.match(text, /Safety plan for tonight and after/);
  });
});
