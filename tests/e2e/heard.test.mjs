// What is heard after an answer: one sentence in words, nothing that is not so, and nothing while the page may be passed over.
import assert from "node:assert/strict";
import { enter, inputs } from "./lib/drive.mjs";
import { inEachBrowser } from "./lib/each-browser.mjs";
import { FILLED } from "./lib/filled.mjs";
import { heardOf } from "./lib/heard.mjs";
import { atRest, sleep, until } from "./lib/steps.mjs";

/** Runs in the page: keeps what live regions come to say, and whether a screen reader may pass over it. */
function listen() {
  window.heard = [];
  const live = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]");
  new MutationObserver((changes) => {
    const said = new Set();
    for (const change of changes) {
      for (const node of change.type === "characterData" ? [change.target] : change.addedNodes) {
        const region = live(node);
        if (!region || !region.checkVisibility() || region.closest("[aria-live=off]")) continue;
        const text = node.textContent.trim();
        if (text) said.add(text);
        if (text && region.closest("[aria-busy=true]")) window.heard.push(`busy: ${text}`);
      }
    }
    window.heard.push(...said);
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}

inEachBrowser(({ fresh }) => {
  fresh("each Dash answer is one sentence, no bare number, 25 words at most", async (me, page) => {
    await me.step("dash");
    await page.evaluate(listen);
    const faults = [];
    const answers = ["no", "yes", "dk"];
    for (let item = 1; item <= 24; item++) {
      const answer = [5, 13, 14, 15, 16, 22].includes(item) ? "yes" : answers[item % 3];
      const heard = await heardOf(page, () => me.choose(`dash.${item}`, answer));
      if (heard.length !== 1) faults.push(`${item}: ${JSON.stringify(heard)}`);
      for (const said of heard) {
        if (/^\d+$/.test(said) || said.split(/\s+/).length > 25 || !said.startsWith(`Item ${item} `)) faults.push(said);
      }
    }
    assert.deepEqual(faults, []);
    const cleared = await heardOf(page, () => me.press('[data-question="dash.4"] > .clear'));
    assert.match(cleared.join("|"), /^Item 4 cleared\. \d+ yes, 1 not asked\.$/);
  });

  fresh("a yes says at its place what it calls for, and asks there what decides how soon", async (me, page) => {
    await me.step("dash");
    await page.evaluate(listen);
    const under = (item) => me.reads(`[data-question="dash.${item}"] > .follows`);
    const heard = await heardOf(page, () => me.choose("dash.15", "yes"));
    const line = "Neck or breath, done or tried: medical check today if done, and refer on your judgement now.";
    assert.deepEqual(heard, [`Item 15 yes. 1 yes, 23 not asked. ${line}`]);
    assert.ok((await under(15)).includes(line));
    for (const field of ["strangulation_within_4_weeks", "red_flags"]) {
      assert.ok(await me.sees(`[data-question="dash.15"] [name="context.${field}"]`), field);
    }
    await me.choose("context.strangulation_within_4_weeks", "no");
    await until(page, () => /before the last 4 weeks/.test(document.querySelector('[data-question="dash.15"] .at-once').textContent));
    for (const [item, noun] of [[13, /^Weapon: /], [14, /^Threat to kill: /], [16, /^Sexual harm: /], [22, /^The other person's suicide/]]) {
      await me.choose(`dash.${item}`, "yes");
      assert.match((await under(item)).trim(), noun);
    }
    await me.choose("dash.5", "yes");
    assert.ok(await me.sees('[data-question="dash.5"] [name="context.suicidal_now"]'));
    await me.choose("dash.13", "no");
    assert.equal(await me.has('[data-question="dash.13"] > .follows'), false);
  });

  fresh("an indicator is read back once", async (me, page) => {
    await me.step("identify");
    await me.press('[data-layout="whole"]');
    await page.evaluate(listen);
    const heard = await heardOf(page, () => me.choose("identify.F1.who", "1"));
    assert.equal(heard.filter((said) => said.includes("You are saying")).length, 1, JSON.stringify(heard));
    assert.ok(heard.some((said) => /^You are saying: .+\.$/.test(said)), JSON.stringify(heard));
    // What it comes to follows in the same breath, and is not said again while it stays the same.
    assert.match(heard.join(" "), /^You are saying: [^.]+\. Not clear/);
    assert.ok(heard.join(" ").split(/\s+/).length <= 25, JSON.stringify(heard));
    assert.deepEqual(await heardOf(page, () => me.choose("identify.F1.sources", "O")), []);
  });

  fresh("on its screen a prompt is read back once, and nothing of what it comes to is said before that is asked for", async (me, page) => {
    await me.step("identify", { guided: true });
    await me.choose("context.counter_allegation", "yes");
    await me.come("identify.F1.who");
    await page.evaluate(listen);
    const heard = await heardOf(page, () => me.choose("identify.F1.who", "1"));
    assert.equal(heard.length, 1, JSON.stringify(heard));
    assert.match(heard[0], /^You are saying: [^.]+\.$/);
    assert.deepEqual(await heardOf(page, () => me.choose("identify.F1.sources", "O")), []);
    // What one of them disputes is read back, each account by itself.
    const disputed = await heardOf(page, () => me.choose("identify.F1.contested", "true"));
    assert.equal(disputed.length, 1, JSON.stringify(disputed));
    assert.match(disputed[0], /^You are saying: Staff saw or heard: .+ says it is the other way round\.$/);
    assert.deepEqual(await heardOf(page, () => me.press('[data-action="next"]')), []);
  });

  fresh("opening a step says nothing but its heading; Copy is heard each time it is pressed", async (me, page) => {
    await page.evaluate(listen);
    assert.deepEqual(await heardOf(page, () => me.step("about")), []);
    await me.step("settings");
    const policy = await heardOf(page, () => me.choose("profile", "housing21"));
    const words = policy.join(" ").split(/\s+/).length;
    assert.ok(words <= 25, `${words} words: ${JSON.stringify(policy).slice(0, 300)}`);
    const held = await heardOf(page, () => me.press('.hold [data-action="hold"]'));
    assert.match(held.join("|"), /^On hold until \d\d:\d\d[^|]*$/);
    await me.press('.hold [data-action="hold"]');
    await me.step("record");
    for (let n = 0; n < 2; n++) {
      const heard = await heardOf(page, () => me.press('[data-action="copy"]'));
      assert.equal(heard.length, 1, JSON.stringify(heard));
    }
  });

  fresh("no error stands in the page that is none, and an error names its field", async (me, page) => {
    assert.deepEqual(await enter(page, inputs(FILLED)), []);
    const ghosts = [];
    for (const step of ["situation", "dash", "settings", "record"]) {
      await me.step(step);
      await me.press('[data-layout="whole"]').catch(() => {});
      ghosts.push(...(await page.evaluate(() => [...document.querySelectorAll("#app [role=alert]")].filter((one) => one.textContent.trim() && !one.checkVisibility()).map((one) => one.textContent))));
    }
    assert.deepEqual(ghosts, []);
  });

  fresh("what stands on a field is its name", async (me, page) => {
    assert.deepEqual(await enter(page, inputs(FILLED)), []);
    const wrong = [];
    for (const step of ["situation", "identify", "dash", "next-steps", "record"]) {
      await me.step(step);
      await me.press('[data-layout="whole"]').catch(() => {});
      wrong.push(
        ...(await page.evaluate(() => {
          const words = (node) => [...(node?.childNodes ?? [])].map((one) => (one.nodeType === 3 ? one.data : one.nodeType === 1 && !one.matches("input, textarea, select") ? words(one) : "")).join(" ").replace(/\s+/g, " ").trim();
          return [...document.querySelectorAll("#app :is(input[type=text], textarea)")].flatMap((field) => {
            const labelled = (field.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map((id) => words(document.getElementById(id))).join(" ");
            const label = words(field.closest("label") ?? (field.id && document.querySelector(`label[for="${field.id}"]`)) ?? null);
            const name = labelled || field.getAttribute("aria-label") || label;
            const seen = label || words(field.closest("fieldset")?.querySelector("legend"));
            // A note has no words but its own.
            if (!name) return [`no name: ${field.name}`];
            return label && name !== label ? [`${field.name}: "${name}", on the screen "${seen}"`] : field.name.startsWith("context.") && name !== seen ? [`${field.name}: "${name}", on the screen "${seen}"`] : [];
          });
        })),
      );
    }
    assert.deepEqual(wrong, []);
  });

  fresh("what is read is not covered; a minute before the cover there is a word; the place comes back", async (me, page) => {
    const later = (minutes) =>
      page.evaluate((minutes) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + minutes * 60_000;
      }, minutes);
    const covered = () => page.evaluate(() => !document.getElementById("cover").hidden);
    await me.step("situation");
    // A screen reader moves through the page: no key and no pointer reaches it, and yet it moves.
    const moves = [
      () => scrollBy(0, 60),
      () => document.querySelector('#app [name="context.told_by"]').focus(),
      () => getSelection().selectAllChildren(document.querySelector("#app h2")),
      () => document.querySelector('#app [name="context.nation"]').click(),
    ];
    for (const move of moves) {
      await later(4.6);
      await page.evaluate(move);
      // The page looks at its clocks every second; that it does not cover has no event.
      await sleep(1200);
      assert.equal(await covered(), false, String(move));
    }
    await page.evaluate(() => {
      const field = document.querySelectorAll('#app [name="context.recency"]')[1];
      field.focus();
      field.scrollIntoView({ block: "center" });
    });
    await atRest(page);
    const at = () => page.evaluate(() => [document.activeElement.name, Math.round(document.activeElement.getBoundingClientRect().top)]);
    const before = await at();
    await later(4.2);
    await until(page, () => document.querySelector(".soon")?.textContent.length > 10);
    await until(page, () => /covers itself/.test(document.getElementById("told").textContent));
    await later(0.9);
    await until(page, () => !document.getElementById("cover").hidden);
    assert.equal(await page.evaluate(() => document.getElementById("told").textContent), "");
    await me.press('#cover [data-action="uncover"]');
    await until(page, () => document.getElementById("cover").hidden);
    await atRest(page);
    assert.deepEqual(await at(), before);
  });
});
