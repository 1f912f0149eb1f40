import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { areaFinding, countyFinding } from "@/lib/findings/headline";
import { openCvs } from "@/lib/results/cvs";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";

const school = (code: string, backbone: number | null): SchoolFacts => ({
  code, name: code, kind: "primary", students: { primary: 500, junior: null, senior: null }, classes: { primary: 12, junior: null }, maxClass: { primary: 45, junior: null },
  degreeTeachers: { primary: 30, junior: null }, backboneTeachers: { primary: backbone, junior: null }, artsPeTeachers: { primary: 6, junior: null },
  teachingArea: 3000, indoorSportsArea: 100, sportsFieldArea: 5000, equipmentValueWan: 120, multimediaRooms: 14,
});
const outcome = (schools: SchoolFacts[], expected = schools.length): CountyOutcome => {
  const { stages, sections, excluded, standard, verdict } = evaluateCounty(schools);
  return { divisionCode: "640422", year: 2025, expected, reported: schools.length, sections: sections.length, compliantSections: sections.filter((section) => section.compliant).length,
    resourceVerdict: expected > schools.length ? null : verdict.resourceAllocation, verdict: null, stages, items: [], excluded, standard, judgedBy: NATIONAL_STANDARD, computedAt: new Date() };
};
const text = (result: CountyOutcome | null, basis: "approved" | "live" = "approved") => countyFinding("西吉县", result, 2025, basis).text;

describe("the sentence that opens a county", () => {
  it("passes only with every coefficient and every school", () => {
    expect(countyFinding("西吉县", outcome([school("2164000001", 6), school("2164000002", 6)]), 2025)).toEqual({ tone: "pass", text: "西吉县2025学年初数据：资源配置达标，7 项差异系数均在限值以内，各校均达标。" });
  });
  it("names the coefficient that fails and counts the rest", () => {
    expect(text(outcome([school("2164000001", 30), school("2164000002", 5)]))).toBe("西吉县2025学年初数据：资源配置未达标。小学骨干教师差异系数 0.714，超过 0.50，其余 6 项达标；各校均达标。");
  });
  it("never calls what is missing within the limit", () => {
    const incomplete = outcome([school("2164000001", 6), school("2164000002", null)]);
    expect(openCvs(incomplete.stages)).toBe(1);
    expect(text(incomplete)).toContain("7 项差异系数中 6 项在限值以内，1 项数据不全");
    expect(text(incomplete)).toContain("暂不作结论");
    expect(text(incomplete, "live")).toContain("实时数据（未审定）：还有学校没有填全");
  });
  it("draws no conclusion while the roster is not whole", () => expect(text(outcome([school("2164000001", 6)], 3))).toContain("应报 3 所，已审定 1 所，数据不全，暂不作结论"));
  it("says so when there is nothing", () => expect(countyFinding("西吉县", null, 2025).tone).toBe("pending"));
});

describe("the sentence above a county", () => {
  const child = { code: "6404", name: "固原市", counties: 5, reported: 0, resourcePassed: 0, compliant: 0, sections: 0, compliantSections: 0, cvCount: 0, cvWithinLimit: 0 };
  it("counts, and does not conclude from nothing", () => {
    expect(areaFinding("宁夏", [child], 2025).tone).toBe("pending");
    expect(areaFinding("宁夏", [{ ...child, reported: 5, resourcePassed: 2, compliant: 1 }], 2025).text).toBe("宁夏2025学年初数据：5 个县级单位中 5 个完成审定，资源配置达标 2 个，四个方面均达标 1 个。");
  });
});
