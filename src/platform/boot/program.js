// Puts the program together from the text that stands for it: a line of bytes, then lines of numbers (xtask/src/letters.rs).
// It stops now and then, so that whoever presses something meanwhile, above all Exit, does not wait. `shared` is what the first
// part of the program tells the others: the table of letters, and how instructions begin.
function* putTogether(text, shared) {
  "use strict";
  const [bytes, ...lines] = text.split("\n");
  let place = 0;
  if (!shared.byteOf) {
    shared.byteOf = new Uint8Array(0x200);
    for (; place < 256; place++) shared.byteOf[bytes.charCodeAt(place)] = place;
  }
  const { byteOf } = shared;
  const byte = () => byteOf[bytes.charCodeAt(place++)];

  // All numbers one after the other, and where the next of each line stands. A digit of 64 or more goes on.
  const digitOf = new Uint8Array(0x80);
  for (let letter = 33, digit = 0; letter < 127; letter++) if (letter !== 38 && letter !== 60) digitOf[letter] = digit++;
  const numbers = new Uint32Array(text.length);
  let count = 0;
  const next = new Uint32Array(lines.length);
  for (let line = 0; line < lines.length; line++) {
    const letters = lines[line];
    next[line] = count;
    for (let letter = 0, number = 0; letter < letters.length; letter++) {
      const digit = digitOf[letters.charCodeAt(letter)];
      if (digit < 64) {
        numbers[count++] = number * 64 + digit;
        number = 0;
      } else number = number * 28 + digit - 63;
      if (letter % 8192 === 8191) yield;
    }
  }
  const [ABOUT, HEAD, DECLARED, LOCAL, LABEL, , TYPE, , , CONSTANT] = lines.keys();
  const number = (line) => numbers[next[line]++];

  // Numbers as WebAssembly has them (LEB128); each gives the place after it.
  const program = new Uint8Array(number(ABOUT));
  const unsigned = (at, number) => {
    for (; number > 127; number >>>= 7) program[at++] = (number & 127) | 128;
    program[at++] = number;
    return at;
  };
  const signed = (at, number) => {
    for (; number > 63 || number < -64; number >>= 7) program[at++] = (number & 127) | 128;
    program[at++] = number & 127;
    return at;
  };

  // The locals of a function, the one used last first; `known` of them, the others in their own order. `fresh` is beyond all
  // that were set.
  const recent = new Uint32Array(0x10000);
  let known = 0;
  let fresh = 0;
  const know = (rank) => {
    for (; known <= rank; known++) recent[known] = known;
  };
  const use = (rank) => {
    know(rank);
    const local = recent[rank];
    if (rank > 9) recent.copyWithin(1, 0, rank);
    else for (; rank > 0; rank--) recent[rank] = recent[rank - 1];
    recent[0] = local;
    return local;
  };
  const set = (code) => {
    know(fresh);
    const local = use(code ? code - 1 : recent.indexOf(fresh));
    if (local >= fresh) fresh = local + 1;
    return local;
  };

  let at = 0;
  for (let before = number(ABOUT); before; before--) program[at++] = byte();
  let functions = number(ABOUT);
  const own = Array.from({ length: number(ABOUT) }, () => ({
    begins: Array.from({ length: number(ABOUT) }, () => number(ABOUT)),
    kind: number(ABOUT),
  }));
  shared.heads ??= own;
  const { heads } = shared;
  let head = number(HEAD);
  for (; functions; functions--) {
    if (functions % 16 === 0) yield;
    const start = at;
    known = fresh = 0;
    const groups = number(DECLARED);
    at = unsigned(at, groups);
    for (let group = 0; group < 2 * groups; group++) at = unsigned(at, number(DECLARED));
    for (let depth = 1; depth; ) {
      const { begins, kind } = heads[head];
      head = number(HEAD);
      for (let i = 0; i < begins.length; i++) program[at++] = begins[i];
      if (kind > 12) at = unsigned(at, use(kind - 13));
      else if (kind === 4) at = unsigned(at, use(number(LOCAL)));
      else if (kind === 5) at = unsigned(at, set(number(LOCAL)));
      else if (kind === 1) depth++;
      else if (kind === 2) depth--;
      else if (kind === 3) while ((program[at++] = byte()) > 127);
      else if (kind === 11) {
        const value = number(CONSTANT + head);
        at = signed(at, (value >>> 1) ^ -(value & 1));
      } else if (kind === 12) {
        const labels = number(LABEL);
        at = unsigned(at, labels);
        for (let label = 0; label <= labels; label++) at = unsigned(at, number(LABEL));
      } else if (kind) {
        at = unsigned(at, number(kind - 2));
        if (kind === 8) at = unsigned(at, number(TYPE));
      }
    }
    // How long a function is stands before it.
    const size = at - start;
    const body = unsigned(at, size) - at + start;
    program.copyWithin(body, start, at);
    at = unsigned(start, size) + size;
  }
  while (place < bytes.length) program[at++] = byte();
  return program;
}
const readProgram = async (text, shared) => {
  "use strict";
  const work = putTogether(text, shared);
  const { port1, port2 } = new MessageChannel();
  const moment = () => new Promise((resume) => {
    port1.onmessage = resume;
    port2.postMessage(null);
  });
  for (;;) {
    const begun = performance.now();
    do {
      const { done, value } = work.next();
      if (done) {
        port1.close();
        return value;
      }
    } while (performance.now() - begun < 8);
    await moment();
  }
};
