// The view layer by itself, on the examples of the gallery: what is kept, what ends, what is heard, and when it is rendered.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { openGallery, openShelf, pressIn, serveGallery } from "./lib/gallery.mjs";
import { HANG } from "./lib/limits.mjs";
import { atRest, drawn, until } from "./lib/steps.mjs";

for (const engine of [chromium, firefox]) {
  describe(`the view layer, ${engine.name}`, { timeout: HANG }, () => {
    let browser, served, page;
    before(async () => {
      [browser, served] = await Promise.all([engine.launch(), serveGallery()]);
      page = await browser.newPage();
      await openGallery(page, served);
    });
    after(async () => {
      await browser?.close();
      served?.close();
    });

    /** A test on a shelf that was just opened: its examples are as they begin. */
    const on = (shelf, name, run) =>
      test(name, async () => {
        // Opened afresh, also when it is open.
        await openShelf(page, shelf === "buttons" ? "words" : "buttons");
        await openShelf(page, shelf);
        await atRest(page);
        await run();
        // All of it ends, and what tells of that tells it to nothing that has ended.
        await openShelf(page, "buttons");
        await atRest(page);
        assert.equal(await page.evaluate(() => document.documentElement.classList.contains("broken")), false, "the program broke");
      });
    /** The words of what a selector finds in an example. */
    const words = (example, selector) =>
      page.evaluate(({ example, selector }) => [...document.querySelectorAll(`[data-example="${example}"] ${selector}`)].map((one) => one.textContent), { example, selector });
    /** What `read` gives of the first such element. */
    const first = (example, selector, attribute) =>
      page.evaluate(({ example, selector, attribute }) => document.querySelector(`[data-example="${example}"] ${selector}`).getAttribute(attribute), { example, selector, attribute });
    /** Gives focus to the first such element. */
    const focus = (example, selector) =>
      page.evaluate(({ example, selector }) => document.querySelector(`[data-example="${example}"] ${selector}`).focus(), { example, selector });

    on("view_values", "a child is a value or follows its signals", async () => {
      assert.deepEqual(await words("child", "p"), ["text, made now, element, some, of them, 0 followed"]);
      await pressIn(page, "child", "One more");
      assert.deepEqual(await words("child", "p"), ["text, made now, element, some, of them, 1 followed"]);
    });

    on("view_values", "an attribute is a text, a text or nothing, or whether it is there", async () => {
      const shown = () => page.evaluate(() => ({ ...document.querySelector('[data-example="attr"] p').dataset }));
      assert.deepEqual(await shown(), { fixed: "yes", text: "off" });
      await pressIn(page, "attr", "Switch");
      assert.deepEqual(await shown(), { fixed: "yes", text: "on", some: "there", flag: "" });
      await pressIn(page, "attr", "Switch");
      assert.deepEqual(await shown(), { fixed: "yes", text: "off" });
    });

    on("view_values", "classes add up, and one comes and goes", async () => {
      assert.equal(await first("class", "p", "class"), "small muted hint");
      await pressIn(page, "class", "Switch");
      assert.equal(await first("class", "p", "class"), "small muted hint wrong");
      await pressIn(page, "class", "Switch");
      assert.equal(await first("class", "p", "class"), "small muted hint");
    });

    on("view_values", "a custom property of the style follows", async () => {
      const lowest = () => page.evaluate(() => document.querySelector('[data-example="style"] .range').style.getPropertyValue("--lowest"));
      assert.equal(await lowest(), "3");
      await pressIn(page, "style", "One more");
      assert.equal(await lowest(), "4");
    });

    on("view_values", "a field and a box follow, whatever a person did to them meanwhile", async () => {
      const held = () => page.evaluate(() => [...document.querySelectorAll('[data-example="value_and_checked"] :is(input, textarea)')].map((one) => (one.type === "checkbox" ? one.checked : one.value)));
      assert.deepEqual(await held(), ["first", "first", false]);
      await focus("value_and_checked", "input");
      await page.keyboard.type("x");
      await pressIn(page, "value_and_checked", "Second");
      assert.deepEqual(await held(), ["second", "second", true]);
      await pressIn(page, "value_and_checked", "First");
      assert.deepEqual(await held(), ["first", "first", false]);
    });

    on("view_values", "an element of a drawing is one", async () => {
      assert.equal(await page.evaluate(() => document.querySelector('[data-example="drawing"] circle') instanceof SVGCircleElement), true);
    });

    on("view_values", "a text that stays the same is not set again, a new one once", async () => {
      await page.evaluate(() => {
        window.changes = 0;
        new MutationObserver((all) => (window.changes += all.length)).observe(document.querySelector('[data-example="same_text_is_not_set_again"] [role=status]'), { subtree: true, childList: true, characterData: true });
      });
      await pressIn(page, "same_text_is_not_set_again", "Quiet");
      await atRest(page);
      assert.equal(await page.evaluate(() => window.changes), 0);
      await pressIn(page, "same_text_is_not_set_again", "Loud");
      await atRest(page);
      assert.equal(await page.evaluate(() => window.changes), 1);
      assert.deepEqual(await words("same_text_is_not_set_again", "[role=status]"), ["loud"]);
    });

    on("view_values", "a memo is told on only when it differs", async () => {
      const shown = () => words("worked_out_once", "p");
      assert.deepEqual(await shown(), ["even", "rendered 1 times"]);
      await pressIn(page, "worked_out_once", "Two more");
      assert.deepEqual(await shown(), ["even", "rendered 1 times"]);
      await pressIn(page, "worked_out_once", "One more");
      assert.deepEqual(await shown(), ["odd", "rendered 2 times"]);
    });

    on("view_values", "a memo that is not compared is told on each time", async () => {
      const shown = () => words("told_each_time", "p");
      assert.deepEqual(await shown(), ["even", "rendered 1 times"]);
      await pressIn(page, "told_each_time", "Two more");
      assert.deepEqual(await shown(), ["even", "rendered 2 times"]);
    });

    on("view_events", "each listener gets its event with its own type", async () => {
      await pressIn(page, "press", "Pressed 0");
      assert.deepEqual(await words("press", "button"), ["Pressed 1"]);
      await focus("typed_text", "input");
      await page.keyboard.type("ab");
      assert.deepEqual(await words("typed_text", "p"), ["AB"]);
      await page.evaluate(() => document.querySelector('[data-example="ticked_box"] input').click());
      assert.deepEqual(await words("ticked_box", "span"), ["on"]);
      await focus("key", "input");
      await page.keyboard.press("ArrowLeft");
      assert.deepEqual(await words("key", "p"), ["ArrowLeft"]);
    });

    on("view_events", "keys anywhere are heard while the part is there, and not in a long text", async () => {
      const heard = async (key) => {
        await page.keyboard.press(key);
        await drawn(page);
        return (await words("keys_anywhere", "p"))[0];
      };
      await focus("keys_anywhere", "button");
      assert.equal(await heard("a"), "0 keys");
      await pressIn(page, "keys_anywhere", "Listen");
      assert.equal(await heard("a"), "1 keys");
      await focus("keys_anywhere", "textarea");
      assert.equal(await heard("a"), "1 keys");
      await focus("keys_anywhere", "button");
      assert.equal(await heard("a"), "2 keys");
      await pressIn(page, "keys_anywhere", "Listen");
      assert.equal(await heard("a"), "2 keys");
    });

    on("view_parts", "when: made each time it comes, kept while the condition stays the same", async () => {
      const shown = () => words("when", "p");
      assert.deepEqual(await shown(), ["made 0 times"]);
      for (let n = 0; n < 2; n++) await pressIn(page, "when", "One more");
      assert.deepEqual(await shown(), ["More than one: 2", "made 1 times"]);
      await page.evaluate(() => (window.kept = document.querySelector('[data-example="when"] p')));
      await pressIn(page, "when", "One more");
      assert.deepEqual(await shown(), ["More than one: 3", "made 1 times"]);
      assert.ok(await page.evaluate(() => window.kept === document.querySelector('[data-example="when"] p')), "the same element");
      await pressIn(page, "when", "None");
      assert.deepEqual(await shown(), ["made 1 times"]);
      for (let n = 0; n < 2; n++) await pressIn(page, "when", "One more");
      assert.deepEqual(await shown(), ["More than one: 2", "made 2 times"]);
    });

    on("view_parts", "when_all: several parts, in their place", async () => {
      const shown = () => words("when_all", "p");
      assert.deepEqual(await shown(), ["before", "after"]);
      await pressIn(page, "when_all", "Switch");
      assert.deepEqual(await shown(), ["before", "one", "two", "after"]);
      await pressIn(page, "when_all", "Switch");
      assert.deepEqual(await shown(), ["before", "after"]);
    });

    on("view_parts", "either: one or the other, and focus goes over", async () => {
      await focus("either", "button");
      await page.keyboard.press("Enter");
      await atRest(page);
      assert.deepEqual(await words("either", "button"), ["Say yes"]);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Say yes");
      await page.keyboard.press("Enter");
      await atRest(page);
      assert.deepEqual(await words("either", "button"), ["Say no"]);
    });

    /** The keys of the list, and what is typed in each. */
    const rows = () => page.evaluate(() => [...document.querySelectorAll('[data-example="each"] li')].map((row) => row.dataset.key + row.querySelector("input").value).join(" "));
    const typeInB = async () => {
      await focus("each", "[data-key=b] input");
      await page.keyboard.type("!");
      await page.evaluate(() => (window.kept = document.activeElement));
    };
    const keptB = () => page.evaluate(() => window.kept.isConnected && window.kept === document.querySelector('[data-example="each"] [data-key=b] input'));
    const hasFocus = () => page.evaluate(() => document.activeElement === window.kept);

    on("view_parts", "each: an element and what is typed in it stay while its key does, in any order", async () => {
      await typeInB();
      for (const [act, then] of [["Turn", "b! c a"], ["Turn", "c a b!"], ["Reverse", "b! a c"], ["Put x second", "b! x a c"], ["Reverse", "c a x b!"], ["As it was", "a b! c"]]) {
        await pressIn(page, "each", act);
        assert.equal(await rows(), then, act);
        assert.ok(await keptB(), `${act}: the same element`);
      }
    });

    on("view_parts", "each: focus stays in its row, wherever that comes to stand", async () => {
      await typeInB();
      for (const [act, then] of [["Put x second", "a x b! c"], ["Reverse", "c b! x a"], ["Turn", "b! x a c"], ["Turn", "x a c b!"], ["Reverse", "b! c a x"], ["As it was", "a b! c"], ["Reverse", "c b! a"]]) {
        await pressIn(page, "each", act);
        assert.equal(await rows(), then, act);
        assert.ok(await hasFocus(), `${act}: focus stays`);
      }
    });

    on("view_parts", "each: a row that goes hands focus to the next, the last to the one before", async () => {
      for (const [key, then] of [["b", "c"], ["c", "a"]]) {
        await focus("each", `[data-key=${key}] button`);
        await page.keyboard.press("Enter");
        await atRest(page);
        assert.equal(await page.evaluate(() => document.activeElement.closest("li")?.dataset.key), then);
        assert.equal(await page.evaluate(() => document.activeElement.textContent), "Remove", "the same control");
      }
      await pressIn(page, "each", "As it was");
      assert.equal(await rows(), "a b c", "what was removed comes back new");
    });

    on("view_parts", "live: made again whole, and focus finds the same control", async () => {
      assert.deepEqual(await words("live", "p"), ["part 1"]);
      await page.evaluate(() => (window.kept = document.querySelector('[data-example="live"] p')));
      await focus("live", "button");
      await page.keyboard.press("Enter");
      await atRest(page);
      assert.deepEqual(await words("live", "p"), ["part 1", "part 2"]);
      assert.equal(await page.evaluate(() => window.kept.isConnected), false);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "One more");
    });

    on("view_parts", "later: in order, in more than one batch, busy meanwhile, last of all what waits for the end", async () => {
      await page.evaluate(() => {
        window.batches = [];
        const app = document.getElementById("app");
        let open = null;
        new MutationObserver((changes) => {
          const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.localName === "li" || node.querySelector?.("li")).length;
          if (!added) return;
          open ??= window.batches.push({ pieces: 0, busy: app.ariaBusy === "true", end: document.querySelector('[data-example="later"] > div > p').textContent });
          window.batches[open - 1].pieces += added;
          setTimeout(() => (open = null));
        }).observe(document.querySelector('[data-example="later"]'), { subtree: true, childList: true });
      });
      await pressIn(page, "later", "Render");
      await until(page, () => document.querySelector('[data-example="later"] > div > p').textContent !== "");
      assert.deepEqual(await words("later", "li"), Array.from({ length: 12 }, (_, n) => `piece ${n}`));
      const batches = await page.evaluate(() => window.batches);
      assert.ok(batches.length > 3, JSON.stringify(batches));
      assert.ok(batches[0].busy, "busy while the rest waits");
      assert.ok(batches.every(({ end }) => end === ""), "nothing waits for the end before it");
      assert.equal(await page.evaluate(() => document.getElementById("app").ariaBusy), null);
    });

    on("view_parts", "later: what has gone before its turn is not rendered", async () => {
      await page.evaluate(() => {
        const [render, away] = document.querySelectorAll('[data-example="later"] button');
        render.click();
        setTimeout(() => away.click());
      });
      await atRest(page);
      assert.deepEqual(await words("later", "li"), []);
      assert.deepEqual(await words("later_each", "li"), ["line 1", "line 2", "line 3"]);
    });

    on("view_parts", "fragment: its parts stand among those of the parent, in their order, what comes later too", async () => {
      await atRest(page);
      assert.deepEqual(await words("fragment", "p"), ["before", "one", "two", "three", "four", "five", "six", "after"]);
      assert.ok(await page.evaluate(() => [...document.querySelectorAll('[data-example="fragment"] p')].every((one, _, [first]) => one.parentElement === first.parentElement)));
    });

    on("view_parts", "fragment: what follows a signal keeps its place", async () => {
      const shown = () => words("fragment_that_follows", "p");
      const one = ["one thing", "thing 1", "1 in all", "after"];
      assert.deepEqual(await shown(), one);
      await pressIn(page, "fragment_that_follows", "One more");
      assert.deepEqual(await shown(), ["several", "things", "thing 1", "thing 2", "2 in all", "after"]);
      await pressIn(page, "fragment_that_follows", "One again");
      assert.deepEqual(await shown(), one);
    });

    on("view_parts", "a part ends whole: the newest first, and nothing of it runs afterwards", async () => {
      const told = async () => (await words("ends", ".ended"))[0].split(" ").filter(Boolean);
      const ran = async () => (await words("ends", ".ran"))[0];
      assert.equal(await ran(), "ran 1 times");
      await pressIn(page, "ends", "Beat");
      assert.equal(await ran(), "ran 2 times");
      assert.deepEqual(await told(), []);
      await page.evaluate(() => (window.kept = document.querySelector('[data-example="ends"] [data-beat]')));
      await pressIn(page, "ends", "Come or go");
      const all = await told();
      assert.deepEqual(all.filter((one) => one !== "cleanup"), ["third", "second", "first"]);
      assert.equal(all.filter((one) => one === "cleanup").length, 1);
      await pressIn(page, "ends", "Beat");
      assert.equal(await ran(), "ran 2 times");
      assert.equal(await page.evaluate(() => window.kept.dataset.beat), "1", "nor is what went kept up to date");
      await pressIn(page, "ends", "Come or go");
      assert.equal(await ran(), "ran 3 times");
      assert.equal(await first("ends", "[data-beat]", "data-beat"), "2");
    });

    on("view_parts", "focus that goes with its part comes back to what led to it", async () => {
      await focus("focus_moves_on", "button");
      await page.keyboard.press("Enter");
      await atRest(page);
      await focus("focus_moves_on", "button.second");
      await page.keyboard.press("Enter");
      await atRest(page);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Show");
    });

    on("view_parts", "all that one press brings is said together; what is urgent at once, and hushed it is gone", async () => {
      const said = (id) => until(page, (id) => document.getElementById(id).textContent, id);
      await pressIn(page, "said_aloud", "Say two");
      const together = await said("told");
      assert.deepEqual(together.split(". ").map((one) => one.replace(".", "")).sort(), ["The first sentence", "The second sentence"]);
      await pressIn(page, "said_aloud", "Urge");
      assert.equal(await said("urged"), "At once.");
      assert.equal(await page.evaluate(() => document.getElementById("told").textContent), "");
      await pressIn(page, "said_aloud", "Hush");
      assert.equal(await page.evaluate(() => document.getElementById("urged").textContent), "");
      assert.equal(await page.evaluate(() => document.querySelector("#app #told, #app #urged")), null, "outside all that is rendered");
    });
  });
}
