// Practice: a made-up case with the real tool, the live case aside, and a case of one's own from a file.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { axe } from "./lib/axe.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { drawn, until } from "./lib/steps.mjs";

/** What would be saved is kept in `window.saved`; what is in `window.toOpen` is what a person chooses. */
const catchFiles = (page) =>
  page.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => (window.saved = { ...window.saved, text }));
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      window.saved = { ...window.saved, name: this.download };
    };
    HTMLInputElement.prototype.click = function () {
      const chosen = new DataTransfer();
      chosen.items.add(new File([window.toOpen], "a.json"));
      this.files = chosen.files;
      this.dispatchEvent(new Event("change"));
    };
  });

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: HANG }, () => {
    let browser, tool, page, me;
    before(async () => {
      tool = await serveTool();
      browser = await engine.launch();
    });
    after(async () => {
      await browser?.close();
      tool?.close();
    });

    function working(name, run) {
      test(name, async () => {
        page = await browser.newPage();
        try {
          me = await person(page).open(tool);
          await run();
        } finally {
          await page.close().catch(() => {});
        }
      });
    }
    /** Opens a case of the library and begins with a focus. */
    async function begin(id, focus) {
      await me.step("workshop");
      await me.press('[data-part="practice"]');
      await drawn(page);
      await me.press(`[data-case="${id}"]`);
      await me.press(`[data-focus="${focus}"]`);
      await drawn(page);
    }
    /** "I am done", alone: the panel's view is asked for. */
    const done = async () => {
      await me.press('[data-action="practice-done"]');
      await drawn(page);
      await me.press('[data-action="practice-open"]');
      await drawn(page);
    };
    const value = (name) => page.evaluate((name) => document.querySelector(`[name="${name}"]`)?.value, name);
    const chosen = (name) => page.evaluate((name) => document.querySelector(`[name="${name}"]:checked`)?.value, name);
    const band = () => page.evaluate(() => document.querySelector(".practising .band")?.textContent ?? "");

    working("the warning stands before the story, and the story waits to be asked for", async () => {
      await me.step("workshop");
      await me.press('[data-part="practice"]');
      await drawn(page);
      await me.press('[data-case="31"]');
      assert.match(await me.reads("#app"), /Hands on the neck/);
      assert.equal(await me.has(".story"), false);
      await me.press('[data-action="show-story"]');
      assert.match(await me.reads(".story"), /01:40/);
    });

    working("the live case lies aside: gone while practice is on, back as it was when it ends", async () => {
      await me.step("situation");
      await me.choose("context.nation", "wales");
      await me.choose("context.told_by", "seen");
      await me.step("record");
      await me.type("record.wish_words", "a sentence of hers");
      await begin(1, "whole");
      assert.match(await band(), /^Practice: The script in his pocket/);
      assert.equal(await chosen("context.nation"), "england", "the law of the story");
      assert.equal(await chosen("context.told_by"), undefined, "and nothing else");
      assert.doesNotMatch(await page.evaluate(() => document.body.innerHTML), /a sentence of hers/);
      await me.press('[data-action="practice-leave"]');
      assert.equal(await band(), "");
      await me.step("situation");
      assert.equal(await chosen("context.nation"), "wales");
      await me.step("record");
      await drawn(page);
      assert.equal(await value("record.wish_words"), "a sentence of hers");
    });

    working("in practice every heading says so, nothing can be typed, and nothing can be handed on", async () => {
      await begin(1, "whole");
      await page.evaluate(() => document.querySelector('[data-layout="whole"]').click());
      for (const step of ["situation", "identify", "dash", "next-steps", "workshop"]) {
        await me.step(step);
        await drawn(page);
        const found = await page.evaluate(() => ({
          heads: [...document.querySelectorAll("#app :is(h1, h2, h3, h4)")].filter((head) => !getComputedStyle(head, "::before").content.includes("Practice")).map((head) => head.textContent),
          fields: [...document.querySelectorAll("#app textarea, #app input[type=text]:not([inputmode=numeric])")].map((field) => field.name),
          story: document.querySelector(".story-fold .story")?.textContent.includes("script"),
          body: document.body.classList.contains("practice"),
        }));
        assert.deepEqual(found, { heads: [], fields: [], story: true, body: true }, step);
      }
      for (const step of ["start", "tonight", "record", "settings"]) {
        assert.equal(await me.sees(`[data-step="${step}"]:is(button)`), false, `${step} is not offered`);
      }
    });

    working("on a phone the story folds up when the next step opens, and stays where it is on a wide screen", async () => {
      const open = () => page.evaluate(() => document.querySelector(".story-fold").open);
      for (const [width, stays] of [[1000, true], [320, false]]) {
        await page.resize(width, 700);
        await begin(1, "whole");
        assert.equal(await open(), true, "it is there to be read first");
        await me.layout("whole");
        await me.next();
        await drawn(page);
        assert.equal(await open(), stays, `${width} px`);
        await me.unfold("The story");
        assert.equal(await open(), !stays, "and folds by hand");
        await me.press('[data-action="practice-leave"]');
      }
    });

    working("what was missed, over-read and read the other way round is told apart, without a mark", async () => {
      await begin(1, "identify");
      await page.evaluate(() => document.querySelector('[data-layout="whole"]').click());
      await drawn(page);
      // Fear is asked about the person harmed: the page flips it.
      const answer = async (name, value) => {
        await page.evaluate(({ name, value }) => document.querySelector(`[name="${name}"][value="${value}"]`).click(), { name, value });
        await drawn(page);
      };
      await answer("identify.K1.who", "2");
      await answer("identify.H2.who", "1");
      await done();
      const seen = (state) => page.evaluate((state) => [...document.querySelectorAll(`[data-seen="${state}"] [data-evidence]`)].map((one) => one.dataset.evidence), state);
      assert.deepEqual(await seen("other-way"), ["K1"]);
      assert.deepEqual(await seen("over-read"), ["H2"]);
      assert.ok((await seen("missed")).includes("F1"));
      const text = await me.reads("#app");
      assert.match(text, /points to Person 1/);
      assert.doesNotMatch(text, /\b\d+ ?(out of|\/|%)|per cent|score/i);
      assert.deepEqual(await axe(page), []);
      // Back to the answers: they are still there.
      await me.press('[data-action="practice-change"]');
      await me.step("identify");
      await drawn(page);
      assert.equal(await chosen("identify.K1.who"), "2");
    });

    working("the focus sets: ten items, judgement, and what to say next", async () => {
      await begin(31, "ten-items");
      const items = await page.evaluate(() => [...document.querySelectorAll("fieldset.item")].map((item) => item.dataset.question));
      assert.equal(items.length, 10);
      await me.choose("dash.15", "yes");
      await me.choose("dash.14", "yes");
      await done();
      const lines = (state) => page.evaluate((state) => [...document.querySelectorAll(`[data-seen="${state}"] [data-line]`)].map((one) => one.dataset.line), state);
      assert.deepEqual(await lines("over-read"), ["dash.14"]);
      assert.deepEqual(await lines("same"), ["dash.15"]);
      assert.deepEqual(await lines("missed"), ["dash.12"]);
      await me.press('[data-action="practice-again"]');
      await begin(27, "judgement");
      await me.choose("dash.judgement", "medium");
      await done();
      assert.match(await me.reads("#app"), /Thirteen yes/);
      await me.press('[data-action="twin"]');
      assert.match(await band(), /The form in her folder/);
      await me.press('[data-action="practice-leave"]');
      // A story has moments of its own; each answer is told apart and says why.
      await begin(30, "say-next");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#app fieldset.question").length), 2);
      assert.doesNotMatch(await me.reads("#app"), /Plain words/, "no reason before the answer");
      await me.choose("practice.say", "0");
      assert.deepEqual(await axe(page), []);
      await done();
      assert.match(await me.reads("#app"), /Are you thinking of killing yourself tonight\?”\s+Plain words/);
      assert.equal(await page.evaluate(() => document.querySelectorAll("#app .say li:not(:has(p))").length), 0, "a reason beside each");
      assert.match(await me.reads("#app .say .dont"), /anything silly, would you\?” you ticked this\s+It asks her to say no/);
      assert.deepEqual(await axe(page), []);
      await me.press('[data-action="practice-again"]');
      await begin(16, "say-next");
      await me.choose("practice.say", "0");
      await done();
      assert.match(await me.reads("#app"), /Questions can warn him/);
      assert.match(await me.reads("#app"), /you ticked this/);
    });

    working("a story says what else to ask about, where its case makes that matter", async () => {
      await me.step("workshop");
      await me.press('[data-part="practice"]');
      await drawn(page);
      await me.press('[data-case="17"]');
      assert.equal(await me.has("[data-beside]"), false);
      await me.press('[data-action="cases"]');
      await drawn(page);
      await me.press('[data-case="38"]');
      assert.match(await me.reads("[data-beside] summary"), /Also ask about: .*stalking/);
    });

    working("practice works by the area's line, and the panel's answers are read by it too", async () => {
      const routes = async () => {
        await begin(27, "whole");
        await done();
        return page.evaluate(() => [...document.querySelectorAll("#app dt")].find((one) => one.textContent === "Routes to MARAC").nextElementSibling.innerText);
      };
      assert.match(await routes(), /The panel: judgement/);
      await me.press('[data-action="practice-leave"]');
      await me.step("settings");
      await me.type("settings.dash_threshold", "12");
      assert.match(await routes(), /The panel: count, judgement/);
    });

    working("clear and exit empty both the practice case and the live one", async () => {
      await me.step("situation");
      await me.choose("context.nation", "wales");
      await begin(1, "whole");
      await me.choose("context.told_by", "seen");
      await me.press('[data-action="clear"]');
      await me.press('[data-action="clear-yes"]');
      assert.equal(await band(), "");
      await me.step("situation");
      assert.equal(await chosen("context.nation"), undefined);
      await me.choose("context.nation", "wales");
      await begin(1, "whole");
      // The page may be gone before it answers.
      await me.press('[data-action="exit"]').catch(() => {});
      await until(page, () => !document.getElementById("app"));
    });

    working("a case of one's own: written, stopped gently, checked, saved, opened again, practised", async () => {
      await me.step("workshop");
      await me.press('[data-part="own"]');
      await me.press('[data-action="own-new"]');
      assert.equal(await me.has('[data-action="own-save"]'), false, "an empty case is not saved");
      await me.type("own.title", "Ours");
      await me.type("own.setting", "Outreach");
      await me.type("own.warning", "Shouting.");
      await me.type("own.story", "Person 1 is a tenant.\n\nPerson 2 lives at AB1 2CD.");
      await me.press('[data-action="own-answers"]');
      await drawn(page);
      await me.step("dash");
      await drawn(page);
      await page.evaluate(() => document.querySelector('[name="dash.15"][value="yes"]').click());
      await me.press('[data-action="practice-leave"]');
      assert.match(await me.reads(".practising [role=alert]"), /are lost/, "what was answered is not dropped without asking");
      await me.press('[data-action="practice-done"]');
      await drawn(page);
      await me.type("own.reason.item:15", "The neck.");
      assert.match(await me.reads("[data-gentle]"), /AB1 2CD/);
      assert.equal(await me.has('[data-action="own-save"]'), false, "a postcode stops it");
      await me.type("own.story", "Person 1 is a tenant.\n\nPerson 2 lives elsewhere.");
      await until(page, () => document.querySelector('[data-action="own-save"]') !== null);
      assert.deepEqual(await axe(page), []);
      await catchFiles(page);
      await me.press('[data-action="own-save"]');
      await until(page, () => window.saved?.text);
      const { name, text } = await page.evaluate(() => window.saved);
      assert.equal(name, "practice-200.json");
      const file = JSON.parse(text);
      assert.equal(file.format, "waymark-vignette/1");
      assert.deepEqual(file.story, ["Person 1 is a tenant.", "Person 2 lives elsewhere."]);
      assert.equal(file.case.dash.answers["15"], "yes");
      assert.equal(file.reasons["item:15"].text, "The neck.");
      // A damaged file changes nothing and names the field.
      const open = async (text) => {
        await page.evaluate((text) => (window.toOpen = text), text);
        await me.press('[data-action="own-open"]');
      };
      await open(JSON.stringify({ ...file, story: [3] }));
      await until(page, () => document.querySelector("#app [role=alert]")?.textContent.includes("story[0]"));
      assert.equal(await value("own.title"), "Ours");
      await me.press('[data-action="own-close"]');
      await open(text);
      await until(page, () => document.querySelector('[data-action="own-edit"]') !== null);
      await me.press('[data-action="own-edit"]');
      await until(page, () => document.querySelector('[name="own.title"]')?.value === "Ours");
      await me.press('[data-action="own-close"]');
      // In Notepad's way of saving, and with what a participant must not see first.
      await open(`\u{feff}${text}`);
      await until(page, () => document.querySelector('[data-action="own-edit"]') !== null);
      assert.doesNotMatch(await me.reads("#app"), /The neck\./, "the panel's reasons stay shut");
      await me.press('[data-focus="ten-items"]');
      assert.match(await band(), /Ours/);
    });

    if (engine === chromium) {
      working("nothing is cut or scrolls sideways at 320 pixels, and axe finds nothing", async () => {
        await page.resize(320, 640);
        await me.step("workshop").catch(async () => {
          await me.press(".menu");
          await me.step("workshop");
        });
        await me.press('[data-part="practice"]');
        await drawn(page);
        assert.deepEqual(await axe(page), []);
        const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
        assert.ok(await fits());
        await me.press('[data-case="8"]');
        assert.ok(await fits());
        await me.press('[data-focus="whole"]');
        await drawn(page);
        assert.ok(await fits());
        await done();
        assert.ok(await fits());
        assert.deepEqual(await axe(page), []);
      });
    }
  });
}
