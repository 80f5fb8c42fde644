// Every component by itself, in each of its states: what axe finds, the keyboard, narrow screens, and what can be told by the
// eye in each theme. Each way of looking is tried on a planted fault first.
import assert from "node:assert/strict";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import { changed, edge } from "./lib/contrast.mjs";
import * as firefox from "./lib/firefox.mjs";
import { openGallery, openShelf, serveGallery } from "./lib/gallery.mjs";
import { HANG } from "./lib/limits.mjs";
import { dist } from "./lib/server.mjs";
import { atRest, openFolds } from "./lib/steps.mjs";
import { inTheme, launchLight, THEMES } from "./lib/themes.mjs";

/** What the gallery breaks as a whole: several steps, stops and sheets stand below each other, each with headings of its own. */
const OF_A_WHOLE_PAGE = ["heading-order", "landmark-unique", "region", "page-has-heading-one"];

/** Puts a style over the page's own, or takes it off. */
const style = (page, css) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
  }, css);

test("the gallery is in no release", async () => {
  await assert.rejects(access(join(dist, "gallery.html")));
});

// Most of the time of each is spent waiting for frames.
describe("the gallery", { concurrency: 2 }, () => {
  for (const engine of [chromium, firefox]) {
    describe(engine.name, { concurrency: 1, timeout: HANG }, () => {
      let browser, served, page, shelves;
      before(async () => {
        [browser, served] = await Promise.all([launchLight(engine), serveGallery()]);
        page = await browser.newPage();
        shelves = await openGallery(page, served);
      });
      after(async () => {
        await browser?.close();
        served?.close();
      });

      /** Looks at each shelf; gives the faults with where they are. */
      const walk = async (look) => {
        const found = [];
        for (const shelf of shelves) {
          const examples = await openShelf(page, shelf);
          for (const fault of await look(shelf, examples)) found.push(`${shelf}: ${fault}`);
          if (await page.evaluate(() => document.documentElement.classList.contains("broken"))) throw new Error(`the program broke on ${shelf}`);
        }
        return found;
      };

      test("every example has a name, words and its code", async () => {
        assert.ok(shelves.length >= 10, String(shelves));
        assert.deepEqual(await walk(async (_, examples) => {
          const shown = await page.evaluate(() =>
            [...document.querySelectorAll(".example")].map((one) => ({
              name: one.querySelector("[data-example]").dataset.example,
              about: one.querySelector("p").textContent,
              drawn: one.querySelector("[data-example]").childElementCount,
              code: one.querySelector(":scope > details code").textContent,
            })),
          );
          assert.equal(shown.length, examples.length);
          return shown.filter(({ name, about, drawn, code }) => !(about.length > 10 && drawn && [`fn ${name}() -> El {`, `fn ${name}(stage: Stage) -> El {`].includes(code.split("\n")[0]) && code.endsWith("}"))).map(({ name }) => name);
        }), []);
      });

      test("axe finds nothing, with every fold open", async () => {
        assert.deepEqual(await walk(async () => {
          await openFolds(page);
          return axe(page, null, OF_A_WHOLE_PAGE);
        }), []);
        await page.evaluate(() => document.querySelector(".stage button").append(document.createElement("input")));
        assert.notDeepEqual(await axe(page, null, OF_A_WHOLE_PAGE), [], "the control");
      });

      test("nothing scrolls sideways at 320 px, with usual and with larger text", async () => {
        await page.resize(320, 640);
        const wide = () =>
          page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            const over = [...document.querySelectorAll("#app *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
            return scrollWidth > clientWidth ? [`${scrollWidth} px: ${over.at(-1)?.outerHTML.slice(0, 120)}`] : [];
          });
        try {
          for (const larger of [false, true]) {
            await page.evaluate((larger) => void document.documentElement.classList.toggle("text-larger", larger), larger);
            assert.deepEqual(await walk(async () => (await openFolds(page), wide())), [], larger ? "larger text" : "");
          }
          await style(page, ".stage { min-width: 400px }");
          assert.notDeepEqual(await wide(), [], "the control");
        } finally {
          await style(page, "");
          await page.evaluate(() => void document.documentElement.classList.remove("text-larger"));
          await page.resize(1000, 700);
        }
      });

      test("Tab comes to every control once, in the order of the page; focus can be seen on each", async () => {
        assert.deepEqual(await walk(async () => {
          await atRest(page);
          const stops = await page.evaluate(tabStops);
          await page.evaluate(() => document.querySelector("#app h1").focus());
          const faults = [];
          for (let n = 0; n < stops; n++) {
            await page.keyboard.press("Tab");
            const { at, visible, what } = await page.evaluate(tabbedTo);
            if (at !== n) return [...faults, `press ${n + 1} came to ${at}, ${what}`];
            if (!visible) faults.push(`focus cannot be seen on ${what}`);
          }
          await page.keyboard.press("Tab");
          const { id, outerHTML } = await page.evaluate(() => ({ id: document.activeElement.id, outerHTML: document.activeElement.outerHTML.slice(0, 120) }));
          return id === "behind" ? faults : [...faults, `behind the last control: ${outerHTML}`];
        }), []);
      });

      test("an arrow key moves through radios and chooses, Space ticks and presses, Enter presses", async () => {
        await openShelf(page, "questions");
        const state = (example) =>
          page.evaluate((example) => {
            const controls = [...document.querySelectorAll(`[data-example="${example}"] :is(input, button)`)];
            return controls.map((one) => one.checked ?? one.getAttribute("aria-pressed"));
          }, example);
        const focusFirst = (example, tag = "input") =>
          page.evaluate(({ example, tag }) => document.querySelector(`[data-example="${example}"] ${tag}`).focus(), { example, tag });
        for (const example of ["one_of_few", "joined_buttons", "yes_no_not_known", "radios_without_a_case"]) {
          await focusFirst(example);
          await page.keyboard.press(" ");
          const [first, second] = await state(example);
          assert.deepEqual([first, second], [true, false], `${example}: Space`);
          await page.keyboard.press("ArrowDown");
          const [one, other] = await state(example);
          assert.deepEqual([one, other], [false, true], `${example}: an arrow key`);
          await page.keyboard.press("ArrowUp");
          assert.equal((await state(example))[0], true, `${example}: and back`);
        }
        await focusFirst("tick");
        await page.keyboard.press(" ");
        assert.equal((await state("tick"))[0], true);
        await page.keyboard.press(" ");
        assert.equal((await state("tick"))[0], false);
        await openShelf(page, "buttons");
        for (const key of ["Enter", " "]) {
          await focusFirst("pressed", "button");
          const [before] = await state("pressed");
          await page.keyboard.press(key);
          assert.notEqual((await state("pressed"))[0], before, key);
        }
      });

      test("whatever is pressed, focus stays on the page", async () => {
        // These open a window of the browser's own.
        const LEAVE_ALONE = ["choose-copy", "print-now"];
        assert.deepEqual(await walk(async (_, examples) => {
          const faults = [];
          for (const example of examples) {
            const buttons = await page.evaluate((example) => document.querySelectorAll(`[data-example="${example}"] button`).length, example);
            for (let place = 0; place < buttons; place++) {
              const words = await page.evaluate(({ example, place, leave }) => {
                const button = document.querySelectorAll(`[data-example="${example}"] button`)[place];
                if (!button?.checkVisibility() || leave.includes(button.dataset.action)) return null;
                button.focus();
                return button.textContent;
              }, { example, place, leave: LEAVE_ALONE });
              if (words === null) continue;
              await page.keyboard.press("Enter");
              await atRest(page);
              if (await page.evaluate(() => document.activeElement === document.body)) faults.push(`${example}: lost by “${words}”`);
            }
          }
          return faults;
        }), []);
        // The control: a part that goes by itself takes focus with it.
        await openShelf(page, "buttons");
        const lost = await page.evaluate(() => {
          const button = document.querySelector('[data-example="main_button"] button');
          button.focus();
          button.remove();
          return document.activeElement === document.body;
        });
        assert.ok(lost, "the control");
      });

      for (const theme of THEMES) {
        describe(theme, () => {
          let themed, page;
          before(async () => {
            themed = await inTheme(engine, theme, browser);
            page = themed.page;
            await openGallery(page, served);
            // Small pictures are read soon.
            await page.resize(420, 360);
          });
          after(() => themed?.close());

          /**
           * Presses the element `window.looked` or moves focus to it, or away from all; shows it in the middle of the screen, still;
           * gives the picture, and the box of what is drawn for it.
           */
          const look = async (act) => {
            const box = await page.evaluate(async (act) => {
              const { looked } = window;
              if (act === "press") looked.click();
              if (act === "focus") looked.focus({ preventScroll: true });
              else document.activeElement.blur();
              looked.scrollIntoView({ block: "center" });
              for (let n = 0; n < 2; n++) await new Promise((frame) => requestAnimationFrame(frame));
              await Promise.all(document.getAnimations().map((fading) => fading.finished.catch(() => {})));
              const { x, y, width, height } = (looked.closest(".seg label") ?? looked).getBoundingClientRect();
              return { x, y, width, height };
            }, act);
            return { box, shot: await page.screenshot() };
          };
          /** Takes up the first control of each kind on each shelf, and calls `run` with its kind. */
          const eachKind = async (kindOf, run) => {
            const known = new Set();
            const found = [];
            for (const shelf of shelves) {
              await openShelf(page, shelf);
              await atRest(page);
              const kinds = await page.evaluate(kindOf);
              for (const [place, kind] of kinds.entries()) {
                if (known.has(kind)) continue;
                known.add(kind);
                await page.evaluate((place) => void (window.looked = window.kinds[place]), place);
                const fault = await run(kind);
                if (fault) found.push(`${shelf}: ${kind}: ${fault}`);
              }
            }
            assert.ok(known.size > 5, [...known].join(", "));
            return found;
          };

          /** Takes up a button that is nothing but a press, for the controls. */
          const aButton = async () => {
            await openShelf(page, "buttons");
            await atRest(page);
            await page.evaluate(() => void (window.looked = document.querySelector('[data-example="main_button"] button')));
          };

          test("the ring of focus can be told from its ground on every kind of control", async () => {
            /** How much of the picture changes when focus comes, measured by a line of one pixel around the control. */
            const ring = async () => {
              const { box, shot } = await look("leave");
              const after = await look("focus");
              const around = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
              return changed(shot, after.shot, around) / (2 * (Math.min(box.width, 400) + box.height));
            };
            await page.keyboard.press("Tab");
            assert.deepEqual(await eachKind(controlKinds, async () => {
              const share = await ring();
              return share >= 1 ? null : `${share.toFixed(2)} of a line`;
            }), []);
            await aButton();
            await style(page, "* { outline: none !important; box-shadow: none !important }");
            assert.ok((await ring()) < 1, "the control");
            await style(page, "");
          });

          test("what is chosen can be told from what is not", async () => {
            const turned = async () => {
              const { box, shot } = await look("leave");
              const after = await look("press");
              return changed(shot, after.shot, box);
            };
            assert.deepEqual(await eachKind(choiceKinds, async () => {
              const pixels = await turned();
              return pixels >= 24 ? null : `${pixels} pixels differ`;
            }), []);
            // The control: a button that is nothing but a press.
            await aButton();
            assert.equal(await turned(), 0, "the control");
          });

          test("the edge of every kind of field and choice can be seen", async () => {
            const seen = async () => {
              const { box, shot } = await look("leave");
              return edge(shot, box);
            };
            assert.deepEqual(await eachKind(edgeKinds, async () => {
              const contrast = await seen();
              return contrast >= 3 ? null : `${contrast.toFixed(1)}:1`;
            }), []);
            await aButton();
            await style(page, "* { border-color: transparent !important; background: none !important; forced-color-adjust: none !important }");
            assert.ok((await seen()) < 3, "the control");
            await style(page, "");
          });

          if (theme === "dark") {
            test("axe finds no words without contrast", async () => {
              const found = [];
              for (const shelf of shelves) {
                await openShelf(page, shelf);
                await openFolds(page);
                for (const fault of await axe(page, ["color-contrast"])) found.push(`${shelf}: ${fault}`);
              }
              assert.deepEqual(found, []);
            });
          }
        });
      }
    });
  }
});

