// Chromium as it is installed, with the back/forward cache that playwright would switch off.
import { chromium } from "playwright-core";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isExit, exitPage } from "./exit-site.mjs";

export const name = "Chromium";

/**
 * `wasm: false` takes WebAssembly away, `script: false` all JavaScript. `headful` opens a real window on DISPLAY.
 * A `profile` that is named is used as it is and stays there; otherwise one is made and taken away. `more`: arguments.
 */
export async function launch({ wasm = true, script = true, headful = false, profile: named, more = [] } = {}) {
  const profile = named ?? (await mkdtemp(join(tmpdir(), "page-test-")));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: !headful,
    javaScriptEnabled: script,
    viewport: { width: 1000, height: 700 },
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(wasm ? [] : ["--js-flags=--jitless"]),
      ...more,
    ],
  });
  const exits = [];
  const behaviour = { delay: 0 };
  await context.route(isExit, async (route) => {
    exits.push({ url: route.request().url(), headers: await route.request().allHeaders(), at: Date.now() });
    if (behaviour.delay) await new Promise((done) => setTimeout(done, behaviour.delay));
    await route.fulfill({ contentType: "text/html", body: exitPage }).catch(() => {});
  });
  return {
    profile,
    exits,
    behaviour,
    async version() {
      return `Chromium ${context.browser()?.version() ?? ""}`.trim();
    },
    async newPage() {
      return wrap(context, await context.newPage());
    },
    async close() {
      await context.close();
      if (!named) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function wrap(context, page) {
  const session = await context.newCDPSession(page);
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  return {
    said,
    keyboard: page.keyboard,
    mouse: page.mouse,
    /** Starts going there; does not wait. */
    start(url) {
      page.goto(url, { waitUntil: "commit" }).catch(() => {});
    },
    /** Runs a script in the page, whatever its policy says. */
    inject: (script) => session.send("Runtime.evaluate", { expression: script }),
    /** Runs a function in the page: straight over the protocol, which also reaches a page brought back from the cache. */
    async evaluate(run, argument) {
      const expression = `(${run})(${JSON.stringify(argument) ?? ""})`;
      const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    resize: (width, height) =>
      session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false }),
    /** "light" or "dark". */
    scheme: (value) => session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] }),
    screenshot: async () => Buffer.from((await session.send("Page.captureScreenshot", { format: "png" })).data, "base64"),
    /** Steps in the history; false when there is nothing that way. */
    async travel(steps) {
      const { currentIndex, entries } = await session.send("Page.getNavigationHistory");
      const entry = entries[currentIndex + steps];
      if (entry) await session.send("Page.navigateToHistoryEntry", { entryId: entry.id });
      return Boolean(entry);
    },
    close: () => page.close(),
  };
}
