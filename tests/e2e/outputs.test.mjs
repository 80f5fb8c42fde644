// The record: every output is previewed before it leaves, names are typed once for the visit, a change leads back
// to its row, and the fullest case fits its paper.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import { enter, inputs } from "./lib/drive.mjs";
import { FILLED } from "./lib/filled.mjs";
import * as firefox from "./lib/firefox.mjs";
import { HANG } from "./lib/limits.mjs";
import { sides } from "./lib/pdf.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { atRest, drawn, layOut, until, withDrawn } from "./lib/steps.mjs";

/** Every output, with what its preview must hold. */
const OUTPUTS = {
  handover: /Ring your safeguarding lead and read this out/,
  visit: /Staff safety note/,
  marac: /1\. Who is referring[\s\S]*9\. MARAC elsewhere[\s\S]*The Dash, item by item/,
  idva: /Referral to a specialist service/,
  police: /Report to the police by a third party/,
  children: /a child may be at risk of harm/,
  adults: /Concern about an adult at risk/,
  "council-letter": /Homelessness help, asked for tonight/,
  summary: /Whole record/,
  "survivor-file": /Note for the victim\/survivor's file/,
  "other-file": /File note/,
  actions: /Action plan/,
  "decision-log": /Decision log/,
};
const NAME = "Zqvelda Quorn";
/** At most so many sides of A4, at 11 points. */
const SIDES = 8;


