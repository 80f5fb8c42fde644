// Settings of an area as the link that holds them, packed, with a checksum.
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { until, withDrawn } from "./steps.mjs";

/** The fragment, from `#` on. */
export function settingsLink(settings) {
  const json = JSON.stringify(settings);
  const sum = createHash("sha256").update(json).digest("hex").slice(0, 8);
  return `#s=1.${deflateRawSync(json).toString("base64url")}.${sum}`;
}

/** Opens a settings link in this tab, without an entry in the history of its own. */
export const openLink = (page, fragment) =>
  page.evaluate(
    withDrawn(async (fragment) => {
      // The page listens, too, and did so first.
      const told = new Promise((done) => addEventListener("hashchange", done, { once: true }));
      location.replace(fragment);
      await told;
      await drawn();
    }),
    fragment,
  );

/** Says yes to settings that are asked about, once they are. */
export async function useSettings(page) {
  await until(page, () => document.querySelector('[data-action="use-settings"]') !== null);
  await page.evaluate(() => document.querySelector('[data-action="use-settings"]').click());
}
