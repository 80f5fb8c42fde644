// Reads the program that stands in this page as text and starts it. Nothing is fetched: `connect-src 'none'` forbids it,
// and from a USB stick it would fail.
(() => {
  "use strict";
  const waymark = window.waymark;
  try { waymark.keepPage(); } catch (_) {}
  const start = async () => {
    const text = document.getElementById("program").textContent;
    const program = await wasm_bindgen({ module_or_path: readProgram(text) });
    waymark.memory = program.memory;
  };
  // The same tool stands in another file for browsers without WebAssembly. `replace`: one history entry, also then.
  const offerOther = () => {
    document.getElementById("other-page").hidden = false;
    document.getElementById("other-page-open").onclick = () => location.replace("nowasm.html" + waymark.fragment);
    waymark.problem();
  };
  if (typeof WebAssembly === "undefined") return offerOther();
  document.getElementById("wait").hidden = false;
  // An older browser has WebAssembly and refuses this program for what it uses of it.
  const failed = (error) => (error instanceof WebAssembly.CompileError ? offerOther() : waymark.problem());
  start().then(waymark.ready).catch(failed);
})();
