// LevelDB as it lies on disk, with what was deleted and not yet cleared away: logs cut into pieces, tables in packed blocks.
import { uncompress } from "snappyjs";

const PIECE = 32 << 10;
const FOOTER = 48;
const MARK = Buffer.from("57fb808b247547db", "hex");
const SNAPPY = 1;
const MOST = 64 << 20;

/** The records of a log, each in one piece again. */
export function logRecords(bytes) {
  const records = [];
  let parts = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    const piece = bytes.subarray(start, start + PIECE);
    for (let at = 0; at + 7 <= piece.length; ) {
      const length = piece.readUInt16LE(at + 4);
      const type = piece[at + 6];
      parts.push(piece.subarray(at + 7, at + 7 + length));
      at += 7 + length;
      // 1 is a whole record, 4 the last part of one; 0 fills up what is left.
      if (type === 1 || type === 4 || type === 0) {
        records.push(Buffer.concat(parts));
        parts = [];
      }
    }
  }
  return [...records, Buffer.concat(parts)];
}

export const isTable = (bytes) => bytes.length >= FOOTER && bytes.subarray(-MARK.length).equals(MARK);

/** Every entry of a table: its whole key and its value. */
export function tableEntries(bytes) {
  const footer = reader(bytes.subarray(-FOOTER));
  footer.handle(); // of the index of indexes
  return blockEntries(block(bytes, footer.handle())).flatMap(({ value }) => blockEntries(block(bytes, reader(value).handle())));
}

function block(bytes, { offset, length }) {
  const content = bytes.subarray(offset, offset + length);
  return bytes[offset + length] === SNAPPY ? uncompress(content, MOST) : content;
}

function blockEntries(content) {
  const end = content.length - 4 * (content.readUInt32LE(content.length - 4) + 1);
  if (end < 0) throw new RangeError("a block breaks off");
  const read = reader(content);
  const entries = [];
  let key = Buffer.alloc(0);
  while (read.at() < end) {
    const [shared, own, length] = [read.number(), read.number(), read.number()];
    key = Buffer.concat([key.subarray(0, shared), read.bytes(own)]);
    entries.push({ key, value: read.bytes(length) });
  }
  return entries;
}

function reader(bytes) {
  let at = 0;
  const number = () => {
    for (let value = 0, factor = 1; at < bytes.length; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    throw new RangeError("a number breaks off");
  };
  return {
    at: () => at,
    number,
    handle: () => ({ offset: number(), length: number() }),
    bytes: (length) => bytes.subarray(at, (at += length)),
  };
}
