// The guided "Who is doing what to whom": one prompt a screen, what each of them says and what others saw in rows of their own,
// a read-back, and a result that has a screen of its own and stays the step's first.
import assert from "node:assert/strict";
import { axe } from "./lib/axe.mjs";
import { assess, enter, expected, inputs } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { atRest, until } from "./lib/steps.mjs";

const TEN = ["F1", "K1", "K2", "K3", "H1", "H3", "U1", "U2", "L1", "L2"];
const CHECK = "context.counter_allegation";
const PEOPLE = "identify.survivor_is";
const OTHERS = "identify.others";
const HOW = "identify.flags.no_contact_with";
const READ_BACK = "identify.read_back";
const RESULT = "identify.result";
const SCREENS = [CHECK, PEOPLE, ...TEN.map((id) => `identify.${id}`), OTHERS, HOW, READ_BACK, RESULT];
/** One and a half screens of a phone. */
const LONG = 960;
/** The longest words that the two can be called by. */
const LONGEST = "the person who spoke to me / the other person";

/** Disputed: each says it of the other; staff saw some of it. */
const DISPUTED = {
  format: "waymark-case/1",
  context: { counter_allegation: "yes" },
  identify: {
    survivor_is: "1",
    answers: [
      { id: "F1", who: "2", sources: ["1", "O"], how_often: "ongoing" },
      { id: "K1", who: "2", sources: ["1", "O"], how_often: "ongoing", contested: true },
      { id: "K2", who: "2", sources: ["1"], how_often: "repeated", contested: true },
      { id: "H1", who: "both", sources: ["1", "2"], how_often: "repeated" },
      { id: "H3", who: "2", sources: ["1", "2"], how_often: "repeated" },
      { id: "U1", who: "not-known" },
      { id: "L1", who: "2", sources: ["1", "O"], how_often: "ongoing" },
      { id: "R1", who: "2", sources: ["1"], how_often: "once", tainted: true },
      { id: "P4", who: "1", sources: ["G"], how_often: "once" },
    ],
    flags: { both_seen_alone: true, formal_conflict: true },
  },
};

/** Where the worker is, and what has focus. */
const where = (page) =>
  page.evaluate(() => {
    const screen = document.querySelector("[data-screen]");
    const { at, of } = screen.querySelector("[data-progress]").dataset;
    return { screen: screen.dataset.screen, at: Number(at), of: Number(of), heading: document.activeElement.tagName, screens: document.querySelectorAll("[data-screen]").length };
  });

/** How far down what belongs to the screen reaches, with the bar at the foot, and how wide and high all of the page is. */
const reach = (page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
    const [end] = [...document.querySelectorAll("[data-screen] > .actions")].slice(-1);
    const bar = document.querySelector(".now-bar");
    const foot = bar?.checkVisibility() && getComputedStyle(bar).position === "fixed" ? innerHeight - bar.getBoundingClientRect().top : 0;
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { end: Math.ceil(end.getBoundingClientRect().bottom + foot), wide: scrollWidth, all: scrollHeight };
  });

/** Presses what is given and waits until focus, which follows, has had its turn. */
async function goes(me, press, to) {
  await press();
  await atRest(me.page);
  const now = await where(me.page);
  assert.equal(now.screen, to);
  assert.equal(now.heading, "H1", `focus on the heading of ${to}`);
  assert.equal(now.screens, 1);
  return now;
}

const on = (me) => me.goOn();

/** Opens the step at its first screen, disputed, so that it goes on to the prompts. */
async function disputed(me) {
  await me.step("identify", { guided: true });
  await me.choose(CHECK, "yes");
}

