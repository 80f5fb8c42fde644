// The pages that are compared: ours, and the same form made in other ways, bundled when the figures are taken.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import { CHOICES, ITEMS } from "./peers/items.js";

const run = promisify(execFile);
const peers = new URL("peers/", import.meta.url);
const dist = process.env.WAYMARK_DIST ? new URL(`file://${process.env.WAYMARK_DIST}`) : new URL("../../../dist/", import.meta.url);
const squeeze = (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Every answer of the form of 24 items is there. */
const FORM = [{ seen: 'input[type="radio"]', count: 72, mark: "first" }];
/** The way through ours to the same 24 items; each press is made as soon as its button is there. */
const OURS = [
  { press: '[data-early="tonight"]' },
  { seen: '.screen:not([hidden]) [name="context.danger_now"]', mark: "first" },
  { seen: 'section[data-step="tonight"]', mark: "program" },
  { press: 'button[data-step="dash"]' },
  { press: '[data-layout="whole"]' },
  { seen: 'input[name^="dash."][value="yes"]', count: 24, mark: "dash" },
];
const BUNDLES = ["react.jsx", "rjsf.jsx", "surveyjs.js", "formio.js", "govuk.js"];
/** The name of each page in the tables. */
export const NAMES = {
  plain: "plain HTML",
  react: "React, by hand",
  govuk: "govuk-frontend",
  rjsf: "react-jsonschema-form",
  surveyjs: "SurveyJS",
  formio: "Form.io",
  ours: "Waymark",
  nowasm: "Waymark, nowasm.html",
};

const shell = (name, rest) => `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">\n${rest}`;

/** The form as a server of a GOV.UK service sends it. */
function govuk() {
  const radio = (id, [value, text]) =>
    `<div class="govuk-radios__item"><input class="govuk-radios__input" id="${id}-${value}" name="${id}" type="radio" value="${value}"><label class="govuk-label govuk-radios__label" for="${id}-${value}">${text}</label></div>`;
  const items = ITEMS.map(
    ({ id, label }) =>
      `<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">${label}</legend><div class="govuk-radios govuk-radios--inline" data-module="govuk-radios">${CHOICES.map((choice) => radio(id, choice)).join("")}</div></fieldset><textarea class="govuk-textarea" aria-label="Note"></textarea></div>`,
  );
  return shell("govuk", `<link rel="stylesheet" href="/govuk.css"><body class="govuk-template__body"><main class="govuk-main-wrapper">${items.join("")}</main><script type="module" src="/govuk.js"></script>`);
}

/** Bundles the other ways, with what `npm ci` put beside them. Gives all bodies by path, and what is done on each page. */
export async function makePages() {
  await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: peers });
  const out = await mkdtemp(join(tmpdir(), "bench-peers-"));
  const bodies = new Map();
  const put = (path, type, body) => bodies.set(path, { type, body: squeeze(body) });
  try {
    for (const file of BUNDLES) {
      const name = file.split(".")[0];
      await run(
        new URL("node_modules/.bin/esbuild", peers).pathname,
        [file, "--bundle", "--minify", "--jsx=automatic", '--define:process.env.NODE_ENV="production"', "--external:/assets/*", "--log-level=error", `--outfile=${join(out, `${name}.js`)}`],
        { cwd: peers },
      );
      put(`/${name}.js`, "text/javascript", await readFile(join(out, `${name}.js`)));
      put(`/${name}`, "text/html", name === "govuk" ? govuk() : shell(name, `<div id="app"></div><script src="/${name}.js"></script>`));
    }
    put("/govuk.css", "text/css", await readFile(join(out, "govuk.css")));
  } finally {
    await rm(out, { recursive: true, force: true });
  }
  put("/plain", "text/html", await readFile(new URL("plain.html", peers)));
  put("/ours", "text/html", await readFile(new URL("index.html", dist)));
  put("/nowasm", "text/html", await readFile(new URL("nowasm.html", dist)));
  const steps = Object.fromEntries(Object.keys(NAMES).map((name) => [name, name === "ours" || name === "nowasm" ? OURS : FORM]));
  return { bodies, steps };
}
