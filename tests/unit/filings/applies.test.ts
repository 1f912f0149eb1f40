import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sectionsAsked, zoneExemption, type AskedSchool } from "@/lib/filings/applies";
import { checkFiling } from "@/lib/filings/check";
import type { FilingData } from "@/lib/filings/form";
import { AREA_TYPES, SCHOOL_KINDS, stagesOf } from "@/lib/standard/school-kinds";

const town: AskedSchool = { kind: "primary", areaType: "town", operatorType: 7 };
const field = (school: AskedSchool, data: FilingData, key: string) => sectionsAsked(school, data).flatMap((section) => section.fields).find((one) => one.key === key);
const blanks = (school: AskedSchool, data: FilingData) => checkFiling(school, data).filter((finding) => finding.blank).map((finding) => finding.field);

describe("就近划片 (政府保障 13)", () => {
  it.each<[string, AskedSchool, boolean | null, string | null]>([
    ["public town school", town, false, null],
    ["public city school that has not said whether it boards", { ...town, areaType: "urban" }, null, null],
    ["boarding", town, true, "寄宿制学校不填"],
    ["rural", { ...town, areaType: "rural" }, false, "乡村学校不填"],
    ["private", { ...town, operatorType: 10 }, false, "民办学校不填"],
    ["special", { ...town, kind: "special" }, false, "没有义务教育阶段的普通班级，不填"],
  ])("%s", (_name, school, boarding, reason) => expect(zoneExemption(school, boarding)).toBe(reason));

  it("is required with its sentence, and exempt as soon as the school says that it boards", () => {
    expect(checkFiling(town, { basic: { boarding: false } }).find((finding) => finding.field === "primaryInZoneStudents")?.message).toBe("小学划片范围内在校生数还没有填写：城区、镇区公办非寄宿制学校必须填写。");
    expect(blanks(town, { basic: { boarding: true } })).not.toContain("primaryInZoneStudents");
    expect(field(town, { basic: { boarding: true } }, "primaryInZoneStudents")).toMatchObject({ required: false, exempt: "寄宿制学校不填" });
  });
});

describe("不足 100 人按 100 人拨付 (政府保障 6)", () => {
  const of = (students: Record<string, number>, kind: AskedSchool["kind"] = "primary") => field({ ...town, kind }, { students }, "fundsAllocated");
  it("turns at 100 pupils of the compulsory stages", () => {
    expect(of({ primaryStudents: 99 })).toMatchObject({ required: true, exempt: null });
    expect(of({ primaryStudents: 100 })).toMatchObject({ required: false, exempt: "在校生不少于 100 人的学校不填" });
    expect(of({ primaryStudents: 60, juniorStudents: 39 }, "nine_year")).toMatchObject({ required: true });
    expect(of({ primaryStudents: 60, juniorStudents: 40 }, "nine_year")).toMatchObject({ required: false });
    expect(of({ juniorStudents: 99, seniorStudents: 800 }, "complete_secondary")).toMatchObject({ required: true });
  });
  it("asks nothing while the pupils are not known", () => expect(of({ primaryStudents: 60 }, "nine_year")).toMatchObject({ required: false, exempt: null }));
});

describe("what a school is asked", () => {
  it("leaves premises and equipment free to special schools, and to nobody else", () => {
    for (const kind of SCHOOL_KINDS) {
      const asked = blanks({ ...town, kind }, {}).filter((key) => ["teachingArea", "indoorSportsArea", "sportsFieldArea", "musicRooms", "artRooms", "equipmentValueWan", "multimediaRooms"].includes(key));
      expect(asked, kind).toHaveLength(stagesOf(kind).length > 0 ? 7 : 0);
    }
  });

  it("never blocks a submission for what the form calls exempt or voluntary", () => {
    fc.assert(fc.property(
      fc.record({ kind: fc.constantFrom(...SCHOOL_KINDS), areaType: fc.constantFrom(...AREA_TYPES, null), operatorType: fc.constantFrom(7, 10, null) }),
      fc.record({ boarding: fc.constantFrom(true, false, null), primaryStudents: fc.option(fc.nat(200)), juniorStudents: fc.option(fc.nat(200)) }),
      (school, { boarding, ...students }) => {
        const data: FilingData = { basic: { boarding }, students };
        const required = new Set(sectionsAsked(school, data).flatMap((section) => section.fields).filter((one) => one.required && one.exempt === null).map((one) => one.key));
        for (const key of blanks(school, data)) expect(required.has(key), key).toBe(true);
      },
    ));
  });

  it("finds more migrant children than pupils", () => {
    expect(checkFiling(town, { students: { primaryStudents: 50, migrantStudents: 51 } }).find((finding) => finding.field === "migrantStudents")?.message).toContain("不能大于义务教育在校生数 50");
  });
});
