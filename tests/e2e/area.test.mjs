// What an area has set, where it is needed: its numbers on the steps they serve, and who refers to MARAC.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { settingsLink, useSettings } from "./lib/settings-link.mjs";
import { atRest, openStep, ready, until, withDrawn } from "./lib/steps.mjs";

const SET = {
  "area.contacts.on_call.name": "Duty manager",
  "area.contacts.on_call.number": "01632 960417",
  "area.contacts.on_call.hours": "any hour",
  "area.contacts.marac.number": "01632 960762",
  "area.contacts.edt_children.number": "01632 960128",
  "area.contacts.interpreter.number": "020 7946 0369",
};

/** Opens every fold of the settings and fills them in as a safeguarding lead does. */
const fillIn = (page) =>
  page.evaluate(withDrawn(async (values) => {
    await openFolds();
    for (const [name, value] of Object.entries(values)) {
      const field = document.querySelector(`[name="${name}"]`);
      field.value = value;
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
    }
    await drawn();
  }), SET);

describe("an area's own numbers and roles", { timeout: HANG }, () => {
  let browser, tool, page, me;
  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
    await me.step("settings");
    await fillIn(page);
    await me.choose("area.roles.refer_marac", "champion");
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const effect = () =>
    page.evaluate(() => document.querySelector('[data-effect="roles.refer_marac"]')?.dataset.state);
  const contacts = (selector) =>
    page.evaluate(
      (selector) => Object.fromEntries([...document.querySelectorAll(`${selector} [data-contact]`)].map((row) => [row.dataset.contact, row.textContent])),
      selector,
    );

  test("with no policy chosen, who refers is in force and stands on the card", async () => {
    assert.equal(await effect(), "in-force");
    await me.step("situation");
    await me.answer({ "context.told_by": "survivor", "context.children": "in-home" });
    await me.step("dash");
    await me.choose("dash.judgement", "high");
    await me.step("next-steps");
    const { "PW-06": card } = await me.plan();
    assert.match(card.text, /WhoA champion/i);
    await me.step("settings");
    await fillIn(page);
    await me.choose("area.roles.refer_marac", "champion");
    await me.step("next-steps");
    assert.doesNotMatch((await me.plan())["PW-06"].text, /WhoA champion/i, "without it, whoever works here refers");
  });

  test("the numbers stand on the cards they serve, whole and marked as the area's", async () => {
    const marac = await contacts('[data-pathway="PW-06"]');
    assert.deepEqual(Object.keys(marac), ["marac"]);
    assert.match(marac.marac, /01632 960762.*from the settings of your area/s);
    assert.match((await contacts('[data-pathway="PW-16"]')).edt_children, /01632 960128/);
    assert.deepEqual(await contacts('[data-pathway="PW-42"]'), {});
  });

  test("the handover holds the numbers of what stands there, and a sheet that is sent is beside the number it is sent to", async () => {
    const sheet = async (output) => {
      await me.press(`[data-output="${output}"]`);
      return [await me.reads("[data-shown]"), await contacts(".left-out")];
    };
    await me.step("record");
    const [handover] = await sheet("handover");
    for (const part of ["Your area's numbers", "01632 960417", "01632 960128", "From the settings of your area"]) {
      assert.ok(handover.includes(part), `${part} in ${handover}`);
    }
    const [marac, beside] = await sheet("marac");
    assert.match(beside.marac, /01632 960762/);
    assert.doesNotMatch(marac, /01632 9607/);
    for (const output of ["own-copy", "other-file", "visit", "survivor-file", "council-letter"]) {
      const [text] = await sheet(output);
      assert.doesNotMatch(text, /01632|7946/, output);
    }
  });

  test("tonight, the number of on-call stands beside what to read out to them", async () => {
    await me.step("tonight");
    await me.layout("guided");
    for (let n = 0; n < 12 && (await me.has('[data-screen] :is([data-action="next"], [data-action="skip"])')); n++) await me.goOn();
    assert.match((await contacts("#app")).on_call, /Duty manager/);
    assert.match(await me.reads("#app"), /01632 960417/);
  });

  for (const [review_by, says] of [["2099-03-31", "Settings are in use."], ["2020-03-31", "Settings are in use. Out of date."]]) {
    test(`settings of an area, ${review_by}: all of it where a case begins, one line beside the work, and no screen of a phone scrolls for it`, async () => {
      await page.resize(1280, 800);
      page.start(`${tool.origin}/?${review_by}${settingsLink({ format: "waymark-settings/1", owner: "Oakshire and Elmshire Domestic Abuse Partnership", review_by })}`);
      await until(page, (day) => location.search === `?${day}`, review_by);
      await ready(page);
      await useSettings(page);
      await page.resize(320, 800);
      assert.match(await me.reads("[data-area]"), /Elmshire.*31 March/s);
      for (const step of ["next-steps", "record", "dash"]) {
        await openStep(page, step);
        assert.equal((await me.reads("[data-area]")).trim(), says, step);
        const height = await page.evaluate(() => document.querySelector("[data-area]").getBoundingClientRect().height);
        assert.ok(height < 30, `${step}: ${height} high`);
      }
      await page.resize(360, 640);
      await openStep(page, "tonight");
      const scrolls = [];
      for (let screen = 0; await me.has('section[data-step="tonight"] [data-screen]'); screen++) {
        await atRest(page);
        const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        if (over > 0) scrolls.push(`${screen}: ${over}`);
        await me.press('section[data-step="tonight"] :is([data-action="next"], [data-action="skip"])');
      }
      assert.deepEqual(scrolls, []);
      await openStep(page, "own-life");
      assert.equal(await me.sees("[data-area]"), false, "whoever reads about their own life sees no settings of a worker");
    });
  }
});
