// A keyboard and a mouse as lists of single events, so that the same list can be played in either browser as real input
// or, where the browser's protocol cannot make it, as events written in the page.
//
// An event is `{ down: code, repeat? }`, `{ up: code }`, `{ mouse: "move" | "down" | "up", x, y }`, `{ wheel: pixels, x, y }`,
// `{ compose: text }` or `{ commit: text }`. `key` puts another key name in place of the usual one, as an input method does.

const plain = (codes, keys) => codes.map((code, place) => [code, { key: keys[place], shifted: keys[place].toUpperCase() }]);
const letters = [..."abcdefghijklmnopqrstuvwxyz"];

/** Each key by its `code`: what it writes alone and with Shift, its number, and its name in WebDriver. */
export const KEYS = Object.fromEntries([
  ...plain(letters.map((letter) => `Key${letter.toUpperCase()}`), letters).map(([code, key]) => [code, { ...key, number: key.shifted.charCodeAt(0) }]),
  ...[..."0123456789"].map((digit) => [`Digit${digit}`, { key: digit, shifted: ')!"£$%^&*('[digit], number: 48 + Number(digit) }]),
  ...[["Comma", ",", "<", 188], ["Period", ".", ">", 190], ["Slash", "/", "?", 191], ["Quote", "'", "@", 222], ["Semicolon", ";", ":", 186], ["Minus", "-", "_", 189], ["Space", " ", " ", 32]]
    .map(([code, key, shifted, number]) => [code, { key, shifted, number }]),
  ...[["Enter", 13, "\uE007"], ["Backspace", 8, "\uE003"], ["Tab", 9, "\uE004"], ["Delete", 46, "\uE017"], ["Home", 36, "\uE011"], ["End", 35, "\uE010"], ["Escape", 27, "\uE00C"], ["ArrowLeft", 37, "\uE012"], ["ArrowUp", 38, "\uE013"], ["ArrowRight", 39, "\uE014"], ["ArrowDown", 40, "\uE015"]]
    .map(([code, number, driver]) => [code, { key: code, number, driver }]),
  ...[["Shift", 16, "\uE008", "\uE050"], ["Control", 17, "\uE009", "\uE051"], ["Alt", 18, "\uE00A", "\uE052"], ["Meta", 91, "\uE03D", "\uE053"]].flatMap(([key, number, left, right]) => [
    [`${key}Left`, { key, number, driver: left, modifier: true, location: 1 }],
    [`${key}Right`, { key, number, driver: right, modifier: true, location: 2 }],
  ]),
]);

/** A key pressed and let go. */
export const stroke = (code) => [{ down: code }, { up: code }];
/** Something done while a key is held. */
export const held = (code, inside) => [{ down: code }, ...inside, { up: code }];
export const clickAt = (x, y) => [{ mouse: "move", x, y }, { mouse: "down", x, y }, { mouse: "up", x, y }];

/** Adds to each event what depends on the keys that are held: its `name` (the `key` of the event) and the modifiers. */
export function resolve(events) {
  const pressed = new Set();
  return events.map((event) => {
    const code = event.down ?? event.up;
    if (event.down) pressed.add(code);
    if (event.up) pressed.delete(code);
    const on = Object.fromEntries(["Shift", "Control", "Alt", "Meta"].map((key) => [key, pressed.has(`${key}Left`) || pressed.has(`${key}Right`)]));
    const { key, shifted = key } = KEYS[code] ?? {};
    return { ...event, name: event.key ?? (on.Shift ? shifted : key), on };
  });
}