/**
 * Runs in the page: keeps what Tab should come to in `window.stops`, in its order; gives how many there are. A last button is put
 * behind them: from there Tab would leave the page for the browser, whence Firefox lets no script bring focus back.
 */
function tabStops() {
  if (!document.getElementById("behind")) {
    const behind = document.body.appendChild(document.createElement("button"));
    behind.id = "behind";
    behind.textContent = "Behind";
  }
  const reachable = [...document.querySelectorAll("#app :is(input, textarea, button, summary, a[href])")].filter(
    (one) => (one.closest(".seg label") ?? one).checkVisibility() && !one.disabled && one.tabIndex >= 0,
  );
  const from = document.querySelector("#app h1");
  const behind = reachable.filter((one) => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  // Radios of a group are one stop: the chosen one, or else the first.
  window.stops = behind.filter((one) => {
    if (one.type !== "radio") return true;
    const group = behind.filter((other) => other.type === "radio" && other.name === one.name && other.form === one.form);
    return one === (group.find((other) => other.checked) ?? group[0]);
  });
  return window.stops.length;
}

/** Runs in the page: which stop has focus, and whether that can be seen. */
function tabbedTo() {
  const at = document.activeElement;
  const drawn = (one) => {
    const style = one && getComputedStyle(one);
    return Boolean(style) && ((style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none");
  };
  return { at: window.stops.indexOf(at), visible: [at, at.closest("label"), at.nextElementSibling].some(drawn), what: at.outerHTML.slice(0, 120) };
}

/** Runs in the page: keeps all that can have focus in `window.kinds`; gives the kind of each. */
function controlKinds() {
  window.kinds = [...document.querySelectorAll(".stage :is(input, textarea, button, summary)")].filter((one) => one.checkVisibility() && one.tabIndex >= 0);
  return window.kinds.map((one) => `${one.localName} ${one.type ?? ""} ${one.className} in ${one.closest(".seg, .choice, .tick, .toggle, .cover-ways, .notice")?.className ?? ""}`);
}

/** Runs in the page: the same of what can be chosen and is not. */
function choiceKinds() {
  window.kinds = [...document.querySelectorAll('.stage :is(.choice, .seg label, .tick):has(input:not(:checked)), .stage .toggle [aria-pressed="false"]')].filter((one) => one.checkVisibility());
  return window.kinds.map((one) => `${one.localName} ${one.className} ${one.querySelector("input")?.type ?? ""} in ${one.parentElement.className}`);
}

/** Runs in the page: the same of what has an edge. */
function edgeKinds() {
  // A quiet button is underlined words, as a link is: it has no edge that could be missed.
  const underlined = (one) => one.matches(".quiet") && getComputedStyle(one).textDecorationLine.includes("underline");
  window.kinds = [...document.querySelectorAll(".stage :is(input[type=text], textarea, .choice, .seg label:first-child span, .button)")].filter((one) => !underlined(one)).filter((one) => one.checkVisibility());
  return window.kinds.map((one) => `${one.localName} ${one.className}`);
}