/** Answers a prompt on its screen by its rows. */
async function answerByRows(me, { id, who, sources = [], how_often, tainted, contested }) {
  const name = (part) => `identify.${id}.${part}`;
  await me.choose(name("who"), who);
  for (const source of sources) {
    await me.choose(name("sources"), source);
    if (source === "G" || source === "T") {
      assert.equal((await me.reads(".ask [aria-live]")).trim(), "Not counted until you answer this.");
      await me.button("Yes, on more than that");
      if (source === "T") await me.press(".ask .actions:last-of-type button", "No");
    }
  }
  if (contested) await me.choose(name("contested"), "true");
  if (how_often || tainted) await me.unfold("More about this answer");
  if (how_often) await me.choose(name("how_often"), how_often);
  if (tainted) await me.choose(name("tainted"), "true");
}

/** Goes through the whole step by its screens, as far as the read-back. */
async function work(me, { identify: { survivor_is, answers, flags } }) {
  await disputed(me);
  await on(me);
  await me.choose(PEOPLE, survivor_is);
  for (const id of TEN) {
    await on(me);
    const answer = answers.find((one) => one.id === id);
    if (answer) await answerByRows(me, answer);
  }
  await on(me);
  for (const answer of answers.filter(({ id }) => !TEN.includes(id))) {
    const group = await me.page.evaluate((id) => [...document.querySelectorAll(`[data-screen] details`)].findIndex((fold) => fold.querySelector(`[data-prompt="${id}"]`)), answer.id);
    await me.page.evaluate((group) => void (document.querySelectorAll("[data-screen] details")[group].open = true), group);
    await goes(me, () => me.press(`[data-prompt="${answer.id}"]`), `identify.${answer.id}`);
    await answerByRows(me, answer);
    await goes(me, () => on(me), OTHERS);
  }
  await on(me);
  for (const [flag, value] of Object.entries(flags)) await me.choose(`identify.flags.${flag}`, String(value));
  await on(me);
}

const result = async (me) => {
  const { outcome, person, band } = await me.data('[data-result="identify"]');
  return { outcome, person, band };
};

