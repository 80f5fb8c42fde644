import { sleep, until } from "./steps.mjs";

/** What is heard of an action, where the page writes it down in `window.heard`. */
export async function heardOf(page, act) {
  await page.evaluate(() => void (window.heard.length = 0));
  await act();
  // On a busy machine it comes late; where nothing is to be heard, nothing comes in that time.
  await until(page, () => window.heard.length > 0, null, 1500).catch(() => {});
  // Also what comes too much: of that there is no event.
  await sleep(350);
  return page.evaluate(() => window.heard.slice());
}
