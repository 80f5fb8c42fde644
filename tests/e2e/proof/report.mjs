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
  return [...OPENING, `The build at hand is \`index.html\` with SHA-256 \`${sum}\`. A result that names another build by its first eight digits was`, "made on an earlier one; one at the small size is of `cargo xtask test`, on a machine that did other things too.", "", ...WRONG, "| | requirement | Chromium | Firefox |", "|---|---|---|---|", ...summary, "", "## One by one", "", ...details].join("\n");
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

/** What earlier results claimed that was not so: it stays here, so that nobody takes an old copy of this page at its word. */
const WRONG = [
  "## What this page got wrong before",
  "",
  "In November 2026 somebody attacked the build `6c9cf348` from outside, with a program of their own. Five of the results below",
  "were \"met\" and could not have been anything else. Each has been put right, and each now carries a fault that the old one would",
  "have passed.",
  "",
  "| | what it said | what was so | what it does now |",
  "|---|---|---|---|",
  "| R4 | Back never reveals | it opened no settings link, no `paper.html` and no closed tab: all three came back after Exit | does all three; a page that asks whether it was come to by Back, Forward or a restore leaves again at once |",
  "| R15 | three taps leave from any control, also with a list open | in Firefox a driver's keys go past an open list, real ones do not: with a drop-down open neither Shift nor one press of Exit left | no control opens a list any more, and that is asked of every step; a list put in is opened with real keys |",
  "| R16, R17 | no false exit, no missed one | Shift and a letter of a screen reader is a clean tap to the page: three of them closed it. A press of Exit that moved 4 pixels, or that stopped a page that was gliding, did nothing | a screen reader and Sticky Keys are played; Exit is pressed by a hand that shakes and by fingers |",
  "| R22 | silence | it tried WebRTC without sending anything, and its witness was a proxy, which sees no datagrams: a script in the page could have sent words out | a witness for datagrams; a header that stops them in Chromium; in Firefox the page takes away what such a script would need |",
  "| R28 | no page process holds what was typed | only where the other site answers with a page. While it is awaited, where it answers without one, and after \"Clear everything\" the browser's own copies stay for as long as the process does | says so in its name, and counts the others |",
  "| R29 | Chromium makes no picture of a hidden tab | it shows one when the pointer rests on the tab, from before the page was covered: what was typed could be read for a second or two | a curtain is drawn before; the picture is looked at in a real window |",
  "",
];
