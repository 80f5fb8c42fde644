// Firefox's packed JSON (sessions, pings, lists): a mark, the length, then one LZ4 block.
import lz4 from "lz4js";

const MARK = Buffer.from("mozLz40\0");
const HEAD = MARK.length + 4;
const MOST = 256 << 20;

export const isMozLz4 = (bytes) => bytes.length >= HEAD && bytes.subarray(0, MARK.length).equals(MARK);

/** What was packed, or as much of it as a file that breaks off still holds. */
export function unpackMozLz4(bytes) {
  const length = Math.min(bytes.readUInt32LE(MARK.length), MOST);
  const unpacked = Buffer.alloc(length);
  const got = lz4.decompressBlock(bytes, unpacked, HEAD, bytes.length - HEAD, 0);
  return unpacked.subarray(0, Math.min(got, length));
}

export function packMozLz4(bytes) {
  const head = Buffer.alloc(HEAD);
  MARK.copy(head);
  head.writeUInt32LE(bytes.length, MARK.length);
  const packed = Buffer.alloc(lz4.compressBound(bytes.length));
  const length = lz4.compressBlock(bytes, packed, 0, bytes.length, new Uint32Array(1 << 16));
  return Buffer.concat([head, packed.subarray(0, length)]);
}
