import { describe, expect, it } from "vitest";
import { demoCounties } from "@/lib/seed/counties";
import { chineseNumber } from "@/lib/seed/names";
import { prng, shuffled } from "@/lib/seed/prng";
import { schoolsOf } from "@/lib/seed/schools";

describe("the seeded generator", () => {
  it("gives the same figures for the same key", () => {
    const draw = (key: string) => {
      const random = prng(key);
      return [random.next(), random.int(1, 1000), random.normal()];
    };
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
    expect(prng("fixed").int(0, 1_000_000)).toBe(prng("fixed").int(0, 1_000_000));
  });

  it("shuffles without losing anything", () => {
    expect(shuffled(prng("s"), [1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("演示学校", async () => {
  const counties = await demoCounties();
  const rosters = counties.map((county) => ({ county, schools: schoolsOf(county.code, county.schools, county.profile) }));

  it("has unique ids and ten-digit codes over the whole demonstration", () => {
    const schools = rosters.flatMap((roster) => roster.schools);
    expect(new Set(schools.map(({ id }) => id)).size).toBe(schools.length);
    expect(new Set(schools.map(({ code }) => code)).size).toBe(schools.length);
    for (const { code } of schools) expect(code).toMatch(/^\d{10}$/);
  });

  it("names every school once a county, with initials for each character", () => {
    for (const { schools } of rosters) {
      expect(new Set(schools.map(({ name }) => name)).size).toBe(schools.length);
      for (const { name, pinyin } of schools) expect(pinyin, name).toHaveLength(name.length);
    }
  });

  it("lets 教学点 file through a 中心校 of the same county that files for itself", () => {
    for (const { schools } of rosters) {
      const byId = new Map(schools.map((school) => [school.id, school]));
      for (const { parentId } of schools) if (parentId) expect(byId.get(parentId)).toMatchObject({ kind: "primary", parentId: null });
    }
    expect(rosters.some(({ schools }) => schools.some(({ parentId }) => parentId !== null))).toBe(true);
  });

  it("has 第八小学 and a 九年一贯制学校 first in 西吉", () => {
    const xiji = rosters.find(({ county }) => county.code === "640422");
    expect(xiji?.schools.slice(0, 2)).toMatchObject([{ id: "s640422001", name: "第八小学", kind: "primary" }, { id: "s640422002", kind: "nine_year" }]);
    expect(xiji?.schools).toHaveLength(120);
  });

  it("counts in Chinese", () => {
    expect([1, 10, 11, 20, 34, 100, 105, 110, 112].map(chineseNumber)).toEqual(["一", "十", "十一", "二十", "三十四", "一百", "一百零五", "一百一十", "一百一十二"]);
  });
});
