import { describe, expect, it } from "vitest";
import { areaBoard, countyBoard } from "@/lib/board/build-board";
import { boardView } from "@/lib/board/schema";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { exactSchool, withAmount } from "../evaluation/build";

const SAID = { place: "西吉县", year: 2025, at: "2026-11-22 10:00", headline: { tone: "fail" as const, text: "未达标。" }, findings: ["a", "b", "c", "d"].map((key) => ({ key, weight: 1, tone: "fail" as const, sentence: key, href: "/" })) };
const WORK = { tasks: { year: 2026, tasks: 4, done: 1, overdue: 0 }, ledger: { total: 9, closed: 2, waiting: 0, late: 3 } };

const { stages, excluded, standard } = evaluateCounty([exactSchool("primary"), withAmount(exactSchool("primary", "2133000002"), "multimediaRooms", 60), { ...exactSchool("junior", "2133000003"), teachingArea: null }]);
const result: CountyOutcome = { divisionCode: "640422", year: 2025, expected: 3, reported: 3, sections: 3, compliantSections: 2, resourceVerdict: null, verdict: null, stages, excluded, standard, judgedBy: NATIONAL_STANDARD, computedAt: new Date(), items: [] };

describe("a county's screen", () => {
  const view = countyBoard({ ...SAID, result, work: WORK });
  const cell = (name: string) => view.cells.find((one) => one.name === name);

  it("shows the 14 coefficients with word and tone; what is not known is never a pass", () => {
    expect(view.cells).toHaveLength(14);
    expect(view.columns).toBe(7);
    expect(cell("小学网络多媒体教室")).toEqual({ name: "小学网络多媒体教室", value: "0.566", word: "超限", tone: "fail" });
    expect(cell("小学骨干教师")).toMatchObject({ value: "0.000", word: "达标", tone: "pass" });
    expect(cell("初中教学及辅助用房")).toMatchObject({ value: "—", word: "数据不全", tone: "pending" });
  });

  it("shows the first three findings, and what the browser checks passes", () => {
    expect(view.findings).toEqual(["a", "b", "c"]);
    expect(boardView.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    expect(view.tiles[0]).toEqual({ label: "资源配置", value: "12／14", note: "项差异系数达标；未达标", tone: "fail" });
    expect(view.tiles[3]).toMatchObject({ value: "—", note: "标准 85%；数据不全" });
    expect(view.tiles.at(-1)).toEqual({ label: "整改台账销号", value: "2／9", note: "逾期 3 项", tone: "warn" });
  });

  it("stands without any result", () => expect(countyBoard({ ...SAID, result: null, work: { tasks: null, ledger: null } })).toMatchObject({ tiles: [], cells: [] }));
});

describe("the screen of a place above the county", () => {
  const children = [{ name: "甲市", counties: 3, reported: 3, compliant: 3 }, { name: "乙市", counties: 3, reported: 2, compliant: 2 }, { name: "丙市", counties: 2, reported: 0, compliant: 0 }, { name: "丁县", counties: 1, reported: 1, compliant: 0 }];
  const view = areaBoard({ ...SAID, now: { counties: 9, reported: 6, resourcePassed: 5, compliant: 5 }, recognised: 2, children, childName: "各市", work: WORK });

  it("says of each place below how many of those that are whole pass, in the order given", () => {
    expect(view.cells).toEqual([
      { name: "甲市", value: "3／3", word: "全部达标", tone: "pass" }, { name: "乙市", value: "2／2", word: "1 个数据不全", tone: "pending" },
      { name: "丙市", value: "—", word: "数据不全", tone: "pending" }, { name: "丁县", value: "未达标", word: "四个方面", tone: "fail" },
    ]);
    expect(view.tiles.slice(0, 3).map(({ label, value, note }) => [label, value, note])).toEqual([["县级单位", "9", "个"], ["已认定", "2", "个，本平台认定记录"], ["完成审定", "6", "3 个数据不全"]]);
    expect(boardView.safeParse(view).success).toBe(true);
  });

  it("does not say nought where no county is whole", () => {
    const open = areaBoard({ ...SAID, now: { counties: 9, reported: 0, resourcePassed: 0, compliant: 0 }, recognised: null, children, childName: "各市", work: WORK });
    expect(open.tiles.map(({ value }) => value)).toEqual(["9", "—", "0", "—", "—", "1／4", "2／9"]);
  });
});
