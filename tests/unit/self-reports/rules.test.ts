import fc from "fast-check";
import { expect, it } from "vitest";
import { REPORT_ACTS, REPORT_ACT_KEYS, REPORT_STATES, mergeReports, refuseReportAct, type ReportRole } from "@/lib/self-reports/rules";

const full = { duties: "甲", results: "乙", problems: "丙", next: "丁" };

it("over all states × acts × roles: only the unit writes, only the bureau decides, nothing after the county has filed", () => {
  fc.assert(fc.property(fc.constantFrom(...REPORT_STATES), fc.constantFrom(...REPORT_ACT_KEYS), fc.constantFrom<(ReportRole | null)[]>("unit", "bureau", null), fc.boolean(), fc.boolean(), (state, act, role, filed, whole) => {
    const allowed = refuseReportAct(state, act, { role, filed, sections: whole ? full : { ...full, next: " " }, reason: "缺数据" }) === null;
    const rule = REPORT_ACTS[act];
    const from: readonly string[] = rule.from;
    expect(allowed).toBe(!filed && role === rule.by && from.includes(state) && (act !== "submit" || whole));
  }), { numRuns: 1_000 });
  expect(refuseReportAct("submitted", "return", { role: "bureau", filed: false, sections: full, reason: " " })).toBe("请写明原因。");
});

it("merges what was accepted, heading by heading", () => {
  const merged = mergeReports([{ unit: "财政局", state: "accepted", sections: full }, { unit: "人社局", state: "submitted", sections: full }, { unit: "东河镇", state: "accepted", sections: { ...full, problems: " " } }]);
  expect(merged.map(({ parts }) => parts.map(({ unit }) => unit))).toEqual([["财政局", "东河镇"], ["财政局", "东河镇"], ["财政局"], ["财政局", "东河镇"]]);
});
