// A server with a line of its own: as fast as it can, or with the delay and width of a slow one, the same for every browser.
import { createServer } from "node:http";
import { once } from "node:events";

/** Slow 4G as Chromium's own tools have it: 150 ms, 1.6 Mbit/s. */
export const LINES = {
  fast: null,
  "Slow 4G": { delay: 150, bytesPerSecond: 200_000 },
};
const TICK = 20;

/** Serves the bodies; `line` can be changed between visits, `sent` counts bytes of bodies. */
export async function serve(bodies) {
  const state = { line: null, sent: 0, free: 0 };
  const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
  /** Writes at the width of the line, which all responses share. */
  async function paced(response, body, { delay, bytesPerSecond }) {
    await sleep(delay);
    const chunk = (bytesPerSecond * TICK) / 1000;
    for (let at = 0; at < body.length && !response.destroyed; at += chunk) {
      const part = body.subarray(at, at + chunk);
      const now = performance.now();
      const from = Math.max(now, state.free);
      state.free = from + (part.length / bytesPerSecond) * 1000;
      if (state.free > now) await sleep(state.free - now);
      response.write(part);
    }
    response.end();
  }
  const server = createServer((request, response) => {
    const found = bodies.get(new URL(request.url, "http://x").pathname);
    if (!found) return response.writeHead(404).end();
    state.sent += found.body.length;
    response.writeHead(200, { "Content-Type": `${found.type}; charset=utf-8`, "Content-Encoding": "br", "Content-Length": found.body.length, "Cache-Control": "no-store" });
    if (state.line) paced(response, found.body, state.line).catch(() => response.destroy());
    else response.end(found.body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return Object.assign(state, { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() });
}
