// R1: nothing typed or chosen reaches the disk. Each visit has a profile of its own, which is searched when it is over.
import { KINDS, SENTINELS, STEPS } from "../lib/filling.mjs";
import { scan } from "../lib/traces/scan.mjs";
import { FLOWS, fill, onScreen, sideBySide, withProfile } from "./visits.mjs";

/** What section 4 of the evidence measured on ordinary fields: where it must be found, or the scanner sees nothing. */
const EXPECTED = {
  Chromium: { "Exit, then closed": ["Sessions", "Web Data"], "Exit, then killed": ["Sessions", "Web Data"], "killed while typing": ["Sessions"] },
  Firefox: { "killed while typing": ["recovery.jsonlz4"] },
};

/** One visit and the search after it: `{ finds, unread, kinds }`. */
function visit(stage, { place, flow, turn }) {
  return withProfile(stage, async ({ profile, open }) => {
    const browser = await open();
    const page = await browser.newPage({ window: flow === "window closed" });
    const steps = [0, 1].map((n) => STEPS[(turn * 2 + n) % STEPS.length]);
    const filled = await fill(stage, page, place, steps);
    await FLOWS[flow]({ stage, browser, page, profile, turn });
    // A name of one plain word stands in any profile: "profile" does.
    const names = filled.map(({ name }) => name).filter((name) => name.includes("."));
    const { finds, unread } = await scan(profile, [...new Set([...SENTINELS, ...names])]);
    return { place, flow, finds, unread, kinds: filled.map(({ kind }) => kind) };
  });
}

const flows = Object.keys(FLOWS);
const times = (count, flow, place) => Array.from({ length: count }, (_, turn) => ({ place, flow, turn }));

export const R1 = {
  id: "R1",
  what: "Nothing typed or chosen reaches disk",
  target: "0 hits in 6 flows × 10 runs, and from a disk; hits on the naive page",
  quick: { kinds: [], ours: [{ place: "tool", flow: "killed while typing", turn: 0 }, { place: "tool", flow: "Exit, then closed", turn: 1 }], naive: ["killed while typing"] },
  whole: {
    kinds: KINDS,
    ours: [...flows.flatMap((flow, place) => times(10, flow, "tool").map((plan) => ({ ...plan, turn: plan.turn + place }))), { place: "file", flow: "killed while typing", turn: 0 }],
    naive: flows,
  },
  prove: onScreen(async (stage, size) => {
    const results = await sideBySide(stage, [...size.ours, ...size.naive.map((flow) => ({ place: "naive", flow, turn: 1 }))], visit);
    const own = results.filter(({ place }) => place !== "naive");
    const finds = own.flatMap((result) => result.finds);
    const unread = [...new Set(own.flatMap((result) => result.unread.map(({ file }) => tidy(file))))];
    const kinds = [...new Set(own.flatMap((result) => result.kinds))].sort();
    const unfilled = size.kinds.filter((kind) => !kinds.includes(kind));
    const naive = results.filter(({ place }) => place === "naive").map(({ flow, finds }) => ({ flow, ...summary(finds.filter(fromForms)) }));
    const expected = EXPECTED[stage.engine.name];
    const missed = naive.flatMap(({ flow, files }) => (expected[flow] ?? []).filter((wanted) => !files.some((file) => file.includes(wanted))));
    return {
      done: `${own.length} visits in ${new Set(own.map(({ flow }) => flow)).size} flows, each with a real window and a profile of its own; text typed and choices made in the tool's own controls (${kinds.join(", ")}) and in one of each other kind put beside them; the whole profile searched in UTF-8 and UTF-16 with mozLz4, LevelDB and SQLite unpacked`,
      ours: `${finds.length} hits${finds.length ? `: ${told(summary(finds))}: ${summary(finds).kinds.join(", ")}` : ""}${unfilled.length ? `; never filled: ${unfilled}` : ""}${unread.length ? `; searched only as they stand: ${unread.join(", ")}` : ""}`,
      met: finds.length === 0 && unfilled.length === 0,
      control: naive.map(({ flow, ...rest }) => `${flow}: ${told(rest)}`).join("; ") + (missed.length ? `; expected and not found: ${missed}` : ""),
      caught: missed.length === 0 && naive.some(({ files }) => files.length),
    };
  }),
};

/** The naive page names its own controls, and stands in the cache. */
const fromForms = ({ file }) => !/cache/i.test(file);

/** A file's name without what differs each time. */
const tidy = (file) => file.replace(/\d{6,}/g, "*").replace(/^Default\//, "");

/** The files and what was found in them. */
function summary(finds) {
  return {
    files: [...new Set(finds.map(({ file }) => tidy(file)))],
    kinds: [...new Set(finds.map(({ text }) => text))],
  };
}

const told = ({ files, kinds }) => (files.length ? `${kinds.length} words in ${files.join(", ")}` : "nothing");
