// The ready-made header files: each in the server it is for, every response compared to the letter.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { expectedHeaders, faults, inMeta } from "./lib/golden.mjs";
import { headersFor, hosts, parseRules } from "./lib/header-rules.mjs";
import { HANG } from "./lib/limits.mjs";
import { dist } from "./lib/server.mjs";
import { ready, until } from "./lib/steps.mjs";
import { ask, servers, serveWith } from "./lib/web-servers.mjs";

const FIRST = "index.html";
const built = (name) => readFile(join(dist, name));
const pages = (await readdir(dist)).filter((name) => name.endsWith(".html") && name !== "404.html").sort();
const expected = Object.fromEntries(
  await Promise.all(pages.map(async (page) => [page, expectedHeaders(page, await readFile(join(dist, page), "utf8"))])),
);

/** Each path, the file that comes for it, and the page whose headers it has. */
const paths = [
  { path: "/", file: FIRST, page: FIRST },
  ...pages.map((page) => ({ path: `/${page}`, file: page, page })),
  { path: "/SHA256SUMS", file: "SHA256SUMS", page: FIRST },
  { path: "/no/such/page", page: FIRST },
  { path: "/no-such-page.html", page: FIRST },
];

/** Everything that is not as it should be, of every path. */
async function wrong(origin) {
  const found = [];
  for (const { path, file, page } of paths) {
    for (const method of ["GET", "HEAD"]) {
      const { status, headers, body } = await ask(origin, path, method);
      const say = (text) => found.push(`${method} ${path}: ${text}`);
      faults(headers, expected[page]).forEach(say);
      if (status !== (file ? 200 : 404)) say(`status ${status}`);
      if (file && method === "GET" && !body.equals(await built(file))) say("the body is not the file");
      const type = headers.filter(([name]) => name.toLowerCase() === "content-type").map(([, value]) => value);
      if (file?.endsWith(".html") && type.join() !== "text/html; charset=utf-8") say(`type ${type}`);
    }
  }
  return found;
}

/** Runs with a server, and ends it. */
async function using(server, options, run) {
  const { origin, close } = await serveWith(server, options);
  try {
    return await run(origin);
  } finally {
    await close();
  }
}

for (const server of servers) {
  describe(`${server.name} with ${server.file}`, { timeout: HANG }, () => {
    test("every response has every header once and to the letter, and every file comes as it is", () =>
      using(server, {}, async (origin) => assert.deepEqual(await wrong(origin), [])));

    if (server.name !== "Caddy") {
      test("nothing doubles where the server sets headers of its own", async () => {
        const own = [
          ["X-Content-Type-Options", "nosniff"],
          ["Cache-Control", "max-age=600"],
          ["Content-Security-Policy", "default-src 'self'"],
        ];
        await using(server, { own }, async (origin) => assert.deepEqual(await wrong(origin), []));
        const bare = { own, edit: () => "" };
        const sent = await using(server, bare, async (origin) => (await ask(origin, "/")).headers);
        for (const header of own) assert.ok(sent.some((one) => one.join() === header.join()), `${header} was never set`);
      });
    }

    for (const [fault, edit, named] of [
      ["changed", (text) => text.replaceAll("no-referrer", "origin"), "Referrer-Policy is changed: origin"],
      ["missing", (text) => text.replaceAll(/^.*Referrer-Policy.*\n/gm, ""), "Referrer-Policy is missing"],
      ["doubled", (text) => server.add(text, "Referrer-Policy", "no-referrer"), "Referrer-Policy is there 2 times"],
      ["too many", (text) => server.add(text, "Set-Cookie", "a=b"), "Set-Cookie is not ours"],
    ]) {
      test(`a header that is ${fault} is named`, () =>
        using(server, { edit }, async (origin) => {
          const all = paths.flatMap(({ path }) => ["GET", "HEAD"].map((method) => `${method} ${path}: ${named}`));
          assert.deepEqual(await wrong(origin), all);
        }));
    }
  });
}

for (const [host, matches] of Object.entries(hosts)) {
  describe(`${host} with _headers`, () => {
    const wrongRules = (text) => {
      const { rules, ignored } = parseRules(text);
      const asked = [...paths, ...pages.map((page) => ({ path: `/${page.replace(".html", "")}`, file: page, page }))];
      const found = ignored.map((line) => `passed over: ${line}`);
      if (rules.length > 100) found.push(`${rules.length} rules`);
      for (const { path, file, page } of asked) {
        // What is not there is answered by 404.html, which has nothing that a policy would hold back.
        const due = expected[page].filter(([name]) => file || name !== "Content-Security-Policy");
        faults(headersFor(rules, matches, path), due).forEach((text) => found.push(`${path}: ${text}`));
      }
      return found;
    };

    test("every path, with and without .html, has every header once and to the letter", async () =>
      assert.deepEqual(wrongRules(await readFile(join(dist, "_headers"), "utf8")), []));

    test("a header that is changed, missing, doubled or out of place is named", async () => {
      const text = await readFile(join(dist, "_headers"), "utf8");
      const policy = /^ {2}Content-Security-Policy: .*$/m.exec(text)[0];
      for (const [planted, named] of [
        [text.replace("no-referrer", "origin"), "/: Referrer-Policy is changed: origin"],
        [text.replace(/^.*Referrer-Policy.*\n/m, ""), "/: Referrer-Policy is missing"],
        [text.replace(/^.*Referrer-Policy.*\n/m, "$&$&"), "/: Referrer-Policy is changed: no-referrer, no-referrer"],
        [`${text}/*\n${policy}\n`, `/: Content-Security-Policy is changed: ${expected[FIRST][0][1]}, ${expected[FIRST][0][1]}`],
        [text.replace("Referrer-Policy:", "Referrer Policy"), "passed over: Referrer Policy no-referrer"],
      ]) {
        assert.ok(wrongRules(planted).includes(named), named);
      }
    });
  });
}

