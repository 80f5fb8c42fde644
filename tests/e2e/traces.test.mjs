// The scanner that looks for what was left on disk: it finds a word in every kind of file, and no broken file stops it.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ClassicLevel } from "classic-level";
import { compress } from "snappyjs";
import initSqlJs from "sql.js";
import { packMozLz4 } from "./lib/traces/mozlz4.mjs";
import { scan } from "./lib/traces/scan.mjs";

const WORD = "zqsentinel4711";
/** Long and repeating, so that every packer packs it; the word itself is cut in two by a reference to the first half. */
const packable = `zqsenti, ${"and so it went on and on, ".repeat(40)} ${WORD} ${"and so it went on and on, ".repeat(40)}`;

describe("traces on disk", () => {
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "traces-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const write = async (path, bytes) => {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), bytes);
    return path.split("/")[0];
  };
  const look = (part, words = [WORD]) => scan(join(folder, part), words);
  const forms = async (part) => [...new Set((await look(part)).finds.map(({ form }) => form))];

  test("as it stands, in both encodings, with what follows it", async () => {
    await write("plain/a/utf8", `xx${WORD}.tail more`);
    const part = await write("plain/b/utf16", Buffer.from(`xx${WORD}.tail more`, "utf16le"));
    const { finds, files } = await look(part);
    assert.deepEqual(finds.map(({ file, text }) => [file, text]).sort(), [["a/utf8", `${WORD}.tail`], ["b/utf16", `${WORD}.tail`]]);
    assert.equal(files, 2);
  });

  test("a folder without it has none", async () => {
    assert.deepEqual(await look(await write("none/file", "nothing here")), { finds: [], files: 1, unread: [] });
  });

  test("mozLz4", async () => {
    const packed = packMozLz4(Buffer.from(packable));
    assert.ok(packed.length < packable.length / 2 && !packed.includes(WORD), "it is not packed");
    assert.deepEqual(await forms(await write("moz/recovery.jsonlz4", packed)), ["mozLz4"]);
  });

  test("LevelDB: the log, also of what was deleted, cut over two pieces", async () => {
    const database = new ClassicLevel(join(folder, "level-log"));
    // Puts the word across the border of two pieces of 32 KiB.
    await database.put("first", "x".repeat((32 << 10) - 89));
    await database.put("second", `${"y".repeat(25)}${WORD}`);
    await database.del("second");
    await database.close();
    assert.ok(!(await readLogs("level-log")).includes(WORD), "it is not cut");
    assert.deepEqual(await forms("level-log"), ["LevelDB"]);
  });

  test("LevelDB: the tables, packed; a key that shares its beginning with the one before", async () => {
    const database = new ClassicLevel(join(folder, "level"), { compression: true });
    await database.put("zqsenti", "a key");
    await database.put(WORD, "a longer key");
    await database.put("value", packable);
    await database.compactRange("a", "zz");
    await database.close();
    const [table] = await tables();
    assert.ok(!(await readFile(join(folder, "level", table))).includes(WORD), "it is not packed");
    const { finds } = await look("level");
    assert.deepEqual(finds.filter(({ file }) => file === table), [
      { file: table, form: "LevelDB", text: WORD },
    ]);
    assert.ok((await look("level", [`${WORD} and`])).finds.some(({ file }) => file === table), "the value is not found");
  });
  const tables = async () => (await readdir(join(folder, "level"))).filter((name) => name.endsWith(".ldb"));
  const readLogs = async (part) => {
    const names = (await readdir(join(folder, part))).filter((name) => name.endsWith(".log"));
    return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, part, name)))));
  };

  test("SQLite: long text over several pages, a packed blob, and UTF-16", async () => {
    const { Database } = await initSqlJs();
    for (const encoding of ["UTF-8", "UTF-16le"]) {
      const database = new Database();
      database.run(`PRAGMA encoding = '${encoding}'; PRAGMA page_size = 512; CREATE TABLE note (words TEXT, packed BLOB)`);
      for (let n = 440; n < 520; n++) database.run("INSERT INTO note VALUES (?, NULL)", ["x".repeat(n) + WORD + "y".repeat(n)]);
      database.run("INSERT INTO note VALUES (NULL, ?)", [new Uint8Array(compress(Buffer.from(packable)))]);
      const part = await write(`sqlite-${encoding}/some.sqlite`, database.export());
      database.close();
      const { finds, unread } = await look(part);
      assert.deepEqual(unread, []);
      assert.ok(finds.some(({ form }) => form === "SQLite"));
      assert.ok((await look(part, ["and so it went"])).finds.some(({ form }) => form === "SQLite"), "the blob is not unpacked");
    }
  });

  test("SQLite: what only the write-ahead log holds", async () => {
    const [bytes, log] = await withWriteAhead();
    await write("wal/some.sqlite", bytes);
    assert.deepEqual(await forms("wal"), []);
    await write("wal/some.sqlite-wal", log);
    assert.ok((await forms("wal")).includes("SQLite"));
    // One byte of another round's salt: left over, not part of the database.
    log[32 + 8] ^= 1;
    await write("wal/some.sqlite-wal", log);
    assert.ok(!(await forms("wal")).includes("SQLite"));
  });

  /** A database without the word, and a log as SQLite writes it, whose pages bring the word in. */
  async function withWriteAhead() {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run("PRAGMA page_size = 512; CREATE TABLE note (words TEXT)");
    const before = Buffer.from(database.export());
    const again = new Database(before);
    again.run("INSERT INTO note VALUES (?)", ["x".repeat(600) + WORD]);
    const whole = Buffer.from(again.export());
    [database, again].forEach((one) => one.close());
    const head = Buffer.alloc(32);
    head.writeUInt32BE(0x377f0682, 0);
    head.writeUInt32BE(512, 8);
    head.write("saltsalt", 16);
    const frames = [];
    for (let at = 0; at < whole.length; at += 512) {
      const frame = Buffer.alloc(24);
      frame.writeUInt32BE(at / 512 + 1, 0);
      frame.writeUInt32BE(at + 512 === whole.length ? whole.length / 512 : 0, 4);
      frame.write("saltsalt", 8);
      frames.push(frame, whole.subarray(at, at + 512));
    }
    return [before, Buffer.concat([head, ...frames])];
  }

  test("a file that breaks off anywhere never stops it, and is named when it could not be unpacked", async () => {
    const { Database } = await initSqlJs();
    const database = new Database();
    database.run("CREATE TABLE note (words TEXT)");
    database.run("INSERT INTO note VALUES (?)", [packable]);
    const [table] = await tables();
    const [walled, log] = await withWriteAhead();
    const whole = {
      "cut/a.jsonlz4": packMozLz4(Buffer.from(packable)),
      "cut/b.sqlite": Buffer.from(database.export()),
      "cut/c.sqlite-wal": log,
      "cut/d.ldb": await readFile(join(folder, "level", table)),
      "cut/e.log": await readLogs("level-log"),
    };
    await write("cut/c.sqlite", walled);
    await write("cut/CURRENT", "MANIFEST-1");
    database.close();
    for (const share of [0, 0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 0.99]) {
      for (const [path, bytes] of Object.entries(whole)) {
        await write(path, bytes.subarray(0, Math.floor(bytes.length * share)));
      }
      await assert.doesNotReject(look("cut"));
    }
    // The end of the table is there, its blocks are not what it says.
    const broken = Buffer.from(whole["cut/d.ldb"]);
    broken.fill(0xff, 0, broken.length - 48);
    await write("cut/d.ldb", broken);
    assert.deepEqual((await look("cut")).unread.map(({ file }) => file).filter((file) => file.endsWith(".ldb")), ["d.ldb"]);
    // The beginning of a packed session is searched, whatever became of its end.
    await write("cut/a.jsonlz4", packMozLz4(Buffer.from(WORD + packable)).subarray(0, 60));
    assert.ok((await look("cut")).finds.some(({ file }) => file === "a.jsonlz4"));
  });
});
