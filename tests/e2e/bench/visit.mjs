// One visit to one page, and what came when.
import { keepMemories, memorySize } from "../lib/memory.mjs";
import { inTab, until } from "../lib/steps.mjs";

/** Runs before the page: goes through the steps as soon as each is possible, and writes down when. Milliseconds from the start. */
function watch(steps) {
  const marks = (window.marks = {});
  const long = (window.long = []);
  try {
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, duration }) => long.push([startTime, duration]))).observe({ type: "longtask", buffered: true });
  } catch {
    // Firefox has no long tasks.
  }
  let at = 0;
  // The last part of ours comes after all else.
  const parts = () => {
    if (window.waymark?.part) waymark.part("later").then(() => (marks.later = performance.now()));
  };
  addEventListener("DOMContentLoaded", parts);
  const look = () => {
    if (marks.exit === undefined && window.waymark?.exit && document.getElementById("exit")) marks.exit = performance.now();
    while (at < steps.length) {
      const { press, seen, count = 1, mark } = steps[at];
      const found = document.querySelectorAll(press ?? seen);
      if (found.length < count) break;
      if (press) found[0].click();
      else requestAnimationFrame(() => (marks[mark] = performance.now()));
      at++;
      // What was pressed is rendered before the next is looked for.
      if (press) break;
    }
    if (at < steps.length) requestAnimationFrame(look);
  };
  look();
}

/** Answers each item with yes; milliseconds until each is painted, and the count that the page then shows. */
async function answerAll() {
  const times = [];
  const begun = performance.now();
  const ours = [...document.querySelectorAll('input[name^="dash."][value="yes"]')].filter(({ name }) => /^dash\.\d+$/.test(name));
  const first = ours.length ? ours : [...document.querySelectorAll('input[type="radio"]')].filter((_, at) => at % 3 === 0);
  for (const radio of first) {
    const at = performance.now();
    radio.click();
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    times.push(performance.now() - at);
    await new Promise((next) => setTimeout(next, 30));
  }
  const count = () => Number(document.querySelector('[data-result="dash"]')?.dataset.yes ?? document.getElementById("score").textContent);
  // Form.io tells of changes later.
  for (const end = performance.now() + 5000; count() < first.length && performance.now() < end; ) await new Promise((next) => setTimeout(next, 20));
  return { times, begun, count: count() };
}

/** The figures of one visit: `first`, `exit`, `paint`, `program`, `dash`, `loaded` and `answers` in ms, `bytes`, `heap` in bytes. */
export async function visit(browser, server, { name, steps, line, cpu }) {
  return inTab(browser, async (page) => {
    await page.preload(keepMemories);
    await page.preload(watch, steps);
    if (cpu > 1) await page.throttle(cpu);
    Object.assign(server, { line, sent: 0, free: 0 });
    page.start(`${server.origin}/${name}`);
    const last = steps.at(-1).mark;
    const there = (last) =>
      window.marks?.[last] !== undefined && document.readyState === "complete" && (window.waymark?.part === undefined || window.marks.later !== undefined);
    await until(page, there, last, 120_000);
    const bytes = server.sent;
    const { marks, paint, loaded } = await page.evaluate(() => ({
      marks: window.marks,
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      loaded: performance.getEntriesByType("navigation")[0].loadEventStart,
    }));
    await page.evaluate(() => new Promise((rest) => setTimeout(rest, 1000)));
    const { times, begun, count } = await page.evaluate(answerAll);
    if (count !== 24) throw new Error(`${name} counts ${count} of 24`);
    const { long, heap } = await page.evaluate(async () => {
      // What only finalizers let go of is collected the second time.
      for (let time = 0; time < 2; time++) {
        window.gc?.();
        await new Promise((rest) => setTimeout(rest, 200));
      }
      return { long: window.long, heap: performance.memory?.usedJSHeapSize };
    });
    const memory = await memorySize(page);
    const longest = (keep) => Math.max(0, ...long.filter(([at]) => keep(at)).map(([, took]) => took));
    return {
      ...marks,
      paint,
      everything: Math.max(loaded, marks.later ?? marks.first),
      bytes,
      answers: times,
      longest: longest((at) => at < begun),
      longestAnswer: longest((at) => at >= begun),
      heap: heap && heap + memory,
    };
  });
}
