// SQLite as it lies on disk: the database with what its write-ahead log adds, read by SQLite itself.
import { readFile } from "node:fs/promises";
import initSqlJs from "sql.js";

const MARK = Buffer.from("SQLite format 3\0");
const WAL_HEAD = 32;
const FRAME_HEAD = 24;

export const isSqlite = (bytes) => bytes.subarray(0, MARK.length).equals(MARK);

/** A database with the pages that its log holds back put in their places, up to the last that was committed. */
export function withLog(bytes, log) {
  const pageSize = log.length >= WAL_HEAD ? log.readUInt32BE(8) : 0;
  const pages = new Map();
  let pending = [];
  let count = 0;
  for (let at = WAL_HEAD; pageSize && at + FRAME_HEAD + pageSize <= log.length; at += FRAME_HEAD + pageSize) {
    // The salt of an older round: what follows is left over.
    if (!log.subarray(at + 8, at + 16).equals(log.subarray(16, 24))) break;
    pending.push([log.readUInt32BE(at), log.subarray(at + FRAME_HEAD, at + FRAME_HEAD + pageSize)]);
    const size = log.readUInt32BE(at + 4);
    if (!size) continue;
    count = size;
    pending.forEach(([number, page]) => pages.set(number, page));
    pending = [];
  }
  const whole = Buffer.alloc(count ? count * pageSize : bytes.length);
  bytes.copy(whole);
  for (const [number, page] of pages) if (number <= count) page.copy(whole, (number - 1) * pageSize);
  // "No write-ahead log": there is none beside the copy.
  if (whole.length > 20) whole[18] = whole[19] = 1;
  return whole;
}

/** The bytes of a database file with its log, if it has one. */
export async function readDatabase(path) {
  const log = await readFile(`${path}-wal`).catch(() => Buffer.alloc(0));
  return withLog(await readFile(path), log);
}

/** Opens a database from its bytes, runs with it, and closes it. `all(query)` gives the rows as objects. */
export async function query(bytes, run) {
  const { Database } = await sqlite();
  const database = new Database(bytes);
  const all = (text) => {
    const rows = [];
    const statement = database.prepare(text);
    while (statement.step()) rows.push(statement.getAsObject());
    statement.free();
    return rows;
  };
  try {
    return await run(all);
  } finally {
    database.close();
  }
}

/** Every text and blob in a database, as bytes. A table that needs what this SQLite has not is left out. */
export function cells(bytes) {
  return query(bytes, (all) => {
    const tables = all("SELECT name FROM sqlite_master WHERE type = 'table'");
    return tables.flatMap(({ name }) => {
      try {
        return all(`SELECT * FROM "${name.replaceAll('"', '""')}"`).flatMap((row) => Object.values(row).flatMap(asBytes));
      } catch {
        return [];
      }
    });
  });
}

function asBytes(value) {
  if (value instanceof Uint8Array) return [Buffer.from(value)];
  return typeof value === "string" ? [Buffer.from(value)] : [];
}

let loaded;
const sqlite = () => (loaded ??= initSqlJs());
