// R23: nothing that holds an exit up, and nothing that adds to the history: neither in what was built nor in what runs.
import { builtPage, program, scripts, servePlanted } from "../lib/planted.mjs";
import { atWeather, click, ready, sleep } from "../lib/steps.mjs";
import { prepare, survey } from "./survey.mjs";

/**
 * What none of the page's own scripts may say. Reading `location.hash` is allowed (the settings link is taken out of the
 * address), and so is a variable that is called `alert`: only a call counts.
 */
const FORBIDDEN = {
  beforeunload: /\b(on)?beforeunload\b/,
  unload: /\b(on)?unload\b/,
  pushState: /\bpushState\b/,
  "location.hash =": /\blocation\.hash\s*=(?!=)/,
  "window.open": /\bwindow\.open\b|(?<![.\w])open\s*\(/,
  alert: /(?<![.\w$])(window\.)?alert\s*\(/,
  confirm: /(?<![.\w$])(window\.)?confirm\s*\(/,
  prompt: /(?<![.\w$])(window\.)?prompt\s*\(/,
  showModal: /\bshowModal\b/,
};
/** Names that the program could only hold in order to reach for them through the glue. */
const NOT_IN_PROGRAM = ["beforeunload", "pushState", "showModal", "onunload"];

/** What the scripts of a page and its program say of it. */
function said(page) {
  const text = scripts(page).join("\n");
  const bytes = Buffer.concat(program(page)).toString("latin1");
  const inScripts = Object.keys(FORBIDDEN).filter((name) => FORBIDDEN[name].test(text));
  return [...inScripts, ...NOT_IN_PROGRAM.filter((name) => bytes.includes(name)).map((name) => `${name} in the program`)];
}

/** One of each, as a page might do it. `dialog` puts up with what the browser does to it. */
const PLANTED = `
  addEventListener("load", () => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    const tries = [
      () => addEventListener("beforeunload", () => {}),
      () => addEventListener("unload", () => {}),
      () => history.pushState(null, "", location.href),
      () => { location.hash = "x"; },
      () => window.open("about:blank"),
      () => alert("x"),
      () => confirm("x"),
      () => prompt("x"),
      () => dialog.showModal(),
    ];
    for (const one of tries) try { one(); } catch {}
  });
`;

/** The same page with one of each put in: what reading it finds, and what running it finds. */
async function plant(stage) {
  const planted = await servePlanted(PLANTED);
  try {
    return await stage.fresh(async (page) => {
      await prepare(page);
      // The window of a question would stop the test: it is noted, not opened.
      await page.preload(() => { for (const name of ["alert", "confirm", "prompt"]) window[name] = () => window.seen.calls.push(name); });
      page.start(`${planted.origin}/`);
      await ready(page);
      await sleep(200);
      return { read: said(planted.page), ran: [...new Set(await page.evaluate(() => window.seen.calls))] };
    });
  } finally {
    planted.close();
  }
}

export const R23 = {
  id: "R23",
  what: "Nothing stands in the way of leaving",
  target: "0 of beforeunload, unload, pushState, a hash, window.open, alert, confirm, prompt and showModal, in what was built and in what runs",
  quick: {},
  whole: {},
  async prove(stage) {
    const found = said(await builtPage());
    const { screens, calls } = await survey(stage);
    // What happens while it leaves is told on the console, which outlives the page.
    const leaving = await stage.fresh(async (page) => {
      await prepare(page);
      await page.preload(() => {
        const push = window.seen.calls.push;
        window.seen.calls.push = (name) => {
          console.log(`called ${name}`);
          return Reflect.apply(push, window.seen.calls, [name]);
        };
      });
      await stage.openTool(page);
      await click(page, "#exit");
      await atWeather(page);
      return page.said.filter((line) => line.startsWith("called "));
    });
    // Two settings links were opened by the test itself.
    const hashes = calls.filter((name) => name === "hash").slice(2);
    const ran = [...calls.filter((name) => name !== "hash"), ...hashes, ...leaving];
    const { read, ran: caughtRunning } = await plant(stage);
    const all = Object.keys(FORBIDDEN).length;
    return {
      done: `read: the page's ${scripts(await builtPage()).length} scripts, the glue among them, and the program; run: ${screens.length} screens and Exit, with every such call and listener noted. The two settings links that the test opens itself are left out`,
      ours: `${found.length} in what was built${found.length ? `: ${found.join(", ")}` : ""}; ${ran.length} while it ran${ran.length ? `: ${ran.join(", ")}` : ""}`,
      met: found.length === 0 && ran.length === 0,
      control: `one of each put in: ${read.length} of ${all} found by reading, ${caughtRunning.length} of ${all} while it ran`,
      caught: read.length === all && caughtRunning.length === all,
    };
  },
};
