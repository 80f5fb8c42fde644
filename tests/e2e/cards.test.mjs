// The cards of what to do: everything a step needs stands on its card, nothing on its face is a code, and what is decided
// there is known everywhere.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { assess, catalogue, enter, enterable, inputs } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { FILLED } from "./lib/filled.mjs";
import { every, generated, worked } from "./lib/same.mjs";
import { atRest, drawn, layOut, leaveOut, until } from "./lib/steps.mjs";

/** How a card may begin: what somebody does. */
const VERB = /^(Ask|Call|Check|Get|Give|Have|Help|Link|Make|Offer|Plan|Raise|Refer|Report|Ring|Tell|Use|Weigh)\b/;
const { rules, sources } = catalogue();
/** Ids and values that stand for something to the program alone. */
const CODES = new Set([
  ...rules.map((rule) => rule.id ?? rule),
  ...sources.map((source) => source.id ?? source),
  ..."ask-first not-needed theirs-alone any-hour office-hours not-now same-working-day next-working-day 2-working-days within-a-week when-they-choose marac-referrer safeguarding-lead strategic-lead".split(" "),
]);
const CODE = /\b(PW-\d+a?|T\d{1,2}|[A-Z]-\d{2,3}|path:\w+|who:\w+|own:\w+|priority \d|R[1-4])\b|\(not checked\)|Rests on|context\.|nation: /;

