// How much a case asks of a worker who answers every question that is shown, screen by screen: presses and words to read, from
// the first screen to a copied sheet. Typing in one field is one press.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { withDrawn } from "./lib/steps.mjs";

/** The most presses and words. Words are what stands in sight of every screen, the first one and its notes among them. */
const LIMITS = {
  tonight: { presses: 12, words: 1_200 },
  sheet: { presses: 32, words: 1_800 },
  undisputed: { presses: 60, words: 4_200 },
  disputed: { presses: 92, words: 5_200 },
};

/** A case like most: told by the survivor, alone, about a partner; one child. */
const CASE = {
  "context.nation": "england",
  "context.danger_now": "no",
  "context.private_now": "yes",
  "context.told_by": "survivor",
  "context.injury": "none",
  "context.strangulation_within_4_weeks": "no",
  "context.red_flags": "no",
  "context.suicidal_now": "no",
  "context.sees": "survivor",
  "context.counter_allegation": "no",
  "context.relationship": "partner",
  "context.survivor_age": "18-59",
  "context.perpetrator_age": "18-plus",
  "context.children": "in-home",
  "context.child_harm": "sees-hears",
  "context.limits_explained": "yes",
  "context.wish_asked": "yes",
  "context.wishes": "stay-home",
  "context.safe_contact": "agreed",
  "context.device_safe": "yes",
  "context.recency": "ongoing",
  "dash.with": "survivor",
  "dash.heard": "alone",
  "dash.judgement": "medium",
  "identify.survivor_is": "1",
  "identify.unsure": "false",
  "identify.flags.no_contact_with": "none",
  "identify.flags.both_seen_alone": "true",
};
/** The items with a yes, as they were answered on the form; all others were a no. */
const YES = [2, 3, 4, 12, 19, 20];

/** What is answered to a question: as the case says, and of all else that it is not so, or is not known. */
function answer(question, offered) {
  const item = /^dash\.(\d+)$/.exec(question)?.[1];
  if (item) return YES.includes(Number(item)) ? "yes" : "no";
  if (/^identify\.[A-Z]\d+$/.test(question)) return offered.find((value) => value === "2");
  return CASE[question] ?? ["no", "none", "unknown"].find((value) => offered.includes(value));
}

describe("what a case asks of a worker", { timeout: HANG }, () => {
  let browser, tool, page, me, words;

  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    page = await browser.newPage();
    me = person(page);
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  /** Each part of a run, so that it can be seen where the words are. */
  const mark = (name) => console.log(`  ${name}: ${me.count} presses, ${words} words so far`);
  const within = (name) => {
    console.log(`${name}: ${me.count} presses, ${words} words (limits ${JSON.stringify(LIMITS[name])})`);
    assert.ok(me.count <= LIMITS[name].presses, `${name}: ${me.count} presses`);
    assert.ok(words <= LIMITS[name].words, `${name}: ${words} words`);
  };
  /** Reads what is in sight of the step: not what is there for screen readers only. */
  const read = async () => {
    words += await page.evaluate(
      withDrawn(async () => {
        await drawn();
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".visually-hidden { display: none !important; } .drawn.drawn.drawn { content-visibility: visible; }");
        document.adoptedStyleSheets = [sheet];
        const text = document.querySelector("#app section[data-step]").innerText;
        document.adoptedStyleSheets = [];
        return text.split(/\s+/).filter(Boolean).length;
      }),
    );
  };
  const start = async () => {
    words = 0;
    await me.open(tool);
    await read();
  };

  /** Answers what the screens of the open step ask, until a screen has no way on but to another step. */
  const play = async (more = {}) => {
    for (;;) {
      const { screen } = await me.data("[data-screen]");
      await read();
      const answered = new Set();
      for (;;) {
        const questions = await page.evaluate(() =>
          [...document.querySelectorAll("[data-screen] [data-question]")]
            .filter((one) => one.checkVisibility())
            .map((one) => ({ question: one.dataset.question, values: [...one.querySelectorAll("input[value], button[value]")].map(({ name, value }) => [name, value]) })),
        );
        const open = questions.find(({ question, values }) => !answered.has(question) && values.length > 0);
        if (!open) break;
        answered.add(open.question);
        const value = more[open.question] ?? answer(open.question, open.values.map(([, value]) => value));
        const [name] = open.values.find(([, offered]) => offered === value) ?? [];
        if (name) await me.choose(name, value);
        if ((await me.data("[data-screen]")).screen !== screen) break;
      }
      if ((await me.data("[data-screen]")).screen !== screen) continue;
      const on = '[data-screen] :is([data-action="next"], [data-action="skip"], [data-action="work-through"], [data-action="read-back-yes"])';
      if (!(await me.has(on))) return;
      await me.press(on);
    }
  };
  /** From the Dash to a copied sheet: the worker takes on the first three cards. */
  const fromDash = async () => {
    mark("before the Dash");
    await play();
    await me.next();
    mark("before what to do");
    await read();
    for (const [id] of Object.entries(await me.plan()).filter(([, step]) => step.first)) await me.choose(`choices.${id}.decision`, "do");
    await me.next();
    await read();
    await me.press('[data-action="copy"]');
  };

  test("Tonight, the shortest run", async () => {
    await start();
    await me.press('.doors button[data-step="tonight"]');
    await read();
    const screens = [
      () => me.choose("context.danger_now", "no"),
      () => me.choose("context.private_now", "yes"),
      () => me.choose("context.told_by", "survivor"),
      () => me.goOn(),
      () => me.button("I can't ask yet"),
      () => me.button("Same building"),
    ];
    for (const on of screens) {
      await on();
      await read();
    }
    while (await me.has('section[data-step="tonight"] [data-screen]')) {
      await me.goOn();
      await read();
    }
    assert.match(await me.reads("h1"), /What to do tonight/);
    within("tonight");
  });

  test("the Dash and the MARAC sheet alone", async () => {
    await start();
    await me.press('.doors button[data-step="dash"]');
    await play();
    await me.next();
    await me.step("record");
    assert.equal((await me.data(".sheets")).shown, "marac");
    await me.press('[data-action="copy"]');
    within("sheet");
  });

  test("a case like most, undisputed, from the door to a copied sheet", async () => {
    await start();
    await me.press('.doors button[data-step="situation"]');
    await play();
    await me.next();
    assert.equal(await me.has('section[data-step="dash"]'), true, "who is doing what to whom is not asked");
    await fromDash();
    assert.match(await me.reads("h1"), /Record/i);
    within("undisputed");
  });

  test("a disputed case, from the door to a copied sheet", async () => {
    await start();
    await me.press('.doors button[data-step="situation"]');
    await play({ "context.counter_allegation": "yes" });
    await me.next();
    await play();
    assert.notEqual((await me.data('[data-result="identify"]')).outcome, "");
    await me.next();
    await fromDash();
    within("disputed");
  });
});
