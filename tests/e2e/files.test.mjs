// The ways out and back in: copied and pasted through the real clipboard, printed on leaves that count themselves, saved and
// opened under a passphrase, with other people's libraries too, and an earlier copy beside today's.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as jose from "jose";
import nodeJose from "node-jose";
import { axe } from "./lib/axe.mjs";
import * as chromium from "./lib/chromium.mjs";
import { FILLED } from "./lib/filled.mjs";
import * as firefox from "./lib/firefox.mjs";
import { HANG } from "./lib/limits.mjs";
import { sides } from "./lib/pdf.mjs";
import { person } from "./lib/person.mjs";
import { serveTool } from "./lib/server.mjs";
import { settingsLink, useSettings } from "./lib/settings-link.mjs";
import { atRest, atWeather, click, drawn, eventually, tapThree, until } from "./lib/steps.mjs";

const PASSPHRASE = "träge Möwe zählt Kieselsteine";
const ALG = "PBES2-HS512+A256KW";
const ENC = "A256GCM";

/** Two libraries by other people: each locks a text and opens a file. */
const LIBRARIES = {
  jose: {
    lock: (text, rounds) =>
      new jose.FlattenedEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: ALG, enc: ENC })
        .setKeyManagementParameters({ p2c: rounds })
        .encrypt(new TextEncoder().encode(PASSPHRASE.normalize("NFC"))),
    async open(file) {
      const options = { keyManagementAlgorithms: [ALG], contentEncryptionAlgorithms: [ENC], maxPBES2Count: 5_000_000 };
      const { plaintext } = await jose.flattenedDecrypt(file, new TextEncoder().encode(PASSPHRASE.normalize("NFC")), options);
      return new TextDecoder().decode(plaintext);
    },
  },
  "node-jose": {
    key: () => nodeJose.JWK.asKey({ kty: "oct", k: Buffer.from(PASSPHRASE.normalize("NFC")).toString("base64url") }),
    async lock(text, rounds) {
      const fields = { alg: ALG, p2c: rounds };
      const key = await this.key();
      return nodeJose.JWE.createEncrypt({ format: "flattened", contentAlg: ENC, fields }, { key, header: { alg: ALG } }).update(text, "utf8").final();
    },
    async open(file) {
      const { plaintext } = await nodeJose.JWE.createDecrypt(await this.key(), { algorithms: [ALG, ENC] }).decrypt(file);
      return plaintext.toString("utf8");
    },
  },
};

const CASE = JSON.stringify({ format: "waymark-case/1", ...FILLED });

/** The case that is on the page, in the tool's own words: every answer of the record's check. */
const answers = (page) =>
  page.evaluate(() => [...document.querySelectorAll("[data-row]")].map((row) => `${row.dataset.row}: ${row.querySelector("dd").textContent}`).sort());

/** From now on a file chooser gives the file that `window.chosen` names, without a window of its own; `window.reading` is the reading of it. */
function choosesByItself() {
  const read = Blob.prototype.arrayBuffer;
  Blob.prototype.arrayBuffer = function () {
    window.reading = read.call(this);
    return window.reading;
  };
  const press = HTMLInputElement.prototype.click;
  HTMLInputElement.prototype.click = function () {
    if (this.type !== "file") return press.call(this);
    const all = new DataTransfer();
    all.items.add(new File([window.chosen], "copy.json", { type: "application/json" }));
    this.files = all.files;
    this.dispatchEvent(new Event("change"));
  };
}

/** The page tells when a key was made. */
function tellsWhenDerived() {
  const derive = SubtleCrypto.prototype.deriveKey;
  SubtleCrypto.prototype.deriveKey = async function (...rest) {
    const key = await derive.apply(this, rest);
    console.log(`derived in ${rest[0].iterations} rounds`);
    return key;
  };
}

/** A key for locking is made only when `letGo` is called; `locked` and `handedOver` tell how far it came. */
function locksWhenLetGo() {
  const { deriveKey, encrypt } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.deriveKey = async function (...rest) {
    if (rest.at(-1).includes("wrapKey")) {
      window.locked = false;
      await new Promise((go) => (window.letGo = go));
    }
    return deriveKey.apply(this, rest);
  };
  SubtleCrypto.prototype.encrypt = async function (...rest) {
    const sealed = await encrypt.apply(this, rest);
    setTimeout(() => (window.locked = true));
    return sealed;
  };
  const make = URL.createObjectURL;
  window.handedOver = 0;
  URL.createObjectURL = function (...rest) {
    window.handedOver++;
    return make.apply(this, rest);
  };
}

