// A policy is chosen: what it says stands beside what it is about, on every step it touches, and on a page of its own; the
// law of the nation stands there too. No policy takes anything away that the safety floor asks for.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import { enter, inputs } from "./lib/drive.mjs";
import { FILLED } from "./lib/filled.mjs";
import * as firefox from "./lib/firefox.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { settingsLink, useSettings } from "./lib/settings-link.mjs";
import { drawn, openFolds, until } from "./lib/steps.mjs";

for (const engine of [chromium, firefox]) describe(`your policy, ${engine.name}`, { timeout: HANG }, () => {
  let browser, tool, page, me;

  before(async () => {
    [browser, tool] = await Promise.all([engine.launch(), serveTool()]);
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const fresh = async () => {
    await page?.close?.().catch(() => {});
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
  };
  const choose = async (profile) => {
    await me.step("settings");
    await me.choose("profile", profile);
  };
  test("each of the five is told whole, with every rule once, where it is silent, where it differs, where the floor comes first", async () => {
    await fresh();
    const counts = { "daha-supported": 108, "peaks-plains": 113, "south-wales": 30, housing21: 168, "herts-2024": 53 };
    for (const [profile, count] of Object.entries(counts)) {
      await choose(profile);
      await me.step("policy");
      await openFolds(page);
      const listed = () => page.evaluate(() => [...document.querySelectorAll("[data-rule]")].map((row) => row.dataset.rule));
      await until(page, (count) => document.querySelectorAll("[data-rule]").length === count, count);
      const rules = await listed();
      assert.equal(new Set(rules).size, count, profile);
      assert.ok(await me.has(`[data-floor="${profile}"] li`), profile);
      assert.ok(await me.has(`[data-compare="${profile}"] dt`), profile);
    }
    // A time limit with its clock and its exception.
    await choose("housing21");
    await me.step("policy");
    assert.match(await me.holds('[data-limits="housing21"]'), /24 hours from the concern, unless something very unusual/);
    // What is set aside is named with its reason, and nowhere as advice.
    await choose("peaks-plains");
    await me.step("policy");
    assert.match(await me.holds("#app"), /Left out, and why/);
    assert.doesNotMatch(await me.holds("#app"), /low risk|anger management is/i);
  });

  test("choosing one changes what stands beside the steps, and the default takes it away again", async () => {
    await fresh();
    assert.deepEqual(await enter(page, inputs({ ...FILLED, profile: "housing21" })), []);
    for (const [step, words] of [
      ["dash", /champion/],
      ["record", /within 24 hours/],
      ["next-steps", /every possible crime is reported/],
      ["situation", /resident/],
    ]) {
      await me.step(step);
      await until(page, () => document.querySelector('[data-policy="housing21"]') !== null);
      assert.match(await me.holds('[data-policy="housing21"]'), words, step);
    }
    await me.step("next-steps");
    await until(page, () => document.querySelector('[data-pathway="PW-42"] .policy li') !== null);
    const plan = await me.holds('[data-pathway="PW-42"] .policy');
    assert.match(plan, /H-38/);
    assert.match(plan, /H-107/);
    await choose("south-wales");
    await me.step("next-steps");
    assert.match(await me.holds('[data-policy="south-wales"]'), /none: staff should have no direct dealings/);
    assert.equal(await me.has('[data-pathway="PW-26"], [data-pathway="PW-28"], [data-mode="full"]'), false);
    await choose("default");
    await me.step("next-steps");
    assert.equal(await me.has("[data-policy], .policy"), false);
  });

  test("its words and an area's stand in steps and the organisation's own sheets at once, and on no sheet that goes out", async () => {
    await fresh();
    assert.deepEqual(await enter(page, inputs({ ...FILLED, profile: "housing21" })), []);
    await me.step("policy");
    assert.match(await me.holds("[data-own-words]"), /Ask the victim\/survivor first\..*the court in\?.*in ERICA\./);
    await me.step("record");
    const sheet = async (output) => {
      await me.press(`[data-output="${output}"]`);
      await until(page, (output) => document.querySelector(".sheets").dataset.shown === output, output);
      await drawn(page);
      return me.holds(".sheets");
    };
    const both = async () => [await sheet("survivor-file"), await sheet("marac")];
    let [own, out] = await both();
    assert.match(own, /Note for the victim\/survivor's file/);
    assert.match(out, /The survivor/);
    assert.doesNotMatch(out, /victim\/survivor|\{/);
    // Settings that are taken up while a step is open turn that step.
    const terms = { survivor: "occupant", person_housed: "customer" };
    const link = settingsLink({ format: "waymark-settings/1", profile_patch: { terms } });
    await page.evaluate((link) => (location.hash = link), link);
    await useSettings(page);
    await until(page, () => document.querySelector('[data-output="survivor-file"]')?.innerText === "Occupant's file");
    [own, out] = await both();
    assert.match(own, /Note for the occupant's file/);
    assert.doesNotMatch(out, /occupant/);
    await me.step("settings");
    await until(page, () => document.querySelector('[data-effect="profile_patch.terms.survivor"]') !== null);
    const state = (term) => page.evaluate((term) => document.querySelector(`[data-effect="profile_patch.terms.${term}"]`).dataset.state, term);
    assert.deepEqual([await state("survivor"), await state("person_housed")], ["in-force", "in-force"]);
  });

  test("what no sentence of the policy says is marked where a worker meets it", async () => {
    await fresh();
    const panel = async (profile) => {
      await choose(profile);
      await me.step("dash");
      await until(page, () => document.querySelector("[data-handoff]") !== null);
      return me.holds("[data-handoff]");
    };
    const stated = await panel("housing21");
    assert.match(stated, /In your policy the Dash is completed by a champion or the safeguarding lead/);
    assert.doesNotMatch(stated, /read across/i);
    for (const [profile, own, rule] of [
      ["peaks-plains", /Support and Enforcement team runs it/, /P-57/],
      ["south-wales", /names neither the Dash nor MARAC/, /W-04/],
      ["herts-2024", /does not say which staff/, /S-48/],
    ]) {
      const across = await panel(profile);
      assert.match(across, /does not say who completes the Dash\. Read across/, profile);
      assert.doesNotMatch(across, /In your policy the Dash is completed/, profile);
      assert.match(across, own, profile);
      assert.match(across, rule, profile);
      await me.step("policy");
      assert.doesNotMatch(await me.holds(`[data-floor="${profile}"]`), /leaves the Dash to some only/, profile);
    }
  });

  test("landlords' policies past their review stand last among the choices, as examples, and say so", async () => {
    await fresh();
    await me.step("settings");
    const values = (within) =>
      page.evaluate((within) => [...document.querySelectorAll(`${within} [name="profile"]`)].map((one) => one.value), within);
    const examples = '[role="group"][aria-labelledby="policy-examples"]';
    assert.deepEqual(await values('[data-question="profile"]'), [
      "default", "daha-supported", "south-wales", "peaks-plains", "housing21", "herts-2024",
    ]);
    assert.deepEqual(await values(examples), ["peaks-plains", "housing21", "herts-2024"]);
    const said = await me.holds(examples);
    assert.match(said, /Examples of published policies/);
    assert.equal(said.match(/past its review date/g).length, 3);
  });

  test("a time limit names what must be done, and a penalty is no time to report in", async () => {
    await fresh();
    await choose("housing21");
    await me.step("policy");
    const limits = await me.holds('[data-limits="housing21"]');
    assert.match(limits, /because CQC was not told\s*after more than 5 working days from the incident, and it gives no more time/);
    assert.match(limits, /Set up a case meeting/);
    await choose("herts-2024");
    assert.match(await me.holds("#app"), /Time limit: First contact after somebody has told/);
  });

  test("settings that ask for less than the floor are listed", async () => {
    await fresh();
    const patch = {
      safeguarding: { children: { threshold: "policy" } },
      informationSharing: { consentRules: { safeguarding: "consent_required" } },
    };
    const link = settingsLink({ format: "waymark-settings/1", profile: "peaks-plains", profile_patch: patch });
    await page.evaluate((link) => (location.hash = link), link);
    await useSettings(page);
    await until(page, () => document.querySelector(".foot") !== null);
    await me.step("policy");
    await until(page, () => document.querySelector('[data-caution="FLOOR_OVERRIDES"]') !== null);
    const said = await me.holds("#app");
    assert.match(said, /safeguarding\.children\.threshold/);
    assert.match(said, /consentRules\.safeguarding/);
  });

  test("the law follows the nation, with the month in which each point was last checked", async () => {
    await fresh();
    const law = async (nation) => {
      assert.deepEqual(await enter(page, inputs({ format: "waymark-case/1", context: { nation } })), []);
      await me.step("policy");
      await openFolds(page);
      return me.holds("#app");
    };
    const scotland = await law("scotland");
    assert.match(scotland, /Adult Support and Protection \(Scotland\) Act 2007/);
    assert.match(scotland, /Last checked: November 2026/);
    assert.doesNotMatch(scotland, /Renters' Rights/);
    const england = await law("england");
    assert.match(england, /Care Act 2014, section 42/);
    assert.match(england, /Renters' Rights/);
    await me.step("next-steps");
    await until(page, () => document.querySelector(".numbers li") !== null);
    const numbers = await me.holds(".numbers");
    assert.match(numbers, /Checked November 2026/);
    assert.doesNotMatch(numbers, /0800 027 1234/);
  });

  test("axe finds nothing with everything unfolded, in light and dark, and nothing scrolls sideways at 320 px", async () => {
    await fresh();
    await choose("housing21");
    await me.step("policy");
    await openFolds(page);
    await until(page, () => document.querySelectorAll("[data-rule]").length === 168 && document.querySelectorAll("[data-compare] dt").length > 30);
    await drawn(page);
    assert.deepEqual(await axe(page), []);
    await page.scheme?.("dark");
    assert.deepEqual(await axe(page, ["color-contrast"]), []);
    await page.resize(320, 640);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
