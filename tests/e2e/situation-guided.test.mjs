// The guided situation: twelve screens in their order, what an answer brings up, the questions that can change the plan,
// and an end with everything else by name. The place is kept.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { assess } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { drawn, until } from "./lib/steps.mjs";

/** The first question of each screen, and what is answered on it. */
const TWELVE = [
  ["context.nation", { "context.nation": "england" }],
  ["context.danger_now", { "context.danger_now": "no" }],
  ["context.private_now", { "context.private_now": "yes" }],
  ["context.told_by", { "context.told_by": "survivor" }],
  ["context.injury", { "context.injury": "none" }],
  ["context.strangulation_within_4_weeks", { "context.strangulation_within_4_weeks": "no" }],
  ["context.suicidal_now", { "context.suicidal_now": "no" }],
  ["context.sees", { "context.sees": "survivor", "context.counter_allegation": "no" }],
  ["context.relationship", { "context.relationship": "partner", "context.survivor_age": "18-59", "context.perpetrator_age": "18-plus" }],
  ["context.children", { "context.children": "none" }],
  ["context.limits_explained", { "context.limits_explained": "yes", "context.wish_asked": "no" }],
  ["context.safe_contact", { "context.safe_contact": "not-asked" }],
];
const SIZES = [[360, 640], [1280, 800]];

const open = async (me, page) => {
  await me.press('.doors button[data-step="situation"]');
  await until(page, () => document.querySelector("[data-screen] h1") === document.activeElement);
};
const at = (me) => me.data("[data-screen]").then(({ screen }) => screen);
const reach = async (me, page, screen) => {
  await open(me, page);
  while ((await at(me)) !== screen) await me.goOn();
};

inEachBrowser(({ fresh }) => {
  fresh("twelve screens in their order: one press for one question, one Continue for rows, and the count never grows", async (me, page) => {
    await open(me, page);
    const faults = [];
    for (const [place, [name, answers]] of TWELVE.entries()) {
      assert.equal(await at(me), name);
      assert.deepEqual(await me.data("[data-progress]"), { progress: "situation", at: String(place + 1), of: "12" });
      for (const [width, height] of SIZES) {
        await page.resize(width, height);
        await drawn(page);
        const [low, wide] = await page.evaluate(() => [
          document.querySelector(".screen").getBoundingClientRect().bottom + scrollY,
          document.documentElement.scrollWidth,
        ]);
        // On a phone, what to do stands at the foot.
        if (low > height - (width < 500 ? 52 : 0)) faults.push(`${name} at ${width} × ${height}: ${low}`);
        if (wide > width) faults.push(`${name} at ${width} × ${height}: ${wide} wide`);
      }
      faults.push(...(await axe(page)).map((fault) => `${name}: ${fault}`));
      await me.answer(answers);
      if (Object.keys(answers).length > 1) {
        assert.equal(await at(me), name, "rows move nothing");
        await me.press('[data-action="next"]');
      }
      await until(page, () => document.querySelector("[data-screen] h1") === document.activeElement);
    }
    assert.deepEqual(faults, []);
    assert.notEqual((await me.data("[data-progress]")).of, "12");
  });

  fresh("what an answer brings up opens under it, and the screen stays", async (me, page) => {
    await reach(me, page, "context.children");
    assert.equal(await me.has('[data-question="context.child_harm"]'), false);
    await me.choose("context.children", "in-home");
    assert.equal(await at(me), "context.children");
    assert.ok(await me.sees('[data-question="context.child_harm"]'));
    assert.deepEqual((await me.data("[data-progress]")).of, "12");
    await me.press('[data-action="next"]');
    assert.equal(await at(me), "context.limits_explained");
    await me.press('[data-action="back"]');
    await me.choose("context.children", "none");
    assert.equal(await at(me), "context.limits_explained", "with nothing under it an answer goes on");
  });

  fresh("where it is not private the same question is asked again; danger is a stop, and then the next question", async (me, page) => {
    await reach(me, page, "context.danger_now");
    await me.choose("context.danger_now", "yes");
    await until(page, () => document.querySelector('#app [data-stop="danger-now"] h1') === document.activeElement);
    await me.press('[data-action="called"]');
    await until(page, () => document.querySelector("[data-screen] h1") === document.activeElement);
    assert.equal(await at(me), "context.private_now");
    await me.choose("context.private_now", "no");
    await until(page, () => document.querySelector('#app [data-stop="not-private"] h1') === document.activeElement);
    await me.press('#app [data-action="uncover"]');
    await until(page, () => document.querySelector("[data-screen] h1") === document.activeElement);
    assert.equal(await at(me), "context.private_now");
  });

  fresh("skipping leaves it not asked, Back undoes the going, and the place is kept", async (me, page) => {
    await open(me, page);
    await me.press('[data-action="skip"]');
    await me.press('[data-action="back"]');
    assert.equal(await me.has('#app [aria-pressed="true"][name]'), false);
    await me.choose("context.nation", "wales");
    await me.choose("context.danger_now", "no");
    await me.press(".back-to-case");
    assert.match(await me.reads('section[data-step="case"]'), /Situation\s+2 of 12\s+about 3 min left/);
    await me.press('section[data-step="case"] [data-step="situation"]');
    assert.equal(await at(me), "context.private_now");
    await me.press('[data-action="back"]');
    assert.equal(await page.evaluate(() => document.querySelector('#app [aria-pressed="true"][name]').value), "no");
  });

  fresh("after the twelve: what the engine would ask next, with what it can change; then all else by name", async (me, page) => {
    await open(me, page);
    const case_ = { format: "waymark-case/1", context: {} };
    for (const [, answers] of TWELVE) {
      await me.answer(answers);
      if (Object.keys(answers).length > 1) await me.press('[data-action="next"]');
      for (const [name, value] of Object.entries(answers)) case_.context[name.slice("context.".length)] = value;
    }
    const [{ ask_next }] = assess([case_]);
    const twelve = new Set(TWELVE.flatMap(([, answers]) => Object.keys(answers)));
    const rest = ask_next.map((field) => `context.${field}`).filter((name) => !twelve.has(name) && !["context.red_flags", "context.child_harm", "context.child_with_perpetrator_tonight", "context.wishes"].includes(name));
    assert.ok(rest.length > 0);
    for (const [place, name] of rest.slice(0, 2).entries()) {
      assert.equal(await at(me), name);
      assert.deepEqual(await me.data("[data-progress]"), { progress: "situation", at: String(place + 1), of: String(Math.min(2, rest.length)) });
      assert.match(await me.reads(".screen"), /This can change: .+\./);
      await me.press('[data-action="skip"]');
    }
    assert.equal(await at(me), "more");
    const folds = await page.evaluate(() => [...document.querySelectorAll(".screen summary")].map((one) => one.textContent));
    assert.ok(folds.length >= 8);
    for (const fold of folds) assert.match(fold, /^\D+ \d+ of \d+ answered$/);
    await me.next();
    assert.ok(await me.has('section[data-step="dash"]'), "nothing asks who is doing what to whom");
  });

  fresh("a question is opened at its screen, or in its fold at the end", async (me, page) => {
    await me.step("next-steps");
    await drawn(page);
    const gate = await page.evaluate(() => document.querySelector(".ask-first button") !== null);
    assert.ok(gate, "a question comes first");
    await me.press(".ask-first button");
    await until(page, () => document.activeElement?.closest("[data-question]") !== null);
    assert.ok(await me.sees("[data-screen] [data-question] :focus"));
  });
});
