// What a running process holds in its memory. Linux only: /proc/<pid>/maps and mem, readable by root or a forebear.
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { encodings } from "./scan.mjs";

const STRIDE = 4 << 20;
const PAGE = 4096;
const AROUND = 96;

/**
 * Where a text stands in the memory of a process: each find is `{ at, encoding, map, around }`, with the bytes around it.
 * Null when the process has ended; it throws when its memory may not be read.
 */
export function findInMemory(pid, text) {
  try {
    return search(pid, encodings(text));
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code)) return null;
    throw error;
  }
}

function search(pid, needles) {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const buffer = Buffer.alloc(STRIDE + overlap);
  const finds = [];
  const memory = openSync(`/proc/${pid}/mem`, "r");
  try {
    for (const { from, to, map } of readable(pid)) {
      for (let at = from; at < to; ) {
        const got = read(memory, buffer, Math.min(buffer.length, to - at), at);
        const bytes = buffer.subarray(0, got);
        // What begins in the overlap belongs to the next stretch.
        const end = got === buffer.length ? STRIDE : got;
        for (const { encoding, bytes: needle } of needles) {
          for (let place = bytes.indexOf(needle); place !== -1 && place < end; place = bytes.indexOf(needle, place + 1)) {
            const around = Buffer.from(bytes.subarray(Math.max(0, place - AROUND), place + needle.length + AROUND));
            finds.push({ at: at + place, encoding, map, around });
          }
        }
        at += end || PAGE;
      }
    }
  } finally {
    closeSync(memory);
  }
  return finds;
}

/** All but what a program file holds: that is mapped privately and cannot be written. */
function readable(pid) {
  return readFileSync(`/proc/${pid}/maps`, "utf8").split("\n").flatMap((line) => {
    const [, from, to, rights, map] = /^(\w+)-(\w+) (r\S*) \w+ \S+ \d+ *(.*)$/.exec(line) ?? [];
    const program = map?.startsWith("/") && /^r-.p$/.test(rights);
    return from && !program && !map.startsWith("[v") ? [{ from: parseInt(from, 16), to: parseInt(to, 16), map }] : [];
  });
}

/** A page may have gone, or be a device's: then nothing is read. */
function read(file, buffer, length, at) {
  try {
    return readSync(file, buffer, 0, length, at);
  } catch {
    return 0;
  }
}
