// R22: one request brings the page, and then there is silence until the exit. The witness is a proxy that everything the
// browser sends goes through, whatever its host.
import { keepWebRtc, openDatagrams, sendByWebRtc } from "../lib/datagrams.mjs";
import { EXIT } from "../lib/exit-site.mjs";
import { serveTool } from "../lib/server.mjs";
import { arrive, atWeather, click, ready, sleep, until } from "../lib/steps.mjs";
import { walk } from "../lib/walk.mjs";

/** Where browsers go by themselves: their makers' own hosts. What goes there is told apart, and named. */
const MAKERS = {
  Chromium: /(^|\.)(google|googleapis|gstatic|gvt1|gvt2|googleusercontent|chromium)\.(com|org)$/,
  // The last one is where Firefox gets a part of its own from, some minutes after it was started.
  Firefox: /(^|\.)(mozilla|firefox|mozgcp)\.(com|org|net)$|^update\.googleapis\.com$/,
};

/** Tries to call out, as a script in the page could. What these give back proves nothing: the wire does. */
const callOut = (page) =>
  page.evaluate(async () => {
    const add = (name, more) => document.head.append(Object.assign(document.createElement(name), more));
    const attempts = [
      () => fetch("/x"),
      () => fetch("https://example.org/x"),
      () => navigator.sendBeacon("/x"),
      () => { new Image().src = "https://example.org/x.png"; },
      () => new WebSocket("wss://example.org/x"),
      () => new EventSource("/x"),
      () => import("https://example.org/x.js"),
      () => new Worker("/x.js"),
      () => add("link", { rel: "preload", as: "image", href: "https://example.org/y.png" }),
      () => add("link", { rel: "prefetch", href: "/y" }),
    ];
    for (const attempt of attempts) {
      try {
        await Promise.race([attempt(), new Promise((done) => setTimeout(done, 300))]);
      } catch (_) {}
    }
    return attempts.length;
  });

/** What no policy governs: a script could still have a connection opened, with no request on it. Measured, and told. */
async function connections(stage, outside) {
  return outside.fresh(async (page) => {
    await stage.openTool(page);
    await page.evaluate(() => {
      const add = (name, more) => document.head.append(Object.assign(document.createElement(name), more));
      add("iframe", { src: "https://example.org/" });
      add("link", { rel: "preconnect", href: "https://example.net/" });
    });
    await sleep(1000);
    return heard(outside, stage.tool, stage.engine.name).page.filter((one) => one.startsWith("CONNECT")).length;
  });
}

/**
 * A call by WebRTC, which `connect-src` does not govern and no proxy sees: the witness hears datagrams. `found` is
 * whether a script in the page finds what it needs; `sent` how many datagrams come from one that was there before the page and
 * kept it, so that only the header stands in its way.
 */
