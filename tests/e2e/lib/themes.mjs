// The ways a page can be coloured, in both browsers: Chromium is told for each tab and at any time, Firefox when it is launched.
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";

export const THEMES = ["light", "dark", "forced colours"];

const PREFERENCES = {
  light: { "layout.css.prefers-color-scheme.content-override": 1 },
  dark: { "layout.css.prefers-color-scheme.content-override": 0 },
  "forced colours": { "browser.display.document_color_use": 2 },
};
const QUERIES = { light: "(prefers-color-scheme: light)", dark: "(prefers-color-scheme: dark)", "forced colours": "(forced-colors: active)" };

/** A browser that is light until it is told otherwise. */
export const launchLight = (engine) => engine.launch(engine === firefox ? { more: PREFERENCES.light } : {});

/** A new tab in a theme: of `light`, a browser by `launchLight`, where that can give one, or else of a new browser. `close` ends what is new. */
export async function inTheme(engine, theme, light) {
  const own = engine === firefox && theme !== "light" ? await engine.launch({ more: PREFERENCES[theme] }) : null;
  const page = await (own ?? light).newPage();
  if (engine === chromium) await (theme === "forced colours" ? page.forceColours() : page.scheme(theme));
  if (!(await page.evaluate((query) => matchMedia(query).matches, QUERIES[theme]))) throw new Error(`${engine.name} is not in ${theme}`);
  return { page, close: () => (own ?? page).close() };
}