test("404.html holds nothing that runs, loads or sends; a page does", async () => {
  const active = /<(script|style|link|form|img|a)\b| on\w+=|src=|href=/i;
  assert.doesNotMatch(await readFile(join(dist, "404.html"), "utf8"), active);
  assert.match(await readFile(join(dist, FIRST), "utf8"), active);
});

for (const engine of [chromium, firefox]) {
  describe(engine.name, { timeout: HANG }, () => {
    let browser;
    before(async () => (browser = await engine.launch()));
    after(() => browser?.close());

    /** What a page says of itself once it is up: its own policy, and whether storage answers. */
    async function opened(origin, page) {
      const tab = await browser.newPage();
      try {
        tab.start(`${origin}/${page}`);
        if (["paper.html", "rules.html"].includes(page)) await until(tab, () => document.readyState === "complete" && document.querySelector("h1") !== null);
        else await ready(tab);
        return await tab.evaluate(() => {
          const refused = (name) => {
            try {
              return !window[name];
            } catch {
              return true;
            }
          };
          return {
            policy: document.querySelector("meta[http-equiv=Content-Security-Policy]").content,
            refused: ["localStorage", "sessionStorage"].filter(refused),
            origin: self.origin,
          };
        });
      } finally {
        await tab.close();
      }
    }

    for (const server of servers) {
      test(`from ${server.name} every page comes up, under the policy it names, and storage is refused`, () =>
        using(server, {}, async (origin) => {
          for (const page of pages) {
            assert.deepEqual(
              await opened(origin, page),
              { policy: inMeta(expected[page][0][1]), refused: ["localStorage", "sessionStorage"], origin: "null" },
              page,
            );
          }
        }));
    }

    test("without the sandbox storage answers", async () => {
      const edit = (text) => text.replaceAll(/; sandbox [^"]*/g, "");
      const { refused, origin } = await using(servers[0], { edit }, (origin) => opened(origin, FIRST));
      assert.deepEqual(refused, []);
      assert.notEqual(origin, "null");
    });

    test("web.config is well-formed and names the same headers", async () => {
      const tab = await browser.newPage();
      const read = (xml) => tab.evaluate(parseConfig, xml);
      const text = await readFile(join(dist, "web.config"), "utf8");
      assert.deepEqual(wrongConfig(await read(text)), []);
      for (const [planted, named] of [
        [text.replace("no-referrer", "origin"), "Referrer-Policy is changed: origin"],
        [text.replaceAll(/^.*Referrer-Policy.*\n/gm, ""), "Referrer-Policy is missing"],
        [text.replace(/^.*add name="Referrer-Policy.*\n/m, "$&$&"), "Referrer-Policy is added twice"],
        [text.replace("</configuration>", ""), "not well-formed"],
      ]) {
        const found = wrongConfig(await read(planted));
        assert.ok(found.some((text) => text.endsWith(named)), `${named}, but: ${found}`);
      }
      await tab.close();
    });
  });
}

/** Runs in a browser: the header steps of web.config, of the whole site and of each location. */
function parseConfig(xml) {
  const config = new DOMParser().parseFromString(xml, "application/xml");
  if (config.querySelector("parsererror")) return null;
  const steps = (path) =>
    [...config.querySelectorAll(`${path} > system\\.webServer > httpProtocol > customHeaders > *`)].map((step) => [
      step.tagName,
      step.getAttribute("name"),
      step.getAttribute("value"),
    ]);
  const locations = [...config.querySelectorAll("configuration > location")].map((one) => one.getAttribute("path"));
  return {
    site: steps("configuration"),
    locations: locations.map((path) => [path, steps(`configuration > location[path="${path}"]`)]),
  };
}

/** What IIS would send for each page: a location's steps come after those of the site. Adding a name twice is an error there. */
function wrongConfig(config) {
  if (!config) return ["not well-formed"];
  const found = [];
  for (const { path, page } of paths) {
    const sent = new Map();
    const own = config.locations.filter(([location]) => path === `/${location}`).flatMap(([, steps]) => steps);
    for (const [step, name, value] of [...config.site, ...own]) {
      if (step === "remove") sent.delete(name);
      else if (sent.has(name)) found.push(`${path}: ${name} is added twice`);
      else sent.set(name, value);
    }
    faults([...sent], expected[page]).forEach((text) => found.push(`${path}: ${text}`));
  }
  return found;
}
