// A screen for real windows where the machine has none, for as long as the test runs.
import { openScreen } from "./screen.mjs";

/** Sets DISPLAY when nothing has; gives back what ends the screen again. */
export async function display() {
  if (process.env.DISPLAY) return () => {};
  const screen = await openScreen();
  process.env.DISPLAY = screen.display;
  return () => {
    delete process.env.DISPLAY;
    return screen.close();
  };
}
