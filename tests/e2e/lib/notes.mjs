// Someone who types notes: the presses of real writing, capitals, corrections and habits with Shift, from a seed.
// Nobody here means to leave: no piece holds three clean taps of Shift one after the other, and none ends on one.
import { clickAt, held, stroke } from "./keys.mjs";

/** Numbers from 0 up to `n`, always the same ones for the same seed. */
export function numbers(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

const WORDS = "he said she would not let the children go to school on monday and then took her phone because rent was late".split(" ");
const key = (letter) => `Key${letter.toUpperCase()}`;
const times = (n, make) => Array.from({ length: n }, make).flat();

/**
 * One piece after the other: `{ what, events, trusted }`. `trusted` is false where WebDriver cannot make the events as real
 * input: it takes left and right Shift for one key, and knows no input method. `field` is where the writing is: its `x`,
 * `y`, `width` and `height` on the screen; it may change while the pieces are made.
 */
export function* notes(seed, field) {
  const random = numbers(seed);
  const pick = (list) => list[random(list.length)];
  const shift = () => pick(["ShiftLeft", "ShiftRight"]);
  const letter = () => stroke(key(pick([..."abcdefghijklmnopqrstuvwxyz"])));
  const word = () => [...pick(WORDS)].flatMap((one) => stroke(key(one)));
  const place = () => [Math.round(field.x + 10 + random(field.width - 20)), Math.round(field.y + 10 + random(field.height - 20))];
  const tap = (side = shift()) => stroke(side);
  const repeats = (side, n) => [{ down: side }, ...times(n, () => [{ down: side, repeat: true }]), { up: side }];

  /** Each way of using Shift, and how often it comes beside the others. */
  const pieces = {
    "a word": [8, () => [...word(), ...stroke("Space")]],
    "a capital": [6, () => [...held(shift(), letter()), ...word(), ...stroke("Space")]],
    "capitals letter by letter": [3, () => times(5, () => held(shift(), letter()))],
    "capitals under one Shift": [3, () => held(shift(), times(5, letter))],
    "signs": [3, () => times(3, () => held(shift(), stroke(pick(["Slash", "Quote", "Semicolon", "Digit1", "Digit8", "Digit9"]))))],
    "a new line": [1, () => times(3, () => held(shift(), stroke("Enter")))],
    "marks with arrows": [3, () => [...times(4, () => held(shift(), stroke(pick(["ArrowLeft", "ArrowRight", "ArrowUp", "Home", "End"])))), ...stroke("ArrowRight")]],
    "marks and deletes": [2, () => [...held(shift(), times(6, () => stroke("ArrowLeft"))), ...stroke("Backspace")]],
    "marks by words": [2, () => times(3, () => held("ControlLeft", held(shift(), stroke("ArrowLeft"))))],
    "Control before or after Shift": [2, () => times(3, () => [...held("ControlLeft", tap()), ...held(shift(), stroke("ControlLeft"))])],
    "changes the keyboard's language": [2, () => times(3, () => [...held("AltLeft", tap()), ...held(shift(), stroke("AltLeft"))])],
    "Alt held, Shift again and again": [1, () => held("AltLeft", times(4, () => tap()))],
    "Meta and Shift": [1, () => times(3, () => held("MetaLeft", tap()))],
    "AltGr and Shift": [1, () => times(3, () => held("AltRight", tap()))],
    "back a field and on again": [2, () => [...held(shift(), stroke("Tab")), ...stroke("Tab")]],
    "marks with the mouse": [2, () => clickAt(...place())],
    "Shift and clicks": [3, () => times(4, () => held(shift(), clickAt(...place())))],
    "drags with Shift": [2, () => times(3, () => held(shift(), [{ mouse: "move", ...at(place()) }, { mouse: "down", ...at(place()) }, { mouse: "move", ...at(place()) }, { mouse: "up", ...at(place()) }]))],
    "a click amid the taps": [2, () => [...tap(), ...tap(), ...clickAt(...place()), ...tap(), ...tap(), ...letter()]],
    "held Shift, let go": [2, () => [...times(4, () => repeats(shift(), 1 + random(12))), ...letter()]],
    "held Shift, then a capital": [2, () => { const side = shift(); return [{ down: side }, { down: side, repeat: true }, { down: side, repeat: true }, ...letter(), { up: side }]; }],
    "changes their mind": [3, () => times(3, () => [...tap(), ...letter(), ...tap(), ...tap(), ...letter()])],
    "Sticky Keys, one letter": [3, () => times(4, () => [...tap(), ...letter()])],
    "Sticky Keys, locked": [3, () => [...tap("ShiftLeft"), ...tap("ShiftLeft"), ...times(4, letter), ...tap("ShiftLeft"), ...letter()]],
    "Sticky Keys, let go late": [3, () => times(4, () => held(shift(), letter()))],
    "both Shifts in turn": [2, () => [{ down: "ShiftLeft" }, ...letter(), { down: "ShiftRight" }, { up: "ShiftLeft" }, ...letter(), { up: "ShiftRight" }, ...letter()], false],
    "both Shifts and a letter": [2, () => times(3, () => [{ down: "ShiftLeft" }, { down: "ShiftRight" }, ...letter(), { up: "ShiftLeft" }, { up: "ShiftRight" }]), false],
    "an input method": [2, () => [...composed("N", "n"), ...composed("I", "に"), ...composed("H", "にh"), { commit: "にほ" }, ...letter()], false],
    "an input method with capitals": [1, () => [...times(3, () => [{ down: "ShiftLeft" }, ...composed("A", "ア"), { up: "ShiftLeft" }]), { commit: "アアア" }, ...letter()], false],
    "an input method that takes Shift": [1, () => [...times(3, () => [{ down: "ShiftLeft", key: "Process", composing: true }, ...composed("A", "ア"), { up: "ShiftLeft" }]), { commit: "アアア" }, ...letter()], false],
    "starts over": [1, () => [...held("ControlLeft", stroke("KeyA")), ...stroke("Delete")]],
  };
  const bag = Object.entries(pieces).flatMap(([what, [often, make, trusted = true]]) => Array(often).fill({ what, make, trusted }));
  for (;;) {
    const { what, make, trusted } = pick(bag);
    yield { what, events: make(), trusted };
  }
}

const at = ([x, y]) => ({ x, y });
/** A key that an input method takes, and what it has composed so far. */
const composed = (letter, text) => [{ down: key(letter), key: "Process", composing: true }, { compose: text }, { up: key(letter), composing: true }];
