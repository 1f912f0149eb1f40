import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DUTIES, dutyText, hasDuties, type Duty } from "@/lib/access/duties";
import { STEPS_OF, refuseStep } from "@/lib/certification/batch-steps";
import { drawSchools } from "@/lib/certification/draw";
import { CASE_ACTS, HAND_ACTS, gap, refuseCaseAct, refuseDraft, refuseHand, type CaseAct, type Hand, type HandAct, type Standing } from "@/lib/certification/machine";
import { missingMaterials } from "@/lib/certification/materials";
import { OUTCOME, OUTCOMES, leadsTo, outcomesAt, type Outcome } from "@/lib/certification/outcomes";
import { REVIEW_ITEMS, countReviews, isVeto, needsNote, opinionsFor } from "@/lib/certification/review-items";
import { HOLDER, LEVELS, STAGES, STAGE_NAME, holderCode, isEnded, wayOf, type Level, type Stage } from "@/lib/certification/stages";

const TODAY = "2026-11-22";
const ready = (stage: Stage, more: Partial<Standing> = {}): Standing => ({
  stage, skipsCity: false, dueOn: null, open: null, accepted: true, materialsMissing: [], itemsOpen: 0, itemsUnmet: 0, vetoesConfirmed: 0, vetoesSuspected: 0, stepsOpen: 0, stepsFailed: 0, visitsOpen: 0, visitsDone: 1, visitNeeded: stage === "city" || stage === "province", ...more,
});
const hand = (level: Level | null, userId = "me", ownCounty = false, duties: readonly Duty[] = DUTIES): Hand => ({ level, userId, duties, ownCounty: ownCounty || level === "county" });

/** The whole procedure, written out a second time: who may decide what where, and where it leads (with and without 市级复核). */
const ALLOWED: [Stage, Outcome, Level, Stage, Stage?][] = [
  ["nomination", "nominate", "county", "cultivation"], ["cultivation", "admit", "province", "candidacy"], ["cultivation", "return", "province", "nomination"],
  ["candidacy", "list", "province", "self"], ["candidacy", "return", "province", "nomination"], ["self", "apply", "county", "city", "province"],
  ["city", "endorse", "city", "province"], ["city", "return", "city", "self"], ["province", "recommend", "province", "nation"], ["province", "return", "province", "city", "self"],
  ["nation", "feedback", "nation", "plan"], ["nation", "refuse", "nation", "refused"], ["nation", "return", "nation", "province"], ["plan", "submitPlan", "county", "report"],
  ["report", "submitReport", "county", "verdict"], ["verdict", "recognise", "nation", "recognised"], ["verdict", "refuse", "nation", "refused"], ["verdict", "return", "nation", "report"],
  ["recognised", "correct", "nation", "correction"], ["correction", "submitCorrection", "county", "recheck"], ["recheck", "clear", "province", "recognised"], ["recheck", "renew", "province", "correction"],
  ["recheck", "revoke", "nation", "revoked"], ["correction", "revoke", "nation", "revoked"],
  ...(["nomination", "cultivation", "candidacy", "self", "city", "province"] as const).map((stage): [Stage, Outcome, Level, Stage] => [stage, "retract", "county", "withdrawn"]),
];
const roles: (Level | null)[] = [...LEVELS, null];
const everything = STAGES.flatMap((stage) => OUTCOMES.flatMap((outcome) => roles.map((level) => ({ stage, outcome, level }))));

