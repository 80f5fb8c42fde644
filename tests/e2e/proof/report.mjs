// PRIVACY.md: every requirement with what was done, our figure and that of the page or fault that must fail.

const BROWSERS = ["Chromium", "Firefox"];

/** The text of PRIVACY.md from the kept results; `sum` is the SHA-256 of the build at hand. */
export function report(requirements, results, sum) {
  const of = (id, browser) => results.find((result) => result.id === id && result.browser === browser);
  const state = (result) => {
    if (!result) return "not run";
    const small = result.size === "quick" ? ", small size" : "";
    return (result.met && result.caught ? "met" : "**not met**") + small;
  };
  const summary = requirements.map(
    ({ id, what }) => `| ${id} | ${what} | ${BROWSERS.map((browser) => state(of(id, browser))).join(" | ")} |`,
  );
  const details = requirements.flatMap(({ id, what, target }) => [
    `### ${id} ${what}`,
    "",
    `Target: ${target}`,
    "",
    "| browser | what was done | ours | the page or fault that must fail | day, build |",
    "|---|---|---|---|---|",
    ...BROWSERS.map((browser) => {
      const result = of(id, browser);
      if (!result) return `| ${browser} | not run | | | |`;
      const cells = [result.version, result.done, verdict(result.ours, result.met, "met", "not met"), verdict(result.control, result.caught, "fails", "does not fail"), `${result.date}, ${result.sum.slice(0, 8)}${result.size === "quick" ? ", small size" : ""}`];
      return `| ${cells.map(cell).join(" | ")} |`;
    }),
    "",
  ]);
  return [...OPENING, `The build at hand is \`index.html\` with SHA-256 \`${sum}\`. A result that names another build by its first eight digits was`, "made on an earlier one; one at the small size is of `cargo xtask test`, on a machine that did other things too.", "", "| | requirement | Chromium | Firefox |", "|---|---|---|---|", ...summary, "", "## One by one", "", ...details].join("\n");
}

const verdict = (text, holds, yes, no) => `${text} (${holds ? yes : `**${no}**`})`;
const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ");

const OPENING = [
  "# Nothing left behind: what was proved",
  "",
  "Waymark says that nothing you type is kept or sent, and that one press ends it. This page shows how that was tried, in two",
  "real browsers, and what came out. Each requirement is also tried on a page made the usual way, or with a fault put in on",
  "purpose: that one must fail, or the test proves nothing. `cargo xtask prove` makes this page; `cargo xtask test` runs the",
  "same requirements at a smaller size. SECURITY.md says whom this stops and whom it cannot.",
  "",
  "Tried on Linux only. Safari, iPhone, Android and Windows have not been tried.",
  "",
];
