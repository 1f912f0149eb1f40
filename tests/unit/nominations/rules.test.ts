import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATEMENT_KEYS, nominationConditions, refuseConditions, type ConditionFacts } from "@/lib/nominations/conditions";
import { NOMINATION_ACT_KEYS, NOMINATION_ROLES, NOMINATION_STATES, NOMINATION_STATE_NAME, SINGLE_ACTS, isLate, nominationRule, nominationTo, refuseNominationAct, refuseReport, type NominationRole } from "@/lib/nominations/rules";
import { nominationBatchInput } from "@/lib/nominations/schema";
import { DEFAULT_TEMPLATE, faultsOfAnswers, withFieldKeys } from "@/lib/nominations/template";

const ROLES: (NominationRole | null)[] = [...NOMINATION_ROLES, null];

describe("the way of a nomination", () => {
  it("allows in every state, act and role what is written here and nothing else", () => {
    const allowed = NOMINATION_STATES.flatMap((state) => NOMINATION_ACT_KEYS.flatMap((act) => ROLES.filter((role) => refuseNominationAct(state, act, role) === null).map((role) => `${state} ${act} ${role}`)));
    expect(allowed).toEqual([
      "draft edit county", "draft submit county", "returned edit county", "returned submit county", "city withdraw county", "city forward city", "city return city",
      "province withdraw county", "province return province", "province rank province", "province report province", "reported review nation", "reported publish nation",
    ]);
  });

  it("refuses the rest with a sentence that names the state or who may", () => {
    fc.assert(fc.property(fc.constantFrom(...NOMINATION_STATES), fc.constantFrom(...NOMINATION_ACT_KEYS), fc.constantFrom(...ROLES), (state, act, role) => {
      const refusal = refuseNominationAct(state, act, role);
      if (refusal === null) expect(nominationRule(act).at[state]).toBe(role);
      else if (nominationRule(act).at[state]) expect(refusal).toMatch(/办理。$/);
      else expect(refusal).toContain(NOMINATION_STATE_NAME[state]);
    }));
  });

  it("goes to the city where there is one, else to the province", () => {
    expect(SINGLE_ACTS.map((act) => [nominationTo(act, false), nominationTo(act, true)])).toEqual([["city", "province"], ["draft", "draft"], ["province", "province"], ["returned", "returned"]]);
  });
});

describe("the quota and the last day", () => {
  it("never lets a province pass its maximum, and asks for words below its minimum", () => {
    const max = fc.integer({ min: 1, max: 9 });
    fc.assert(fc.property(max, fc.nat(9), fc.nat(9), fc.constantFrom("", "当地县少"), (most, before, now, reason) => {
      const refusal = refuseReport({ min: Math.min(3, most), max: most }, before, now, reason);
      if (now > 0 && before + now > most) expect(refusal).toContain(`最多推荐 ${most} 个`);
      else if (now > 0 && before + now < Math.min(3, most)) expect(refusal === null).toBe(reason !== "");
      else expect(refusal === null).toBe(now > 0);
    }));
  });
  it("takes 3 to 5 as 教基厅函〔2021〕43号 says; what went up before counts", () => {
    const quota = { min: 3, max: 5 };
    expect([0, 1, 2, 3, 4, 5, 6].map((count) => refuseReport(quota, 0, count, "") === null)).toEqual([false, false, false, true, true, true, false]);
    expect(refuseReport(quota, 4, 2, "")).toBe("每省最多推荐 5 个，已报 4 个，本次 2 个，超出名额。");
    expect(refuseReport(quota, 4, 1, "")).toBeNull();
  });
  it("is late on the day after the last, not on it", () => expect(["2021-12-09", "2021-12-10", "2021-12-11"].map((day) => isLate("2021-12-10", day))).toEqual([false, false, true]));
});

