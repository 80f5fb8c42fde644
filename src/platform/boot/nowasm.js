// The program as JavaScript, in the page for browsers without WebAssembly. xtask puts it where the mark stands:
// `instantiate`, which wasm2js makes of the program, and wasm-bindgen's `wasm_bindgen`.
(() => {
  "use strict";
  const waymark = window.waymark;
  // All of the program is in this script; only words come later.
  waymark.run = async () => {};

  // All of WebAssembly that wasm-bindgen's script asks for.
  const WebAssembly = {
    Module: class {},
    Instance: class {
      constructor(_, imports) { this.exports = instantiate(imports); }
    },
  };

  // Memory that has grown takes the old one away, as in WebAssembly: by its length of 0 wasm-bindgen's script sees
  // that what it kept of it is out of date. Nothing written there is left.
  function retire(memory) {
    new Uint8Array(memory).fill(0);
    const { port1 } = new MessageChannel();
    port1.postMessage(null, [memory]);
    port1.close();
  }

  /*program*/

  // After the first paint: without a compiler the start takes a moment.
  document.getElementById("wait").hidden = false;
  requestAnimationFrame(() => setTimeout(() => {
    try {
      waymark.memory = wasm_bindgen.initSync({ module: new WebAssembly.Module() }).memory;
    } catch (_) {
      waymark.problem();
    }
  }));
})();