/** Plays resolved events through Chromium's own input, as if they came from the keyboard. */
export async function playInChromium(session, events) {
  // They are sent one behind the other and arrive in order; waiting for each would take a picture's time each.
  const sent = [];
  const send = (command, what) => sent.push(session.send(command, what));
  for (const event of events) {
    const modifiers = Number(event.on.Alt) + 2 * Number(event.on.Control) + 4 * Number(event.on.Meta) + 8 * Number(event.on.Shift);
    if (event.down || event.up) {
      const code = event.down ?? event.up;
      const { number, location = 0 } = KEYS[code];
      const writes = event.down && event.name.length === 1 && !(event.on.Control || event.on.Alt || event.on.Meta);
      const text = event.name === "Enter" ? "\r" : writes ? event.name : undefined;
      const type = event.up ? "keyUp" : text === undefined ? "rawKeyDown" : "keyDown";
      send("Input.dispatchKeyEvent", {
        type, modifiers, location, text, code: event.code ?? code, key: event.name, autoRepeat: Boolean(event.repeat),
        windowsVirtualKeyCode: event.name === "Process" ? 229 : number,
      });
    } else if (event.mouse) {
      const { x, y } = event;
      const type = { move: "mouseMoved", down: "mousePressed", up: "mouseReleased" }[event.mouse];
      const button = event.mouse === "move" ? "none" : "left";
      send("Input.dispatchMouseEvent", { type, x, y, modifiers, button, buttons: event.mouse === "down" ? 1 : 0, clickCount: 1 });
    } else if (event.wheel) {
      // Not waited for: a page that cannot scroll that way answers late.
      session.send("Input.dispatchMouseEvent", { type: "mouseWheel", x: event.x, y: event.y, deltaX: 0, deltaY: event.wheel, modifiers }).catch(() => {});
    } else if (event.compose) {
      send("Input.imeSetComposition", { text: event.compose, selectionStart: event.compose.length, selectionEnd: event.compose.length });
    } else {
      send("Input.insertText", { text: event.commit });
    }
  }
  await Promise.all(sent);
}

/** Plays resolved events through WebDriver BiDi in one batch; `perform` takes its list of sources. */
export async function playInFirefox(perform, events) {
  const wait = { type: "pause", duration: 0 };
  const ticks = events.map((event) => {
    const { x, y } = event;
    if (event.down) return { key: { type: "keyDown", value: KEYS[event.down].driver ?? KEYS[event.down].key } };
    if (event.up) return { key: { type: "keyUp", value: KEYS[event.up].driver ?? KEYS[event.up].key } };
    if (event.mouse === "move") return { pointer: { type: "pointerMove", x, y } };
    if (event.mouse) return { pointer: { type: event.mouse === "down" ? "pointerDown" : "pointerUp", button: 0 } };
    return { wheel: { type: "scroll", x, y, deltaX: 0, deltaY: event.wheel } };
  });
  const source = (type) => ({ type, id: `hand-${type}`, actions: ticks.map((tick) => tick[type] ?? wait) });
  await perform(["key", "pointer", "wheel"].map(source));
}

/** Writes resolved events in the page, to whatever has focus. They are not trusted, but the page hears them like others. */
export function writeInPage(page, events) {
  const keys = Object.fromEntries(Object.entries(KEYS).map(([code, { location = 0 }]) => [code, location]));
  return page.evaluate(
    ({ events, keys }) => {
      for (const event of events) {
        const target = document.activeElement ?? document.body;
        const shared = { bubbles: true, cancelable: true, composed: true, shiftKey: event.on.Shift, ctrlKey: event.on.Control, altKey: event.on.Alt, metaKey: event.on.Meta };
        if (event.down || event.up) {
          const usual = event.down ?? event.up;
          const more = { key: event.name, code: event.code ?? usual, location: keys[usual], repeat: Boolean(event.repeat), isComposing: Boolean(event.composing) };
          target.dispatchEvent(new KeyboardEvent(event.down ? "keydown" : "keyup", { ...shared, ...more }));
        } else if (event.compose) {
          target.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, data: event.compose }));
        } else if (event.commit) {
          target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: event.commit }));
        } else if (event.mouse === "down" || event.mouse === "up") {
          const at = document.elementFromPoint(event.x, event.y) ?? target;
          at.dispatchEvent(new PointerEvent(`pointer${event.mouse}`, { ...shared, clientX: event.x, clientY: event.y }));
          at.dispatchEvent(new MouseEvent(`mouse${event.mouse}`, { ...shared, clientX: event.x, clientY: event.y }));
        }
      }
    },
    { events, keys },
  );
}
