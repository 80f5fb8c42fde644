// Everything a worker can do, at a stroke each: every step, in both layouts, every question answered, every fold and
// printing view opened. Each stroke is a task of its own, and the browser has drawn before the next one begins.

import { withDrawn } from "./steps.mjs";

/** Where a walk goes, in its order; the steps that hold words only come last. */
export const STEPS = ["start", "situation", "identify", "dash", "next-steps", "record", "tonight", "own-life", "workshop", "service-check", "settings", "policy", "about"];

/**
 * Walks in the page. `answers`: also answers everything; without it only opens what there is. `hurried`: goes on without
 * waiting for each picture. Gives back what was done, each as `{ what, at }` in the time of `performance.now()`.
 */
export function walk(page, { layout, steps = STEPS, answers = false, hurried = false }) {
  return page.evaluate(withDrawn(walkInPage), { layout, steps, answers, hurried });
}

/** Runs in the page, where `drawn` is known. */
async function walkInPage({ layout, steps, answers, hurried }) {
  const done = [];
  const app = document.getElementById("app");
  const pictured = async () => {
    if (!hurried) await new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
    await drawn();
  };
  const stroke = async (what, run) => {
    await new Promise((go) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        done.push({ what, at: performance.now() });
        run();
        go();
      };
      port2.postMessage(0);
    });
    await pictured();
  };
  const press = (what, find) =>
    stroke(what, () => {
      const target = typeof find === "string" ? document.querySelector(find) : find;
      target?.click();
    });
  const LEAVE_ALONE = "[data-action=exit], [data-action=clear], [data-action=cover], [data-step], [data-layout], [name]";

  /** Answers each question that is there or comes to be there, with its last choice but "don't know". */
  const answerAll = async (where) => {
    const seen = new Set();
    for (;;) {
      const control = [...app.querySelectorAll("input, textarea, select, button[name]")].find((one) => {
        const key = one.type === "checkbox" ? `${one.name}=${one.value}` : one.name;
        return one.name && !seen.has(key) && !one.disabled;
      });
      if (!control) return;
      const { name, type, value } = control;
      seen.add(type === "checkbox" ? `${name}=${value}` : name);
      if (type === "checkbox") {
        if (!control.checked) await press(`${where}: ${name}=${value}`, control);
      } else if (type === "radio" || control.tagName === "BUTTON") {
        const rivals = [...app.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
        const wanted = rivals.find((one) => ["yes", "done", "person-1", "survivor"].includes(one.value)) ?? rivals[0];
        const on = wanted.checked || wanted.getAttribute("aria-pressed") === "true";
        if (!on) await press(`${where}: ${name}=${wanted.value}`, wanted);
      } else {
        await stroke(`${where}: types into ${name}`, () => {
          const field = app.querySelector(`[name="${CSS.escape(name)}"]`);
          if (!field) return;
          field.focus();
          field.value = type === "number" ? field.min || "14" : type === "date" ? "2026-12-01" : "What was seen and heard, in plain words. ".repeat(5);
          field.dispatchEvent(new Event("input", { bubbles: true }));
          field.dispatchEvent(new Event("change", { bubbles: true }));
        });
      }
    }
  };

  for (const step of steps) {
    const where = `${step}, ${layout}`;
    await press(`${where}: opens`, `button[data-step="${step}"]`);
    if (app.querySelector(`[data-layout="${layout}"][aria-pressed="false"]`)) {
      await press(`${where}: chooses the layout`, `[data-layout="${layout}"]`);
      await press(`${where}: opens again`, `button[data-step="${step}"]`);
    }
    for (const way of ["read-back-yes", "work-through"]) {
      if (app.querySelector(`[data-action="${way}"]`)) await press(`${where}: ${way}`, `[data-action="${way}"]`);
    }
    for (const fold of app.querySelectorAll("details:not([open]) > summary")) {
      if (fold.isConnected) await press(`${where}: unfolds ${fold.textContent.slice(0, 30)}`, fold);
    }
    // Buttons that open more in place: notes, other questions, the parts of the record.
    const pressed = new Set();
    for (;;) {
      const button = [...app.querySelectorAll("section button, form button")].find(
        (one) => !one.matches(LEAVE_ALONE) && !("next" in one.dataset) && one.getAttribute("aria-expanded") === "false" && !pressed.has(one.textContent),
      );
      if (!button) break;
      pressed.add(button.textContent);
      await press(`${where}: ${button.textContent.slice(0, 40)}`, button);
    }
    if (answers) await answerAll(where);
    // Through the screens of a guided step: a button that answers has gone on by itself.
    const on = () => app.querySelector('[data-screen] :is([data-action="next"], [data-action="skip"])');
    const screen = () => app.querySelector("[data-screen]")?.dataset.screen;
    for (let last; layout === "guided" && on() && screen() !== last; ) {
      last = screen();
      await press(`${where}: goes on from ${last}`, on());
      if (answers) await answerAll(where);
    }
    await stroke(`${where}: scrolls to the end`, () => scrollTo(0, document.documentElement.scrollHeight));
    await stroke(`${where}: scrolls to the top`, () => scrollTo(0, 0));
  }
  return done;
}
