// The figures as tables, with what each is of the plain page and of React, and where ours loses.
import { readFile, writeFile } from "node:fs/promises";
import { NAMES } from "./pages.mjs";

const FILE = new URL("../../../BENCHMARKS.md", import.meta.url);
/** Everything between these lines is written by `cargo xtask bench --write`. */
const [BEGIN, END] = ["<!-- figures: written by cargo xtask bench --write -->", "<!-- end of the figures -->"];

const at = (list, share) => list.toSorted((one, other) => one - other)[Math.min(list.length - 1, Math.floor(list.length * share))];
const median = (list) => (list.length && list.every((one) => one !== undefined) ? at(list, 0.5) : undefined);

/** The figures of one page under one condition: medians of the visits; of answers, over all of them. */
function summed(visits) {
  const of = (what) => median(visits.map((one) => one[what]));
  const answers = visits.flatMap((one) => one.answers);
  const worst = (what) => Math.max(...visits.map((one) => one[what]));
  return {
    bytes: of("bytes"), paint: of("paint"), exit: of("exit"), first: of("first"), dash: of("dash") ?? of("first"), everything: of("everything"),
    p50: at(answers, 0.5), p95: at(answers, 0.95), longest: worst("longest"), longestAnswer: worst("longestAnswer"), heap: of("heap"),
  };
}

const COLUMNS = [
  ["bytes, brotli", "bytes"], ["first paint", "paint"], ["first question", "first"], ["24 items", "dash"], ["everything", "everything"],
  ["answer p50", "p50"], ["answer p95", "p95"], ["longest task, loading", "longest"], ["longest task, an answer", "longestAnswer"], ["heap, MB", "heap"],
];
const shown = (key, value) => {
  if (value === undefined) return "–";
  return key === "heap" ? (value / 1e6).toFixed(1) : Math.round(value).toLocaleString("en-GB");
};
const row = (cells) => `| ${cells.join(" | ")} |`;
const times = (one, other) => (one / other).toFixed(2);

/** What the page is aimed at, each as a figure and its limit; only where it was measured. */
function aims({ plain, react, surveyjs, ours, nowasm }, { cpu, line }) {
  const all = [
    ["first question ÷ React", ours.first / react.first, 0.7],
    ["24 items ÷ React", ours.dash / react.dash, 1.8],
    ["everything ÷ React", ours.everything / react.everything, 3],
    ["everything ÷ SurveyJS", ours.everything / surveyjs.everything, 1],
    ["Exit ÷ plain HTML", ours.exit / plain.first, 1.1],
    ["first question of nowasm.html ÷ of index.html", nowasm.first / ours.first, 2],
    ["heap ÷ React", ours.heap / react.heap, 2],
  ];
  if (cpu === 4) all.push(["answer to painted, p95, ms", ours.p95, 50], ["longest task of an answer, ms", ours.longestAnswer, 50]);
  if (cpu === 4 && line === "Slow 4G") all.push(["bytes, all", ours.bytes, 520_000]);
  return all.filter(([, figure]) => Number.isFinite(figure));
}

function table({ browser, line, cpu, figures }) {
  const all = Object.fromEntries(Object.entries(figures).map(([name, visits]) => [name, summed(visits)]));
  const lines = [
    `### ${browser}, ${line}, processor ÷${cpu}`, "",
    row(["", ...COLUMNS.map(([title]) => title)]), row(["---", ...COLUMNS.map(() => "--:")]),
    ...Object.entries(all).map(([name, one]) => row([NAMES[name], ...COLUMNS.map(([, key]) => shown(key, one[key]))])), "",
    `Waymark: Exit works after ${shown("exit", all.ours.exit)} ms, the program has taken over after ${shown("", median(figures.ours.map(({ program }) => program)))} ms.`, "",
    row(["Waymark's first question, 24 items, everything", "÷ plain HTML", "÷ React"]), row(["---", "--:", "--:"]),
    ...[["first question", "first"], ["24 items", "dash"], ["everything", "everything"]].map(([what, key]) => row([what, times(all.ours[key], all.plain[key]), times(all.ours[key], all.react[key])])), "",
  ];
  const [met, lost] = [true, false].map((wanted) => aims(all, { cpu, line }).filter(([, figure, limit]) => figure <= limit === wanted));
  const told = ([what, figure, limit]) => `${what}: ${figure < 100 ? figure.toFixed(2) : shown("", figure)} (aim: ${limit.toLocaleString("en-GB")})`;
  lines.push(`Lost: ${lost.map(told).join("; ") || "none of the aims"}.`, "", `Met: ${met.map(told).join("; ") || "none of the aims"}.`, "");
  return lines.join("\n");
}

/** The figures as Markdown. `load` is the share of the processors that others used before; `engineFigures` come from xtask. */
export function report({ tables, runs, load, processor, engineFigures }) {
  const engine = engineFigures.map(({ what, cases, seconds }) => `${what}: ${cases.toLocaleString("en-GB")} cases in ${seconds.toFixed(2)} s, ${Math.round(cases / seconds).toLocaleString("en-GB")} a second.`);
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)} on ${processor}, of which ${Math.round(load * 100)} in 100 were in use before it began. Medians of ${runs} visits to each page, page by page in turn, after one that is not counted; of answers, all visits together; of longest tasks, the longest of all. Times in milliseconds.`, "",
    ...tables.map(table),
    ...(engine.length ? ["### The engine, one core", "", ...engine.map((line) => `- ${line}`), ""] : []),
  ].join("\n");
}

/** Puts the figures into their place in BENCHMARKS.md; the rest of it is written by hand. */
export async function write(text) {
  const old = await readFile(FILE, "utf8");
  const [begin, end] = [old.indexOf(BEGIN), old.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`BENCHMARKS.md lacks the line ${begin < 0 ? BEGIN : END}`);
  await writeFile(FILE, `${old.slice(0, begin)}${BEGIN}\n\n${text}\n${old.slice(end)}`);
}
