// R27: the same file works from a disk, a stick or a share.
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { person } from "../lib/person.mjs";
import { builtPage, scripts } from "../lib/planted.mjs";
import { dist, listen } from "../lib/server.mjs";
import { atWeather, click, ready, sleep, tapThree, until } from "../lib/steps.mjs";

/** Where copies lie: plainly, and as on a share of a team. */
const PLACES = ["page", "H drive (shared)/Housing team, nights & weekends/Notes #2"];

/** From the door to the record and out; what was found on the way. */
async function smoke(stage, page, address) {
  const me = person(page);
  page.start(`${address}#s=1.abc.00000000`);
  await ready(page);
  const first = await page.evaluate(() => ({
    letters: document.characterSet,
    fragment: location.hash,
    area: document.querySelector("[data-area]")?.dataset.area,
    title: document.title,
  }));
  await me.press('.doors button[data-step="tonight"]');
  await me.choose("context.danger_now", "no");
  await me.choose("context.private_now", "yes");
  await me.choose("context.told_by", "survivor");
  await me.step("dash");
  await me.choose("dash.1", "yes");
  const yes = (await me.data('[data-result="dash"]')).yes;
  await me.step("record");
  await me.press('[data-output="summary"]');
  await me.type("record.own_view_of_danger", "It gets worse.");
  // Held, not read: Firefox gives no text of what is off the screen.
  const record = /It gets worse\./.test(await me.holds(".sheets"));
  // A real press: what a debugger starts may make programs out of text, which About would find.
  await click(page, '.foot button[data-step="about"]');
  await until(page, () => document.querySelectorAll("[data-guarantee]").length >= 4);
  const force = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll("[data-guarantee]")].map((row) => [row.dataset.guarantee, row.dataset.state])));
  const faults = [
    ...(first.letters === "UTF-8" ? [] : [first.letters]),
    ...(first.fragment === "" && first.area === "refused" ? [] : ["the settings link was not taken up"]),
    ...(first.title === "Notes" ? [] : [first.title]),
    ...(yes === "1" ? [] : ["the Dash does not count"]),
    ...(record ? [] : ["the record lacks what was typed"]),
    ...["sandbox", "storage"].filter((name) => force[name] !== "not-held").map((name) => `${name} is said to be in force`),
    ...Object.keys(force).filter((name) => !["sandbox", "storage"].includes(name) && force[name] !== "held").map((name) => `${name} is not in force`),
  ];
  return { faults, force };
}

const leaves = async (page, leave) => {
  await leave(page).catch(() => {});
  return atWeather(page, 5000).then(() => true, () => false);
};

/** The page split as most builds are: its program in a module beside it, and no policy that could be blamed. */
async function split(folder) {
  const page = await builtPage();
  const inline = scripts(page).find((script) => script.includes("putTogether"));
  // A module runs when all of the page is there: then all parts have come, too.
  const arrived = scripts(page).filter((script) => /^window\.waymark\.arrived\(\)$/.test(script));
  const main = `${inline}\n${arrived.join("\n")}`;
  const html = arrived
    .reduce((html, script) => html.replace(`<script>${script}</script>`, ""), page)
    .replace(`<script>${inline}</script>`, () => '<script type="module" src="./start.js"></script>')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "start.js"), main);
  const server = await listen((request, response) => {
    const script = request.url.endsWith(".js");
    response.writeHead(200, { "Content-Type": script ? "text/javascript" : "text/html; charset=utf-8" });
    response.end(script ? main : html);
  }, "127.0.0.1");
  return { address: pathToFileURL(join(folder, "index.html")).href, server };
}

const comesUp = (stage, address) =>
  stage.fresh(async (page) => {
    page.start(address);
    return Promise.race([ready(page).then(() => true, () => false), sleep(4000).then(() => false)]);
  });

export const R27 = {
  id: "R27",
  what: "The same file from a disk",
  target: "the whole way from Start to Exit works from a file, and the page says which guarantees are in force there",
  quick: { places: PLACES.slice(1) },
  whole: { places: PLACES },
  async prove(stage, { places }) {
    const folder = await mkdtemp(join(tmpdir(), "stick-"));
    try {
      const faults = [];
      let force = {};
      for (const place of places) {
        await mkdir(join(folder, place), { recursive: true });
        await cp(join(dist, "index.html"), join(folder, place, "index.html"));
        const address = pathToFileURL(join(folder, place, "index.html")).href;
        for (const [way, leave] of [["Exit", (page) => click(page, "#exit")], ["Shift three times", tapThree]]) {
          await stage.fresh(async (page) => {
            const one = await smoke(stage, page, address);
            faults.push(...one.faults, ...((await leaves(page, leave)) ? [] : [`${way} does not leave`]));
            if (stage.browser.exits.some(({ headers }) => headers.referer)) faults.push("a Referer was sent");
            force = one.force;
          });
        }
      }
      const { address, server } = await split(join(folder, "split"));
      const [fromDisk, fromServer] = [await comesUp(stage, address), await comesUp(stage, `${server.origin}/`)];
      server.close();
      const told = Object.entries(force).map(([name, state]) => `${name} ${state.replace("-", " ")}`).join(", ");
      return {
        done: `a copy in ${places.length === 1 ? "a folder" : "two folders, one"} named like a share (“${PLACES[1]}”): Start, Tonight, Dash, record, About, then Exit and Shift three times. A share over the network itself has not been tried`,
        ours: `${faults.length} faults${faults.length ? `: ${[...new Set(faults)].join("; ")}` : ""}; About says: ${told}`,
        met: faults.length === 0 && force.sandbox === "not-held",
        control: `split into files: ${fromDisk ? "comes up" : "does not come up"} from a disk, ${fromServer ? "comes up" : "does not come up"} from a server`,
        caught: !fromDisk && fromServer,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
