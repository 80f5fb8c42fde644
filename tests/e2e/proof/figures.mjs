// Many measured times in a few words.

/** The middle, the 95th of a hundred and the longest of some times, and the same as words. */
export function spread(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const part = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  const [p50, p95, max] = [part(0.5), part(0.95), part(1)];
  return { p50, p95, max, words: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, max ${max.toFixed(0)} ms (n=${times.length})` };
}
