// R17: whoever means to leave, leaves, however they press. And what the best-known component takes for three presses is none.
import { clickAt, held, resolve, stroke, writeInPage } from "../lib/keys.mjs";
import { pagePlace } from "../lib/outside.mjs";
import { person } from "../lib/person.mjs";
import { atRest, atWeather, sleep, until } from "../lib/steps.mjs";

const [L, R] = ["ShiftLeft", "ShiftRight"];
const tap = (code = L) => stroke(code);
const taps = (...codes) => codes.flatMap(tap);
/** Left and right, the second down before the first is up. */
const overlapping = (one, two) => [{ down: one }, { down: two }, { up: one }, { up: two }];
const pause = (ms) => [{ pause: ms }];
const field = { x: 400, y: 400 };

/**
 * Three taps, and nothing that is not: each must leave. `both`: both Shifts at once, which WebDriver cannot press. `first`: tried also where time is short.
 * `known`: what the best-known component answers wrongly.
 */
const MEANT = [
  { what: "left three times", events: taps(L, L, L) },
  { what: "right three times", events: taps(R, R, R) },
  { first: true, what: "left, right, left", events: taps(L, R, L) },
  { what: "right, left, right", events: taps(R, L, R) },
  { first: true, known: true, what: "left and right overlapping, then right", events: [...overlapping(L, R), ...tap(R)], both: true },
  { what: "left, then right and left overlapping", events: [...tap(L), ...overlapping(R, L)], both: true },
  { first: true, what: "right inside left, then left", events: [...held(L, tap(R)), ...tap(L)], both: true },
  { what: "left, right, left, each over the next", events: [{ down: L }, { down: R }, { up: L }, { down: L }, { up: R }, { up: L }], both: true },
  { first: true, what: "after a capital", events: [...held(L, stroke("KeyA")), ...taps(L, L, L)] },
  { what: "after Shift was held", events: [{ down: L }, { down: L, repeat: true }, { up: L }, ...taps(L, L, L)] },
  { what: "after Shift and clicks", events: [...held(L, clickAt(field.x, field.y)), ...held(L, clickAt(field.x, field.y)), ...taps(L, R, L)] },
  { what: "one tap, a letter, three taps", events: [...tap(), ...stroke("KeyB"), ...taps(L, L, L)] },
  { what: "pressed slowly, 700 ms each", events: [0, 0, 0].flatMap(() => held(L, pause(700))) },
  { first: true, what: "two at once and one 4.9 s later", events: [...taps(L, L), ...pause(4900), ...tap()] },
  { what: "4.9 s apart", events: [...tap(), ...pause(4900), ...tap(), ...pause(4900), ...tap()], slow: true },
  { what: "one tap, 5.3 s, three taps", events: [...tap(), ...pause(5300), ...taps(L, L, L)], slow: true },
];
/** Not three taps: none may leave. */
const NOT_MEANT = [
  { first: true, known: true, what: "Shift and a click, three times", events: [0, 0, 0].flatMap(() => held(L, clickAt(field.x, field.y))) },
  { what: "two taps, 5.3 s, one tap", events: [...taps(L, L), ...pause(5300), ...tap()], slow: true },
];

/** Plays events with their pauses. */
async function play(stage, page, { events, both }) {
  const resolved = resolve(events);
  const written = both && stage.engine.name === "Firefox";
  for (let from = 0; from < resolved.length; ) {
    const next = resolved.findIndex((event, place) => place >= from && event.pause);
    const until = next < 0 ? resolved.length : next;
    const part = resolved.slice(from, until);
    if (part.length) await Promise.race([(written ? writeInPage(page, part) : page.play(part)).catch(() => {}), sleep(2000)]);
    if (next >= 0) await sleep(resolved[next].pause);
    from = until + 1;
  }
}

