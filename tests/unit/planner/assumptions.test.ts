import { describe, expect, it } from "vitest";
import { saneAssumption, solveInput, type Assumption } from "@/lib/planner/schema";

const none = { primary: null, junior: null };
const school = (more: object): Assumption => ({ kind: "newSchool", school: { code: "9999999999", name: "新建小学", kind: "primary", students: { primary: 900, junior: null, senior: null }, classes: { primary: 20, junior: null }, maxClass: none, degreeTeachers: none, backboneTeachers: none, artsPeTeachers: none, teachingArea: 4000, indoorSportsArea: 0, sportsFieldArea: 7000, equipmentValueWan: 180, multimediaRooms: 22, ...more } });
const growth = (factor: number): Assumption => ({ kind: "growth", stage: "primary", factor });

describe("assumptions", () => {
  it("of this world are taken, others not, and the refusal is a sentence", () => {
    for (const one of [growth(0.5), growth(1.5), school({})]) expect(saneAssumption(one)).toBe(true);
    for (const one of [growth(0), growth(9), school({ students: { primary: 100_000_000, junior: null, senior: null } }), school({ teachingArea: -1 }), school({ classes: { primary: 1e9, junior: null } }), school({ equipmentValueWan: 1e12 })]) expect(saneAssumption(one)).toBe(false);
    expect(saneAssumption({ kind: "boarding", code: "1", from: [{ code: "2", students: { primary: 1e8 } }] })).toBe(false);
    const said = solveInput.safeParse({ divisionCode: "640422", year: 2025, basis: "approved", mode: "additions", quota: "", money: "standard", unitCost: Object.fromEntries(["degreeTeachers", "backboneTeachers", "artsPeTeachers", "teachingArea", "sportsArea", "equipmentValue", "multimediaRooms"].map((key) => [key, ""])), assumptions: [growth(0)] });
    expect(said.error?.issues.map(({ message }) => message)).toEqual(["假设的数字超出合理范围，请核对。"]);
  });
});
