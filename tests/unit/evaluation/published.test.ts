import { describe, expect, it } from "vitest";
import { amountOf, valueOf } from "@/lib/evaluation/amounts";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { evaluateSchool } from "@/lib/evaluation/evaluate-school";
import { formatCv } from "@/lib/evaluation/format";
import { sectionsOf } from "@/lib/evaluation/sections";
import { variation } from "@/lib/evaluation/variation";
import { blank, exactSchool } from "./build";

describe("worked examples of the standard (part D)", () => {
  it("example 1: five primary schools give mean 6.334437, sd 3.263861, CV 0.515257", () => {
    const students = [45, 37, 89, 76, 55];
    const raw = [279, 137, 935, 160, 402];
    const { mean, sd, cv } = variation(raw.map((amount, i) => amount / (students[i] ?? 1)), students);
    expect(mean).toBeCloseTo(6.334437, 6);
    expect(sd).toBeCloseTo(3.263861, 6);
    expect(cv).toBeCloseTo(0.515257, 6);
  });

  it("example 1 through a county: sports fields of five schools", () => {
    const students = [45, 37, 89, 76, 55];
    const raw = [279, 137, 935, 160, 402];
    const schools = students.map((count, i) => ({ ...exactSchool("primary", `213300000${i}`), students: { primary: count, junior: null, senior: null }, sportsFieldArea: raw[i] ?? 0, indoorSportsArea: 0 }));
    const stage = evaluateCounty(schools).stages.primary;
    expect(stage?.indicators.sportsArea.mean).toBeCloseTo(6.334437, 6);
    expect(stage?.indicators.sportsArea.cv).toBeCloseTo(0.515257, 6);
    expect(stage?.indicators.sportsArea.cvPass).toBe(false);
    expect(stage?.students).toBe(302);
  });

  it("example 2: 166 primary and 210 junior pupils share 23,226 as 58.5038 and 64.3542 each", () => {
    const facts = { ...blank("nine_year"), sportsFieldArea: 23_226, indoorSportsArea: 0 };
    facts.students = { primary: 166, junior: 210, senior: null };
    const [primary, junior] = sectionsOf(facts).map((section) => {
      const amount = amountOf(section, "sportsArea");
      return amount ? valueOf("sportsArea", amount) : Number.NaN;
    });
    expect(primary).toBeCloseTo(58.5038, 4);
    expect(junior).toBeCloseTo(64.3542, 4);
    expect((primary ?? 0) * 166).toBeCloseTo(9711.627, 3);
    expect((junior ?? 0) * 210).toBeCloseTo(13_514.373, 3);
  });

  it("example 3: unit vectors", () => {
    expect(variation([3, 3, 3], [1, 20, 7]).cv).toBe(0);
    expect(variation([0, 4], [1, 3])).toMatchObject({ mean: 3 });
    expect(variation([0, 4], [1, 3]).cv).toBeCloseTo(0.57735, 5);
    expect(variation([0, 4], [3, 1]).mean).toBe(1);
    expect(variation([0, 4], [3, 1]).cv).toBeCloseTo(1.73205, 5);
    expect(variation([0, 0], [3, 1]).cv).toBeNull();
  });

  it("example 4: a coefficient of 0.5018 fails and prints as failing", () => {
    expect(formatCv(0.5018, 0.5)).toBe("0.502");
    expect(formatCv(0.5004, 0.5)).toBe("0.501");
    expect(formatCv(0.5, 0.5)).toBe("0.500");
  });

  it("a senior stage takes 1.2 of a junior share in a complete secondary and 1.32 in a twelve-year school", () => {
    const secondary = { ...blank("complete_secondary"), multimediaRooms: 340 };
    secondary.students = { primary: null, junior: 1000, senior: 2000 };
    expect(evaluateSchool(secondary)[0]?.values.multimediaRooms).toBeCloseTo(340 / 34, 12);
    const twelve = { ...blank("twelve_year"), multimediaRooms: 342 };
    twelve.students = { primary: 1000, junior: 1000, senior: 1000 };
    const [primary, junior] = evaluateSchool(twelve);
    expect(primary?.values.multimediaRooms).toBeCloseTo(10, 12);
    expect(junior?.values.multimediaRooms).toBeCloseTo(11, 12);
  });
});