inEachBrowser(({ fresh }) => {
  fresh("every screen in turn: a name, a place of a number that stays, focus on the heading, and Back", async (me, page) => {
    await disputed(me);
    await atRest(page);
    assert.deepEqual({ ...(await where(page)), heading: "" }, { screen: CHECK, at: 1, of: SCREENS.length, heading: "", screens: 1 });
    const faults = [];
    for (const [place, screen] of SCREENS.entries()) {
      if (place) {
        const press = screen === RESULT ? () => me.press('[data-action="read-back-yes"]') : () => on(me);
        const now = await goes(me, press, screen);
        assert.deepEqual([now.at, now.of], [place + 1, SCREENS.length]);
      }
      assert.equal((await me.data('[data-result="identify"]')).outcome, "", `${screen}: its result can be read`);
      if (screen !== RESULT) assert.equal((await me.reads('[data-result="identify"]')).trim(), "", `${screen}: and is not shown`);
      faults.push(...(await axe(page)).map((fault) => `${screen}: ${fault}`));
    }
    assert.deepEqual(faults, []);
    assert.match(await me.reads('[data-result="identify"]'), /This step has not been started/);
    for (const screen of SCREENS.slice(0, -1).reverse()) {
      const now = await goes(me, () => me.press('[data-action="back"]'), screen);
      assert.equal(now.of, SCREENS.length);
    }
    await me.press('[data-action="back"]');
    await atRest(page);
    assert.ok(await me.has('section[data-step="case"]'));
  });

  fresh("undisputed: on to the Dash in one press, or through it anyway", async (me, page) => {
    await me.step("identify", { guided: true });
    await me.choose(CHECK, "no");
    assert.match(await me.reads("[data-screen]"), /Believe them, act, and go on/);
    const before = me.count;
    await me.next();
    await atRest(page);
    assert.equal(me.count - before, 1);
    assert.ok(await me.has('section[data-step="dash"]'));
    await me.step("identify", { guided: true });
    await goes(me, () => me.press('[data-action="work-through"]'), PEOPLE);
    // Unsure, or disputed: it needs working out, and says so.
    await me.press('[data-action="back"]');
    await me.choose("identify.unsure", "true");
    assert.match(await me.reads("[data-screen]"), /This needs working out/);
    assert.equal(await me.has('[data-action="work-through"]'), false);
    await me.choose("identify.unsure", "true");
    assert.ok(await me.has('[data-action="work-through"]'), "and it can be taken back");
  });

  fresh("a disputed case by its rows comes to what assess says; its result stays the first screen until the reading changes", async (me, page) => {
    const [assessed] = assess([DISPUTED]);
    const { identify } = expected(assessed);
    await work(me, DISPUTED);
    assert.equal((await where(page)).screen, READ_BACK);
    assert.equal((await me.reads('[data-result="identify"]')).trim(), "", "nothing is shown before the read-back");
    assert.deepEqual(await result(me), identify);
    await goes(me, () => me.press('[data-action="read-back-yes"]'), RESULT);
    assert.deepEqual(await result(me), identify);
    const text = await me.reads('[data-result="identify"]');
    assert.match(text, /Urgent: danger signs/);
    // Heard alone is asked after the sentence, and only of a result that names somebody.
    const sentence = await me.reads(".found");
    assert.ok(text.includes(sentence.trim()));
    if (identify.person) assert.ok(text.indexOf("heard alone") > text.indexOf(sentence.trim()));
    // The same case entered on the whole page is the same.
    await me.step("dash", { guided: true });
    await me.step("identify", { guided: true });
    assert.equal((await where(page)).screen, RESULT, "the result is the first screen now");
    await goes(me, () => me.press('[data-action="again"]'), "identify.F1");
    await me.choose("identify.F1.how_often", "once").catch(() => {});
    await me.step("case");
    await me.step("identify", { guided: true });
    assert.equal((await where(page)).screen, RESULT, "what the reading does not say changes nothing");
    await me.press('[data-action="again"]');
    await me.choose("identify.F1.who", "1");
    await me.step("case");
    await me.step("identify", { guided: true });
    assert.equal((await where(page)).screen, READ_BACK, "another reading is read back again");
    assert.equal((await me.reads('[data-result="identify"]')).trim(), "");
    await goes(me, () => me.press('[data-action="read-back-no"]'), "identify.F1");
  });

  fresh("accounts stay apart: each row is one person's, and an answer that changes takes what was said of it along", async (me, page) => {
    await disputed(me);
    await me.come("identify.K1.who");
    assert.equal(await me.has('[name="identify.K1.sources"]'), false, "who comes first");
    await me.choose("identify.K1.who", "2");
    await me.choose("identify.K1.sources", "1");
    await me.choose("identify.K1.contested", "true");
    await me.choose("identify.K1.sources", "O");
    const echo = () => me.reads("[data-screen] .echo");
    assert.equal(
      (await echo()).trim(),
      "You are saying: person 1 says: person 2 sets rules for person 1 and checks on them. Person 2 says it is the other way round. Staff saw or heard: person 2 sets rules for person 1 and checks on them.",
    );
    const rows = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-question] .row")].map((row) => [
          row.querySelector("legend").firstChild.data,
          ...[...row.querySelectorAll(":checked")].map((tick) => `${tick.name.split(".")[2]}=${tick.value}`),
        ]),
      );
    assert.deepEqual(await rows(), [["Person 1 says", "sources=1"], ["Person 2 says", "contested=true"], ["Who else saw or knows it", "sources=O"]]);
    // Said of the answer before, it is not said of this one.
    await me.choose("identify.K1.who", "1");
    assert.deepEqual(await rows(), [["Person 1 says"], ["Person 2 says"], ["Who else saw or knows it", "sources=O"]]);
    await me.choose("identify.K1.sources", "1");
    assert.deepEqual((await rows())[0], ["Person 1 says", "sources=1"]);
    // It is an admission only as long as they do not say that it is the other way round.
    await me.choose("identify.K1.contested", "true");
    assert.deepEqual((await rows())[0], ["Person 1 says", "contested=true"]);
    await me.choose("identify.K1.who", "both");
    assert.deepEqual(await rows(), [["Person 1 says"], ["Person 2 says"], ["Who else saw or knows it", "sources=O"]]);
    await me.choose("identify.K1.who", "not-known");
    assert.deepEqual(await rows(), []);
    await me.press('[data-screen] .clear', "Clear answer");
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-screen] :checked").length), 0);
    assert.equal(await me.has('[data-action="skip"]'), true);
  });

  fresh("a record that repeats what the one pointed at said waits for what they say", async (me, page) => {
    await disputed(me);
    await me.come("identify.K2.who");
    await me.choose("identify.K2.who", "2");
    await me.choose("identify.K2.sources", "G");
    await me.button("No, or not sure");
    await me.press(".ask button", "Person 2");
    const row = '[data-question="identify.K2"] .row:nth-of-type(2)';
    assert.match(await me.reads(row), /Not counted until you answer this/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('[name="identify.K2.sources"][value="2"]:checked').length), 0);
    await me.choose("identify.K2.contested", "true");
    assert.doesNotMatch(await me.reads(row), /Not counted/);
    assert.match(await me.reads(".echo"), /Person 2 says it is the other way round/);
  });

  fresh("what was said together is set aside in one press, and can be taken back", async (me, page) => {
    assert.deepEqual(await enter(page, inputs(DISPUTED)), []);
    await me.step("identify", { guided: true });
    await me.come("identify.flags.both_seen_alone");
    await me.unfold("Was anything said together");
    await me.press('[data-action="discard-joint"]');
    // K2, H1 and H3 rest only on what they said; R1 is marked already.
    assert.match(await me.reads("[data-screen]"), /3 answers marked as said in front of the other person/);
    const marked = structuredClone(DISPUTED);
    for (const answer of marked.identify.answers) if (["K2", "H1", "H3"].includes(answer.id)) answer.tainted = true;
    assert.deepEqual(await result(me), expected(assess([marked])[0]).identify);
    await me.press('[data-action="undo-discard"]');
    assert.deepEqual(await result(me), expected(assess([DISPUTED])[0]).identify);
  });

  fresh("a question is opened from elsewhere at the screen that asks it, and from the result", async (me, page) => {
    assert.deepEqual(await enter(page, inputs(DISPUTED)), []);
    await me.step("identify", { guided: true });
    for (const [name, screen] of [["identify.P4.who", "identify.P4"], ["identify.survivor_is", PEOPLE], ["identify.flags.formal_conflict", HOW], ["identify.judgement.person", "identify.judgement.person"]]) {
      await me.step("record");
      await page.evaluate(() => document.querySelectorAll("#app details").forEach((fold) => void (fold.open = true)));
      await atRest(page);
      const there = await page.evaluate((name) => {
        const row = document.querySelector(`[data-row="${name}"] button`);
        row?.click();
        return Boolean(row);
      }, name);
      if (!there) continue;
      await until(page, (screen) => document.querySelector("[data-screen]")?.dataset.screen === screen, screen);
      await atRest(page);
      assert.ok(await page.evaluate((name) => document.activeElement.closest("[data-question]") !== null && document.querySelector(`[name="${name}"]`) !== null, name), `${name} has its screen and focus`);
    }
    await me.step("identify", { guided: true });
    while (!(await me.has('[data-action="read-back-yes"]'))) await on(me);
    await me.press('[data-action="read-back-yes"]');
    await me.unfold("Why, and what it rests on");
    const ask = await page.evaluate(() => [...document.querySelectorAll("[data-screen] details[open] button.link")].map((one) => one.lastChild.data)[0]);
    await me.press("[data-screen] details[open] button.link");
    await atRest(page);
    assert.equal((await me.reads("h1")).trim(), ask);
  });

  fresh("danger that is known stands at the top of the check, and under the answer that brought it", async (me, page) => {
    await disputed(me);
    assert.doesNotMatch(await me.reads("[data-screen]"), /danger signs/);
    await me.come("identify.flags.both_seen_alone");
    await me.press('[data-action="back"]');
    await me.unfold("Danger to life");
    await me.press('[data-prompt="R1"]');
    await me.choose("identify.R1.who", "2");
    assert.match(await me.reads("[data-screen] .at-once"), /Urgent: danger signs/);
    await me.step("case");
    await me.step("identify", { guided: true });
    while ((await where(page)).at > 1) await me.press('[data-action="back"]');
    const text = await me.reads("[data-screen]");
    assert.ok(text.indexOf("Urgent: danger signs") < text.indexOf("This needs working out"), "first of all");
    await me.press("[data-screen] .notice.urgent button");
    await atRest(page);
    assert.ok(await me.has('section[data-step="next-steps"]'));
  });

  fresh("no screen scrolls on a phone or a desk: the check, the people, each prompt, with its answers, in the longest words", async (me, page) => {
    const faults = [];
    const fits = async (what) => {
      for (const [width, height] of [[360, 640], [1280, 800]]) {
        await page.resize(width, height);
        await atRest(page);
        const { end, wide, all } = await reach(page);
        // On a wide screen the page has its foot below the screen.
        const scrolls = width === 360 && all > height;
        if (end > height || wide > width || scrolls) faults.push(`${what} at ${width}: ends at ${end} of ${all}, ${wide} wide`);
      }
    };
    await me.step("identify", { guided: true });
    await fits("check");
    await me.choose(CHECK, "no");
    await fits("check, not needed");
    await me.choose(CHECK, "yes");
    await fits("check, needed");
    // Danger that is known is named there too.
    await me.step("identify");
    await me.choose("identify.R1.who", "2");
    await me.step("identify", { guided: true });
    await fits("check, danger");
    await on(me);
    await fits("people");
    await page.evaluate((words) => [...document.querySelectorAll('input[name="people"]')].find((one) => one.closest("label").textContent === words).click(), LONGEST);
    await me.choose(PEOPLE, "1");
    await fits("people, chosen");
    for (const id of TEN) {
      await on(me);
      await fits(id);
      await answerByRows(me, { id, who: "2", sources: ["1", "O"] });
      await fits(`${id}, answered`);
    }
    assert.deepEqual(faults, []);
  });

  fresh("what each of them says and what was seen fits a phone, and the longer screens take one and a half at most", async (me, page) => {
    await page.resize(1000, 700);
    assert.deepEqual(await enter(page, inputs(DISPUTED)), []);
    await me.step("identify", { guided: true });
    await me.come("identify.K1.who");
    const faults = [];
    const fits = async (what, limit) => {
      await page.resize(360, 640);
      await atRest(page);
      const { all, wide } = await reach(page);
      if (all > limit || wide > 360) faults.push(`${what}: ${all} high of ${limit}, ${wide} wide`);
      await page.resize(1000, 700);
    };
    await fits("K1, disputed", 640);
    await me.come("identify.flags.both_seen_alone");
    await fits("how", 640);
    await me.press('[data-action="back"]');
    await page.evaluate(() => document.querySelectorAll("#app details").forEach((fold) => void (fold.open = false)));
    await fits("others", LONG);
    await on(me);
    await on(me);
    await fits("read-back", 640);
    await me.press('[data-action="read-back-yes"]');
    await fits("result", LONG);
    assert.deepEqual(faults, []);
  });

  fresh("axe finds nothing on answered screens, on other things, how, and the result with its folds open", async (me, page) => {
    const faults = [];
    assert.deepEqual(await enter(page, inputs(DISPUTED)), []);
    await me.step("identify", { guided: true });
    for (let going = true; going; ) {
      const { screen } = await where(page);
      await page.evaluate(() => document.querySelectorAll("#app details").forEach((fold) => void (fold.open = true)));
      await atRest(page);
      faults.push(...(await axe(page)).map((fault) => `${screen}: ${fault}`));
      going = screen !== RESULT;
      if (screen === READ_BACK) await me.press('[data-action="read-back-yes"]');
      else if (going) await on(me);
    }
    assert.deepEqual(faults, []);
  });
});
