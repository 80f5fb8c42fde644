// What to do now, always in sight: on every screen of a case, equal to what the engine gives, said once, and over nothing.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { assess, enter, enterable, inputs } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { FILLED } from "./lib/filled.mjs";
import { heardOf } from "./lib/heard.mjs";
import { every, worked } from "./lib/same.mjs";
import { atRest, drawn, openFolds, until } from "./lib/steps.mjs";

const BAR = '[data-result="now"]';
/** Never offered for tonight: they reach the other person, or house the couple. */
const NEVER = ["PW-26", "PW-27", "PW-27a", "PW-28"];
const content = new URL("../../crates/content/data/pathways/", import.meta.url);

/** The few words of each pathway, by its id. */
const FEW = Object.fromEntries(
  await Promise.all(
    (await readdir(content)).map(async (file) => {
      const text = await readFile(new URL(file, content), "utf8");
      return [/^code = "(.*)"$/m.exec(text)[1], /^now = "(.*)"$/m.exec(text)?.[1]];
    }),
  ),
);

/** What is to do now, worked out here from the steps that the engine shows. */
function toDo({ pathways }) {
  const now = pathways.filter((way) => way.priority <= 1 && way.open !== "office-hours" && ["do", "offer"].includes(way.stance) && !NEVER.includes(way.id));
  return { count: String(Math.min(now.length, 5)), urgent: String(now.some((way) => way.priority === 0)) };
}

