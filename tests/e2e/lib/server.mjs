// Two servers on loopback: the built page with the headers it is meant to have, and a neutral site to arrive from.
import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { headersFor, hosts, parseRules } from "./header-rules.mjs";

/** The folder of the built page; `WAYMARK_DIST` names another one. */
export const dist = process.env.WAYMARK_DIST ?? fileURLToPath(new URL("../../../dist/", import.meta.url));
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** The headers of a path, as a host sends them that reads `_headers`. */
export async function builtHeaders(path = "/") {
  const { rules } = parseRules(await readFile(join(dist, "_headers"), "utf8"));
  return headersFor(rules, hosts["Cloudflare Pages"], path);
}

/** A server on loopback with a log of what it was asked for. */
export async function listen(handler, host) {
  const log = [];
  const sockets = new Set();
  const server = createServer((request, response) => {
    log.push({ method: request.method, url: request.url, headers: request.headers });
    Promise.resolve(handler(request, response)).catch((error) => response.destroy(error));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, host);
  await once(server, "listening");
  // A test that throws before it closes its server must not keep the program from ending.
  server.unref();
  return {
    origin: `http://${host}:${server.address().port}`,
    log,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}

/**
 * The built page at "/", and the others by their names. At "/stalled" it stops after the exit link and its note, at "/late"
 * before the words and the program, at "/early" after Tonight's first questions, at "/first" after the first part of the program
 * and at "/steps" after the steps of a case, until `waiting` is told to go on. Nothing else is there: any other request is a
 * fault, and stands in the log. `change` plants a fault: it gets the page and its headers and gives back other ones.
 */
export async function serveTool(change = (page, headers) => ({ page, headers })) {
  const { page, headers: first } = change(await readFile(join(dist, "index.html"), "utf8"), await builtHeaders());
  const note = page.indexOf("</span>", page.indexOf('id="exit-note"')) + "</span>".length;
  const stops = new Map([
    ["/stalled", note],
    ["/early", page.indexOf('<div class="shell-words">')],
    ["/late", page.indexOf('<script type="text/plain" id="words">')],
    ["/first", page.indexOf('<script type="text/plain" id="words-steps">')],
    ["/steps", page.indexOf('<script type="text/plain" id="words-later">')],
  ]);
  const pages = new Map(["/", ...stops.keys()].map((path) => [path, page]));
  const headers = new Map(["/", ...stops.keys()].map((path) => [path, first]));
  for (const path of ["/nowasm.html", "/paper.html", "/rules.html"]) {
    pages.set(path, await readFile(join(dist, path), "utf8"));
    headers.set(path, await builtHeaders(path));
  }
  return listen((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const sent = Object.fromEntries(headers.get(path) ?? headers.get("/"));
    response.writeHead(pages.has(path) ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", ...sent });
    if (stops.has(path)) {
      const stop = stops.get(path);
      response.write(page.slice(0, stop) + "\n");
      response.rest = () => response.end(page.slice(stop));
      waiting.push(response);
    } else {
      response.end(pages.get(path) ?? "Not here.");
    }
  }, "127.0.0.1");
}

/** Responses that stand still; `rest()` of each sends the rest. */
export const waiting = [];

/** The neutral site: "/?to=URL" has one link to there; "/naive" and the other fixtures must fail where ours passes. */
export async function serveNeutral() {
  const names = (await readdir(fixtures)).filter((name) => name.endsWith(".html"));
  const pages = new Map(await Promise.all(names.map(async (name) => [`/${name.slice(0, -".html".length)}`, await readFile(fixtures + name, "utf8")])));
  const naive = pages.get("/naive");
  return listen((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://x");
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    if (pages.has(pathname)) {
      response.end(pages.get(pathname));
    } else if (pathname === "/naive-stalled") {
      response.write(naive.slice(0, naive.indexOf("<!--rest-->")));
    } else {
      const to = searchParams.get("to") ?? "/";
      response.end(`<!doctype html><link rel=icon href=data:,><title>News</title><a id=to href="${to}">${to}</a>`);
    }
  }, "localhost");
}