describe("who decides what, over every stage × decision × body", () => {
  it.each(everything)("$stage $outcome $level", ({ stage, outcome, level }) => {
    const row = ALLOWED.find(([at, what, by]) => at === stage && what === outcome && by === level);
    const refusal = refuseDraft(ready(stage), outcome, hand(level), TODAY);
    if (!row) {
      expect(refusal).toMatch(/[一-龥].*。$/);
      return;
    }
    expect(refusal).toBeNull();
    expect([leadsTo(outcome, stage, false), leadsTo(outcome, stage, true)]).toEqual([row[3], row[4] ?? row[3]]);
  });

  it("a recognition is revoked from where it stands only on a veto 经查实", () => {
    expect(refuseDraft(ready("recognised"), "revoke", hand("nation"), TODAY)).toMatch(/先限期整改/);
    expect(refuseDraft(ready("recognised", { vetoesConfirmed: 1 }), "revoke", hand("nation"), TODAY)).toBeNull();
    expect(leadsTo("revoke", "recognised", false)).toBe("revoked");
  });

  it("a submission of the county waits for what it has to bring, by name; taking back waits for nothing", () => {
    for (const [stage, outcome, level] of ALLOWED.filter(([, , by]) => by === "county")) {
      const refusal = refuseDraft(ready(stage, { materialsMissing: ["自评报告", "申报表"] }), outcome, hand(level), TODAY);
      if (outcome === "retract") expect(refusal).toBeNull();
      else expect(refusal).toBe("请先上传“自评报告”、“申报表”。");
    }
    expect(STAGES.map((stage) => [stage, missingMaterials(stage, [])]).filter(([, missing]) => missing?.length)).toEqual([["self", ["自评报告", "申报表"]], ["plan", ["整改方案"]], ["report", ["整改情况报告"]], ["correction", ["限期整改报告"]]]);
    expect([missingMaterials("self", ["self.form", "self"]), missingMaterials("self", ["self.report", "self.form"]), missingMaterials("plan", ["self.report"])]).toEqual([["自评报告"], [], ["整改方案"]]);
  });

  it("nobody above the county decides on a county of their own, at any stage", () => {
    for (const stage of STAGES) for (const level of ["city", "province", "nation"] as const) {
      for (const outcome of OUTCOMES) expect(refuseDraft(ready(stage, { vetoesConfirmed: 1 }), outcome, hand(level, "me", true), TODAY)).not.toBeNull();
      for (const act of CASE_ACTS) expect(refuseCaseAct(ready(stage, { accepted: act !== "accept" }), act, hand(level, "me", true))).not.toBeNull();
    }
    expect(refuseDraft(ready("city"), "endorse", hand("city", "me", true), TODAY)).toMatch(/本人在该县任职/);
  });
});

describe("the way", () => {
  it("skips 市级复核 where there is none", () => {
    expect(wayOf(true)).toEqual(wayOf(false).filter((stage) => stage !== "city"));
    expect(wayOf(false)).toHaveLength(11);
  });
  it("walks from nomination to recognition along the steps forward, and every stage can be left or has ended", () => {
    for (const skipsCity of [false, true]) {
      let stage: Stage = "nomination";
      const gone: Stage[] = [stage];
      while (stage !== "recognised") {
        const level = HOLDER[stage];
        const forward = outcomesAt(stage, level).find((outcome) => OUTCOME[outcome].forward);
        if (!forward) throw new Error(`stuck at ${stage}`);
        stage = leadsTo(forward, stage, skipsCity);
        gone.push(stage);
      }
      expect(gone).toEqual(wayOf(skipsCity));
    }
    for (const stage of STAGES) expect(LEVELS.some((level) => outcomesAt(stage, level).length > 0)).toBe(!isEnded(stage));
  });
  it("goes back one level at a time, never past the county", () => {
    for (const [stage, outcome, , to] of ALLOWED) if (outcome === "return") expect(wayOf(false).indexOf(to)).toBeLessThan(wayOf(false).indexOf(stage));
  });
  it("lies in the hands of the division that acts", () => {
    expect((["self", "city", "province", "nation", "recognised", "refused"] as const).map((stage) => holderCode(stage, "410185"))).toEqual(["410185", "4101", "41", "cn", "cn", "cn"]);
  });
});

/** Every set of duties that an account can hold. */
const SETS: Duty[][] = [[], ["handler"], ["reviewer"], ["signer"], ["handler", "reviewer"], ["handler", "signer"], ["reviewer", "signer"], ["handler", "reviewer", "signer"]];
/** Which duty an act of a decision asks for (any of them), written out; withdrawing asks for none: it is the handler's own draft. */
const ASKED: Record<"drafted" | "checked", Record<Exclude<HandAct, "withdraw">, Duty[]>> = {
  drafted: { check: ["reviewer"], sendBack: ["reviewer"], sign: ["signer"] },
  checked: { check: ["reviewer"], sendBack: ["reviewer", "signer"], sign: ["signer"] },
};

