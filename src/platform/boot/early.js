// Before the page is read: the settings fragment, the Trusted Types policy and the "problem" block.
(() => {
  "use strict";
  const waymark = window.waymark;

  // The fragment is kept for the page and taken out of the address. A link opened in this same tab
  // comes as `hashchange`; the page is told by the event `waymark-fragment`.
  function takeFragment() {
    if (!location.hash && !location.href.endsWith("#")) return false;
    waymark.fragment = location.hash;
    try { history.replaceState(null, "", location.pathname + location.search); } catch (_) {}
    return true;
  }
  takeFragment();
  addEventListener("hashchange", () => {
    if (takeFragment()) dispatchEvent(new Event("waymark-fragment"));
  });

  // Leptos fills templates through `innerHTML`. Markup that could run anything is refused.
  const RUNS = /<\s*(script|iframe|object|embed|base|meta|link)\b|javascript:|[\s"'/]on[a-z]+\s*=/i;
  try {
    window.trustedTypes.createPolicy("default", {
      createHTML: (text) => (RUNS.test(text) ? null : text),
      createScriptURL: () => null,
      createScript: () => null,
    });
  } catch (_) {}

  // The doors and Tonight's first questions work before the program is there. What is pressed is kept, and the program goes on
  // from it: the door, and behind Tonight's a "name=value" for each screen, without a value where it was skipped.
  document.documentElement.classList.add("script");
  let up = false;
  let broken = false;
  // The screens of Tonight stand in the place of the doors. Focus goes to what is shown, but not where it was before.
  function turnTo(name) {
    const tonight = document.getElementById("early-tonight");
    const screens = [...tonight.querySelectorAll(".screen")];
    const shown = screens.find((screen) => screen.dataset.screen === name);
    const danger = document.getElementById("early-danger");
    for (const screen of screens) screen.hidden = screen !== shown;
    document.querySelector(".shell-words").hidden = !(tonight.hidden = !shown);
    danger.hidden = name !== "danger";
    document.getElementById("wait").hidden = broken || !waymark.early;
    if (!danger.hidden) danger.scrollIntoView();
    if (!shown) return;
    scrollTo(0, 0);
    shown.querySelector("[tabindex]").focus();
  }
  // The second half of a double click or tap falls on the next screen; not every browser counts them. The keyboard's count is 0.
  let before = { timeStamp: -Infinity };
  function isSecondHalf(event) {
    if (!event.detail) return false;
    const { timeStamp, clientX, clientY } = before;
    before = event;
    const near = Math.max(Math.abs(event.clientX - clientX), Math.abs(event.clientY - clientY)) <= 40;
    return event.detail > 1 || (near && event.timeStamp - timeStamp < 300);
  }
  addEventListener("click", (event) => {
    const { target } = event;
    const pressed = target instanceof Element && target.closest("[data-early], #early-tonight button");
    if (!pressed || up) return;
    const { early, action, then } = pressed.dataset;
    const second = isSecondHalf(event);
    const kept = waymark.early.split(" ");
    if (early) {
      waymark.early = early;
      return turnTo(early === "tonight" ? document.querySelector("#early-tonight .screen").dataset.screen : early);
    }
    if (action === "back") {
      const last = kept.length > 1 && kept.pop();
      waymark.early = last ? kept.join(" ") : "";
      turnTo(last && last.split("=")[0]);
      if (!last) document.querySelector('[data-early="tonight"]').focus();
    } else if (!second) {
      waymark.early += ` ${pressed.closest(".screen").dataset.screen}=${pressed.value}`;
      turnTo(then);
    }
  });

  // Called by the script of the first part, before anything of the program is there: the page as it arrived, for a copy of it.
  // What stands behind that script is added when the last of it has come.
  waymark.keepPage = () => {
    const { currentScript } = document;
    const page = document.documentElement.cloneNode(true);
    page.removeAttribute("class");
    for (const one of page.querySelectorAll("#early-danger, #early-tonight, .screen, #wait, #problem, #other-page")) one.hidden = true;
    page.querySelector(".shell-words").hidden = false;
    page.querySelector("#exit-note").textContent = "";
    waymark.keepRest = () => {
      for (let node = currentScript.nextSibling; node; node = node.nextSibling) page.querySelector("body").append(node.cloneNode(true));
      // Its text is made only when somebody asks for it: it would take 4 MB for as long as the page is open.
      Object.defineProperty(waymark, "page", { get: () => `<!doctype html>\n${page.outerHTML}\n` });
    };
  };

  // The preview of a tab is the last picture of it, from before a hidden page can be covered. So a curtain is drawn when the
  // pointer leaves, when the window loses focus, and with a key that may lead to another tab; whoever is back lifts it. It
  // hides from the eye only: focus, selection, paper and what is read aloud stay as they are. Control and T pressed at once
  // are too fast for it.
  waymark.curtain = true;
  const draw = (drawn) => document.documentElement.classList.toggle("away", drawn && waymark.curtain);
  const leads = ({ key }) => ["Control", "Alt", "Meta"].includes(key);
  const held = ({ ctrlKey, altKey, metaKey }) => ctrlKey || altKey || metaKey;
  waymark.drawCurtain = () => draw(true);
  addEventListener("mouseout", (event) => { if (!event.relatedTarget) draw(true); });
  addEventListener("blur", () => draw(true));
  addEventListener("focus", () => draw(false));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) draw(false); });
  addEventListener("keydown", (event) => {
    if (leads(event)) draw(true);
    else if (event.key === "AltGraph" || !held(event)) draw(false);
  }, true);
  addEventListener("keyup", (event) => { if (leads(event)) draw(false); }, true);
  // A heading that takes focus shows it to whoever works with keys.
  const byPointer = (on) => document.documentElement.classList.toggle("pointer", on);
  addEventListener("pointerdown", () => byPointer(true), true);
  addEventListener("keydown", () => byPointer(false), true);
  for (const type of ["pointermove", "pointerdown", "wheel"]) {
    addEventListener(type, (event) => { if (!held(event)) draw(false); }, { capture: true, passive: true });
  }

  // The words that stand in for the page until it is up, and again when it breaks.
  let kept = null;
  function show() {
    try {
      if (waymark.gone) return;
      if (kept) {
        // Above what was written, which is still there to read; the sheets go below it.
        const app = document.getElementById("app");
        app.prepend(kept);
        kept.querySelectorAll(".sheet").forEach((sheet) => app.append(sheet));
        kept = null;
      }
      turnTo("");
      document.getElementById("wait").hidden = true;
      const block = document.getElementById("problem");
      block.hidden = false;
      if (up) block.scrollIntoView();
    } catch (_) {}
  }
  // The blank sheets of the page as it arrived, each in a fold with its name. Only what is open is there, and prints.
  addEventListener("toggle", ({ target }) => {
    if (!kept || !target.matches("[data-paper]") || target.querySelector("details")) return;
    for (const sheet of kept.querySelectorAll(".sheet")) {
      const fold = document.createElement("details");
      const name = document.createElement("summary");
      name.textContent = sheet.querySelector("h2").textContent;
      fold.append(name);
      fold.addEventListener("toggle", () => fold.append(sheet.cloneNode(true)), { once: true });
      target.append(fold);
    }
  }, true);

  const late = setTimeout(show, 20000);
  // A program that breaks without a word leaves a page that looks alive and does nothing.
  const trapped = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => {
    if (trapped(event.error)) waymark.problem();
    else if (!up) show();
  });
  addEventListener("unhandledrejection", (event) => { if (trapped(event.reason)) waymark.problem(); });

  // Called on a panic and when the program cannot start.
  waymark.problem = () => {
    broken = true;
    document.documentElement.classList.add("broken");
    show();
  };
  // Called when the page is up.
  waymark.ready = () => {
    clearTimeout(late);
    if (broken) return;
    up = true;
    kept = document.getElementById("before");
    kept.remove();
  };
})();
