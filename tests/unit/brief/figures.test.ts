import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaFigures, countyFigures, MARKS, markOf } from "@/lib/brief/figures";
import type { Official } from "@/lib/brief/get-official";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { exactSchool } from "../evaluation/build";

const TODAY = "2026-11-22";
const NONE: Official = { goal: null, planYear: null, stage: null, decision: null, underway: 0, notices: [] };
const WORK = { tasks: { year: 2026, tasks: 44, done: 5, overdue: 1 }, ledger: { total: 111, closed: 21, waiting: 3, late: 7 } };
const { stages, excluded, standard } = evaluateCounty([exactSchool("primary"), exactSchool("junior", "2133000002")]);
const result: CountyOutcome = {
  divisionCode: "640422", year: 2025, expected: 2, reported: 2, sections: 2, compliantSections: 2, resourceVerdict: true, verdict: null, stages, excluded, standard, judgedBy: NATIONAL_STANDARD, computedAt: new Date("2026-03-01T00:00:00Z"),
  items: [{ item: "gov-1", met: true, text: "", value: null, failing: [] }, { item: "qual-1", met: null, text: "", value: null, failing: [] }, { item: "recognition", met: null, text: "", value: null, failing: [] }],
};
const county = (official: Official, more: Partial<Parameters<typeof countyFigures>[0]> = {}) => countyFigures({ result, crowding: null, work: WORK, official, projection: null, today: TODAY, ...more });
const find = (list: ReturnType<typeof county>, label: string) => list.find((figure) => figure.label === label);

describe("the figures of the one-page brief", () => {
  it("each carry a mark and what it rests on; published is only what has a 文号", () => {
    const text = fc.string({ minLength: 1, maxLength: 12 });
    const official = fc.record({
      goal: fc.option(fc.record({ year: fc.integer({ min: 2026, max: 2035 }), source: fc.string({ maxLength: 8 }), draft: fc.boolean() })), planYear: fc.option(fc.integer({ min: 2026, max: 2035 })),
      stage: fc.option(fc.constantFrom("city", "recognised", "nation")), decision: fc.option(fc.record({ outcome: fc.constantFrom("recognise", "apply"), number: text.map((one) => `教督函〔2026〕${one.length}号`), day: fc.constant("2026-03-02"), published: fc.boolean() })),
      underway: fc.nat(5), notices: fc.array(fc.record({ number: fc.constant("教督函〔2026〕1号"), day: fc.constant("2026-01-05") }), { maxLength: 2 }),
    });
    fc.assert(fc.property(official, (one) => {
      const now = { counties: 5, reported: 4, resourcePassed: 2, compliant: 1 };
      for (const figure of [...county(one), ...areaFigures({ code: "6404", year: 2025, now, recognised: one.notices.length, due: null, behind: 1, work: WORK, official: one, today: TODAY })]) {
        expect(Object.keys(MARKS)).toContain(figure.mark);
        expect(figure.basis).not.toBe("");
        if (figure.mark === "published") expect(figure.basis).toMatch(/〔\d{4}〕\d+号/);
      }
    }));
  });

  it("of incomplete data say so and never a zero", () => {
    const list = county(NONE);
    expect(find(list, "四个方面")?.value).toBe("数据不全，不作结论");
    expect(find(list, "社会认可度")?.value).toBe("数据不全");
    expect(find(list, "政府保障程度、教育质量")?.value).toBe("1／1 项达标；0／1 项达标");
    const open = areaFigures({ code: "6404", year: 2026, now: { counties: 5, reported: 0, resourcePassed: 0, compliant: 0 }, recognised: null, due: null, behind: null, work: { tasks: null, ledger: null }, official: NONE, today: TODAY });
    expect(find(open, "四个方面均达标")?.value).toBe("数据不全");
    expect(find(open, "已认定")).toEqual({ label: "已认定", value: "没有记录", mark: "internal", basis: "本平台认定记录，2026-11-22；平台启用前的认定不在内" });
  });

  it("name the day of the computation, the source of the target and the notice of a recognition", () => {
    const said = county({ ...NONE, goal: { year: 2028, source: "创建规划", draft: true }, stage: "recognised", decision: { outcome: "recognise", number: "教督函〔2026〕3号", day: "2026-01-20", published: true } }, { projection: "14 项在限值以内" });
    expect(find(said, "达标学校（部）")).toEqual({ label: "达标学校（部）", value: "2／2", mark: "internal", basis: "2025学年初审定数据，2026-03-01计算", trace: "/d/640422/trace?year=2025&figure=sections" });
    expect(find(said, "目标年")).toMatchObject({ mark: "internal", basis: "创建规划（征求意见稿）" });
    expect(find(said, "申报认定")).toEqual({ label: "申报认定", value: "已认定，最近决定：予以认定", mark: "published", basis: "教督函〔2026〕3号，2026-01-20" });
    expect(find(said, "到目标年")).toMatchObject({ mark: "computed" });
    expect([markOf({ key: "behind" }), markOf({ key: "schools" })]).toEqual(["computed", "internal"]);
  });
});