describe("duties, over every stage × act × set of duties", () => {
  const places = ALLOWED.map(([stage, outcome, level]) => ({ stage, outcome, level }));
  it.each(places)("$stage $outcome of $level is drafted, checked, signed and sent back by whoever holds that duty", ({ stage, outcome, level }) => {
    const standing = ready(stage, { vetoesConfirmed: outcome === "revoke" ? 1 : 0 });
    for (const duties of SETS) {
      const drafting = refuseDraft(standing, outcome, hand(level, "me", false, duties), TODAY);
      if (duties.includes("handler")) expect(drafting).toBeNull();
      else expect(drafting).toMatch(/^这一步由.+承担“经办”的账号办理，您的账号(承担“.+”|没有承担经办、审核、签发)。$/);
      for (const state of ["drafted", "checked"] as const) for (const act of HAND_ACTS) for (const who of ["a", "b", "c"]) {
        const opened = { ...standing, open: { outcome, state, handlerId: "a", reviewerId: state === "checked" ? "b" : null } };
        const refusal = refuseHand(opened, act, hand(level, who, false, duties), TODAY);
        const whole = refuseHand(opened, act, hand(level, who), TODAY);
        if (act === "withdraw" || ASKED[state][act].some((duty) => duties.includes(duty))) expect(refusal).toBe(whole);
        else expect(refusal).toMatch(/^这一步由.+承担“(审核|签发|审核”或“签发)”的账号办理，您的账号/);
      }
    }
  });
  it("a duty opens nothing that the body, the stage or the own county closes", () => {
    for (const duties of SETS) {
      expect(refuseDraft(ready("city"), "endorse", hand("province", "me", false, duties), TODAY)).toMatch(/这件事由设区市/);
      expect(refuseDraft(ready("city"), "endorse", hand("city", "me", true, duties), TODAY)).toMatch(/本人在该县任职/);
    }
  });
  it("exist where decisions are taken, and are read in the order of an act", () => {
    const kinds = (["education", "supervision", "government", "section", "unit", "inspector", "filler", "principal", "sysadmin", "expert"] as const).flatMap((office) => (["nation", "province", "city", "county", "school"] as const).map((level) => ({ office, level })));
    expect(kinds.filter(hasDuties).map(({ office, level }) => `${office}@${level}`)).toEqual(["supervision@nation", "supervision@province", "supervision@city", "government@county"]);
    expect([dutyText(["signer", "handler"]), dutyText([])]).toEqual(["经办、签发", ""]);
  });
});

describe("经办 → 审核 → 签发", () => {
  const places = ALLOWED.map(([stage, outcome, level]) => ({ stage, outcome, level }));
  const opened = (place: (typeof places)[number], state: "drafted" | "checked") => ready(place.stage, { open: { outcome: place.outcome, state, handlerId: "a", reviewerId: state === "checked" ? "b" : null } });
  /** Which of three people may do what, written out. */
  const MAY: Record<"drafted" | "checked", Record<HandAct, string[]>> = {
    drafted: { check: ["b", "c"], sendBack: ["b", "c"], sign: [], withdraw: ["a"] },
    checked: { check: [], sendBack: ["b", "c"], sign: ["c"], withdraw: ["a"] },
  };
  it.each(places)("$stage $outcome passes three different people of $level", (place) => {
    for (const state of ["drafted", "checked"] as const) for (const act of HAND_ACTS) for (const who of ["a", "b", "c"]) for (const level of roles) {
      const refusal = refuseHand(opened(place, state), act, hand(level, who), TODAY);
      if (level === place.level && MAY[state][act].includes(who)) expect(refusal).toBeNull();
      else expect(refusal).toMatch(/。$/);
    }
    expect(refuseDraft(opened(place, "drafted"), place.outcome, hand(place.level), TODAY)).toMatch(/已有一件决定/);
  });
  it("nothing is signed that was not drafted", () => {
    for (const act of HAND_ACTS) expect(refuseHand(ready("city"), act, hand("city"), TODAY)).toMatch(/没有正在/);
  });
  it("what has changed since the draft is asked again at the signature, not at a way back", () => {
    const checked = ready("city", { open: { outcome: "endorse", state: "checked", handlerId: "a", reviewerId: "b" }, vetoesConfirmed: 1 });
    expect(refuseHand(checked, "sign", hand("city", "c"), TODAY)).toMatch(/一票否决/);
    expect(refuseHand({ ...checked, open: { outcome: "return", state: "checked", handlerId: "a", reviewerId: "b" } }, "sign", hand("city", "c"), TODAY)).toBeNull();
  });
});

