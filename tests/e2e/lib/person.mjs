// One worker at the page: presses only what can be seen and reached, reads only what can be seen, and counts every press.
import { layOut, leaveOut, openStep, ready, until, withDrawn } from "./steps.mjs";

/**
 * Someone who works at this page. `count` is every press: an answer, a field, a step, a button.
 * `file` is the page that they open, where it is not the first.
 */
export function person(page, file = "") {
  const me = {
    page,
    count: 0,

    /** Opens the page afresh. */
    async open(tool) {
      page.start(`${tool.origin}/${file}?${++visits}`);
      await until(page, (visit) => location.search === visit, `?${visits}`);
      await ready(page);
      me.count = 0;
      return me;
    },

    /** Presses what a selector finds; with `words`, the one that starts with them. It must be in sight. */
    async press(selector, words) {
      me.count++;
      const refused = await page.evaluate(withDrawn(pressInPage), { selector, words });
      if (refused) throw new Error(`${refused}: ${selector} ${words ?? ""}`);
      return me;
    },

    /** Chooses a value of an input, or ticks it. */
    choose: (name, value) =>
      me.press(`input[name="${name}"][value="${value}"], button[name="${name}"][value="${value}"]`),

    /** Chooses several: `{ name: value }`, where a list of values is ticked one by one. */
    async answer(values) {
      for (const [name, value] of Object.entries(values)) {
        for (const one of [value].flat()) await me.choose(name, one);
      }
      return me;
    },

    /** Looks at each screen of the open step, from its first to its last; at a step that has none, once. */
    async screens(look) {
      const [step] = await page.evaluate(() => [document.querySelector("section[data-step]").dataset.step]);
      const screen = async () => (await me.data("[data-screen]")).screen;
      if (!(await screen())) return look("");
      // Back from the first screen leads out of the step.
      while (await screen()) await me.press(ways("back"));
      await openStep(page, step);
      for (let last; (await screen()) !== last; ) {
        last = await screen();
        await look(last);
        if (await me.has(ways("next"))) await me.press(ways("next"));
      }
    },

    /** Types into a field by its name. */
    async type(name, text) {
      await me.press(`input[name="${name}"], textarea[name="${name}"]`);
      await page.evaluate(
        ({ name, text }) => {
          const field = document.querySelector(`input[name="${name}"], textarea[name="${name}"]`);
          field.focus();
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        },
        { name, text },
      );
      return me;
    },

    /**
     * Opens a step from the list of steps, which is folded away on a small screen. A step that has screens is laid out whole,
     * so that all its questions are there, unless it is to be `guided`.
     */
    async step(step, { guided = false } = {}) {
      await me.press(`nav.steps button[data-step="${step}"], .foot button[data-step="${step}"]`);
      if (SCREENED.includes(step)) await me.layout(guided ? "guided" : "whole");
      return me;
    },
    /** Chooses the layout, where it is not chosen already. It is no press of a case: the buttons may be out of sight. */
    layout: (layout) =>
      page.evaluate(
        withDrawn(async (layout) => {
          document.querySelector(`#app [data-layout="${layout}"][aria-pressed="false"]`)?.click();
          await drawn();
        }),
        layout,
      ),
    /** Goes through the screens of a guided step until a control of this name is there: on, and from the end back. */
    async come(name) {
      const there = `input[name="${name}"], button[name="${name}"], textarea[name="${name}"]`;
      for (const way of ["next", "back"]) {
        while (!(await me.has(there)) && (await me.has(ways(way)))) {
          const before = await me.data("[data-screen]");
          await me.press(ways(way));
          if ((await me.data("[data-screen]")).screen === before.screen) break;
        }
      }
      if (!(await me.has(there))) throw new Error(`no screen asks ${name}`);
      return me;
    },
    /** Goes on at the end of a step. */
    next: () => me.press("button[data-next]"),
    /** Goes on from a screen of the fast path. */
    goOn: () => me.press(ways("next")),
    /** Presses a button by how its words begin. */
    button: (words) => me.press("button", words),
    /** Opens a fold by how its words begin. */
    unfold: (words) => me.press("summary", words),

    /** What can be read now, of the whole page or of a part of it. */
    async reads(selector = "body") {
      await layOut(page);
      const words = await page.evaluate((selector) => [...document.querySelectorAll(selector)].map((part) => part.innerText).join("\n"), selector);
      await leaveOut(page);
      return words;
    },
    /** What stands in a part of the page, also where it is folded. */
    holds: (selector) =>
      page.evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((part) => part.textContent).join("\n"),
        selector,
      ),
    /** True when something is there. */
    has: (selector) => page.evaluate((selector) => document.querySelector(selector) !== null, selector),
    /** True when it is there and in sight. */
    sees: (selector) =>
      page.evaluate((selector) => [...document.querySelectorAll(selector)].some((part) => part.checkVisibility()), selector),
    /** The data attributes of the first one. */
    data: (selector) => page.evaluate((selector) => ({ ...document.querySelector(selector)?.dataset }), selector),
    /** Each step of the plan that is shown: `{ "PW-05": { priority, stance, text, first } }`. */
    plan: () =>
      page.evaluate(() =>
        Object.fromEntries(
          [...document.querySelectorAll("[data-pathway]")].map((card, place) => [
            card.dataset.pathway,
            {
              place,
              priority: Number(card.dataset.priority),
              stance: card.dataset.stance,
              mode: card.dataset.mode,
              text: card.textContent,
              first: card.matches(".path.first") || card.closest(".donow") !== null,
            },
          ]),
        ),
      ),
    /** The ids of what is held back, with why. */
    heldBack: () =>
      page.evaluate(() =>
        Object.fromEntries([...document.querySelectorAll("[data-withheld]")].map((card) => [card.dataset.withheld, card.dataset.why])),
      ),
  };
  return me;
}

let visits = 0;

/** The steps that have screens of their own. */
const SCREENED = ["situation", "identify", "dash"];

/** What goes on from a screen, or back. */
const ways = (way) => (way === "next" ? '#app [data-action="next"], #app [data-action="skip"]' : '#app [data-action="back"]');

/** Runs in the page, where `drawn` is known. Gives back why it could not be pressed, or null. */
async function pressInPage({ selector, words }) {
  await drawn();
  const found = [...document.querySelectorAll(selector)];
  const named = found.filter((one) => words === undefined || one.textContent.trim().startsWith(words));
  const target = named.map((one) => one.closest("label") ?? one).find((one) => one.checkVisibility());
  if (!target) return named.length ? "out of sight" : "not there";
  target.scrollIntoView({ block: "center" });
  // The pointer comes onto the page before it presses: that lifts the curtain.
  dispatchEvent(new PointerEvent("pointermove"));
  const [box] = target.getClientRects();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  if (!target.contains(top)) return `under ${top?.outerHTML.slice(0, 80)}`;
  target.click();
  await drawn();
  return null;
}
