// Local settings made by anyone and handed on: a link and its QR code, a copy of the page, a file; and what is refused.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { inflateRawSync } from "node:zlib";
import { isOpenToEveryone } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import * as firefox from "./lib/firefox.mjs";
import { person } from "./lib/person.mjs";
import { pixels } from "./lib/png.mjs";
import { dist, serveTool } from "./lib/server.mjs";
import { settingsLink } from "./lib/settings-link.mjs";
import { click, inTab, layOut, ready, sleep, until } from "./lib/steps.mjs";

const jsQR = createRequire(import.meta.url)("jsqr");

/** What stands in the page for settings, and what it says of them. */
const BLOCK = /<script type="application\/json" id="settings">([^<]*)<\/script>/;
const program = (html) => createHash("sha256").update(/id="program">([^<]*)</.exec(html)[1]).digest("hex");

/** Types into a field and leaves it, or chooses from a list. */
const put = (page, name, value) =>
  page.evaluate(async ({ name, value }) => {
    const control = document.querySelector(`[name="${name}"]`);
    control.value = value;
    for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    do await new Promise((done) => setTimeout(done, 10));
    while (document.getElementById("app").ariaBusy === "true");
  }, { name, value });

const unfold = (page) =>
  page.evaluate(async () => {
    document.querySelectorAll("#app details").forEach((fold) => { fold.open = true; });
    do await new Promise((done) => setTimeout(done, 60));
    while (document.getElementById("app").ariaBusy === "true");
  });

/** Opens a page, wherever it is, at its settings. */
const openSettings = async (page, url) => {
  page.start(url);
  await until(page, (url) => location.href.startsWith(url.split("#")[0]) && document.readyState === "complete", url, 30_000);
  await ready(page);
  await person(page).step("settings");
};

/** What the page says of the settings in use. */
const inUse = (page) =>
  page.evaluate(() => ({
    notice: document.querySelector("[data-area]")?.innerText ?? "",
    state: document.querySelector("[data-area]")?.dataset.area,
    threshold: document.querySelector('[name="settings.dash_threshold"]').value,
    profile: document.querySelector('[name="profile"]:checked')?.value,
    effects: Object.fromEntries([...document.querySelectorAll("[data-effect]")].map((row) => [row.dataset.effect, row.dataset.state])),
    exit: document.getElementById("exit").href,
    hash: location.hash,
    broken: document.documentElement.classList.contains("broken"),
  }));

const MADE = {
  "area.owner": "Oakshire Council",
  "area.review_by": "2026-01-31",
  "area.page.exit": "https://www.example.org/weather",
  "area.page.cover_minutes": "7",
  "area.contacts.idva.name": "Oakshire IDVA & \"friends\"",
  "area.contacts.idva.number": "01632 960001",
  "area.profile_patch.marac.ticks": "11",
  "area.profile_patch.informationSharing.consentRules.safeguarding": "consent_required",
};
const EFFECTS = {
  "roles.complete_dash": "in-force",
  "deadlines[0]": "in-force",
  "profile_patch.marac.ticks": "in-force",
  "profile_patch.informationSharing.consentRules.safeguarding": "floor",
};

/** Fills in settings as a safeguarding lead does. */
async function make(page) {
  const me = person(page);
  await me.choose("profile", "housing21");
  await me.type("settings.dash_threshold", "17");
  await unfold(page);
  for (const [name, value] of Object.entries(MADE)) await put(page, name, value);
  await me.choose("area.roles.complete_dash", "case-team");
  await me.press('[data-action="add-limit"]');
  for (const [part, value] of [["id", "PW-42"], ["limit", "0"], ["unit", "hours"]]) await put(page, `area.deadlines.0.${part}`, value);
}

