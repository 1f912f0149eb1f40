import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decomposeCounty } from "@/lib/evaluation/decompose";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { areaSentence } from "@/lib/time-series/area-sentence";
import { changeRows, changeSentence, partsText, signed, type PrintedChange } from "@/lib/time-series/change-rows";
import { county } from "../evaluation/build";

const ALL = STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => ({ stage, key })));
const units = (value: number, decimals: number) => Math.round(value * 10 ** decimals);

describe("changes as they are printed", () => {
  it("the three parts add up to the change, and the change to the two figures, to the last digit", () => {
    fc.assert(fc.property(county(), county(), (before, after) => {
      const named = (list: typeof before) => list.map((facts) => ({ id: facts.code, facts }));
      const rows = changeRows(decomposeCounty(named(before), named(after), DEFAULT_READINGS, ALL), evaluateCounty(before).stages, evaluateCounty(after).stages);
      for (const printed of rows.flatMap(({ cv, mean }) => [cv, mean]).filter((one): one is PrintedChange => one !== null)) {
        const { decimals: d } = printed;
        expect(units(printed.pupils, d) + units(printed.resources, d) + units(printed.roster, d)).toBe(units(printed.change, d));
        expect(units(Number(printed.before.replaceAll(",", "")), d) + units(printed.change, d)).toBe(units(Number(printed.after.replaceAll(",", "")), d));
      }
    }), { numRuns: 40 });
  });

  const cv = (change: number): PrintedChange => ({ before: "0.530", after: (0.53 + change).toFixed(3), change, decimals: 3, pupils: 0.004, resources: change - 0.004, roster: 0 });
  const row = (change: number) => ({ stage: "primary" as const, key: "backboneTeachers" as const, cv: cv(change), mean: null });

  it("are said in words: how many fell and rose, and the largest with its parts", () => {
    expect(changeSentence([row(-0.018), { ...row(0.002), stage: "junior" }])).toBe("2 项差异系数中 1 项缩小、1 项扩大；变动最大的是小学骨干教师，由 0.530 变为 0.512（在校生变化 +0.004、资源变化 −0.022、学校增减 0.000）。");
    expect(changeSentence([row(0)])).toBe("1 项差异系数中 0 项缩小、0 项扩大，均没有变化。");
    expect(changeSentence([])).toBe("没有可以比较的差异系数。");
    expect(partsText(cv(0.004))).toBe("在校生变化 +0.004、资源变化 0.000、学校增减 0.000");
    expect([signed(-1234.5, 2), signed(0, 3), signed(0.1, 1)]).toEqual(["−1,234.50", "0.000", "+0.1"]);
  });
});

describe("an area over the years", () => {
  const year = (y: number, reported: number, compliant: number) => ({ year: y, reported, resourcePassed: compliant, compliant, sections: 1, compliantSections: 1 });
  it("is said by its first and last year with whole counties, each with its base; an open year is none", () => {
    expect(areaSentence("固原市", [year(2024, 5, 1), year(2025, 4, 2), year(2026, 0, 0)])).toBe("固原市四个方面均达标的县级单位，2024学年初 1 个（5 个完成审定），2025学年初 2 个（4 个完成审定）。");
    expect(areaSentence("固原市", [year(2025, 4, 2)])).toContain("只有一个年度");
    expect(areaSentence("固原市", [year(2026, 0, 0)])).toBe("固原市还没有县级单位完成审定。");
  });
});
