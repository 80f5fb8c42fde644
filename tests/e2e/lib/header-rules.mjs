// `_headers`, as the hosts that read it say that they do: all rules that match a path count, and values are joined.

/** How each host tells whether a rule's path is meant. */
export const hosts = {
  /** Part by part; the case of letters and a last slash do not matter; "*" as a part may stand for none. */
  Netlify(rule, path) {
    const part = (text) => (text === "*" ? "?(.*)" : pattern(text));
    return new RegExp(`^/${rule.split("/").filter(Boolean).map(part).join("/")}/?$`, "iu").test(path);
  },
  /** To the letter. */
  "Cloudflare Pages": (rule, path) => new RegExp(`^${pattern(rule)}$`, "u").test(path),
};

const pattern = (text) =>
  text
    .split(/(\*|:[A-Za-z]\w*)/)
    .map((piece, place) => (place % 2 ? (piece === "*" ? ".*" : "[^/]+") : piece.replace(/[$()*+./?[\\\]^{|}-]/g, "\\$&")))
    .join("");

/** The rules of a file, and the lines that a host would pass over in silence. */
export function parseRules(text) {
  const rules = [];
  const ignored = [];
  for (const line of text.split("\n").map((line) => line.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):\s*(.+)$/.exec(line) ?? [];
    if (line.startsWith("/")) rules.push({ path: line, headers: [] });
    else if (name && rules.length && line.length <= 2000) rules.at(-1).headers.push([name, value]);
    else ignored.push(line);
  }
  return { rules, ignored };
}

/** What a host sends for a path. */
export function headersFor(rules, matches, path) {
  const sent = new Map();
  for (const [name, value] of rules.filter((rule) => matches(rule.path, path)).flatMap((rule) => rule.headers)) {
    const key = name.toLowerCase();
    sent.set(key, [name, sent.has(key) ? `${sent.get(key)[1]}, ${value}` : value]);
  }
  return [...sent.values()];
}
