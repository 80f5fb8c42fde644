// The memory of a program in WebAssembly, which is in no heap of the page.

/** Runs before the page: keeps each memory that a program brings, in `window.memories`. */
export function keepMemories() {
  window.memories = [];
  const keep = (instance) => window.memories.push(...Object.values(instance.exports).filter((one) => one instanceof WebAssembly.Memory));
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = (...given) => instantiate(...given).then((made) => (keep(made.instance ?? made), made));
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = function (...given) {
    const made = new Instance(...given);
    keep(made);
    return made;
  };
}

/** The bytes of all of them. */
export const memorySize = (page) => page.evaluate(() => window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0));
