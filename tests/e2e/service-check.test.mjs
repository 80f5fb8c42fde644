// The service check: four answers to each statement, counts by group, what is not yet there, a sheet; nothing is kept.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, isOpenToEveryone } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { layOut, openFolds, until, withDrawn } from "./lib/steps.mjs";

describe("the service check", { timeout: HANG }, () => {
  let browser, tool, page, me;
  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
    await me.step("service-check");
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const state = (group) => me.reads(`[data-group="${group}"] summary .state`);

  test("every statement stands in its group with its evidence and its rules", async () => {
    await openFolds(page);
    const seen = await page.evaluate(() =>
      [...document.querySelectorAll('[data-question^="service-check."]')].map((one) => ({
        id: one.dataset.question.slice("service-check.".length),
        answers: one.querySelectorAll("input[type=radio]").length,
        ids: one.querySelector(".ids").textContent,
        evidence: document.getElementById(one.getAttribute("aria-describedby")).textContent.length,
      })),
    );
    assert.equal(seen.length, 84);
    assert.equal(new Set(seen.map(({ id }) => id)).size, 84);
    assert.ok(seen.every(({ id, answers, ids, evidence }) => answers === 4 && ids.startsWith(`${id}: `) && /[a-z]/.test(ids.slice(6)) && evidence > 30));
  });

  test("answers are counted by group, what is not yet there is listed with who and by when, and there is no score", async () => {
    await me.choose("service-check.O-01", "in-place");
    await me.choose("service-check.O-02", "not-yet");
    await me.choose("service-check.O-16", "not-yet");
    await me.type("service-check.O-16.who", "the service manager, by May");
    assert.equal(await state(1), "In place: 1, Not yet: 1, Not answered: 18");
    assert.equal(await state(2), "Not yet: 1, Not answered: 10");
    const list = await me.reads('[data-result="not-yet"]');
    assert.match(list, /nobody named/);
    assert.match(list, /the service manager, by May/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('[data-result="not-yet"] li').length), 2);
    assert.doesNotMatch(await me.reads("#app"), /\d\s*%|out of 100|\d\s*\/\s*84/);
    assert.match(await me.reads(".sheet"), /Policy\s+In place: 1, Partly: 0, Not yet: 1, Not for us: 0, Not answered: 18/);
    // What a board reads first is what is open: what protects life before the rest, with room for who and by when.
    const sheet = await me.reads(".sheet");
    const order = ["For which board", "O-16 ", "O-02 ", "What is decided", "How far you are", "O-01 Our"].map((part) => sheet.indexOf(part));
    assert.ok(order.every((at, place) => at > (order[place - 1] ?? -1)), `${order}`);
    assert.match(sheet, /Who: _+ When: _+/);
    assert.match(sheet, /From: DAHA-led guidance/);
    await me.press('[data-question="service-check.O-02"] .clear');
    assert.equal(await state(1), "In place: 1, Not answered: 19");
  });

  test("axe finds nothing, light and dark, and nothing runs over at 320 px", async () => {
    await isOpenToEveryone(page);
  });

  test("nothing is kept: not by another step's clearing, not by leaving", async () => {
    await me.press('.foot [data-action="clear"]');
    await me.press('[data-action="clear-yes"]');
    await me.step("service-check");
    assert.equal(await me.has(".sheet"), false);
    assert.equal(await me.has('[data-result="not-yet"] li'), false);
    await me.press('[data-group="1"] summary');
    await me.choose("service-check.O-01", "partly");
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide")));
    await until(page, () => document.querySelector("input:checked") === null);
  });
});

describe("what was passed on", { timeout: HANG }, () => {
  let browser, tool, page, me;
  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
    await me.step("settings");
    await me.choose("profile", "herts-2024");
    await me.step("record");
    await me.press('[data-action="add-share"]');
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const put = (part, value) =>
    page.evaluate(withDrawn(async ({ part, value }) => {
      const control = document.querySelector(`[name="record.shares.0.${part}"]`);
      if (control.type === "radio") {
        document.querySelector(`[name="record.shares.0.${part}"][value="${value}"]`).click();
      } else {
        control.value = value;
        for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
      }
      await drawn();
    }), { part, value });
  const entry = () => me.reads('[data-question="record.shares.0"]');

  test("the rule on agreement and the policy's own stand beside each share", async () => {
    await put("with", "idva");
    await put("purpose", "support");
    assert.equal((await me.data("[data-share-rule]")).shareRule, "support");
    assert.match(await entry(), /always ask/);
    assert.match(await entry(), /Your policy: Only with their agreement/);
    await page.evaluate(() => { document.querySelector('[data-question="record.shares.0"] details').open = true; });
    assert.match(await entry(), /S-50/);
    await put("answer", "refused");
    assert.match(await entry(), /do not pass it on/);
    await put("with", "children");
    assert.equal((await me.data("[data-share-rule]")).shareRule, "child");
    assert.doesNotMatch(await entry(), /do not pass it on/);
    assert.match(await entry(), /Write why/);
  });

  test("the log stands in the record, and an entry can be taken away", async () => {
    for (const [part, value] of [["asked", "yes"], ["told", "unsafe"], ["basis", "A legal duty"], ["reason", "a child is in the home"], ["when", "today 10:15"]]) await put(part, value);
    assert.doesNotMatch(await entry(), /Still to write down/);
    await me.press('[data-output="summary"]');
    await layOut(page);
    const log = await page.evaluate(() => [...document.querySelectorAll(".sheet tr")].map((row) => row.innerText).find((row) => row.includes("a child is in the home")));
    assert.match(log, /Children's services.*yes.*refused.*not safe to tell.*A legal duty.*today 10:15/s);
    assert.deepEqual(await axe(page), []);
    await page.resize(320, 640);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    await me.press('[data-question="record.shares.0"] > .clear');
    assert.equal(await me.has('[name="record.shares.0.with"]'), false);
    assert.doesNotMatch(await me.reads("#app"), /a child is in the home/);
  });
});
