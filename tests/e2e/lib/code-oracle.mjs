// Participants' codes, written from the contract alone and in another way than the program: bits as text, and the check as
// what is left of a division of polynomials. `node lib/code-oracle.mjs` writes the fixture that the native tests read.
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const fixture = new URL("../../fixtures/codes.ndjson", import.meta.url);

/** A payload as numbers: `{ vignette, round, nonce, identify, judgement, routes, items }`, the items as 24 digits. */
export function encode({ version = 1, vignette, round, nonce, identify, judgement, routes, items }) {
  const wide = (number, bits) => number.toString(2).padStart(bits, "0");
  const payload = [
    wide(version, 4), wide(vignette, 8), wide(round, 1), wide(nonce, 12), wide(identify, 3), wide(judgement, 2), wide(routes, 4),
    ...[...items].map((item) => wide(Number(item), 2)),
  ].join("");
  if (payload.length !== 82) throw new Error(`${payload.length} bits`);
  // x^10 + x^9 + x^5 + x^4 + x + 1
  const divisor = 0b11000110011n;
  let rest = BigInt(`0b${payload}`) << 10n;
  for (let place = 91n; place >= 10n; place--) {
    if ((rest >> place) & 1n) rest ^= divisor << (place - 10n);
  }
  const bits = `${payload}${rest.toString(2).padStart(10, "0")}000`;
  const letters = bits.match(/.{5}/g).map((five) => LETTERS[parseInt(five, 2)]).join("");
  return letters.replace(/^(.{5})(.{5})(.{5})(.{4})$/, "$1-$2-$3-$4");
}

/** Numbers below a limit, the same ones for the same seed. */
export function chance(seed) {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A random payload of a vignette and a round, where they are given. */
export function payload(random, { vignette = 1 + random(255), round = random(2) } = {}) {
  const items = Array.from({ length: 24 }, () => random(4)).join("");
  return { vignette, round, nonce: random(4096), identify: random(8), judgement: random(4), routes: random(16), items };
}

/** The vectors of the fixture. */
export function vectors(count = 300) {
  const random = chance(20261128);
  return Array.from({ length: count }, () => {
    const one = payload(random);
    return { ...one, code: encode(one) };
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(fixture, vectors().map((one) => `${JSON.stringify(one)}\n`).join(""));
}
