import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXPERIENCE_ACTS, EXPERIENCE_ACT_KEYS, EXPERIENCE_ROLES, EXPERIENCE_STATES, EXPERIENCE_STATE_NAME, SHARED, experienceRule, mayWrite, refuseExperienceAct, type ExperienceRole, type ExperienceState } from "@/lib/experiences/rules";
import { experienceFilters, experienceInput } from "@/lib/experiences/schema";

const ROLES: (ExperienceRole | null)[] = [...EXPERIENCE_ROLES, null];

describe("the way of an experience", () => {
  it("allows in every state, act and role what is written here and nothing else", () => {
    const allowed = EXPERIENCE_STATES.flatMap((state) => EXPERIENCE_ACT_KEYS.flatMap((act) => ROLES.filter((role) => refuseExperienceAct(state, act, role) === null).map((role) => `${state} ${act} ${role}`)));
    expect(allowed).toEqual([
      "draft submit county", "submitted withdraw county", "submitted accept province", "submitted return province", "returned submit county",
      "provincial publish nation", "provincial decline nation", "provincial remove province", "declined publish nation", "declined remove province", "national recall nation",
    ]);
  });

  it("refuses with a sentence that names the state or who may", () => {
    fc.assert(fc.property(fc.constantFrom(...EXPERIENCE_STATES), fc.constantFrom(...EXPERIENCE_ACT_KEYS), fc.constantFrom(...ROLES), (state, act, role) => {
      const refusal = refuseExperienceAct(state, act, role);
      if (refusal === null) expect(experienceRule(act).from).toContain(state);
      else if (role === experienceRule(act).by) expect(refusal).toContain(EXPERIENCE_STATE_NAME[state]);
      else expect(refusal).toMatch(/办理。$/);
    }));
  });

  it("never brings back what was taken out, and reaches a library only through its province", () => {
    for (const act of EXPERIENCE_ACT_KEYS) expect(experienceRule(act).from).not.toContain("retired");
    const into = EXPERIENCE_ACT_KEYS.filter((act) => SHARED.includes(EXPERIENCE_ACTS[act].to) && !experienceRule(act).from.every((state) => SHARED.includes(state)));
    expect(into).toEqual(["accept"]);
  });

  it("is rewritten by its county alone, before it is handed in or after it came back", () => {
    const open = EXPERIENCE_STATES.flatMap((state: ExperienceState) => ROLES.filter((role) => mayWrite(state, role)).map((role) => `${state} ${role}`));
    expect(open).toEqual(["draft county", "returned county"]);
  });
});

describe("what is written and searched", () => {
  it("asks for every part in words", () => {
    const faults = experienceInput.safeParse({ id: "", version: 0, item: "basic-1", title: "短", background: "", practice: "", result: "" });
    expect(faults.error?.issues.map((issue) => issue.message)).toEqual(["请选择攻坚清单事项。", "请写明标题（4—80 字）。", "请写明背景和问题。", "请写明主要做法。", "请写明成效，尽量用数据。"]);
  });
  it("reads the address and leaves out what it does not understand", () => {
    expect(experienceFilters({ q: " 集团 ", page: "x", item: ["a", "b"] })).toEqual({ q: "集团", page: 1 });
  });
});