describe("deadlines", () => {
  it("hold every step forward, to the day, at the draft and at the signature; a return stays open", () => {
    for (const [stage, outcome, level] of ALLOWED) {
      const past = ready(stage, { dueOn: "2026-11-21" });
      const open = { outcome, state: "checked" as const, handlerId: "a", reviewerId: "b" };
      const expected = OUTCOME[outcome].forward ? expect.stringMatching(/已经过期/) : null;
      expect([refuseDraft(past, outcome, hand(level), TODAY), refuseHand({ ...past, open }, "sign", hand(level, "c"), TODAY)]).toEqual([expected, expected]);
      expect(refuseDraft({ ...past, dueOn: TODAY }, outcome, hand(level), TODAY)).toBeNull();
    }
  });
});

describe("what must be there first", () => {
  const counts = fc.record({ itemsOpen: fc.nat(2), itemsUnmet: fc.nat(2), vetoesConfirmed: fc.nat(1), vetoesSuspected: fc.nat(1), stepsOpen: fc.nat(1), stepsFailed: fc.nat(1), visitsOpen: fc.nat(1), visitsDone: fc.nat(1), accepted: fc.boolean() });
  it("no evaluator passes a county with a veto, an open item, an unfinished visit or step, or without acceptance", () => {
    fc.assert(fc.property(counts, fc.constantFrom<[Stage, Outcome, Level][]>(["city", "endorse", "city"], ["province", "recommend", "province"]), (more, [stage, outcome, level]) => {
      const free = more.accepted && more.itemsOpen + more.itemsUnmet + more.vetoesConfirmed + more.vetoesSuspected + more.visitsOpen + more.stepsOpen + more.stepsFailed === 0 && more.visitsDone > 0;
      expect(refuseDraft(ready(stage, more), outcome, hand(level), TODAY) === null).toBe(free);
    }), { numRuns: 1_000 });
  });
  it("national feedback may name what is to be mended; recognition may not leave any", () => {
    expect(gap(ready("nation", { itemsUnmet: 2 }), "feedback")).toBeNull();
    expect(gap(ready("nation", { stepsFailed: 1 }), "feedback")).toMatch(/只能退回或不予认定/);
    expect([gap(ready("nation", { visitsDone: 0 }), "feedback"), gap(ready("nation", { visitsDone: 0, visitNeeded: true }), "feedback")]).toEqual([null, "还没有专家实地核查。"]);
    expect(gap(ready("verdict", { itemsUnmet: 2 }), "recognise")).toMatch(/2 项/);
    expect(gap(ready("verdict", { vetoesConfirmed: 1 }), "recognise")).toMatch(/一票否决/);
    for (const stage of ["nation", "verdict"] as const) expect(gap(ready(stage, { vetoesConfirmed: 1, itemsOpen: 3 }), "refuse")).toBeNull();
  });
});

/** Beside decisions, written out: act → stage → levels. */
const EVALUATING = { city: ["city"], province: ["province"], nation: ["nation"] };
const UPPER = ["province", "nation"];
const ON_CASE: Record<CaseAct, Partial<Record<Stage, string[]>>> = {
  accept: EVALUATING, review: { ...EVALUATING, verdict: ["nation"] }, veto: { ...EVALUATING, verdict: ["nation"], recognised: UPPER, correction: UPPER, recheck: UPPER }, visit: { ...EVALUATING, recheck: ["province"] },
  step: { nation: ["nation"] }, monitor: { recognised: UPPER },
  extend: { nomination: ["nation"], cultivation: ["nation"], candidacy: ["nation"], self: ["nation"], city: ["nation"], province: ["nation"], nation: ["nation"], plan: ["nation"], report: ["nation"], verdict: ["nation"], correction: ["nation"] },
};

describe("acts beside decisions, over every stage × act × body", () => {
  it.each(STAGES.flatMap((stage) => CASE_ACTS.flatMap((act) => roles.map((level) => ({ stage, act, level })))))("$stage $act $level", ({ stage, act, level }) => {
    const refusal = refuseCaseAct(ready(stage, { accepted: act !== "accept" }), act, hand(level));
    if (level !== null && ON_CASE[act][stage]?.includes(level)) expect(refusal).toBeNull();
    else expect(refusal).toMatch(/。$/);
  });
  it("the grounds of a decision stand still while it is checked; a veto and an extension do not wait", () => {
    const open = ready("nation", { open: { outcome: "feedback", state: "drafted", handlerId: "a", reviewerId: null } });
    expect((["review", "visit", "step", "veto", "extend"] as const).map((act) => refuseCaseAct(open, act, hand("nation")) === null)).toEqual([false, false, false, true, true]);
  });
  it("nothing is reviewed before acceptance, and nothing accepted twice", () => {
    expect(refuseCaseAct(ready("city", { accepted: false }), "review", hand("city"))).toBe("请先受理。");
    expect(refuseCaseAct(ready("city"), "accept", hand("city"))).toBe("已经受理。");
  });
});

