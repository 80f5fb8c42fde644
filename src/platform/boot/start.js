// Unpacks the program that stands in this page as base64 and starts it. Nothing is fetched:
// `connect-src 'none'` forbids it, and from a USB stick it would fail.
(() => {
  "use strict";
  const waymark = window.waymark;
  try { waymark.keepPage(); } catch (_) {}
  const start = async () => {
    const text = document.getElementById("program").textContent;
    const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const program = await wasm_bindgen({ module_or_path: await new Response(stream).arrayBuffer() });
    waymark.memory = program.memory;
  };
  // Without WebAssembly, or what unpacks it, the same tool stands in another file. `replace`: one history entry, also then.
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") {
    document.getElementById("other-page").hidden = false;
    document.getElementById("other-page-open").onclick = () => location.replace("nowasm.html" + waymark.fragment);
    return waymark.problem();
  }
  document.getElementById("wait").hidden = false;
  start().then(waymark.ready).catch(waymark.problem);
})();