const type = (page, id, text) =>
  page.evaluate(
    ({ id, text }) => {
      const field = document.getElementById(id);
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    { id, text },
  );

for (const engine of [chromium, firefox]) {
  describe(`${engine.name}: ways out and back in`, { timeout: HANG }, () => {
    let browser, tool, page, me;

    before(async () => {
      [browser, tool] = await Promise.all([engine.launch(), serveTool()]);
    });
    after(async () => {
      await browser?.close();
      tool?.close();
    });

    /** A new page; `full` has the filled case on it, at the record. What is the same in every browser is tried `once`. */
    const fresh = (name, run, { full = true, preload, once = false } = {}) => {
      if (once && engine !== chromium) return;
      test(name, async () => {
        page = await browser.newPage();
        me = person(page);
        try {
          await page.preload(choosesByItself);
          if (preload) await page.preload(preload);
          await me.open(tool);
          if (full) {
            await open(await LIBRARIES.jose.lock(CASE, 1000));
            await opened();
          }
          await run();
        } finally {
          await page.close().catch(() => {});
        }
      });
    };

    /** Pastes into another page, as into a word processor, and tells what arrived. */
    const pasted = async () => {
      const other = await browser.newPage();
      try {
        other.start("data:text/html,<title>Letter</title><body contenteditable id=letter>");
        await until(other, () => document.getElementById("letter") !== null);
        await other.evaluate(() => {
          addEventListener("paste", (event) => (window.plain = event.clipboardData.getData("text/plain")));
          document.body.focus();
        });
        await click(other, "#letter");
        await other.keyboard.down("Control");
        await other.keyboard.press("KeyV");
        await other.keyboard.up("Control");
        await until(other, () => window.plain !== undefined && document.body.textContent !== "");
        return await other.evaluate(() => {
          const texts = (root, selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
          return {
            plain: window.plain,
            headings: texts(document, "h1, h2, h3, h4"),
            lists: [...document.querySelectorAll("ul")].map((list) => texts(list, "li")),
            tables: [...document.querySelectorAll("table")].map((table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()))),
            heads: texts(document, "th"),
          };
        });
      } finally {
        await other.close();
      }
    };

    /** What the sheet on the screen holds. */
    const sheet = () =>
      page.evaluate(() => {
        const root = document.querySelector(".sheets");
        const texts = (root, selector) => [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
        return {
          headings: texts(root, "h2, h3, h4"),
          lists: [...root.querySelectorAll("ul")].map((list) => texts(list, "li")),
          tables: [...root.querySelectorAll("table, dl")].map((table) =>
            table.localName === "dl"
              ? [...table.children].map((row) => texts(row, "dt, dd"))
              : [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim())),
          ),
        };
      });

    const copied = () => until(page, () => /Copied\.|would not copy/.test(document.getElementById("app").textContent));

    fresh("what is copied with headings and tables arrives with every heading, table and list", async () => {
      await me.press('[data-output="summary"]');
      await drawn(page);
      const shown = await sheet();
      await click(page, '[data-action="copy-rich"]');
      await copied();
      const arrived = await pasted();
      assert.deepEqual(arrived.headings, shown.headings);
      assert.deepEqual(arrived.lists, shown.lists);
      assert.deepEqual(arrived.tables, shown.tables);
      assert.ok(arrived.heads.length > 24 && arrived.headings.length > 10 && arrived.lists.length > 0);
      assert.match(arrived.plain, /^CONFIDENTIAL\n/);
      await click(page, '[data-action="clear-clipboard"]');
      await until(page, () => /written over/.test(document.getElementById("app").textContent));
      assert.equal((await pasted()).plain, "Cleared");
    });

    const without = () => {
      delete window.ClipboardItem;
      delete Navigator.prototype.clipboard;
    };
    fresh("an older browser is asked in the older way, and the same arrives", async () => {
      await click(page, '[data-action="copy-rich"]');
      await copied();
      const arrived = await pasted();
      assert.deepEqual(arrived.headings, (await sheet()).headings);
      await click(page, '[data-action="copy"]');
      await copied();
      assert.equal((await pasted()).headings.length, 0);
    }, { preload: without });

    fresh("a browser that does not copy at all says so, and gives the text to copy by hand", async () => {
      await click(page, '[data-action="copy-rich"]');
      await until(page, () => document.querySelector("textarea[readonly]")?.value.startsWith("CONFIDENTIAL"));
    }, {
      once: true,
      preload: () => {
        delete Navigator.prototype.clipboard;
        Document.prototype.execCommand = () => false;
      },
    });

    fresh("print: A4 leaves that count themselves, nothing cut, nothing else on them", async () => {
      const long = "A very long note with many words in it. ".repeat(60);
      await me.step("dash");
      await page.evaluate((text) => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        for (const field of document.querySelectorAll('[name^="dash."][name$=".note"], [name="dash.judgement_reason"]')) {
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        }
      }, long);
      await me.step("record");
      await me.press('[data-output="summary"]');
      await drawn(page);
      await page.evaluate(() => {
        addEventListener("beforeprint", () => {
          const leaves = [...document.querySelectorAll(".leaf")];
          const bottom = (leaf) => Math.max(...[...leaf.querySelectorAll(".leaf-body *")].map((part) => part.getBoundingClientRect().bottom)) - leaf.querySelector(".leaf-body").getBoundingClientRect().bottom;
          const words = (root) => root.textContent.replace(/\s+/g, "");
          window.printed = {
            feet: leaves.map((leaf) => leaf.querySelector(".leaf-foot p:last-child").textContent),
            heads: leaves.map((leaf) => leaf.querySelector(".leaf-head").textContent),
            over: leaves.map(bottom).filter((over) => over > 0),
            words: leaves.map((leaf) => words(leaf.querySelector(".leaf-body"))).join("").length,
            tables: [...document.querySelectorAll(".leaf table")].every((table) => table.tHead.rows.length === 1 && table.tBodies[0].rows.length > 0),
          };
        });
      });
      const pdf = await page.pdf();
      const { feet, heads, over, words, tables } = await page.evaluate(() => window.printed);
      const shown = await page.evaluate(() => document.querySelector(".sheets").textContent.replace(/\s+/g, "").length);
      assert.deepEqual(over, [], "a part below the foot of its leaf");
      assert.ok(tables, "a table without its head");
      assert.deepEqual(feet, feet.map((_, place) => `page ${place + 1} of ${feet.length}`));
      assert.deepEqual([...new Set(heads)], ["CONFIDENTIAL"]);
      assert.ok(words >= shown - 200 && words > long.length, `${words} letters on paper, ${shown} on the screen`);
      assert.deepEqual(sides(pdf, 5), { count: feet.length, sizes: ["119x168"] }, "one leaf, one page of A4");
      assert.equal(await page.evaluate(() => document.querySelectorAll(".leaf").length), 0, "gone after it");
      assert.equal(await page.evaluate(() => document.title), "Notes");
      await me.press('[data-action="print"]');
      assert.match(await me.reads(".panel"), /Exit waits until the print window is closed/);
    });

    /** The downloads of this tab, once there are more than `before`. */
    const downloads = (before) =>
      eventually("a download", async () => {
        const files = await page.saved();
        return files.length > before && files;
      });

    /** Saves a locked copy and gives the file. */
    const save = async () => {
      const before = (await page.saved()).length;
      await me.unfold("Save a copy");
      await type(page, "save-passphrase", PASSPHRASE);
      await type(page, "save-passphrase-again", PASSPHRASE);
      await me.press('[data-action="save-copy"]');
      await until(page, () => /went to this computer/.test(document.getElementById("app").textContent), null, 30_000);
      return (await downloads(before)).at(-1);
    };

    /** Opens a file on the first screen. */
    const open = async (file, passphrase = PASSPHRASE) => {
      if (!(await me.sees('[data-part="open-copy"]'))) await me.step("start");
      if (!(await me.sees('[data-action="choose-copy"]'))) await me.unfold("Open a saved copy");
      await page.evaluate((file) => (window.chosen = file), typeof file === "string" ? file : JSON.stringify(file));
      await me.press('[data-action="choose-copy"]');
      await page.evaluate(() => window.reading?.then(() => {}));
      await drawn(page);
      if (!(await me.has("#open-passphrase"))) return;
      await type(page, "open-passphrase", passphrase);
      await me.press('[data-action="open-copy"]');
    };
    const atRecord = async () => {
      await until(page, () => document.querySelector('section[data-step="record"] .sheets') !== null, null, 30_000);
      await atRest(page);
    };
    /** The case has a sign of an emergency: whoever opens it is stopped first, and comes to the record by going on. */
    const opened = async () => {
      await atRecord();
      const goOn = '[data-stop="emergency-signs"] [data-action="stop-aside"]';
      await until(page, (goOn) => document.querySelector(goOn)?.checkVisibility() === true, goOn);
      await me.press(goOn);
      // The record comes back to where it was scrolled: real clicks wait for that.
      await atRest(page);
    };

    fresh("a saved copy opens again, and other libraries open it and lock what the page opens", async () => {
      const whole = await answers(page);
      const { name, text } = await save();
      assert.match(name, /^copy(\(\d\))?\.json$/);
      // Decoded, as four letters of base64 come to "dash" by chance once in some 300 copies.
      const parts = Object.entries(JSON.parse(text)).map(([key, part]) => `${key} ${Buffer.from(part, "base64url").toString("latin1")}`);
      assert.doesNotMatch(parts.join("\n"), /survivor|dash|waymark/i);
      const header = JSON.parse(Buffer.from(JSON.parse(text).protected, "base64url"));
      assert.deepEqual([header.alg, header.enc], [ALG, ENC]);
      assert.ok(header.p2c >= 600_000);
      assert.equal(await page.evaluate(() => document.getElementById("save-passphrase").value), "", "the passphrase is not kept");
      assert.equal(await page.evaluate(() => document.querySelectorAll("input[type=password]").length), 0);
      await me.press('[data-action="clear"]');
      await me.press('[data-action="clear-yes"]');
      await open(text, PASSPHRASE.normalize("NFD"));
      await opened();
      assert.deepEqual(await answers(page), whole);
      for (const [library, { lock, open: unlock }] of Object.entries(LIBRARIES)) {
        const json = await unlock.call(LIBRARIES[library], JSON.parse(text));
        assert.equal(JSON.parse(json).format, "waymark-case/1", `${library} opens ours`);
        await me.press('[data-action="clear"]');
        await me.press('[data-action="clear-yes"]');
        await open(await lock.call(LIBRARIES[library], json, 1000));
        await opened();
        assert.deepEqual(await answers(page), whole, `ours opens what ${library} locked`);
      }
    });

    fresh("what cannot be opened says why and changes nothing; a short or mistyped passphrase is named", async () => {
      const whole = await answers(page);
      const good = await LIBRARIES.jose.lock('{"format":"waymark-case/1"}', 1000);
      const locked = (text) => LIBRARIES.jose.lock(text, 1000);
      const header = (change) => ({ ...good, protected: Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(good.protected, "base64url")), ...change })).toString("base64url") });
      const refused = [
        [good, /passphrase does not fit/, "another passphrase"],
        [{ ...good, tag: "A".repeat(22) }, /passphrase does not fit/],
        [header({ x: 1 }), /passphrase does not fit/],
        [header({ p2c: 5_000_001 }), /far more work/],
        [header({ alg: "dir" }), /locked in a way/],
        [JSON.stringify(good).slice(0, -9), /damaged, cut off/],
        ["<html><script>alert(1)</script>", /damaged, cut off/],
        [" ".repeat(1_000_001), /larger than 1 MB/],
        [await locked('{"format":"waymark-case/2"}'), /another version/],
        [await locked("[1]"), /no case in it/],
        [await locked('{"format":"waymark-case/1","context":{"nation":"<img src=x>"}}'), /may not stand there: context\.nation/],
        ['{"format":"waymark-case/1"}', /It is not locked/],
      ];
      for (const [file, why, passphrase = PASSPHRASE] of refused) {
        await open(file, passphrase);
        const seen = await until(page, (source) => new RegExp(source).exec(document.querySelector('[data-part="open-copy"]').textContent)?.[0], why.source);
        assert.match(seen, why);
        assert.match(await me.reads('[data-part="open-copy"]'), /nothing on this page has changed/);
      }
      await me.step("record");
      assert.deepEqual(await answers(page), whole);
      await me.unfold("Save a copy");
      await type(page, "save-passphrase", "short");
      await me.press('[data-action="save-copy"]');
      assert.match(await me.reads("#save-passphrase-error"), /at least 12/);
      await type(page, "save-passphrase", PASSPHRASE);
      await type(page, "save-passphrase-again", "something else");
      await me.press('[data-action="save-copy"]');
      assert.match(await me.reads("#save-passphrase-again-error"), /not the same/);
      assert.deepEqual(await page.saved(), []);
    }, { once: true });

    fresh("Exit works at once while a key is made, and nothing is saved or opened after it", async () => {
      const file = await LIBRARIES.jose.lock('{"format":"waymark-case/1"}', 1000);
      const header = { ...JSON.parse(Buffer.from(file.protected, "base64url")), p2c: 5_000_000 };
      await open({ ...file, protected: Buffer.from(JSON.stringify(header)).toString("base64url") });
      await until(page, () => document.querySelector(".working progress") !== null);
      await tapThree(page);
      await atWeather(page);
      assert.ok(!page.said.includes("derived in 5000000 rounds"), "Exit did not wait for the key");
      assert.equal(await page.evaluate(() => document.getElementById("app")), null);
      assert.deepEqual(await page.saved(), []);
    }, { preload: tellsWhenDerived });

    fresh("a copy that is being locked is dropped by a clear or a stop; the page stays free meanwhile", async () => {
      for (const leave of [["stop-work"], ["clear", "clear-yes"]]) {
        await me.unfold("Save a copy");
        await type(page, "save-passphrase", PASSPHRASE);
        await type(page, "save-passphrase-again", PASSPHRASE);
        await me.press('[data-action="save-copy"]');
        await until(page, () => document.querySelector(".working progress") !== null);
        for (const action of leave) await me.press(`[data-action="${action}"]`);
        assert.equal(await me.has(".working progress"), false);
        await me.step("record");
        // Only now the key is made, and the copy that nobody waits for is locked to its end.
        await page.evaluate(() => window.letGo());
        await until(page, () => window.locked === true);
        await atRest(page);
      }
      assert.equal(await page.evaluate(() => window.handedOver), 0);
      assert.deepEqual(await page.saved(), []);
      // The control: one that is waited for is handed over.
      await me.unfold("Save a copy");
      await type(page, "save-passphrase", PASSPHRASE);
      await type(page, "save-passphrase-again", PASSPHRASE);
      await me.press('[data-action="save-copy"]');
      await page.evaluate(() => window.letGo());
      await until(page, () => window.handedOver === 1);
    }, { preload: locksWhenLetGo });

    fresh("an earlier copy stands beside today's, changes nothing, and goes with a clear", async () => {
      const earlier = structuredClone(FILLED);
      earlier.dash.answers = { 1: "yes", 2: "no" };
      earlier.context.pregnant = "no";
      const whole = await answers(page);
      await me.unfold("Look again");
      await page.evaluate((file) => (window.chosen = file), JSON.stringify(await LIBRARIES.jose.lock(JSON.stringify({ format: "waymark-case/1", ...earlier }), 1000)));
      await me.press('[data-part="earlier-copy"] [data-action="choose-copy"]');
      await until(page, () => document.getElementById("open-passphrase") !== null);
      await type(page, "open-passphrase", PASSPHRASE);
      await me.press('[data-action="open-copy"]');
      await until(page, () => document.querySelector('[data-action="put-away"]') !== null);
      await until(page, () => /Dash 2, great fear now\s*no\s*yes/.test([...document.querySelectorAll(".sheets")].map((sheets) => sheets.innerText).join("\n")));
      const compared = await me.reads(".sheets");
      assert.doesNotMatch(compared, /low risk|safer now|improved/i);
      assert.deepEqual(await answers(page), whole);
      assert.deepEqual(await axe(page), []);
      await me.press('[data-action="clear"]');
      await me.press('[data-action="clear-yes"]');
      await me.step("record");
      assert.equal(await me.has('[data-action="put-away"]'), false);
    }, { once: true });

    fresh("without a passphrase only where the settings allow it, with a warning", async () => {
      assert.equal(await me.has('[data-action="save-plain"]'), false);
      await page.evaluate((hash) => void (location.hash = hash), settingsLink({ format: "waymark-settings/1", page: { plain_save: true } }));
      await useSettings(page);
      await me.step("start");
      await me.step("record");
      await me.unfold("Save a copy");
      assert.match(await me.reads('[data-part="save-copy"]'), /A file will be left in Downloads on this computer/);
      await me.press('[data-action="save-plain"]');
      await until(page, () => /went to this computer/.test(document.getElementById("app").textContent));
      const files = await downloads(0);
      const { format } = JSON.parse(files.at(-1).text);
      assert.equal(format, "waymark-case/1");
      await open(files.at(-1).text);
      // A stop that was put aside in the case here stands again in the one that is opened.
      await opened();
    });

    fresh("without crypto.subtle saving is shown as unavailable, with the reason", async () => {
      await me.step("record");
      await me.unfold("Save a copy");
      assert.match(await me.reads('[data-part="save-copy"]'), /opened over plain http/);
      assert.equal(await me.has('[data-action="save-copy"]'), false);
    }, { once: true, full: false, preload: () => Object.defineProperty(Crypto.prototype, "subtle", { get: () => undefined }) });

    fresh("axe, and no sideways scrolling at 320 px, with everything open", async () => {
      await me.unfold("Save a copy");
      await me.unfold("Look again");
      for (const width of [1000, 320]) {
        await page.resize(width, 640);
        assert.deepEqual(await axe(page), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
      }
    }, { once: true });
  });
}
