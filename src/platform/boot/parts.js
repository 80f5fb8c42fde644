// The rest of the page comes after the first part of the program, in parts, each with a short script behind it that says so.
// A part is there once its program runs, where it has one of its own; `waymark.run` is set by whatever runs the first part.
(() => {
  "use strict";
  const waymark = window.waymark;
  try { waymark.keepPage(); } catch (_) {}
  const parts = {};
  for (const name of ["steps", "later"]) {
    const part = {};
    part.come = new Promise((there, missing) => Object.assign(part, { there, missing }));
    part.come.catch(() => {});
    parts[name] = part;
  }
  const coming = Object.values(parts);
  const taken = new Set();
  let before = Promise.resolve();

  // Kept when a part of this name is there, broken when the page ended before it or it does not run.
  waymark.part = (name) => parts[name].come;
  // Called behind each part.
  waymark.arrived = () => {
    const part = coming.shift();
    const programs = [...document.querySelectorAll("script[data-part]")].filter((script) => !taken.has(script));
    for (const program of programs) taken.add(program);
    if (!coming.length) try { waymark.keepRest(); } catch (_) {}
    before = before.then(() => waymark.run(programs));
    before.then(part.there, part.missing);
  };
  addEventListener("DOMContentLoaded", () => { for (const part of coming.splice(0)) part.missing(); });
})();
