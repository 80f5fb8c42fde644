// R16: nobody who only writes is thrown out.
import { held, resolve, writeInPage } from "../lib/keys.mjs";
import { notes } from "../lib/notes.mjs";
import { WAYS, goBack, stickyKeys, switchTaps } from "../lib/reader.mjs";
import { settingsLink, useSettings } from "../lib/settings-link.mjs";
import { atWeather, click, drawn, sleep, tapThree, until } from "../lib/steps.mjs";

const SEED = 20261121;
/** Key events between two looks at whether the page is still there. */
const CHUNK = 200;

const isKey = (event) => Boolean(event.down || event.up);
const there = (page) => page.evaluate(() => document.querySelector("textarea") !== null).catch(() => false);

/** Hears every key in the page, so that what was sent can be held against what arrived. */
const listen = (page) =>
  page.evaluate(() => {
    window.heard = { real: 0, written: 0, shifts: 0 };
    for (const type of ["keydown", "keyup"]) {
      addEventListener(type, (event) => {
        window.heard[event.isTrusted ? "real" : "written"]++;
        window.heard.shifts += Number(event.key === "Shift" && type === "keyup");
      }, true);
    }
  });

/** Puts the field to write in into the middle, with focus in it; gives its place on the screen. */
const field = (page) =>
  page.evaluate(() => {
    const field = document.querySelector("textarea");
    field.scrollIntoView({ block: "center" });
    field.focus();
    const { x, y, width, height } = field.getBoundingClientRect();
    return { x, y, width, height };
  });

/**
 * Scrolls with Shift held, three times; gives the number of key events. It comes last in a chunk: the page moves on for a
 * while after it. 20 ms is the least a hand takes: without it the keys overtake the wheel, which no hand can do.
 */
async function scroll(page, { x, y }) {
  const once = held("ShiftLeft", [{ wheel: 30, x: Math.round(x + 20), y: Math.round(y + 20) }]);
  for (const event of resolve([...once, ...once, ...once])) {
    await page.play([event]);
    await sleep(20);
  }
  return 6;
}
const still = (page) =>
  until(page, async () => {
    const before = scrollY;
    await new Promise((done) => setTimeout(done, 150));
    return scrollY === before;
  });

/** Pieces of writing of one chunk, those that follow each other joined where they are played the same way. */
function chunk(pieces, size) {
  const parts = [];
  for (let keys = 0; keys < size; ) {
    const { what, events, trusted } = pieces.next().value;
    if (parts.at(-1)?.trusted !== trusted) parts.push({ trusted, events: [], what: [] });
    parts.at(-1).events.push(...events);
    parts.at(-1).what.push(what);
    keys += events.filter(isKey).length;
  }
  return parts;
}

/**
 * Plays at least `wanted` key events to the page that is open, or until it is left. `left` is where: the number of events
 * and what was being done; null when it never was. `heard` is what arrived in the page.
 */
async function replay(stage, page, wanted) {
  const allReal = stage.engine.name === "Chromium";
  await listen(page);
  const place = await field(page);
  const pieces = notes(SEED, place);
  let sent = 0;
  while (sent < wanted) {
    Object.assign(place, await field(page));
    for (const { trusted, events, what } of chunk(pieces, CHUNK)) {
      const resolved = resolve(events);
      await (trusted || allReal ? page.play(resolved) : writeInPage(page, resolved)).catch(() => {});
      sent += events.filter(isKey).length;
      if (stage.browser.exits.length) return { sent, left: `after ${sent} key events, in: ${what.join(", ")}` };
    }
    sent += await scroll(page, place).catch(() => 0);
    if (stage.browser.exits.length) return { sent, left: `after ${sent} key events, in: scrolling with Shift` };
    await still(page);
    if (sent % 2000 < CHUNK) stage.tell(`${sent} of ${wanted} key events, no exit`);
  }
  if (!(await there(page)) || stage.browser.exits.length) return { sent, left: `after ${sent} key events` };
  return { sent, left: null, heard: await page.evaluate(() => window.heard) };
}

/** Opens a step with headings, and waits until what a press of its own moved has come to rest. */
async function openReading(stage, page) {
  await stage.openTool(page);
  await page.evaluate(() => document.querySelector('button[data-step="situation"]').click());
  await until(page, () => document.querySelector('section[data-step="situation"] h1') !== null);
  await drawn(page);
  await sleep(1300);
}

const left = (stage) => stage.browser.exits.length > 0;
const leaves = (page) => atWeather(page, 3000).then(() => true, () => false);

