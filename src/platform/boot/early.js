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
      createScriptURL: (url) => (url.startsWith("blob:") ? url : null),
      createScript: () => null,
    });
  } catch (_) {}

  // The doors work before the program is there: what is pressed is kept, and the program goes on from it.
  document.documentElement.classList.add("script");
  waymark.early = "";
  let up = false;
  let broken = false;
  addEventListener("click", (event) => {
    const door = event.target instanceof Element && event.target.closest("[data-early]");
    if (!door || up) return;
    waymark.early = door.dataset.early;
    const danger = document.getElementById("early-danger");
    danger.hidden = waymark.early !== "danger";
    document.getElementById("wait").hidden = broken;
    if (!danger.hidden) danger.scrollIntoView();
  });

  // Called by the last script, before anything of the program is there: the page as it arrived, for a copy of it.
  waymark.keepPage = () => {
    const page = document.documentElement.cloneNode(true);
    page.removeAttribute("class");
    for (const id of ["early-danger", "wait", "problem", "other-page"]) page.querySelector(`#${id}`).hidden = true;
    page.querySelector("#exit-note").textContent = "";
    waymark.page = `<!doctype html>\n${page.outerHTML}\n`;
  };

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
      document.getElementById("wait").hidden = true;
      const block = document.getElementById("problem");
      block.hidden = false;
      if (up) block.scrollIntoView();
    } catch (_) {}
  }
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
