// R26: the policy bites. What is put into the page does not run, and nothing gets out of it.
import { listen } from "../lib/server.mjs";
import { sleep, until } from "../lib/steps.mjs";

const KINDS = ["script", "eval", "image", "fetch", "form", "frame"];

/** A server that would answer anything to anyone, and notes what it was asked for. */
const witness = () =>
  listen((request, response) => {
    const script = request.url === "/script.js";
    response.writeHead(200, {
      "Content-Type": script ? "text/javascript" : "text/html",
      "Access-Control-Allow-Origin": "*",
      "Cross-Origin-Resource-Policy": "cross-origin",
    });
    response.end(script ? "window.ran = [...(window.ran ?? []), 'script'];" : "<!doctype html><p id=there>There");
  }, "127.0.0.1");

/** Runs in the page, in a task of its own: what a debugger evaluates would be let through. */
function inject(origin) {
  return new Promise((done) => setTimeout(async () => {
    const attempt = async (run) => {
      try { await run(); } catch {}
    };
    const element = (name, more) => document.body.appendChild(Object.assign(document.createElement(name), more));
    await attempt(() => element("script", { textContent: "window.ran = [...(window.ran ?? []), 'script'];" }));
    await attempt(() => element("script", { src: `${origin}/script.js` }));
    await attempt(() => { document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\"window.ran = [...(window.ran ?? []), 'script']\">"); });
    await attempt(() => {
      document.body.setAttribute("onfocusin", "window.ran = [...(window.ran ?? []), 'script']");
      document.body.dispatchEvent(new Event("focusin"));
      document.body.removeAttribute("onfocusin");
    });
    await attempt(() => eval("window.ran = [...(window.ran ?? []), 'eval'];"));
    await attempt(() => new Function("window.ran = [...(window.ran ?? []), 'eval'];")());
    await attempt(() => { setTimeout("window.ran = [...(window.ran ?? []), 'eval'];"); });
    await attempt(() => element("img", { src: `${origin}/image` }));
    await attempt(() => { document.body.style.backgroundImage = `url(${origin}/image)`; });
    await attempt(() => fetch(`${origin}/fetch`, { mode: "no-cors" }));
    await attempt(() => { navigator.sendBeacon(`${origin}/fetch`); });
    setTimeout(() => done(window.ran ?? []), 400);
  }));
}

/** Runs in the page: sends a form away. It comes last, as it takes the page along. */
function post(origin) {
  setTimeout(() => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: `${origin}/form` });
    document.body.append(form);
    form.submit();
  });
}

/** Which of the six got through at an address, and whether the frame was asked for at all. */
async function through(stage, address, open) {
  const server = await witness();
  const framing = await listen((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(`<!doctype html><title>Frame</title><p id=outer>Outer<iframe src="${address}"></iframe>`);
  }, "localhost");
  try {
    const got = new Set();
    await stage.fresh(async (page) => {
      await open(page);
      for (const kind of await page.evaluate(inject, server.origin)) got.add(kind);
      await page.evaluate(post, server.origin);
      await sleep(500);
    });
    for (const { url } of server.log) for (const kind of KINDS) if (url.startsWith(`/${kind}`)) got.add(kind);
    await stage.fresh(async (page) => {
      page.start(`${framing.origin}/`);
      await until(page, () => document.readyState === "complete" && document.getElementById("outer") !== null);
      await sleep(500);
      const inside = await page.inFrames(() => document.getElementById("exit") !== null);
      if (inside.includes(true)) got.add("frame");
    });
    return KINDS.filter((kind) => got.has(kind));
  } finally {
    server.close();
    framing.close();
  }
}

export const R26 = {
  id: "R26",
  what: "The policy bites",
  target: "6 of 6 injections blocked",
  quick: {},
  whole: {},
  async prove(stage) {
    const ours = await through(stage, `${stage.tool.origin}/`, (page) => stage.openTool(page));
    const asked = stage.tool.log.length > 0;
    const bare = await through(stage, `${stage.neutral.origin}/naive`, (page) => stage.openNaive(page));
    return {
      done: "a script (in the page, from elsewhere, as a handler, in markup), `eval`, a picture from elsewhere, `fetch`, a form that is sent, our page in a frame: what ran was asked of the page, what got out of the log of the server it was meant for",
      ours: `${KINDS.length - ours.length} of ${KINDS.length} blocked${ours.length ? `; got through: ${ours.join(", ")}` : ""}`,
      met: ours.length === 0 && asked,
      control: `a page without a policy: ${bare.length} of ${KINDS.length} got through`,
      caught: bare.length === KINDS.length,
    };
  },
};
