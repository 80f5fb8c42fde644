// What a browser printed, as a PDF.
import { constants, inflateSync } from "node:zlib";

/** How many pages a PDF has, and how large they are in steps of so many points; what is packed in it is unpacked. */
export function sides(pdf, step = 1) {
  const plain = pdf.toString("latin1");
  const unpacked = [...plain.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(pdf.subarray(index + length), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    } catch (_) {
      return "";
    }
  });
  const text = [plain, ...unpacked].join("\n");
  const sizes = [...text.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map(([, box]) => box.trim().split(/\s+/).slice(2).map((size) => Math.round(size / step)).join("x"));
  return { count: [...text.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length, sizes: [...new Set(sizes)] };
}
