// All the network that a browser has, in one place: a proxy that every request goes through, whatever its host. It answers
// for the exit site itself, with TLS of its own, passes on what is for this machine, and refuses the rest. All is logged.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import { createServer as createTls } from "node:https";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitPage, isExit } from "./exit-site.mjs";

const clock = () => performance.timeOrigin + performance.now();
const LOCAL = ["127.0.0.1", "localhost"];

/** A key and a certificate that nobody trusts: the browser is told to take it. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  const [key, cert] = ["key", "cert"].map((name) => join(folder, name));
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync(process.env.OPENSSL ?? "openssl", ["req", ...kind, "-subj", "/CN=test", "-keyout", key, "-out", cert], { stdio: "ignore" });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}

/** Opens the wire; `port` is what a browser needs. */
export async function openWire() {
  /** Every request: `{ at, method, url, headers }`, and each connection that was refused, with only its host. */
  const log = [];
  /** How the exit site behaves: `delay` in ms, `answer` "page", "nothing" (204, as some portals do) or "refused". */
  const behaviour = { delay: 0, answer: "page" };
  const sockets = new Set();
  const keep = (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  };

  const site = createTls(certificate(), (request, response) => {
    // A connection from before it began to refuse.
    if (behaviour.answer === "refused") return request.socket.destroy();
    const url = `https://${request.headers.host}${request.url}`;
    log.push({ at: clock(), method: request.method, url, headers: request.headers });
    const answer = () => {
      if (!isExit(new URL(url))) response.writeHead(404).end();
      else if (behaviour.answer === "nothing") response.writeHead(204, { Connection: "close" }).end();
      else response.writeHead(200, { "Content-Type": "text/html", Connection: "close" }).end(exitPage);
    };
    setTimeout(answer, behaviour.delay);
  });
  const proxy = createServer((request, response) => {
    log.push({ at: clock(), method: request.method, url: request.url, headers: request.headers });
    const url = new URL(request.url);
    if (!LOCAL.includes(url.hostname)) return response.writeHead(502).end();
    const { method, headers } = request;
    const onward = ask({ host: url.hostname, port: url.port, path: url.pathname + url.search, method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  proxy.on("connect", (request, socket) => {
    keep(socket);
    if (behaviour.answer === "refused" || !isExit(new URL(`https://${request.url.replace(/:443$/, "")}/`))) {
      log.push({ at: clock(), method: "CONNECT", url: `https://${request.url}/`, headers: {} });
      return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    }
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    site.emit("connection", socket);
  });
  proxy.on("connection", keep);
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  return {
    port: proxy.address().port,
    log,
    behaviour,
    /** What has reached the exit site. */
    exits: () => log.filter(({ method, url }) => method !== "CONNECT" && isExit(new URL(url))),
    close() {
      sockets.forEach((socket) => socket.destroy());
      proxy.close();
    },
  };
}
