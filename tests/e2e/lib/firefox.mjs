// Firefox as it is installed, in a profile of its own, over WebDriver BiDi.
// `remote.prefs.recommended` off: the recommended ones would switch off crash restore, and so hide what it keeps.
import puppeteer from "puppeteer-core";
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { isExit, exitPage } from "./exit-site.mjs";
import { playInFirefox } from "./keys.mjs";

export const name = "Firefox";

const PREFERENCES = {
  "remote.prefs.recommended": false,
  "browser.sessionstore.resume_from_crash": true,
  "browser.shell.checkDefaultBrowser": false,
  // The panel that opens at the first download would take the next key.
  "browser.download.alwaysOpenPanel": false,
  "browser.download.panel.shown": true,
  "browser.startup.page": 0,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.aboutwelcome.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.telemetry.reportingpolicy.firstRun": false,
  "app.update.disabledForTesting": true,
  "app.normandy.enabled": false,
  "extensions.update.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
};

/**
 * `wasm: false` takes WebAssembly away, `script: false` all JavaScript. `headful` opens a real window on DISPLAY.
 * A `profile` that is named is used as it is and stays there; otherwise one is made, as a copy of FIREFOX_PROFILE where that is
 * set, and taken away. `more`: preferences.
 * `display` names another screen. `wire` is the port of `wire.mjs`, which then answers for the exit site.
 */
export async function launch({ wasm = true, script = true, headful = false, display, wire, profile: named, more = {} } = {}) {
  const profile = named ?? (await mkdtemp(join(tmpdir(), "page-test-")));
  if (!named && process.env.FIREFOX_PROFILE) await cp(process.env.FIREFOX_PROFILE, profile, { recursive: true, filter: (file) => !/\/(lock|\.parentlock)$/.test(file) });
  const downloads = await mkdtemp(join(tmpdir(), "page-test-saved-"));
  const preferences = { ...PREFERENCES, "browser.download.folderList": 2, "browser.download.dir": downloads, "javascript.options.wasm": wasm, "javascript.enabled": script, ...(wire && behind(wire)), ...more };
  const lines = Object.entries(preferences).map(([key, value]) => `user_pref("${key}", ${JSON.stringify(value)});`);
  await writeFile(join(profile, "user.js"), lines.join("\n"));
  const firefox = spawn(
    process.env.FIREFOX ?? "/usr/bin/firefox-esr",
    [...(headful ? [] : ["--headless"]), "--no-remote", "--profile", profile, "--remote-debugging-port=0", "--width=1000", "--height=700"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile, ...(display && { DISPLAY: display }) } },
  );
  const ended = once(firefox, "exit");
  const browserWSEndpoint = await endpoint(firefox);
  const browser = await puppeteer.connect({ browserWSEndpoint, protocol: "webDriverBiDi", defaultViewport: null, acceptInsecureCerts: Boolean(wire) });
  const exits = [];
  // `delay` ms before the site that Exit opens answers; with `nothing` it answers without a page, and ours stays on the screen.
  const behaviour = { delay: 0, nothing: false };
  return {
    profile,
    pid: firefox.pid,
    exits,
    behaviour,
    version: async () => (await browser.version()).replace("/", " "),
    /** A new tab; with `window`, in a window of its own. */
    newPage: async ({ window = false } = {}) => watched(await browser.newPage({ type: window ? "window" : "tab" })),
    /** The tabs that we did not open: those that the browser brought back. */
    restored: async () => (await browser.pages()).map((page) => wrap(page, downloads)),
    async close() {
      await rm(downloads, { recursive: true, force: true });
      await browser.close().catch(() => firefox.kill());
      const timer = setTimeout(() => firefox.kill("SIGKILL"), 5000);
      await ended;
      clearTimeout(timer);
      if (!named) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  /** A tab whose way out is answered by the test. */
  async function watched(page) {
    if (wire) return wrap(page, downloads);
    await page.setRequestInterception(true);
    page.on("request", async (request) => {
      if (!isExit(new URL(request.url()))) return request.continue().catch(() => {});
      exits.push({ url: request.url(), headers: request.headers(), at: Date.now() });
      if (behaviour.delay) await new Promise((done) => setTimeout(done, behaviour.delay));
      const answer = behaviour.nothing ? { status: 204 } : { status: 200, contentType: "text/html", body: exitPage };
      await request.respond(answer).catch(() => {});
    });
    return wrap(page, downloads);
  }
}

/** Preferences that send everything through the wire, what is for this machine too, and believe its certificate. */
const behind = (port) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.no_proxies_on": "",
  "network.proxy.allow_hijacking_localhost": true,
  "network.stricttransportsecurity.preloadlist": false,
  "security.cert_pinning.enforcement_level": 0,
});

async function endpoint(firefox) {
  for await (const line of createInterface({ input: firefox.stderr })) {
    const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line);
    if (found) {
      firefox.stderr.resume();
      return `${found[1]}/session`;
    }
  }
  throw new Error("Firefox ended before it could be reached");
}

function wrap(page, downloads) {
  const opened = Date.now();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  return {
    said,
    keyboard: page.keyboard,
    mouse: page.mouse,
    start(url) {
      page.goto(url, { timeout: 0 }).catch(() => {});
    },
    inject: (script) => page.evaluate(script),
    preload: (run, argument) => page.evaluateOnNewDocument(run, argument),
    play: (events) => playInFirefox((sources) => page.mainFrame().browsingContext.performActions(sources), events),
    inFrames: (run) => Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(run).catch(() => null))),
    async accessible(role) {
      const found = await page.$$(`aria/[role="${role}"]`);
      return Promise.all(found.map((element) => element.evaluate((node) => node.textContent)));
    },
    evaluate: (run, argument) => page.evaluate(run, argument),
    offline: () => page.setOfflineMode(true),
    print: () => page.pdf(),
    /** What would be printed on A4, as a PDF. */
    pdf: async () => Buffer.from(await page.pdf({ format: "A4", preferCSSPageSize: true })),
    /** What was downloaded since this tab was opened: names and texts. */
    saved: async () => {
      const names = (await readdir(downloads)).filter((name) => !name.endsWith(".part"));
      // Firefox writes under a name of its own first: a file may have been renamed since the folder was read.
      const read = async (name) => {
        const path = join(downloads, name);
        return { name, text: await readFile(path, "utf8"), at: (await stat(path)).mtimeMs };
      };
      const all = await Promise.all(names.map((name) => read(name).catch(() => ({ name, text: "", at: 0 }))));
      return all.filter(({ text, at }) => text !== "" && at >= opened).sort((one, other) => one.at - other.at);
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    async travel(steps) {
      const before = await page.evaluate(() => history.length);
      await page.evaluate((n) => history.go(n), steps).catch(() => {});
      return before > 1;
    },
    // Answers only when the page has come; the caller waits for what it wants to see.
    reload: async () => void page.reload().catch(() => {}),
    /** Brings the tab to the front. */
    front: () => page.bringToFront(),
    close: () => page.close(),
  };
}