async function byWebRtc(stage, tool) {
  const witness = await openDatagrams();
  const { host, port, log } = witness;
  try {
    return await stage.fresh(async (page) => {
      await page.preload(keepWebRtc);
      await arrive(page, stage.neutral, `${tool.origin}/`);
      await ready(page);
      const found = await page.evaluate(() => ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"].some((name) => name in window));
      await page.evaluate(sendByWebRtc, { host, port, kept: true }).catch(() => {});
      return { found, sent: log.length };
    });
  } finally {
    witness.close();
  }
}

/** The fault: the page as it is, without the header that stops WebRTC. */
const withoutList = (page, headers) => ({ page, headers: headers.filter(([name]) => name !== "Connection-Allowlist") });

/** A whole visit: everything answered in each layout, handed on, covered, tried to call out, left. */
async function session(page, layouts) {
  for (const layout of layouts) await walk(page, { layout, answers: true, hurried: true });
  await page.evaluate(() => document.querySelector('button[data-step="record"]').click());
  await until(page, () => document.querySelector('[data-action="copy"]') !== null);
  await click(page, '[data-action="copy"]');
  await page.print();
  await click(page, '[data-action="cover"]');
  await click(page, '[data-action="uncover"]');
  const attempts = await callOut(page);
  await sleep(1000);
  await click(page, "#exit");
  await atWeather(page);
  await sleep(500);
  return attempts;
}

/** What went over the wire since the page was asked for: its own requests one by one, and the hosts of the browser's makers. */
function heard({ wire }, { origin }, name) {
  const all = wire.log.slice(wire.log.findIndex(({ url }) => url === `${origin}/`));
  const ofMaker = ({ url }) => MAKERS[name].test(new URL(url).hostname);
  return {
    page: all.filter((one) => !ofMaker(one)).map(({ method, url }) => `${method} ${url.replace(origin, "")}`),
    makers: [...new Set(all.filter(ofMaker).map(({ url }) => new URL(url).hostname))],
  };
}

/** The fault: no policy, and a script that counts the visit somewhere else. */
const counted = (page, headers) => ({
  page: page
    .replace(/<meta http-equiv="?Content-Security-Policy"?[^>]*>/, "")
    .replace("</body>", '<script>setTimeout(() => { new Image().src = "https://example.org/count"; }, 300)</script></body>'),
  headers: headers.filter(([header]) => !["Content-Security-Policy", "Connection-Allowlist"].includes(header)),
});

export const R22 = {
  id: "R22",
  what: "Silence after loading",
  target: "one request for the page, one for the exit with no query and no fragment, and no other; no datagram by WebRTC, where a header can stop it",
  quick: { sessions: 1, layouts: ["whole"] },
  whole: { sessions: 5, layouts: ["guided", "whole"] },
  async prove(stage, { sessions, layouts }) {
    const outside = await stage.outside();
    const { name } = stage.engine;
    const expected = ["GET /", `GET ${EXIT}`].join(", ");
    const makers = new Set();
    const other = [];
    let attempts = 0;
    for (let n = 0; n < sessions; n++) {
      const { page, makers: hosts } = await outside.fresh(async (page) => {
        await stage.openTool(page);
        attempts = await session(page, layouts);
        return heard(outside, stage.tool, name);
      });
      if (page.join(", ") !== expected) other.push(...page.slice(1));
      hosts.forEach((host) => makers.add(host));
    }
    const faulty = await serveTool(counted);
    const theirs = await outside.fresh(async (page) => {
      await arrive(page, stage.neutral, `${faulty.origin}/`);
      await ready(page);
      await sleep(1500);
      return heard(outside, faulty, name).page;
    });
    faulty.close();
    const webRtc = await byWebRtc(stage, stage.tool);
    const open = await serveTool(withoutList);
    const unlisted = await byWebRtc(stage, open);
    open.close();
    // Firefox knows no header that stops it: there the page only takes away what a script would need.
    const walled = name === "Chromium";
    const opened = await connections(stage, outside);
    const limit = opened
      ? `What the policy cannot stop here: a script put into the page can have a connection opened to a host that it names (${opened} of 2 tried), with no request on it. Ours does not`
      : "A script put into the page cannot even have a connection opened";
    return {
      done: `${sessions} whole visits (${layouts.join(" and ")} layout: everything answered, copied, printed, covered, ${attempts} ways to call out tried by a script, left), all that the browser sends seen by a proxy. Hosts of the browser's own maker are told apart: ${[...makers].join(", ") || "none"}. ${limit}`,
      ours: (other.length ? [...new Set(other)].join(", ") : `${expected}, in ${sessions} of ${sessions}`) + `; WebRTC: ${webRtc.found ? "a script in the page finds it" : "a script in the page finds none"}; one that was there before the page and kept it sends ${webRtc.sent} datagrams${walled ? "" : " (no header stops that in Firefox)"}`,
      met: !other.length && !webRtc.found && (!walled || webRtc.sent === 0),
      control: `without the header Connection-Allowlist such a script sends ${unlisted.sent} datagrams; a copy without a policy that counts its visits: ${theirs.slice(1).join(", ") || "nothing seen"}`,
      caught: theirs.some((one) => one.includes("example.org")) && unlisted.sent > 0,
    };
  },
};
