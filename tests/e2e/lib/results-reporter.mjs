// A reporter for node's test runner: a line of JSON for each test that ran, for `run.mjs` to count and to run again.

/** Yields `{ passed, name, why }` for each test; suites are no tests, and what was skipped did not run. */
export default async function* results(events) {
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite" || data.skip !== undefined || data.todo !== undefined) continue;
    const error = data.details?.error;
    const why = String((error?.cause ?? error)?.message ?? "").split("\n", 1)[0];
    yield `${JSON.stringify({ passed: type === "test:pass", name: data.name, why })}\n`;
  }
}