inEachBrowser(({ at, fresh }) => {
  const goTo = async (me, page, layout = "guided") => {
    await page.evaluate(() => document.querySelector('button[data-step="next-steps"]').click());
    await drawn(page);
    await me.layout(layout);
    await drawn(page);
  };
  /** Each card as it can be read with its row open and the folds in it shut. */
  const faces = async (page) => {
    await layOut(page);
    const faces = await page.evaluate(() =>
      [...document.querySelectorAll(".path")].map((card) => {
        const open = card.open;
        card.open = true;
        const inner = [...card.querySelectorAll("details")];
        const were = inner.map((fold) => fold.open);
        inner.forEach((fold) => (fold.open = false));
        const face = {
          id: card.dataset.pathway,
          priority: Number(card.dataset.priority),
          title: card.querySelector("h3").innerText.replace(/^\d+\. /, ""),
          text: card.innerText,
          steps: card.querySelectorAll(":scope > div > ol > li").length,
          asks: card.querySelectorAll(".asks > fieldset").length,
          terms: [...card.querySelectorAll(".meta dt")].map((term) => term.innerText),
          why: card.querySelector(":scope > .help")?.textContent ?? "",
          decide: [...card.querySelectorAll(".decide .seg label")].map((label) => label.innerText.replace("✓ ", "").trim()),
        };
        inner.forEach((fold, place) => (fold.open = were[place]));
        card.open = open;
        return face;
      }),
    );
    await leaveOut(page);
    return faces;
  };

  fresh("no code stands on the face of any card, in any worked case; each says all that a step needs", async (me, page) => {
    const cases = every([...worked, ...every(generated, 60)], (await at.browser.version()).startsWith("Firefox") ? 16 : 5).map(([name, one]) => [name, enterable(one)]);
    const answers = assess(cases.map(([, one]) => one));
    let seen = 0;
    for (const [place, [name, one]] of cases.entries()) {
      await me.open(at.tool);
      assert.deepEqual(await enter(page, inputs(one)), [], name);
      await goTo(me, page);
      const all = await faces(page);
      const shown = Object.fromEntries(answers[place].pathways.map((way) => [way.id, way]));
      assert.equal(all.length, answers[place].pathways.length, name);
      let lowest = 0;
      for (const face of all) {
        seen++;
        const where = `${name}, ${face.id}`;
        assert.doesNotMatch(face.text, CODE, where);
        const codes = face.text.split(/[\s(),;]+/).filter((word) => CODES.has(word));
        assert.deepEqual(codes, [], where);
        assert.match(face.title, VERB, where);
        assert.ok(face.steps <= 3 && face.asks <= 3, `${where}: ${face.steps} steps, ${face.asks} questions`);
        for (const term of ["Who", "By when", "Agreement"]) assert.ok(face.terms.includes(term), `${where}: ${term}`);
        assert.deepEqual(face.decide, ["Done", "I will", "Not now", "They said no"], where);
        if (face.priority <= 1) assert.match(face.text, /Say first: “.+[.?]”/, where);
        // Its rules can be reached.
        for (const rule of shown[face.id].rules) assert.ok(face.why.includes(`(${rule})`), `${where}: ${rule} is not in “Why this?”`);
        assert.ok(face.priority > 0 || lowest === 0, `${where}: behind something less urgent`);
        lowest = Math.max(lowest, face.priority);
      }
      const names = await page.evaluate(() => [...document.querySelectorAll('[data-step="next-steps"] [data-question^="context."]')].map((one) => one.dataset.question));
      assert.equal(new Set(names).size, names.length, `${name}: a question is asked twice`);
    }
    assert.ok(seen > 30, String(seen));
  });

  fresh("three stand open, the others are rows of one or two lines that open in place", async (me, page) => {
    assert.deepEqual(await enter(page, inputs({ context: { nation: "england", told_by: "survivor", wish_asked: "yes", wishes: ["leave"], children: "in-home" } })), []);
    await goTo(me, page);
    const cards = () => page.evaluate(() => [...document.querySelectorAll(".path")].map((card) => ({ id: card.dataset.pathway, open: card.open, first: card.matches(".first"), height: card.offsetHeight })));
    const before = await cards();
    assert.ok(before.length > 6, String(before.length));
    for (const [place, card] of before.entries()) {
      assert.equal(card.first, place < 3, card.id);
      assert.equal(card.open, place < 3, card.id);
      if (place >= 3) assert.ok(card.height < 110, `${card.id}: ${card.height}`);
    }
    const row = before[4].id;
    await me.press(`[data-pathway="${row}"] > summary`);
    assert.ok(await me.sees(`[data-pathway="${row}"] .decide`));
    assert.deepEqual((await cards()).map((card) => card.id), before.map((card) => card.id), "nothing moves");
    await me.layout("whole");
    assert.ok((await cards()).every((card) => card.open), "the whole page opens all");
  });

  fresh("plan, specialist and the line at any hour lead; danger comes before them", async (me, page) => {
    assert.deepEqual(await enter(page, inputs({ context: { danger_now: "no", nation: "wales", told_by: "survivor", wish_asked: "yes", wishes: ["police"] } })), []);
    await goTo(me, page);
    assert.deepEqual(Object.keys(await me.plan()).slice(0, 3), ["PW-42", "PW-07", "PW-03"]);
    for (const id of ["PW-42", "PW-07"]) assert.match(await me.reads(`[data-pathway="${id}"] .ring`), /Live Fear Free\s+0808 80 10 800\s+24 hours/);
    await me.step("situation");
    await me.choose("context.injury", "emergency");
    await me.press('[data-action="stop-aside"]');
    await goTo(me, page);
    assert.equal(Object.keys(await me.plan())[0], "PW-01");
  });

  fresh("where the nation is not known the card asks it, and then has the number", async (me, page) => {
    await goTo(me, page);
    const card = '[data-pathway="PW-42"]';
    assert.doesNotMatch(await me.reads(`${card} .ring`), /0808/);
    assert.ok(await me.sees(`${card} [data-question="context.nation"]`));
    await me.choose("context.nation", "scotland");
    assert.match(await me.reads(`${card} .ring`), /0800 027 1234\s+24 hours/);
    // It stays to be seen and taken back.
    assert.equal(await page.evaluate(() => document.activeElement === document.body), false);
    assert.ok(await me.sees(`${card} [name="context.nation"]:checked`));
    await me.press(`${card} [data-question="context.nation"] > .clear`);
    assert.doesNotMatch(await me.reads(`${card} .ring`), /0800/);
    assert.ok(await me.sees(`${card} [data-question="context.nation"]`));
  });

  fresh("an answer on a card changes what it changes; the card stays open, and focus where it was", async (me, page) => {
    await goTo(me, page);
    const asked = await page.evaluate(() => [...document.querySelectorAll(".path.first .asks > fieldset")].map((one) => one.dataset.question));
    assert.ok(asked.length >= 3, asked.join());
    const open = await page.evaluate(() => [...document.querySelectorAll(".path[open]")].map((card) => card.dataset.pathway));
    for (const name of asked) {
      const value = await page.evaluate((name) => document.querySelector(`[name="${name}"]:not([value="unknown"])`).value, name);
      await page.evaluate(([name, value]) => {
        const radio = document.querySelector(`[name="${name}"][value="${value}"]`);
        radio.focus();
        radio.click();
      }, [name, value]);
      await drawn(page);
      if (await me.sees('[data-action="stop-aside"]')) await me.press('[data-action="stop-aside"]');
      await until(page, () => !document.querySelector("#app .shell").hidden);
      await atRest(page);
      const still = await page.evaluate((name) => ({ checked: document.querySelector(`[name="${name}"]:checked`)?.value, body: document.activeElement === document.body }), name);
      assert.deepEqual(still, { checked: value, body: false }, name);
    }
    const now = await page.evaluate(() => [...document.querySelectorAll(".path[open]")].map((card) => card.dataset.pathway));
    assert.deepEqual(open.filter((id) => !now.includes(id)), [], "a card shut itself");
  });

  fresh("what is decided on a card is in the script, the handover and the record at once", async (me, page) => {
    await me.step("situation");
    await me.choose("context.injury", "needs-care");
    const script = async () => {
      await me.step("tonight");
      if (!(await me.has(".aloud"))) await me.button("See what to do");
      return (await me.reads(".aloud")).replace(/\s+/g, " ");
    };
    const sheet = async (output) => {
      await me.step("record");
      await me.press(`[data-output="${output}"]`);
      await until(page, (output) => document.querySelector(".sheets").dataset.shown === output, output);
      await drawn(page);
      return (await me.holds(".sheets")).replace(/\s+/g, " ");
    };
    const decide = async (decision) => {
      await me.step("next-steps");
      await me.choose("choices.PW-05.decision", decision);
    };
    await decide("done");
    assert.match(await script(), /I have done this: [^.]*medical check/i);
    assert.match(await sheet("handover"), /Done[^]*Medical check/);
    assert.match(await sheet("summary"), /Medical check/);
    await decide("do");
    assert.doesNotMatch(await script(), /I have done this: [^.]*medical check/i);
    assert.match(await script(), /medical check/i, "it is asked for");
    assert.match(await sheet("handover"), /Medical check/);
    await decide("declined");
    assert.doesNotMatch(await script(), /What I need[^.]*medical check/i);
  });

  fresh("the plan for tonight opens in its place, and is the plan of the record", async (me, page) => {
    await goTo(me, page);
    const card = '[data-pathway="PW-42"]';
    assert.equal(await me.has(`${card} [data-part]`), false, "not made before it is wanted");
    await me.press(`${card} [data-action="plan"]`);
    await until(page, () => document.querySelector('[data-pathway="PW-42"] [data-part]') !== null);
    await me.press(`${card} [data-part="tonight"] > button`);
    await me.type("record.plan.tonight", "A neighbour on the second floor.");
    await me.press(`${card} [data-action="plan"]`);
    assert.equal(await me.has(`${card} [data-part]`), false);
    await me.step("record");
    await me.unfold("Safety plan with them (1)");
    assert.equal(await page.evaluate(() => document.querySelector('[name="record.plan.tonight"]').value), "A neighbour on the second floor.");
  });

  fresh("helplines: those of the nation first, and none without a number", async (me, page) => {
    assert.deepEqual(await enter(page, inputs(FILLED)), []);
    await goTo(me, page, "whole");
    const lines = await page.evaluate(() => [...document.querySelectorAll("details > .numbers > li")].map((line) => [line.querySelector("strong").textContent, line.querySelector(".tel").textContent]));
    assert.ok(lines.length > 8);
    assert.match(lines[0][0], /National Domestic Abuse Helpline/);
    for (const [name, number] of lines) assert.match(number, /\d{3}/, name);
    const text = await readFile(new URL("../../crates/content/data/helplines.toml", import.meta.url), "utf8");
    for (const block of text.split("[[helpline]]").slice(1).filter((block) => !/^number/m.test(block))) {
      const name = /^name = "(.*)"$/m.exec(block)[1];
      assert.ok(!lines.some(([known]) => known === name), name);
    }
  });
});
