// R2: no control leaves anything for the browser to keep, correct, translate or suggest.
import { prepare, survey } from "./survey.mjs";

/** One control for each fault, put into a form of the tool: each must be found. */
async function plant(stage) {
  return stage.fresh(async (page) => {
    await prepare(page);
    await stage.openTool(page);
    return page.evaluate(async () => {
      const form = document.querySelector("#app form");
      const whole = { autocomplete: "off", spellcheck: "false", writingsuggestions: "false", translate: "no", type: "text" };
      const add = (into, without, more = {}) => {
        const control = document.createElement("input");
        for (const [name, value] of Object.entries({ ...whole, ...more })) if (name !== without) control.setAttribute(name, value);
        into.append(control);
      };
      const found = [];
      const before = () => window.seen.controls.faults.length;
      const tries = {
        "no autocomplete": () => add(form, "autocomplete"),
        "no spellcheck": () => add(form, "spellcheck"),
        "no writingsuggestions": () => add(form, "writingsuggestions"),
        "no translate": () => add(form, "translate"),
        "in no form": () => add(document.body, ""),
        "a password": () => add(form, "", { type: "password" }),
        "taken away later": () => form.querySelector("input[type=text]").setAttribute("autocomplete", "on"),
      };
      for (const [name, run] of Object.entries(tries)) {
        const known = before();
        run();
        await new Promise((done) => setTimeout(done));
        if (before() > known) found.push(name);
      }
      return { found, of: Object.keys(tries).length };
    });
  });
}

export const R2 = {
  id: "R2",
  what: "Every control keeps quiet",
  target: "every control has autocomplete, spellcheck, writingsuggestions and translate off and stands in a form with autocomplete off; no password",
  quick: {},
  whole: {},
  async prove(stage) {
    const { screens, controls } = await survey(stage);
    const kinds = Object.entries(controls.kinds).map(([kind, count]) => `${kind} ${count}`).join(", ");
    const { found, of } = await plant(stage);
    const links = [...new Set(screens.flatMap(({ away }) => away))];
    return {
      done: `every control of ${screens.length} screens, looked at as it came and as it changed (${kinds}); a link that leads anywhere but out`,
      ours: `${controls.faults.length} faults in ${controls.seen} controls${controls.faults.length ? `: ${controls.faults.slice(0, 4).join("; ")}` : ""}; ${links.length} other links`,
      met: controls.faults.length === 0 && controls.seen > 500 && links.length === 0,
      control: `${found.length} of ${of} planted controls found: ${found.join(", ")}`,
      caught: found.length === of,
    };
  },
};
