import { describe, expect, it } from "vitest";
import { demoCounties } from "@/lib/seed/counties";
import { DEMO_ZONES, referenceDivisions } from "@/lib/seed/divisions";

describe("行政区划", async () => {
  const rows = await referenceDivisions();
  const byCode = new Map(rows.map((row) => [row.code, row]));

  it("has every code once and every parent", () => {
    expect(byCode.size).toBe(rows.length);
    for (const row of rows) expect(row.parent_code === null || byCode.has(row.parent_code), row.code).toBe(true);
  });

  it("is a tree by prefix: two, four and six digits", () => {
    const digits = { nation: 2, province: 2, city: 4, county: 6 };
    for (const { code, level, parent_code } of rows) {
      expect(code).toHaveLength(digits[level]);
      if (level === "city" || level === "county") expect(code.slice(0, -2)).toBe(parent_code);
    }
  });

  it("names what has no prefecture and skips its review", () => {
    expect(byCode.get("3101")?.name).toBe("上海市市辖区");
    expect(byCode.get("310151")).toMatchObject({ path: "上海市 / 崇明区", skips_city_review: true });
    expect(byCode.get("419001")).toMatchObject({ name: "济源市", skips_city_review: true });
    expect(byCode.get("640422")).toMatchObject({ path: "宁夏回族自治区 / 固原市 / 西吉县", skips_city_review: false });
    expect(byCode.get("441900")).toMatchObject({ path: "广东省 / 东莞市", level: "county" });
    expect(byCode.get("66")).toMatchObject({ name: "新疆生产建设兵团", kind: "corps", level: "province" });
  });

  it("keeps statistical zones out; the demonstration adds those that manage education", () => {
    for (const { code } of DEMO_ZONES) {
      expect(byCode.has(code)).toBe(false);
      expect(byCode.has(code.slice(0, 4))).toBe(true);
    }
  });

  it("takes all of 宁夏, 山东, 上海 and 郑州 for the demonstration", async () => {
    const counties = await demoCounties();
    const count = (prefix: string) => counties.filter(({ code }) => code.startsWith(prefix)).length;
    expect([count("64"), count("37"), count("4101"), count("31")]).toEqual([22, 136 + DEMO_ZONES.length, 12, 16]);
    for (const { schools } of counties) expect(schools >= 20 && schools <= 120).toBe(true);
  });
});
