// A screen of its own for real windows, with a real keyboard and mouse. What it shows is read straight from its memory,
// so that a picture takes no time and asks the browser nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, readSync, closeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WIDTH = 1280;
const HEIGHT = 900;

/** Opens a screen (Xvfb). Nobody else's windows are on it, so that no key goes astray. */
export async function openScreen() {
  const folder = await mkdtemp(join(tmpdir(), "screen-"));
  const args = ["-displayfd", "3", "-screen", "0", `${WIDTH}x${HEIGHT}x24`, "-nolisten", "tcp", "-fbdir", folder];
  const server = spawn(process.env.XVFB ?? "Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(server.stdio[3], "data");
  const display = `:${String(number).trim()}`;
  let hand = null;
  let picture = null;
  const command = (line) => {
    hand ??= spawn(process.env.XDOTOOL ?? "xdotool", ["-"], { stdio: ["pipe", "ignore", "ignore"], env: { ...process.env, DISPLAY: display } });
    hand.stdin.write(`${line}\n`);
  };
  return {
    display,
    /** Presses keys by their X names, one after the other: real ones, that the browser itself hears too. */
    press: (...keys) => command(`key --delay 0 ${keys.join(" ")}`),
    /** A real click. */
    click: (x, y) => command(`mousemove ${Math.round(x)} ${Math.round(y)} click 1`),
    /** Presses the left button, moves by so many pixels with it down, and lets go, as a hand that shakes does. */
    drag: (x, y, right, down = 0) =>
      command(`mousemove ${Math.round(x)} ${Math.round(y)} sleep 0.1 mousedown 1 sleep 0.06 mousemove_relative -- ${right} ${down} sleep 0.06 mouseup 1`),
    /** Puts the pointer somewhere. */
    point: (x, y) => command(`mousemove ${Math.round(x)} ${Math.round(y)}`),
    /** Puts the pointer off the page, beside the tabs: with no window manager, keys go to the window under it. */
    aside: () => command("mousemove 800 20"),
    /** Whether a part of the screen has one colour only: every pixel of every second row. */
    blank({ x, y, width, height }) {
      picture ??= openPicture(join(folder, "Xvfb_screen0"));
      return picture.blank(x, y, width, height);
    },
    /** Presses a key while another is held, as a hand does it: some time lies between. */
    chord: (held, key) => command(`keydown ${held} sleep 0.12 key ${key} sleep 0.05 keyup ${held}`),
    /** Moves the pointer there in a few steps, and clicks where `press` says so. */
    reach: (x, y, press = false) =>
      command(`mousemove ${Math.round(x)} ${Math.round(y) + 60} sleep 0.15 mousemove ${Math.round(x)} ${Math.round(y)} sleep 0.15${press ? " click 1" : ""}`),
    /** Whether one colour, `0xrrggbb`, is anywhere on the screen. */
    shows(colour) {
      picture ??= openPicture(join(folder, "Xvfb_screen0"));
      return picture.shows(colour);
    },
    async close() {
      hand?.stdin.end();
      picture?.close();
      server.kill();
      await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The picture as X keeps it (XWD): a header, the colour table, then rows of 32-bit pixels. */
function openPicture(path) {
  const file = openSync(path, "r");
  const header = Buffer.alloc(100);
  readSync(file, header, 0, 100, 0);
  const begins = header.readUInt32BE(0) + header.readUInt32BE(76) * 12;
  const stride = header.readUInt32BE(48);
  return {
    blank(x, y, width, height) {
      const rows = [Buffer.alloc(width * 4), Buffer.alloc(width * 4)];
      const read = (line, into) => readSync(file, into, 0, into.length, begins + line * stride + x * 4);
      read(y, rows[0]);
      rows[1].fill(rows[0].subarray(0, 4));
      // It ends at the first row that is not plain: while there is something to see this costs next to nothing.
      for (let line = y; line < y + height; line += 2) {
        read(line, rows[0]);
        if (!rows[0].equals(rows[1])) return false;
      }
      return true;
    },
    shows(colour) {
      const all = Buffer.alloc(stride * HEIGHT);
      readSync(file, all, 0, all.length, begins);
      const pixels = new Uint32Array(all.buffer, all.byteOffset, all.length / 4);
      return pixels.some((pixel) => (pixel & 0xffffff) === colour);
    },
    close: () => closeSync(file),
  };
}