for (const engine of [chromium, firefox]) describe(`the record, ${engine.name}`, { timeout: HANG }, () => {
  let browser, tool, page, me;

  before(async () => {
    [browser, tool] = await Promise.all([engine.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
    assert.deepEqual(await enter(page, inputs(FILLED)), []);
    await me.step("record");
    await me.press('[data-layout="guided"]');
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const choose = async (output) => {
    await me.press(`[data-output="${output}"]`);
    await until(page, (output) => document.querySelector(".sheets").dataset.shown === output, output);
    await drawn(page);
  };
  const typeName = async (field, text = NAME) => {
    await page.evaluate(() => document.querySelectorAll("details[data-names]").forEach((fold) => (fold.open = true)));
    await me.type(`output.${field}`, text);
  };
  /** Answers everything in a step: each question, a short text in each field, a long one in each of the record. */
  const answerAll = async (step) => {
    await me.step(step);
    await me.press('[data-layout="whole"]');
    await drawn(page);
    await page.evaluate(withDrawn(async () => {
      const whole = async () => {
        await drawn();
        // Answers of a fullest case call for a stop: it is set aside, as a worker does who goes on.
        for (let aside; (aside = document.querySelector('[data-stop] [data-action="stop-aside"]')); await drawn()) aside.click();
      };
      await openFolds();
      document.querySelectorAll('[data-action="add-decision"], [data-part] > [aria-expanded="false"]').forEach((one) => one.click());
      await whole();
      const long = "“He said he would find us wherever we went, and I believe him.” Said alone, 12 March, in the office. ";
      const written = ({ name, inputMode }) => {
        if (inputMode === "numeric") return "4";
        if (name.startsWith("record.")) return long.repeat(2).trim();
        if (name.endsWith(".when")) return "12 March, 14:10";
        if (name.endsWith(".by")) return "Night staff";
        if (name.endsWith(".source")) return "Police, by phone";
        return "He stood at the door and would not go. 12 March.";
      };
      const seen = new Set();
      for (let fresh = true; fresh; await whole()) {
        fresh = false;
        for (const control of document.querySelectorAll("#app section :is(input, textarea, button)[name]")) {
          const { name, type, value } = control;
          const key = type === "checkbox" ? `${name}=${value}` : name;
          // One source for each indicator, and none of it overheard: what is kept and not counted stands in the log only.
          const extra = name.endsWith(".tainted") || (name.endsWith(".sources") && value !== "G");
          if (seen.has(key) || name === "context.private_now" || name.startsWith("output.") || extra) continue;
          seen.add(key);
          fresh = true;
          if (type === "radio" || type === "checkbox" || type === "button") {
            const rivals = [...document.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
            const wanted = type === "checkbox" ? control : rivals.find((one) => ["yes", "do", "2", "information"].includes(one.value)) ?? rivals[0];
            if (!wanted.checked && wanted.getAttribute("aria-pressed") !== "true") wanted.click();
          } else {
            control.value = written(control);
            control.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }
      }
    }));
  };
  const sheet = () => me.holds(".sheets");
  const everywhere = () =>
    page.evaluate(() => {
      const fields = [...document.querySelectorAll("input, textarea")].map((field) => field.value);
      return [document.title, location.href, document.documentElement.textContent, ...fields].join("\n");
    });

  test("each is previewed, says what it leaves out, and axe finds nothing", async () => {
    for (const [output, holds] of Object.entries(OUTPUTS)) {
      await choose(output);
      assert.match(await sheet(), holds, output);
      assert.ok((await page.evaluate(() => document.querySelectorAll(".left-out li").length)) >= 2, `${output} says what it leaves out`);
      assert.ok(await me.sees('[data-action="copy"]'), `${output} can be copied`);
      if (["marac", "police", "other-file", "actions"].includes(output)) assert.deepEqual(await axe(page), [], output);
    }
  });

  test("their own copy is made only after a yes, in words that tell nobody what it is", async () => {
    await me.press('[data-fold="plan"] > summary');
    await me.press('[data-part="leaving"] > button');
    await me.press('[data-part="leaving"] .ideas button');
    await choose("own-copy");
    assert.equal(await me.sees(".sheet"), false, "nothing before the question");
    assert.equal(await me.sees('[data-action="print"]'), false);
    await me.press('[name="output.question"][value="no"]');
    assert.equal(await me.sees(".sheet"), false, "nothing after a no");
    await me.press('[name="output.question"][value="yes"]');
    await until(page, () => document.querySelector(".sheet")?.checkVisibility());
    const held = await sheet();
    assert.match(held, /A bag kept with someone I trust/);
    assert.doesNotMatch(held, /confidential|waymark|survivor|abuse|safety|dash|marac/i);
    assert.deepEqual(await axe(page), []);
    // A yes belongs to the sheet it was given for.
    await choose("summary");
    await choose("own-copy");
    assert.equal(await me.sees(".sheet"), false);
  });

  test("their words are with the police only after a yes", async () => {
    await me.type("record.wish_words", "I want him to stop.");
    await choose("police");
    assert.doesNotMatch(await sheet(), /I want him to stop/);
    await me.press('[name="output.question"][value="yes"]');
    await until(page, () => document.querySelector(".sheets").textContent.includes("I want him to stop"));
  });

  test("a name is typed once for every sheet that asks for it, and stands on no other", async () => {
    await choose("marac");
    await typeName("survivor_name");
    await until(page, (name) => document.querySelector(".sheets").textContent.includes(name), NAME);
    assert.ok(!(await page.evaluate(() => document.title)).includes(NAME));
    await choose("idva");
    assert.match(await sheet(), new RegExp(NAME), "another sheet that asks for it");
    await choose("summary");
    assert.ok(!(await everywhere()).includes(NAME), "a sheet that does not");
    await me.step("dash");
    assert.ok(!(await everywhere()).includes(NAME), "another step");
    await me.step("record");
    await choose("marac");
    assert.match(await sheet(), new RegExp(NAME), "back at the step");
    await typeName("survivor_name", "");
    await typeName("children");
    for (const output of ["police", "summary", "idva", "survivor-file", "other-file"]) {
      await choose(output);
      assert.ok(!(await everywhere()).includes(NAME), output);
    }
    await choose("marac");
    await typeName("children", "");
  });

  test("a sentence that a sheet leaves out is shown before it goes, and taken out where it was typed", async () => {
    await me.type("record.wish_words", "I want him to stop. He tells people about my HIV.");
    await choose("marac");
    await until(page, () => document.querySelector("[data-outgoing]")?.textContent.includes("about my HIV"));
    await me.press("[data-outgoing] .actions button");
    await until(page, () => document.querySelector("[data-outgoing]") === null);
    assert.doesNotMatch(await sheet(), /HIV\./);
    assert.match(await sheet(), /I want him to stop/);
  });

  test("the other person's note holds what is typed for it and nothing that was answered", async () => {
    await me.step("dash");
    await me.press('[data-layout="whole"]');
    await me.type("dash.14.source", "Said by the other person to staff");
    await me.type("dash.14.note", "Neither of us will see Christmas.");
    await me.press('[data-layout="guided"]');
    await me.step("record");
    await choose("other-file");
    assert.doesNotMatch(await sheet(), /Christmas/, "not before it is put in");
    await me.press("[data-said] button");
    await until(page, () => document.querySelector(".sheets").textContent.includes("Neither of us will see Christmas."));
    await typeName("said", "I lost my temper.");
    await until(page, () => document.querySelector(".sheets").textContent.includes("I lost my temper."));
    assert.doesNotMatch(await sheet(), /survivor|waymark|dash|tenant|visitor|I want him to stop/i);
  });

  test("harmful words are pointed out", async () => {
    await choose("summary");
    assert.equal(await me.has("[data-look-again]"), false);
    await me.press('[data-fold="decisions"] > summary');
    await atRest(page);
    await me.type("record.consulted", "Manager: their home is volatile.");
    await until(page, () => document.querySelector("[data-look-again]")?.textContent.includes("volatile"));
    await me.type("record.consulted", "Manager.");
    await until(page, () => document.querySelector("[data-look-again]") === null);
  });

  test("a change leads back to the row it came from", async () => {
    for (const row of ["context.limits_explained", "dash.13", "context.nation"]) {
      await me.step("record");
      await page.evaluate((row) => document.querySelector(`[data-row="${row}"]`).closest("details")?.setAttribute("open", ""), row);
      await me.press(`[data-row="${row}"] button`);
      await until(page, (row) => document.activeElement.name === row, row);
      const inSight = await page.evaluate(() => {
        const box = document.querySelector('[data-action="way-back"]').getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight;
      });
      assert.ok(inSight, "the way back is in sight");
      if (row === "dash.13") assert.deepEqual(await axe(page), [], row);
      await me.press('[data-action="way-back"]');
      await until(page, (row) => document.activeElement.closest("[data-row]")?.dataset.row === row, row);
    }
    // Whoever goes on by themselves is not called back.
    await page.evaluate(() => document.querySelector('[data-row="context.nation"]').closest("details")?.setAttribute("open", ""));
    await me.press('[data-row="context.nation"] button');
    await me.step("dash");
    assert.equal(await me.has('[data-action="way-back"]'), false);
  });

  test("a decision is written, stands in the log, and changes no result", async () => {
    await me.step("dash");
    const before = await me.data('[data-result="dash"]');
    await me.step("record");
    await me.press('[data-fold="decisions"] > summary');
    await me.press('[data-action="add-decision"]');
    await me.type("record.decisions.0.what", "Did not ring the police tonight");
    await me.type("record.decisions.0.why", "They asked us not to");
    await choose("decision-log");
    assert.match(await sheet(), /Did not ring the police tonight[\s\S]*They asked us not to/);
    await me.step("dash");
    assert.deepEqual(await me.data('[data-result="dash"]'), before);
    await me.step("record");
  });

  test("clear takes the names, the plan and the decisions", async () => {
    await choose("marac");
    await typeName("survivor_name");
    await me.press('[data-action="clear"]');
    await me.press('[data-action="clear-yes"]');
    assert.ok(!(await everywhere()).includes(NAME));
    await me.step("record");
    await choose("marac");
    assert.ok(!(await everywhere()).includes(NAME));
    assert.match(await me.reads('[data-fold="plan"] > summary'), /\(0\)/);
    assert.match(await me.reads('[data-fold="decisions"] > summary'), /\(0\)/);
  });

  test("names are the first to go on exit", async () => {
    await choose("marac");
    await typeName("survivor_name");
    // What the program is asked to do at the exit, without leaving.
    await page.evaluate(() => window.waymark?.beforeExit?.());
    // The sheet is still there, and shows what is left: only what is typed now.
    await typeName("agency", "Oak House");
    await until(page, () => document.querySelector(".sheets").textContent.includes("Oak House"));
    assert.ok(!(await everywhere()).includes(NAME));
  });

  test(`the fullest case prints on at most ${SIDES} sides, with nothing cut`, async () => {
    await me.open(tool);
    for (const step of ["situation", "identify", "dash", "next-steps", "record"]) await answerAll(step);
    const found = {};
    for (const output of Object.keys(OUTPUTS)) {
      await choose(output);
      found[output] = sides(await page.pdf()).count;
    }
    for (const [output, count] of Object.entries(found)) assert.ok(count >= 1 && count <= SIDES, `${output}: ${count} sides`);
    // A word with no place to break is cut nowhere either, on the smallest screen.
    await me.type("record.consulted", "x".repeat(300));
    await choose("summary");
    await page.resize(320, 640);
    await atRest(page);
    // What is left out while it is off the screen keeps the width that it had before.
    await layOut(page);
    const wide = await page.evaluate(() => [...document.querySelectorAll(".sheet, .sheet *")].filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).display !== "inline" && part.tagName !== "THEAD" && !part.closest("thead")).map((part) => part.outerHTML.slice(0, 80)));
    assert.deepEqual(wide, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await page.resize(1000, 700);
  });
});
