// A screen for real windows where the machine has none: Xvfb, for as long as the test runs.
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Sets DISPLAY when nothing has; gives back what ends the screen again. */
export async function display() {
  if (process.env.DISPLAY) return () => {};
  const args = ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"];
  const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const [number] = await once(server.stdio[3], "data");
  process.env.DISPLAY = `:${String(number).trim()}`;
  return () => {
    delete process.env.DISPLAY;
    server.kill();
  };
}
