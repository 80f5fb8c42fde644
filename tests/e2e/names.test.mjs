// What a screen reader is told of the parts of a page: a group by its question, a list as a list, a landmark by the heading
// in it, a status only where there is one, and an error message that is there.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import { enter, inputs } from "./lib/drive.mjs";
import { FILLED } from "./lib/filled.mjs";
import { HANG } from "./lib/limits.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { layOut, leaveOut, openFolds, withDrawn } from "./lib/steps.mjs";

const PLACES = ["start", "tonight", "situation", "identify", "dash", "next-steps", "record", "own-life", "service-check", "settings", "policy", "about", "workshop:guide", "workshop:practice", "workshop:tally", "workshop:board"];

/** Runs in the page. */
function faults() {
  const found = [];
  const say = (what, one) => found.push(`${what}: ${one.outerHTML.slice(0, 140)}`);
  const seen = (one) => one.checkVisibility();
  const words = (id) => document.getElementById(id)?.textContent ?? "";
  const name = (one) => one.getAttribute("aria-labelledby")?.split(" ").map(words).join(" ") ?? one.getAttribute("aria-label") ?? one.querySelector(":scope > legend")?.textContent ?? "";
  const groups = [...document.querySelectorAll("#app :is(fieldset, [role=group])")].filter(seen);
  const named = Map.groupBy(groups, (one) => name(one).trim());
  for (const [name, all] of named) if (!name || all.length > 1) say(`${all.length} groups named “${name}”`, all[0]);
  for (const list of document.querySelectorAll("#app :is(ul, ol)")) {
    if (seen(list) && getComputedStyle(list).listStyleType === "none" && list.getAttribute("role") !== "list") say("a list without its role", list);
  }
  for (const status of document.querySelectorAll("#app [role=status]")) {
    if (!seen(status)) continue;
    if (status.textContent.trim() === "") say("an empty status", status);
    if (status.querySelector("h1, h2, h3, h4, button")) say("a status with a heading or a button", status);
  }
  for (const part of document.querySelectorAll("#app section:is([aria-label], [aria-labelledby])")) {
    if (seen(part) && !part.querySelector("h1, h2, h3, h4")) say("a landmark without a heading", part);
  }
  for (const field of document.querySelectorAll("#app [aria-errormessage]")) {
    if (!document.getElementById(field.getAttribute("aria-errormessage"))) say("no such error message", field);
  }
  return found;
}

for (const layout of ["guided", "whole"]) {
  describe(`names, ${layout}`, { timeout: HANG }, () => {
    let browser, tool, page, me;

    before(async () => {
      [browser, tool] = await Promise.all([chromium.launch(), serveTool()]);
      page = await browser.newPage();
      me = await person(page).open(tool);
    });
    after(async () => {
      await browser?.close();
      tool?.close();
    });

    const go = (place) =>
      page.evaluate(withDrawn(async ({ place, layout }) => {
        const [step, part] = place.split(":");
        document.querySelector(`button[data-step="${step}"]`).click();
        await drawn();
        if (part) document.querySelector(`[data-part="${part}"]`).click();
        document.querySelector(`#app [data-layout="${layout}"][aria-pressed="false"]`)?.click();
        await drawn();
        await openFolds();
      }), { place, layout });

    for (const filled of [false, true]) {
      test(filled ? "a filled case" : "nothing answered", async () => {
        if (filled) assert.deepEqual(await enter(page, inputs(FILLED)), []);
        const found = [];
        for (const place of PLACES) {
          await go(place);
          await me.screens(async (screen) => {
            await openFolds(page);
            await layOut(page);
            for (const fault of await page.evaluate(faults)) found.push(`${place} ${screen}: ${fault}`);
            await leaveOut(page);
          });
        }
        assert.deepEqual(found, []);
      });
    }
  });
}
