// The headers as they must be, worked out here from the page itself, and what differs from them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

const text = await readFile(new URL("../fixtures/headers.txt", import.meta.url), "utf8");
const pairs = (lines) => lines.map((line) => /^([^:]+): (.*)$/.exec(line).slice(1));
const golden = new Map(
  text
    .split(/^\[/m)
    .slice(1)
    .map((part) => part.split("\n").filter((line) => line && !line.startsWith("#")))
    .map(([file, ...lines]) => [file.slice(0, -1), pairs(lines)]),
);

/** What any server may add by itself: none of it tells who asked, or lets anything be kept. */
const USUAL = new Set(
  "accept-ranges connection content-length content-type date etag keep-alive last-modified server transfer-encoding vary".split(" "),
);

// A script that stands there several times is named once.
const sums = (page, element) => {
  const texts = new Set([...page.matchAll(new RegExp(`<${element}>([^]*?)</${element}>`, "g"))].map(([, inside]) => inside));
  return [...texts].map((inside) => `'sha256-${createHash("sha256").update(inside).digest("base64")}'`).join(" ");
};

/** The headers of a page, from its file name and its text. */
export function expectedHeaders(file, page) {
  assert.ok(golden.has(file), `fixtures/headers.txt does not name ${file}`);
  const fill = (value) => value.replace("<scripts>", () => sums(page, "script")).replace("<style>", () => sums(page, "style"));
  return golden.get(file).map(([name, value]) => [name, fill(value)]);
}

/** Everything in which a response's headers differ, in words; none when each is there once and to the letter. */
export function faults(sent, expected) {
  const found = [];
  const ours = new Set();
  for (const [name, value] of expected) {
    ours.add(name.toLowerCase());
    const here = sent.filter(([other]) => other.toLowerCase() === name.toLowerCase());
    if (here.length === 0) found.push(`${name} is missing`);
    else if (here.length > 1) found.push(`${name} is there ${here.length} times`);
    else if (here[0][1] !== value) found.push(`${name} is changed: ${here[0][1]}`);
  }
  const others = sent.filter(([name]) => !ours.has(name.toLowerCase()) && !USUAL.has(name.toLowerCase()));
  return [...found, ...others.map(([name]) => `${name} is not ours`)];
}

/** A policy as far as a meta element can carry it. */
export const inMeta = (policy) =>
  policy
    .split("; ")
    .filter((directive) => !/^(frame-ancestors|sandbox|report-uri)\b/.test(directive))
    .join("; ");
