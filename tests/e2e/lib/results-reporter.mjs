// A reporter for node's test runner: a line of JSON for each test that ran, for `run.mjs` to count and to run again.

/** Enough of an error to see what was read and what was expected. */
const MOST_LETTERS = 300;

/**
 * Yields `{ passed, name, suite, why }` for each test; suites are no tests, and what was skipped did not run. `suite` is the
 * outermost one that the test stands in, or null.
 */
export default async function* results(events) {
  let outermost = null;
  for await (const { type, data } of events) {
    if (type === "test:start" && data.nesting === 0) outermost = data.name;
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || data.skip !== undefined || data.todo !== undefined) continue;
    const error = data.details?.error;
    const why = String((error?.cause ?? error)?.message ?? "").replace(/\s+/g, " ").slice(0, MOST_LETTERS);
    const suite = data.nesting ? outermost : null;
    yield `${JSON.stringify({ passed: type === "test:pass", name: data.name, suite, why })}\n`;
  }
}