/** Whether a page leaves after the events. `open` opens it, with focus in its field. */
async function leaves(stage, page, open, one) {
  for (let tries = 0; ; tries++) {
    await open(page);
    await until(page, () => {
      const field = document.querySelector("textarea");
      field?.focus();
      return field !== null;
    });
    page.said.length = 0;
    await page.evaluate(() => addEventListener("keyup", (event) => console.log(`up ${event.timeStamp}`), true));
    await play(stage, page, one);
    const left = await atWeather(page, one.meant ? 3000 : 400).then(() => true, () => false);
    // On a busy machine 4.9 s can become more than 5, and then it was right to stay.
    if (left || !one.meant || !tooLate(page.said) || tries === 3) return left;
  }
}

/** True when more than 5 s went by in the page between two presses that were meant to be closer. */
function tooLate(said) {
  const times = said.filter((line) => line.startsWith("up ")).map((line) => Number(line.slice(3)));
  return times.some((time, place) => place > 0 && time - times[place - 1] > 5000);
}

/** Where Exit is in the page: a place in its left quarter, so that there is room for a slide inside it. */
const exitPlace = (page) =>
  page.evaluate(() => {
    const { x, y, width, height } = document.getElementById("exit").getBoundingClientRect();
    return { x: x + width / 4, y: y + height / 2 };
  });

/** A press of the real mouse that moves by so many pixels before it is let go. */
const drag = (right, down = 0) => async (page, { screen }) => {
  const [{ x, y }, exit] = [await pagePlace(page), await exitPlace(page)];
  screen.drag(x - 8 + exit.x, y - 8 + exit.y, right, down);
};

/** A finger that slides over Exit. */
const slide = (pixels) => async (page) => {
  const { x, y } = await exitPlace(page);
  await page.touch("touchStart", { x, y });
  for (let moved = 4; moved <= pixels; moved += 4) {
    await page.touch("touchMove", { x: x + moved, y });
    await sleep(10);
  }
  await page.touch("touchEnd");
};

/** A finger that sets the page gliding, and so many ms later a tap on Exit. */
const glide = (wait) => async (page) => {
  await page.touch("touchStart", { x: 400, y: 600 });
  for (let step = 1; step <= 8; step++) {
    await page.touch("touchMove", { x: 400, y: 600 - step * 50 });
    await sleep(8);
  }
  await page.touch("touchEnd");
  await sleep(wait);
  const exit = await exitPlace(page);
  await page.touch("touchStart", exit);
  await sleep(40);
  await page.touch("touchEnd");
};

/** A real key, with focus on Exit. */
const keyOnExit = (key) => async (page, { screen }) => {
  const { x, y } = await pagePlace(page);
  screen.point(x + 200, y + 200);
  await page.evaluate(() => document.getElementById("exit").focus());
  screen.press(key);
};

/** Ways of pressing Exit itself. `touch`: only where the protocol of the browser has fingers. */
const PRESSES = [
  ...[0, 2, 4, 6, 10, 16].map((right) => ({ what: `the mouse, moved ${right} px`, press: drag(right) })),
  { what: "the mouse, slid off Exit", press: drag(150, 60) },
  { what: "Space", press: keyOnExit("space") },
  { what: "Enter", press: keyOnExit("Return") },
  ...[12, 20, 30, 80].map((pixels) => ({ what: `a finger, slid ${pixels} px`, press: slide(pixels), touch: true })),
  ...[150, 300].map((wait) => ({ what: `a finger, ${wait} ms after the page was set gliding`, press: glide(wait), touch: true })),
];

/** The ways of pressing Exit that did not leave, each once in a real window. `fault` runs before the page. */
async function pressed(stage, presses, fault) {
  const outside = await stage.outside();
  const missed = [];
  for (const { what, press } of presses) {
    await outside.fresh(async (page) => {
      if (fault) await page.preload(fault);
      await stage.openTool(page);
      await page.evaluate(() => document.querySelector('button[data-step="situation"]').click());
      await until(page, () => document.querySelector('section[data-step="situation"] h1') !== null);
      await atRest(page);
      // An answer that does not come because the page went is no fault.
      await Promise.race([press(page, outside).catch(() => {}), sleep(3000)]);
      if (!(await atWeather(page, 3000).then(() => true, () => false))) missed.push(what);
    });
  }
  return missed;
}

