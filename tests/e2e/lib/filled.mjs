// A case with something in every part of the page, and a settings link, for tests that look at every screen.
import { settingsLink } from "./settings-link.mjs";

export const FILLED = {
  profile: "housing21",
  settings: { dash_threshold: 17 },
  context: {
    danger_now: "no", private_now: "yes", told_by: "survivor", recency: "ongoing", nation: "england", sees: "both",
    relationship: "ex-partner", survivor_age: "18-59", perpetrator_age: "18-plus", counter_allegation: "yes",
    children: "in-home", child_harm: "threatened", wish_asked: "yes", wishes: ["leave", "no-police"],
    strangulation_within_4_weeks: "yes", red_flags: "yes", homeless_risk: "tonight", same_site_tonight: "yes",
    honour_based: "unknown", perpetrator_is_carer: "yes", care_needs: "yes", events_12m: 4,
    eviction_considered: "yes", staff_involved: "yes", out_of_hours: "yes", referral_consent: "refused",
    existing_dash: "other-agency", existing_dash_form: "police-27", existing_dash_yes: 25,
  },
  identify: {
    answers: [
      { id: "F1", who: "2", sources: ["1", "O"], how_often: "ongoing" },
      { id: "K1", who: "2", sources: ["1", "O"], how_often: "ongoing" },
      { id: "K3", who: "both", sources: ["G"], how_often: "once", tainted: true },
      { id: "L1", who: "2", sources: ["1", "T"], how_often: "ongoing" },
      { id: "H1", who: "not-known" },
      { id: "R1", who: "2", sources: ["1"], how_often: "once" },
    ],
    flags: { harmed_voice: true, formal_conflict: true },
    survivor_is: "1",
  },
  dash: { with: "survivor", heard: "with-others", answers: { 1: "yes", 2: "yes", 6: "yes", 8: "yes", 13: "dk", 14: "no", 15: "yes" }, judgement: "high" },
};

/** Settings that can be used. */
export const GOOD = settingsLink({ format: "waymark-settings/1", owner: "Oakshire", profile: "housing21", case: { dash_threshold: 17 } });
