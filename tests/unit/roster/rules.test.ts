import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_PAST, refuseClosing, refuseSchool, standsIn, type KnownSchool } from "@/lib/roster/rules";
import { schoolFields, type SchoolFields } from "@/lib/roster/schema";

const TODAY = "2026-11-22";
const known = (code: string, more: Partial<KnownSchool> = {}): KnownSchool => ({ id: code, code, name: `学校${code}`, kind: "primary", parentSchoolId: null, counted: true, openedOn: null, closedOn: null, version: 1, ...more });
const entry = (more: Partial<SchoolFields> = {}): SchoolFields => ({ code: "2165000009", name: "新建小学", kind: "primary", areaType: null, operatorType: 7, boarding: false, builtYear: null, counted: true, parentCode: null, openedOn: null, ...more });
const centre = known("2165000001");
const branch = known("2165000002", { parentSchoolId: centre.id });
const closed = known("2165000003", { closedOn: "2025-08-31" });
const refuse = (more: Partial<SchoolFields>, before: KnownSchool | null = null, past = NO_PAST) => refuseSchool(entry(more), [centre, branch, closed], before, past, TODAY);

describe("an entry of the roster", () => {
  it("stands among the others of its county", () => {
    expect(refuse({})).toEqual({});
    expect(refuse({ name: centre.name }).name).toMatch(/同名的在办学校/);
    expect(refuse({ name: closed.name })).toEqual({});
    expect(refuse({ openedOn: "2026-11-23" }).openedOn).toMatch(/不能晚于今天/);
    expect(refuse({ builtYear: 2027 }).builtYear).toMatch(/不能晚于今年/);
  });
  it("is filed by itself or by an open school of the county that files for itself", () => {
    expect(refuse({ parentCode: centre.code, counted: false })).toEqual({});
    expect(refuse({ parentCode: "2165000009" }).parentCode).toBe("不能填写本校。");
    expect(refuse({ parentCode: closed.code }).parentCode).toMatch(/没有找到/);
    expect(refuse({ parentCode: branch.code }).parentCode).toMatch(/自己由别的学校填报/);
    expect(refuse({ parentCode: centre.code }, known("2165000009"), { ...NO_PAST, branches: 2 }).parentCode).toMatch(/有 2 所学校由本校填报/);
    expect(refuse({ counted: false }).parentCode).toMatch(/请填写并入计算的主校/);
  });
  it("keeps what its filings rest on", () => {
    const before = known("2165000008");
    const filed = { ...NO_PAST, filings: 3 };
    expect(refuse({}, before, filed).code).toMatch(/标识码不能更改/);
    expect(refuse({ code: before.code, counted: false, parentCode: centre.code }, before, filed).counted).toMatch(/是否计校数不能更改/);
    expect(refuse({ code: before.code, kind: "nine_year" }, before, { ...filed, underReview: true }).kind).toMatch(/正在审核/);
    expect(refuse({ code: before.code, kind: "nine_year" }, before, filed)).toEqual({});
  });
  it("says every fault of a form in Chinese", () => {
    const faults = schoolFields.safeParse({ code: "21", name: "", kind: "x", boarding: false, counted: true, builtYear: "去年" }).error?.issues ?? [];
    const named = (name: string) => schoolFields.shape.name.safeParse(name).error?.issues.map(({ message }) => message);
    expect([named(" "), named(" 校 "), named("新建小学")]).toEqual([["请填写学校全称。"], ["学校全称至少 2 个字。"], undefined]);
    expect(faults.map(({ path }) => path[0]).sort()).toEqual(["builtYear", "code", "kind", "name"]);
    for (const { message } of faults) expect(message).toMatch(/^[一-鿿0-9 ]+。$/);
    expect(schoolFields.parse({ ...entry(), code: "２１６５０００００９" }).code).toBe("2165000009");
  });
});

describe("closing", () => {
  it("has a day that has been, and somewhere for the pupils", () => {
    expect(refuseClosing(centre, TODAY, null, 0, TODAY)).toEqual({});
    expect(refuseClosing(centre, "2026-12-01", null, 0, TODAY).closedOn).toMatch(/不能晚于今天/);
    expect(refuseClosing({ ...centre, openedOn: "2026-09-01" }, "2026-08-31", null, 0, TODAY).closedOn).toMatch(/不能早于开办日期/);
    expect(refuseClosing(centre, TODAY, undefined, 0, TODAY).mergedIntoCode).toMatch(/没有找到/);
    expect(refuseClosing(centre, TODAY, centre, 0, TODAY).mergedIntoCode).toBe("不能填写本校。");
    expect(refuseClosing(centre, TODAY, null, 1, TODAY).closedOn).toMatch(/还有 1 所学校由它填报/);
  });
});

describe("the roster of a year", () => {
  const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
  it("names who is open on 1 September", () => {
    fc.assert(fc.property(fc.option(day), fc.option(day), fc.integer({ min: 2021, max: 2029 }), (openedOn, closedOn, year) => {
      const first = `${year}-09-01`;
      expect(standsIn({ openedOn, closedOn, kind: "primary", counted: true }, year)).toBe(!(openedOn !== null && openedOn > first) && !(closedOn !== null && closedOn <= first));
      expect(standsIn({ openedOn, closedOn, kind: "vocational", counted: true }, year)).toBe(false);
      expect(standsIn({ openedOn, closedOn, kind: "primary", counted: false }, year)).toBe(false);
    }));
  });
});