/** Runs before the page: an exit that waits for the click, and a link that can be dragged, as it was until November 2026. */
function clickOnly() {
  for (const type of ["pointerdown", "pointerup", "pointercancel", "dragstart"]) addEventListener(type, (event) => event.stopImmediatePropagation(), true);
  addEventListener("keydown", (event) => { if (event.key === " ") event.stopImmediatePropagation(); }, true);
  addEventListener("DOMContentLoaded", () => document.getElementById("exit").removeAttribute("draggable"));
}

/** The names of those that did not do what they should. */
const wrong = (stage, open, cases) =>
  stage.fresh(async (page) => {
    const found = [];
    for (const one of cases) if ((await leaves(stage, page, open, one)) !== one.meant) found.push(one.what);
    return found;
  });

export const R17 = {
  id: "R17",
  what: "No missed exits",
  target: "every way of tapping Shift three times leaves: in turn, overlapping, 4.9 s apart; Shift and click three times does not; every way of pressing Exit leaves, by a hand that shakes, by a finger that slides, while the page glides, by Space",
  quick: { rounds: 1, all: false },
  whole: { rounds: 10, all: true },
  async prove(stage, { rounds, all }) {
    const cases = [...MEANT.map((one) => ({ ...one, meant: true })), ...NOT_MEANT.map((one) => ({ ...one, meant: false }))];
    const wanted = cases.filter(({ first }) => all || first);
    const onRecord = async (page) => {
      const me = await person(page).open(stage.tool);
      await me.step("record");
    };
    let visits = 0;
    const onCounter = async (page) => {
      page.start(`${stage.neutral.origin}/last-keyup?${++visits}`);
      await until(page, (visit) => location.search === visit, `?${visits}`);
    };
    const failed = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      // Waiting shows nothing new after the third time.
      const now = wanted.filter(({ slow }) => !slow || round < 3);
      failed.push(...(await wrong(stage, onRecord, now)));
      tried += now.length;
      stage.tell(`round ${round + 1} of ${rounds}: ${failed.length} answered wrongly`);
    }
    const can = PRESSES.filter(({ touch }) => !touch || stage.engine.name === "Chromium");
    const unpressed = await pressed(stage, can);
    const gone = await pressed(stage, can.filter(({ what }) => /slid off|Space|slid 30|gliding/.test(what)), clickOnly);
    const known = cases.filter(({ known }) => known);
    const counter = await wrong(stage, onCounter, known);
    const list = (names) => (names.length ? `: ${[...new Set(names)].join("; ")}` : "");
    const writtenToo = stage.engine.name === "Firefox" ? "; both Shifts at once are written in the page, as WebDriver takes them for one key" : "";
    return {
      done: `${wanted.length} ways of pressing (${wanted.map(({ what }) => what).join("; ")}), ${rounds} times, the slow ones at most three, in a field of the record${writtenToo}; ${can.length} ways of pressing Exit itself, each once, in a real window with a real mouse and keys${stage.engine.name === "Chromium" ? ", fingers as the protocol of the browser makes them" : "; fingers have not been tried"} (${can.map(({ what }) => what).join("; ")})`,
      ours: `${failed.length} of ${tried} answered wrongly${list(failed)}; ${unpressed.length} of ${can.length} presses of Exit missed${list(unpressed)}`,
      met: failed.length === 0 && tried > 0 && unpressed.length === 0,
      control: `an exit that waits for the click misses ${gone.length}${list(gone)}; the best-known component's way of counting: ${counter.length} of ${known.length} answered wrongly${list(counter)}`,
      caught: counter.length > 0 && gone.length > 1,
    };
  },
};
