// Settings of an area as the link that holds them, packed, with a checksum.
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";

/** The fragment, from `#` on. */
export function settingsLink(settings) {
  const json = JSON.stringify(settings);
  const sum = createHash("sha256").update(json).digest("hex").slice(0, 8);
  return `#s=1.${deflateRawSync(json).toString("base64url")}.${sum}`;
}