/** Goes back with each way of a screen reader; the ways that left. After each, three taps that are meant still leave. */
async function reading(stage, ways) {
  const faults = [];
  for (const way of ways) {
    await stage.fresh(async (page) => {
      await openReading(stage, page);
      await goBack(page, way).catch(() => {});
      if (left(stage)) return faults.push(`left: ${way.what}`);
      await sleep(600);
      await tapThree(page).catch(() => {});
      if (!(await leaves(page))) faults.push(`three taps after it do not leave: ${way.what}`);
    });
  }
  return faults;
}

/** With the taps switched off, by hand or by the settings of an area, nothing but Exit leaves. */
async function switchedOff(stage) {
  const faults = [];
  const off = settingsLink({ format: "waymark-settings/1", page: { shift_exit: false } });
  for (const [how, turn] of Object.entries({
    "under Display": (page) => switchTaps(page),
    "by the settings of an area": async (page) => {
      await page.evaluate((link) => { location.hash = link; }, off);
      await useSettings(page);
    },
  })) {
    await stage.fresh(async (page) => {
      await openReading(stage, page);
      await turn(page);
      await sleep(300);
      await stickyKeys(page);
      await sleep(300);
      if (left(stage)) return faults.push(`left, switched off ${how}`);
      const note = await page.evaluate(() => document.getElementById("exit-note").textContent);
      if (note) faults.push(`it counts taps aloud that do nothing: ${note}`);
      await click(page, "#exit").catch(() => {});
      if (!(await leaves(page))) faults.push(`Exit does not leave, switched off ${how}`);
    });
  }
  // With the taps on, the third leaves: why there is a switch.
  await stage.fresh(async (page) => {
    await openReading(stage, page);
    await stickyKeys(page);
    if (!(await leaves(page))) faults.push("switched on, three taps do not leave");
  });
  return faults;
}

/** Runs before the page: deaf to what moves by itself, as the exit was until November 2026. */
function deafToMoves() {
  for (const type of ["scroll", "selectionchange", "focusin"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
}

/** The first way, by an exit that takes every clean tap for one: true when it leaves. */
const oldWay = (stage) =>
  stage.fresh(async (page) => {
    await page.preload(deafToMoves);
    await openReading(stage, page);
    await goBack(page, WAYS[0]).catch(() => {});
    return leaves(page);
  });

export const R16 = {
  id: "R16",
  what: "No false exits while notes are written, nor by a screen reader",
  target: "0 exits in 10,000 key events; none by a screen reader that goes back; none by Sticky Keys where the taps are switched off",
  quick: { events: 1200, ways: [0, 3] },
  whole: { events: 10_000, ways: WAYS.map((_, place) => place) },
  async prove(stage, { events, ways }) {
    const read = [...(await reading(stage, ways.map((place) => WAYS[place]))), ...(await switchedOff(stage))];
    const old = await oldWay(stage);
    const ours = await stage.fresh(async (page) => {
      await stage.openTool(page);
      await page.evaluate(() => document.querySelector('button[data-step="record"]').click());
      await until(page, () => document.querySelector("textarea") !== null);
      return replay(stage, page, events);
    });
    const naive = await stage.fresh(async (page) => {
      await stage.openNaive(page);
      return replay(stage, page, events);
    });
    const { real = 0, written = 0, shifts = 0 } = ours.heard ?? {};
    const arrived = ours.heard ? `. ${real} arrived as real input` + (written ? `, ${written} were written in the page (an input method and overlapping Shifts: WebDriver cannot make them)` : "") : "";
    return {
      done:
        `writing from seed ${SEED} in a field of the record: capitals, selecting, Shift with Tab, Control, Alt, AltGr, Meta, clicks, drags and scrolling, held Shift, ` +
        `Sticky Keys, an input method${arrived}. Shift and a letter of a screen reader, four times in ${ways.length} ways (${ways.map((place) => WAYS[place].what).join("; ")}), played as the page was seen to move with Orca; then three taps that are meant. Sticky Keys switched on by five taps, with the taps of the exit switched off under Display and by an area's settings. ` +
        "A heading that is in sight already can be gone to without any move that a page sees (NVDA and JAWS, by their design; not tried): there only the switch helps",
      ours: (ours.left ? `left ${ours.left}` : `0 exits in ${ours.sent} key events, ${shifts} of them a Shift let go`) + `; ${read.length} faults by a screen reader or Sticky Keys${read.length ? `: ${read.join("; ")}` : ""}`,
      met: read.length === 0 && ours.left === null && real + written === ours.sent && ours.sent >= events && shifts > events / 10,
      control: `${naive.left ? `left ${naive.left}` : `did not leave in ${naive.sent} key events`}; an exit that is deaf to moves ${old ? "is left" : "is not left"} by a screen reader`,
      caught: Boolean(naive.left) && old,
    };
  },
};
