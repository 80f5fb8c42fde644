// R25: the headers are those of the golden file to the letter, and name exactly the scripts and the style of the page.
import { expectedHeaders, faults, inMeta } from "../lib/golden.mjs";
import { builtPage, serve } from "../lib/planted.mjs";
import { builtHeaders } from "../lib/server.mjs";
import { ready, sleep } from "../lib/steps.mjs";

/** What is wrong with a page and the headers that came with it. */
function wrong(page, sent) {
  const expected = expectedHeaders("index.html", page);
  const [[, policy]] = expected;
  const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1];
  const runs = [...page.matchAll(/<script\b([^>]*)>/g)].map(([, attributes]) => attributes.trim());
  const strange = runs.filter((attributes) => attributes !== "" && !/^type="(text\/plain|application\/(json|octet-stream))" (id="[\w-]+"|data-part)$/.test(attributes));
  return [
    ...faults(sent, expected),
    ...(meta === inMeta(policy) ? [] : ["the policy in the page is not that of the headers"]),
    ...strange.map((attributes) => `a script that no sum covers: ${attributes}`),
    ...(/\s(style|on[a-z]+)="/.test(page.replace(/<script[^]*?<\/script>/g, "")) ? ["a style or a handler in an attribute"] : []),
  ];
}

/** The headers and the page as a server gives them. */
async function fetched(origin) {
  const response = await fetch(`${origin}/`);
  return { page: await response.text(), sent: [...response.headers] };
}

/** True when the program comes up in the browser. */
const runs = (stage, origin) =>
  stage.fresh(async (page) => {
    page.start(`${origin}/`);
    return Promise.race([ready(page).then(() => true, () => false), sleep(4000).then(() => false)]);
  });

/** One byte of a script changed, under the headers as they were: the check must tell, and the browser must not run it. */
async function plant(stage) {
  const page = await builtPage();
  const changed = page.replace('const TITLE = "Notes"', 'const TITLE = "Botes"');
  if (changed === page) throw new Error("nothing was changed");
  const server = await serve(changed, await builtHeaders());
  try {
    const { page, sent } = await fetched(server.origin);
    return { told: wrong(page, sent), ran: await runs(stage, server.origin) };
  } finally {
    server.close();
  }
}

export const R25 = {
  id: "R25",
  what: "The headers, to the letter",
  target: "equal to the golden file; the policy in the page is their subset; the sum of each inline script is the one named",
  quick: {},
  whole: {},
  async prove(stage) {
    const { page, sent } = await fetched(stage.tool.origin);
    const found = wrong(page, sent);
    const ran = await runs(stage, stage.tool.origin);
    const planted = await plant(stage);
    return {
      done: `the page as its \`_headers\` file has it served, held against fixtures/headers.txt, and opened in the browser; real web servers are tried by servers.test.mjs`,
      ours: `${found.length} differences${found.length ? `: ${found.join("; ")}` : ""}; the program ${ran ? "runs" : "does not run"}`,
      met: found.length === 0 && ran,
      control: `one byte of a script changed: ${planted.told.length} differences (${planted.told.map((one) => one.slice(0, 60)).join("; ")}); the program ${planted.ran ? "runs" : "does not run"}`,
      caught: planted.told.length > 0 && !planted.ran,
    };
  },
};
