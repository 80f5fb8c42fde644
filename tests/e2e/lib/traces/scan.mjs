// Searches all that a browser has put on disk for given words, as they stand and as each kind of file packs them.
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { uncompress } from "snappyjs";
import { isTable, logRecords, tableEntries } from "./leveldb.mjs";
import { isMozLz4, unpackMozLz4 } from "./mozlz4.mjs";
import { cells, isSqlite, readDatabase } from "./sqlite.mjs";

const MOST = 64 << 20;
const TAIL = 24;

/** A text in both encodings that browsers keep. */
export const encodings = (text) => [
  { text, encoding: "UTF-8", bytes: Buffer.from(text) },
  { text, encoding: "UTF-16", bytes: Buffer.from(text, "utf16le") },
];

/**
 * Where any of the words stands in a folder: `{ finds, files, unread }`. A find is `{ file, form, text }`, the text with
 * what directly follows it. `unread`: files of a known kind that could not be unpacked; they were searched as they stand.
 */
export async function scan(folder, words) {
  const needles = words.flatMap(encodings);
  const finds = [];
  const unread = [];
  const files = await filesIn(folder);
  for (const path of files) {
    const file = relative(folder, path);
    // A browser takes away files while it runs.
    const bytes = await readFile(path).catch(() => null);
    if (!bytes) continue;
    const look = (form, part) => finds.push(...search(part, needles).map((text) => ({ file, form, text })));
    look("as it stands", bytes);
    const { form, unpack } = kind(path, bytes, files) ?? {};
    if (!form) continue;
    try {
      for (const part of await unpack()) look(form, part);
    } catch (error) {
      unread.push({ file, form, why: error.message });
    }
  }
  return { finds: distinct(finds), files: files.length, unread };
}

/** How a file is packed, and what takes it apart; undefined for one that is not. */
function kind(path, bytes, files) {
  if (isMozLz4(bytes)) return { form: "mozLz4", unpack: () => [unpackMozLz4(bytes)] };
  if (isSqlite(bytes)) return { form: "SQLite", unpack: async () => (await cells(await readDatabase(path))).flatMap(unsnapped) };
  if (isTable(bytes)) return { form: "LevelDB", unpack: () => tableEntries(bytes).flatMap(({ key, value }) => [key, value]) };
  const beside = path.slice(0, path.lastIndexOf("/") + 1);
  if (path.endsWith(".log") && files.includes(`${beside}CURRENT`)) return { form: "LevelDB", unpack: () => logRecords(bytes) };
  return undefined;
}

/** A cell, and what it holds if it is packed: Firefox keeps a page's storage so. */
function unsnapped(cell) {
  try {
    return [cell, uncompress(cell, MOST)];
  } catch {
    return [cell];
  }
}

function search(bytes, needles) {
  const found = [];
  for (const { text, encoding, bytes: needle } of needles) {
    const [width, name] = encoding === "UTF-8" ? [1, "latin1"] : [2, "utf16le"];
    for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, at + needle.length)) {
      const tail = bytes.subarray(at + needle.length, at + needle.length + TAIL * width).toString(name);
      found.push(text + /^[\w.@:/-]*/.exec(tail)[0]);
    }
  }
  return found;
}

const distinct = (finds) => [...new Map(finds.map((find) => [JSON.stringify(find), find])).values()];

async function filesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const lists = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return lists.flat();
}
