// The way out. First script in <head>; needs nothing else and is never removed.
// Every step stands in its own `try`, so that the last line always runs.
(() => {
  "use strict";
  const TITLE = "Notes"; // The same as in index.html: it never changes and is never empty.
  const WINDOW = 5000; // Three clean taps of Shift, each within this many ms of the last.
  const ROLLS_ON = 200; // A wheel that turned this many ms ago may still be turning by itself; so may a page that moves.
  const MOVES = 400; // What moves within this many ms of a tap, by no key and no pointer, shows that it was none.
  const OWN = 1000; // What moves this many ms after a key or a pointer was moved by it.
  let gone = false;
  let target = "https://www.bbc.co.uk/weather";

  const waymark = {
    // The page sets this to empty its own memory: called on exit, and on leaving by Back. It may fail.
    beforeExit: null,
    // The program's whole memory: overwritten on exit, whatever else fails.
    memory: null,
    // Set by early.js: what came after "#" in the address.
    fragment: "",
    // Set by early.js: the page as it arrived, without anything of the program.
    page: "",
    // Set by early.js: what was pressed before the program was there.
    early: "",
    // Whether three taps of Shift leave. The press of Exit always does.
    shiftExit: true,
    // Shown inside another page: only Exit is to be seen then (shell.css).
    framed: top !== self,
    exit,
    get gone() { return gone; },
    get exitUrl() { return target; },
    // Another https: site, without query and fragment. Anything else is ignored.
    set exitUrl(value) {
      try {
        const url = new URL(value);
        if (url.protocol !== "https:") return;
        target = url.origin + url.pathname;
        document.querySelectorAll('a[data-action="exit"]').forEach((link) => { link.href = target; });
      } catch (_) {}
    },
  };
  Object.defineProperty(window, "waymark", { value: waymark });
  document.documentElement.classList.toggle("framed", waymark.framed);

  function attempt(step) {
    try { step(); } catch (_) {}
  }

  // Empties what was typed in a root. Also on leaving by Back, before the page can be kept in memory.
  function empty(root) {
    attempt(() => { sessionStorage.clear(); });
    attempt(() => { if (typeof waymark.beforeExit === "function") waymark.beforeExit(); });
    root.querySelectorAll("input, textarea, select, [contenteditable]").forEach((control) => {
      attempt(() => {
        if (control.type === "checkbox" || control.type === "radio") control.checked = control.defaultChecked = false;
        else if (control.tagName === "SELECT") control.selectedIndex = -1;
        else if (control.hasAttribute("contenteditable")) control.textContent = "";
        else control.value = control.defaultValue = "";
      });
    });
    // What was typed stands in sentences too.
    attempt(() => {
      const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (words.nextNode()) words.currentNode.data = "";
    });
    attempt(() => { getSelection().removeAllRanges(); });
    waymark.early = "";
    attempt(() => { new Uint8Array(waymark.memory.buffer).fill(0); });
  }

  // A neutral page. A whole new root: what the network still delivers goes to the old one, unseen.
  function blank() {
    const make = (parent, name, attributes) => {
      const node = document.createElement(name);
      for (const key in attributes) node.setAttribute(key, attributes[key]);
      return parent.appendChild(node);
    };
    const root = document.createElement("html");
    root.lang = "en";
    const head = make(root, "head");
    make(head, "meta", { charset: "utf-8" });
    make(head, "meta", { name: "referrer", content: "no-referrer" });
    make(head, "meta", { name: "color-scheme", content: "light dark" });
    make(head, "title").textContent = TITLE;
    make(head, "link", { rel: "icon", href: "data:," });
    const alert = make(make(root, "body"), "div", { role: "alert" });
    alert.style.cssText = "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)";
    document.replaceChild(root, document.documentElement);
    alert.textContent = "Loading"; // After it is in the page: a change is announced more reliably.
  }

  // Blank, then the request, and only then the emptying: it takes a while on a full page, and a program that hangs
  // would hold up all that comes after it. The blank page is on the screen and the request on its way by then. Where no
  // picture comes, as in a window behind another, it is done all the same; at the latest before the page goes.
  function leave() {
    const left = document.documentElement;
    attempt(blank);
    // Leaving only a frame would leave the page around it.
    attempt(() => { if (waymark.framed) top.location.replace(target); });
    try { location.replace(target); } catch (_) { location.href = target; }
    let full = true;
    const wipe = () => {
      if (full) attempt(() => { empty(left); });
      full = false;
    };
    addEventListener("pagehide", wipe, true);
    attempt(() => { requestAnimationFrame(() => setTimeout(wipe)); });
    setTimeout(wipe, 100);
  }

  function exit() {
    if (gone) return;
    gone = true;
    leave();
  }

  // Escape would cancel the exit, so no key gets through once it has begun.
  addEventListener("keydown", (event) => {
    if (!gone) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  const exitOf = ({ target }) => target instanceof Element && target.closest('[data-action="exit"]');
  function press(event) {
    if (!exitOf(event) || event.button > 1) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    exit();
  }
  // The click comes from keys and from screen readers. It does not come when a hand that shakes has begun to drag the link
  // (4 px in Chromium), nor when the tap of a finger stops a page that was gliding: so letting go is enough, wherever the
  // pointer was meanwhile, if it went down on Exit. A finger that slides is taken away from the page: `pointercancel`.
  const pressed = new Set();
  addEventListener("pointerdown", (event) => {
    if (exitOf(event) && event.button < 2) pressed.add(event.pointerId);
    else pressed.delete(event.pointerId);
  }, true);
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(end, (event) => { if (pressed.has(event.pointerId)) exit(); }, true);
  }
  addEventListener("dragstart", (event) => { if (exitOf(event)) event.preventDefault(); }, true);
  addEventListener("click", press, true);
  addEventListener("auxclick", press, true);
  // It looks like a button, so it answers to Space like one.
  addEventListener("keydown", (event) => {
    if (event.key === " " && !event.ctrlKey && !event.altKey && !event.metaKey) press(event);
  }, true);

  // Kept in memory and brought back by the browser: empty on the way, leave again on return.
  addEventListener("pagehide", () => { if (!gone) { attempt(() => { empty(document.documentElement); }); attempt(blank); } }, true);
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    gone = true;
    leave();
  }, true);

  // A call out of the page that `connect-src` does not govern. A hurdle, no wall: the wall is the header Connection-Allowlist.
  for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "mozRTCPeerConnection"]) attempt(() => { delete window[name]; });

  // A tap is a Shift keydown (no repeat) and the keyup of the same `code`, with no other key or
  // pointer press between. Overlapping left and right are two taps. Any other press starts afresh.
  // An input method that composes calls every key "Process", Shift too.
  const isShift = ({ key, code }) => key === "Shift" || (key === "Process" && (code === "ShiftLeft" || code === "ShiftRight"));
  const down = new Set();
  let taps = 0;
  let last = -Infinity;
  let timer = 0;

  function say(text) {
    attempt(() => { document.getElementById("exit-note").textContent = text; });
  }
  function forget() {
    down.clear();
    if (!taps) return;
    taps = 0;
    clearTimeout(timer);
    say("");
  }
  addEventListener("keydown", (event) => {
    if (!isShift(event)) {
      acted = event.timeStamp;
      forget();
    } else if (event.repeat) down.delete(event.code);
    else if (event.ctrlKey || event.altKey || event.metaKey) forget();
    else if (event.code && event.code !== "Unidentified") {
      if (!down.size) rolling = event.timeStamp - turned < ROLLS_ON;
      down.add(event.code);
    }
  }, true);
  addEventListener("pointerdown", forget, true);
  addEventListener("mousedown", forget, true);
  // Previous heading, table, button: a screen reader goes there with Shift and a letter that it keeps to itself, and the page
  // sees a clean tap. But then it moves: Orca scrolls and selects about 50 ms after Shift went down, in both browsers.
  let acted = -Infinity;
  let glided = -Infinity;
  const acts = ({ timeStamp }) => { acted = timeStamp; };
  for (const type of ["pointerdown", "pointerup", "pointercancel", "touchmove", "wheel", "click", "input", "visibilitychange"]) {
    addEventListener(type, acts, { capture: true, passive: true });
  }
  addEventListener("pointermove", (event) => { if (event.buttons) acts(event); }, true);
  function moves({ type, timeStamp }) {
    // What moved before goes on, and so does a page that is still being drawn.
    const own = timeStamp - acted < OWN || (type === "scroll" && timeStamp - glided < ROLLS_ON) || document.querySelector('[aria-busy="true"]');
    if (own) glided = timeStamp;
    else if (down.size || timeStamp - last < MOVES) forget();
  }
  for (const type of ["scroll", "selectionchange", "focusin"]) addEventListener(type, moves, true);
  // Shift and wheel is no tap. Chromium tells of the wheel a picture late: then Shift may be up already. But a trackpad
  // rolls on by itself for a second or two: what was turning when Shift went down does not count.
  let turned = -Infinity;
  let rolling = false;
  addEventListener("wheel", (event) => {
    if (!event.shiftKey) turned = event.timeStamp;
    if (rolling) return;
    down.clear();
    if (event.timeStamp <= last) forget();
  }, { capture: true, passive: true });
  addEventListener("blur", (event) => { if (event.target === window) down.clear(); }, true);
  addEventListener("keyup", (event) => {
    if (gone || !isShift(event) || !down.delete(event.code) || !waymark.shiftExit) return;
    taps = taps && event.timeStamp - last <= WINDOW ? taps + 1 : 1;
    last = event.timeStamp;
    clearTimeout(timer);
    if (taps === 3) return exit();
    say(taps === 1 ? "Shift, press 2 more times to exit" : "Shift, press 1 more time to exit");
    timer = setTimeout(() => {
      say("Exit by Shift has timed out");
      timer = setTimeout(() => say(""), WINDOW);
    }, WINDOW + 1);
  }, true);

  // Back, Forward, a tab that is opened again: whoever left does not come back to this page.
  attempt(() => { if (performance.getEntriesByType("navigation")[0].type === "back_forward") exit(); });
})();