const FACTS: ConditionFacts = { batchYear: 2026, basicBalanceYear: 2020, basicProblemsOpen: 0, figures: { year: 2025, sections: 10, compliantSections: 8, cvCount: 14, cvWithinLimit: 14, recognition: 0.85, payMet: null }, statements: { leadership: "成立领导小组", ecology: "双减落实" }, evidence: { leadership: 1, ecology: 2 } };

describe("the three preconditions", () => {
  it("binds on years, solved problems and statements with evidence; present figures only inform", () => {
    expect(nominationConditions(FACTS).map(({ key, met, binding }) => [key, met, binding])).toEqual([
      ["leadership", true, true], ["ecology", true, true], ["basic-balance", true, true], ["basic-problems", true, true], ["schools", false, false], ["cv", true, false], ["pay", null, false], ["recognition", true, false],
    ]);
    expect(refuseConditions(nominationConditions(FACTS))).toBeNull();
  });
  it.each([
    [{ basicBalanceYear: 2023 }, null], [{ basicBalanceYear: 2024 }, "2024 年认定，至 2026 年 2 年"], [{ basicBalanceYear: null }, "没有填写认定年份"], [{ basicProblemsOpen: 2 }, "整改台账中还有 2 个未销号的基本均衡遗留问题"],
    [{ evidence: { leadership: 0, ecology: 1 } }, "已填写说明，没有佐证材料"], [{ statements: { leadership: "有", ecology: "" } }, "没有填写说明"],
  ])("refuses with what is missing: %j", (change, text) => {
    const refusal = refuseConditions(nominationConditions({ ...FACTS, ...change }));
    if (text === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(text);
  });
  it("says of a county without approved data that nothing is known, never that it fails", () => {
    const met = nominationConditions({ ...FACTS, figures: null }).filter(({ binding }) => !binding).map((one) => one.met);
    expect(met).toEqual([null, null, null, null]);
  });
  it("has a statement for every key that evidence can hang on", () => expect([...STATEMENT_KEYS]).toEqual(["leadership", "ecology"]));
});

describe("the 推荐表 as a template", () => {
  it("asks for what is required only when it is handed in, and keeps persons out", () => {
    const none = faultsOfAnswers(DEFAULT_TEMPLATE, {}, true);
    expect(Object.keys(none)).toEqual(DEFAULT_TEMPLATE.filter(({ required }) => required).map(({ key }) => `answers.${key}`));
    expect(faultsOfAnswers(DEFAULT_TEMPLATE, {}, false)).toEqual({});
    expect(faultsOfAnswers(DEFAULT_TEMPLATE, { contact: "基础教育科 13912345678", overview: "字".repeat(1501) }, false)).toEqual({ "answers.overview": "“基本情况”最多 1500 字，现有 1501 字。", "answers.contact": "“联系部门和办公电话”中有手机号或身份证号，请删去，只写部门和办公电话。" });
    expect(faultsOfAnswers(DEFAULT_TEMPLATE, { contact: "基础教育科 0371-12345678" }, false)).toEqual({});
  });
  it("gives new fields keys of their own and leaves the others theirs", () => {
    const field = { label: "栏目", hint: "", max: 100, required: false };
    expect(withFieldKeys([{ ...field, key: "field-1" }, { ...field, key: "" }, { ...field, key: "" }]).map(({ key }) => key)).toEqual(["field-1", "field-2", "field-3"]);
  });
  it("refuses a call whose quota is upside down or whose fields are named alike", () => {
    const call = { id: "", version: 0, year: 2026, name: "演示批次", quotaMin: 5, quotaMax: 3, dueOn: "2026-12-10", documentNumber: "", fields: [{ key: "", label: "情况", hint: "", max: 100, required: true }, { key: "", label: "情况", hint: "", max: 100, required: true }] };
    expect(nominationBatchInput.safeParse(call).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual(["quotaMax 上限不能小于下限。", "fields 栏目名称不能重复。"]);
  });
});
