// What every requirement is proved on: one browser, the built page with its headers, and the naive page beside it.
import { openOutside } from "../lib/outside.mjs";
import { serveNeutral, serveTool } from "../lib/server.mjs";
import { arrive, inTab, ready, sleep } from "../lib/steps.mjs";

/**
 * Opens a stage for a browser (`lib/chromium.mjs` or `lib/firefox.mjs`); `tell` hears how far a requirement is.
 * A requirement is `{ id, what, target, quick, whole, prove }`: `prove(stage, size)` gets `quick` or `whole` as its size
 * and answers `{ done, ours, met, control, caught }`: what was done, our figure, whether it meets the target, the figure of
 * the naive page or of the planted fault, and whether that one was found to fail, as it must. A requirement of time answers
 * `works` too: that it did what it should, however long that took on a busy machine.
 */
export async function openStage(engine, tell = () => {}) {
  const [tool, neutral] = await Promise.all([serveTool(), serveNeutral()]);
  const browser = await engine.launch();
  let outside = null;
  // A requirement that throws may leave its own browsers open, and an open browser keeps this program from ending.
  const launched = new Set();
  const stage = {
    engine: {
      ...engine,
      async launch(options) {
        const own = await engine.launch(options);
        launched.add(own);
        return own;
      },
    },
    /** A browser that all requirements share. One that needs its own launches `engine`. */
    browser,
    tool,
    neutral,
    tell,

    /** Runs with a new tab, which is closed when it is over. The logs begin empty. */
    fresh(run) {
      browser.exits.length = tool.log.length = 0;
      Object.assign(browser.behaviour, { delay: 0, nothing: false });
      return inTab(browser, run);
    },
    /** Comes to the tool by a link and waits until it is up; gives `history.length` from before. */
    async openTool(page) {
      const length = await arrive(page, neutral, `${tool.origin}/`);
      await ready(page);
      return length;
    },
    /** Comes to the naive page by a link. */
    openNaive: (page) => arrive(page, neutral, `${neutral.origin}/naive`),
    /** The browser in a real window, with a real keyboard and a watched network; opened when it is first asked for. */
    outside: () => (outside ??= openOutside(engine)),

    /** Closes what a requirement has launched; to be called after each, whether it passed or threw. */
    async tidy() {
      for (const own of launched) await Promise.race([own.close().catch(() => {}), sleep(5_000)]);
      launched.clear();
    },

    async close() {
      await stage.tidy();
      await browser.close();
      await (await outside)?.close();
      tool.close();
      neutral.close();
    },
  };
  return stage;
}
