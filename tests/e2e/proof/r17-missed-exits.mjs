// R17: whoever means to leave, leaves, however they press. And what the best-known component takes for three presses is none.
import { clickAt, held, resolve, stroke, writeInPage } from "../lib/keys.mjs";
import { person } from "../lib/person.mjs";
import { atWeather, sleep, until } from "../lib/steps.mjs";

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
  target: "every way of tapping Shift three times leaves: in turn, overlapping, 4.9 s apart; Shift and click three times does not",
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
    const known = cases.filter(({ known }) => known);
    const counter = await wrong(stage, onCounter, known);
    const list = (names) => (names.length ? `: ${[...new Set(names)].join("; ")}` : "");
    const writtenToo = stage.engine.name === "Firefox" ? "; both Shifts at once are written in the page, as WebDriver takes them for one key" : "";
    return {
      done: `${wanted.length} ways of pressing (${wanted.map(({ what }) => what).join("; ")}), ${rounds} times, the slow ones at most three, in a field of the record${writtenToo}`,
      ours: `${failed.length} of ${tried} answered wrongly${list(failed)}`,
      met: failed.length === 0 && tried > 0,
      control: `the best-known component's way of counting: ${counter.length} of ${known.length} answered wrongly${list(counter)}`,
      caught: counter.length > 0,
    };
  },
};
