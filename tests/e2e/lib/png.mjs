// The pixels of a PNG picture as browsers make them: 8 bits, RGB or RGBA, not interlaced.
import { inflateSync } from "node:zlib";

/** The whole picture: `{ width, height, rgba }`, four bytes for each pixel. */
export function picture(png) {
  const parts = [];
  let width, height, size;
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const kind = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    if (kind === "IHDR") {
      [width, height, size] = [body.readUInt32BE(0), body.readUInt32BE(4), { 2: 3, 6: 4 }[body[9]]];
      if (!size || body[8] !== 8 || body[12] !== 0) throw new Error("a kind of PNG not read here");
    } else if (kind === "IDAT") {
      parts.push(body);
    }
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const row = raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1));
    for (let x = 0; filter && x < stride; x++) {
      const left = x < size ? 0 : row[x - size];
      if (filter === 1) row[x] += left;
      else if (filter === 2) row[x] += above[x];
      else if (filter === 3) row[x] += (left + above[x]) >> 1;
      else row[x] += paeth(left, above[x], x < size ? 0 : above[x - size]);
    }
    for (let x = 0; x < width; x++) {
      for (let part = 0; part < 3; part++) rgba[4 * (y * width + x) + part] = row[size * x + part];
    }
    above = row;
  }
  return { width, height, rgba };
}

/** Each pixel as one number, row by row. */
export function* pixels(png) {
  const { rgba } = picture(png);
  for (let at = 0; at < rgba.length; at += 4) yield (rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2];
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
