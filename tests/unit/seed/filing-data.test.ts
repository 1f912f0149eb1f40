import { describe, expect, it } from "vitest";
import { sectionsAsked } from "@/lib/filings/applies";
import { classesOf, numberOf } from "@/lib/filings/facts";
import { sectionsFor } from "@/lib/filings/form";
import { demoCounties } from "@/lib/seed/counties";
import { filingDataOf } from "@/lib/seed/facts";
import { figuresOf } from "@/lib/seed/figures";
import { schoolsOf } from "@/lib/seed/schools";
import { STAGES } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";

const SAMPLE = ["640422", "640423", "410185", "310151", "370102", "370176", "640104"];

describe("演示填报数据", async () => {
  const counties = (await demoCounties()).filter(({ code }) => SAMPLE.includes(code));
  const forms = counties.flatMap(({ code, schools, profile }) => {
    const roster = schoolsOf(code, schools, profile);
    return [2024, 2025, 2026].flatMap((year) =>
      figuresOf(code, roster, profile, year).map((figures) => ({ school: figures.school, year, data: filingDataOf(figures, profile, year) })),
    );
  });

  it("covers the sample", () => {
    expect(counties).toHaveLength(SAMPLE.length);
    expect(forms.length).toBeGreaterThan(1_000);
  });

  it("is the same when made again", () => {
    const [county] = counties;
    if (!county) throw new Error("no county");
    const again = () => figuresOf(county.code, schoolsOf(county.code, county.schools, county.profile), county.profile, 2025).map((figures) => filingDataOf(figures, county.profile, 2025));
    expect(again()).toEqual(again());
  });

  it("fills every required field that the kind is asked, and none that it is not", () => {
    for (const { school, data } of forms)
      for (const section of sectionsAsked(school, data)) {
        const keys = new Set(section.fields.map(({ key }) => key));
        for (const key of Object.keys(data[section.key] ?? {})) expect(keys.has(key), `${school.id} ${key}`).toBe(true);
        for (const field of section.fields) if (field.required) expect(data[section.key]?.[field.key], `${school.id} ${field.key}`).toBeDefined();
      }
  });

  it("adds up: classes to pupils, parts within wholes", () => {
    for (const { school, data, year } of forms) {
      const of = (section: string, key: string) => numberOf(data, section, key) ?? 0;
      const where = `${school.id} ${year}`;
      let fullTime = 0;
      for (const stage of stagesOf(school.kind)) {
        const classes = classesOf(data, stage) ?? [];
        expect(classes.reduce((sum, row) => sum + (row.pupils ?? 0), 0), where).toBe(of("students", `${stage}Students`));
        const teachers = of("teachers", `${stage}FullTimeTeachers`);
        fullTime += teachers;
        for (const part of ["Degree", "Backbone", "ArtsPe"]) expect(of("teachers", `${stage}${part}Teachers`), `${where} ${part}`).toBeLessThanOrEqual(teachers);
        expect(of("students", `${stage}InZoneStudents`)).toBeLessThanOrEqual(of("students", `${stage}Students`));
      }
      if (fullTime > 0) {
        expect(of("teachers", "certifiedTeachers"), where).toBeLessThanOrEqual(fullTime);
        expect(of("teachers", "trainedTeachers"), where).toBeLessThanOrEqual(fullTime);
      }
      expect(of("premises", "indoorSportsArea"), where).toBeLessThanOrEqual(of("premises", "teachingArea"));
      expect(of("premises", "sportsFieldArea"), where).toBeGreaterThanOrEqual(0);
      expect(of("funding", "trainingBudget"), where).toBeLessThanOrEqual(of("funding", "fundsBudget"));
      expect(of("funding", "trainingFinal"), where).toBeLessThanOrEqual(of("funding", "fundsFinal"));
      expect(of("equipment", "interactiveRooms"), where).toBeLessThanOrEqual(of("equipment", "multimediaRooms"));
      expect(of("students", "juniorTransferredOut"), where).toBeLessThanOrEqual(of("students", "juniorEntrants"));
    }
  });

  it("holds whole people, and no number below zero", () => {
    for (const { data } of forms)
      for (const section of sectionsFor("twelve_year"))
        for (const field of section.fields) {
          const value = data[section.key]?.[field.key];
          if (typeof value !== "number") continue;
          expect(value).toBeGreaterThanOrEqual(0);
          if (field.type === "int" || field.type === "year") expect(Number.isInteger(value), field.key).toBe(true);
        }
  });

  it("hardly repeats a figure between schools", () => {
    const areas = forms.filter(({ year, school }) => year === 2025 && STAGES.some((stage) => stagesOf(school.kind).includes(stage))).map(({ data }) => numberOf(data, "premises", "teachingArea"));
    expect(new Set(areas).size).toBeGreaterThan(areas.length * 0.99);
  });
});
