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
import { HANG } from "./lib/limits.mjs";
import { keepMemories, memorySize } from "./lib/memory.mjs";
import { person } from "./lib/person.mjs";
import { programTexts } from "./lib/planted.mjs";
import { picture } from "./lib/png.mjs";
import { dist, serveTool } from "./lib/server.mjs";
import { settingsLink, useSettings } from "./lib/settings-link.mjs";
import { atRest, click, drawn, eventually, inTab, layOut, openFolds, ready, until, withDrawn } from "./lib/steps.mjs";

const jsQR = createRequire(import.meta.url)("jsqr");

/** What stands in the page for settings, and what it says of them. */
const BLOCK = /<script type="application\/json" id="settings">([^<]*)<\/script>/;
const program = (html) => createHash("sha256").update(programTexts(html).join("")).digest("hex");

/** Types into a field and leaves it, or chooses one of several. */
const put = (page, name, value) =>
  page.evaluate(withDrawn(async ({ name, value }) => {
    const control = document.querySelector(`[name="${name}"]`);
    if (control.type === "radio") {
      document.querySelector(`[name="${name}"][value="${value}"]`).click();
    } else {
      control.value = value;
      for (const type of ["input", "change"]) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
    await drawn();
  }), { name, value });

/** Opens a page, wherever it is, at its settings. */
const openSettings = async (page, url, use = true) => {
  page.start(url);
  await until(page, (url) => location.href.startsWith(url.split("#")[0]) && document.readyState === "complete", url, 30_000);
  await ready(page);
  if (use) await useSettings(page);
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
const FACT = { id: "helpline:samaritans", number: "01632 960009", hours: "any hour", source: "Oakshire Council", checked: "2026-11" };
const EFFECTS = {
  "contacts.idva": "in-force",
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
  await openFolds(page);
  for (const [name, value] of Object.entries(MADE)) await put(page, name, value);
  await me.choose("area.roles.complete_dash", "case-team");
  await me.press('[data-action="add-limit"]');
  for (const [part, value] of [["id", "PW-42"], ["limit", "0"], ["unit", "hours"]]) await put(page, `area.deadlines.0.${part}`, value);
  await me.press('[data-action="add-fact"]');
  for (const [part, value] of Object.entries(FACT)) await put(page, `area.facts.0.${part}`, value);
}

describe("settings made by anyone", { timeout: HANG }, () => {
  let browser, tool, page, me, folder, made;
  before(async () => {
    [browser, tool, folder] = await Promise.all([chromium.launch(), serveTool(), mkdtemp(join(tmpdir(), "settings-test-"))]);
    page = await browser.newPage();
    await page.preload(keepMemories);
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
    assert.match(seen.notice, /“Oakshire Council”; nobody has checked this.*31 January 2026.*Exit leads to https:\/\/www\.example\.org\/weather.*passed/s);
    assert.equal(seen.state, "overdue");
    assert.deepEqual([seen.threshold, seen.profile, seen.exit, seen.hash, seen.broken], ["17", "housing21", "https://www.example.org/weather", "", false]);
    assert.deepEqual(seen.effects, EFFECTS);
  };

  test("what is wrong is refused at its field with what is allowed, stays there, and changes nothing", async () => {
    await openFolds(page);
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

  test("a word of one's own is read in a sentence as it is typed, and one that cannot stand there is refused", async () => {
    const place = "area.profile_patch.terms.survivor";
    await put(page, place, "customer");
    await until(page, () => document.querySelector('[data-part="values"] [data-own-words]')?.textContent.includes("Ask the customer first."));
    await put(page, place, "alleged victim");
    await until(page, () => document.querySelector('[data-place="profile_patch.terms.survivor"] .error')?.textContent.includes("doubt"));
    await put(page, place, "");
    await until(page, () => document.querySelector('[data-part="values"] [data-own-words]')?.textContent.includes("Ask the survivor first."));
  });

  test("a word of one's own does not fill the memory while it is typed", async () => {
    const place = "area.profile_patch.terms.survivor";
    const before = await memorySize(page);
    assert.ok(before > 0);
    for (let letters = 2; letters <= 40; letters++) await put(page, place, "customers of the housing association who".slice(0, letters).trim());
    await put(page, place, "");
    await drawn(page);
    const grown = (await memorySize(page)) - before;
    assert.ok(grown < 2_000_000, `${grown} bytes`);
  });

  test("roles, time limits and values go into the result; the floor stays", async () => {
    await make(page);
    expected(await inUse(page));
    assert.match(await me.reads("#app"), /no effect here, because it asks for less than safety rule C1\.3\.6/);
    await me.step("situation");
    await me.answer({ "context.told_by": "survivor", "context.worker_role": "champion" });
    await me.step("dash");
    assert.match(await me.reads("[data-handoff]"), /the case team/, "the policy alone names the champion");
    await me.step("settings");
    await openFolds(page);
  });

  test("the link holds what was set, and opens elsewhere with nothing left in the address", async () => {
    const link = await page.evaluate(() => document.querySelector('[name="area.link"]').value);
    assert.ok(link.startsWith(`${tool.origin}/#s=1.`), link);
    const [, packed, sum] = /#s=1\.([\w-]+)\.([0-9a-f]{8})$/.exec(link);
    const json = inflateRawSync(Buffer.from(packed, "base64url")).toString();
    assert.equal(createHash("sha256").update(json).digest("hex").slice(0, 8), sum);
    made = JSON.parse(json);
    assert.deepEqual([made.case.dash_threshold, made.deadlines.length, made.page.exit], [17, 1, MADE["area.page.exit"]]);
    assert.deepEqual(made.facts, [FACT]);
    assert.ok(!json.includes("told_by"), "nothing about a case");
    await inTab(browser, async (other) => {
      await openSettings(other, link);
      expected(await inUse(other));
    });
  });

  test("another program reads the QR code of the link", async () => {
    await me.press('[data-action="show-qr"]');
    await page.evaluate(() => document.querySelector("svg.qr").scrollIntoView({ block: "center" }));
    await atRest(page);
    const box = await page.evaluate(() => {
      const code = document.querySelector("svg.qr");
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
      [JSON.stringify({ ...made, context: { nation: "wales" } }), /not written as settings are: expected one of format, owner/],
      [JSON.stringify({ ...made, facts: [{ ...FACT, id: "helpline:nobody" }] }), /facts\[0\]\.id: .*helpline:samaritans/],
      [JSON.stringify({ ...made, facts: [{ ...FACT, source: undefined }] }), /missing field source/],
      [JSON.stringify({ ...made, profile_patch: { evil: { x: 1 } } }), /: profile_patch: expected one of: caseOwnership/],
      [JSON.stringify({ ...made, profile_patch: { marac: { obligation: "never" } } }), /profile_patch\.marac\.obligation: expected one of: must/],
      [JSON.stringify({ ...made, profile_patch: { marac: { ticks: "14" } } }), /profile_patch\.marac\.ticks: expected a whole number from 1 to 24/],
    ]) {
      await give(bad);
      await until(page, (why) => new RegExp(why).test(document.querySelector('[data-area="refused"]')?.innerText ?? ""), why.source);
      const { threshold, profile, exit } = await inUse(page);
      assert.deepEqual([threshold, profile, exit], ["", undefined, "https://www.bbc.co.uk/weather"]);
    }
    await give(bytes);
    await useSettings(page);
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
    const sum = async (page) => {
      await page.evaluate(() => document.querySelector('.foot button[data-step="about"]').click());
      return until(page, () => document.querySelector('[data-sum="program"]')?.textContent);
    };
    const sums = [await sum(page)];
    for (const engine of [chromium, firefox]) {
      const other = engine === chromium ? browser : await engine.launch({ more: { "browser.download.folderList": 2, "browser.download.dir": folder, "browser.download.always_ask_before_handling_new_types": false } });
      try {
        const tab = await other.newPage();
        await openSettings(tab, pathToFileURL(path).href);
        expected(await inUse(tab));
        if (engine === firefox) {
          // A copy made of the copy, by the other browser, is the same again.
          await openFolds(tab);
          await person(tab).press('[data-action="save-page"]');
          const again = await arrived(folder, /^notes.*\(1\)\.html$/);
          assert.equal(program(again), program(original));
          assert.equal(BLOCK.exec(again)[1], BLOCK.exec(copy)[1]);
        }
        sums.push(await sum(tab));
        for (const name of Object.keys(bad)) {
          await openSettings(tab, pathToFileURL(join(folder, name)).href, false);
          const seen = await inUse(tab);
          assert.deepEqual([seen.state, seen.threshold, seen.exit, seen.broken], ["refused", "", "https://www.bbc.co.uk/weather", false], name);
        }
        await tab.close();
      } finally {
        if (engine === firefox) await other.close();
      }
    }
    // What "Check for yourself" says, wherever it is opened, is what was published.
    assert.deepEqual(new Set([...sums, program(original)]).size, 1, String(sums));
    assert.ok((await readFile(join(dist, "SHA256SUMS"), "utf8")).startsWith(`# ${sums[0]} `));
  });

  /** What a page says of the age of its numbers and of the area's own number, opened with settings on a day. */
  const told = (day) =>
    inTab(browser, async (other) => {
      await other.preload((day) => {
        const Clock = Date;
        window.Date = class extends Clock {
          constructor(...parts) {
            super(...(parts.length ? parts : [day]));
          }
        };
      }, day);
      await openSettings(other, `${tool.origin}/${settingsLink({ format: "waymark-settings/1", facts: [FACT, { id: "law:dapo", text: "Police here use these.", source: "Oakshire Police", checked: "2026-11" }] })}`);
      await layOut(other);
      const settings = await other.evaluate(() => document.getElementById("app").innerText);
      const seen = {};
      for (const step of ["start", "own-life", "about"]) {
        await other.evaluate((step) => document.querySelector(`button[data-step="${step}"]`).click(), step);
        await until(other, (step) => document.querySelector(`#app section[data-step="${step}"]`), step);
        await drawn(other);
        seen[step] = await other.evaluate(() => ({
          ages: [...document.querySelectorAll("[data-age]")].map((line) => line.dataset.age),
          facts: [...document.querySelectorAll("[data-fact]")].map((line) => [line.dataset.fact, line.innerText.replace(/\s+/g, " ")]),
          text: document.getElementById("app").innerText,
        }));
      }
      return { settings, ...seen };
    });

  test("an area's own number stands beside ours as the area's, and facts over a year old say so loudly", async () => {
    const now = await told("2026-11-29T12:00:00");
    assert.match(now.settings, /01632 960009/);
    assert.deepEqual(now["own-life"].facts.map(([id]) => id), ["helpline:samaritans"]);
    assert.match(now["own-life"].facts[0][1], /01632 960009.*any hour.*Your area's own number, from “Oakshire Council”, November 2026/);
    assert.match(now["own-life"].text, /116 123/, "ours stays");
    assert.deepEqual(now["own-life"].ages, ["current"]);
    assert.match(now.about.facts[0][1], /Police here use these\..*Your area's own words, from “Oakshire Police”, November 2026/);
    const later = await told("2028-01-01T12:00:00");
    assert.deepEqual(new Set(later["own-life"].ages), new Set(["old"]));
    assert.equal(later["own-life"].ages.length, 2, "the page's numbers, and the area's");
    assert.match(later["own-life"].text, /These are old\. .*more than a year ago/);
    assert.match(later.about.text, /These are old\./);
  });

  test("a link is asked about, in quotation marks, with its exit and its numbers whole, and does nothing before the answer", async () => {
    const link = settingsLink({
      format: "waymark-settings/1", owner: "{day} NHS England", review_by: "2027-03-31", profile: "housing21",
      page: { exit: "https://www.example.org/weather", shift_exit: false, plain_save: true },
      contacts: { idva: { name: "Call this instead", number: "0900 123 4567" } },
    });
    for (const use of [false, true]) {
      await inTab(browser, async (other) => {
        const me = person(other);
        await me.open(tool);
        await other.evaluate((link) => { location.hash = link; }, link);
        await until(other, () => document.querySelector('[data-area="asked"]') !== null);
        const asked = await me.reads('[data-area="asked"]');
        assert.match(asked, /They say they come from “\{day\} NHS England”; nobody has checked this/);
        assert.match(asked, /https:\/\/www\.example\.org\/weather/);
        assert.match(asked, /0900 123 4567/);
        const now = () => other.evaluate(() => ({ exit: document.getElementById("exit").href, shift: window.waymark.shiftExit, used: document.querySelector('[data-area="used"]') !== null }));
        assert.deepEqual(await now(), { exit: "https://www.bbc.co.uk/weather", shift: true, used: false });
        await me.press(`[data-action="${use ? "use" : "leave"}-settings"]`);
        assert.equal(await me.has('[data-area="asked"]'), false);
        assert.deepEqual(await now(), use ? { exit: "https://www.example.org/weather", shift: false, used: true } : { exit: "https://www.bbc.co.uk/weather", shift: true, used: false });
        // Whoever is at the page has the last word.
        await me.step("settings");
        assert.equal(await me.sees('[data-display="shift-exit"]'), true);
        if (use) {
          await me.press('[data-display="shift-exit"]');
          assert.equal((await now()).shift, true);
        }
      });
    }
  });

  test("each value says whether it works, is only shown, or has no effect and why; a computer shared with residents too", async () => {
    const link = settingsLink({
      format: "waymark-settings/1", page: { cover_minutes: 7, shared_device: true }, roles: { attend_marac: ["manager"] },
      deadlines: [["PW-18", 4, "hours"], ["PW-16", 7, "days"], ["review", 14, "days"], ["PW-42", 1, "working-days"]].map(([id, limit, unit]) => ({ id, limit, unit })),
      profile_patch: { perpetrator: { confrontation: "when_calm", contactMode: "none" }, survivorLed: { gateQuestion: false } },
    });
    await inTab(browser, async (other) => {
      const me = person(other);
      await openSettings(other, `${tool.origin}/${link}`);
      await drawn(other);
      const said = await other.evaluate(() => Object.fromEntries([...document.querySelectorAll("[data-effect]")].map((row) => [row.dataset.effect, [row.dataset.state, row.querySelector("dd.small").innerText]])));
      assert.deepEqual(said, {
        "deadlines[0]": ["in-force", "works"],
        "deadlines[1]": ["no-effect", "no effect here, because the safety step comes sooner"],
        "deadlines[2]": ["shown", "shown to staff only"],
        "deadlines[3]": ["no-effect", "no effect here, because the safety step comes sooner"],
        "roles.attend_marac": ["shown", "shown to staff only"],
        "profile_patch.perpetrator.contactMode": ["in-force", "works"],
        "profile_patch.perpetrator.confrontation": ["floor", "no effect here, because it asks for less than safety rule C1.3.2"],
        "profile_patch.survivorLed.gateQuestion": ["floor", "no effect here, because it asks for less than safety rule C1.3.4"],
      });
      const page = await me.reads("#app");
      assert.match(page, /Looking at the case again\s+14 days/);
      assert.match(page, /7 minutes: no effect here, because residents use this computer too/);
      assert.match(page, /covers itself after 1 minute without a touch, and is wiped after 10/);
      await me.step("situation");
      await me.answer({ "context.told_by": "survivor", "context.care_needs": "yes", "context.danger_now": "no" });
      await me.step("next-steps");
      assert.match((await me.plan())["PW-18"].text, /Within 4 hours/);
    });
  });

  test("an exit that the browser would take for another place is refused with the whole", async () => {
    for (const exit of ["https://www.example.org:99999/", "https://0x7f.1/"]) {
      await inTab(browser, async (other) => {
        const me = person(other);
        await me.open(tool);
        await other.evaluate((link) => { location.hash = link; }, settingsLink({ format: "waymark-settings/1", page: { exit } }));
        await until(other, () => document.querySelector('[data-area="refused"]') !== null);
        assert.equal(await me.has('[data-area="asked"]'), false, exit);
      });
    }
  });

  test("a link in use is followed by the exit, and is gone with it", async () => {
    await inTab(browser, async (other) => {
      const link = settingsLink({ format: "waymark-settings/1", page: { exit: "https://www.bbc.co.uk/weather/0" } });
      await openSettings(other, `${tool.origin}/${link}`);
      assert.equal((await inUse(other)).exit, "https://www.bbc.co.uk/weather/0");
    });
  });
});
/** The text of a file that comes into a folder, once it is whole. */
async function arrived(folder, name) {
  return eventually(`${name} in ${folder}`, async () => {
    const found = (await readdir(folder)).find((file) => name.test(file));
    const text = found ? await readFile(join(folder, found), "utf8") : "";
    return text.trimEnd().endsWith("</html>") && text;
  });
}
