// What a person does, in the same words for both browsers.
import { pixels } from "./png.mjs";

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Far longer than anything waited for takes: a wait ends as soon as the thing is there, and a busy machine may be slow. */
const LIMIT = 30_000;

/** Asks the page again and again, also across a change of page, until the answer is true. */
export async function until(page, run, argument, ms = LIMIT) {
  const end = Date.now() + ms;
  let last;
  while (Date.now() < end) {
    try {
      last = await page.evaluate(run, argument);
      if (last) return last;
    } catch (error) {
      last = error;
    }
    await sleep(20);
  }
  throw new Error(`waited ${ms} ms for ${run}; last: ${last}`);
}

/** Asks again and again for something outside the page, such as a file, until it is there; `what` names it in the error. */
export async function eventually(what, ask, ms = LIMIT) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) {
    const found = await ask();
    if (found) return found;
  }
  throw new Error(`waited ${ms} ms for ${what}`);
}

/**
 * Runs in the page. What was pressed has its effects before the next task; what then waits for its turn makes `#app` busy. A
 * program that broke stays so.
 */
async function drawnInPage() {
  const app = document.getElementById("app");
  await new Promise((next) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = next;
    port2.postMessage(0);
  });
  const root = document.documentElement;
  while (app?.ariaBusy === "true" && !root.classList.contains("broken")) {
    await new Promise((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        done();
      });
      watch.observe(app, { attributeFilter: ["aria-busy"] });
      watch.observe(root, { attributeFilter: ["class"] });
    });
  }
}

/** Runs in the page, where `drawn` is known. That a fold was opened is told in a later task, and its inside rendered after that. */
async function openFoldsInPage() {
  const opened = [...document.querySelectorAll("#app details:not([open])")].map(
    (fold) =>
      new Promise((told) => {
        fold.addEventListener("toggle", told, { once: true });
        fold.open = true;
      }),
  );
  await Promise.all(opened);
  await drawn();
}

/** A function that runs in the page and can call `drawn()` and `openFolds()` there, as below. */
export const withDrawn = (run) =>
  new Function("argument", `const drawn = ${drawnInPage}; const openFolds = ${openFoldsInPage}; return (${run})(argument);`);

/** Waits until all of the page is rendered: a long page takes several batches. */
export const drawn = (page) => page.evaluate(drawnInPage);

/** Opens every fold of the page and waits until what is in them is rendered. */
export const openFolds = (page) => page.evaluate(withDrawn(() => openFolds()));

/** Opens a step by its button, which is folded away on a small screen, and waits until it is rendered. */
export const openStep = (page, step) =>
  page.evaluate(
    withDrawn(async (step) => {
      document.querySelector(`button[data-step="${step}"]`).click();
      await drawn();
    }),
    step,
  );

/**
 * Waits until the page has come to rest: it is rendered, and focus and scrolling, which follow some frames later and tell nobody,
 * have had theirs.
 */
export const atRest = (page) =>
  page.evaluate(
    withDrawn(async () => {
      for (let frames = 0; frames < 6; frames++) {
        await new Promise((frame) => requestAnimationFrame(() => setTimeout(frame)));
        await drawn();
      }
    }),
  );

/** Runs with a new tab, which is closed when it is over. */
export async function inTab(browser, run) {
  const page = await browser.newPage();
  try {
    return await run(page);
  } finally {
    await page.close().catch(() => {});
  }
}

/** Comes to a page by a link on another one, as people do; gives `history.length` from before. */
export async function arrive(page, neutral, url) {
  page.start(`${neutral.origin}/?to=${encodeURIComponent(url)}`);
  await until(page, () => document.readyState === "complete" && document.getElementById("to") !== null);
  const before = await page.evaluate(() => history.length);
  // Chromium as people have it drops what is pressed before a page's first picture. Without scripts no frame tells of it.
  await Promise.race([atRest(page).catch(() => {}), sleep(2000)]);
  await click(page, "#to");
  await until(page, (to) => location.href.split("#")[0] === to && document.getElementById("exit") !== null, url);
  return before;
}

/** Waits until the program has taken the place of the first words, and not only until these are still to come. */
export const up = (page) =>
  until(page, () => document.getElementById("before") === null && document.querySelector("#app h1") !== null, null, 30_000);

/** The same, and until every part of it has come, or the page has broken off. */
export const ready = async (page) => {
  await up(page);
  await page.evaluate(withDrawn(async () => {
    await Promise.allSettled(["steps", "later"].map((name) => waymark.part(name)));
    await drawn();
  }));
};

/**
 * Lays out all of the page, also what is left out while it is off the screen: as somebody sees it who goes through it. In a sheet
 * of its own: after a rule was put into the page's, Chromium sometimes goes on with the media queries of the width before.
 */
export const layOut = (page, selector = ".drawn.drawn.drawn") =>
  page.evaluate((selector) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${selector} { content-visibility: visible; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, selector);

/** Leaves out again what `layOut` brought. */
export const leaveOut = (page) =>
  page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });

/** A real click in the middle of an element. */
export async function click(page, selector) {
  const { x, y } = await page.evaluate((selector) => {
    const element = document.querySelector(selector);
    element.scrollIntoView({ block: "nearest" });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  await page.mouse.click(x, y);
}

/** Types into the first field there is; false when the screen has none. */
export async function type(page, text) {
  const found = await page.evaluate(() => {
    const field = document.querySelector("textarea, input[type=text], input:not([type])");
    field?.focus();
    return Boolean(field);
  });
  if (found) await page.keyboard.type(text);
  return found;
}

export async function tap(page, code = "ShiftLeft") {
  await page.keyboard.down(code);
  await page.keyboard.up(code);
}

export async function tapThree(page) {
  for (let n = 0; n < 3; n++) await tap(page);
}

export const atWeather = (page, ms) => until(page, () => document.getElementById("weather") !== null, null, ms);

/**
 * From 50 ms after the press that leaves, and every 50 ms until the page is gone, the page tells what it shows.
 * It must tell by itself: while Chromium waits for another site, it answers no questions.
 */
export async function spy(page) {
  await page.evaluate(() => {
    const look = () => {
      const escape = new KeyboardEvent("keydown", { key: "Escape", code: "Escape", bubbles: true, cancelable: true });
      (document.body ?? document).dispatchEvent(escape);
      const seen = {
        text: [...(document.body?.childNodes ?? [])].map((node) => node.textContent).join("").trim(),
        elements: [...document.querySelectorAll("body *")].map((node) => [node.tagName, node.getAttribute("role")]),
        title: document.title,
        icon: document.querySelector("link[rel=icon]")?.href.slice(0, 5),
        address: location.pathname + location.search + location.hash,
        swallowed: escape.defaultPrevented,
      };
      console.log(`seen ${JSON.stringify(seen)}`);
    };
    let taps = 0;
    addEventListener("pointerup", () => setInterval(look, 50), true);
    addEventListener("keyup", () => ++taps === 3 && setInterval(look, 50), true);
  });
  return {
    /** What was told so far, once there is anything. */
    async seen(atLeast = 1) {
      const told = () => page.said.filter((line) => line.startsWith("seen ")).map((line) => JSON.parse(line.slice(5)));
      for (let n = 0; n < 200 && told().length < atLeast; n++) await sleep(10);
      return told();
    },
  };
}

/** How many colours a picture has. */
export const colours = (png) => new Set(pixels(png)).size;
