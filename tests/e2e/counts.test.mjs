// How much a case asks of a worker: every press is counted, from the door to the record; typing in one field is one.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";

const LIMITS = { tonight: 12, undisputed: 60, disputed: 120 };

/** The situation of a case like most: told by the survivor, alone, about a partner; one child. Twelve questions. */
const SITUATION = {
  "context.danger_now": "no",
  "context.private_now": "yes",
  "context.told_by": "survivor",
  "context.limits_explained": "yes",
  "context.recency": "ongoing",
  "context.safe_contact": "agreed",
  "context.nation": "england",
  "context.relationship": "partner",
  "context.wish_asked": "yes",
  "context.wishes": "stay-home",
  "context.children": "in-home",
  "context.strangulation_within_4_weeks": "no",
};

/** All 24 items, as they were answered on the form. */
const YES = [2, 3, 4, 12, 19, 20];
const SHEET = Object.fromEntries(Array.from({ length: 24 }, (_, place) => [`dash.${place + 1}`, YES.includes(place + 1) ? "yes" : "no"]));

describe("what a case asks of a worker", { timeout: 120_000 }, () => {
  let browser, tool, me;

  before(async () => {
    [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
    me = person(await browser.newPage());
  });
  after(async () => {
    await browser?.close();
    tool?.close();
  });

  const within = (name) => {
    console.log(`${name}: ${me.count} presses (limit ${LIMITS[name]})`);
    assert.ok(me.count <= LIMITS[name], `${name}: ${me.count} presses, more than ${LIMITS[name]}`);
  };

  const fromDashToRecord = async () => {
    await me.answer({ "dash.with": "survivor", "dash.heard": "alone" });
    await me.answer(SHEET);
    await me.choose("dash.judgement", "medium");
    await me.next();
    // What will be done of the first three.
    for (const card of Object.entries(await me.plan()).filter(([, step]) => step.first)) {
      await me.choose(`choices.${card[0]}.decision`, "do");
    }
    await me.next();
    await me.type("record.own_view_of_danger", "It gets worse when he drinks.");
    await me.type("record.review_on", "next Monday");
    await me.press('[data-action="copy"]');
  };

  test("Tonight, the shortest run", async () => {
    await me.open(tool);
    await me.press('.doors button[data-step="tonight"]');
    await me.choose("context.danger_now", "no");
    await me.choose("context.private_now", "yes");
    await me.choose("context.told_by", "survivor");
    await me.button("I can't ask yet");
    await me.button("Same building");
    while (await me.has('section[data-step="tonight"] [data-action="next"]')) await me.goOn();
    assert.match(await me.reads("h1"), /What to do tonight/);
    within("tonight");
  });

  test("a case like most, undisputed, from the door to the record", async () => {
    await me.open(tool);
    await me.press('.doors button[data-step="situation"]');
    await me.answer(SITUATION);
    await me.next();
    await me.choose("context.counter_allegation", "no");
    await me.next();
    await fromDashToRecord();
    assert.match(await me.reads("h1"), /Record/i);
    within("undisputed");
  });

  test("a disputed case, from the door to the record", async () => {
    await me.open(tool);
    await me.press('.doors button[data-step="situation"]');
    await me.answer(SITUATION);
    await me.choose("context.counter_allegation", "yes");
    await me.next();
    await me.choose("identify.survivor_is", "1");
    for (const id of ["F1", "K1", "K2", "K3", "H1", "H3", "U1", "U2", "L1", "L2"]) {
      const sources = { F1: ["1", "O"], K1: ["1", "O"], L1: ["1", "O"] }[id] ?? ["1"];
      await me.answer({ [`identify.${id}.who`]: "2", [`identify.${id}.sources`]: sources, [`identify.${id}.how_often`]: "ongoing" });
    }
    await me.choose("identify.flags.both_seen_alone", "true");
    await me.press('[data-action="read-back-yes"]');
    assert.notEqual((await me.data('[data-result="identify"]')).outcome, "");
    await me.choose("identify.flags.harmed_voice", "true");
    await me.next();
    await fromDashToRecord();
    within("disputed");
  });
});
