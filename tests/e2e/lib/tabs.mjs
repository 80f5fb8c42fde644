// Tabs that lie behind each other, as they do in a window. Playwright tells every tab of Chromium that it is in front, so
// there they are driven by puppeteer.
import puppeteer from "puppeteer-core";

/**
 * Tabs for an engine, in the browser that is open where that will do: `newPage` opens one in front of the others; each has
 * `start`, `evaluate`, `front` and `picture`. `close` closes them all.
 */
export async function openTabs(engine, opened) {
  if (engine.name === "Firefox") {
    const pages = [];
    return {
      async newPage() {
        const page = await opened.newPage();
        pages.push(page);
        return { ...page, picture: page.screenshot };
      },
      close: () => Promise.all(pages.map((page) => page.close().catch(() => {}))),
    };
  }
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    defaultViewport: null,
  });
  return {
    async newPage() {
      const page = await browser.newPage();
      return {
        start: (url) => { page.goto(url).catch(() => {}); },
        evaluate: (run, argument) => page.evaluate(run, argument),
        front: () => page.bringToFront(),
        /** Its preview is looked at in a real window (`preview.mjs`). */
        picture: null,
      };
    },
    close: () => browser.close(),
  };
}
