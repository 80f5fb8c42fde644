// Small entries that others rely on later: days, what a decision asks, the latest incident, why something was not asked,
// and what is done on the page of a bad night.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { until } from "./lib/steps.mjs";

describe("entries", { timeout: HANG }, () => {
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

  /** Writes into a field as a person does who then leaves it. */
  const write = async (name, text) => {
    await me.type(name, text);
    await page.evaluate((name) => document.querySelector(`[name="${name}"]`).dispatchEvent(new Event("change", { bubbles: true })), name);
  };
  const value = (name) => page.evaluate((name) => document.querySelector(`[name="${name}"]`).value, name);
  const error = () => page.evaluate(() => document.getElementById("dash-done_on-error").textContent);

  test("the day of a Dash: written in any way, wrong ones named, today by a press, never by itself", async () => {
    await me.open(tool);
    await me.step("dash");
    await me.choose("dash.1", "yes");
    assert.equal(await value("dash.done_on"), "", "set by an answer");
    await write("dash.done_on", "8 November 2026");
    assert.equal(await value("dash.done_on"), "2026-11-08");
    await write("dash.done_on", "the day before");
    assert.match(await error(), /^Dash done on: write a day/);
    assert.equal(await value("dash.done_on"), "the day before", "what was written is gone");
    await me.press('[data-question="dash.done_on"] button', "Today");
    assert.match(await value("dash.done_on"), /^\d{4}-\d\d-\d\d$/);
    assert.equal(await error(), "");
    await write("dash.done_on", "");
    assert.equal(await value("dash.done_on"), "");
  });

  test("a decision asks for one time: by when, or when it was done", async () => {
    await me.open(tool);
    await me.step("next-steps");
    const id = Object.keys(await me.plan())[0];
    const field = () => page.evaluate((name) => document.querySelector(`[name="${name}"]`).closest("label").innerText.trim(), `choices.${id}.when`);
    await me.choose(`choices.${id}.decision`, "do");
    assert.equal(await field(), "By when?");
    await me.choose(`choices.${id}.decision`, "done");
    assert.equal(await field(), "When was it done?");
  });

  test("the latest incident, and why a question was not asked", async () => {
    await me.open(tool);
    await me.step("situation");
    await me.choose("context.told_by", "survivor");
    await me.step("record");
    await me.unfold("The latest incident");
    await me.type("record.incident.what", "Held by the throat.");
    await me.type("record.incident.where", "a kitchen");
    await until(page, () => /The latest incident \(2\)/.test(document.querySelector('[data-fold="incident"] summary').textContent));
    await me.press("[data-row] summary");
    const reasons = await page.evaluate(() => [...document.querySelectorAll('[name^="record.not_asked_because."]')].map((one) => `${one.name} ${one.value}`));
    assert.ok(reasons.length >= 6 && reasons.length % 6 === 0, "six reasons for each");
    const [name, reason] = reasons[0].split(" ");
    await me.choose(name, reason);
    assert.match(await me.reads("[data-row]"), /Not asked, because it was not safe/);
    await me.choose(name, reason);
    assert.doesNotMatch(await me.reads("[data-row]"), /because it was not safe/, "cannot be taken back");
  });

  test("Tonight: what is done is done everywhere, and every line has its number where one is known", async () => {
    await me.open(tool);
    await me.step("tonight");
    await me.choose("context.danger_now", "no");
    await me.choose("context.private_now", "yes");
    await me.choose("context.told_by", "survivor");
    await me.choose("context.limits_explained", "yes");
    await me.button("They are not sure");
    await me.button("Same building");
    await me.choose("context.injury", "needs-care");
    await me.button("See what to do");
    assert.match(await me.reads(".donow"), /England: 0808 2000 247 \(24 hours\)/);
    assert.doesNotMatch(await me.reads("#app"), /through whoever makes referrals/);
    await me.press('[data-pathway="PW-05"] [data-action="done"]');
    assert.match(await me.reads(".aloud"), /I have done this: .*[Mm]edical check/);
    assert.ok(await me.sees('[data-pathway="PW-05"] [data-action="undo-done"]'));
    await me.press('[data-pathway="PW-05"] [data-action="undo-done"]');
    assert.ok(await me.sees('[data-pathway="PW-05"] [data-action="done"]'));
  });

  for (const [what, press] of [["done", "seen"], ["put aside", "stop-aside"]])
  test(`Tonight: at most ten screens, each without scrolling on a phone, whatever is answered, its stop ${what}`, async () => {
    await page.resize(360, 640);
    await me.open(tool);
    await me.press('.doors button[data-step="tonight"]');
    let screens = 0;
    const fits = async () => {
      // A stop comes before the step behind it goes.
      await until(page, () => document.querySelector("#app .stop[data-stop]") === null || document.querySelector("#app .shell").hidden);
      const [title, height] = await page.evaluate(() => [document.querySelector("h1").textContent, document.documentElement.scrollHeight]);
      assert.ok(height <= 640, `${title}: ${height}`);
    };
    const next = async (...answers) => {
      await fits();
      for (const [name, value] of answers) await me.choose(name, value);
      if (answers.length) await fits();
      screens++;
    };
    await next();
    await me.choose("context.danger_now", "no");
    await next();
    await me.choose("context.private_now", "yes");
    await next();
    await me.choose("context.told_by", "survivor");
    await next();
    await me.choose("context.limits_explained", "yes");
    await next();
    await me.button("They are not sure");
    await next();
    await me.button("Same building");
    await next(["context.injury", "emergency"]);
    // The stop has been measured. Put aside, its bar stands above every screen from here on.
    await me.press(`[data-stop="emergency-signs"] [data-action="${press}"]`);
    await fits();
    assert.equal(await me.sees('[data-action="stop-open"]'), press === "stop-aside");
    await me.choose("context.red_flags", "yes");
    await fits();
    await me.goOn();
    await next(["context.child_harm", "hurt"], ["context.care_needs", "yes"]);
    await me.goOn();
    await next(["context.travel_soon", "yes"]);
    await me.goOn();
    await next(["dash.judgement", "high"]);
    assert.equal(screens, 10);
    await me.goOn();
    assert.match(await me.reads("h1"), /What to do tonight/);
    await page.resize(1280, 800);
  });
});
