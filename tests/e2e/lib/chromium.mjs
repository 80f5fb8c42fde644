// Chromium as it is installed, with the back/forward cache that playwright would switch off.
import { chromium } from "playwright-core";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isExit, exitPage } from "./exit-site.mjs";
import { playInChromium } from "./keys.mjs";

export const name = "Chromium";

/** A window that has not come up after this long never does: now and then one hangs while it starts. */
const START = 90_000;

async function started(profile, options) {
  for (let tries = 3; ; tries--) {
    try {
      return await chromium.launchPersistentContext(profile, { ...options, timeout: START });
    } catch (error) {
      if (tries === 1 || error.name !== "TimeoutError") throw error;
      console.log(`${name} did not start within ${START} ms: once more`);
    }
  }
}

/**
 * `wasm: false` takes WebAssembly away, `script: false` all JavaScript. `headful` opens a real window on DISPLAY.
 * `stock` leaves out all that playwright would set, as far as it can still reach the browser.
 * A `profile` that is named is used as it is and stays there; otherwise one is made and taken away. `more`: arguments.
 * `display` names another screen. `wire` is the port of `wire.mjs`, which then answers for the exit site.
 */
export async function launch({ wasm = true, script = true, headful = false, stock = false, display, wire, profile: named, more = [] } = {}) {
  const profile = named ?? (await mkdtemp(join(tmpdir(), "page-test-")));
  const context = await started(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: !headful,
    env: { ...process.env, ...(display && { DISPLAY: display }) },
    javaScriptEnabled: script,
    // A window that is looked at from outside has the size it shows.
    viewport: display ? null : { width: 1000, height: 700 },
    ignoreDefaultArgs: stock || ["--disable-back-forward-cache"],
    args: [
      ...(stock ? ["--remote-debugging-pipe", `--user-data-dir=${profile}`, "--no-default-browser-check"] : []),
      "--no-sandbox",
      "--disable-gpu",
      "--window-size=1000,800",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(wasm ? [] : ["--js-flags=--jitless"]),
      // Loopback is what a browser would not send through a proxy.
      ...(wire ? [`--proxy-server=http://127.0.0.1:${wire}`, "--proxy-bypass-list=<-loopback>", "--ignore-certificate-errors"] : []),
      ...more,
    ],
  });
  const exits = [];
  // `delay` ms before the site that Exit opens answers; with `nothing` it answers without a page, and ours stays on the screen.
  const behaviour = { delay: 0, nothing: false };
  const answer = async (route) => {
    exits.push({ url: route.request().url(), headers: await route.request().allHeaders(), at: Date.now() });
    if (behaviour.delay) await new Promise((done) => setTimeout(done, behaviour.delay));
    const answer = behaviour.nothing ? { status: 204 } : { contentType: "text/html", body: exitPage };
    await route.fulfill(answer).catch(() => {});
  };
  if (!wire) await context.route(isExit, answer);
  return {
    profile,
    exits,
    behaviour,
    async version() {
      return `Chromium ${context.browser()?.version() ?? ""}`.trim();
    },
    /** A new tab; with `window`, in a window of its own. */
    async newPage({ window = false } = {}) {
      if (!window) return wrap(context, await context.newPage());
      const session = await context.browser().newBrowserCDPSession();
      const opened = context.waitForEvent("page");
      await session.send("Target.createTarget", { url: "about:blank", newWindow: true });
      return wrap(context, await opened);
    },
    /** The tabs that we did not open: those that the browser brought back. */
    restored: () => Promise.all(context.pages().map((page) => wrap(context, page))),
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
  const downloads = [];
  page.on("download", (download) => downloads.push(download));
  return {
    said,
    /** What was downloaded: names and texts. */
    saved: () => Promise.all(downloads.map(async (one) => ({ name: one.suggestedFilename(), text: await readFile(await one.path(), "utf8") }))),
    keyboard: page.keyboard,
    mouse: page.mouse,
    /** Starts going there; does not wait. */
    start(url) {
      page.goto(url, { waitUntil: "commit" }).catch(() => {});
    },
    /** Runs a script in the page, whatever its policy says. */
    inject: (script) => session.send("Runtime.evaluate", { expression: script }),
    /** Runs a function at the start of every page of this tab, before any script of its own. */
    preload: async (run, argument) => {
      await session.send("Page.enable");
      await session.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${run})(${JSON.stringify(argument) ?? ""})` });
    },
    /** Fingers on the screen: "touchStart", "touchMove" or "touchEnd", and where they are. */
    touch: (type, ...touchPoints) => session.send("Input.dispatchTouchEvent", { type, touchPoints }),
    /** Plays events of `keys.mjs` as real input. */
    play: (events) => playInChromium(session, events),
    /** Runs a function in each frame inside the page; a frame that shows nothing of a page gives null. */
    inFrames: (run) =>
      Promise.all(page.frames().slice(1).map((frame) => (frame.url().startsWith("http") ? frame.evaluate(run).catch(() => null) : null))),
    /** What a screen reader is given for a role: the words of each such element. */
    async accessible(role) {
      const { nodes } = await session.send("Accessibility.getFullAXTree");
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const words = (node) =>
        node.role?.value === "StaticText" ? node.name.value : (node.childIds ?? []).map((id) => words(byId.get(id))).join("");
      return nodes.filter((node) => !node.ignored && node.role?.value === role).map(words);
    },
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
    /** Slows the processor down, to a quarter with 4. */
    throttle: (rate) => session.send("Emulation.setCPUThrottlingRate", { rate }),
    /** Takes the network away. */
    offline: async () => {
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    },
    /** Makes the page as it would be printed. */
    print: () => session.send("Page.printToPDF"),
    /** "light" or "dark". */
    scheme: (value) => session.send("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value }] }),
    /** Colours that the person has chosen in place of the page's own. */
    forceColours: () => session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] }),
    /** What a press saves: its name and its bytes. */
    async savedBy(press) {
      const [file] = await Promise.all([page.waitForEvent("download", { timeout: 15_000 }), press()]);
      return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
    },
    /** Gives a file to the chooser that a press opens. */
    async choose(press, file) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser", { timeout: 15_000 }), press()]);
      await chooser.setFiles(file);
    },
    screenshot: async () => Buffer.from((await session.send("Page.captureScreenshot", { format: "png" })).data, "base64"),
    /** What would be printed, as a PDF. */
    pdf: async () => Buffer.from((await session.send("Page.printToPDF", { preferCSSPageSize: true })).data, "base64"),
    /** Steps in the history; false when there is nothing that way. */
    async travel(steps) {
      const { currentIndex, entries } = await session.send("Page.getNavigationHistory");
      const entry = entries[currentIndex + steps];
      if (entry) await session.send("Page.navigateToHistoryEntry", { entryId: entry.id });
      return Boolean(entry);
    },
    reload: () => session.send("Page.reload"),
    close: () => page.close(),
  };
}
