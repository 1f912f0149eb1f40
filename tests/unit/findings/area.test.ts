import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ranked } from "@/lib/findings/finding";
import { areaFindings, type AreaInput, type Weakness } from "@/lib/findings/rules-area";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

const input = (more: Partial<AreaInput> = {}): AreaInput => ({
  code: "37", level: "province", year: 2025, now: { counties: 136, reported: 136, resourcePassed: 48, compliant: 42 }, before: null, weaknesses: [], weaknessesBefore: [], plan: null, behind: null, work: { tasks: null, ledger: null }, ...more,
});
const said = (more: Partial<AreaInput>, key: string) => areaFindings(input(more)).find((finding) => finding.key === key)?.sentence;
const weakness = (indicator: Weakness["indicator"], counties: number, withinLimit: number): Weakness => ({ stage: "primary", indicator, counties, withinLimit });

describe("what the counties of a place say", () => {
  it("leaves counties without whole data out of everything, and says how many", () => {
    const found = areaFindings(input({ now: { counties: 2858, reported: 190, resourcePassed: 63, compliant: 56 } }));
    expect(found[0]).toMatchObject({ key: "incomplete", tone: "pending", sentence: "2,668 个县级单位（93.4%）没有完整的审定数据，不计入以下各项。" });
    expect(areaFindings(input({ now: { counties: 22, reported: 0, resourcePassed: 0, compliant: 0 } }))).toEqual([]);
  });

  it("names the coefficient that most counties exceed by its share, the next one, and the year before", () => {
    const weaknesses = [weakness("sportsArea", 190, 149), weakness("backboneTeachers", 100, 70), weakness("teachingArea", 190, 190)];
    expect(said({ weaknesses, weaknessesBefore: [weakness("backboneTeachers", 98, 60)] }, "cv"))
      .toBe("差异系数最薄弱的是小学骨干教师，30／100 个县超过限值（30.0%）；该项2024学年初为 38／98 个县；其次是小学体育运动场馆，41／190 个县超过限值（21.6%）。");
    expect(said({ weaknesses: [weakness("sportsArea", 190, 149), weakness("backboneTeachers", 190, 149)] }, "cv")).toBe("差异系数最薄弱的是小学体育运动场馆，41／190 个县超过限值（21.6%）；同样的还有小学骨干教师，41／190 个县超过限值（21.6%）。");
    expect(said({ weaknesses: [weakness("teachingArea", 190, 190)] }, "cv")).toBe("有数据的县级单位 1 项差异系数均在限值以内。");
  });

  it("sets the plan beside the verdicts without filling the gaps", () => {
    expect(said({ plan: { due: 54, met: 43, unmet: 9, open: 2 } }, "plan")).toBe("规划表列入 2025 年及以前申报的 54 个县级单位中，43 个达到标准（按审定数据），9 个未达到，2 个数据不全，暂不判断。");
    expect(said({ plan: { due: 0, met: 0, unmet: 0, open: 0 } }, "plan")).toBeUndefined();
    expect(said({ behind: ["甲县", "乙县", "丙县", "丁县", "戊县", "己县"] }, "behind")).toBe("6 个县级单位进度落后于规划：甲县、乙县、丙县、丁县、戊县等。");
  });

  it("says the movement with both bases where they differ, and none where a year has no data", () => {
    const before = { counties: 136, reported: 120, resourcePassed: 40, compliant: 45 };
    expect(said({ before }, "change")).toBe("四个方面均达标的县级单位，2024学年初 45 个，2025学年初 42 个，减少 3 个（完成审定的由 120 个变为 136 个）。");
    expect(said({ before: { ...before, reported: 0, compliant: 0 } }, "change")).toBeUndefined();
    expect(said({}, "resource")).toBe("资源配置达标的 48 个县级单位中，6 个的政府保障程度、教育质量或社会认可度未达标或数据不全。");
  });
});

const standing = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.nat(), fc.nat(), fc.nat()).map(([counties, a, b, c]) => { const reported = a % (counties + 1); const resourcePassed = b % (reported + 1); return { counties, reported, resourcePassed, compliant: c % (resourcePassed + 1) }; });
const weaknesses = fc.array(fc.record({ stage: fc.constantFrom(...STAGES), indicator: fc.constantFrom(...INDICATOR_KEYS), counties: fc.integer({ min: 1, max: 3000 }), share: fc.nat() }), { maxLength: 14 })
  .map((rows) => rows.map(({ share, ...row }) => ({ ...row, withinLimit: share % (row.counties + 1) })));
const plans = fc.option(fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)).map(([met, unmet, open]) => ({ due: met + unmet + open, met, unmet, open })), { nil: null });

describe("any place", () => {
  it("gets whole sentences with figures in one stable order, each with its evidence; what is missing is never praised", () => {
    fc.assert(fc.property(standing, fc.option(standing, { nil: null }), weaknesses, plans, fc.constantFrom("nation" as const, "province" as const, "city" as const), (now, before, weak, plan, level) => {
      const found = areaFindings(input({ level, now, before, weaknesses: weak, weaknessesBefore: weak, plan, behind: [] }));
      for (const { sentence, href } of found) {
        expect(sentence).toMatch(/\d.*。$/);
        expect(sentence).not.toMatch(/undefined|NaN|Infinity|null|[A-Za-z]{2,}|—/);
        expect(href).toMatch(/^\/d\/37\//);
      }
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      expect(ranked([...found].reverse())).toEqual(found);
      if (now.reported === 0) expect(found.filter(({ key }) => ["change", "resource", "good", "incomplete"].includes(key))).toEqual([]);
      if (now.reported < now.counties) expect(found.some(({ key }) => key === "good")).toBe(false);
    }));
  });
});
