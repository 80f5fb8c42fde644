// Six of the walkthroughs of practice, and its short checks: each is told, then driven by pressing what is in sight.
// "Must see" and "fails if" of each story are the assertions.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";
import * as chromium from "./chromium.mjs";
import { HANG } from "./limits.mjs";
import { person } from "./person.mjs";
import { dist, serveTool } from "./server.mjs";
import { atWeather, click, ready, sleep, until } from "./steps.mjs";

/** A number, a threshold, a band or a finding that is no business of someone who acts tonight. */
const SCORE = /\b\d+ (of|out of) 24\b|\bscore|threshold|\bband\b|\bO[126]\b|\bNC\b|primary perpetrator/i;
/** What no screen may say of anyone. */
const NEVER_SAID = /low risk|mutual|volatile|failed to protect|no trace|untraceable/i;

/** All of them, in Chromium at this file of the tool; `wasm: false` takes WebAssembly away. */
export function walkthroughs(file, { wasm = true } = {}) {
  describe(`walkthroughs of ${file}`, { timeout: HANG }, () => {
    let browser, tool, page, me;

    before(async () => {
      [browser, tool] = await Promise.all([chromium.launch({ wasm }), serveTool()]);
      page = await browser.newPage();
      me = person(page, file === "index.html" ? "" : file);
    });
    after(async () => {
      await browser?.close();
      tool?.close();
    });

    /** A story begins at the first screen of a page just opened. */
    const story = (name, run) =>
      test(name, async () => {
        await page.resize(1000, 700);
        await me.open(tool);
        await run();
        await lacks("#app", NEVER_SAID);
      });
    const door = async (step) => {
      await me.press(`.doors button[data-step="${step}"]`);
      // Stories are told by their answers, in the order of the story.
      if (step === "situation") await me.layout("whole");
    };
    const lacks = async (selector, pattern) => {
      const [found] = pattern.exec(await me.reads(selector)) ?? [];
      assert.equal(found, undefined, `${selector} says ${found}`);
    };
    const contains = async (selector, ...patterns) => {
      const text = await me.holds(selector);
      for (const pattern of patterns) assert.ok(pattern.test(text), `${pattern} is not in ${selector}`);
    };

    /*
     * S1. 01:40, a mixed hostel. The lone night worker sits at the office PC, with a hatch onto the corridor. A resident
     * whispers that her partner, asleep upstairs, held her by the throat on Tuesday. Her voice is hoarse. "No police."
     */
    story("S1 a throat held, the partner asleep upstairs", async () => {
      await door("tonight");
      await me.choose("context.danger_now", "no");
      await me.choose("context.private_now", "yes");
      await me.choose("context.told_by", "survivor");
      await contains("#app", /what you may have to pass on[\s\S]*You can skip anything/);
      await me.choose("context.limits_explained", "yes");
      await me.choose("context.wishes", "no-police");
      await me.goOn();
      await me.button("Same building");
      await me.answer({ "context.strangulation_within_4_weeks": "yes", "context.red_flags": "yes" });
      await contains('[data-stop="emergency-signs"]', /999[\s\S]*strangled[\s\S]*The other person must not come along/);

      // A resident comes to the hatch.
      await me.press('[data-action="cover"]');
      const inSight = await page.evaluate(() => {
        const texts = [];
        for (let x = 5; x < innerWidth; x += 40) {
          for (let y = 5; y < innerHeight; y += 20) {
            const at = document.elementFromPoint(x, y);
            if (at && !at.closest("#bar, #cover")) texts.push(at.outerHTML.slice(0, 80));
          }
        }
        return { texts, bar: document.getElementById("bar").innerText, cover: document.getElementById("cover").innerText };
      });
      assert.deepEqual(inSight.texts, [], "something shows through the cover");
      assert.doesNotMatch(inSight.bar + inSight.cover, /abuse|harm|throat|strang|partner|police|danger/i);
      await me.press('[data-action="uncover"]');
      await me.press('[data-action="stop-aside"]');
      me.count -= 2;

      for (let screen = 0; screen < 3; screen++) await me.goOn();
      await me.choose("dash.2", "yes");
      await me.goOn();
      // One of them puts aside the stop that the signs bring.
      assert.ok(me.count <= 17, `${me.count} taps`);

      await contains("h1", /What to do tonight/);
      const plan = await me.plan();
      assert.equal(plan["PW-05"].priority, 0);
      assert.ok(plan["PW-05"].place <= 1, "the clinic comes first, or after 999 only");
      assert.match(plan["PW-05"].text, /A&E|emergency department/);
      assert.match(plan["PW-05"].text, /999/);
      assert.ok(plan["PW-43"].first, "keep apart tonight");
      assert.match(plan["PW-03"].text, /They said no police: ask first/);
      await contains(".dont", /Don't put anyone out/, /Don't confront, question or warn/);
      await contains("#app", /Ring on-call and read this out/, /Hand over in the morning/);
      const script = (await me.reads(".aloud")).split(/\s+/).filter(Boolean);
      assert.ok(script.length <= 120, `${script.length} words for on-call`);
      assert.match(script.join(" "), /strangled or smothered/);
      assert.match(script.join(" "), /no police/);
      // Fails if.
      await lacks("#app", SCORE);
      assert.ok(!plan["PW-27a"] && !plan["PW-27"] && !plan["PW-26"] && !plan["PW-28"]);
      assert.ok(!(await me.has('[data-handoff="waits"]')));
      await me.step("next-steps");
      assert.ok(!(await me.plan())["PW-27a"]?.first, "PW-27a is not the main offer");
      assert.ok(!(await me.has('[data-handoff="waits"]')), "no hand-off that waits");
    });

    story("S1 the same night under a policy whose Dash is the champion's: nobody waits for them", async () => {
      await me.step("settings");
      await me.choose("profile", "housing21");
      await me.step("situation");
      await me.answer({ "context.told_by": "survivor", "context.strangulation_within_4_weeks": "yes" });
      await me.choose("context.red_flags", "yes");
      await me.press('[data-action="stop-aside"]');
      await me.choose("context.worker_role", "any-staff");
      await me.step("dash");
      assert.equal((await me.data("[data-handoff]")).handoff, "now");
    });

    /*
     * S3. A general-needs officer with a tablet, in a car. A neighbour reports shouting and a child crying, for the third
     * time. The tenant has two warnings and arrears.
     */
    story("S3 a neighbour, the noise, and a child crying", async () => {
      await page.resize(768, 1024);
      await door("situation");
      await me.answer({
        "context.danger_now": "no",
        "context.private_now": "not-with-me",
        "context.told_by": "third-party",
        "context.nation": "england",
        "context.recency": "ongoing",
        "context.sees": "survivor",
        "context.survivor_reach": "direct",
        "context.children": "in-home",
        "context.child_harm": "sees-hears",
        "context.visit_planned": "yes",
        "context.tenure": "sole-survivor",
        "context.eviction_considered": "yes",
        "context.arrears": "yes",
        "context.homeless_risk": "yes",
      });
      await me.press('button[data-step="next-steps"]');
      const plan = await me.plan();
      const caution = '[data-caution="THIRD_PARTY_REPORT"]';
      await contains(caution, /999/, /Protect their name/, /No visit or letter/, /alone, through something ordinary/);
      assert.ok(plan["PW-16"].priority <= 1 && plan["PW-16"].stance === "do", "PW-16 does not wait for proof");
      assert.ok(await me.has('[data-caution="THIRD_PARTY_REPORT"]'));
      assert.ok(await me.has('[data-caution="BEFORE_ENFORCEMENT"]'), "stop the ASB clock");
      await contains('[data-pathway="PW-16"]', /may be affected/);
      assert.ok(await me.has('[data-caution="VISIT_RISK"]'), "staff visit check");
      // Fails if.
      await lacks("#app", /visit to (discuss|talk about) the noise/i);
      await me.press('button[data-step="dash"]');
      await lacks('[data-result="dash"]', /\d+ yes|at least \d+/i);
    });

    /*
     * S4. Extra care, Friday 17:30. The court manager's champion is on leave. A carer saw finger bruises on a resident of
     * 82 with early dementia. Her son manages her card, answers for her, and gives her evening medication.
     */
    story("S4 the son who gives the medication", async () => {
      await me.step("settings");
      await me.choose("profile", "housing21");
      await me.step("tonight");
      await me.choose("context.danger_now", "no");
      await me.choose("context.private_now", "not-with-me");
      await me.choose("context.told_by", "seen");
      await me.button("I can't ask yet");
      await me.button("Somewhere else, with keys");
      await me.goOn();
      await me.answer({ "context.children": "none", "context.care_needs": "yes", "context.perpetrator_is_carer": "yes" });
      await me.goOn();
      await me.goOn();
      await me.choose("dash.judgement", "high");
      await me.goOn();
      await contains("#app", /Do not wait for them: ring on-call, then the emergency duty team, this shift/);
      assert.ok((await me.plan())["PW-18"].priority <= 1, "PW-18 today");
      await contains("#app .caution", /care/i);

      await me.button("Situation");
      await me.layout("whole");
      await me.answer({
        "context.worker_role": "manager",
        "context.nation": "england",
        "context.relationship": "adult-child",
        "context.survivor_age": "60-plus",
        "context.capacity_doubt": "yes",
        "context.registered_care": "yes",
        "context.out_of_hours": "yes",
      });
      await me.step("dash");
      await me.answer({ "dash.with": "information", "dash.1": "yes" });
      assert.equal((await me.data("[data-handoff]")).handoff, "now", "may not complete the Dash, and does not wait");
      await contains("[data-handoff]", /emergency duty team/, /on-call/);
      await me.step("next-steps");
      assert.ok(await me.has('[data-caution="CARE_COVER"]'), "care cover before anything moves the son");
      await contains("#app", /24 hours/, /CQC/, /111|GP/);
      // Her diagnosis stops nothing, and names nobody.
      await me.step("identify", { guided: true });
      await me.press('[data-action="work-through"]');
      for (const id of ["F1", "K1", "K2"]) {
        await me.come(`identify.${id}.who`);
        await me.answer({ [`identify.${id}.who`]: "2", [`identify.${id}.sources`]: "O" });
        await me.unfold("More about this answer");
        await me.choose(`identify.${id}.how_often`, "ongoing");
      }
      await me.come("identify.flags.health");
      await me.unfold("Could it be something else");
      await me.choose("identify.flags.health", "1");
      assert.notEqual((await me.data('[data-result="identify"]')).outcome, "O7", "O7 on her diagnosis");
    });

    /*
     * S7. A key worker in a project for people who use harm. A resident says: "If she goes, neither of us will see
     * Christmas." The ex's name is not known. His brother has firearms on the farm.
     */
    story("S7 he says it to staff", async () => {
      await door("tonight");
      await me.choose("context.danger_now", "no");
      await me.choose("context.private_now", "yes");
      await me.choose("context.told_by", "perpetrator");
      await me.button("Somewhere else, with no way in");
      await me.goOn();
      await me.goOn();
      await me.answer({ "dash.14": "yes", "dash.13": "yes", "dash.22": "yes", "dash.6": "yes" });
      await me.goOn();
      await me.choose("dash.judgement", "high");
      await me.goOn();
      assert.ok((await me.plan())["PW-03"].first, "police within the shift");
      await me.step("situation");
      await me.answer({
        "context.nation": "england",
        "context.relationship": "ex-partner",
        "context.sees": "perpetrator",
        "context.survivor_known": "no",
        "context.firearm_access": "yes",
        "context.orders": "licence",
        "context.perpetrator_mappa": "yes",
      });
      await me.step("dash");
      const dash = await me.data('[data-result="dash"]');
      assert.deepEqual(dash.routes.split(" "), ["R4"], "MARAC on judgement");
      assert.equal(await page.evaluate(() => document.querySelector('[name="dash.14.source"]').value), "said by the other person to staff");
      assert.ok(await me.has('[data-caution="ASK_HIM_NOTHING"]'));
      await contains("#app .say", /Thank you for telling me/);
      await me.step("next-steps");
      const plan = await me.plan();
      assert.ok(plan["PW-03"].priority <= 1);
      await contains('[data-pathway="PW-03"], #app', /firearm|gun/i);
      assert.ok(plan["PW-06"], "MARAC with little known");
      assert.equal(plan["PW-27"].mode, "practitioner-line");
      assert.ok(await me.has('[data-caution="FIND_SURVIVOR_WORKER"]'));
      await contains("#app", /MAPPA|probation/i);
      // Fails if.
      await lacks("#app", /ask him (about|why|whether)|not valid/i);
    });

    /*
     * S9. A foyer worker, evening. She is seventeen and pregnant. Her partner is 22, checks her phone, and pushed her
     * downstairs. She says that it's love. They do the Dash together later, in two sessions.
     */
    story("S9 seventeen and pregnant", async () => {
      await door("tonight");
      await me.choose("context.danger_now", "no");
      await me.choose("context.private_now", "yes");
      await me.choose("context.told_by", "survivor");
      await me.choose("context.limits_explained", "yes");
      await me.button("They are not sure");
      await me.button("Somewhere else, with keys");
      await me.goOn();
      await me.answer({ "context.children": "none", "context.pregnant": "yes" });
      await me.goOn();
      await me.goOn();
      await me.choose("dash.2", "no");
      await me.goOn();
      await me.button("Situation");
      await me.layout("whole");
      await me.answer({
        "context.nation": "england",
        "context.relationship": "partner",
        "context.survivor_age": "16-17",
        "context.perpetrator_age": "18-plus",
        "context.recency": "ongoing",
        "context.safe_contact": "none-safe",
        "context.device_safe": "no",
      });
      await me.step("dash");
      await me.answer({ "dash.with": "survivor", "dash.heard": "alone", "dash.1": "yes", "dash.9": "yes", "dash.12": "yes" });
      // The second session goes on where the first stopped.
      await me.step("start");
      await me.step("dash");
      await me.answer({ "dash.8": "yes", "dash.judgement": "high" });
      await contains('[data-result="dash"]', /incomplete/i);
      await me.step("next-steps");
      const plan = await me.plan();
      assert.ok(plan["PW-16"].priority <= 1, "child referral");
      assert.ok(plan["PW-07"], "domestic abuse support");
      assert.ok(plan["PW-39"], "young people's Dash and service");
      assert.ok(plan["PW-06"], "MARAC from 16");
      await contains("#app", /unborn|not yet born/i, /young people/i, /midwife|health visitor/i);
      await contains('[data-pathway="PW-39"]', /young/i);
      await contains('[data-pathway="PW-39"]', /16 or 17/, /young people's Dash/, /Ask first where you can/);
      await contains('[data-caution="DEVICE_CHECK"]', /Do not send texts, links or apps/);
      // Fails if.
      await lacks("#app", /under 18: not valid|not valid/i);
      await lacks("#app", /tell (him|her partner|the partner|the other person) (that|about)/i);
      await me.step("record");
      assert.ok(await me.sees('[name="record.review_on"]'), "when to ask again");
    });

    /*
     * S12. The wrong reader: a survivor on her own phone, her partner in the next room. Her support worker pasted the link.
     */
    story("S12 the wrong reader", async () => {
      await page.close();
      page = await browser.newPage(); // One with no history of its own.
      me = person(page, file === "index.html" ? "" : file);
      await page.resize(360, 640);
      await me.open(tool);
      const within = (selector) =>
        page.evaluate((selector) => {
          const box = document.querySelector(selector).getBoundingClientRect();
          return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
        }, selector);
      await contains("h1", /housing and support workers/);
      assert.ok(await within('button[data-step="own-life"]'), "in sight without scrolling");
      assert.ok(await within("#exit"));
      await door("own-life");
      assert.equal(await page.evaluate(() => document.querySelectorAll("#app form :is(input, textarea, select)").length), 0);
      await contains("#app", /0808 2000 247/, /0808 80 10 800/, /0800 027 1234/, /0808 802 1414/, /55/, /watched|check(ed|ing)? your phone/i);
      assert.ok(await within("#exit"), "Exit in reach of a thumb");
      assert.equal(await page.evaluate(() => document.title), "Notes");
      // Fails if.
      assert.equal(await me.has("[data-result]"), false, "a score about herself");
      await lacks("#app", /no trace|untraceable|erased|no one can see/i);
      await click(page, "#exit");
      await atWeather(page);
      for (let back = 0; back < 5; back++) {
        await page.travel(-1);
        await sleep(150);
        assert.equal(await page.evaluate(() => document.querySelector("#app h1") !== null), false, "Back shows it again");
      }
      // For the check that ends each story.
      await me.open(tool);
    });

    // What must be seen wherever the fact behind it is known.
    const wanted = [
      ["S3: pull both files", "THIRD_PARTY_REPORT", { "context.told_by": "third-party" }, /both files/i],
      ["S3: stop the ASB clock", "BEFORE_ENFORCEMENT", { "context.eviction_considered": "yes" }, /stop (the|any)/i],
      ["S4: see her alone at her best time", "CARE_COVER", { "context.perpetrator_is_carer": "yes" }, /best time/i],
      ["a cousin: swap", "RESTRICT_FILE", { "context.staff_involved": "yes" }, /swap|another worker/i],
    ];
    test("S3: arrears are no bar", async () => {
      await me.open(tool);
      await me.step("situation");
      await me.press('[data-layout="whole"]');
      await me.answer({ "context.told_by": "third-party", "context.tenure": "sole-survivor" });
      await me.answer({ "context.arrears": "yes", "context.eviction_considered": "yes" });
      await me.step("next-steps");
      await contains("#app", /Rent debt does not bar/);
    });
    for (const [name, id, answers, pattern] of wanted) {
      test(name, async () => {
        await me.open(tool);
        await me.step("situation");
        await me.press('[data-layout="whole"]');
        await me.answer(answers);
        await me.step("next-steps");
        await contains(`[data-caution="${id}"]`, pattern);
      });
    }

    describe("short checks", () => {
      story("a purely historic disclosure prints no total", async () => {
        await door("situation");
        await me.answer({ "context.danger_now": "no", "context.told_by": "survivor", "context.recency": "historic" });
        await me.step("dash");
        await me.answer({ "dash.with": "survivor", "dash.heard": "alone", "dash.1": "yes", "dash.2": "yes", "dash.15": "yes" });
        assert.equal((await me.data('[data-result="dash"]')).yes, "");
        await lacks('[data-result="dash"]', /\b3 yes|\bat least 3\b/);
        await me.step("record");
        await me.press('[data-output="summary"]');
        await lacks(".sheets", /\b3 (of|out of) 24|\b3 yes\b|yes: 3/i);
      });

      story("the police form's 25 is refused kindly", async () => {
        await me.step("situation");
        await me.choose("context.existing_dash", "other-agency");
        await me.choose("context.existing_dash_form", "police-27");
        await me.type("context.existing_dash_yes", "25");
        await me.step("dash");
        await me.unfold("Other ways to MARAC");
        await contains("#app", /27|police/);
        assert.ok(!(await me.data('[data-result="dash"]')).routes.includes("R1"));
        assert.equal(await me.sees("#problem"), false, "an error page");
        assert.equal(await me.has('[aria-invalid="true"]'), false);
      });

      story("\"we're both as bad\", said alone: no O6", async () => {
        await me.step("identify");
        await me.choose("identify.unsure", "true");
        for (const id of ["F1", "K1", "K3", "L1"]) {
          await me.answer({ [`identify.${id}.who`]: "both", [`identify.${id}.sources`]: "1", [`identify.${id}.how_often`]: "ongoing" });
        }
        await me.press('[data-action="read-back-yes"]');
        assert.notEqual((await me.data('[data-result="identify"]')).outcome, "O6");
        await lacks("#app", /mutual/i);
      });

      story("the worker is a cousin: swap", async () => {
        await me.step("situation");
        await me.press('[data-layout="whole"]');
        await me.choose("context.staff_involved", "yes");
        await me.step("next-steps");
        assert.ok(await me.has('[data-caution="RESTRICT_FILE"]'));
        await contains('[data-caution="RESTRICT_FILE"]', /Tell the safeguarding lead and no one else/);
      });

      story("a policy that reports all crime shows the stricter rule and who leads", async () => {
        await me.step("settings");
        await me.choose("profile", "housing21");
        await me.step("situation");
        await me.answer({ "context.danger_now": "no", "context.told_by": "survivor", "context.nation": "england", "context.recency": "ongoing" });
        await me.step("dash");
        await me.answer({ "dash.1": "yes" });
        await me.step("next-steps");
        const { text } = (await me.plan())["PW-03"];
        assert.match(text, /policy/i);
      });
    });

    /* Network off, the file copy: everything above still works, shown by the first story's way through. */
    test("network off, the file copy", async () => {
      await page.start(pathToFileURL(resolve(join(dist, file))).href);
      await until(page, () => location.protocol === "file:");
      await ready(page);
      await door("tonight");
      await me.choose("context.danger_now", "no");
      await me.press("button", "See what to do");
      await contains("h1", /What to do tonight/);
      for (const step of ["situation", "identify", "dash", "next-steps", "record", "settings", "about"]) {
        await me.step(step);
        assert.ok(await me.sees(`section[data-step="${step}"] h1`), step);
      }
    });
  });
}
