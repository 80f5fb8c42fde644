// Reads the program that stands in this page as text and starts it. Nothing is fetched: `connect-src 'none'` forbids it,
// and from a USB stick it would fail.
(() => {
  "use strict";
  const waymark = window.waymark;
  const shared = {};
  const start = async () => {
    const bytes = await readProgram(document.getElementById("program").textContent, shared);
    const program = await wasm_bindgen({ module_or_path: bytes });
    waymark.memory = program.memory;
    return program;
  };
  // The same tool stands in another file for browsers without WebAssembly. `replace`: one history entry, also then.
  const offerOther = () => {
    document.getElementById("other-page").hidden = false;
    document.getElementById("other-page-open").onclick = () => location.replace("nowasm.html" + waymark.fragment);
    waymark.problem();
  };
  if (typeof WebAssembly === "undefined") return offerOther();
  document.getElementById("wait").hidden = false;
  const started = start();
  // An older browser has WebAssembly and refuses this program for what it uses of it.
  started.catch((error) => (error instanceof WebAssembly.CompileError ? offerOther() : waymark.problem()));
  // A later part shares the memory and the functions of the first. After the exit nothing more is put there.
  waymark.run = async (scripts) => {
    const program = await started;
    for (const script of scripts) {
      const part = await WebAssembly.compile(await readProgram(script.textContent, shared));
      if (waymark.gone) return;
      new WebAssembly.Instance(part, { __wasm_split: program });
    }
  };
})();