describe("the data of a review", () => {
  it("asks 7 + 15 + 9 + 1 items and 6 vetoes", () => {
    expect(["resource", "government", "quality", "recognition", "veto"].map((group) => REVIEW_ITEMS.filter((item) => item.group === group).length)).toEqual([7, 15, 9, 1, 6]);
    expect(new Set(REVIEW_ITEMS.map(({ key }) => key)).size).toBe(38);
    for (const { key } of REVIEW_ITEMS) expect(opinionsFor(key).some((opinion) => opinion === "confirmed")).toBe(isVeto(key));
    expect([needsNote("met"), needsNote("none"), needsNote("mend"), needsNote("confirmed")]).toEqual([false, false, true, true]);
  });
  it("counts what is open", () => {
    expect(countReviews([])).toEqual({ itemsOpen: 38, itemsUnmet: 0, vetoesConfirmed: 0, vetoesSuspected: 0 });
    expect(countReviews([{ item: "gov-1", opinion: "mend" }, { item: "gov-2", opinion: "unmet" }, { item: "veto-1", opinion: "confirmed" }, { item: "veto-2", opinion: "suspected" }, { item: "gone", opinion: "unmet" }])).toEqual({ itemsOpen: 34, itemsUnmet: 2, vetoesConfirmed: 1, vetoesSuspected: 1 });
  });
  it("knows the steps of the years, in their order", () => {
    expect(Object.values(STEPS_OF).map((steps) => steps.map(({ name }) => name).join("、"))).toEqual(["质量监测、社会认可度调查、指标审核、实地核查", "资格审查、质量监测、社会认可度调查、指标审核、核查评估", "资格审查、质量监测、社会认可度调查、指标审核、集中审议"]);
    const done = { itemsOpen: 0, visitsOpen: 0, visitsDone: 1 };
    expect(refuseStep(STEPS_OF[2025], [], "qualification", "passed", done)).toBeNull();
    expect(refuseStep(STEPS_OF[2025], [], "survey", "passed", done)).toMatch(/资格审查/);
    expect(refuseStep(STEPS_OF[2023], ["monitoring"], "monitoring", "passed", done)).toBeNull();
    expect(refuseStep(STEPS_OF[2023], [], "deliberation", "passed", done)).toMatch(/没有这一步/);
    const before = ["monitoring", "survey"];
    expect(refuseStep(STEPS_OF[2023], before, "indicators", "passed", { ...done, itemsOpen: 3 })).toMatch(/3 项没有意见/);
    expect(refuseStep(STEPS_OF[2023], before, "indicators", "failed", { ...done, itemsOpen: 3 })).toBeNull();
    expect(refuseStep(STEPS_OF[2023], [...before, "indicators"], "field", "passed", { ...done, visitsDone: 0 })).toMatch(/还没有办结/);
    expect(refuseStep(STEPS_OF[2023], [...before, "indicators"], "field", "passed", { ...done, visitsOpen: 1 })).toMatch(/还没有办结/);
  });
  it("names every stage", () => { for (const stage of STAGES) expect(STAGE_NAME[stage]).toMatch(/^[一-龥]+$/); });
});

describe("a draw of schools", () => {
  const codes = fc.uniqueArray(fc.stringMatching(/^[0-9]{10}$/), { minLength: 1, maxLength: 60 });
  it("is the same for the same seed and list in any order, without repeats, from the list", () => {
    fc.assert(fc.property(fc.string(), codes, fc.nat(20), (seed, list, count) => {
      const drawn = drawSchools(seed, list, count);
      expect(drawSchools(seed, [...list].reverse(), count)).toEqual(drawn);
      expect([new Set(drawn).size, drawn.every((code) => list.includes(code))]).toEqual([Math.min(count, list.length), true]);
    }));
  });
  it("gives every school about the same chance", () => {
    const list = Array.from({ length: 20 }, (_, at) => `21410000${String(at).padStart(2, "0")}`);
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 4_000; seed++) for (const code of drawSchools(`seed-${seed}`, list, 5)) hits.set(code, (hits.get(code) ?? 0) + 1);
    for (const code of list) expect(Math.abs((hits.get(code) ?? 0) - 1_000)).toBeLessThan(150);
  });
});