inEachBrowser(({ at, fresh }) => {
  const bar = async (me) => {
    const { count, urgent } = await me.data(BAR);
    return { count, urgent };
  };
  const words = async (me) => (await me.reads(BAR)).trim();
  /** What is heard from here on, as whole texts of live regions. */
  const listen = (page) =>
    page.evaluate(() => {
      window.heard = [];
      for (const id of ["told", "urged"]) {
        const place = document.getElementById(id);
        new MutationObserver(() => place.textContent && window.heard.push(place.textContent)).observe(place, { childList: true, characterData: true, subtree: true });
      }
    });

  for (const [width, height] of [[360, 640], [1280, 800]]) {
    fresh(`it stands on every screen of a case, in sight, and on no other, at ${width} px`, async (me, page) => {
      await page.resize(width, height);
      const seen = async (where) => {
        await atRest(page);
        const box = await page.evaluate((bar) => {
          const one = document.querySelector(bar);
          const { top, bottom, height, left } = one.getBoundingClientRect();
          return { there: one.checkVisibility(), top, bottom, height, left, foot: innerHeight };
        }, BAR);
        assert.ok(box.there && box.top >= 0 && box.bottom <= box.foot + 1, `${where}: ${JSON.stringify(box)}`);
        if (width < 1000) assert.ok(box.bottom >= box.foot - 1 && box.height <= 60, `${where}: at the foot, one line: ${JSON.stringify(box)}`);
        else assert.ok(box.left < 200, `${where}: beside the page`);
        assert.equal((await words(me)).replace(/\s+/g, " "), "Now: make a plan for tonight.", where);
      };
      const open = async (step) => {
        await page.evaluate((step) => document.querySelector(`button[data-step="${step}"]`).click(), step);
        await drawn(page);
      };
      await open("case");
      await seen("case");
      await open("situation");
      for (let screen = 0; screen < 13; screen++) {
        await seen(`situation ${screen}`);
        const on = '[data-screen] :is([data-action="next"], [data-action="skip"])';
        if (await me.has(on)) await me.press(on);
      }
      for (const step of ["identify", "dash", "next-steps", "record"]) {
        await open(step);
        await seen(step);
        await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
        await seen(`${step}, at its end`);
      }
      await open("tonight");
      for (let screen = 0; screen < 12 && (await me.has('section[data-step="tonight"] [data-action="to-result"]')); screen++) {
        await seen(`tonight ${screen}`);
        await me.press('section[data-step="tonight"] :is([data-action="next"], [data-action="skip"])');
      }
      assert.match(await me.reads("h1"), /What to do tonight/);
      await seen("tonight, its result");
      for (const step of ["start", "settings", "about", "own-life"]) {
        await open(step);
        await atRest(page);
        assert.equal(await me.sees(BAR), false, step);
      }
    });
  }

  fresh("count and urgency are what the engine gives, and the first is what Tonight lists first", async (me, page) => {
    const cases = every(worked, 9).map(([name, one]) => [name, enterable(one)]);
    const answers = assess(cases.map(([, one]) => one));
    const kinds = new Set();
    for (const [place, [name, one]] of cases.entries()) {
      await me.open(at.tool);
      assert.deepEqual(await enter(page, inputs(one)), [], name);
      const expected = toDo(answers[place]);
      assert.deepEqual(await bar(me), expected, name);
      kinds.add(`${expected.count > 1} ${expected.urgent}`);
      await me.step("tonight");
      if (!(await me.has(".donow"))) await me.button("See what to do");
      await drawn(page);
      const first = await page.evaluate(() => document.querySelector(".donow > li").dataset.pathway);
      assert.ok((await words(me)).startsWith(`Now: ${FEW[first]}.`), `${name}: ${await words(me)}, first ${first}`);
    }
    assert.ok(kinds.size >= 2, [...kinds].join());
  });

  fresh("what is done, put off or refused is not counted; with nothing left it claims nothing", async (me, page) => {
    await me.step("situation");
    await me.choose("context.injury", "needs-care");
    assert.deepEqual(await bar(me), { count: "2", urgent: "false" });
    await me.step("next-steps");
    await me.choose("choices.PW-05.decision", "do");
    assert.equal((await bar(me)).count, "2", "what I will do is to do");
    await me.choose("choices.PW-05.decision", "done");
    assert.equal((await bar(me)).count, "1");
    assert.equal(await words(me), "Now: make a plan for tonight.");
    for (const decision of ["not-now", "declined"]) {
      await me.choose("choices.PW-42.decision", decision);
      assert.deepEqual(await bar(me), { count: "0", urgent: "false" }, decision);
      assert.equal(await words(me), "See what to do");
    }
    await me.step("situation");
    await me.choose("context.danger_now", "yes");
    await me.press('[data-stop="danger-now"] [data-action="stop-aside"]');
    assert.equal((await bar(me)).urgent, "true");
    assert.match(await words(me), /^Now: call 999\./);
  });

  fresh("a change is said once, in one breath, and only where nothing says it already", async (me, page) => {
    await me.step("situation");
    await listen(page);
    // Nothing changes: how far it is.
    assert.match((await heardOf(page, () => me.choose("context.nation", "england"))).join("|"), /^\d+ of \d+ [^|.]*\.?$/);
    assert.deepEqual(await heardOf(page, () => me.choose("context.injury", "needs-care")), ["Now: get a medical check. 1 more."]);
    // A stop says what it calls for itself.
    const stopped = await heardOf(page, () => me.choose("context.suicidal_now", "yes"));
    assert.equal(stopped.length, 1, JSON.stringify(stopped));
    assert.doesNotMatch(stopped[0], /Now:/);
    await until(page, () => document.querySelector("#app .shell").hidden);
    assert.equal(await me.sees(BAR), false, "hidden under a stop");
    await me.press('[data-action="stop-aside"]');
    // The Dash says what a grave answer calls for; the line follows a plain one.
    await me.step("dash");
    await page.evaluate(() => void (window.heard.length = 0));
    const grave = await heardOf(page, () => me.choose("dash.13", "yes"));
    assert.equal(grave.length, 1, JSON.stringify(grave));
    assert.doesNotMatch(grave[0], /Now:/);
    for (const item of [1, 2, 3, 4]) {
      const plain = await heardOf(page, () => me.choose(`dash.${item}`, "yes"));
      assert.equal(plain.length, 1, JSON.stringify(plain));
      assert.ok(plain[0].startsWith(`Item ${item} yes. `) && plain[0].split(/\s+/).length <= 25, plain[0]);
    }
    // Opening a step says nothing of it, nor does it come back as news.
    for (const step of ["next-steps", "settings", "case"]) {
      assert.deepEqual(await heardOf(page, () => page.evaluate((step) => document.querySelector(`button[data-step="${step}"]`).click(), step)), [], step);
    }
    await me.step("next-steps");
    const done = await heardOf(page, () => me.choose("choices.PW-37.decision", "done"));
    assert.equal(done.length, 1, JSON.stringify(done));
    assert.match(done[0], /^Now: .+\. \d more\.$/);
  });

  fresh("a guided answer that changes it is heard as one sentence", async (me, page) => {
    await me.step("situation", { guided: true });
    await me.come("context.injury");
    await listen(page);
    assert.deepEqual(await heardOf(page, () => me.choose("context.injury", "needs-care")), ["Now: get a medical check. 1 more."]);
  });

  fresh("pressed, it opens what to do; there it leads to the top", async (me, page) => {
    await me.step("dash");
    await me.press(`${BAR} button`);
    const there = () => document.querySelector("#app h1")?.closest('[data-step="next-steps"]') !== null && document.activeElement?.tagName === "H1";
    await until(page, there);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await me.press(`${BAR} button`);
    await until(page, () => document.activeElement?.tagName === "H1" && scrollY === 0);
  });

  fresh("under the cover it is hidden, and it is not printed", async (me, page) => {
    await me.step("case");
    assert.ok(await me.sees(`${BAR}.no-print`));
    await page.evaluate(() => document.querySelector('[data-action="cover"]').click());
    await until(page, () => document.body.classList.contains("covered"));
    assert.equal(await page.evaluate((bar) => document.querySelector(bar).checkVisibility({ visibilityProperty: true }), BAR), false);
  });

  fresh("at 360 × 640 nothing that has focus lies behind it", async (me, page) => {
    assert.deepEqual(await enter(page, inputs(FILLED)), []);
    await page.resize(360, 640);
    for (const step of ["next-steps", "record", "situation"]) {
      await page.evaluate((step) => document.querySelector(`button[data-step="${step}"]`).click(), step);
      await drawn(page);
      await openFolds(page);
      await atRest(page);
      const { hidden, tried } = await page.evaluate(async (bar) => {
        const controls = [...document.querySelectorAll("#app .main :is(button, input, textarea, summary)")];
        const hidden = [];
        let tried = 0;
        const foot = document.querySelector(bar).getBoundingClientRect().top;
        for (const control of controls) {
          if (!control.checkVisibility() || control.disabled) continue;
          control.focus();
          await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
          if (document.activeElement !== control) continue;
          tried++;
          const box = (control.matches(".seg input, .choice input") ? control.closest("label") : control).getBoundingClientRect();
          // In a field for several lines it is the line that is written which is brought into sight.
          const bottom = control.matches("textarea") ? Math.min(box.bottom, box.top + 44) : box.bottom;
          if (bottom > foot + 1 && box.top > 120) hidden.push(`${Math.round(box.bottom)} > ${foot}: ${control.outerHTML.slice(0, 100)}`);
        }
        return { hidden, tried };
      }, BAR);
      assert.ok(tried > 30, `${step}: ${tried}`);
      assert.deepEqual(hidden, [], step);
    }
  });
});
