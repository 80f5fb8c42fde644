// What can be told from what on a picture: contrast as WCAG reckons it, between two pictures of the same place.
import { picture } from "./png.mjs";

/** The relative luminance of a pixel. */
function luminance(rgba, at) {
  const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(rgba[at]) + 0.7152 * part(rgba[at + 1]) + 0.0722 * part(rgba[at + 2]);
}

const ratio = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** How many pixels in a box `{ x, y, width, height }` changed by a contrast of 3:1 or more from one PNG to the next. */
export function changed(before, after, box) {
  const [one, other] = [picture(before), picture(after)];
  if (one.width !== other.width || one.height !== other.height) throw new Error("two pictures of different sizes");
  const inside = (from, length, limit) => [Math.max(0, Math.floor(from)), Math.min(limit, Math.ceil(from + length))];
  const [[left, right], [top, bottom]] = [inside(box.x, box.width, one.width), inside(box.y, box.height, one.height)];
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = 4 * (y * one.width + x);
      if (ratio(luminance(one.rgba, at), luminance(other.rgba, at)) >= 3) count++;
    }
  }
  return count;
}

/** The best contrast between the pixels along the left edge of a box and what lies `out` pixels beside it. */
export function edge(png, box, out = 4) {
  const { width, rgba } = picture(png);
  const y = Math.round(box.y + box.height / 2);
  const at = (x) => luminance(rgba, 4 * (y * width + x));
  const ground = at(Math.round(box.x) - out);
  return Math.max(...[-1, 0, 1, 2].map((step) => ratio(ground, at(Math.round(box.x) + step))));
}
