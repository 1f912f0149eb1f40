import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groundsOf, type Standing } from "@/lib/directives/grounds";
import { sendInput } from "@/lib/directives/schema";
import { DIRECTIVE_ACT_KEYS, DIRECTIVE_KIND_KEYS, DIRECTIVE_STATES, afterDirectiveAct, directiveStateName, isDirectiveLate, refuseDirectiveAct, refuseDueDay, type DirectiveRole } from "@/lib/directives/rules";

const ROLES: (DirectiveRole | null)[] = ["sender", "addressed", null];

describe("督办, 通报, 约谈", () => {
  it("allow in every kind, state, act and role what is written here and nothing else", () => {
    const allowed = DIRECTIVE_KIND_KEYS.map((kind) => DIRECTIVE_STATES.flatMap((state) => DIRECTIVE_ACT_KEYS.flatMap((act) => ROLES.filter((role) => refuseDirectiveAct(kind, state, act, role) === null).map((role) => `${state} ${act} ${role} → ${afterDirectiveAct(kind, act)}`))));
    const answered = ["sent reply addressed → replied", "sent withdraw sender → withdrawn", "replied return sender → sent", "replied close sender → closed"];
    expect(allowed).toEqual([answered, answered, ["sent hold sender → held", "sent withdraw sender → withdrawn", "held reply addressed → replied", "replied return sender → held", "replied close sender → closed"]]);
  });

  it("refuse with a sentence that names who or when", () => {
    fc.assert(fc.property(fc.constantFrom(...DIRECTIVE_KIND_KEYS), fc.constantFrom(...DIRECTIVE_STATES), fc.constantFrom(...DIRECTIVE_ACT_KEYS), fc.constantFrom(...ROLES), (kind, state, act, role) => {
      const refusal = refuseDirectiveAct(kind, state, act, role);
      if (refusal !== null) expect(refusal).toMatch(/。$/);
    }));
    expect(refuseDirectiveAct("interview", "sent", "reply", "addressed")).toBe("这件约谈现在是“待约谈”，只有“已约谈，待反馈”时才能反馈。");
    expect(refuseDirectiveAct("supervise", "sent", "hold", "sender")).toBe("督办不需要记录约谈。");
    expect(directiveStateName("criticise", "sent")).toBe("待反馈");
  });

  it("are late when they are not answered by their day", () => {
    expect(isDirectiveLate({ state: "sent", dueOn: "2026-05-01" }, "2026-05-02")).toBe(true);
    expect(isDirectiveLate({ state: "held", dueOn: "2026-05-01" }, "2026-05-01")).toBe(false);
    expect(isDirectiveLate({ state: "replied", dueOn: "2026-05-01" }, "2026-06-01")).toBe(false);
  });
});

describe("what is written in one", () => {
  it("asks for an answer from today to two years from today", () => {
    expect(["2026-05-01", "2026-05-02", "2028-05-02", "2028-05-03", "9999-12-31"].map((day) => refuseDueDay("反馈期限", day, "2026-05-02"))).toEqual(["反馈期限不能早于今天。", null, null, "反馈期限不能晚于 2 年以后。", "反馈期限不能晚于 2 年以后。"]);
  });
  it("has a document's number in its form, or none", () => {
    const given = (documentNumber?: string) => sendInput.safeParse({ divisionCode: "640422", kind: "supervise", subject: "整改逾期", body: "请说明原因。", dueOn: "2026-05-02", documentNumber });
    expect([given(), given(" "), given("宁教督[2026] 3 号")].map((result) => result.data?.documentNumber)).toEqual(["", "", "宁教督〔2026〕3号"]);
    for (const wrong of ["第3号", "abc", "宁教督〔26〕3号"]) expect(given(wrong).error?.issues.map((issue) => [issue.path, issue.message]), wrong).toEqual([[["documentNumber"], "文号写作“机关代字〔2026〕1号”。"]]);
  });
});

describe("the reasons that data give", () => {
  const calm: Standing = { code: "640422", county: true, behind: { counties: 0, reasons: [] }, overdueEntries: 0, openEntries: 4, overdueTasks: 0, openFlags: 0, lateRequests: 0 };
  it("say nothing about what is in order", () => expect(groundsOf(calm)).toEqual([]));
  it("carry the figures, and the page where they stand", () => {
    expect(groundsOf({ ...calm, overdueEntries: 3, overdueTasks: 2, openFlags: 1, lateRequests: 5, behind: { counties: 1, reasons: ["一", "二", "三", "四"] } }).map((ground) => [ground.sentence, ground.page])).toEqual([
      ["进度落后于规划：一；二；三等 4 条", "/d/640422/plan"], ["整改台账逾期 3 项（未销号 4 项）", "/d/640422/ledger"], ["创建任务逾期 2 项", "/d/640422/tasks"], ["数据疑点 1 条未说明", "/d/640422/flags"], ["下级提请的困难问题 5 件逾期未答复", "/d/640422/requests"],
    ]);
    expect(groundsOf({ ...calm, code: "6404", county: false, behind: { counties: 2, reasons: ["一"] } })[0]).toEqual({ key: "behind", sentence: "2 个县进度落后于规划", page: "/d/6404/plan/behind" });
  });
});
