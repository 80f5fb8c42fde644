// One round through every screen that several requirements share: what each of them has to know is gathered at once.
import { round } from "../lib/round.mjs";
import { until } from "../lib/steps.mjs";

/** The four sizes of R20. 320 × 256 is a screen of 1280 × 1024 at 400 %. */
export const VIEWPORTS = {
  "a usual screen": { width: 1000, height: 700 },
  "320 px": { width: 320, height: 640 },
  "400 %": { width: 320, height: 256 },
  "forced colours": { width: 360, height: 640, forced: true },
};

const kept = new WeakMap();

/** The survey at 400 %, made once for a stage: `{ screens, controls, calls }`. */
export function survey(stage) {
  if (!kept.has(stage)) {
    kept.set(stage, stage.fresh(async (page) => {
      await page.resize(VIEWPORTS["400 %"].width, VIEWPORTS["400 %"].height);
      await prepare(page);
      await stage.openTool(page);
      const screens = [];
      await round(page, async (name) => {
        screens.push({ name, ...(await look(page)) });
        if (screens.length % 15 === 0) stage.tell(`${screens.length} screens seen`);
      });
      const { controls, calls } = await page.evaluate(() => window.seen);
      return { screens, controls, calls };
    }));
  }
  return kept.get(stage);
}

/** Sets up what watches from before the page's first script. */
export async function prepare(page) {
  await page.preload(watchControls);
  await page.preload(watchCalls);
}

/** All that a screen shows to the requirements. */
export async function look(page) {
  const seen = await page.evaluate(lookInPage);
  return { ...seen, tabs: await tabsToExit(page) };
}

/** How many real presses of Tab it takes from the top of the page to Exit; 0 when not within three. */
async function tabsToExit(page) {
  // A heading that was just rendered takes focus a frame or two later: asked again until focus stays.
  await until(page, async () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    await new Promise((done) => setTimeout(done, 60));
    return document.activeElement === document.body;
  });
  for (let n = 1; n <= 3; n++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.id === "exit")) return n;
  }
  return 0;
}

/** Runs in the page: its exit at every scroll position, its title, icon and address, its words. */
function lookInPage() {
  const exit = document.getElementById("exit");
  const faults = [];
  const far = document.documentElement.scrollHeight - innerHeight;
  const before = scrollY;
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    scrollTo({ top: part * far, behavior: "instant" });
    const box = exit.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (top !== exit && !exit.contains(top)) faults.push(`at ${part * 100} % of the page it lies under ${top ? top.outerHTML.slice(0, 60) : "nothing that can be seen"}`);
    if (box.width < 44 || box.height < 44) faults.push(`${box.width} × ${box.height}`);
    if (box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > document.documentElement.clientWidth) faults.push("out of sight");
    if (!exit.checkVisibility({ opacityProperty: true, visibilityProperty: true })) faults.push("not visible");
  }
  scrollTo({ top: before, behavior: "instant" });
  return {
    exit: [...new Set(faults)],
    faults: window.seen?.check?.() ?? [],
    title: document.title,
    icon: document.querySelector("link[rel=icon]")?.getAttribute("href")?.slice(0, 5) ?? "",
    address: location.pathname + location.search + location.hash,
    away: [...document.querySelectorAll("a[href]")].filter((link) => link.id !== "exit").map((link) => link.getAttribute("href")),
    words: document.body.innerText,
  };
}

/** Runs before the page: looks at every control as soon as it is there, and again when an attribute of it changes. */
function watchControls() {
  const WANTED = { autocomplete: "off", spellcheck: "false", writingsuggestions: "false", translate: "no" };
  const CONTROLS = "input, textarea, select, button[name], [contenteditable]";
  const known = new WeakSet();
  const controls = { seen: 0, kinds: {}, faults: [] };
  const fault = (text) => {
    if (!controls.faults.includes(text)) controls.faults.push(text);
  };
  const judge = (control) => {
    // What came and went again before anyone could look was never on the screen.
    if (!control.isConnected) return;
    if (!known.has(control)) {
      known.add(control);
      controls.seen++;
      controls.kinds[control.type ?? control.localName] = (controls.kinds[control.type ?? control.localName] ?? 0) + 1;
    }
    const what = control.outerHTML.slice(0, 90);
    for (const name in WANTED) if (control.getAttribute(name) !== WANTED[name]) fault(`${name} is missing: ${what}`);
    if (control.form?.getAttribute("autocomplete") !== "off") fault(`in no form with autocomplete off: ${what}`);
    if (control.type === "password") fault(`a password: ${what}`);
  };
  const all = (node) => (node instanceof Element ? [...(node.matches(CONTROLS) ? [node] : []), ...node.querySelectorAll(CONTROLS)] : []);
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) (type === "attributes" ? all(target).slice(0, 1) : [...addedNodes].flatMap(all)).forEach(judge);
  }).observe(document, { subtree: true, childList: true, attributeFilter: [...Object.keys(WANTED), "type", "form"] });
  window.seen = {
    ...window.seen,
    controls,
    /** Looks at everything that is there now; gives the faults so far. */
    check() {
      document.querySelectorAll(CONTROLS).forEach(judge);
      return controls.faults;
    },
  };
}

/** Runs before the page: notes every call and listener that R23 forbids. */
function watchCalls() {
  const calls = [];
  const note = (name, holder, key) => {
    const real = holder?.[key];
    if (typeof real !== "function") return;
    holder[key] = function (...words) {
      calls.push(name);
      return Reflect.apply(real, this, words);
    };
  };
  note("pushState", History.prototype, "pushState");
  note("window.open", window, "open");
  for (const name of ["alert", "confirm", "prompt", "showModalDialog"]) note(name, window, name);
  note("showModal", HTMLDialogElement.prototype, "showModal");
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (["beforeunload", "unload"].includes(type)) calls.push(type);
    return Reflect.apply(listen, this, [type, ...rest]);
  };
  for (const type of ["beforeunload", "unload"]) {
    Object.defineProperty(window, `on${type}`, { configurable: true, set: () => calls.push(`on${type}`), get: () => null });
  }
  addEventListener("hashchange", () => calls.push("hash"));
  window.seen = { ...window.seen, calls };
}