describe("settings made by anyone", { timeout: 300_000 }, () => {
  let browser, tool, page, me, folder, made;
  before(async () => {
    [browser, tool, folder] = await Promise.all([chromium.launch(), serveTool(), mkdtemp(join(tmpdir(), "settings-test-"))]);
    page = await browser.newPage();
    me = person(page);
    await me.open(tool);
    await me.step("settings");
  });
  after(async () => {
    await browser?.close();
    tool?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const expected = (seen) => {
    assert.match(seen.notice, /Oakshire Council.*31 January 2026.*Exit leads to https:\/\/www\.example\.org\/weather.*passed/s);
    assert.equal(seen.state, "overdue");
    assert.deepEqual([seen.threshold, seen.profile, seen.exit, seen.hash, seen.broken], ["17", "housing21", "https://www.example.org/weather", "", false]);
    assert.deepEqual(seen.effects, EFFECTS);
  };

  test("what is wrong is refused at its field with what is allowed, stays there, and changes nothing", async () => {
    await unfold(page);
    await put(page, "area.owner", "Oakshire Council");
    await layOut(page);
    for (const [name, wrong, allowed] of [
      ["area.page.exit", "http://example.org", /starts with https:/],
      ["area.page.cover_minutes", "16", /from 2 to 15/],
      ["area.review_by", "31/3/2027", /2027-03-31/],
      ["area.contacts.idva.name", "<b>x</b>", /without markup/],
    ]) {
      await put(page, name, wrong);
      const field = await page.evaluate((name) => {
        const field = document.querySelector(`[name="${name}"]`);
        return { value: field.value, invalid: field.ariaInvalid ?? field.getAttribute("aria-invalid"), said: document.getElementById(field.getAttribute("aria-errormessage")).innerText };
      }, name);
      assert.equal(field.value, wrong);
      assert.equal(field.invalid, "true");
      assert.match(field.said, allowed);
    }
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-wrong] li").length), 4);
    assert.equal(await me.has('[data-action="save-page"]'), false, "nothing half right is handed on");
    assert.equal((await inUse(page)).exit, "https://www.bbc.co.uk/weather");
    assert.match((await inUse(page)).notice, /Oakshire Council/, "what is right is in force");
  });

  test("the parts are open to everyone: axe, 320 px, dark", async () => {
    await isOpenToEveryone(page);
  });

  test("roles, time limits and values go into the result; the floor stays", async () => {
    await make(page);
    expected(await inUse(page));
    assert.match(await me.reads("#app"), /no effect: it asks for less than safety rule C1\.3\.6/);
    await me.step("situation");
    await me.answer({ "context.told_by": "survivor", "context.worker_role": "champion" });
    await me.step("dash");
    assert.match(await me.reads("[data-handoff]"), /the case team/, "the policy alone names the champion");
    await me.step("settings");
    await unfold(page);
  });

  test("the link holds what was set, and opens elsewhere with nothing left in the address", async () => {
    const link = await page.evaluate(() => document.querySelector('[name="area.link"]').value);
    assert.ok(link.startsWith(`${tool.origin}/#s=1.`), link);
    const [, packed, sum] = /#s=1\.([\w-]+)\.([0-9a-f]{8})$/.exec(link);
    const json = inflateRawSync(Buffer.from(packed, "base64url")).toString();
    assert.equal(createHash("sha256").update(json).digest("hex").slice(0, 8), sum);
    made = JSON.parse(json);
    assert.deepEqual([made.case.dash_threshold, made.deadlines.length, made.page.exit], [17, 1, MADE["area.page.exit"]]);
    assert.ok(!json.includes("told_by"), "nothing about a case");
    await inTab(browser, async (other) => {
      await openSettings(other, link);
      expected(await inUse(other));
    });
  });

  test("another program reads the QR code of the link", async () => {
    await me.press('[data-action="show-qr"]');
    const box = await page.evaluate(async () => {
      const code = document.querySelector("svg.qr");
      code.scrollIntoView({ block: "center" });
      await new Promise((done) => setTimeout(done, 100));
      const { x, y, width, height } = code.getBoundingClientRect();
      return { x, y, width, height };
    });
    const { width, height, rgba } = picture(await page.screenshot());
    const code = jsQR(rgba, width, height);
    assert.ok(code, `not read in ${JSON.stringify(box)}`);
    assert.equal(code.data, await page.evaluate(() => document.querySelector('[name="area.link"]').value));
  });

  test("the file can be saved, opened again, and nothing damaged or hostile gets in", async () => {
    const { name, bytes } = await page.savedBy(() => me.press('[data-action="save-settings"]'));
    assert.equal(name, "settings.json");
    assert.deepEqual(JSON.parse(bytes), made);
    await me.open(tool);
    await me.step("settings");
    const give = (text) => page.choose(() => click(page, '[data-action="open-settings"]'), { name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    for (const [bad, why] of [
      [bytes.subarray(0, 200), /damaged/],
      [JSON.stringify({ ...made, owner: "<img src=x onerror=alert(1)>" }), /owner: .*without markup/],
      [JSON.stringify({ ...made, case: { dash_threshold: "17" } }), /case\.dash_threshold/],
      [JSON.stringify({ format: "waymark-settings/2" }), /newer version/],
      [JSON.stringify({ ...made, owner: "a".repeat(1_000_000) }), /too long/],
      [JSON.stringify({ ...made, context: { nation: "wales" } }), /context/],
    ]) {
      await give(bad);
      await until(page, (why) => new RegExp(why).test(document.querySelector('[data-area="refused"]')?.innerText ?? ""), why.source);
      const { threshold, profile, exit } = await inUse(page);
      assert.deepEqual([threshold, profile, exit], ["", undefined, "https://www.bbc.co.uk/weather"]);
    }
    await give(bytes);
    await until(page, () => document.querySelector('[data-area="overdue"]') !== null);
    expected(await inUse(page));
  });

  test("a copy of the page holds the settings and the same program, and opens from a disk in both browsers", async () => {
    const { name, bytes } = await page.savedBy(() => me.press('[data-action="save-page"]'));
    assert.equal(name, "notes.html");
    const [copy, original] = [bytes.toString(), await readFile(join(dist, "index.html"), "utf8")];
    assert.equal(program(copy), program(original));
    assert.deepEqual(JSON.parse(BLOCK.exec(copy)[1]), made);
    assert.equal(copy.match(/<script/g).length, original.match(/<script/g).length);
    const path = join(folder, name);
    await writeFile(path, bytes);
    const bad = { "hostile.html": '{"format":"waymark-settings/1","page":{"exit":"javascript:alert(1)"}}', "damaged.html": '{"format":' };
    for (const [name, block] of Object.entries(bad)) await writeFile(join(folder, name), copy.replace(BLOCK, (all, held) => all.replace(held, () => block)));
    const sum = (page) => page.evaluate(async () => {
      document.querySelector('.foot button[data-step="about"]').click();
      const found = () => document.querySelector('[data-sum="program"]')?.textContent;
      for (let n = 0; n < 400 && !found(); n++) await new Promise((done) => setTimeout(done, 25));
      return found();
    });
    const sums = [await sum(page)];
    for (const engine of [chromium, firefox]) {
      const other = engine === chromium ? browser : await engine.launch({ more: { "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.always_ask_before_handling_new_types": false } });
      try {
        const tab = await other.newPage();
        await openSettings(tab, pathToFileURL(path).href);
        expected(await inUse(tab));
        if (engine === firefox) {
          // A copy made of the copy, by the other browser, is the same again.
          await unfold(tab);
          await person(tab).press('[data-action="save-page"]');
          const again = await arrived(folder, /^notes.*\(1\)\.html$/);
          assert.equal(program(again), program(original));
          assert.equal(BLOCK.exec(again)[1], BLOCK.exec(copy)[1]);
        }
        sums.push(await sum(tab));
        for (const name of Object.keys(bad)) {
          await openSettings(tab, pathToFileURL(join(folder, name)).href);
          const seen = await inUse(tab);
          assert.deepEqual([seen.state, seen.threshold, seen.exit, seen.broken], ["refused", "", "https://www.bbc.co.uk/weather", false], name);
        }
        await tab.close();
      } finally {
        if (engine === firefox) await other.close();
      }
    }
    assert.match(sums[0], /^[0-9a-f]{64}$/);
    assert.deepEqual(new Set(sums).size, 1, String(sums));
  });

  test("a link in use is followed by the exit, and is gone with it", async () => {
    await inTab(browser, async (other) => {
      const link = settingsLink({ format: "waymark-settings/1", page: { exit: "https://www.bbc.co.uk/weather/0" } });
      await openSettings(other, `${tool.origin}/${link}`);
      assert.equal((await inUse(other)).exit, "https://www.bbc.co.uk/weather/0");
    });
  });
});

/** A PNG as what jsQR reads. */
function picture(png) {
  const { width, height } = { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
  const all = pixels(png);
  const rgba = new Uint8ClampedArray(width * height * 4);
  let at = 0;
  for (const pixel of all) {
    rgba.set([pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255, 255], at);
    at += 4;
  }
  return { width, height, rgba };
}

/** The text of a file that comes into a folder, once it is whole. */
async function arrived(folder, name) {
  for (let n = 0; n < 200; n++) {
    const found = (await readdir(folder)).find((file) => name.test(file));
    if (found) {
      const text = await readFile(join(folder, found), "utf8");
      if (text.trimEnd().endsWith("</html>")) return text;
    }
    await sleep(50);
  }
  throw new Error(`no ${name} in ${await readdir(folder)}`);
}
