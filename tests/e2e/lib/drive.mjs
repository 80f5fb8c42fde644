// Drives the page as a person would, by the names that the page contract promises.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { withDrawn } from "./steps.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Runs the command line. `WAYMARK_ASSESS` names another program. */
function run(options, input) {
  const [program, ...rest] = process.env.WAYMARK_ASSESS?.split(" ") ?? ["cargo", "run", "--quiet", "--example", "assess", "--"];
  return execFileSync(program, [...rest, ...options], { cwd: root, input, maxBuffer: 1 << 28 }).toString();
}

/** What the command line answers for these cases: the page must show the same. */
export function assess(cases) {
  const lines = cases.map((one) => JSON.stringify(one)).join("\n") + "\n";
  return run([], lines).trim().split("\n").map((line) => JSON.parse(line));
}

/** Every id that the engine can answer with. */
export const catalogue = () => JSON.parse(run(["--catalogue"], ""));

/** A case as the inputs that hold it, in the order a worker would come to them. */
export function inputs(one) {
  const list = [];
  const put = (step, name, value) => list.push({ step, name, value: String(value) });
  const values = (step, name, value) =>
    Array.isArray(value) ? value.forEach((entry) => put(step, name, entry)) : put(step, name, value);
  if (one.profile) put("settings", "profile", one.profile);
  for (const [field, value] of Object.entries(one.settings ?? {})) {
    if (value !== null) put("settings", `settings.${field}`, value);
  }
  for (const [field, value] of Object.entries(one.context ?? {})) values("situation", `context.${field}`, value);
  const dash = one.dash ?? {};
  for (const field of ["with", "heard", "judgement"]) if (dash[field]) put("dash", `dash.${field}`, dash[field]);
  for (const [item, value] of Object.entries(dash.answers ?? {})) put("dash", `dash.${item}`, value);
  const identify = one.identify ?? {};
  for (const answer of identify.answers ?? []) {
    const name = `identify.${answer.id}`;
    if (answer.who && answer.who !== "not-asked") put("identify", `${name}.who`, answer.who);
    values("identify", `${name}.sources`, answer.sources ?? []);
    if (answer.how_often) put("identify", `${name}.how_often`, answer.how_often);
    if (answer.tainted) put("identify", `${name}.tainted`, true);
    if (answer.contested) put("identify", `${name}.contested`, true);
  }
  for (const [flag, value] of Object.entries(identify.flags ?? {})) {
    if (value !== false && value !== null) put("identify", `identify.flags.${flag}`, value);
  }
  for (const field of ["survivor_is", "unsure", "second_reader"]) {
    if (identify[field] && identify[field] !== "not-said") put("identify", `identify.${field}`, identify[field]);
  }
  if (identify.judgement?.person) put("identify", "identify.judgement.person", identify.judgement.person);
  return list;
}

/** The part of a case that can be entered by name on any page: choices need their pathway, notes change nothing. */
export function enterable(one) {
  const { choices, notes, record, ...rest } = structuredClone(one);
  if (rest.identify?.answers?.length === 0) delete rest.identify.answers;
  for (const answer of rest.identify?.answers ?? []) {
    delete answer.note;
    delete answer.when;
  }
  return rest;
}

/** Enters inputs in the page and puts aside the stops that come of them; gives back those it could not find. */
export function enter(page, list) {
  return page.evaluate(withDrawn(async (list) => {
    const missing = [];
    let step = "";
    for (const { step: wanted, name, value } of list) {
      if (step !== wanted) {
        document.querySelector(`button[data-step="${wanted}"]`).click();
        await drawn();
        document.querySelector('[data-layout="whole"][aria-pressed="false"]')?.click();
        step = wanted;
      }
      await drawn();
      const chosen = document.querySelector(`input[name="${name}"][value="${value}"], button[name="${name}"][value="${value}"]`);
      if (chosen) {
        if (!chosen.checked) chosen.click();
        continue;
      }
      const typed = document.querySelector(`input[name="${name}"][type="text"], textarea[name="${name}"]`);
      if (!typed) {
        missing.push(`${wanted}: ${name}=${value}`);
        continue;
      }
      typed.value = value;
      typed.dispatchEvent(new Event("input", { bubbles: true }));
    }
    await drawn();
    for (let aside; (aside = document.querySelector('[data-stop] [data-action="stop-aside"]')); await drawn()) aside.click();
    return missing;
  }), list);
}

/** What the page shows as its results, by the attributes of the contract. */
export function shown(page) {
  return page.evaluate(withDrawn(async () => {
    const open = async (step) => {
      document.querySelector(`button[data-step="${step}"]`).click();
      await drawn();
    };
    const data = (element, names) => Object.fromEntries(names.map((name) => [name, element?.dataset[name]]));
    await open("identify");
    const identify = data(document.querySelector('[data-result="identify"]'), ["outcome", "person", "band"]);
    await open("dash");
    const names = ["yes", "lowest", "highest", "reach", "prompt", "routes"];
    const dash = data(document.querySelector('[data-result="dash"]'), names);
    await open("next-steps");
    const stop = document.querySelector('[data-step="next-steps"][data-stop]')?.dataset.stop ?? "";
    const pathways = [...document.querySelectorAll("[data-pathway]")]
      .map((card) => [card.dataset.pathway, card.dataset.priority, card.dataset.stance, card.dataset.mode ?? ""].join(" "))
      .sort();
    return { identify, dash, pathways, stop };
  }));
}

/** The same results as the engine gives them. */
export function expected(assessment) {
  const text = (value) => (value === null ? "" : String(value));
  const { identify, dash } = assessment;
  return {
    identify: { outcome: text(identify.outcome), person: text(identify.person), band: identify.band },
    dash: {
      yes: text(dash.yes),
      lowest: text(dash.lowest),
      highest: text(dash.highest),
      reach: text(dash.reach),
      prompt: dash.prompt,
      routes: dash.routes.join(" "),
    },
    pathways: assessment.pathways.map((way) => [way.id, way.priority, way.stance, way.mode ?? ""].join(" ")).sort(),
    stop: text(assessment.stop),
  };
}
